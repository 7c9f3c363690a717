"""The question worth asking: which relationship, once settled, would most reduce the doubt about who is among the top.

What is asked about is a tie between an actor and a venue: one that is only implied, or one that is absent between plausible partners.
The doubt is the sum over actors of p (1 - p), p being the chance that the actor is among the top `k` of a measure. While a tie that is
there with the chance c is open, p is the mean over both answers, weighted by c; once it is answered, p is that of the answer. The expected
reduction is the doubt while it is open less the mean doubt of the answers, so it is never negative: no answer can be expected to make us
less sure, though a single one may. Both answers are tried on the same resamples, and differ by the answer alone.

What an unknown tie would add is counted of the tie that is asked about, one at a time: an absent one may be there, with the chance that
follows from how much is supposed to be missing, and yes adds it. The resamples themselves only leave out: p is the share of those in which
fewer than k others are better, and not the chance that a ranking tells (`p_top`), for which all that may be missing is added at once
(`imputation`). A network so completed answers by lot, each time anew, the very ties that could be asked about: a question would be weighed
against guesses at its own answer and at those of the questions beside it. The doubt here is therefore not that of `p_top`: it tells
questions apart, and is no measure of how sure the ranking is.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

import numpy as np
from numpy.typing import NDArray

from actormap.analysis.centrality import measures, ranks
from actormap.analysis.certainty.resamples import Plan, Progress, ResampleRanking
from actormap.analysis.certainty.rescoring import Rescorer
from actormap.analysis.certainty.statements import Statements
from actormap.analysis.result import Context, Result, described
from actormap.graph.attributes import ACTOR, SIDE, VENUE
from actormap.graph.views import View
from actormap.model.records import Relationship

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Pair = tuple[str, str]
IMPLIED, ABSENT = "implied", "absent"
CHANCE_IMPLIED = 0.7  # that an implied tie is there, where no statement of it says how sure it is
NOTHING_OPEN = "nothing_open"


class NextQuestionRow(TypedDict):
    """A row of `NextQuestion`."""

    actor: str
    actor_name: str
    venue: str
    venue_name: str
    status: str
    chance: float
    doubt_open: float
    doubt_yes: float
    doubt_no: float
    reduction: float
    documents: list[str]


@dataclass(frozen=True)
class NextQuestion(Result[NextQuestionRow]):
    """The relationships that could be asked about, the one that would reduce the doubt most first.

    A row has actor, actor_name, venue, venue_name, `status` (implied or absent), `chance` (that the tie is there), `doubt_open`,
    `doubt_yes`, `doubt_no`, `reduction` (what asking is expected to take off the doubt) and `documents` (those that imply it).
    `doubt` is that of the ranking as it stands; `asked` and `candidates` say how many were tried of how many.
    """

    name: ClassVar[str] = "question"
    by_strength: ClassVar[bool] = True
    about: ClassVar[tuple[str, ...]] = ("actor", "actor_name", "venue", "venue_name")
    header: ClassVar[tuple[str, ...]] = tuple(NextQuestionRow.__annotations__)

    doubt: float | None = None
    asked: int = 0
    candidates: int = 0

    def figures(self) -> Mapping[str, Any]:
        """Return the doubt as it stands, and how many relationships were tried of how many."""
        return {"doubt": self.doubt, "asked": self.asked, "candidates": self.candidates}

    def rests_on(self, row: NextQuestionRow, view: View) -> Iterable[Relationship]:
        """Return the relationships that imply the tie; an absent one has none to cite."""
        pair = (row["actor"], row["venue"])
        lifted = view.lifted
        return [tie for tie in view.made_of.values() if (lifted.get(tie.source, tie.source), lifted.get(tie.target, tie.target)) == pair]


def ask(
    view: View,
    measure: str = "degree",
    *,
    top: int = 3,
    resamples: int = 100,
    share: float = 0.1,
    seed: int = 7,
    implied: float = CHANCE_IMPLIED,
    absent: float | None = None,
    around: int = 10,
    limit: int = 40,
    budget: float | None = 10.0,
    progress: Progress | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> NextQuestion:
    """Return what would be most worth knowing about who is among the top of a measure.

    Tried are the ties that no stated one carries, then absent ones between plausible partners: an actor and a venue three steps apart, so
    that the actor meets somebody of the venue elsewhere; of these the `limit` with most such paths, for the `around` actors nearest the
    edge of the top. The chance that an implied tie is there is the highest confidence that its statements give, else `implied`. The chance
    of an absent one is `absent`, else it follows from what the resamples suppose: if a share of all statements is missing, the actors at
    the edge lack that share of their ties, and any of their plausible partners may be the one.
    `budget` (seconds) may end it before all are tried; half of it at most goes to the resamples.
    Raises `UnknownName` for a measure that does not exist, `UsageError` for a share outside 0 to 1.
    """
    trial = _Trial(view, measures.measure(measure).name, top)
    started = clock()
    trial.resample(Plan.of(trial.statements.groups, share, resamples, seed), lambda: _spent(clock, started, budget, 0.5))
    edge = trial.edge(around)
    soft, (missing, chance) = trial.implied(edge), trial.absent(edge, limit, share)
    chance = chance if absent is None else absent
    open_ties = [*soft, *((pair, []) for pair in missing)]
    trial.settle(missing)
    rows: list[NextQuestionRow] = []
    for (actor, venue), makers in open_ties:
        answers = trial.answers((actor, venue), lambda: _spent(clock, started, budget))
        if answers is None:
            break
        status = IMPLIED if makers else ABSENT
        known = _chance(makers, implied) if makers else chance
        rows.append(_row(view, (actor, venue), status, known, answers, _documents(makers)))
        if progress:
            progress(len(rows), len(open_ties))
    rows.sort(key=lambda row: (-round(row["reduction"], 10), row["status"] == ABSENT, row["actor"], row["venue"]))
    told = {"measure": trial.measure, "top": top, "resamples": resamples, "done": len(trial.kept), "share": share, "seed": seed}
    context = Context.of(view, **told, implied=implied, absent=chance, around=around, limit=limit)
    undefined = {} if rows else {"reduction": NOTHING_OPEN}
    return NextQuestion(context, tuple(rows), undefined=undefined, doubt=trial.doubt(), asked=len(rows), candidates=len(open_ties))


class _Trial:
    """Counts who is among the top on the same resamples, with one tie or another answered."""

    def __init__(self, view: View, measure: str, top: int) -> None:
        self.view, self.measure, self.top = view, measure, top
        self.statements = Statements.of(view)
        self.kept: list[Flags] = []
        self.among: list[Numbers] = []
        self.settle(())

    def settle(self, pairs: Sequence[Pair]) -> None:
        """Make room for ties that are not there yet."""
        known = set(self.statements.ties)
        self.ties = (*self.statements.ties, *(pair for pair in pairs if pair not in known))
        self.number = {pair: number for number, pair in enumerate(self.ties)}
        self.ranking = ResampleRanking(self.view, Rescorer(self.view, self.statements.nodes, self.ties, [self.measure]))

    def resample(self, plan: Plan, out_of_time: Callable[[], bool]) -> None:
        for lost in plan.draws():
            alive = self.statements.without(lost)
            found = None if self.kept and out_of_time() else self._among(alive, out_of_time)
            if found is None:
                return
            self.kept.append(alive)
            self.among.append(found)

    def _among(self, alive: Flags, out_of_time: Callable[[], bool]) -> Numbers | None:
        found = self.ranking.of(alive, out_of_time)
        if found is None:
            return None
        average, better = found[self.measure]
        return ranks.among(average[self.ranking.actors], better[self.ranking.actors], self.top)

    def chances(self) -> Numbers:
        """Return each actor's chance to be among the top, as things stand."""
        return np.mean(self.among, axis=0) if self.among else np.zeros(len(self.ranking.actors))

    def doubt(self) -> float | None:
        return _doubt(self.chances()) if self.among else None

    def edge(self, around: int) -> list[str]:
        """Return the actors nearest the edge of the top: the most doubtful, then those ranked nearest to it."""
        everything = self.ranking.of(np.ones(len(self.statements.ties), dtype=bool)) or {}
        if not everything:
            return []
        away = np.abs(everything[self.measure][0][self.ranking.actors] - (self.top + 0.5))
        spread = self.chances() * (1 - self.chances())
        actors = [self.statements.nodes[place] for place in self.ranking.actors]
        order = sorted(range(len(actors)), key=lambda i: (-spread[i], away[i], actors[i]))
        return [actors[i] for i in order[:around]]

    def implied(self, edge: list[str]) -> list[tuple[Pair, list[Relationship]]]:
        """Return the ties of an actor and a venue that no stated one carries, those at the edge of the top first."""
        firm = self.statements.carried_by(self.statements.firm)
        soft = [pair for pair, is_firm in zip(self.statements.ties, firm, strict=True) if not is_firm and self._is_open(pair)]
        place = {actor: number for number, actor in enumerate(edge)}
        soft.sort(key=lambda pair: (place.get(pair[0], len(edge)), pair))
        makers = self._makers()
        return [(pair, makers[pair]) for pair in soft]

    def absent(self, edge: list[str], limit: int, share: float) -> tuple[list[Pair], float]:
        """Return pairs of an actor and a venue three steps apart, those with most paths between them first, and the chance of each."""
        venues: dict[str, list[str]] = {}
        actors: dict[str, list[str]] = {}
        for pair in filter(self._is_open, self.statements.ties):
            venues.setdefault(pair[0], []).append(pair[1])
            actors.setdefault(pair[1], []).append(pair[0])
        found: list[tuple[int, int, Pair]] = []
        for place, actor in enumerate(edge):
            own = set(venues.get(actor, ()))
            met = Counter(other for venue in venues.get(actor, ()) for other in actors[venue] if other != actor)
            beyond: Counter[str] = Counter()
            for other, times in met.items():
                beyond.update({venue: times for venue in venues[other] if venue not in own})
            found += [(-paths, place, (actor, venue)) for venue, paths in beyond.items()]
        lacking = sum(len(venues.get(actor, ())) for actor in edge) * share / (1 - share)
        return [pair for _, _, pair in sorted(found)[:limit]], min(0.5, lacking / max(1, len(found)))

    def _is_open(self, pair: Pair) -> bool:
        side = self.view.graph.nodes
        actor, venue = (side[end][SIDE] if end in side else VENUE for end in pair)
        return actor == ACTOR and venue == VENUE

    def _makers(self) -> dict[Pair, list[Relationship]]:
        lifted = self.view.lifted
        found: dict[Pair, list[Relationship]] = {}
        for tie in self.view.selected.relationships:
            found.setdefault((lifted.get(tie.source, tie.source), lifted.get(tie.target, tie.target)), []).append(tie)
        return found

    def answers(self, pair: Pair, out_of_time: Callable[[], bool]) -> tuple[Numbers, Numbers] | None:
        """Return each actor's chance to be among the top if the tie is there for certain, and if it is not there."""
        if not self.kept:
            return None
        number, found = self.number[pair], []
        for answer in (True, False):
            among = []
            for alive, known in zip(self.kept, self.among, strict=True):
                settled = np.zeros(len(self.ties), dtype=bool)
                settled[: len(alive)] = alive
                if settled[number] == answer:
                    among.append(known)
                    continue
                settled[number] = answer
                counted = None if out_of_time() else self._among(settled, out_of_time)
                if counted is None:
                    return None
                among.append(counted)
            found.append(np.mean(among, axis=0))
        return found[0], found[1]


def _row(view: View, pair: Pair, status: str, chance: float, answers: tuple[Numbers, Numbers], documents: list[str]) -> NextQuestionRow:
    actor, venue = (described(view, end) for end in pair)
    yes, no = answers
    doubt_open, doubt_yes, doubt_no = _doubt(chance * yes + (1 - chance) * no), _doubt(yes), _doubt(no)
    return {
        "actor": actor["id"],
        "actor_name": actor["name"],
        "venue": venue["id"],
        "venue_name": venue["name"],
        "status": status,
        "chance": chance,
        "doubt_open": doubt_open,
        "doubt_yes": doubt_yes,
        "doubt_no": doubt_no,
        "reduction": max(0.0, doubt_open - chance * doubt_yes - (1 - chance) * doubt_no),
        "documents": documents,
    }


def _doubt(chances: Numbers) -> float:
    return float(np.sum(chances * (1 - chances)))


def _chance(makers: list[Relationship], otherwise: float) -> float:
    return max((tie.confidence for tie in makers if tie.confidence is not None), default=otherwise)


def _documents(makers: list[Relationship]) -> list[str]:
    return sorted({piece.document for tie in makers for piece in tie.evidence if piece.document})


def _spent(clock: Callable[[], float], started: float, budget: float | None, part: float = 1) -> bool:
    return budget is not None and clock() - started > budget * part
