"""The nodes as the page carries them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from actormap.map.data import legend
from actormap.map.data.colouring import Colouring
from actormap.map.data.legend import Family
from actormap.model.records import Municipality, Network, Node, Project, Snapshot
from actormap.model.selection import Validity
from actormap.model.vocabulary import ACTOR_NODES, VENUE_NODES, Vocabulary

# What the details panel tells of a node besides its name, in this order; the catalogue has a word for each under map.fact.
FACTS = (
    "region",
    "county",
    "population",
    "status",
    "purpose",
    "number",
    "programme",
    "programme_area",
    "objective",
    "intervention",
    "total_budget_sek",
    "esf_support_sek",
    "union_rate_percent",
    "planned_participants",
    "note",
)


def shown(snapshot: Snapshot) -> tuple[Node, ...]:
    """Return the nodes that stand on the map, in the order of their ids. Documents do not: they are evidence."""
    return tuple(sorted((node for node in snapshot.nodes() if node.node != "document"), key=lambda node: node.id))


def as_data(
    snapshot: Snapshot,
    vocabulary: Vocabulary,
    families_shown: Sequence[Family],
    measures: Mapping[str, Mapping[str, float]],
    colouring: Colouring | None = None,
) -> list[dict[str, Any]]:
    """Return a dictionary for each node, without what is empty; what many share is told by number."""
    nodes = shown(snapshot)
    number = {family.key: index for index, family in enumerate(families_shown)}
    styles = list(vocabulary.styles)
    documents = {document.id: index for index, document in enumerate(snapshot.documents)}
    places = _places(snapshot)
    themes = _themes(snapshot)
    validity = Validity(snapshot, vocabulary, frozenset(vocabulary.default_statuses()))
    values, place = (colouring.values, colouring.ordered()) if colouring else ({}, {})
    rows = []
    for node in nodes:
        row = {
            "key": node.id,
            "label": node.name,
            "family": number[legend.key_of(node, vocabulary)],
            "style": styles.index(vocabulary.kind(node.node, node.kind).style),
            "kind": f"{node.node}.{node.kind}",
            "places": places[node.id],
            "themes": themes[node.id],
            "years": years(*validity.of_venue(node.id)[0]),
            "measures": [_significant(values.get(node.id)) for values in measures.values()],
            "aliases": list(getattr(node, "aliases", ())),
            "facts": _facts(node, vocabulary),
            "document": documents.get(getattr(node, "document", None) or ""),
            "locator": getattr(node, "locator", None),
            "value": place.get(values.get(node.id, "")),
        }
        rows.append({key: value for key, value in row.items() if value not in (None, [], {})})
    return rows


def years(start: str | None, end: str | None) -> list[int | None]:
    """Return the years of an interval, None where it is open, nothing at all where it is open at both ends."""
    return [int(date[:4]) if date else None for date in (start, end)] if start or end else []


def _facts(node: Node, vocabulary: Vocabulary) -> dict[str, Any]:
    facts = {name: getattr(node, name, None) for name in FACTS}
    if isinstance(node, Network) and node.status:
        words = vocabulary.network_statuses.get(node.status)
        facts["status"] = dict(words.words) if words else node.status
    elif not isinstance(node, Network):
        facts["status"] = None
    if isinstance(node, Project | Network):
        start, end = (node.start, node.end) if isinstance(node, Project) else (node.valid_from, node.valid_to)
        facts["period"] = f"{start or ''}–{end or ''}" if start or end else None
    if isinstance(node, Municipality):
        facts["population"] = node.population
    return {name: value for name, value in facts.items() if value is not None}


def _places(snapshot: Snapshot) -> dict[str, list[int]]:
    """Return for each node the numbers of the municipalities that it is, has its seat in, or has a relationship with."""
    number = {municipality.id: index for index, municipality in enumerate(snapshot.municipalities)}
    places: defaultdict[str, set[int]] = defaultdict(set)
    for municipality_id, index in number.items():
        places[municipality_id].add(index)
    for actor in snapshot.actors:
        if actor.municipality in number:
            places[actor.id].add(number[actor.municipality])
    for tie in snapshot.relationships:
        for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
            if one in number and other not in number:
                places[other].add(number[one])
    return defaultdict(list, {node_id: sorted(indices) for node_id, indices in places.items()})


def _themes(snapshot: Snapshot) -> dict[str, list[int]]:
    """Return for each node the numbers of the themes that it is or has a relationship with, itself or through a network or project."""
    number = {theme.id: index for index, theme in enumerate(snapshot.themes)}
    own: defaultdict[str, set[int]] = defaultdict(set)
    for theme_id, index in number.items():
        own[theme_id].add(index)
    for tie in snapshot.relationships:
        for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
            if one in number and other not in number:
                own[other].add(number[one])
    themes = defaultdict(set, {node_id: set(indices) for node_id, indices in own.items()})
    for tie in snapshot.relationships:
        for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
            if _table(snapshot, one) in VENUE_NODES and _table(snapshot, other) in ACTOR_NODES:
                themes[other] |= own[one]
    return defaultdict(list, {node_id: sorted(indices) for node_id, indices in themes.items()})


def _table(snapshot: Snapshot, node_id: str) -> str:
    return snapshot.by_id[node_id].node


def _significant(value: float | None) -> float | int | None:
    if value is None:
        return None
    short = float(f"{value:.4g}")
    return int(short) if short.is_integer() else short
