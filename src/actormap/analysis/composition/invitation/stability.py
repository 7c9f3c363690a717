"""How sure an invitation is: in what share of the resamples each of those invited is still chosen."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, ClassVar, TypedDict

from actormap.analysis.certainty.resamples import Plan
from actormap.analysis.result import Context, Result
from actormap.graph.attributes import TIES
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Evidence, Relationship

Group = tuple[str, str] | tuple[str, int]


class StabilityRow(TypedDict):
    """A row of `Stability`."""

    id: str
    name: str
    invited: bool
    chosen: float


@dataclass(frozen=True)
class Stability(Result[StabilityRow]):
    """In what share of the resamples each actor is in a best set, those invited first, then the others that ever are.

    A row has `id`, `name`, `invited` and `chosen` (0 to 1). `asked` is how many resamples were asked for, `planned` how many there are,
    fewer when there are no more ways to leave out so much, none when there are fewer than two groups. `done` of them were
    made, each without `left_out` of `groups` statement groups. Who sits in the network itself is not put in doubt.
    """

    name: ClassVar[str] = "stability"
    header: ClassVar[tuple[str, ...]] = tuple(StabilityRow.__annotations__)

    asked: int = 0
    planned: int = 0
    done: int = 0
    groups: int = 0
    left_out: int = 0

    def figures(self) -> dict[str, Any]:
        """Return how many resamples were made of how many, and what each left out of how much."""
        return {name: getattr(self, name) for name in ("asked", "planned", "done", "groups", "left_out")}


def estimate(
    view: View,
    network: str,
    context: Context,
    invited: Sequence[str],
    again: Callable[[View], Sequence[Sequence[str]]],
    *,
    resamples: int = 100,
    share: float = 0.1,
    seed: int = 7,
    budget: float | None = 10.0,
    progress: Callable[[int, int], None] | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Stability:
    """Return how often each actor is still chosen when a share of the statement groups is left out again and again.

    `again` gives the best sets of those invited in a view. `budget` is in seconds, looked at between resamples; None is no limit.
    """
    groups = _groups(view, network)
    # Without the only piece of information there is nothing to choose by, which says nothing of how sure the choice is.
    plan = Plan.of(len(groups) if len(groups) > 1 else 0, share, resamples, seed)
    begun, done = clock(), 0
    chosen: Counter[str] = Counter()
    for lost in plan.draws():
        if done and budget is not None and clock() - begun > budget:
            break
        sets = again(_without(view, network, {groups[number] for number in lost}))
        chosen.update({actor for each in sets for actor in each})
        done += 1
        if progress:
            progress(done, plan.count)
    others = sorted(set(chosen) - set(invited), key=lambda each: (-chosen[each], alphabetical(view.node(each).name), each))
    rows: list[StabilityRow] = [
        {"id": actor, "name": view.node(actor).name, "invited": actor in invited, "chosen": chosen[actor] / done}
        for actor in (*invited, *others)
        if done
    ]
    return Stability(context, tuple(rows), asked=resamples, planned=plan.count, done=done, groups=len(groups), left_out=plan.size)


def _groups(view: View, network: str) -> list[Group]:
    """Return the statement groups: statements that rest on the same document and locator stand or fall together."""
    found = (
        _group(tie, place, piece) for tie in view.selected.structure if _doubted(tie, network) for place, piece in enumerate(tie.evidence)
    )
    return list(dict.fromkeys(found))


def _doubted(tie: Relationship, network: str) -> bool:
    # Who sits in the network is known to those who ask, and what is part of what is structure.
    return tie.type != "part_of" and tie.target != network


def _group(tie: Relationship, place: int, piece: Evidence) -> Group:
    return (piece.document, piece.locator) if piece.document and piece.locator else (tie.id, place)


def _without(view: View, network: str, lost: set[Group]) -> View:
    """Return the view without the statements of some groups; who has no tie left is an isolate."""

    def kept(ties: Sequence[Relationship]) -> tuple[Relationship, ...]:
        found = []
        for tie in ties:
            pieces = tuple(
                piece for place, piece in enumerate(tie.evidence) if not _doubted(tie, network) or _group(tie, place, piece) not in lost
            )
            if pieces:
                found.append(tie if len(pieces) == len(tie.evidence) else replace(tie, evidence=pieces))
        return tuple(found)

    selected = replace(view.selected, relationships=kept(view.selected.relationships), structure=kept(view.selected.structure))
    alive = {tie.id for tie in selected.relationships}
    edges = [(one, other) for one, other, about in view.graph.edges(data=True) if alive.intersection(about[TIES])]
    graph = view.graph.edge_subgraph(edges)
    return replace(view, graph=graph, isolates=tuple(sorted({*view.isolates, *(set(view.graph) - set(graph))})), selected=selected)
