"""The reference values of the coded projects, from the command line and from Python, and every cell of their map counted anew."""

from __future__ import annotations

from pathlib import Path

import pytest

import actormap
from actormap.analysis.projects.conditions import Conditions
from tests.output.projects import recount

ESF = ("--workspace", "esf")
DATA = Path(__file__).resolve().parent.parent / "data" / "esf"
PLUG_IN = "Plug In=plug-in+plug-in-2+plug-in-kobyt"
OWN_METHODS = ["aventyrspedagogik", "flexibelt-kursupplagg", "mottagande-nyanlanda", "relationellt", "uppfoljningsrutin"]
FACTORS = {"individcentrerat": 28, "koll-uppfoljning": 14, "bemotande": 12, "flexibilitet": 13, "samverkan": 61}


@pytest.fixture(scope="module")
def projects():
    return actormap.open("esf").projects()


@pytest.fixture(scope="module")
def compared(projects):
    return projects.compare([PLUG_IN], with_parts=True, others="others")


def test_each_of_the_five_factors_is_named_in_as_many_projects_as_were_counted(projects, ask):
    lines = {row["line"]: row["projects"] for row in projects.map(lines="factors").lines.rows}
    assert {name: lines[name] for name in FACTORS} == FACTORS
    told = ask("projects", "map", "--rows", "factors", *ESF)
    assert {row["line"]: row["projects"] for row in told["map_lines"] if row["line"] in FACTORS} == FACTORS
    yes = [row for row in projects.matrix("questions", ("fa-2",)).rows if row["answer"] == ["yes"]]
    assert len(yes) == 14


def test_tracking_is_named_outside_plug_in_by_two(compared, projects):
    (others,) = [row for row in compared.rows if (row["id"], row["side"]) == ("koll-uppfoljning", "others")]
    assert (others["projects"], others["of"]) == (2, 79)
    inside = set(compared.sides[0].projects)
    named = {row["project"] for row in projects.matrix("questions", ("fa-2",)).rows if row["answer"] == ["yes"]}
    assert named - inside == {"skolanknytning-narvaro", "unga-i-jobb-bjuv"}


def test_five_of_plug_ins_22_methods_are_its_own(compared, ask):
    told = ask("projects", "compare", PLUG_IN, "--with-parts", "--others", *ESF)
    for rows in (compared.rows, told["rows"]):
        own = {row["id"]: row["presence"] for row in rows if (row["section"], row["side"]) == ("methods", "Plug In")}
        assert sorted(name for name, presence in own.items() if presence == "unique") == OWN_METHODS
        assert sum(presence != "missing" for presence in own.values()) == 22


def test_the_median_of_money_per_planned_participant_is_that_of_the_twenty_with_both(projects, ask):
    figures = ask("projects", *ESF)["figures"]
    assert (figures["median_per_participant"], figures["priced"]) == (57051, 20)
    assert projects.list().figures() == figures
    without = actormap.open("esf").projects(Conditions(without=("gr-drop-outs", "grsyvo"))).list().figures()
    assert (without["median_per_participant"], without["priced"]) == (59090, 18)
    assert ask("projects", "--without", "gr-drop-outs,grsyvo", *ESF)["figures"] == without


def test_back_in_study_rose_in_all_six_and_what_was_not_measured_is_seven_in_all(projects, ask):
    told = ask("projects", "matrix", "--only", "plug-in", *ESF)
    for rows in (projects.matrix("questions", ("plug-in",)).rows, told["rows"]):
        answers = {name: [row["answer"][0] for row in rows if row["question"] == name and row["answer"]] for name in ("pi-06", "pi-04")}
        assert answers["pi-06"] == ["ökat ganska mycket"] * 6
        assert (len(answers["pi-04"]), answers["pi-04"].count("not_measured")) == (5, 3)
        unmeasured = [row["question"] for row in rows if row["state"] == "not_measured"]
        assert {question: unmeasured.count(question) for question in unmeasured} == {"pi-03": 2, "pi-04": 3, "pi-05": 2}


def test_fourteen_contradict_the_rate_that_is_stated_and_six_have_all_of_it_at_fifty(projects, ask):
    for rows in (projects.list("off_rate").rows, ask("projects", "--sort", "off_rate", *ESF)["rows"]):
        off = [row for row in rows if row["off_rate"] is not None]
        assert len(off) == 14
        assert {row["id"] for row in off if row["off_rate"] == 50} == {
            *("ungas-larande", "forstudie-mobilitet", "toyou", "gr-samsyv", "meet-europe", "unga-mammor"),
        }


@pytest.mark.parametrize(("lines", "kind"), [("methods", "method"), ("factors", "success_factor")])
def test_every_cell_of_the_map_of_evidence_is_as_the_tables_have_it(lines, kind, projects):
    counted = recount.cells(DATA, kind, ("youth", "yes"))
    found = projects.map(lines=lines, context="youth=yes")
    assert {(row["line"], row["column"]) for row in found.rows} == set(counted)
    for row in found.rows:
        told = counted[row["line"], row["column"]]
        assert {name: row[name] for name in told} == told


def test_plug_in_and_its_parts_are_two_independent_ones_beside_one_workshop_of_which_nobody_says_whose_it_is(compared):
    row = next(row for row in compared.rows if row["side"] == "Plug In")
    assert (row["of"], row["of_independent"]) == (24, 3)
