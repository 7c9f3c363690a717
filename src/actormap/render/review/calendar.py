"""What ends, in words: the coming losses by date."""

from __future__ import annotations

from actormap.analysis.sunset import Calendar
from actormap.render.review.document import Section, items, section
from actormap.render.review.pen import Pen


def write(calendar: Calendar, pen: Pen) -> Section:
    """Return the calendar."""
    return section("calendar", items(*(row["name"] for row in calendar.rows)))
