"""Key players as a set: whose loss breaks the network most (KPP-Neg), and who together reach most of it (KPP-Pos); Borgatti 2006."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import comb
from typing import Any, ClassVar, TypedDict

import numpy as np

from actormap.analysis.centrality import scores as why
from actormap.analysis.cohesion.fragmentation import distance_fragmentation, fragmentation, places
from actormap.analysis.key_players.objectives import Objective, Reaching, Removal
from actormap.analysis.key_players.reach import STEPS
from actormap.analysis.key_players.search import EXACT_SETS, EXACT_WORK, Best, Progress, best
from actormap.analysis.result import Context, Result, names
from actormap.errors import UnknownName, UsageError
from actormap.graph.views import View
from actormap.model.choices import OBJECTIVES
from actormap.model.records import Relationship

REMOVALS = ("fragmentation", "distance_fragmentation")
LISTED = 1000  # optimal sets; where everybody is alike there can be millions


class KeyPlayersRow(TypedDict):
    """A row of `KeyPlayers`."""

    set: list[str]
    names: list[str]
    value: float
    optimal: bool
    bound: float


@dataclass(frozen=True)
class KeyPlayers(Result[KeyPlayersRow]):
    """The best sets, in order of ids.

    A row has `set` (ids, sorted), `names`, `value`, `optimal` (whether it is proven that no set is better) and `bound`, which no set's
    value exceeds. `optima` is how many sets are best if all were looked at, otherwise None: then there is one row. `before` is the value
    with nobody removed, for the objectives that remove. `candidates` and `sets` count who could be chosen, and in how many ways.
    """

    name: ClassVar[str] = "keyplayers"
    about: ClassVar[tuple[str, ...]] = ("set", "names")
    for_programs: ClassVar[tuple[str, ...]] = ("set",)
    header: ClassVar[tuple[str, ...]] = tuple(KeyPlayersRow.__annotations__)

    candidates: int = 0
    sets: int = 0
    optima: int | None = None
    before: float | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return how many could be chosen, in how many ways, how many sets are best, and the value before a removal."""
        return {name: getattr(self, name) for name in ("candidates", "sets", "optima", "before")}

    def rests_on(self, row: KeyPlayersRow, view: View) -> Iterable[Relationship]:
        """Return the relationships of the ties of its members."""
        return view.ties_of(*row["set"])


def find(
    view: View,
    k: int = 1,
    objective: str = "distance_fragmentation",
    *,
    m: int = STEPS,
    outsiders_only: bool = False,
    candidates: Collection[str] | None = None,
    exact_sets: int = EXACT_SETS,
    exact_work: int = EXACT_WORK,
    progress: Progress | None = None,
) -> KeyPlayers:
    """Return the sets of k actors of a view, `actors` as a rule, that are best for an objective; ties with the best are all listed.

    Removed: `fragmentation` (F) and `distance_fragmentation` (D_F), on what is left. Kept: `distance_reach` (D_R) and `m_reach`, the nodes
    within `m` steps; members count as reached unless `outsiders_only`. Distances are steps, whatever the weights.
    Up to `exact_sets` possible sets (200,000 unless said) all are looked at, as far as `exact_work` allows; otherwise the best set of a
    bounded search is given, and `optimal` says whether it meets the bound. At most 1,000 sets are listed; `optima` counts them all.
    `candidates` are the actors of the view unless named; `progress` is that of `search.best`.
    Raises `UnknownName` for an objective that does not exist or a candidate outside the view, `UsageError` if k or m is less than one.
    """
    objective = objective.replace("-", "_").casefold()
    if objective not in OBJECTIVES:
        raise UnknownName("objective", objective, OBJECTIVES)
    if k < 1 or m < 1:
        raise UsageError("A set has at least one member, and reach at least one step.", hint="Say --k 1 or more, and --m 1 or more.")
    numbers = np.array(places(view, view.actors if candidates is None else candidates), dtype=np.int64)
    parameters = {"k": k, "objective": objective, "candidates": "actors" if candidates is None else sorted(set(candidates))}
    parameters |= {} if objective in REMOVALS else {"outsiders_only": outsiders_only}
    context = Context.of(view, **parameters, **({"m": m} if objective == "m_reach" else {}))
    counts: dict[str, Any] = {"candidates": len(numbers), "sets": comb(len(numbers), k)}
    n = view.graph.number_of_nodes()
    if len(numbers) < k:
        return KeyPlayers(context, (), undefined={"value": why.TOO_FEW_CANDIDATES}, **counts)
    if objective in REMOVALS and n - k < 2:
        return KeyPlayers(context, (), undefined={"value": why.TOO_FEW_LEFT}, **counts)
    found = best(_objective(view, objective, k, m), numbers, k, exact_sets=exact_sets, exact_work=exact_work, progress=progress)
    # All sets have k members, so to count them or not changes every value alike, and not which set is best.
    members, scale = (k if outsiders_only else 0), (n if objective == "distance_reach" else 1)
    value, bound = ((number - (0 if objective in REMOVALS else members)) / scale for number in (found.value, found.bound))
    return KeyPlayers(
        context,
        _rows(view, found, *((round(value), round(bound)) if objective == "m_reach" else (value, bound))),
        **counts,
        optima=len(found.sets) if found.complete else None,
        before=_before(view, objective),
    )


def _objective(view: View, name: str, k: int, m: int) -> Objective:
    if name in REMOVALS:
        return Removal.of(view, k, by_distance=name == "distance_fragmentation")
    return Reaching.of(view, within=m if name == "m_reach" else None)


def _before(view: View, objective: str) -> float | None:
    if objective == "fragmentation":
        return fragmentation(view)
    return distance_fragmentation(view) if objective == "distance_fragmentation" else None


def _rows(view: View, found: Best, value: float, bound: float) -> tuple[KeyPlayersRow, ...]:
    order = tuple(view.graph)
    sets = sorted(sorted(order[place] for place in chosen) for chosen in found.sets)[:LISTED]
    return tuple({"set": chosen, "names": names(view, chosen), "value": value, "optimal": found.optimal, "bound": bound} for chosen in sets)
