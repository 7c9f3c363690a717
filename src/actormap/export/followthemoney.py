"""FollowTheMoney's entities, a line of JSON each, for Aleph and OpenAleph: who there is, and what ties them with its dates and proof."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from actormap.export.graph_edges import GraphEdge, edges

_LEGAL = frozenset({"PublicBody", "Organization", "Company", "LegalEntity"})
_NO_SCHEMA = frozenset({"theme"})
_LINK = "UnknownLink"
# Which ends a schema that ties has, and what may stand at them.
_ENDS: Mapping[str, tuple[str, frozenset[str], str, frozenset[str]]] = {
    "Membership": ("member", _LEGAL, "organization", frozenset({"PublicBody", "Organization", "Company"})),
    "ProjectParticipant": ("participant", _LEGAL, "project", frozenset({"Project"})),
    "Directorship": ("director", _LEGAL, "organization", frozenset({"PublicBody", "Organization", "Company"})),
    "Representation": ("agent", _LEGAL, "client", _LEGAL),
    "Succession": ("successor", _LEGAL, "predecessor", _LEGAL),
}
_INSTEAD = {"ProjectParticipant": "Membership", "Directorship": "ProjectParticipant", "Ownership": "ProjectParticipant"}
_DATES = {"valid_from": "startDate", "valid_to": "endDate"}


def write(graph: Any) -> bytes:
    """Return the entities of a graph. A tie has the schema of its type where the ends allow it, another that they allow, or is a link."""
    lines = [*_entities(graph), *_ties(graph)]
    return "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines).encode()


def _entities(graph: Any) -> Iterator[dict[str, Any]]:
    for node, about in graph.nodes(data=True):
        schema = _schema(about)
        if schema is None:
            continue
        if schema == "Document":
            found = {"title": about.get("label"), "date": about.get("published"), "publisher": about.get("publisher")}
            found["sourceUrl"] = about.get("address")
        else:
            found = {"name": about.get("label", node), "alias": about.get("aliases"), "country": "se", "summary": about.get("note")}
            found["classification"] = about.get("kind") if schema in _LEGAL else None
        if schema == "Project":
            found |= {"projectId": about.get("number"), "startDate": about.get("starts"), "endDate": about.get("ends")}
            found |= {"goal": about.get("objective"), "amount": about.get("total_budget_sek")}
            found["currency"] = "SEK" if found["amount"] else None
        yield _entity(node, schema, found)


def _schema(about: Mapping[str, Any]) -> str | None:
    if about.get("node") == "document":
        return "Document"
    return None if about.get("node") in _NO_SCHEMA else str(about.get("ftm") or "Organization")


def _ties(graph: Any) -> Iterator[dict[str, Any]]:
    schemas = {node: _schema(about) for node, about in graph.nodes(data=True)}
    documents = {node for node, schema in schemas.items() if schema == "Document"}
    for edge in edges(graph):
        source, target = schemas[edge.source], schemas[edge.target]
        if source and target:
            schema, first, second = _tie(str(edge.about.get("ftm", "")), source, target)
            yield _entity(edge.id, schema, {first: edge.source, second: edge.target, **_about(edge, documents)})


def _tie(wanted: str, source: str, target: str) -> tuple[str, str, str]:
    for schema in (wanted, _INSTEAD.get(wanted, ""), "Membership" if wanted in ("Directorship", "Ownership") else ""):
        if schema in _ENDS:
            first, sources, second, targets = _ENDS[schema]
            if source in sources and target in targets:
                return schema, first, second
    return _LINK, "subject", "object"


def _about(edge: GraphEdge, documents: set[str]) -> dict[str, Any]:
    about = edge.about
    pieces = json.loads(str(about.get("evidence", "[]")))
    cited = [piece["document"] for piece in pieces if piece.get("document") in documents]
    found: dict[str, Any] = {name: about.get(field) for field, name in _DATES.items()}
    found |= {"role": about.get("role"), "status": about.get("status"), "recordId": about.get("relationship"), "proof": "|".join(cited)}
    # What the entities have no property for stands in words.
    found["summary"] = "; ".join(str(piece[name]) for piece in pieces for name in ("locator", "note") if piece.get(name))
    return found


def _entity(id_: str, schema: str, properties: Mapping[str, Any]) -> dict[str, Any]:
    multiple = ("alias", "proof")
    given = {name: str(value).split("|") if name in multiple else [str(value)] for name, value in properties.items() if value}
    return {"id": id_, "schema": schema, "properties": {name: list(dict.fromkeys(values)) for name, values in given.items()}}
