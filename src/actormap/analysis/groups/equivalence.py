"""Who stands alike: with the same ties (structural equivalence), or tied to the same sorts (regular equivalence), gathered in blocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

import numpy as np

from actormap.analysis.groups import partitions
from actormap.analysis.result import Context, NodeRow, Result, described, names
from actormap.errors import UnknownName, UsageError, parameter
from actormap.graph.attributes import ACTOR, SIDE
from actormap.graph.distances import Floats
from actormap.graph.matrices import adjacency
from actormap.graph.views import View
from actormap.model import lookup
from actormap.model.choices import EQUIVALENCES
from actormap.model.ordering import alphabetical
from actormap.model.records import Actor, Municipality

MOST_BLOCKS = 10
LARGE = 2000  # nodes whose distances are kept all at once


class SimilarRow(NodeRow):
    """A row of `Similar`."""

    common: int
    apart: float
    correlation: float | None
    jaccard: float
    shared_names: list[str]


@dataclass(frozen=True)
class Similar(Result[SimilarRow]):
    """The others of an actor's side of the view, those that stand most like it first; equal ones in order of name.

    A row has id, name, kind, `common` (how many have a tie to both), `apart` (the Euclidean distance between the two rows of ties, 0 if
    they are the same), `correlation` (Pearson's, of the same), `jaccard` (common ones as a share of those tied to either) and
    `shared_names`, who is tied to both. `subject` is the actor's id, name and kind.
    """

    name: ClassVar[str] = "similar"
    header: ClassVar[tuple[str, ...]] = tuple(SimilarRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("name", "kind", "jaccard", "correlation", "apart", "common")

    subject: Mapping[str, Any] | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return the name of the actor that the others are compared with."""
        return {"subject": (self.subject or {}).get("name")}


class PositionsRow(NodeRow):
    """A row of `Positions`."""

    side: str
    position: int


@dataclass(frozen=True)
class Positions(Result[PositionsRow]):
    """The nodes of a view with the number of their block, blocks of actors first and the larger before the smaller.

    A row has id, name, kind, side and `position`, the number of the block. `fit` is how well the densities of the blocks tell the ties: the
    correlation of each cell of the matrix with the mean of the cells of its two blocks, None without ties. `cells` are the places of the
    ties, in the order of the rows, for a picture.
    """

    name: ClassVar[str] = "positions"
    header: ClassVar[tuple[str, ...]] = tuple(PositionsRow.__annotations__)

    fit: float | None = None
    cells: tuple[tuple[int, int], ...] = ()

    def figures(self) -> Mapping[str, Any]:
        """Return how many blocks there are, and how well they tell the ties."""
        return {"blocks": len({row["position"] for row in self.rows}), "fit": self.fit}


def similar(view: View, actor: str) -> Similar:
    """Return who stands most like an actor, named by its id, name or alias: whose ties go to the same (Lorrain & White 1971).

    What two nodes are to each other and to themselves is left out. Weights play no part.
    Raises `UnknownName` if the data has no such actor, `UsageError` if it has no tie in the view.
    """
    asked = lookup.the("actor", actor, (node for node in view.snapshot.nodes() if isinstance(node, Actor | Municipality)))
    node = view.lifted.get(asked, asked)
    if node not in view.graph:
        raise UsageError(f"{view.node(node).name} has no tie in {view.called}.", hint=f"Try {parameter('view')} all.")
    order, side = list(view.graph), view.graph.nodes[node][SIDE]
    ties = adjacency(view).toarray()
    at = order.index(node)
    others = [i for i, name in enumerate(order) if i != at and view.graph.nodes[name][SIDE] == side]
    rows = [_compared(view, order, ties, at, other) for other in others]
    rows.sort(key=lambda row: (-row["jaccard"], row["apart"], alphabetical(row["name"]), row["id"]))
    undefined = {"correlation": "no_spread"} if any(row["correlation"] is None for row in rows) else {}
    return Similar(Context.of(view, actor=node), tuple(rows), undefined=undefined, subject=described(view, node))


def _compared(view: View, order: Sequence[str], ties: Floats, one: int, other: int) -> SimilarRow:
    kept = np.ones(len(order), dtype=bool)
    kept[[one, other]] = False
    a, b = ties[one][kept], ties[other][kept]
    both, either = (a > 0) & (b > 0), (a > 0) | (b > 0)
    shared = [node for node, here, common in zip(np.array(order)[kept], either, both, strict=True) if here and common]
    spread = a.std() * b.std() if len(a) else 0
    return {
        **described(view, order[other]),
        "common": int(both.sum()),
        "apart": float(np.linalg.norm(a - b)),
        "correlation": float(((a - a.mean()) * (b - b.mean())).mean() / spread) if spread else None,
        "jaccard": float(both.sum() / either.sum()) if either.any() else 0.0,
        "shared_names": names(view, sorted(map(str, shared))),
    }


def positions(view: View, kind: str = "structural", *, blocks: int | None = None, by: str | None = None, seed: int = 7) -> Positions:
    """Return the nodes of a view in blocks of those that stand alike, each side by itself.

    `structural`: by average linkage on the Euclidean distances of their rows of ties (Wasserman & Faust 1994), in so many `blocks`
    a side, or else as many as give the best mean silhouette, ten at most (Rousseeuw 1987). `regular`: the coarsest blocks in which all have
    ties to the same blocks, however many (White & Reitz 1983; Everett & Borgatti 1991). Without a start all that have a tie are alike; they
    begin as the groups of `by`, a grouping of `partitions.of`, kind unless another is named. Raises `UnknownName` for another kind of
    equivalence.
    """
    if kind not in EQUIVALENCES:
        raise UnknownName("kind of equivalence", kind, EQUIVALENCES)
    order = list(view.graph)
    ties = adjacency(view).toarray() if len(order) <= LARGE else None
    if ties is None:
        raise UsageError(
            f"The view has more nodes than can be compared: {len(order)}, and the most is {LARGE}.",
            hint=f"Narrow it, such as with {parameter('where')}.",
        )
    sides: list[str] = [view.graph.nodes[node][SIDE] for node in order]
    labels: Sequence[Hashable]
    if kind == "regular":
        groups = partitions.of(view, by or "kind", seed=seed)
        labels = regular(ties, [(side, groups[node]) for node, side in zip(order, sides, strict=True)])
    else:
        labels = _structural(ties, sides, blocks)
    ranked = _ranked(labels, sides)
    rows: list[PositionsRow] = [
        {**described(view, node), "side": side, "position": ranked[label]} for node, side, label in zip(order, sides, labels, strict=True)
    ]
    sequence = sorted(range(len(rows)), key=lambda i: (rows[i]["position"], alphabetical(rows[i]["name"]), rows[i]["id"]))
    ordered = ties[np.ix_(sequence, sequence)] if sequence else np.zeros((0, 0))
    kept = tuple(rows[i] for i in sequence)
    cells = tuple((int(a), int(b)) for a, b in np.argwhere(ordered))
    fit = _fit(ordered, [row["position"] for row in kept], [row["side"] for row in kept], two_mode=view.two_mode)
    context = Context.of(view, equivalence=kind, blocks=blocks, by=(by or "kind") if kind == "regular" else None, seed=seed)
    return Positions(context, kept, undefined={} if fit is not None else {"fit": "no_spread"}, fit=fit, cells=cells)


def regular(ties: Floats, start: Sequence[Hashable]) -> list[int]:
    """Return the coarsest regular partition that is finer than a start: nodes of one class have ties to the same classes."""
    labels = _numbered(start)
    while True:
        around = [frozenset(labels[other] for other in np.flatnonzero(row)) for row in ties]
        finer = _numbered(list(zip(labels, around, strict=True)))
        if max(finer, default=0) == max(labels, default=0):
            return finer
        labels = finer


def _structural(ties: Floats, sides: Sequence[str], blocks: int | None) -> list[tuple[str, int]]:
    from scipy.cluster.hierarchy import fcluster, linkage
    from scipy.spatial.distance import squareform

    labels: dict[int, tuple[str, int]] = {}
    for side in dict.fromkeys(sides):
        nodes = [i for i, each in enumerate(sides) if each == side]
        if len(nodes) < 3:
            labels |= dict.fromkeys(nodes, (side, 1))
            continue
        apart = _distances(ties, nodes)
        tree = linkage(squareform(apart, checks=False), "average")
        choices = [min(blocks, len(nodes))] if blocks else range(2, min(MOST_BLOCKS, len(nodes) - 1) + 1)
        cuts = [fcluster(tree, count, "maxclust") for count in choices]
        best = max(cuts, key=lambda cut: round(_silhouette(apart, cut), 10))
        labels |= {node: (side, int(number)) for node, number in zip(nodes, best, strict=True)}
    return [labels[i] for i in range(len(sides))]


def _distances(ties: Floats, nodes: Sequence[int]) -> Floats:
    """Return the Euclidean distances of the rows of some nodes, but for what two are to each other and to themselves."""
    part = ties[nodes]
    squares = (part**2).sum(axis=1)
    whole = squares[:, None] + squares[None, :] - 2 * part @ part.T
    among = part[:, nodes]
    own = np.diag(among)
    mutual = (own[:, None] - among.T) ** 2 + (among - own[None, :]) ** 2
    found: Floats = np.sqrt(np.maximum(whole - mutual, 0))
    np.fill_diagonal(found, 0)
    return found


def _silhouette(apart: Floats, cut: Any) -> float:
    """Return the mean of (b - a) / max(a, b): a a node's mean distance within its block, b that to the nearest other; 0 for one alone."""
    values = []
    for i, own in enumerate(cut):
        means = {block: apart[i][(cut == block) & (np.arange(len(cut)) != i)] for block in set(cut.tolist())}
        inside = means.pop(own)
        if not len(inside) or not means:
            values.append(0.0)
            continue
        a, b = float(inside.mean()), min(float(each.mean()) for each in means.values())
        values.append((b - a) / max(a, b) if max(a, b) else 0.0)
    return sum(values) / len(values)


def _ranked(labels: Sequence[Hashable], sides: Sequence[str]) -> Mapping[Hashable, int]:
    sizes, side_of = Counter(labels), dict(zip(labels, sides, strict=True))
    first: dict[Hashable, int] = {}
    for place, label in enumerate(labels):
        first.setdefault(label, place)
    order = sorted(sizes, key=lambda label: (side_of[label] != ACTOR, side_of[label], -sizes[label], first[label]))
    return {label: number for number, label in enumerate(order, start=1)}


def _fit(ties: Floats, blocks: Sequence[int], sides: Sequence[str], *, two_mode: bool) -> float | None:
    """Return the correlation of every cell with the mean of its two blocks, the diagonal left out."""
    if not len(ties):
        return None
    number, side = np.array(blocks) - 1, np.array(sides)
    counted = side[:, None] != side[None, :] if two_mode else ~np.eye(len(ties), dtype=bool)
    size = number.max() + 1
    cell = (number[:, None] * size + number[None, :])[counted]
    values = ties[counted]
    sums, counts = np.bincount(cell, values, size * size), np.bincount(cell, minlength=size * size)
    means = (sums / np.maximum(counts, 1))[cell]
    if len(values) < 2 or not values.std() or not means.std():
        return None
    return float(np.corrcoef(values, means)[0, 1])


def _numbered(values: Sequence[Hashable]) -> list[int]:
    numbers: dict[Hashable, int] = {}
    return [numbers.setdefault(value, len(numbers)) for value in values]
