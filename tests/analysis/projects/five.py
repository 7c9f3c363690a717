"""Five projects to check by hand: a programme with two parts, and two that stand alone.

project   methods          q-goal (goals reached)   q-pres (attendance)        q-fac (factor)        read
plan      follow           –                        –                          yes, stated           in part
north     follow           helt, own words          not measured, own words    yes, implied          in part
south     follow, coach    delvis, own words        minskat, own words         –                     in part
solo      follow, coach    helt, an evaluator       ökat, an evaluator         –                     whole
far       coach            not measured             silent                     –                     whole
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

from actormap.graph.views import View
from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.records import Document, Evidence, Project, Snapshot, Theme
from tests.graphs import actor, tie, view

QUESTIONS = (
    SetQuestion(
        id="q-goal", group="form", sv="Nåddes målen?", en="Were the goals reached?", scale="ordinal",
        values=("inte", "delvis", "helt"), partly=("delvis",), reached=("helt",), outside=("planerat",),
    ),
    SetQuestion(
        id="q-pres", group="form", sv="Hur har närvaron ändrats?", en="How has attendance changed?", scale="ordinal",
        values=("minskat", "ökat"), reached=("ökat",), theme="presence",
    ),
    SetQuestion(id="q-fac", group="factors", sv="Nämns uppföljning?", en="Is tracking named?", scale="yes_no", theme="track"),
    SetQuestion(id="q-who", group="form", sv="Vilka samverkar?", en="Who cooperates?", scale="free"),
)  # fmt: skip


def answer(project: str, question: str, said: str, document: str, **more: str) -> CodedAnswer:
    return CodedAnswer(project=project, question=question, answer=said, document=document, locator="1", coder="desk", **more)


ANSWERS = (
    answer("north", "q-goal", "helt", "report-north", voice="project", date="2026-02-01"),
    answer("south", "q-goal", "delvis", "report-south", voice="project", date="2026-01-01"),
    answer("solo", "q-goal", "helt", "evaluation", voice="evaluator"),
    answer("far", "q-goal", "not_measured", "page-far", voice="project"),
    answer("north", "q-pres", "not_measured", "report-north", voice="project"),
    answer("south", "q-pres", "minskat", "report-south", voice="project"),
    answer("solo", "q-pres", "ökat", "evaluation", voice="evaluator"),
    answer("far", "q-pres", "silent", "page-far", voice="project"),
    answer("plan", "q-fac", "yes", "page-plan", voice="project"),
    answer("north", "q-fac", "yes", "report-north", voice="project", status="implied"),
    answer("solo", "q-who", "skola och socialtjänst", "evaluation", voice="evaluator"),
)
FIGURES = (
    Indicator(
        project="solo", indicator="närvaro, procent", kind="result", theme="presence", value=85.2, unit="percent", document="evaluation"
    ),
)
PROJECTS = (
    Project(
        id="plan", name="Plan", kind="project", programme="2007-2013", programme_area="2", region="Väst", start="2012", end="2014",
        total_budget_sek=1000, esf_support_sek=400, union_rate_percent=40, planned_participants=10, document="page-plan",
        attributes=(("youth", "yes"),),
    ),
    Project(id="north", name="Norra delen", kind="project", programme="2007-2013", region="Väst", attributes=(("youth", "yes"),)),
    Project(id="south", name="Södra delen", kind="project", programme="2007-2013", region="Väst", attributes=(("youth", "yes"),)),
    Project(
        id="solo", name="Solo", kind="project", programme="2014-2020", region="Väst", start="2016-01-01", end="2016-12-31",
        total_budget_sek=3000, esf_support_sek=3000, union_rate_percent=50, planned_participants=10, attributes=(("youth", "yes"),),
    ),
    Project(
        id="far", name="Fjärran", kind="prestudy", programme="2014-2020", region="Norr", start="2018", total_budget_sek=500,
        planned_participants=0, attributes=(("youth", "no"),),
    ),
)  # fmt: skip
THEMES = (
    Theme(id="follow", name="Uppföljning", kind="method"),
    Theme(id="coach", name="Coachning", kind="method"),
    Theme(id="track", name="Koll", kind="success_factor"),
    Theme(id="presence", name="Närvaro", kind="result_indicator"),
    Theme(id="young", name="Unga", kind="target_group"),
)
DOCUMENTS = (
    *(Document(id=f"report-{part}", title=f"Rapport {part}", attributes=(("read", "part"),)) for part in ("north", "south")),
    Document(id="page-plan", title="Sida", attributes=(("read", "part"),), published="2026-03-01"),
    Document(id="evaluation", title="Utvärdering", attributes=(("read", "whole"),), published="2026-03-05"),
    Document(id="page-far", title="Fjärran sida", attributes=(("read", "whole"),)),
)


def said(document: str, status: str = "stated") -> Evidence:
    return Evidence(document=document, locator="2", status=status)


def snapshot() -> Snapshot:
    """Return the five projects with all that is coded of them."""
    ties = [
        *(tie(part, "part_of", "plan", said("page-plan")) for part in ("north", "south")),
        tie("plan", "uses_method", "follow", said("page-plan")),
        tie("north", "uses_method", "follow", said("report-north")),
        tie("south", "uses_method", "follow", said("report-south")),
        tie("solo", "uses_method", "follow", said("evaluation", "implied")),
        tie("south", "uses_method", "coach", said("report-south")),
        tie("solo", "uses_method", "coach", said("evaluation")),
        tie("far", "uses_method", "coach", said("page-far")),
        tie("plan", "reports", "track", said("page-plan")),
        tie("solo", "reports", "presence", said("evaluation")),
        tie("plan", "addresses", "young", said("page-plan")),
        tie("far", "addresses", "young", said("page-far", "planned")),
        tie("gr", "owns", "plan", said("page-plan")),
        tie("gr", "owns", "solo", said("evaluation")),
    ]
    nodes = [*PROJECTS, *THEMES, *DOCUMENTS, actor("gr")]
    return Snapshot.of(nodes, ties, coding=[*QUESTIONS, *ANSWERS, *FIGURES])


def tables(folder: Path) -> Path:
    """Write what the five projects are made of as tables, for a reader that knows nothing of the package."""
    made = snapshot()
    ties = [
        {"source": each.source, "type": each.type, "target": each.target, "status": said.status}
        for each in made.relationships
        for said in each.evidence
    ]
    rows = {
        "projects": [{"id": each.id, "kind": each.kind, **dict(each.attributes)} for each in made.projects],
        "themes": [{"id": each.id, "kind": each.kind} for each in made.themes],
        "relationships": ties,
        "questions": [_plain(each, ("id", "scale", "theme", "partly", "reached", "outside")) for each in made.questions],
        "answers": [_plain(each, ("project", "question", "answer", "status", "voice")) for each in made.answers],
    }
    for name, table in rows.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, fieldnames=list(table[0]))
            writer.writeheader()
            writer.writerows(table)
    return folder


def _plain(record: object, names: Iterable[str]) -> dict[str, str]:
    values = {name: getattr(record, name) for name in names}
    return {name: "|".join(value) if isinstance(value, tuple) else value or "" for name, value in values.items()}


def five(**options: object) -> View:
    return view(snapshot(), **options)
