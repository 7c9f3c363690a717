"""Graphology's JSON, which Gephi Lite opens."""

from __future__ import annotations

import json
import math
from typing import Any

from actormap.export.graph_edges import edges

_SMALLEST, _GROWTH = 4.0, 2.0


def write(graph: Any) -> bytes:
    """Return a graph as Graphology's JSON; nodes without a place stand on a circle, since Gephi Lite wants one of each."""
    directed = graph.is_directed()
    count = max(1, graph.number_of_nodes())
    told = {
        "attributes": {"name": graph.graph.get("name", "actormap")},
        "options": {"type": "directed" if directed else "undirected", "multi": graph.is_multigraph(), "allowSelfLoops": False},
        "nodes": [
            {"key": node, "attributes": {**_circle(place / count), "size": _size(graph.degree(node)), **about}}
            for place, (node, about) in enumerate(graph.nodes(data=True))
        ],
        "edges": [
            {"key": edge.id, "source": edge.source, "target": edge.target, "attributes": dict(edge.about), "undirected": not directed}
            for edge in edges(graph)
        ],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _circle(turn: float) -> dict[str, float]:
    return {"x": round(100 * math.cos(2 * math.pi * turn), 3), "y": round(100 * math.sin(2 * math.pi * turn), 3)}


def _size(degree: int) -> float:
    return round(_SMALLEST + _GROWTH * math.sqrt(degree), 2)
