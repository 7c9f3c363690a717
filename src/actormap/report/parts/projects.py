"""Projects compared with those that the workspace names: what they do, what they have reached and how sure that is, money, and silences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from actormap.analysis.projects.certainty import MODERATE, REASONS, SERIOUS
from actormap.analysis.projects.comparison import MISSING, SHARED, ComparedRow, ProjectComparison
from actormap.analysis.projects.evidence_map import EvidenceMap
from actormap.analysis.projects.map_rows import MapLineRow
from actormap.analysis.projects.matrix import StateRow
from actormap.analysis.projects.state import DIRECTED, NOT_SEEN, STATES
from actormap.output.document.blocks import Block, SectionHeading, TableCell
from actormap.output.page_text import at_first
from actormap.output.projects.comparison import how_read
from actormap.report.inquiry import Inquiry
from actormap.report.sections import number, paragraph, table, words

Rows = Sequence[ComparedRow]
PARTS = ("methods", "factors", "target_groups", "problems", "partners")
LISTED = ("methods", "factors")  # of them those that are told one by one
FIGURES = ("per_participant", "months", "esf_share", "total_budget_sek", "planned_participants")
NAMED, MEASURED = 10, 8  # rows on paper


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield what is coded of projects; a sentence where nothing is, nothing where there are no projects."""
    pen, compared = inquiry.pen, inquiry.compared
    if not inquiry.projects.rows:
        return
    side = pen.listed([each.label for each in compared.sides[:-1]]) if compared else ""
    yield SectionHeading(1, pen("report.projects.title", side=side) if side else pen("report.projects.title_all"))
    if not inquiry.atlas.snapshot.answers:
        yield from paragraph(pen("report.projects.not_coded", n=len(inquiry.projects.rows)))
        return
    if compared:
        yield from _sizes(compared, inquiry)
        yield from _doing(compared, inquiry)
    yield SectionHeading(2, pen("report.projects.reached"))
    yield from paragraph(pen("report.projects.reached_lead"))
    if compared:
        yield from _results(compared, inquiry)
    yield from _evidence(inquiry)
    yield from _states(inquiry)
    if compared:
        yield from _money(compared, inquiry)


def questions(inquiry: Inquiry) -> list[str]:
    """Return what there is to ask about projects: who asks those whose answers nobody has looked for."""
    found = by_answer(inquiry)
    n, of = len(found.unasked), len(found.every)
    return [inquiry.pen("report.projects.ask", n=n, of=of)] if 0 < n < of else []


def compared_by(inquiry: Inquiry) -> str:
    """Return the command that gives the comparison."""
    return inquiry.pen("report.command.compared", sides=" ".join(f'"{each}"' for each in inquiry.sides))


def _sizes(found: ProjectComparison, inquiry: Inquiry) -> Iterator[Block]:
    pen = inquiry.pen
    first = {row["side"]: row for row in reversed(found.rows)}
    told = [
        pen("projects.compare.size", side=at_first(label), n=row["of"], independent=row["of_independent"])
        for label, row in ((each.label, first[each.label]) for each in found.sides)
    ]
    note = pen.marked(inquiry.counted(compared_by(inquiry)))
    yield from paragraph(" ".join((*told, pen("projects.compare.levels"))) + note)
    read = {row["side"]: row for row in found.rows if row["presence"] == MISSING}
    whole = [how_read(read[each.label], "report.projects.read", pen) for each in found.sides if each.label in read]
    yield from paragraph(pen("report.projects.silence"), *whole)


def _doing(found: ProjectComparison, inquiry: Inquiry) -> Iterator[Block]:
    """Yield how much the sides have in common, then methods and factors one by one."""
    pen, note = inquiry.pen, inquiry.counted(compared_by(inquiry))
    yield SectionHeading(2, pen("report.projects.doing"))
    labels = [each.label for each in found.sides]
    only = [pen("report.projects.only", side=label) for label in labels]
    counts = found.figures()
    told = (
        (words(pen(f"projects.compare.{part}")), *(_count(n, inquiry) for n in (counts[part][SHARED], *(counts[part][x] for x in labels))))
        for part in PARTS
        if any(counts[part].values())
    )
    headed = (pen("report.column.what"), pen("report.projects.shared"), *only)
    yield from table(pen("report.caption.in_common"), headed, told, pen, note=note)
    for part in LISTED:
        columns = (pen(f"report.column.{part}_one"), *map(at_first, labels), pen("report.column.whose"))
        lines = ((words(rows[0]["name"]), *(words(_having(row, inquiry)) for row in rows), words(_whose(rows, inquiry)))
                 for rows in _things(found, part))  # fmt: skip
        yield from table(pen(f"report.caption.compared_{part}"), columns, lines, pen, note=note, shown=NAMED)


def _things(found: ProjectComparison, part: str) -> Iterator[Rows]:
    own = (row for row in found.rows if row["section"] == part)
    return (list(rows) for _, rows in groupby(own, key=lambda row: row["id"]))


def _count(n: int, inquiry: Inquiry) -> TableCell:
    return number(n, inquiry.pen.texts.number(n))


def _having(row: ComparedRow, inquiry: Inquiry) -> str:
    if row["presence"] == MISSING:
        return inquiry.pen("projects.compare.presence.missing")
    alike = row["independent"] == row["projects"]
    counts = {"projects": row["projects"], "of": row["of"], "n": row["independent"]}
    return inquiry.pen(f"report.projects.{'share' if alike else 'share_dependent'}", **counts)


def _whose(rows: Rows, inquiry: Inquiry) -> str:
    having = [row["side"] for row in rows if row["presence"] != MISSING]
    if len(having) == len(rows):
        return inquiry.pen("projects.compare.presence.shared")
    return inquiry.pen("report.projects.only", side=inquiry.pen.listed(having))


def _results(found: ProjectComparison, inquiry: Inquiry) -> Iterator[Block]:
    pen = inquiry.pen
    columns = (pen("report.column.question"), *(at_first(each.label) for each in found.sides))
    lines = (
        (words(rows[0]["name"]), *(words(in_words(row["states"], inquiry)) for row in rows))
        for rows in _things(found, "results")
        if any(set(row["states"]) - {NOT_SEEN} for row in rows)
    )
    yield from table(pen("report.caption.results"), columns, lines, pen, note=inquiry.counted(compared_by(inquiry)))


@dataclass(frozen=True, slots=True)
class ProjectAnswers:
    """Every project, and in which states those are to which an answer to a question with a scale has been looked for."""

    every: frozenset[str]
    states: Mapping[str, frozenset[str]]

    @property
    def unasked(self) -> frozenset[str]:
        """Return the projects for which nobody has looked for any answer."""
        return self.every - self.of(*self.states)

    def of(self, *states: str) -> frozenset[str]:
        """Return the projects that are in one of some states."""
        return frozenset(project for state in states for project in self.states.get(state, ()))


def by_answer(inquiry: Inquiry) -> ProjectAnswers:
    """Return how the projects have answered questions with a scale; no project where nothing is coded of any."""
    found: dict[str, set[str]] = {}
    for row in _scaled(inquiry):
        if row["state"] != NOT_SEEN:
            found.setdefault(row["state"], set()).add(row["project"])
    every = frozenset(project for project, _ in inquiry.matrix.lines) if inquiry.matrix else frozenset[str]()
    return ProjectAnswers(every, {state: frozenset(projects) for state, projects in found.items()})


@dataclass(frozen=True, slots=True)
class ProjectResults:
    """How many questions with a scale one project has answered in which way, and where its answers stand."""

    states: Mapping[str, int]
    places: tuple[str, ...]


def results_of(inquiry: Inquiry, project: str) -> ProjectResults | None:
    """Return what one project has answered to questions with a scale, None where nobody has looked for any answer."""
    rows = [row for row in _scaled(inquiry) if row["project"] == project and row["state"] != NOT_SEEN]
    if not rows:
        return None
    counts = Counter(row["state"] for row in rows)
    cited = {" ".join(filter(None, (row["document"], row["locator"]))) for row in rows if row["document"]}
    return ProjectResults({state: counts[state] for state in STATES if counts[state]}, tuple(sorted(cited)))


def _scaled(inquiry: Inquiry) -> Iterator[StateRow]:
    scaled = {each.id for each in inquiry.atlas.snapshot.questions if each.scale == "ordinal"}
    return (row for row in (inquiry.matrix.rows if inquiry.matrix else ()) if row["question"] in scaled)


def in_words(states: Mapping[str, int], inquiry: Inquiry) -> str:
    """Return how many are in which state, in words, without those that nobody has looked at."""
    told = [inquiry.pen(f"report.projects.count.{each}", n=n) for each, n in states.items() if n and each != NOT_SEEN]
    return ", ".join(told) or inquiry.pen("projects.compare.nothing")


def _evidence(inquiry: Inquiry) -> Iterator[Block]:
    """Yield, for each method that some project has measured with, which way the answers point and how sure that is."""
    pen, found = inquiry.pen, inquiry.evidence_map
    if found is None or found.lines is None:
        return
    measured = [row for row in found.lines.rows if row["measured"]]
    columns = (pen(f"report.column.{each}") for each in ("methods_one", "has_measured", "direction", "has_not", "certainty", "why"))
    lines = (
        (
            words(row["line_name"]),
            words(pen("report.projects.share", projects=row["measured"], of=row["projects"])),
            words(directions(found, row, inquiry)),
            number(row["not_measured"], pen.texts.number(row["not_measured"])),
            words(pen(f"projects.level.{row['certainty']}") if row["certainty"] else "–"),
            words((why(row, inquiry) or "–") + pen.cited(places(found, row))),
        )
        for row in sorted(measured, key=lambda row: (-row["measured"], row["line_name"]))
    )
    yield from table(pen("report.caption.evidence"), columns, lines, pen, note=inquiry.counted("projects map"), shown=MEASURED)
    rest = sum(1 for row in found.lines.rows if row["projects"] and not row["measured"])
    yield from paragraph(pen("report.projects.certainty"), pen("report.projects.unmeasured", n=rest) if rest else "")


def directions(found: EvidenceMap, line: MapLineRow, inquiry: Inquiry) -> str:
    """Return in how many questions the answers of those that use a method point which way, in words."""
    counts = Counter(row["direction"] for row in found.rows if row["line"] == line["line"])
    return in_words({each: counts[each] for each in reversed(DIRECTED)}, inquiry)


def why(line: MapLineRow, inquiry: Inquiry) -> str:
    """Return what makes a line of the map unsure, in words, empty if nothing does."""
    whole: Mapping[str, Any] = line
    return "; ".join(inquiry.pen(f"projects.why.{each}.{whole[each]}") for each in REASONS if whole[each] in (MODERATE, SERIOUS))


def places(found: EvidenceMap, line: MapLineRow) -> list[str]:
    """Return where it stands what the projects of a line of the map have measured."""
    rows = [row for row in found.evidence.rows if row["line"] == line["line"] and row["state"] in DIRECTED] if found.evidence else []
    return sorted({" ".join(filter(None, (row["document"], row["locator"]))) for row in rows if row["document"]})


def _states(inquiry: Inquiry) -> Iterator[Block]:
    """Yield how many answers there are of each sort, so that silence is taken for no measured failure."""
    pen, found = inquiry.pen, inquiry.matrix
    if found is None:
        return
    counts = found.figures()
    yield SectionHeading(2, pen("report.projects.states"))
    yield from paragraph(pen("report.projects.states_lead", n=len(found.lines), questions=len(found.across)))
    told = ((words(at_first(pen(f"words.state.{each}"))), words(pen(f"report.projects.state.{each}")), _count(counts[each], inquiry))
            for each in STATES)  # fmt: skip
    columns = (pen(f"report.column.{each}") for each in ("state", "meaning", "answers"))
    yield from table(pen("report.caption.states"), columns, told, pen, note=inquiry.counted("projects matrix"))


def _money(found: ProjectComparison, inquiry: Inquiry) -> Iterator[Block]:
    pen = inquiry.pen
    things = {rows[0]["id"]: rows for rows in _things(found, "figures")}
    told = [
        (words(inquiry.writer.heading(name)), *(words(_value(row, inquiry)) for row in things[name]))
        for name in FIGURES
        if any(row["value"] is not None for row in things[name])
    ]
    if not told:
        return
    yield SectionHeading(2, pen("report.projects.money"))
    columns = (pen("report.column.what"), *(at_first(each.label) for each in found.sides))
    yield from table(pen("report.caption.money"), columns, told, pen, note=inquiry.counted(compared_by(inquiry)))
    yield from paragraph(pen("report.projects.money_lead"), pen("projects.compare.caveat"))


def _value(row: ComparedRow, inquiry: Inquiry) -> str:
    if row["value"] is None:
        return inquiry.pen("report.projects.no_value")
    decimals = 0 if row["id"] == "per_participant" else 1
    told = inquiry.writer.cell(row["id"], round(row["value"], decimals) if decimals else round(row["value"]))
    return inquiry.pen("report.projects.value", value=told, n=row["projects"], of=row["of"])
