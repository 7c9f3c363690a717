"""Claims about the marks of a scenario on a map."""

from __future__ import annotations

from actormap.analysis.change import whatif
from actormap.i18n import LANGUAGES, Texts
from actormap.map.overlays import difference
from actormap.model.records import Requirement, Snapshot
from actormap.model.scenario import ScenarioChanges, apply, plan
from tests.graphs import VOCABULARY, actor, network, tie, view

GRAPH = Snapshot.of(
    [actor("a"), actor("b"), actor("c"), network("v"), network("w")],
    [tie("a", "member_of", "v"), tie("b", "member_of", "v"), tie("b", "member_of", "w")],
    [Requirement(network="v", row="r", column="care", kind="health_care")],
)
WORDS = {lang: Texts.load(lang) for lang in LANGUAGES}
COMES = tie("x", "member_of", "v")
SCENARIO = plan(GRAPH, ScenarioChanges(add=(actor("x", "health_care"),), tie=(COMES,), remove=("w",)), "Tried")


def marks():
    found = whatif.compose(view(GRAPH), view(apply(GRAPH, SCENARIO)), SCENARIO, "v", resamples=5)
    return difference.marked(GRAPH, SCENARIO, found, WORDS)


def test_what_comes_and_goes_is_marked_node_and_relationship():
    found = {(mark.on, mark.id): mark.mark for mark in marks() if mark.mark != "changes"}
    assert found == {
        ("node", "x"): "comes",
        ("node", "w"): "goes",
        ("relationship", COMES.id): "comes",
        ("relationship", tie("b", "member_of", "w").id): "goes",
    }


def test_what_stays_says_what_changes_about_it():
    changes = {(mark.id, mark.reason["en"]) for mark in marks() if mark.mark == "changes"}
    assert ("b", "Gains or loses a relationship") in changes
    assert ("v", "Better covered: r × care") in changes
    assert not any(node == "c" for node, _ in changes)


def test_a_map_takes_the_reasons_of_nodes_and_of_relationships_apart():
    assert difference.reasons(marks())["w"] == [{"sv": "Försvinner", "en": "Goes"}]
    assert list(difference.reasons(marks(), "relationship")) == [COMES.id, tie("b", "member_of", "w").id]


def test_every_mark_has_its_reason_in_both_languages():
    assert all(set(mark.reason) == {"sv", "en"} and mark.reason["sv"] != mark.reason["en"] for mark in marks())


def test_both_sides_stand_on_one_map_with_statuses_of_their_own():
    both = difference.both(GRAPH, SCENARIO)
    statuses = {(each.source, each.target): {piece.status for piece in each.evidence} for each in both.relationships}
    assert statuses == {("a", "v"): {"stated"}, ("b", "v"): {"stated"}, ("b", "w"): {"goes"}, ("x", "v"): {"comes"}}
    assert {"comes", "goes"} <= set(difference.vocabulary(VOCABULARY, WORDS).default_statuses())
