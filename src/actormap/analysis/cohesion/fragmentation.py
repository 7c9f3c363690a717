"""How far a network has fallen apart, before and after somebody is gone (Borgatti 2006, Identifying sets of key players)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import ClassVar, TypedDict

import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.result import Context, Result
from actormap.errors import UnknownName
from actormap.graph.distances import Flags, Floats, Ground
from actormap.graph.views import View
from actormap.model.records import Relationship


class FragmentationRow(TypedDict):
    """A row of `Fragmentation`."""

    removed: list[str]
    nodes: int
    fragmentation: float | None
    distance_fragmentation: float | None


@dataclass(frozen=True)
class Fragmentation(Result[FragmentationRow]):
    """The whole view, and if something is removed a second row for what is left.

    A row has `removed` (ids), `nodes`, `fragmentation` (F) and `distance_fragmentation` (D_F); both are None with fewer than two nodes.
    """

    name: ClassVar[str] = "fragmentation"
    about: ClassVar[tuple[str, ...]] = ("removed",)

    def rests_on(self, row: FragmentationRow, view: View) -> Iterable[Relationship]:
        """Return all relationships of the view, less those of the nodes removed."""
        gone = {tie.id for tie in view.ties_of(*row["removed"])}
        return [tie for tie in view.ties_of(*view.graph) if tie.id not in gone]


def find(view: View, without: Collection[str] = ()) -> Fragmentation:
    """Return how far a view has fallen apart, and how far it would without some nodes; raise `UnknownName` if one is not in the view."""
    rows = [_row(view, ())] + ([_row(view, sorted(set(without)))] if without else [])
    few = any(row["fragmentation"] is None for row in rows)
    undefined = dict.fromkeys(("fragmentation", "distance_fragmentation"), why.TOO_FEW_LEFT) if few else {}
    return Fragmentation(Context.of(view, without=sorted(set(without))), tuple(rows), undefined=undefined)


def fragmentation(view: View, without: Collection[str] = ()) -> float | None:
    """Return F, the share of pairs that no path connects, on what is left after `without` is removed: 0 connected, 1 all alone.

    F = 1 - sum of s (s - 1) / (n (n - 1)) over the sizes s of the parts, nodes of both sides counted (Borgatti 2006, eq. 4).
    None if fewer than two nodes are left. Raises `UnknownName` if a member of `without` is not in the view.
    """
    return _one(fragmentations(Ground.of(view), gone(view, without)))


def distance_fragmentation(view: View, without: Collection[str] = ()) -> float | None:
    """Return D_F, fragmentation weighted by distance, on what is left after `without` is removed: 0 all adjacent, 1 no pair connected.

    D_F = 1 - sum of 1/d_ij over ordered pairs / (n (n - 1)), d in steps whatever the weights (Borgatti 2006, eq. 9).
    None if fewer than two nodes are left. Raises `UnknownName` if a member of `without` is not in the view.
    """
    return _one(fragmentations(Ground.of(view), gone(view, without), by_distance=True))


def fragmentations(ground: Ground, absent: Flags, *, by_distance: bool = False) -> Floats:
    """Return F, or D_F, for each case: `absent` has a row a case and a column a node. Not a number where fewer than two are left."""
    connected = np.zeros(len(absent))
    for steps, counts in ground.counts(absent):
        connected += counts.sum(axis=1) / (steps if by_distance else 1)
    left = absent.shape[1] - absent.sum(axis=1)
    pairs = (left * (left - 1)).astype(float)
    share: Floats = np.divide(connected, pairs, out=np.full(len(absent), np.nan), where=pairs > 0)
    return 1 - share


def gone(view: View, nodes: Collection[str]) -> Flags:
    """Return one case in which some nodes are gone; raise `UnknownName` if one of them is not in the view."""
    absent = np.zeros((1, view.graph.number_of_nodes()), dtype=bool)
    absent[0, places(view, nodes)] = True
    return absent


def places(view: View, nodes: Collection[str]) -> list[int]:
    """Return the places of some nodes in the view's order; raise `UnknownName` if one of them is not in the view."""
    place = {node: i for i, node in enumerate(view.graph)}
    for node in nodes:
        if node not in place:
            raise UnknownName("node of the view", node, place)
    return sorted({place[node] for node in nodes})


def _row(view: View, without: Collection[str]) -> FragmentationRow:
    left = view.graph.number_of_nodes() - len(without)
    return {
        "removed": list(without),
        "nodes": left,
        "fragmentation": fragmentation(view, without),
        "distance_fragmentation": distance_fragmentation(view, without),
    }


def _one(values: Floats) -> float | None:
    return None if np.isnan(values[0]) else float(values[0])
