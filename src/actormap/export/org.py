"""The Organization Ontology of W3C (ORG, 2014) as JSON-LD: organisations, memberships with roles and times, and where each is said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from actormap.export.graph_edges import GraphEdge, edges

CONTEXT: Mapping[str, Any] = {
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "actormap": "urn:actormap:",
    "id": "@id",
    "type": "@type",
}
_MEMBER = frozenset({"org:memberOf", "org:hasMember", "org:headOf", "org:holds"})
_PART = {"org:OrganizationalUnit": "org:unitOf"}
_OTHER_NODES = {"theme": "skos:Concept", "document": "dcterms:BibliographicResource"}
_DATE = {4: "xsd:gYear", 7: "xsd:gYearMonth", 10: "xsd:date"}


def write(graph: Any) -> bytes:
    """Return a graph as JSON-LD: who takes part in what is an org:Membership; other ties are properties of whom they go from.

    Each tie is told as a statement of its own too, with its type, time and source, so that nothing rests on the ontology's few words.
    """
    found: dict[str, dict[str, Any]] = {node: _node(node, about) for node, about in graph.nodes(data=True)}
    ties = [_tie(edge, found) for edge in edges(graph)]
    told = {"@context": CONTEXT, "@graph": [*found.values(), *ties]}
    return (json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _iri(id_: str) -> str:
    return f"actormap:{quote(id_, safe='')}"


def _node(node: str, about: Mapping[str, Any]) -> dict[str, Any]:
    kind = _OTHER_NODES.get(str(about.get("node"))) or str(about.get("org") or "org:Organization")
    made: dict[str, Any] = {"id": _iri(node), "type": kind, "skos:prefLabel": about.get("label", node), "dcterms:identifier": node}
    named = {
        "skos:altLabel": str(about.get("aliases", "")).split("|"),
        "org:classification": about.get("kind"),
        "skos:note": about.get("note"),
    }
    named["dcterms:temporal"] = _interval(about.get("starts") or about.get("valid_from"), about.get("ends") or about.get("valid_to"))
    return made | {name: value for name, value in named.items() if value and value != [""]}


def _tie(edge: GraphEdge, nodes: dict[str, dict[str, Any]]) -> dict[str, Any]:
    about = edge.about
    term = str(about.get("org") or "org:linkedTo")
    source, target = _iri(edge.source), _iri(edge.target)
    interval = _interval(about.get("valid_from"), about.get("valid_to"))
    cited = [_iri(name) for name in str(about.get("documents", "")).split("|") if name]
    shared = {
        "dcterms:type": about.get("relationship"),
        "dcterms:source": [{"id": name} for name in cited],
        "dcterms:provenance": about.get("status"),
    }
    if term in _MEMBER:
        made = {"id": _iri(edge.id), "type": "org:Membership", "org:member": {"id": source}, "org:organization": {"id": target}}
        shared |= {"org:role": _role(about), "org:memberDuring": interval}
    else:
        made = {"id": _iri(edge.id), "type": "actormap:Statement", "actormap:from": {"id": source}, "actormap:to": {"id": target}}
        shared |= {"dcterms:temporal": interval, "actormap:role": about.get("role")}
        kind = str(nodes[edge.source]["type"])
        named = _PART.get(kind, term) if term == "org:subOrganizationOf" else term
        nodes[edge.source].setdefault(named, []).append({"id": target})
    return made | {name: value for name, value in shared.items() if value}


def _role(about: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "org:Role", "skos:prefLabel": about.get("role") or about.get("label") or about.get("relationship")}


def _interval(start: Any, end: Any) -> dict[str, Any] | None:
    bounds = {"time:hasBeginning": start, "time:hasEnd": end}
    said = {
        name: {"type": "time:Instant", "time:inXSDDate": {"@value": day, "@type": _DATE.get(len(str(day)), "xsd:string")}}
        for name, day in bounds.items()
        if day
    }
    return {"type": "time:Interval", **said} if said else None
