"""The actors that most meet round, how sure their places are, and who alone holds parts of the network together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from actormap.analysis import evidence
from actormap.analysis.centrality import ranks
from actormap.analysis.cohesion import cutpoints
from actormap.analysis.result import names
from actormap.graph.attributes import ACTOR
from actormap.output.document.blocks import Block, Figure, SectionHeading
from actormap.report.inquiry import RESAMPLES, Inquiry
from actormap.report.sections import bullets, number, paragraph, table, words

KEY_ACTORS = 10
MOST = 20  # rows, where many share the last place
TOLD = 3  # of them in the words about the picture


@dataclass(frozen=True)
class KeyActor:
    """One line of the table of key actors.

    How many venues, what that rests on, its place and where that may lie, and its place when only what is stated counts.
    """

    name: str
    kind: str
    place: str
    may_be: str
    venues: int
    between_place: str
    statements: int
    implied: int
    stated_place: str | None


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield who is key, what that rests on and how sure it is; nothing where nobody takes part in anything."""
    pen = inquiry.pen
    found = key_actors(inquiry)
    if not found:
        return
    of = inquiry.view.summary()["venues"] if inquiry.view.two_mode else inquiry.view.summary()["nodes"] - 1
    yield SectionHeading(1, pen("report.key_actors"))
    yield from paragraph(_first(found, of, inquiry) and _first(found, of, inquiry) + pen.marked(inquiry.counted("centrality")), lead=True)
    yield from paragraph(pen("report.key_actors_note" if inquiry.view.two_mode else "report.key_actors_note_contacts"))
    columns = ("actor", "venues" if inquiry.view.two_mode else "contacts", "rank", "interval", "between", "rests", "implied", "stated")
    headed = (pen(f"report.column_{each}") for each in columns)
    told, note = map(_row(inquiry, of), found), inquiry.counted("centrality")
    yield from table(pen("report.caption.key_actors"), headed, told, pen, note=note, shown=MOST)
    yield from _picture(inquiry, len(found[:MOST]))
    yield from paragraph(pen("report.certainty_note", resamples=RESAMPLES))
    yield SectionHeading(2, pen("report.splits"))
    note = inquiry.counted("cutpoints")
    lines = list(_splits(inquiry))
    yield from bullets(lines, counted=note) if lines else paragraph(pen("report.no_split") + pen.marked(note))


def key_actors(inquiry: Inquiry) -> list[KeyActor]:
    """Return the actors whose place may be among the first, in order."""
    ranked, sure = inquiry.ranking, inquiry.certainty
    actors = [row for row in ranked.rows if row["side"] == ACTOR]
    between = ranks.told(ranks.of({row["id"]: row["betweenness"] for row in actors}))  # type: ignore[typeddict-item]  # a column each measure
    carried = evidence.support(inquiry.view)
    return [
        KeyActor(
            name=row["name"],
            kind=row["kind"],
            place=sure.of(row["id"])["place"],
            may_be=sure.of(row["id"])["may_be"] or "–",
            venues=ranked.score(row, "degree"),
            between_place=between[row["id"]],
            statements=carried[row["id"]].statements,
            implied=carried[row["id"]].implied,
            stated_place=sure.of(row["id"])["stated_place"],
        )
        for row in actors
        if int(sure.of(row["id"])["place"].partition("–")[0]) <= KEY_ACTORS
    ]


def _first(found: Sequence[KeyActor], of: int, inquiry: Inquiry) -> str:
    pen, most = inquiry.pen, found[0].venues
    first = [each.name for each in found if each.venues == most]
    key = "report.most" if inquiry.view.two_mode else "report.most_contacts"
    return pen(key, names=first[:TOLD], n=most, of=of) if len(first) <= TOLD else ""


def _row(inquiry: Inquiry, of: int) -> Any:
    texts = inquiry.pen.texts

    def row(each: KeyActor) -> tuple[Any, ...]:
        return (
            words(each.name),
            words(texts("report.venues_of", n=each.venues, of=of)),
            words(each.place),
            words(each.may_be),
            words(each.between_place),
            number(each.statements, texts.number(each.statements)),
            number(each.implied, texts.number(each.implied)),
            words(each.stated_place or "–"),
        )

    return row


def _picture(inquiry: Inquiry, shown: int) -> Iterator[Block]:
    """Yield the picture of those that the table shows: as many of the first."""
    from actormap.output.charts import intervals

    first = [row for row in inquiry.certainty.rows if row["side"] == ACTOR][:shown]
    rows = [row for row in first if row["rank_low"] is not None]
    if not rows:
        return
    pen = inquiry.pen
    told = [pen("pictures.intervals.line", name=row["name"], place=row["place"], may_be=row["may_be"]) for row in rows[:TOLD]]
    alternative = " ".join((pen("report.intervals.alternative", n=len(rows)), f"{'; '.join(told)}.", pen("report.in_table")))
    yield Figure(intervals.draw(inquiry.certainty, pen.texts, limit=len(rows)), pen("report.intervals.caption"), alternative)


def _splits(inquiry: Inquiry) -> Iterator[str]:
    pen, view = inquiry.pen, inquiry.view
    before = len(view.summary()["parts"])
    for row in cutpoints.find(view).rows:
        if row["side"] == ACTOR and row["cut_off"]:
            told = pen("report.split", name=row["name"], n=row["parts"], before=before, sizes=", ".join(map(str, row["sizes"][:MOST])))
            yield f"{told} {pen('report.cut_off', names=names(view, row['cut_off'][:MOST]))}"
