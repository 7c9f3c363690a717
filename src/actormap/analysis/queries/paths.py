"""How two nodes are connected."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from actormap.analysis.queries.scope import QuestionScope, Row


def shortest_paths(kept: QuestionScope, start: str, goal: str, types: Collection[str], most: int) -> Iterator[Row]:
    """Yield the shortest ways between two nodes, in the order of the ids they pass, at most so many."""
    found = sorted(_ways(kept, start, goal, types)) if start != goal else []
    for path in found[:most]:
        yield {"length": len(path) - 1, "path": list(path), "names": [kept.nodes[node].name for node in path]}


def _ways(kept: QuestionScope, start: str, goal: str, types: Collection[str]) -> Iterator[tuple[str, ...]]:
    neighbours: dict[str, set[str]] = {}
    for tie in kept.of_types(types):
        neighbours.setdefault(tie.source, set()).add(tie.target)
        neighbours.setdefault(tie.target, set()).add(tie.source)
    # Distances from the goal; from the start every way then goes downhill.
    distance, edge = {goal: 0}, [goal]
    while edge and start not in distance:
        edge = [near for node in edge for near in neighbours.get(node, ()) if _first_seen(near, distance, distance[node] + 1)]
    if start not in distance:
        return
    ways: list[tuple[str, ...]] = [(start,)]
    while ways[0][-1] != goal:
        ways = [(*way, near) for way in ways for near in neighbours[way[-1]] if distance.get(near, -1) == distance[way[-1]] - 1]
    yield from ways


def _first_seen(node: str, distance: dict[str, int], steps: int) -> bool:
    if node in distance:
        return False
    distance[node] = steps
    return True
