"""What ends with a project: the findings of `find`, and the calendar of coming losses of `calendar`."""

from actormap.analysis.change.sunset.calendar import Calendar, calendar
from actormap.analysis.change.sunset.impact import FINDINGS, Sunset, find

__all__ = ["FINDINGS", "Calendar", "Sunset", "calendar", "find"]
