"""The map of evidence: methods or factors against results, in each cell which way it points, how sure that is, and how many projects.

A project stands in a cell when it uses the method of the row. Its state is what is coded of it for the result of the column: that the two
go together in a project does not say that the one has led to the other.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from actormap.analysis.projects import state
from actormap.analysis.projects.certainty import OUTSIDERS, Confidence, Witness, direction, judge
from actormap.analysis.projects.compilation import Compilation
from actormap.analysis.projects.conditions import Conditions
from actormap.analysis.projects.map_columns import MapColumn, Testimony, columns_of
from actormap.analysis.projects.map_lines import MapLine, lines_of
from actormap.analysis.projects.map_rows import Concerns, MapCellRow, MapEvidenceRow, MapLineRow
from actormap.analysis.result import Result
from actormap.model.coding import NOT_MEASURED, SILENT
from actormap.model.selection import attribute_of

NO_PROJECT = "no_project"


@dataclass(frozen=True)
class MapEvidence(Result[MapEvidenceRow]):
    """What the cells rest on, statement by statement, in the order of the cells; a project nobody has looked at has no statement."""

    name: ClassVar[str] = "map_evidence"
    about: ClassVar[tuple[str, ...]] = ("line", "column", "project")
    header: ClassVar[tuple[str, ...]] = tuple(MapEvidenceRow.__annotations__)


@dataclass(frozen=True)
class MapLines(Result[MapLineRow]):
    """Each row of the map as a whole: how many projects name it, have measured anything, and reached it, and how sure that is."""

    name: ClassVar[str] = "map_lines"
    about: ClassVar[tuple[str, ...]] = ("line", "line_name")
    header: ClassVar[tuple[str, ...]] = tuple(MapLineRow.__annotations__)


@dataclass(frozen=True)
class EvidenceMap(Result[MapCellRow]):
    """Every cell of the map, row by row; the row named by most projects comes first. An empty cell is a row too.

    `direction` is what most that have measured say, of equals the most cautious; if none has, not_measured, answered (a figure or a text
    that points no way), outside, silent, not_seen, in this order; `no_project` where nobody uses the method. `projects` counts those that
    use it, and the eight states sum to it; `independent` counts parts of one project once, and `measured_independent` those of them that
    tell a direction. `stated` and `implied`, `own_words`, `evaluator` and `other_voice` count those that have measured. The reasons and the
    `certainty` are those of `certainty.judge`. `new` counts statements of the cell since the date asked for.
    `evidence` and `lines` stand with it.
    """

    name: ClassVar[str] = "evidence_map"
    about: ClassVar[tuple[str, ...]] = ("line", "column")
    header: ClassVar[tuple[str, ...]] = tuple(MapCellRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("line_name", "column_name", "direction", "projects", "measured_independent", "certainty")

    lines: MapLines | None = field(default=None, repr=False)
    evidence: MapEvidence | None = field(default=None, repr=False)
    witnesses: Mapping[tuple[str, str], tuple[Witness, ...]] = field(default_factory=dict, repr=False)
    undated: int = 0

    def figures(self) -> Mapping[str, Any]:
        """Return how many rows, columns and cells there are, how many cells have measured, and how many statements have no date."""
        return {
            "lines": len({row["line"] for row in self.rows}),
            "across": len({row["column"] for row in self.rows}),
            "cells": len(self.rows),
            "measured": sum(row["direction"] in state.DIRECTED for row in self.rows),
            "undated": self.undated,
        }


def find(
    compilation: Compilation, lang: str, *, lines: str = "methods", columns: str = "questions", since: str | None = None, context: str = ""
) -> EvidenceMap:
    """Return the map: `lines` are methods or factors, `columns` questions with a scale or result indicators.

    `context` is a column and value of the projects that are asked about, such as youth=yes: without one, whether evidence is relevant is
    not judged. `since` is the date from which a statement is new: when it was coded, else when its document was published.
    Raises `UnknownName` for a context that holds for no project of the data.
    """
    drawn, across = lines_of(compilation, lines), columns_of(compilation, columns, lang)
    relevant = _relevance(compilation, context)
    seen: dict[tuple[str, str], tuple[Witness, ...]] = {}
    cells: list[MapCellRow] = []
    rested: list[MapEvidenceRow] = []
    told: list[MapLineRow] = []
    for line in drawn:
        new = 0
        for column in across:
            found = {project: column.testimony(project) for project in line.projects}
            of_cell = tuple(_witness(compilation, project, each, relevant) for project, each in found.items())
            statements = [row for project, each in found.items() for row in _statements(compilation, line, column, project, each, since)]
            seen[line.id, column.id] = of_cell
            cells.append(_cell(compilation, line, column, of_cell, sum(row["new"] for row in statements)))
            rested += statements
            new += cells[-1]["new"]
        told.append(_line(compilation, line, [seen[line.id, column.id] for column in across], new))
    made = compilation.context(lines=lines, columns=columns, since=since, context=context or None)
    return EvidenceMap(
        made,
        tuple(cells),
        lines=MapLines(made, tuple(told)),
        evidence=MapEvidence(made, tuple(rested)),
        witnesses=seen,
        undated=sum(row["date"] is None for row in rested),
    )


def _relevance(compilation: Compilation, context: str) -> Mapping[str, bool | None]:
    name, _, value = context.partition("=")
    if not value:
        return dict.fromkeys(compilation.ids)
    Conditions(where=((name, value),)).must_be_known(compilation.view.snapshot.projects, {})
    return {each.id: (attribute_of(each, name) or "").casefold() == value.casefold() for each in compilation.projects}


def _witness(compilation: Compilation, project: str, told: Testimony, relevant: Mapping[str, bool | None]) -> Witness:
    first = told.statements[0] if told.statements else None
    return Witness(
        project=project,
        top=compilation.top(project),
        state=told.state,
        status=first.status if first else None,
        voice=first.voice if first else None,
        relevant=relevant[project],
    )


def _statements(
    compilation: Compilation, line: MapLine, column: MapColumn, project: str, told: Testimony, since: str | None
) -> Iterator[MapEvidenceRow]:
    record = compilation.record(project)
    for said in told.statements:
        date = said.date or compilation.published(said.document)
        yield {
            "line": line.id,
            "column": column.id,
            "project": project,
            "project_name": record.name,
            "kind": record.kind,
            "top": compilation.top(project),
            "state": said.state,
            "answer": said.answer,
            "status": said.status,
            "voice": said.voice,
            "document": said.document,
            "locator": said.locator,
            "date": date,
            "new": bool(since and date and date >= since),
        }


def _points(counts: Mapping[str, int], projects: int) -> str:
    """Return which way a cell points, or else what kind of gap it is."""
    if not projects:
        return NO_PROJECT
    way = direction(list(Counter({each: counts[each] for each in state.DIRECTED}).elements()))
    gaps = (NOT_MEASURED, state.ANSWERED, state.OUTSIDE, SILENT)
    return way or next((gap for gap in gaps if counts[gap]), state.NOT_SEEN)


def _cell(compilation: Compilation, line: MapLine, column: MapColumn, found: Sequence[Witness], new: int) -> MapCellRow:
    counts = Counter(each.state for each in found)
    told = [each for each in found if each.state in state.DIRECTED]
    judged = judge(found)
    return {
        "line": line.id,
        "line_name": line.name,
        "column": column.id,
        "column_name": column.name,
        "direction": _points(counts, len(found)),
        "projects": len(found),
        "independent": compilation.independent(each.project for each in found),
        "not_seen": counts[state.NOT_SEEN],
        "silent": counts[SILENT],
        "not_measured": counts[NOT_MEASURED],
        "without_effect": counts[state.WITHOUT_EFFECT],
        "partly": counts[state.PARTLY],
        "reached": counts[state.REACHED],
        "outside": counts[state.OUTSIDE],
        "answered": counts[state.ANSWERED],
        "measured_independent": compilation.independent(each.project for each in told),
        "stated": sum(each.status != "implied" for each in told),
        "implied": sum(each.status == "implied" for each in told),
        "own_words": sum(each.voice not in OUTSIDERS for each in told),
        "evaluator": sum(each.voice == "evaluator" for each in told),
        "other_voice": sum(each.voice in OUTSIDERS and each.voice != "evaluator" for each in told),
        "agreement": judged.agreement,
        **_concerns(judged),
        "new": new,
    }


def _line(compilation: Compilation, line: MapLine, cells: Sequence[Sequence[Witness]], new: int) -> MapLineRow:
    every = [each for cell in cells for each in cell]
    measured = {each.project for each in every if each.state in state.DIRECTED}
    judged = judge(every)
    return {
        "line": line.id,
        "line_name": line.name,
        "projects": len(line.projects),
        "of": len(compilation.projects),
        "independent": compilation.independent(line.projects),
        "of_independent": compilation.independent(compilation.ids),
        "levels": compilation.levels(line.projects),
        "measured": len(measured),
        "reached": len({each.project for each in every if each.state == state.REACHED}),
        "not_measured": len({each.project for each in every if each.state == NOT_MEASURED}),
        **_concerns(judged),
        "new": new,
    }


def _concerns(judged: Confidence) -> Concerns:
    return {
        "methodological": judged.methodological,
        "coherence": judged.coherence,
        "adequacy": judged.adequacy,
        "relevance": judged.relevance,
        "certainty": judged.level,
    }
