"""Claims about both sides of a scenario."""

from __future__ import annotations

import pytest

import actormap
from actormap.analysis.centrality.measures import of_view
from actormap.analysis.change import whatif
from actormap.model.records import Actor, Requirement, Snapshot
from actormap.model.scenario import ScenarioChanges, apply, plan
from tests.graphs import actor, network, tie, view

#   a b c d     v is in focus and needs a school, which it has in c alone, and health care, which d would be
# v x   x
# w x x   x
GRAPH = Snapshot.of(
    [actor("a"), actor("b"), actor("c", "school"), actor("d", "health_care"), network("v"), network("w")],
    [*(tie(name, "member_of", "v") for name in "ac"), *(tie(name, "member_of", "w") for name in "abd")],
    [
        Requirement(network="v", row="r", column="school", kind="school"),
        Requirement(network="v", row="r", column="care", kind="health_care"),
    ],
)


def tried(**changes):
    scenario = plan(GRAPH, ScenarioChanges(**changes), "Tried")
    return whatif.compose(view(GRAPH), view(apply(GRAPH, scenario)), scenario, "v", resamples=10)


JOINS = {"tie": (tie("d", "member_of", "v"),)}


def sides(result, aspect, key="measure"):
    return {row[key]: (row["before"], row["after"]) for row in result.of(aspect)}


def test_figures_stand_side_by_side():
    figures = sides(tried(**JOINS), "figure")
    assert figures["ties"] == (5, 6)
    assert figures["actors"] == (4, 4)
    assert figures["seats"] == (2, 3)
    # a no longer is alone in joining v with w; before, without a, v's c and w's b and d fell apart.
    assert figures["cutpoints"] == (1, 0)


def test_a_cell_that_clears_and_one_that_does_not():
    result = tried(**JOINS)
    assert sides(result, "coverage", "name") == {"r × care": ("missing", "alone"), "r × school": ("alone", "alone")}
    assert [row["change"] for row in result.of("coverage")] == ["better", "same"]
    assert result.figures()["cells_better"] == 1


def test_a_cell_that_unclears():
    result = tried(remove=("c",))
    assert sides(result, "coverage", "name")["r × school"] == ("alone", "missing")
    assert [row["id"] for row in result.of("seat") if row["change"] == "went"] == ["c"]


def test_those_who_come_and_go_stand_in_order_of_names():
    names = dict(zip("abcdef", ("Öckerö", "Ängelholm", "Åmål", "Z", "Y", "X"), strict=True))
    nodes = [Actor(id=each, name=name, kind="region") for each, name in names.items()]
    outside = Snapshot.of([*nodes, network("v")], [])
    inside = Snapshot.of([*nodes, network("v")], [tie(each, "member_of", "v") for each in names])
    for graph, changes in ((outside, {"tie": inside.relationships}), (inside, {"untie": tuple(each.id for each in inside.relationships)})):
        scenario = plan(graph, ScenarioChanges(**changes), "Tried")
        result = whatif.compose(view(graph), view(apply(graph, scenario)), scenario, "v", by=("degree",), resamples=0)
        assert "".join(row["id"] for row in result.of("seat")) == "fedcba"


def test_every_measure_of_every_node_is_there():
    result = tried(**JOINS)
    assert {(row["measure"], row["id"]) for row in result.of("measure")} == {
        (name, node) for name in of_view(view(GRAPH)) for node in view(GRAPH).graph
    }


def test_places_move_as_counted_by_hand():
    # Before, a takes part in two and the others in one; with d in v too, a and d share the first place.
    places = {
        row["id"]: (row["rank_before"], row["rank_after"], row["shift"])
        for row in tried(**JOINS).of("measure")
        if row["measure"] == "degree"
    }
    assert places["a"] == (1, 1.5, -0.5)
    assert places["d"] == (3, 1.5, 1.5)


def test_only_tried_measures_say_whether_a_move_is_chance():
    clear = {row["measure"]: row["clear"] is None for row in tried(**JOINS).of("measure") if row["id"] == "a"}
    assert {name for name, untried in clear.items() if not untried} == {"degree", "betweenness"}


def test_what_goes_has_no_place_after():
    row = next(row for row in tried(remove=("c",)).of("measure") if row["id"] == "c" and row["measure"] == "harmonic")
    assert (row["change"], row["after"], row["rank_after"], row["shift"]) == ("went", None, None, None)


def test_a_network_that_goes_has_no_seats_left_and_cells_no_state():
    result = tried(remove=("v",))
    assert sides(result, "figure")["seats"] == (2, 0)
    assert {row["change"] for row in result.of("coverage")} == {"went"}


@pytest.mark.parametrize("documents", [(), ("five",)])
def test_what_a_scenario_adds_counts_whatever_documents_are_chosen(documents):
    gria = actormap.open("gria").narrowed(documents=documents)
    scenario = plan(gria.snapshot, ScenarioChanges(tie=(tie("vgr", "member_of", "gria"),)))
    result = gria.whatif(scenario, by=("degree",), resamples=2)
    assert [(row["id"], row["change"]) for row in result.of("seat")] == [("vgr", "came")]


def test_it_is_the_same_every_time():
    assert tried(**JOINS).to_dict() == tried(**JOINS).to_dict()
