"""FollowTheMoney's JSON lines: entities with a schema; those that tie two others are relationships."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from actormap.workspace.importing import elements
from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.importing.found import Found, Spot
from actormap.workspace.importing.inputs import TextFile

# The schemas that tie, each with the properties that name its ends, and what the tie is here.
TIES: Mapping[str, tuple[str, str, str | None]] = {
    "Membership": ("member", "organization", "member_of"),
    "ProjectParticipant": ("participant", "project", "participates_in"),
    "Directorship": ("director", "organization", "coordinates"),
    "Ownership": ("owner", "asset", "owns"),
    "Representation": ("agent", "client", "represented_in"),
    "Payment": ("payer", "beneficiary", "funds"),
    "Succession": ("successor", "predecessor", "succeeds"),
    "Employment": ("employee", "employer", "member_of"),
    "Associate": ("person", "associate", None),
    "Family": ("person", "relative", None),
    "UnknownLink": ("subject", "object", None),
}
_RECORDS = {"Project": "project", "Document": "document", "PlainText": "document", "HyperText": "document"}
_KINDS: Mapping[str, str | None] = {"Company": "business", "Position": "role", "Organization": None, "LegalEntity": None}
_PERSON = "Person"
_NAMED = {"startDate": "valid_from", "endDate": "valid_to", "role": "role", "summary": "note", "description": "note", "amount": "value"}
_NODE = {
    "alias": "aliases",
    "country": "country",
    "summary": "note",
    "startDate": "start",
    "endDate": "end",
    "projectId": "number",
    "goal": "objective",
}


def is_one(text: str) -> bool:
    """Return whether a text is entities, a line each."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    try:
        given = json.loads(first)
    except (ValueError, RecursionError):
        return False
    return isinstance(given, dict) and isinstance(given.get("schema"), str) and isinstance(given.get("properties"), dict)


def read(file: TextFile) -> Found:
    """Return the entities of a file as nodes, and those that tie two others as ties."""
    found, persons = Found("followthemoney", file.spot), 0
    for spot, entity in _entities(found, file):
        schema, properties = str(entity.get("schema")), entity.get("properties")
        about = _about(properties if isinstance(properties, dict) else {})
        if schema in TIES:
            _tie(found, spot, schema, about)
        else:
            persons += schema == _PERSON
            _node(found, spot, cell_text(entity.get("id")), schema, about)
    if persons:
        found.remark("persons", n=persons)
    return found


def _entities(found: Found, file: TextFile) -> Iterator[tuple[Spot, dict[str, Any]]]:
    for number, line in enumerate(file.text.splitlines(), start=1):
        if not line.strip():
            continue
        spot = replace(file.spot, row=number)
        try:
            entity = json.loads(line)
        except (ValueError, RecursionError):
            entity = None
        if isinstance(entity, dict):
            yield spot, entity
        else:
            found.leave_out(spot, "no_entity", line[:80])


def _about(properties: Mapping[str, Any]) -> dict[str, list[str]]:
    return {name: [cell_text(each) for each in (values if isinstance(values, list) else [values])] for name, values in properties.items()}


def _tie(found: Found, spot: Spot, schema: str, about: dict[str, list[str]]) -> None:
    source, target, kind = TIES[schema]
    given = {_NAMED.get(name, name): "; ".join(values) for name, values in about.items() if name not in (source, target)}
    said = given.pop("recordId", "") or given.pop("status", "")
    given["type"] = said or kind or given.get("role", "")
    for one in about.get(source, [""]):
        for other in about.get(target, [""]):
            elements.tie(found, spot, (one, other), {name: value for name, value in given.items() if value}, directed=True)


def _node(found: Found, spot: Spot, id_: str, schema: str, about: dict[str, list[str]]) -> None:
    names = about.pop("name", []) or about.pop("title", []) or about.pop("fileName", [])
    given: dict[str, Any] = {_NODE.get(name, name): values for name, values in about.items()}
    if names[1:]:
        given["aliases"] = [*given.get("aliases", []), *names[1:]]
    record = _RECORDS.get(schema)
    said = given.pop("classification", None)
    kind = said[0] if said else None if record else _KINDS.get(schema, schema)
    told: dict[str, Any] = {"kind": kind, "node": record, **given}
    elements.node(found, spot, id_, names[0] if names else None, {name: value for name, value in told.items() if value})
