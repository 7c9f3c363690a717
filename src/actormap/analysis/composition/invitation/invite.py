"""Whom to invite: the sets that make most of a network's required coverage covered, then reach most, then rest on fewest."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import isfinite
from typing import Any, ClassVar, TypedDict

from actormap.analysis.composition.invitation import candidates as eligible
from actormap.analysis.composition.invitation.alternatives import Alternatives, Swaps, alternatives, swaps
from actormap.analysis.composition.invitation.candidates import Candidates
from actormap.analysis.composition.invitation.pareto import Front, trace
from actormap.analysis.composition.invitation.problem import COVERED, REACH, SeatingTable, counted, lay
from actormap.analysis.composition.invitation.proposals import Appraiser, InvitationRow
from actormap.analysis.composition.invitation.seats import Seating, fill
from actormap.analysis.composition.invitation.stability import Stability, estimate
from actormap.analysis.composition.invitation.terms import InvitationTerms
from actormap.analysis.composition.members import seats
from actormap.analysis.composition.seated import only_planned
from actormap.analysis.optimise.solver import LISTED, LOOKED_AT
from actormap.analysis.result import Context, Record, Result, names
from actormap.graph.views import View
from actormap.model.invite_rules import InviteRules

ASKED = 5
SECONDS = 60.0
RESPECTS = ("covered", "reach", "robust", "stay")
ANYONE, NO_RULES = InvitationTerms(), InviteRules()


class LeftOutRow(TypedDict):
    """A row of `LeftOut`."""

    rule: str
    id: str
    name: str
    kind: str
    region: str | None


@dataclass(frozen=True)
class LeftOut(Result[LeftOutRow]):
    """Who is not proposed and why, rule by rule: `rule`, `id`, `name`, `kind`, `region`; an actor under every rule that takes it out."""

    name: ClassVar[str] = "not_proposed"
    header: ClassVar[tuple[str, ...]] = tuple(LeftOutRow.__annotations__)


class ToAskRow(TypedDict):
    """A row of `ToAsk`."""

    cell: str
    weight: float
    id: list[str]
    name: list[str]
    minimum: int


@dataclass(frozen=True)
class ToAsk(Result[ToAskRow]):
    """What one would have to know to have a reason to invite somebody: cells that some candidate may cover, nearest to known first.

    A row has `cell`, `weight`, `id` and `name` of the candidate of whom it is not known, and `minimum`.
    """

    name: ClassVar[str] = "to_ask"
    header: ClassVar[tuple[str, ...]] = tuple(ToAskRow.__annotations__)


@dataclass(frozen=True)
class Invitation(Result[InvitationRow]):
    """The best sets to invite, in the order of their ids.

    A row has `set` (ids, sorted), `names`, with members who may leave also `leave` and `leave_names`, `covered` (weight of the cells that
    become covered), `reach` (actors that no member reaches today), `robust` (cells that survive the loss of any one member), `optimal`
    (whether it is proven that no set is better), `bound` (which no set's `covered` exceeds) and `reasons`. `more` says whether there may be
    further sets as good, `optima` how many there are in all, None if not known. `filled` of the `seats` could be filled. `weight` is that
    of all cells, `weight_today` of those covered today, `robust_today` how many survive a loss today; `planned` names
    the members counted today whose seat is only planned.

    Where time ran out first, `unproven` names what could still be better among choices equal in all before it (covered, reach, robust,
    stay) and `most` what it cannot exceed, None if that is not known.

    Without a row the data gives no reason to invite anyone; `to_ask` then holds the questions that might.
    """

    name: ClassVar[str] = "invitation"
    header: ClassVar[tuple[str, ...]] = ("set", "names", "covered", "reach", "robust", "optimal", "bound", "reasons")

    focal: str = ""
    planned: tuple[str, ...] = ()
    seats: int = 0
    filled: int = 0
    weight: float = 0
    weight_today: float = 0
    robust_today: int = 0
    more: bool = False
    optima: int | None = None
    unproven: str | None = None
    most: float | None = None
    candidates: Candidates = field(default_factory=lambda: Candidates(()), repr=False)
    left_out: LeftOut | None = field(default=None, repr=False)
    alternatives: Alternatives | None = field(default=None, repr=False)
    swaps: Swaps | None = field(default=None, repr=False)
    stability: Stability | None = field(default=None, repr=False)
    front: Front | None = field(default=None, repr=False)
    to_ask: ToAsk | None = field(default=None, repr=False)

    def figures(self) -> dict[str, Any]:
        """Return how many could be chosen and seated, what holds today, whether more sets may be as good, and where the proof stopped."""
        return {"candidates": len(self.candidates.eligible), "seats": self.seats, "filled": self.filled, "more": self.more} | {
            name: getattr(self, name) for name in ("weight", "weight_today", "robust_today", "optima", "unproven", "most")
        }

    def besides(self) -> tuple[Result, ...]:
        """Return what stands beside the proposals: alternatives, swaps, stability, front, questions, who is left out and why."""
        every = (self.alternatives, self.swaps, self.stability, self.front, self.to_ask, self.left_out)
        return tuple(each for each in every if each is not None)


def find(
    view: View,
    network: str,
    terms: InvitationTerms = ANYONE,
    rules: InviteRules = NO_RULES,
    *,
    listed: int = LISTED,
    seconds: float | None = SECONDS,
    look_at: int = LOOKED_AT,
    certainty: dict[str, Any] | None = None,
    front: bool = False,
) -> Invitation:
    """Return whom to invite to a network, proven best or with the bound; the view is `affiliation`.

    A set is better that covers more weight, then reaches more, then leaves more cells that survive the loss of any one member, then lets
    fewer members leave. Up to `listed` equal ones are listed. `seconds` bounds each search; no more than `look_at` choices are simply
    looked at. With `certainty`, the options of `stability.estimate` (which may be empty), it also says how often each actor is still
    chosen; with `front` what each size could cover.
    Raises `UnknownName` for a network, actor or kind that does not exist, `UsageError` if the terms contradict each other.
    """
    finder = _InvitationSearch(view, network, terms, rules, {"listed": listed, "look_at": look_at}, seconds)
    return finder.find(certainty, front=front)


class _InvitationSearch:
    def __init__(
        self,
        view: View,
        network: str,
        terms: InvitationTerms,
        rules: InviteRules,
        how: dict[str, int],
        seconds: float | None,
    ) -> None:
        self.view, self.vocabulary, self.network = view, view.vocabulary, network
        self.terms, self.rules, self.how, self.seconds = terms, rules, how, seconds

    def find(self, certainty: dict[str, Any] | None, *, front: bool) -> Invitation:
        candidates, seating = self.best(self.view, self.seconds)
        appraiser = Appraiser(self.view, self.network, seating, candidates)
        context = self._context()
        sets = seating.sets() if _is_one_of(seating, appraiser) else ()
        told: dict[str, Any] = {
            "focal": self.network,
            "planned": tuple(names(self.view, only_planned(self.view, self.network))),
            "seats": self.terms.seats,
            "filled": seating.filled,
            **appraiser.today(),
            "more": bool(sets) and seating.choice is not None and seating.choice.more,
            "optima": seating.choice.count if sets and seating.choice is not None else None,
            **_unproven(seating),
            "candidates": candidates,
            "left_out": self._left_out(context, candidates),
            "front": self._front(context, candidates) if front else None,
        }
        if not sets:
            return Invitation(context, (), **told, to_ask=self._to_ask(context, seating.table, appraiser))
        rows = tuple(appraiser.row(chosen) for chosen in sets)
        first = sets[0]
        told["alternatives"] = alternatives(self.view, context, appraiser, first, self.seconds)
        told["swaps"] = swaps(self.view, context, appraiser, first)
        if certainty is not None:
            told["stability"] = estimate(self.view, self.network, context, rows[0]["set"], self._again, **certainty)
        return Invitation(context, rows, **told)

    def best(self, view: View, seconds: float | None) -> tuple[Candidates, Seating]:
        found = eligible.find(view, self.network, self.rules, self.terms.include)
        leaving = self.terms.leaving([seat.actor for seat in seats(view, self.network)])
        table = lay(view, self.network, found.eligible, leaving)
        return found, fill(table, view, self.terms, seconds=seconds, **self.how)

    def _again(self, view: View) -> Sequence[Sequence[str]]:
        candidates, seating = self.best(view, self.seconds)
        appraiser = Appraiser(view, self.network, seating, candidates)
        return [seating.invited(chosen) for chosen in seating.sets()] if _is_one_of(seating, appraiser) else []

    def _context(self) -> Context:
        terms, rules = self.terms, self.rules
        return Context.of(
            self.view,
            network=self.network,
            seats=terms.seats,
            include=list(terms.include),
            keep=list(terms.keep),
            may_leave=list(terms.may_leave),
            per_kind=terms.per_kind,
            per_municipality=terms.per_municipality,
            smallest=terms.smallest,
            largest=terms.largest,
            regions=list(rules.regions),
            exclude=list(rules.exclude),
            exclude_kinds=list(rules.exclude_kinds),
            workload=rules.workload,
        )

    def _left_out(self, context: Context, found: Candidates) -> LeftOut:
        rows: list[LeftOutRow] = []
        for rule, actors in found.out.items():
            for actor in actors:
                node = self.view.node(actor)
                region = getattr(node, "region", None)
                rows.append({"rule": rule, "id": actor, "name": node.name, "kind": node.kind, "region": region})
        return LeftOut(context, tuple(rows))

    def _front(self, context: Context, candidates: Candidates) -> Front:
        table = lay(self.view, self.network, candidates.eligible, free=True)
        largest = self.terms.largest or len(counted(self.view, table.seated)) + self.terms.seats
        return trace(self.view, context, table, self.terms.keep, largest, network=self.view.node(self.network).name)

    def _to_ask(self, context: Context, table: SeatingTable, appraiser: Appraiser) -> ToAsk:
        rows: list[ToAskRow] = []
        for number, line in enumerate(table.lines):
            able = [actor for actor in table.candidates if actor in table.unsaid[number]]
            if able and not table.met(number, table.leaving):
                cell, able_names = appraiser.label(line), names(self.view, able)
                rows.append({"cell": cell, "weight": line.weight, "id": able, "name": able_names, "minimum": line.minimum})
        rows.sort(key=lambda row: (-row["weight"], len(row["id"])))
        return ToAsk(context, tuple(rows[:ASKED]))


def _is_one_of(seating: Seating, appraiser: Appraiser) -> bool:
    """Return whether the best choices are proposals: that they cover something or reach somebody new; all of them are worth the same."""
    if not seating.sets():
        return False
    worth = appraiser.worth(seating.sets()[0])
    return worth.covered > 0 or worth.reach > 0


def _unproven(seating: Seating) -> Record:
    """Return the first respect in which a choice could still be better, and what it cannot exceed in it."""
    choice = seating.choice
    for number, name in enumerate(RESPECTS if choice is not None and not choice.optimal else ()):
        if choice is not None and choice.bounds[number] > choice.values[number]:
            scale = seating.table.scale if number == COVERED else 1
            known = isfinite(choice.bounds[number]) and number in (COVERED, REACH)
            return {"unproven": name, "most": choice.bounds[number] / scale if known else None}
    return {}
