"""Claims about data/esf as it stands: what its README counts, who owns what, and that its warnings are those that it explains."""

from __future__ import annotations

import csv
import re
from collections import Counter
from pathlib import Path

import pytest

import actormap
from actormap import workspace as workspaces

DATA = Path(__file__).resolve().parent.parent / "data"
ABOUT = (DATA / "esf" / "README.md").read_text("utf-8")
USES = ("uses_method", "addresses", "reports")


def table(name, workspace="esf"):
    with (DATA / workspace / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def esf():
    return workspaces.read("esf")


def test_the_tables_hold_what_the_readme_counts(esf):
    counted = re.findall(r"^\| (?:projects|of them|coded|themes|indicators|documents)[^|]* \| (\d+)", ABOUT, re.MULTILINE)
    projects = esf.snapshot.projects
    western = [project for project in projects if dict(project.attributes).get("western") == "yes"]
    uses = [row for row in table("relationships") if row["type"] in USES]
    coded = [len(getattr(esf.snapshot, name)) for name in ("answers", "questions", "indicators")]
    assert coded == [507, 33, 68]
    assert counted == ["103", "54", "507", "107", "68", "150"]
    assert (len(projects), len(western), len(esf.snapshot.themes), len(uses), len(esf.snapshot.documents)) == (103, 54, 107, 547, 150)
    assert Counter(project.kind for project in projects) == {"project": 66, "workshop": 20, "prestudy": 15, "part": 2}


def test_every_row_of_a_table_becomes_a_record(esf):
    statements = sum(len(tie.evidence) for tie in esf.snapshot.relationships)
    assert statements == len(table("relationships"))
    assert [len(getattr(esf.snapshot, name)) for name in ("actors", "municipalities")] == [
        len(table("actors")),
        len(table("municipalities")),
    ]


def test_the_workspace_has_no_errors_and_only_the_warnings_that_its_readme_explains(esf):
    assert {problem.key for problem in esf.problems} == {"unknown_columns"}
    named = {
        column for problem in esf.problems for column in str(problem.values.get("names", problem.found or "")).replace("…", "").split(", ")
    }
    assert named
    assert all(f"`{column}" in ABOUT for column in named)


def test_several_spellings_of_one_owner_are_one_actor_with_aliases(esf):
    gr = esf.snapshot.by_id["gr"]
    assert {
        "Göteborgsregionen",
        "Göteborgsregionens kommunalförbund",
        "Göteborgsregionens kommunalförbund, GR",
        "Göteborgsregionen (GR)",
    } <= {*gr.aliases}
    owned = Counter(tie.source for tie in esf.snapshot.relationships if tie.type == "owns")
    assert len(owned) == 48
    assert owned["gr"] == 11


def test_who_owns_a_part_or_a_workshop_carries_it_out_and_does_not_own_plug_in(esf):
    kinds = {project.id: project.kind for project in esf.snapshot.projects}
    owned = {kinds[tie.target] for tie in esf.snapshot.relationships if tie.type == "owns"}
    assert owned == {"project", "prestudy"}
    assert ("gr", "carries_out", "plug-in-gr") in {(tie.source, tie.type, tie.target) for tie in esf.snapshot.relationships}


def test_an_office_named_beside_its_organisation_is_a_part_that_carries_out_and_does_not_own(esf):
    ties = {(tie.source, tie.type, tie.target) for tie in esf.snapshot.relationships}
    assert {
        ("goteborg", "owns", "kvinnokraft"),
        ("gbg-sdf-bergsjon", "carries_out", "kvinnokraft"),
        ("gbg-sdf-bergsjon", "part_of", "goteborg"),
    } <= ties
    assert not any(source == "gbg-sdf-bergsjon" and type_ == "owns" for source, type_, _ in ties)


def test_each_workshop_and_part_of_plug_in_is_part_of_it_but_the_one_whose_period_is_not_said(esf):
    parts = {tie.source for tie in esf.snapshot.relationships if tie.type == "part_of"}
    assert [row["id"] for row in table("projects") if row["kind"] in ("workshop", "part") and row["id"] not in parts] == ["plug-in-kobyt"]


def test_fourteen_stated_rates_differ_from_support_and_total_and_all_three_figures_stand(esf):
    known = [p for p in esf.snapshot.projects if p.total_budget_sek and p.esf_support_sek and p.union_rate_percent]
    differ = [p for p in known if abs(100 * p.esf_support_sek / p.total_budget_sek - p.union_rate_percent) > 1]
    equal = {p.id for p in differ if p.esf_support_sek == p.total_budget_sek and p.union_rate_percent == 50}
    assert len(differ) == 14
    assert equal == {"ungas-larande", "forstudie-mobilitet", "toyou", "gr-samsyv", "meet-europe", "unga-mammor"}


def test_the_median_cost_of_a_planned_participant_is_that_of_the_facts(esf):
    planned = {
        p.id: p.total_budget_sek / p.planned_participants for p in esf.snapshot.projects if p.total_budget_sek and p.planned_participants
    }
    ordered = sorted(planned.values())
    assert (len(ordered), round(ordered[9]), round(ordered[10]), round((ordered[9] + ordered[10]) / 2)) == (20, 55276, 58827, 57051)


def test_the_methods_of_plug_in_alone_are_those_of_the_facts(esf):
    users: dict[str, set[str]] = {}
    for tie in esf.snapshot.relationships:
        if tie.type == "uses_method":
            users.setdefault(tie.target, set()).add(tie.source)
    own = {project.id for project in esf.snapshot.projects if project.id.startswith("plug-in") and project.id != "plug-in-gr-fi"}
    ours = {method for method, who in users.items() if who & own}
    assert len(ours) == 22
    assert {method for method in ours if users[method] <= own} == {
        *("aventyrspedagogik", "flexibelt-kursupplagg", "mottagande-nyanlanda", "relationellt", "uppfoljningsrutin")
    }


def test_a_document_of_both_built_in_workspaces_has_one_id_and_one_address():
    ours = {row["address"]: row["id"] for row in table("documents") if row["address"]}
    theirs = {row["address"]: row["id"] for row in table("documents", "gria")}
    assert {"gr-fordjupad", "gr-plug-in-2", "esf-plug-in-gr-fi", "esf-ungas-larande", "esf-invux"} <= {
        row["id"] for row in table("documents")
    }
    assert [address for address in ours.keys() & theirs.keys() if ours[address] != theirs[address]] == []
    assert {id_ for address, id_ in ours.items() if address not in theirs} & {*theirs.values()} == set()


def test_2020_00595_has_one_name_in_both_built_in_workspaces():
    names = {row["name"] for data in ("gria", "esf") for row in table("projects", data) if row["number"] == "2020/00595"}
    assert names == {"Förstudie Fullföljda studier"}


def test_esf_is_built_in_as_gria_is():
    assert workspaces.read("esf").builtin
    assert actormap.open("esf").title == "ESF"


def answered(esf, question):
    return Counter(answer.answer for answer in esf.snapshot.answers if answer.question == question)


def test_the_factors_are_named_as_often_as_in_the_facts(esf):
    assert [answered(esf, f"fa-{number}")["yes"] for number in range(1, 6)] == [28, 14, 12, 13, 61]
    named = {answer.project for answer in esf.snapshot.answers if answer.question == "fa-2"}
    assert {each for each in named if not each.startswith("plug-in") or each == "plug-in-gr-fi"} == {
        "skolanknytning-narvaro",
        "unga-i-jobb-bjuv",
    }


def test_what_the_form_says_is_not_measured_is_told_from_what_nobody_has_seen(esf):
    assert answered(esf, "pi-06") == {"ökat ganska mycket": 6}
    assert answered(esf, "pi-04")["not_measured"] == 3
    found = Counter(answer.question for answer in esf.snapshot.answers if answer.answer == "not_measured")
    assert found == {"pi-03": 2, "pi-04": 3, "pi-05": 2}


def test_every_question_with_a_scale_is_graded_by_the_rule_of_the_readme(esf):
    graded = {question.id: (question.partly, question.reached, question.outside) for question in esf.snapshot.questions}
    assert graded["pi-01"] == (("delvis uppnått",), ("uppnått", "överträffat"), ())
    assert graded["pi-06"] == ((), ("ökat ganska mycket", "ökat mycket"), ())
    assert graded["pi-09"] == (("i liten utsträckning", "i viss utsträckning"), ("i stor utsträckning",), ())
    assert graded["rem-1"] == (("other_project", "partly"), ("fully",), ("planned",))
    assert {graded[f"fa-{number}"] for number in range(1, 6)} == {((), ("yes",), ())}
    assert all(question.reached for question in esf.snapshot.questions if question.scale in ("ordinal", "yes_no"))


def test_an_indicator_is_a_result_a_figure_before_a_target_or_background(esf):
    assert Counter(row.kind for row in esf.snapshot.indicators) == {"result": 49, "background": 10, "before": 6, "target": 3}
    assert not any(row.theme for row in esf.snapshot.indicators if row.kind == "background")
    assert not any(row.value for row in esf.snapshot.indicators if row.kind == "target")


def test_how_much_of_each_document_was_seen_is_told(esf):
    assert Counter(document.read for document in esf.snapshot.documents) == {"part": 109, "whole": 40, "title": 1}
