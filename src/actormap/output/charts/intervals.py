"""The picture of a ranking's certainty: a bar for each rank interval, a dot for the rank as the sources give it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from actormap.analysis.certainty.estimate import Certainty, CertaintyRow
from actormap.graph.attributes import ACTOR
from actormap.i18n import Texts
from actormap.output import measure_words
from actormap.output.charts.svg import Axis, cut, write

WIDTH, NAMES, CHANCES, TOP, ROW, FOOT = 860, 280, 90, 84, 24, 62
SHOWN = 20


@dataclass(frozen=True, slots=True)
class RankBar:
    """One line of the picture: its height, name and places in pixels, and what its tooltip says."""

    y: float
    label: str
    rank: float
    low: float
    high: float
    share: str
    tooltip: str


def draw(certainty: Certainty, texts: Texts, *, side: str = ACTOR, limit: int = SHOWN) -> str:
    """Return an SVG of the rank intervals of one side of a view, the `limit` first ranked; nodes without an interval are left out."""
    rows = [row for row in certainty.rows if row["side"] == side]
    known = [row for row in rows if row["rank_low"] is not None][:limit]
    top = certainty.context.parameters["top"]
    last = max([top + 1, *(row["rank_high"] for row in known)])
    axis = Axis(1, last, NAMES, WIDTH - CHANCES)
    measure = measure_words.word(texts, certainty.measure)
    return write(
        "intervals.svg",
        t=texts,
        lang=texts.lang,
        width=WIDTH,
        height=TOP + ROW * len(known) + FOOT,
        top=TOP,
        foot=TOP + ROW * len(known),
        names=NAMES,
        bars=[_bar(row, place, axis, texts) for place, row in enumerate(known)],
        ticks=[(axis.at(tick), tick) for tick in axis.ticks()],
        edge=axis.at(top + 0.5),
        top_of=top,
        measure=measure,
        of=len(rows),
        left=len(rows) - len(known),
        done=certainty.done,
        one=f"pictures.side.{side}",
    )


def _bar(row: CertaintyRow, place: int, axis: Axis, texts: Texts) -> RankBar:
    # Those that are drawn have an interval.
    low, high, chance = cast("float", row["rank_low"]), cast("float", row["rank_high"]), cast("float", row["p_top"])
    share = texts("pictures.percent", n=texts.number(100 * chance, 0))
    return RankBar(
        y=TOP + ROW * (place + 0.5),
        label=cut(row["name"], NAMES - 24),
        rank=axis.at(row["rank"]),
        low=axis.at(low),
        high=axis.at(high),
        share=share,
        tooltip=texts("pictures.intervals.line", name=row["name"], place=row["place"], may_be=row["may_be"]),
    )
