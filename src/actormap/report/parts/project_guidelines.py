"""Guidelines drafted from compiled projects: from what was measured and how sure that is, what several name, and who should meet."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from actormap.analysis.citations import Citations
from actormap.analysis.projects.certainty import LEVELS as CERTAINTIES
from actormap.analysis.projects.comparison import MISSING
from actormap.analysis.projects.evidence_map import EvidenceMap
from actormap.analysis.projects.map_rows import MapLineRow
from actormap.analysis.projects.state import DIRECTED, PARTLY, REACHED, WITHOUT_EFFECT
from actormap.analysis.review.finding import COUNTED, IMPLIED
from actormap.model.coding import NOT_MEASURED
from actormap.report.inquiry import Inquiry
from actormap.report.parts import guideline, projects
from actormap.report.parts.guideline import ORGANISATION, RESULTS, TOLD, Guideline

JUDGED, NAMED, CHANCE = "judged", "named", "chance"
FEW = 3  # projects that must have answered before a question says what is hard to reach


def write(inquiry: Inquiry) -> Iterator[Guideline]:
    """Yield what compiled projects ask for; nothing where nothing is coded of any."""
    if not inquiry.atlas.snapshot.answers:
        return
    yield from _who_should_meet(inquiry)
    yield from of_measures(inquiry)
    yield from _hard_to_reach(inquiry)
    yield from _named_by_all(inquiry)


def of_measures(inquiry: Inquiry) -> Iterator[Guideline]:
    """Yield what the projects have measured, and that some have not."""
    pen, found = inquiry.pen, inquiry.evidence_map
    if found is None or found.lines is None:
        return
    measured = sorted((row for row in found.lines.rows if row["measured"]), key=_surest)[:TOLD]
    if measured:
        implied = [_only_implied(found, row) for row in measured]
        told = " ".join(_told(found, measured, inquiry))
        firmness = IMPLIED if all(implied) else guideline.PARTLY if any(implied) else JUDGED
        yield Guideline(RESULTS, "measured", told, firmness)
    unmeasured = {each["project"] for each in found.evidence.rows if each["state"] == NOT_MEASURED} if found.evidence else set()
    if unmeasured:
        note = pen.marked(inquiry.counted("projects map"))
        yield Guideline(RESULTS, "measure", pen("report.guidelines.ground.not_measured", n=len(unmeasured)) + note, COUNTED)


def _surest(row: MapLineRow) -> tuple[int, int, str]:
    level = CERTAINTIES.index(row["certainty"]) if row["certainty"] else len(CERTAINTIES)
    return level, -row["reached"], row["line_name"]


def _only_implied(found: EvidenceMap, line: MapLineRow) -> bool:
    rows = found.evidence.rows if found.evidence else ()
    return not any(row["line"] == line["line"] and row["state"] in DIRECTED and row["status"] != "implied" for row in rows)


def _told(found: EvidenceMap, measured: Sequence[MapLineRow], inquiry: Inquiry) -> Iterator[str]:
    """Yield what each way of working has reached, and once for those alike, how sure that is and why."""
    pen = inquiry.pen
    for (level, reasons), alike in groupby(measured, key=lambda row: (row["certainty"], projects.why(row, inquiry))):
        for row in alike:
            told = pen("report.guidelines.ground.measured", name=row["line_name"], reached=row["reached"], n=row["measured"])
            yield told + pen.cited(projects.places(found, row), IMPLIED if _only_implied(found, row) else None)
        key = "report.guidelines.ground.unsure" if reasons else "report.guidelines.ground.sure"
        yield pen(key, level=pen(f"projects.level.{level}"), why=reasons)


def _hard_to_reach(inquiry: Inquiry) -> Iterator[Guideline]:
    """Yield the questions that most of those that answered have reached only partly or not at all."""
    pen, found = inquiry.pen, inquiry.compared
    if found is None:
        return
    hard: list[tuple[float, str, int, int]] = []
    own = (row for row in found.rows if row["section"] == "results")
    for _, sides in groupby(own, key=lambda row: row["id"]):
        rows = list(sides)
        counts = {state: sum(row["states"].get(state, 0) for row in rows) for state in DIRECTED}
        answered, short = sum(counts.values()), counts[PARTLY] + counts[WITHOUT_EFFECT]
        if answered >= FEW and short > counts[REACHED]:
            hard.append((-short / answered, rows[0]["name"], short, answered))
    if hard:
        told = [pen("report.guidelines.ground.hard", name=name, short=short, n=n) for _, name, short, n in sorted(hard)[:TOLD]]
        yield Guideline(RESULTS, "hard", " ".join(told) + pen.marked(inquiry.counted(projects.compared_by(inquiry))), COUNTED)


def _named_by_all(inquiry: Inquiry) -> Iterator[Guideline]:
    """Yield the success factors that every side of the comparison names."""
    pen, found = inquiry.pen, inquiry.compared
    if found is None:
        return
    own = (row for row in found.rows if row["section"] == "factors")
    told: list[tuple[int, str]] = []
    for _, sides in groupby(own, key=lambda row: row["id"]):
        rows = list(sides)
        if all(row["presence"] != MISSING for row in rows):
            counts = [pen("report.guidelines.ground.of_side", side=row["side"], n=row["projects"], of=row["of"]) for row in rows]
            told.append((-sum(row["projects"] for row in rows), pen("report.guidelines.ground.named", name=rows[0]["name"], names=counts)))
    if told:
        ground = " ".join(sentence for _, sentence in sorted(told)[:TOLD])
        yield Guideline(RESULTS, "named", ground + pen.marked(inquiry.counted(projects.compared_by(inquiry))), NAMED)


def _who_should_meet(inquiry: Inquiry) -> Iterator[Guideline]:
    """Yield the pair of projects that go on, share most ways of working and have no actor in common."""
    pen, found = inquiry.pen, inquiry.atlas.factors(inquiry.day).meetings(top=1)
    for row in found.rows:
        if row["shared_factors"] > row["expected"]:
            told = pen("report.guidelines.ground.meet", a=row["a_name"], b=row["b_name"], n=row["shared_factors"], names=row["in_common"])
            ties = [tie.id for tie in found.rests_on(row, inquiry.view)]
            cited = pen.cited(Citations(inquiry.view).cite(ties)["evidence"])
            yield Guideline(ORGANISATION, "meet", told + cited, COUNTED if row["sure"] else CHANCE)
