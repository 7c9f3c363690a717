"""Nodes and ties of graph files, which carry attributes under names of their own: those that name a field of a workspace are read as it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from actormap.workspace.checks import garbled
from actormap.workspace.importing import cell_values, headings
from actormap.workspace.importing.cleaning import cell_text, name_text
from actormap.workspace.importing.found import Found, FoundNode, FoundTie, Meaning, Spot
from actormap.workspace.importing.headings import ATTRIBUTE, IGNORED
from actormap.workspace.importing.tables import DERIVED, node_from, statements
from actormap.workspace.schema import rows

_TIE_VALUES = frozenset(rows.columns("relationships")) - {"source", "type", "target"}
# How exports from here call what GEXF has a word of its own for.
_RENAMED = {
    "starts": "start",
    "ends": "end",
    "relationship": "type",
    "interaction": "type",
    "valid_from": "valid_from",
    "valid_to": "valid_to",
}
_OWN = frozenset(
    {"relationships", "side", "distance", "shared_name", "shared_interaction", "selected", "suid", "networkx_key", "fixed", "viz"}
)
_OWN_ATTRIBUTE = "attribute_"


def node(found: Found, spot: Spot, id_: str, name: str | None, about: Mapping[str, Any]) -> FoundNode | None:
    """Note a node with its attributes and return it; None if it has neither id nor name."""
    given: dict[str, Any] = {"id": id_, "name": _inspected(found, spot, "name", name or "")}
    attributes: dict[str, str] = {}
    named = _fields(found, about, headings.node_fields(), "node")
    for title, value in about.items():
        field, text = named.get(title, IGNORED), _text(value)
        field = ATTRIBUTE if field == "kind" and cell_values.number(text) is not None else field  # the number of a community
        if field == ATTRIBUTE and (text := _inspected(found, spot, title, text)):
            attributes[title.removeprefix(_OWN_ATTRIBUTE)] = text
        elif field in ("name", "label") and not name:
            given["name"] = given["name"] or text
        elif field not in (IGNORED, "id", "name", "label") and text:
            given.setdefault(field, text)
    made = node_from(found, spot, given, attributes)
    if made:
        found.nodes.append(made)
    return made


def tie(found: Found, spot: Spot, ends: tuple[str, str], about: Mapping[str, Any], *, directed: bool | None = None) -> None:
    """Note a tie with its attributes, or why it is not taken."""
    named = _fields(found, about, headings.tie_fields(), "tie")
    cells: dict[str, str] = {}
    attributes: dict[str, str] = {}
    for title, value in about.items():
        field, text = named.get(title, IGNORED), _text(value)
        if field == ATTRIBUTE and (text := _inspected(found, spot, title, text)):
            attributes[title] = text
        elif field not in (IGNORED, "id", "source", "target") and text:
            cells.setdefault(field, text)
    source, target = (" ".join(end.split(" ")) for end in ends)
    for end, name in (("source", source), ("target", target)):
        if not name_text(name):
            found.leave_out(spot, f"no_{end}", " | ".join(ends))
            return
    if "weight" not in cells and cell_values.number(cells.get("value", "")) is not None:  # as D3 calls it
        cells["weight"] = cells.pop("value")
    read = {field: cell_values.read(found, spot, field, cell) for field, cell in cells.items() if field in _TIE_VALUES}
    values = {field: value for field, value in read.items() if value is not None}
    kind = cells.get("type") or cells.get("kind") or cells.get("label")
    if kind and cell_values.direction(kind) in ("directed", "undirected"):
        kind = cells.get("kind") or cells.get("label")
    way = cell_values.direction(cells.get("direction", ""))
    directed = directed if way is None else way != "undirected"
    made = FoundTie(spot, source, target, kind, directed, values, attributes, statements(cells.get("evidence", "")))
    found.ties.append(made)
    if way == "mutual":
        found.ties.append(FoundTie(spot, target, source, kind, directed, values, attributes, made.evidence))


def _fields(found: Found, about: Mapping[str, Any], fields: tuple[str, ...], of: str) -> dict[str, str]:
    """Return the field of each attribute, and note what each was taken for."""
    named = {title: _field(title, fields) for title in about}
    spot = Spot(found.spot.file, found.spot.sheet, element=of)
    there = {(meaning.spot, meaning.column) for meaning in found.meanings[-40:]}
    found.meanings += [Meaning(spot, title, field) for title, field in named.items() if field != IGNORED and (spot, title) not in there]
    return named


def _field(title: str, fields: tuple[str, ...]) -> str:
    if title.startswith("_") or title.casefold() in _OWN or title.casefold() in DERIVED:
        return IGNORED
    renamed = _RENAMED.get(title, title)
    return renamed if renamed in fields else headings.field_of(title, fields)


def _inspected(found: Found, spot: Spot, title: str, text: str) -> str:
    """Return a text without what is not seen; letters that were broken are told."""
    said = cell_values.text(found, spot, title, text) or ""
    if said and (fault := garbled.look(said, title)):
        found.findings.check("garbled", spot.sheet_name, None, title, said, fault)
    return said


def _text(value: Any) -> str:
    """Return an attribute as text: several values with a bar between, tables as JSON."""
    if isinstance(value, list | tuple):
        if all(isinstance(each, str | int | float) for each in value):
            return "|".join(cell_text(each) for each in value)
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True) if value else ""
    return cell_text(value)
