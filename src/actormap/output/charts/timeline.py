"""The picture of a network through the years: how many take part, and who is ranked first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actormap.analysis.change.timeline import Timeline
from actormap.i18n import Texts
from actormap.output import measure_words
from actormap.output.charts.svg import Axis, cut, write

WIDTH, LEFT, NAMES, TOP, COUNTS, BETWEEN, RANKS, FOOT = 860, 56, 230, 72, 190, 64, 150, 44
COUNTED = ("actors", "venues", "ties")
LINES = 5
APART = 15  # labels at the ends of lines that are nearer than this would lie on each other


@dataclass(frozen=True, slots=True)
class ChartLine:
    """One line: its points, in stretches without a missing year, and its label at the right."""

    stretches: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    label: str
    full: str
    y: float


def draw(timeline: Timeline, texts: Texts, *, measure: str | None = None) -> str:
    """Return an SVG of the counts of each year, and of the ranks by a measure of those who are first, the first measure unless named."""
    rows: Sequence[Mapping[str, Any]] = timeline.rows  # of which the columns in COUNTED are drawn
    years = [row["year"] for row in timeline.rows]
    measures = timeline.context.parameters["measures"]
    chosen = measure or measures[0]
    across = Axis(min(years, default=0), max(years, default=0), LEFT, WIDTH - NAMES)
    most = max([1, *(row[name] for row in rows for name in COUNTED)])
    up = Axis(0, most, TOP + COUNTS, TOP)
    counts = [_line([(across.at(row["year"]), up.at(row[name])) for row in rows], texts(f"pictures.timeline.{name}")) for name in COUNTED]
    ranks_top = TOP + COUNTS + BETWEEN
    leaders, worst = _leaders(timeline, chosen)
    down = Axis(1, max(worst, 2), ranks_top, ranks_top + RANKS)
    lines = []
    for actor, points in leaders.items():
        found = [(across.at(year), down.at(points[year])) if year in points else None for year in years]
        lines.append(_line(found, actor))
    return write(
        "timeline.svg",
        t=texts,
        lang=texts.lang,
        width=WIDTH,
        height=ranks_top + RANKS + FOOT,
        left=LEFT,
        right=WIDTH - NAMES,
        first=years[0] if years else None,
        last=years[-1] if years else None,
        years=[(across.at(year), year) for year in across.ticks(8)] if years else [],
        counts=_spread(counts),
        count_ticks=[(up.at(tick), tick) for tick in up.ticks(5)],
        ranks=_spread(lines),
        rank_ticks=[(down.at(tick), tick) for tick in down.ticks(5)],
        ranks_top=ranks_top,
        foot=ranks_top + RANKS,
        measure=measure_words.word(texts, chosen),
    )


def _leaders(timeline: Timeline, measure: str) -> tuple[dict[str, dict[int, float]], float]:
    """Return the ranks by year of those who are most often nearest the first place, under their names, and the worst rank among them."""
    ranks: dict[tuple[str, str], dict[int, float]] = {}
    for row in timeline.series.rows if timeline.series else ():
        if row["measure"] == measure:
            ranks.setdefault((row["id"], row["name"]), {})[row["year"]] = row["rank"]
    best = sorted(ranks, key=lambda each: (-sum(1 / rank for rank in ranks[each].values()), each))[:LINES]
    return {name: ranks[node, name] for node, name in best}, max((rank for each in best for rank in ranks[each].values()), default=1)


def _line(points: Sequence[tuple[float, float] | None], label: str) -> ChartLine:
    stretches: list[list[str]] = [[]]
    for point in points:
        if point is None:
            stretches.append([])
        else:
            stretches[-1].append(f"{point[0]:.1f},{point[1]:.1f}")
    there = [point for point in points if point is not None]
    return ChartLine(
        stretches=tuple(" ".join(stretch) for stretch in stretches if len(stretch) > 1),
        dots=tuple(there),
        label=cut(label, NAMES - 30),
        full=label,
        y=there[-1][1] if there else 0,
    )


def _spread(lines: Sequence[ChartLine]) -> list[tuple[int, ChartLine, float]]:
    """Return the lines with their numbers and heights for their labels, moved down where they would lie on each other."""
    found: list[tuple[int, ChartLine, float]] = []
    lowest = float("-inf")
    for number, line in sorted(enumerate(lines), key=lambda each: (each[1].y, each[0])):
        lowest = max(line.y, lowest + APART)
        found.append((number, line, lowest))
    return sorted(found, key=lambda each: each[0])
