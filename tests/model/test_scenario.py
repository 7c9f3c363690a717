"""Claims about scenarios: what goes with what, and that undoing gives the same graph and the same bytes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import actormap
from actormap.errors import UsageError
from actormap.model.records import Evidence, Municipality, Requirement, Snapshot
from actormap.model.scenario import ScenarioChanges, apply, inverse, plan, within
from actormap.model.selection import Selection
from actormap.store.backup import backup
from tests.graphs import actor, network, project, snapshot, tie, view

TOWN = Municipality(id="town", name="Town")
GRAPH = Snapshot.of(
    [actor("a", municipality="town"), actor("b"), actor("u", "unit"), network("n"), project("p"), project("s"), TOWN],
    [
        tie("a", "member_of", "n"),
        tie("b", "participates_in", "p"),
        tie("s", "part_of", "p"),
        tie("u", "part_of", "b"),
        tie("n", "part_of", "b"),
    ],
    [Requirement(network="n", row="r", column="c", municipality="town")],
)


def ids(graph):
    return {node.id for node in graph.nodes()}


def after(**changes):
    return apply(GRAPH, plan(GRAPH, ScenarioChanges(**changes)))


def test_with_a_project_goes_its_part_and_with_an_organisation_its_unit_but_not_its_network():
    assert ids(after(remove=("p",))) == ids(GRAPH) - {"p", "s"}
    assert ids(after(remove=("b",))) == ids(GRAPH) - {"b", "u"}


def test_a_part_goes_with_the_whole_as_long_as_one_statement_says_so():
    denied = Evidence(document="d", status="denied")
    for evidence, gone in (((denied, Evidence()), {"b", "u"}), ((denied,), {"b"})):
        graph = snapshot([actor("b"), actor("u", "unit"), actor("c")], tie("u", "part_of", "b", *evidence), tie("c", "part_of", "b"))
        assert ids(graph) - ids(apply(graph, plan(graph, ScenarioChanges(remove=("b",))))) == gone


def test_with_its_municipality_an_actor_may_go_too():
    assert ids(after(remove=("town", "a"))) == ids(GRAPH) - {"town", "a"}


def test_with_a_node_go_its_relationships_and_the_required_cells_that_name_it():
    gone = after(remove=("n",))
    assert {tie.type for tie in gone.relationships} == {"participates_in", "part_of"}
    assert gone.coverage == ()


def test_an_actor_whose_municipality_goes_is_kept_without_one():
    assert after(remove=("town",)).by_id["a"] == actor("a")


def test_what_is_added_is_stated_by_the_scenario_and_counts():
    added = after(tie=(tie("b", "member_of", "n"),))
    (new,) = [each for each in added.relationships if (each.source, each.target) == ("b", "n")]
    assert [(piece.document, piece.status) for piece in new.evidence] == [("scenario", "stated")]
    assert "b" in view(added).graph["n"]


def test_a_relationship_that_is_there_gains_a_statement():
    twice = after(tie=(tie("a", "member_of", "n"),))
    (only,) = [each for each in twice.relationships if each.target == "n"]
    assert [piece.document for piece in only.evidence] == [None, "scenario"]


def test_what_is_stated_there_already_is_not_stated_twice():
    said = tie("a", "member_of", "n", Evidence(document="d"))
    graph = snapshot([actor("a"), network("n")], said)
    assert apply(graph, plan(graph, ScenarioChanges(tie=(said,)))).relationships == graph.relationships


def test_the_documents_of_a_selection_hold_the_scenario_too():
    scenario = plan(GRAPH, ScenarioChanges(tie=(tie("b", "member_of", "n"),)))
    assert within(Selection(documents=("five",)), scenario).documents == ("five", "scenario")
    assert within(Selection(), scenario) == Selection()
    assert within(Selection(documents=("five",)), plan(GRAPH, ScenarioChanges(remove=("a",)))).documents == ("five",)


def test_a_scenario_of_another_graph_is_refused():
    scenario = plan(GRAPH, ScenarioChanges(remove=("p",)))
    with pytest.raises(UsageError, match="another graph"):
        apply(snapshot([actor("a")]), scenario)
    with pytest.raises(UsageError, match="another graph"):
        apply(apply(GRAPH, scenario), scenario)


def test_applying_and_undoing_gives_the_same_bytes(tmp_path):
    gria = actormap.open("gria").snapshot
    changes = ScenarioChanges(
        add=(actor("x", "health_care"),),
        tie=(tie("x", "member_of", "gria"), tie("ale", "member_of", "gria", role="KIA-ansvarig")),
        remove=("plug-in-2", "tjorn", "kompetensradet"),
    )
    scenario = plan(gria, changes)
    tried = apply(gria, scenario)
    undone = apply(tried, inverse(scenario))
    assert tried != gria
    assert undone == gria
    for name, graph in (("before", gria), ("after", undone)):
        backup(graph, tmp_path / name)
    assert (tmp_path / "before").read_bytes() == (tmp_path / "after").read_bytes()


NODES = ("a", "b", "u", "n", "p", "s", "town")
TIES = {(each.source, each.target): each.id for each in GRAPH.relationships}


@settings(max_examples=200, deadline=None)
@given(
    st.sets(st.sampled_from(NODES)),
    st.sets(st.sampled_from(sorted(TIES.values()))),
    st.lists(st.tuples(st.sampled_from(("a", "b", "x")), st.sampled_from(("n", "p")), st.sampled_from((None, "d"))), max_size=3),
)
def test_whatever_is_wished_can_be_undone(removed, untied, tied):
    removed -= {end for a, v, _ in tied for end in (a, v)}
    ties = {(a, v): tie(a, "member_of" if v == "n" else "participates_in", v, Evidence(locator=place)) for a, v, place in tied}
    changes = ScenarioChanges(add=(actor("x"),), tie=tuple(ties.values()), remove=tuple(sorted(removed)), untie=tuple(sorted(untied)))
    scenario = plan(GRAPH, changes)
    assert apply(apply(GRAPH, scenario), inverse(scenario)) == GRAPH
