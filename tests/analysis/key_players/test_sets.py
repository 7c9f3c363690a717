"""Claims about key players as a set."""

from __future__ import annotations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actormap import workspace as workspaces
from actormap.analysis.cohesion import fragmentation
from actormap.analysis.key_players import reach, sets
from actormap.errors import UnknownName, UsageError
from actormap.graph.views import build
from actormap.model.selection import Selection
from tests.analysis.small import actors_view
from tests.graphs import one_mode, taking_part, two_mode, view

PYNTACLE = one_mode(nx.Graph(["AB", "AC", "AF", "AG", "AH", "BC", "BD", "BE"]))
STAR = one_mode(nx.star_graph(4))
GRAPHS = st.builds(nx.gnp_random_graph, st.integers(7, 12), st.floats(0.1, 0.6), seed=st.integers(0, 10_000))
ALL = pytest.mark.parametrize("objective", sets.OBJECTIVES)
every_objective = settings(max_examples=40)  # each example is asked for all of them


def best_sets(found):
    return ["".join(row["set"]) for row in found.rows]


def test_the_middle_of_a_barbell_is_a_three_way_tie():
    """By hand: barbell(3,1) without node 2, 3 or 4 has distance fragmentation .6."""
    found = sets.find(one_mode(nx.barbell_graph(3, 1)), 1)
    assert best_sets(found) == ["2", "3", "4"]
    assert [row["value"] for row in found.rows] == [pytest.approx(0.6)] * 3
    assert (found.optima, found.before) == (3, pytest.approx(fragmentation.distance_fragmentation(one_mode(nx.barbell_graph(3, 1)))))


def test_a_and_b_break_the_eight_nodes_of_pyntacle_altogether():
    for objective in ("fragmentation", "distance_fragmentation"):
        (row,) = sets.find(PYNTACLE, 2, objective).rows
        assert (row["set"], row["names"], row["value"], row["optimal"], row["bound"]) == (["A", "B"], ["A", "B"], 1, True, 1)


def test_a_and_b_reach_all_of_the_eight_nodes_three_quarters_of_them_outsiders():
    (row,) = sets.find(PYNTACLE, 2, "distance-reach").rows
    assert (row["set"], row["value"]) == (["A", "B"], 1)
    (row,) = sets.find(PYNTACLE, 2, "distance-reach", outsiders_only=True).rows
    assert (row["set"], row["value"], row["bound"]) == (["A", "B"], pytest.approx(0.75), pytest.approx(0.75))


def test_m_reach_counts_those_within_m_steps():
    path = one_mode(nx.path_graph("abcde"))
    assert best_sets(sets.find(path, 1, "m-reach", m=2)) == ["c"]
    assert sets.find(path, 1, "m-reach", m=2).rows[0]["value"] == 5
    assert sets.find(path, 1, "m-reach", m=1, outsiders_only=True).rows[0]["value"] == 2


def test_actors_are_the_candidates_unless_others_are_named():
    of = two_mode(nx.Graph([("a", "v"), ("b", "v"), ("c", "v")]), "abc")
    assert best_sets(sets.find(of, 1)) == ["a", "b", "c"]
    assert best_sets(sets.find(of, 1, candidates=["b", "v"])) == ["v"]


def test_more_best_sets_than_are_listed_are_counted(monkeypatch):
    monkeypatch.setattr(sets, "LISTED", 2)
    found = sets.find(one_mode(nx.complete_graph(5)), 2)
    assert (len(found.rows), found.optima, found.sets) == (2, 10, 10)


@every_objective
@given(GRAPHS, st.integers(1, 4))
def test_a_set_is_worth_what_it_does_and_a_bounded_search_finds_no_more_than_the_best_and_bounds_it(graph, k):
    of = actors_view(graph)
    worth = {
        "fragmentation": lambda chosen: fragmentation.fragmentation(of, chosen),
        "distance_fragmentation": lambda chosen: fragmentation.distance_fragmentation(of, chosen),
        "distance_reach": lambda chosen: reach.distance_reach(of, chosen),
        "m_reach": lambda chosen: reach.m_reach(of, chosen),
    }
    assert set(worth) == set(sets.OBJECTIVES)
    for objective in sets.OBJECTIVES:
        exact, bounded = sets.find(of, k, objective), sets.find(of, k, objective, exact_sets=0)
        (best, *_), (found,) = exact.rows, bounded.rows
        assert found["value"] <= best["value"] + 1e-9, objective
        assert found["bound"] >= best["value"] - 1e-9, objective
        assert bounded.optima is None, objective
        assert not found["optimal"] or found["value"] == pytest.approx(best["value"]), objective
        for row in (*exact.rows, found):
            assert row["value"] == pytest.approx(worth[objective](row["set"])), objective


@every_objective
@given(GRAPHS, st.permutations(range(12)), st.integers(1, 2))
def test_names_do_not_change_who_is_best(graph, order, k):
    of, renamed = actors_view(graph), actors_view(nx.relabel_nodes(graph, {i: order[i] for i in graph}))
    for objective in sets.OBJECTIVES:
        before, after = sets.find(of, k, objective), sets.find(renamed, k, objective)
        moved = sorted(sorted(str(order[int(node)]) for node in row["set"]) for row in before.rows)
        assert [row["set"] for row in after.rows] == moved, objective
        assert after.rows[0]["value"] == pytest.approx(before.rows[0]["value"]), objective


@ALL
def test_greed_and_exchange_find_the_best_of_a_clear_case(objective):
    hubs = nx.compose(nx.path_graph(["x", "y", "z"]), nx.Graph([(hub, f"{hub}{i}") for hub in "xyz" for i in range(5)]))
    found = sets.find(one_mode(hubs), 3, objective, m=1, exact_sets=0)
    assert [row["set"] for row in found.rows] == [["x", "y", "z"]]
    if objective in sets.REMOVALS:
        assert found.rows[0]["value"] == 1
        assert found.rows[0]["optimal"] is True


def test_too_few_to_choose_from_or_to_leave_behind_is_said():
    of = view(taking_part({"v": "abc"}), "actors")
    assert sets.find(of, 4).undefined == {"value": "too_few_candidates"}
    assert sets.find(of, 2).undefined == {"value": "too_few_left"}
    assert sets.find(view(taking_part({})), 1).rows == ()
    assert list(sets.find(of, 4).to_frame().columns) == ["set", "names", "value", "optimal", "bound"]


def test_what_cannot_be_meant_is_refused():
    with pytest.raises(UsageError, match="at least one member"):
        sets.find(STAR, 0)
    with pytest.raises(UsageError, match="at least one step"):
        sets.find(STAR, 1, "m_reach", m=0)
    with pytest.raises(UnknownName, match="m_reach"):
        sets.find(STAR, 1, "reach")
    with pytest.raises(UnknownName, match="node of the view"):
        sets.find(STAR, 1, candidates=["nobody"])


@pytest.fixture(scope="module")
def gria():
    workspace = workspaces.read("gria")
    return build(workspace.snapshot, workspace.vocabulary, "actors", selection=Selection(documents=("five",)))


def test_without_gr_the_network_of_gria_falls_apart_most(gria):
    (row,) = sets.find(gria, 1).rows
    assert (row["set"], row["value"], row["optimal"]) == (["gr"], pytest.approx(0.4966667), True)


def test_three_of_gria_are_found_with_proof(gria):
    found = sets.find(gria, 3)
    assert (found.sets, found.optima) == (2600, len(found.rows))
    assert all("gr" in row["set"] and row["optimal"] for row in found.rows)
