"""What is reckoned from a project's header: money per planned participant, months, the fund's share and whether it contradicts the rate."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from actormap.model import dates
from actormap.model.records import Project

MONTH = 365.2425 / 12  # days
SLACK = 1  # points between the share and the stated rate that rounding may explain


@dataclass(frozen=True, slots=True)
class HeaderFigures:
    """What follows from a project's header; what cannot be reckoned is None.

    `per_participant` is the whole budget in kronor for each planned participant: planned, not reached, and in a school project those who
    are at school anyway. `months` counts both days, and a date that is only a year or a month as its first or last day. `share` is the
    fund's support as a share of the budget in per cent, and `off_rate` how many points it lies above the stated rate, if more than 1 away.
    """

    per_participant: float | None
    months: float | None
    share: float | None
    off_rate: float | None


def of(project: Project) -> HeaderFigures:
    """Return what follows from a project's header."""
    total, support, planned = project.total_budget_sek, project.esf_support_sek, project.planned_participants
    share = 100 * support / total if support is not None and total else None
    away = share - project.union_rate_percent if share is not None and project.union_rate_percent is not None else None
    return HeaderFigures(
        per_participant=total / planned if total is not None and planned else None,
        months=_months(project.start, project.end),
        share=share,
        off_rate=away if away is not None and abs(away) > SLACK else None,
    )


def _months(start: str | None, end: str | None) -> float | None:
    if start is None or end is None or dates.ends_before_start(start, end):
        return None
    days = (date.fromisoformat(dates.last_day(end)) - date.fromisoformat(dates.first_day(start))).days + 1
    return round(days / MONTH, 1)
