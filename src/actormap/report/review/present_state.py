"""The present state in words: how much there is, which members are active besides, who holds the net together, what it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.analysis.composition.seated import PLANNED
from actormap.analysis.review.present_state import PresentState
from actormap.report.review.document import Section, items, paragraph, section
from actormap.report.review.writer import Pen

NAMED_AT_MOST = 8


def write(present: PresentState, pen: Pen) -> Section:
    """Return the present state, the most important first."""
    every_year = "" if present.context.parameters.get("at") else pen("review.present.all_years")
    return section(pen("review.present.title"), items(*_lines(present, pen)), paragraph(every_year))


def _lines(present: PresentState, pen: Pen) -> Iterator[str]:
    network = pen.names[present.focal]
    counts = present.context.summary
    yield pen("review.present.members" if present.rows else "review.present.no_members", network=network, n=len(present.rows))
    if present.planned:
        yield pen("review.present.planned", n=len(present.planned), names=pen.named(present.planned))
    most = max((len(row["venues"]) for row in present.rows), default=0)
    if most:
        yield pen("review.present.most", names=[row["name"] for row in present.rows if len(row["venues"]) == most], n=most)
    idle = [row["name"] for row in present.rows if not row["venues"]]
    if idle:
        yield pen("review.present.none", names=idle)
    yield from holding(present, pen)
    yield pen("review.present.holds", **{name: counts[name] for name in ("actors", "venues", "ties")})
    if present.support and present.support.statements:
        told = {"statements": present.support.statements, "documents": len(present.support.documents)}
        implied = present.support.implied
        yield pen(_rests(present), **told, implied=implied) if implied else pen("review.present.rests_stated", **told)


def _rests(present: PresentState) -> str:
    return "review.present.rests_planned" if PLANNED in present.context.parameters["status"] else "review.present.rests"


def holding(present: PresentState, pen: Pen) -> Iterator[str]:
    """Yield a line for every actor who alone holds parts of the network together, or that nobody does."""
    for holder, cut_off in present.holding:
        if len(cut_off) > NAMED_AT_MOST:
            yield pen("review.present.holding_many", name=pen.names[holder], n=len(cut_off))
        else:
            yield pen("review.present.holding", name=pen.names[holder], names=pen.named(cut_off))
    if not present.holding:
        yield pen("review.present.not_holding")
