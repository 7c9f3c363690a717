"""Who took part in most of what worked, by what is coded of results, and whether that is more than being in many projects."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

from actormap.analysis.factors import chance
from actormap.analysis.factors.use import FactorUse
from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph.views import View
from actormap.model.coding import NOT_MEASURED, SILENT
from actormap.model.ordering import alphabetical
from actormap.model.records import Relationship, Snapshot

REACHED, PARTLY, WITHOUT = "reached", "partly", "without_effect"
ORDINAL = "ordinal"
FALSE = 0.05


class OutcomesRow(NodeRow):
    """A row of `Outcomes`."""

    assessed: int
    reached: int
    partly: int
    expected: float
    p: float
    sure: bool
    reached_in: list[str]


@dataclass(frozen=True)
class Outcomes(Result[OutcomesRow]):
    """The actors of projects whose results are coded, those in most of what reached something first; equal ones in order of name.

    A project, part or workshop is assessed if a question with an ordinal scale is answered of it; it has reached something if one of the
    answers says so, and is partly there if none does and one says partly. What is silent, not measured or only planned assesses nothing.
    A row has the actor's id, name and kind; `assessed`, how many of those it took part in; of these `reached` and `partly`; `expected`, how
    many anybody in as many would be in that reached something; `p`, how often chance alone gives so many, and `sure`, whether that stands
    when all actors are looked at at once; and `reached_in`, the names of those that reached something. `of` counts the assessed, `reaching`
    those that reached something, `halfway` those partly there.
    """

    name: ClassVar[str] = "outcomes"
    header: ClassVar[tuple[str, ...]] = tuple(OutcomesRow.__annotations__)

    date: str = ""
    of: int = 0
    reaching: int = 0
    halfway: int = 0

    def rests_on(self, row: OutcomesRow, view: View) -> Iterable[Relationship]:
        """Return the relationships by which it takes part in what is assessed."""
        return [tie for tie in view.ties_of(row["id"]) if tie.target in results(view.snapshot)]

    def figures(self) -> Mapping[str, Any]:
        """Return how many are assessed, how many reached something or did in part, and how many actors stand out from chance."""
        stand = sum(row["sure"] for row in self.rows)
        return {"assessed": self.of, "reaching": self.reaching, "halfway": self.halfway, "more_than_chance": stand}


def find(view: View, date: str) -> Outcomes:
    """Return who took part in what worked, on a view of name `affiliation`.

    Chance draws as many of the assessed as the actor took part in (hypergeometric): being in many is no merit. At most 5 per cent of those
    found may be chance.
    """
    use, found = FactorUse(view, date), results(view.snapshot)
    took: dict[str, list[str]] = {}
    known = {venue for venue in found if use.taking_part.get(venue)}
    for venue in sorted(known):
        for actor in use.taking_part[venue]:
            took.setdefault(actor, []).append(venue)
    reaching = sum(found[venue] == REACHED for venue in known)
    rows = [_row(use, actor, venues, found, reaching, len(known)) for actor, venues in took.items()]
    stand = chance.discoveries([row["p"] for row in rows], FALSE)
    told: list[OutcomesRow] = [{**row, "sure": number in stand} for number, row in enumerate(rows)]
    told.sort(key=lambda row: (-row["reached"], -row["partly"], row["assessed"], alphabetical(row["name"]), row["id"]))
    halfway = sum(found[venue] == PARTLY for venue in known)
    return Outcomes(Context.of(view, date=date), tuple(told), date=date, of=len(known), reaching=reaching, halfway=halfway)


def results(snapshot: Snapshot) -> Mapping[str, str]:
    """Return what came of each project of which a question with an ordinal scale is answered."""
    asked = {question.id: question for question in snapshot.questions if question.scale == ORDINAL}
    found: dict[str, set[str]] = {}
    for answer in snapshot.answers:
        question = asked.get(answer.question)
        if question is None or answer.answer in (SILENT, NOT_MEASURED, *question.outside):
            continue
        said = REACHED if answer.answer in question.reached else PARTLY if answer.answer in question.partly else WITHOUT
        found.setdefault(answer.project, set()).add(said)
    return {project: next(state for state in (REACHED, PARTLY, WITHOUT) if state in said) for project, said in sorted(found.items())}


def _row(use: FactorUse, actor: str, venues: list[str], found: Mapping[str, str], reaching: int, of: int) -> OutcomesRow:
    reached = [venue for venue in venues if found[venue] == REACHED]
    return {
        **described(use.view, actor),
        "assessed": len(venues),
        "reached": len(reached),
        "partly": sum(found[venue] == PARTLY for venue in venues),
        "expected": len(venues) * reaching / of,
        "p": chance.at_least(len(reached), len(venues), reaching, of),
        "sure": False,
        "reached_in": use.named(reached),
    }
