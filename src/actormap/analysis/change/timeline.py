"""A network through the years: its counts, how far it hangs together, and who is first, for every year that the data speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar, TypedDict, cast

from actormap.analysis.centrality import measures, ranks
from actormap.analysis.centrality import scores as why
from actormap.analysis.result import Context, Record, Result
from actormap.graph.attributes import NAME, TIES
from actormap.graph.dataset import Dataset
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Relationship
from actormap.model.selection import Selection, Validity

NO_DATES = "no_dates"
FIRST_YEAR = "first_year"
SINCE_THE_YEAR_BEFORE = ("came", "went", "ties_new", "ties_gone")


class SeriesRow(TypedDict):
    """A row of `Series`."""

    year: int
    measure: str
    id: str
    name: str
    score: float | None
    rank: float


@dataclass(frozen=True)
class Series(Result[SeriesRow]):
    """The actors that are among the top in some year, by measure, then year, then rank.

    A row has year, `measure`, id, name, `score` and `rank` (average rank among the actors of that year).
    """

    name: ClassVar[str] = "timeline_series"
    header: ClassVar[tuple[str, ...]] = tuple(SeriesRow.__annotations__)


class TimelineRow(TypedDict):
    """A row of `Timeline`."""

    year: int
    actors: int
    venues: int
    ties: int
    parts: int
    largest: float | None
    mean_degree: float | None
    came: int | None
    went: int | None
    ties_new: int | None
    ties_gone: int | None
    undated: int


@dataclass(frozen=True)
class Timeline(Result[TimelineRow]):
    """One row a year, in order.

    A row has year, actors, venues, ties, parts, `largest` (the share of all nodes that the largest part holds), `mean_degree` (ties an
    actor), `came` and `went` (actors, since the year before), `ties_new` and `ties_gone`, `undated` (ties that rest on no date and
    therefore stand in every year), and for each measure `first_<measure>`: the ids of the actors ranked first.
    """

    name: ClassVar[str] = "timeline"
    by_strength: ClassVar[bool] = True
    about: ClassVar[tuple[str, ...]] = ("year",)

    series: Series | None = None
    made_of: Mapping[int, Sequence[Relationship]] = field(default_factory=dict, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Return everything as plain data, the ranks through the years included."""
        return super().to_dict() | ({"series": [dict(row) for row in self.series.rows]} if self.series else {})

    def rests_on(self, row: TimelineRow, view: View) -> Iterable[Relationship]:  # noqa: ARG002  (of several views)
        """Return the relationships of the ties of that year."""
        return self.made_of[row["year"]]


def trace(
    dataset: Dataset,
    view: str | None = None,
    *,
    by: str | Sequence[str] = ("degree", "betweenness"),
    top: int = 3,
    years: Iterable[int] | None = None,
    **options: Any,
) -> Timeline:
    """Return a network year by year. `options` are those of `Dataset.view`: lift, also, weighted.

    Without `years` they run from the first to the last that a date of a tie of the view names, its venue's or parent's date where it has
    none of its own, within the period of the selection; data without any date gives no row. What overlaps a year stands in it.
    Raises `UnknownName` for a measure, view or selection that does not exist.
    """
    names = [measures.measure(name).name for name in ([by] if isinstance(by, str) else by)]
    whole = dataset.view(view, **options)
    dated = _Dated(whole)
    chosen = sorted(set(years)) if years is not None else dated.years(dataset.selection)
    rows: list[TimelineRow] = []
    ranked: list[SeriesRow] = []
    made_of: dict[int, Sequence[Relationship]] = {}
    before: View | None = None
    for year in chosen:
        now = dataset.narrowed(at=f"{year:04}", since=None, until=None).view(view, **options)
        found = [row for name in names for row in _ranked(now, name, year)]
        first = {f"first_{name}": _first(found, name) for name in names}
        rows.append(cast("TimelineRow", {"year": year, **_counts(now, before), "undated": dated.undated(now), **first}))
        ranked += found
        made_of[year] = now.ties_of(*now.graph)
        before = now
    context = Context.of(whole, measures=names, top=top, years=chosen)
    series = Series(context, tuple(_leaders(ranked, names, top)))
    undefined = _undefined(rows) if rows else {"year": NO_DATES}
    return Timeline(context, tuple(rows), undefined=undefined, series=series, made_of=made_of)


def undated(view: View) -> int:
    """Return how many ties of a view rest on no date at all, and therefore stand in every year."""
    return _Dated(view).undated(view)


class _Dated:
    """When the ties of a view hold."""

    def __init__(self, view: View) -> None:
        selected = view.selected
        kept = replace(view.snapshot, relationships=selected.structure)
        validity = Validity(kept, view.vocabulary, frozenset(piece.status for tie in selected.structure for piece in tie.evidence))
        makers = {name for _, _, about in view.graph.edges(data=True) for name in about[TIES]}
        self.intervals = {tie.id: validity.of(tie)[0] for tie in selected.relationships if tie.id in makers}

    def years(self, selection: Selection) -> list[int]:
        known = [int(bound[:4]) for interval in self.intervals.values() for bound in interval if bound]
        if not known:
            return []
        first, last = min(known), max(known)
        if selection.period:
            first, last = max(first, int(selection.period[0][:4])), min(last, int(selection.period[1][:4]))
        return list(range(first, last + 1))

    def undated(self, view: View) -> int:
        """Return how many ties of a view stand on no date at all."""
        nothing = (None, None)
        ties = (about[TIES] for _, _, about in view.graph.edges(data=True))
        return sum(all(self.intervals.get(name, nothing) == nothing for name in names) for names in ties)


def _counts(now: View, before: View | None) -> Record:
    summary = now.summary()
    actors, ties = summary["actors"], summary["ties"]
    counts = {"actors": actors, "venues": summary["venues"], "ties": ties, "parts": len(summary["parts"])}
    counts["largest"] = summary["parts"][0] / summary["nodes"] if summary["parts"] else None
    counts["mean_degree"] = sum(d for _, d in now.graph.degree(now.actors)) / actors if actors else None
    if before is None:
        return counts | dict.fromkeys(SINCE_THE_YEAR_BEFORE)
    old, new = set(before.actors), set(now.actors)
    was, are = ({frozenset(pair) for pair in view.graph.edges()} for view in (before, now))
    return counts | {"came": len(new - old), "went": len(old - new), "ties_new": len(are - was), "ties_gone": len(was - are)}


def _undefined(rows: Sequence[Mapping[str, Any]]) -> dict[str, str]:
    empty = {name: why.NO_NODES for name in ("largest", "mean_degree") if any(row[name] is None for row in rows)}
    return empty | dict.fromkeys(SINCE_THE_YEAR_BEFORE, FIRST_YEAR)


def _ranked(view: View, measure: str, year: int) -> list[SeriesRow]:
    scores = measures.measure(measure).score(view, True)
    placed = ranks.of({actor: scores[actor] for actor in view.actors}, lambda actor: bool(view.graph.degree(actor)))
    return [
        {"year": year, "measure": measure, "id": actor, "name": view.graph.nodes[actor][NAME], "score": scores[actor], "rank": rank}
        for actor, rank in placed.items()
    ]


def _leaders(ranked: Sequence[SeriesRow], names: Sequence[str], top: int) -> list[SeriesRow]:
    """Return the rows of the actors that are among the top in some year, with all their years."""
    among = {(row["measure"], row["id"]) for row in ranked if row["rank"] <= top}
    rows = [row for row in ranked if (row["measure"], row["id"]) in among]
    rows.sort(key=lambda row: (names.index(row["measure"]), row["year"], row["rank"], alphabetical(row["name"]), row["id"]))
    return rows


def _first(ranked: Sequence[SeriesRow], measure: str) -> list[str]:
    best = min((row["rank"] for row in ranked if row["measure"] == measure), default=None)
    return [row["id"] for row in ranked if row["measure"] == measure and row["rank"] == best]
