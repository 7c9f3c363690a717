"""Two columns: who takes part to the left, in what to the right, ordered so that few lines cross."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx

from actormap.map.layout import margin
from actormap.map.layout.geometry import Rectangle
from actormap.map.layout.inputs import Material
from actormap.map.layout.layout import Frame, GroupHeading, Layout, Names, Position, dot_of, tenths
from actormap.model.vocabulary import VENUE_NODES

NAME = "affiliation"
MOST = 64
SWEEPS = 12
# Columns stand so far from the left, as shares of the width: the labels need the rest, more of it where letters are large.
LYING, STANDING = (0.32, 0.68), (0.43, 0.57)


def columns(material: Material) -> tuple[list[str], list[str]]:
    """Return the actors and the venues that stand in the columns: all with a tie, but for themes and what waits to be ticked."""
    apart = material.themes | material.minor
    chosen = [node_id for node_id in sorted(material.graph) if material.graph.degree(node_id) and node_id not in apart]
    venues = [node_id for node_id in chosen if material.snapshot.by_id[node_id].node in VENUE_NODES]
    return [node_id for node_id in chosen if node_id not in set(venues)], venues


def objection(material: Material) -> str:
    """Return why the layout does not apply, an empty text if it does: it takes two columns that a page can hold."""
    sides = columns(material)
    if not all(sides):
        return "it takes actors and networks or projects with relationships"
    longest = max(map(len, sides))
    return "" if longest <= MOST else f"a column would hold {longest}, and {MOST} is the most"


def arrange(material: Material, frame: Frame) -> Layout:
    """Return the layout; labels stand outside the columns."""
    actors, venues = ordered(*columns(material), material.graph)
    dot = dot_of(len(material.graph), frame) * 0.9
    beside = margin.stand(material, frame, dot)
    room = margin.picture(frame, beside)
    # The largest dot is three times its unit across, and may reach a little into the rows beside.
    dot = min(dot, 0.55 * (room.height - 3 * frame.text) / max(len(actors), len(venues)))
    left, right = (room.width * share for share in (LYING if frame.lying else STANDING))
    positions = _column(actors, left, room, frame) | _column(venues, right, room, frame)
    headings = tuple(
        _heading(material.name(key), x, side, frame) for key, x, side in (("layout.actors", left, -1), ("layout.venues", right, 1))
    )
    sides = dict.fromkeys(actors, -1) | dict.fromkeys(venues, 1)
    return Layout(NAME, frame, round(dot, 2), tenths(beside.positions | positions), tuple(beside.boxes), headings=headings, sides=sides)


def ordered(left: Sequence[str], right: Sequence[str], graph: nx.Graph[str]) -> tuple[list[str], list[str]]:
    """Return both columns in an order with few crossings.

    Each is ordered by the mean place of those it is tied to, to and fro (Sugiyama, Tagawa & Toda 1981), then neighbours change places while
    that helps.
    """
    best = first, second = sorted(left, key=lambda node_id: (-graph.degree(node_id), node_id)), list(right)
    fewest = None
    for _ in range(SWEEPS):
        second = _by_means(second, first, graph)
        first = _by_means(first, second, graph)
        found = crossings(first, second, graph)
        if fewest is None or found < fewest:
            fewest, best = found, (first, second)
    first, second = best
    for _ in range(SWEEPS):
        before = first, second
        first = _switched(first, second, graph)
        second = _switched(second, first, graph)
        if (first, second) == before:
            break
    return first, second


def _switched(moving: Sequence[str], still: Sequence[str], graph: nx.Graph[str]) -> list[str]:
    """Return a column in which no two neighbours would have fewer crossings the other way round."""
    place = {node_id: row for row, node_id in enumerate(still)}
    rows = {node_id: [place[other] for other in graph[node_id] if other in place] for node_id in moving}
    column = list(moving)
    for _ in range(len(column)):
        better = False
        for upper in range(len(column) - 1):
            a, b = rows[column[upper]], rows[column[upper + 1]]
            if sum(x > y for x in a for y in b) > sum(y > x for x in a for y in b):
                column[upper : upper + 2] = column[upper + 1], column[upper]
                better = True
        if not better:
            break
    return column


def crossings(left: Sequence[str], right: Sequence[str], graph: nx.Graph[str]) -> int:
    """Return how many pairs of lines between two columns cross."""
    place = {node_id: row for row, node_id in enumerate(right)}
    ends = [sorted(place[other] for other in graph[node_id] if other in place) for node_id in left]
    lines = [row for rows in ends for row in rows]
    return sum(1 for index, row in enumerate(lines) for later in lines[index + 1 :] if later < row)


def _by_means(moving: Sequence[str], still: Sequence[str], graph: nx.Graph[str]) -> list[str]:
    place = {node_id: row for row, node_id in enumerate(still)}
    means = {}
    for row, node_id in enumerate(moving):
        rows = [place[other] for other in graph[node_id] if other in place]
        # Without a line to the other column a node keeps its share of the height.
        means[node_id] = sum(rows) / len(rows) if rows else row * len(still) / max(1, len(moving))
    return sorted(moving, key=lambda node_id: (round(means[node_id], 9), node_id))


def _heading(name: Names, x: float, side: int, frame: Frame) -> GroupHeading:
    """Return a heading that stands over the labels of its column, not over the lines between."""
    wide = max(map(len, name.values())) * 0.66 * frame.text
    return GroupHeading(round(x + side * wide / 2, 1), round(frame.text * 1.4, 1), name)


def _column(members: Sequence[str], x: float, room: Rectangle, frame: Frame) -> dict[str, Position]:
    top = frame.text * 3
    high = (room.height - top - 0.5 * frame.text) / max(1, len(members))
    return {node_id: (x, top + high * (row + 0.5)) for row, node_id in enumerate(members)}
