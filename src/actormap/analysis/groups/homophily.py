"""Whether ties stay inside groups: the E-I index (Krackhardt & Stern 1988), with a permutation test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.groups import partitions
from actormap.analysis.result import Context, Result
from actormap.graph.attributes import TIES, WEIGHT
from actormap.graph.views import View
from actormap.model.records import Relationship

PERMUTATIONS = 2000
TOLERANCE = 1e-12
Ties = Sequence[tuple[str, str, float]]


class HomophilyRow(TypedDict):
    """A row of `Homophily`."""

    group: str
    group_name: str
    nodes: int
    internal: float
    external: float
    index: float | None
    expected: float | None
    p: float | None


@dataclass(frozen=True)
class Homophily(Result[HomophilyRow]):
    """The groups, largest first, and the index of the whole view.

    A row has `group`, `group_name`, `nodes`, `internal` and `external` (its ties, those to others counted for both groups) and `index`,
    (E - I)/(E + I), from -1 (all ties stay inside) to 1 (all lead out), None for a group without ties. `expected` is the mean of its index
    over the permutations in which it has a tie, and `p` twice the share of these that came as low, or as high, whichever is smaller.

    The result's own `index` is that of the whole view, each tie counted once. `expected` is its mean if groups were dealt at random among
    the same nodes; `lower` and `upper` are the shares of the permutations that came as low, or as high (the observed one counted among
    them), and `p` is twice the smaller. `unknown` counts the ties left out because an end's group is not known. With one group only no tie
    can lead out, so nothing is defined.
    """

    name: ClassVar[str] = "homophily"
    by_strength: ClassVar[bool] = True
    about: ClassVar[tuple[str, ...]] = ("group", "group_name")
    for_programs: ClassVar[tuple[str, ...]] = ("group",)
    header: ClassVar[tuple[str, ...]] = tuple(HomophilyRow.__annotations__)

    index: float | None = None
    expected: float | None = None
    lower: float | None = None
    upper: float | None = None
    p: float | None = None
    unknown: int = 0

    def figures(self) -> Mapping[str, Any]:
        """Return the index of the whole view, what chance would give, and how rare it is."""
        return {name: getattr(self, name) for name in ("index", "expected", "lower", "upper", "p", "unknown")}

    def rests_on(self, row: HomophilyRow, view: View) -> Iterable[Relationship]:
        """Return the relationships of the ties that a group has inside and to other groups."""
        groups = partitions.of(view, self.context.parameters["by"], seed=self.context.parameters["seed"])
        pairs = [(a, b, about[TIES]) for a, b, about in view.graph.edges(data=True) if groups[a] is not None and groups[b] is not None]
        return [view.made_of[name] for a, b, names in pairs if row["group"] in (groups[a], groups[b]) for name in names]


def find(view: View, by: str = "kind", *, permutations: int = PERMUTATIONS, seed: int = 7) -> Homophily:
    """Return how far the ties of a view, `actors` as a rule, stay inside groups; `by` is a grouping of `partitions.of`.

    The test deals the groups at random among the nodes whose group is known, so that ties and sizes of groups stay as they are. In a
    weighted view strengths are summed. Raises `UnknownName` for another grouping.
    """
    groups = {node: group for node, group in partitions.of(view, by, seed=seed).items() if group is not None}
    ties = [(a, b, about[WEIGHT] if view.weighted else 1) for a, b, about in view.graph.edges(data=True)]
    known = [(a, b, weight) for a, b, weight in ties if a in groups and b in groups]
    told = [(groups[a], groups[b], weight) for a, b, weight in known]
    sizes = Counter(groups.values())
    names = partitions.names(view, by)
    tested = _Tested.of(sorted(groups), groups, known, permutations, seed) if known and len(sizes) > 1 else None
    internal, external = _counted(sizes, told)
    rows: tuple[HomophilyRow, ...] = tuple(
        {
            "group": group,
            "group_name": names.get(group, group),
            "nodes": size,
            "internal": internal[group],
            "external": external[group],
            "index": _index(external[group], internal[group]) if len(sizes) > 1 else None,
            "expected": tested.expected_of.get(group) if tested else None,
            "p": tested.p_of.get(group) if tested else None,
        }
        for group, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
    )
    context = Context.of(view, by=by, permutations=permutations, seed=seed)
    alone = bool(told) and len(sizes) == 1
    undefined = {"index": why.ONE_GROUP if alone else why.NO_TIES} if any(row["index"] is None for row in rows) or not told else {}
    if tested is None:
        return Homophily(context, rows, undefined=undefined, unknown=len(ties) - len(told))
    return Homophily(context, rows, undefined=undefined, unknown=len(ties) - len(told), **tested.whole())


def _counted(sizes: Iterable[str], told: Ties) -> tuple[dict[str, float], dict[str, float]]:
    nothing: dict[str, float] = dict.fromkeys(sizes, 0)
    internal, external = nothing.copy(), nothing.copy()
    for a, b, weight in told:
        for group in {a, b}:
            (internal if a == b else external)[group] += weight
    return internal, external


def _index(external: float, internal: float) -> float | None:
    return (external - internal) / (external + internal) if external + internal else None


@dataclass(frozen=True)
class _Tested:
    """What dealing the groups at random says of the whole index and of that of each group."""

    observed: float
    expected: float
    lower: float
    upper: float
    expected_of: Mapping[str, float]
    p_of: Mapping[str, float]

    @classmethod
    def of(cls, order: Sequence[str], groups: Mapping[str, str], ties: Ties, permutations: int, seed: int) -> _Tested:
        """Return the test of some ties whose groups are known, dealt at random among the nodes in `order`; the whole's mean is exact."""
        place = {node: i for i, node in enumerate(order)}
        kinds = sorted(set(groups.values()))
        dealt = np.array([kinds.index(groups[node]) for node in order])
        one, other, weights = (np.array(column) for column in zip(*((place[a], place[b], weight) for a, b, weight in ties), strict=True))
        random = np.random.default_rng(seed)

        def indices(labels: Any) -> Any:
            """Return the index of each group, NaN for one without ties, and last that of the whole."""
            alike = labels[one] == labels[other]
            inside = np.bincount(labels[one][alike], weights[alike], len(kinds))
            ends = np.bincount(labels[one], weights, len(kinds)) + np.bincount(labels[other], weights, len(kinds))
            outside = ends - 2 * inside
            shares = np.divide(outside - inside, outside + inside, out=np.full(len(kinds), np.nan), where=ends > 0)
            return np.append(shares, 1 - 2 * weights[alike].sum() / weights.sum())

        observed = indices(dealt)
        found = np.array([indices(random.permutation(dealt)) for _ in range(permutations)]).reshape(-1, len(kinds) + 1)
        tied = (~np.isnan(found)).sum(axis=0)
        lower = (1 + (found <= observed + TOLERANCE).sum(axis=0)) / (1 + tied)
        upper = (1 + (found >= observed - TOLERANCE).sum(axis=0)) / (1 + tied)
        p = np.minimum(1, 2 * np.minimum(lower, upper))
        means = np.nansum(found, axis=0) / np.maximum(tied, 1)
        known = [(number, kind) for number, kind in enumerate(kinds) if not np.isnan(observed[number]) and tied[number]]
        sizes, n = np.bincount(dealt), len(order)
        return cls(
            observed=float(observed[-1]),
            expected=float(1 - 2 * (sizes * (sizes - 1)).sum() / (n * (n - 1))),
            lower=float(lower[-1]),
            upper=float(upper[-1]),
            expected_of={kind: float(means[number]) for number, kind in known},
            p_of={kind: float(p[number]) for number, kind in known},
        )

    def whole(self) -> dict[str, float]:
        """Return the figures of the index of the whole view."""
        p = min(1.0, 2 * min(self.lower, self.upper))
        return {"index": self.observed, "expected": self.expected, "lower": self.lower, "upper": self.upper, "p": p}
