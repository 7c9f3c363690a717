"""Whether ties stay inside groups: the E-I index (Krackhardt & Stern 1988), with a permutation test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
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


class HomophilyRow(TypedDict):
    """A row of `Homophily`."""

    group: str
    nodes: int
    internal: float
    external: float
    index: float | None


@dataclass(frozen=True)
class Homophily(Result[HomophilyRow]):
    """The groups, largest first, and the index of the whole view.

    A row has `group`, `nodes`, `internal` and `external` (its ties, those to others counted for both groups) and `index`, (E - I)/(E + I),
    from -1 (all ties stay inside) to 1 (all lead out), None for a group without ties.

    The result's own `index` is that of the whole view, each tie counted once. `expected` is its mean if groups were dealt at random among
    the same nodes; `lower` and `upper` are the shares of the permutations that came as low, or as high (the observed one counted among
    them), and `p` is twice the smaller. `unknown` counts the ties left out because an end's group is not known.
    """

    name: ClassVar[str] = "homophily"
    about: ClassVar[tuple[str, ...]] = ("group",)
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
    """Return how far the ties of a view, `actors` as a rule, stay inside groups; `by` is one of `choices.GROUPINGS`.

    The test deals the groups at random among the nodes whose group is known, so that ties and sizes of groups stay as they are. In a
    weighted view strengths are summed. Raises `UnknownName` for another grouping.
    """
    groups = {node: group for node, group in partitions.of(view, by, seed=seed).items() if group is not None}
    ties = [(a, b, about[WEIGHT] if view.weighted else 1) for a, b, about in view.graph.edges(data=True)]
    told = [(groups[a], groups[b], weight) for a, b, weight in ties if a in groups and b in groups]
    sizes = Counter(groups.values())
    internal, external = dict.fromkeys(sizes, 0), dict.fromkeys(sizes, 0)
    for a, b, weight in told:
        if a == b:
            internal[a] += weight
        else:
            external[a] += weight
            external[b] += weight
    rows: tuple[HomophilyRow, ...] = tuple(
        {
            "group": group,
            "nodes": size,
            "internal": internal[group],
            "external": external[group],
            "index": _index(external[group], internal[group]),
        }
        for group, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0]))
    )
    context = Context.of(view, by=by, permutations=permutations, seed=seed)
    undefined = {"index": why.NO_TIES} if any(row["index"] is None for row in rows) or not told else {}
    if not told:
        return Homophily(context, rows, undefined=undefined, unknown=len(ties))
    observed, expected, lower, upper = _tested(view, groups, permutations, seed)
    figures = {"index": observed, "expected": expected, "lower": lower, "upper": upper, "p": min(1.0, 2 * min(lower, upper))}
    return Homophily(context, rows, undefined=undefined, unknown=len(ties) - len(told), **figures)


def _index(external: float, internal: float) -> float | None:
    return (external - internal) / (external + internal) if external + internal else None


def _tested(view: View, groups: Mapping[str, str], permutations: int, seed: int) -> tuple[float, float, float, float]:
    """Return the index, its mean over all ways to deal the groups (exact), and the shares of dealt ones as low and as high."""
    order = sorted(groups)
    place = {node: i for i, node in enumerate(order)}
    numbers = {group: i for i, group in enumerate(sorted(set(groups.values())))}
    dealt = np.array([numbers[groups[node]] for node in order])
    kept = [(place[a], place[b], about.get(WEIGHT, 1.0)) for a, b, about in view.graph.edges(data=True) if a in place and b in place]
    one, other, weights = (np.array(column) for column in zip(*kept, strict=True))
    random = np.random.default_rng(seed)

    def index(labels: Any) -> float:
        return float(1 - 2 * weights[labels[one] == labels[other]].sum() / weights.sum())

    observed = index(dealt)
    found = np.array([index(random.permutation(dealt)) for _ in range(permutations)])
    sizes, n = np.bincount(dealt), len(order)
    expected = float(1 - 2 * (sizes * (sizes - 1)).sum() / (n * (n - 1)))
    tolerance = 1e-12
    lower = float((1 + (found <= observed + tolerance).sum()) / (1 + permutations))
    upper = float((1 + (found >= observed - tolerance).sum()) / (1 + permutations))
    return observed, expected, lower, upper
