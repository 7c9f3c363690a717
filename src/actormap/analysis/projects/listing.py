"""The projects, one a row: what their headers say, what follows from it, and how much is coded of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import Any, ClassVar

from actormap.analysis.projects import money
from actormap.analysis.projects.compilation import FACTOR, METHOD, TARGET_GROUP, Compilation
from actormap.analysis.result import NodeRow, Result
from actormap.errors import UnknownName
from actormap.model.choices import PROJECT_ORDERS
from actormap.model.records import Project

ASCENDING = ("name", "kind", "programme", "region", "start", "end")


class ProjectListRow(NodeRow):
    """A row of `ProjectList`."""

    number: str | None
    programme: str | None
    programme_area: str | None
    region: str | None
    start: str | None
    end: str | None
    months: float | None
    total_budget_sek: float | None
    esf_support_sek: float | None
    esf_share: float | None
    union_rate_percent: float | None
    off_rate: float | None
    planned_participants: float | None
    per_participant: float | None
    top: str | None
    methods: list[str]
    factors: list[str]
    target_groups: list[str]
    answers: int
    questions: int
    indicators: int


@dataclass(frozen=True)
class ProjectList(Result[ProjectListRow]):
    """The projects looked at, in the order asked for.

    A row has what stands in the header, what `money.of` reckons from it, `top` (the project it is part of in the end), the names of its
    methods, factors and target groups, how many `answers` are coded, to how many `questions`, and how many `indicators`.
    """

    name: ClassVar[str] = "projects"
    header: ClassVar[tuple[str, ...]] = tuple(ProjectListRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("name", "programme", "months", "per_participant", "esf_share", "union_rate_percent")

    def figures(self) -> Mapping[str, Any]:
        """Return how many there are, of how many independent ones, and the median of the money per planned participant."""
        priced = [row["per_participant"] for row in self.rows if row["per_participant"] is not None]
        return {
            "projects": len(self.rows),
            "independent": self.context.summary["independent"],
            "median_per_participant": round(median(priced)) if priced else None,
            "priced": len(priced),
            "contradicted": sum(row["off_rate"] is not None for row in self.rows),
        }


def find(compilation: Compilation, sort: str = "name") -> ProjectList:
    """Return the projects in an order: by name, kind, programme, region or dates from the first, by figures from the largest.

    Projects without the value stand last. Raises `UnknownName` for an order that there is not.
    """
    if sort not in PROJECT_ORDERS:
        raise UnknownName("order", sort, PROJECT_ORDERS)
    rows = [_row(compilation, project) for project in compilation.projects]
    if sort != "name":
        has: list[Any] = [row for row in rows if row[sort] is not None]  # type: ignore[literal-required]
        has.sort(key=lambda row: row[sort], reverse=sort not in ASCENDING)
        rows = [*has, *(row for row in rows if row[sort] is None)]  # type: ignore[literal-required]
    return ProjectList(compilation.context(sort=sort), tuple(rows))


def _row(compilation: Compilation, project: Project) -> ProjectListRow:
    reckoned = money.of(project)
    answers = [compilation.answers[project.id, each.id] for each in compilation.questions if (project.id, each.id) in compilation.answers]
    top = compilation.top(project.id)

    def names(kind: str) -> list[str]:
        return [theme.name for theme in compilation.themes_of(project.id, kind).values()]

    return {
        "id": project.id,
        "name": project.name,
        "kind": project.kind,
        "number": project.number,
        "programme": project.programme,
        "programme_area": project.programme_area,
        "region": project.region,
        "start": project.start,
        "end": project.end,
        "months": reckoned.months,
        "total_budget_sek": project.total_budget_sek,
        "esf_support_sek": project.esf_support_sek,
        "esf_share": reckoned.share,
        "union_rate_percent": project.union_rate_percent,
        "off_rate": reckoned.off_rate,
        "planned_participants": project.planned_participants,
        "per_participant": reckoned.per_participant,
        "top": None if top == project.id else top,
        "methods": names(METHOD),
        "factors": names(FACTOR),
        "target_groups": names(TARGET_GROUP),
        "answers": sum(map(len, answers)),
        "questions": len(answers),
        "indicators": len(compilation.figures.get(project.id, ())),
    }
