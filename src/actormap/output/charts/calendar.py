"""The calendar of coming losses as a picture: a bar for each project through its years, and how much ends with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from actormap.analysis.change.sunset import Calendar
from actormap.analysis.change.sunset.calendar import CalendarRow
from actormap.i18n import Texts
from actormap.model import dates
from actormap.output.charts.svg import Axis, cut, write

WIDTH, NAMES, COUNTS, TOP, ROW, FOOT = 960, 270, 220, 84, 26, 46
YEAR = 365.25


@dataclass(frozen=True, slots=True)
class ProjectBar:
    """One project: its height, name, place in pixels, whether its beginning or its dates are not said, what is told, and the tooltip."""

    y: float
    label: str
    start: float
    end: float
    open: bool
    implied: bool
    told: str
    tooltip: str


def draw(calendar: Calendar, texts: Texts) -> str:
    """Return an SVG of the projects by the day they end; a bar that fades at its left has a beginning that the sources do not say."""
    ends = [_year(dates.last_day(row["end"])) for row in calendar.rows]
    starts = [_year(dates.first_day(row["start"])) for row in calendar.rows if row["start"]]
    first, last = int(min([*starts, *ends], default=0)), -(-max(ends, default=1) // 1)
    axis = Axis(first, max(last, first + 1), NAMES, WIDTH - COUNTS)
    foot = TOP + ROW * len(calendar.rows)
    return write(
        "calendar.svg",
        t=texts,
        lang=texts.lang,
        width=WIDTH,
        height=foot + FOOT,
        top=TOP,
        foot=foot,
        counts=WIDTH - COUNTS + 14,
        bars=[_bar(row, place, axis, texts) for place, row in enumerate(calendar.rows)],
        years=[(axis.at(year), year) for year in axis.ticks(8)] if calendar.rows else [],
        undated=len(calendar.undated),
    )


def _bar(row: CalendarRow, place: int, axis: Axis, texts: Texts) -> ProjectBar:
    end = axis.at(_year(dates.last_day(row["end"])))
    told = texts("pictures.calendar.told", n=row["lost"], contacts=texts.number(row["lost_contact"]))
    return ProjectBar(
        y=TOP + ROW * (place + 0.5),
        label=cut(row["name"], NAMES - 24),
        start=axis.at(_year(dates.first_day(row["start"]))) if row["start"] else axis.start,
        end=end,
        open=row["start"] is None,
        implied=row["dated_by_implication"],
        told=told,
        tooltip=texts("pictures.calendar.line", name=row["name"], end=row["end"], told=told),
    )


def _year(day: str) -> float:
    moment = date.fromisoformat(day)
    return moment.year + (moment.timetuple().tm_yday - 1) / YEAR
