"""What ends with a project: the findings of `find`, and the calendar of coming losses of `calendar`."""

from actormap.analysis.sunset.calendar import Calendar, calendar
from actormap.analysis.sunset.finding import FINDINGS, Sunset, find

__all__ = ["FINDINGS", "Calendar", "Sunset", "calendar", "find"]
