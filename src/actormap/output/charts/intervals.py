"""The picture of a ranking's certainty: a bar for each rank interval, a dot for the rank as the sources give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from actormap.analysis.certainty.estimate import Certainty
from actormap.graph.views import ACTOR
from actormap.i18n import Texts
from actormap.output import measure_words
from actormap.output.charts.svg import Axis, cut, write

WIDTH, NAMES, CHANCES, TOP, ROW, FOOT = 860, 280, 90, 84, 24, 62
SHOWN = 20


@dataclass(frozen=True, slots=True)
class Bar:
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


def _bar(row: Mapping[str, Any], place: int, axis: Axis, texts: Texts) -> Bar:
    told = {name: texts.number(row[name], 1) for name in ("rank", "rank_low", "rank_high")}
    share = texts("pictures.percent", n=texts.number(100 * row["p_top"], 0))
    return Bar(
        y=TOP + ROW * (place + 0.5),
        label=cut(row["name"], NAMES - 24),
        rank=axis.at(row["rank"]),
        low=axis.at(row["rank_low"]),
        high=axis.at(row["rank_high"]),
        share=share,
        tooltip=texts("pictures.intervals.line", name=row["name"], rank=told["rank"], low=told["rank_low"], high=told["rank_high"]),
    )
