"""Claims about results told on a page: what ends with a project, what a scenario changes."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

import actormap
from actormap.analysis.change import sunset, whatif
from actormap.graph.dataset import Dataset
from actormap.i18n import LANGUAGES, Texts
from actormap.model.records import Requirement, Snapshot
from actormap.model.scenario import ScenarioChanges, apply, plan
from actormap.output.cells import Writer
from actormap.output.page_text import PageSection, cited, listed, write
from actormap.output.pages import sunset as sunset_page
from actormap.output.pages import whatif as whatif_page
from tests.analysis.change.sunset.seven import SEVEN
from tests.graphs import VOCABULARY, actor, tie, view

EN = Texts.load("en")


def writer(lang="en"):
    return Writer(Texts.load(lang), VOCABULARY)


def told(graph=SEVEN, project="p", lang="en", markdown=False, **options):
    found = sunset.find(Dataset(graph, VOCABULARY), project, **{"focal": "n", **options})
    return sunset_page.page(found, writer(lang), markdown)


def test_a_document_is_cited_once_with_its_places_in_order():
    assert cited(["d 10", "d 9", "e", "d 9"], EN) == " [d 9, 10; e]"
    assert cited(["d 1"], EN, implied=1, of=1) == " [d 1; implied]"
    assert cited(["d 1"], EN, implied=1, of=2) == " [d 1; partly implied]"
    assert cited([f"d{i}" for i in range(7)], EN).endswith("; and 2 more documents]")
    assert cited([], EN) == ""
    assert cited([f"d{i}" for i in range(9, -1, -1)], EN) == " [d0; d1; d2; d3; d4; and 5 more documents]"


def test_five_documents_are_named_of_six_the_last_is_counted():
    assert cited([f"d{i}" for i in range(5)], EN) == " [d0; d1; d2; d3; d4]"
    assert cited([f"d{i}" for i in range(6)], EN).startswith(" [d0; d1; d2; d3; d4; and ")
    assert "d5" not in cited([f"d{i}" for i in range(6)], EN)


def test_places_in_a_document_stand_as_numbers_after_those_that_are_none():
    assert cited(["d 10", "d ix", "d 9", "d"], EN) == " [d ix, 9, 10]"


def test_names_with_commas_are_kept_apart():
    assert listed(["A", "B", "C"], EN) == "A, B and C"
    assert listed(["A, x", "B", "C"], EN) == "A, x; B and C"
    assert listed(["A"], EN) == "A"


def test_an_empty_section_is_left_out_and_names_are_no_markdown():
    page = write("T*", ["intro"], [PageSection("Empty"), PageSection("Full", ["a_b"], "why")], markdown=True)
    assert page == "# T\\*\n\nintro\n\n## Full\n\nwhy\n\n- a\\_b\n"
    assert write("T", [], [PageSection("Full", ["a"], "why")], markdown=False) == "T\n=\n\nFull\n----\nwhy\n  a\n"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("markdown", [False, True])
def test_a_page_leaves_no_key_and_no_placeholder_in_the_text(lang, markdown):
    for page in (told(lang=lang, markdown=markdown), told(at="2030", focal=None, lang=lang, markdown=markdown)):
        assert not re.search(r"[{}]|sunset\.|None|\bTrue\b", page)


def test_the_page_tells_the_seven():
    page = told()
    assert "With the project ends what is part of it: S." in page
    assert "These have ended already and count neither before nor after: Q." in page
    assert "A no longer meets C, D, E and F." in page
    assert "D, E and F are each parted from all others." in page
    assert "C and G are parted from all others but keep each other." in page
    assert "There are 9 ways that are as small." in page
    assert "4 new memberships are enough to join what has been parted" in page
    assert "A falls from place 1–2 to place 1–4 in number of networks and projects." in page


def test_each_pair_is_told_once():
    lines = [line for line in told().splitlines() if "no longer meets" in line]
    names = [re.split(" no longer meets |, | and ", line.split(". [")[0].strip().removesuffix(".")) for line in lines]
    assert sum(len(each) - 1 for each in names) == 10


def test_every_loss_on_the_page_of_gria_says_where_it_is_stated():
    found = actormap.open("gria").sunset("plug-in-2", "2018-12-31")
    page = sunset_page.page(found, writer("sv"), False)
    lines = [line for line in page.splitlines() if line.startswith("  ") and not line.startswith("  Ytterligare")]
    assert len(lines) > 50
    assert all(line.endswith("]") for line in lines)


GRAPH = Snapshot.of(SEVEN.nodes(), SEVEN.relationships, [Requirement(network="n", row="r", column="care", kind="health_care")])


def scenario_page(lang="en", markdown=False, **changes):
    scenario = plan(GRAPH, ScenarioChanges(**changes), "Tried")
    found = whatif.compose(view(GRAPH), view(apply(GRAPH, scenario)), scenario, "n", resamples=5)
    return whatif_page.page(found, scenario, GRAPH, writer(lang), markdown)


JOINS = {"add": (actor("x", "health_care"),), "tie": (tie("x", "member_of", "n", role="nurse"),), "remove": ("p",)}


def test_a_scenario_tells_what_comes_what_goes_and_what_becomes_of_it():
    page = scenario_page(**JOINS)
    assert "X is a member of N as nurse [scenario]" in page
    assert re.search(r"^Goes\n-+\n  P\n  S\n", page, flags=re.MULTILINE)
    assert "Networks and projects: 4 → 3" in page
    assert "X gets a seat in the network." in page
    assert "r × care: missing → one alone" in page


def test_a_scenario_does_not_round_the_weight_that_is_covered():
    scenario = plan(GRAPH, ScenarioChanges(**JOINS), "Tried")
    found = whatif.compose(view(GRAPH), view(apply(GRAPH, scenario)), scenario, "n", resamples=0)
    rows = tuple(row | ({"before": 30.25, "after": 81.5} if row["measure"] == "weight_covered" else {}) for row in found.rows)
    assert "Weight covered: 30.25 → 81.5\n" in whatif_page.page(replace(found, rows=rows), scenario, GRAPH, writer(), markdown=False)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("markdown", [False, True])
def test_a_scenario_leaves_no_key_and_no_placeholder_in_the_text(lang, markdown):
    for changes in (JOINS, {"remove": ("n",)}, {"untie": (tie("p", "addresses", "t").id,)}):
        assert not re.search(r"[{}]|whatif\.|None|\bTrue\b", scenario_page(lang, markdown, **changes))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_row_has_a_sentence_but_the_figures(lang):
    scenario = plan(GRAPH, ScenarioChanges(**JOINS), "Tried")
    results = (
        sunset.find(Dataset(SEVEN, VOCABULARY), "p", focal="n"),
        sunset.calendar(Dataset(SEVEN, VOCABULARY), focal="n"),
        whatif.compose(view(GRAPH), view(apply(GRAPH, scenario)), scenario, "n", resamples=5),
    )
    for found in results:
        assert all(writer(lang).sentence(found, row) for row in found.rows if row.get("aspect") != "figure")
