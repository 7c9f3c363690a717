"""Claims about a network, project or theme explained: every relationship that it stands in, and what they rest on."""

from __future__ import annotations

import pytest

from actormap.analysis.actor import surroundings
from actormap.analysis.factors import carriers
from actormap.errors import UnknownName
from actormap.i18n import Texts
from actormap.model.records import Evidence, Theme
from actormap.output.cells import Writer
from actormap.output.pages import surroundings as page
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie, view

IMPLIED = Evidence(document="d", status="implied")
GRAPH = snapshot(
    [
        actor("a"),
        actor("b"),
        network("v", aliases=("Vau",), status="existing", valid_from="2013", purpose="meet."),
        project("p", start="2015", end="2018"),
        Theme(id="t", name="T", kind="problem_area"),
        network("alone"),
    ],
    tie("b", "member_of", "v", IMPLIED),
    tie("a", "member_of", "v", Evidence(document="e")),
    tie("v", "addresses", "t"),
    tie("a", "owns", "p"),
)


def told(of, lang="en"):
    found = surroundings.find(view(GRAPH, "all", lift=False), of)
    return list(page.sentences(found, Writer(Texts.load(lang), VOCABULARY)))


def test_the_rows_are_all_its_relationships_whichever_way_they_go():
    found = surroundings.find(view(GRAPH, "all", lift=False), "v")
    assert [(row["id"], row["type"], row["way"], row["status"]) for row in found.rows] == [
        ("a", "member_of", "in", "stated"),
        ("b", "member_of", "in", "implied"),
        ("t", "addresses", "out", "stated"),
    ]
    assert (found.statements, found.documents, found.implied) == (3, 2, pytest.approx(1 / 3))


def test_a_network_is_told_with_what_it_is_and_who_has_to_do_with_it():
    assert told("v") == [
        "V: network.",
        "Also called Vau.",
        "Standing: existing.",
        "Holds from 2013.",
        "Purpose: meet.",
        "V has as member (2): A, B.",
        "V addresses T.",
        "This rests on 3 statements in 2 documents. Of the statements 33 per cent are implied.",
    ]


def test_a_project_and_a_theme_are_told_too_and_one_that_nothing_is_said_of():
    assert told("p")[:3] == ["P: project.", "Holds from 2015 to 2018.", "P is owned by A."]
    assert told("t", "sv")[1] == "T är en fråga för V."
    assert told("alone")[1:] == ["The sources say nothing of what ALONE has to do with."]


def test_names_that_hold_commas_are_parted_by_semicolons():
    many = snapshot([network("v"), actor("a, b"), actor("c")], tie("a, b", "member_of", "v"), tie("c", "member_of", "v"))
    said = list(page.sentences(surroundings.find(view(many, "all"), "v"), Writer(Texts.load("en"), VOCABULARY)))
    assert said[1] == "V has as member (2): A, B; C."


@pytest.mark.parametrize(
    ("used", "said"),
    [
        ("old new", ["T is carried today by B.", "T was carried before by A, in what has ended."]),
        ("old", ["According to the sources, nobody carries T today.", "T was carried before by A, in what has ended."]),
    ],
)
def test_of_a_method_it_is_told_who_carries_it_today_and_before(used, said):
    made = [project("old", start="2000", end="2001"), project("new", start="2000", end="2090")]
    ties = [tie(each, "uses_method", "t") for each in used.split()]
    nodes = [actor("a"), actor("b"), Theme(id="t", name="T", kind="method"), *made]
    graph = view(snapshot(nodes, *ties, tie("a", "owns", "old"), tie("b", "owns", "new")))
    found = surroundings.find(view(graph.snapshot, "all"), "t")
    told = page.write(found, Writer(Texts.load("en"), VOCABULARY), False, carriers=carriers.of(graph, "t", "2020-01-01"))
    assert told.splitlines()[-3:-1] == [f"- {each}" for each in said]


def test_what_is_not_there_is_unknown():
    with pytest.raises(UnknownName):
        surroundings.find(view(GRAPH, "all"), "nobody")
