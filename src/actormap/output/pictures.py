"""Which results have a picture, and what draws each: what `--picture` and `plot()` are read off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, cast

from actormap.errors import UsageError, parameter, several

if TYPE_CHECKING:
    from actormap.analysis.certainty.estimate import Certainty
    from actormap.analysis.certainty.ranking import Ranking
    from actormap.analysis.change.sunset import Calendar
    from actormap.analysis.change.timeline import Timeline
    from actormap.analysis.composition.invitation.invite import Invitation
    from actormap.analysis.composition.invitation.pareto import Front
    from actormap.analysis.composition.requirements.coverage import Coverage
    from actormap.analysis.groups.equivalence import Positions
    from actormap.analysis.projects.evidence_map import EvidenceMap
    from actormap.analysis.result import Result
    from actormap.i18n import Texts


def draw(result: Result, texts: Texts) -> str:
    """Return the picture of a result as SVG.

    Raises `UsageError` if there is none of this result, or if what it would show was not asked for.
    """
    if result.name not in PICTURES:
        raise UsageError(f"There is no picture of {result.name}.", hint=f"There are pictures of {several(sorted(PICTURES))}.")
    return PICTURES[result.name](result, texts)


def _ranking(result: Result, texts: Texts) -> str:
    certainty = cast("Ranking", result).certainty
    if certainty is None:
        raise UsageError("The picture of a ranking shows how sure it is.", hint=f"Ask for that too, with {parameter('certainty')}={{}}.")
    return _intervals(certainty, texts)


def _intervals(result: Result, texts: Texts) -> str:
    from actormap.output.charts import intervals

    return intervals.draw(cast("Certainty", result), texts)


def _invitation(result: Result, texts: Texts) -> str:
    front = cast("Invitation", result).front
    if front is None:
        raise UsageError(
            "The picture of an invitation shows what each size could cover.", hint=f"Ask for that too, with {parameter('front')}=True."
        )
    return _front(front, texts)


def _front(result: Result, texts: Texts) -> str:
    from actormap.output.charts import pareto

    return pareto.draw(cast("Front", result), texts)


def _coverage(result: Result, texts: Texts) -> str:
    from actormap.output.charts import coverage

    found = cast("Coverage", result)
    return coverage.draw(found, found.title, texts)


def _calendar(result: Result, texts: Texts) -> str:
    from actormap.output.charts import calendar

    return calendar.draw(cast("Calendar", result), texts)


def _timeline(result: Result, texts: Texts) -> str:
    from actormap.output.charts import timeline

    return timeline.draw(cast("Timeline", result), texts)


def _positions(result: Result, texts: Texts) -> str:
    from actormap.output.charts import blocks

    return blocks.draw(cast("Positions", result), texts)


def _evidence_map(result: Result, texts: Texts) -> str:
    from actormap.output.projects import poster

    return poster.draw(cast("EvidenceMap", result), texts)


PICTURES: Mapping[str, Callable[[Result, Texts], str]] = {
    "centrality": _ranking,
    "certainty": _intervals,
    "coverage": _coverage,
    "evidence_map": _evidence_map,
    "front": _front,
    "invitation": _invitation,
    "positions": _positions,
    "sunset_calendar": _calendar,
    "timeline": _timeline,
}
