"""The edges of a graph as its writers need them: with ids, ends, and the periods in which they hold."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

Period = tuple[str | None, str | None]
_OF_TIME = frozenset({"valid_from", "valid_to", "evidence"})


@dataclass(frozen=True, slots=True)
class GraphEdge:
    """An edge; `periods` are those in which it holds, none if it has no date."""

    id: str
    source: str
    target: str
    about: Mapping[str, Any]
    periods: tuple[Period, ...] = ()


def edges(graph: Any) -> list[GraphEdge]:
    """Return the edges of a graph in its order; those of a view, which have no ids, are numbered."""
    if graph.is_multigraph():
        listed = [(key, source, target, about) for source, target, key, about in graph.edges(keys=True, data=True)]
    else:
        listed = [(f"e{place}", source, target, about) for place, (source, target, about) in enumerate(graph.edges(data=True), start=1)]
    return [GraphEdge(str(key), source, target, dict(about), _periods(about)) for key, source, target, about in listed]


def _periods(about: Mapping[str, Any]) -> tuple[Period, ...]:
    start, end = about.get("valid_from"), about.get("valid_to")
    return ((start, end),) if start or end else ()


def merged(listed: Sequence[GraphEdge]) -> list[GraphEdge]:
    """Return the edges with those that differ in nothing but time as one, which holds in several periods.

    Its id is that of the first; its dates and ids are joined by a bar, and each piece of its evidence says which `period` it is of.
    """
    together: dict[str, list[GraphEdge]] = {}
    for edge in listed:
        rest = {name: value for name, value in edge.about.items() if name not in _OF_TIME}
        alone = edge.id if not edge.about.get("valid_from") else ""
        together.setdefault(json.dumps([edge.source, edge.target, rest, alone], sort_keys=True, default=str), []).append(edge)
    return [some[0] if len(some) == 1 else _one(some) for some in together.values()]


def _one(some: Sequence[GraphEdge]) -> GraphEdge:
    ordered = sorted(some, key=lambda edge: str(edge.about["valid_from"]))
    first = ordered[0]
    pieces = [
        {**piece, "period": place} for place, edge in enumerate(ordered) for piece in json.loads(str(edge.about.get("evidence", "[]")))
    ]
    about = {
        **first.about,
        **{name: "|".join(str(edge.about.get(name) or "") for edge in ordered) for name in ("valid_from", "valid_to")},
        "ids": "|".join(edge.id for edge in ordered),
        "evidence": json.dumps(pieces, ensure_ascii=False, sort_keys=True),
    }
    return GraphEdge(first.id, first.source, first.target, about, tuple(period for edge in ordered for period in edge.periods))
