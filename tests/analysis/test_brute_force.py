"""On graphs of up to six nodes, connected or not, each analysis gives what working it out the long way gives."""

from __future__ import annotations

from itertools import combinations

import pytest

from actormap.analysis.centrality import measures
from actormap.analysis.cohesion import fragmentation
from actormap.analysis.groups import brokerage
from actormap.analysis.key_players import group_centrality, reach, sets
from tests.analysis import small
from tests.analysis.small import SIZES, of_size, some_of_size
from tests.graphs import actor, network, snapshot, tie, view


def close(found, expected):
    # As pytest.approx, which takes most of the time when it is asked a hundred thousand times.
    return found is expected if None in (found, expected) else abs(found - expected) < 1e-12


@pytest.mark.parametrize("nodes", SIZES)
def test_fragmentation_without_every_set(nodes):
    for graph in some_of_size(nodes):
        for gone in ((), *graph.sets()):
            left = graph.without(gone)
            assert close(fragmentation.fragmentation(graph.view, gone), small.fragmentation(left))
            assert close(fragmentation.distance_fragmentation(graph.view, gone), small.distance_fragmentation(left))


@pytest.mark.parametrize("nodes", SIZES)
def test_reach_of_every_set(nodes):
    for graph in some_of_size(nodes):
        for group in graph.sets():
            m = 1 + len(group) % 2
            (row,) = reach.find(graph.view, group, m).rows
            for ending, outsiders in (("", False), ("_outsiders", True)):
                assert close(row[f"distance_reach{ending}"], small.distance_reach(graph, group, outsiders_only=outsiders))
                assert row[f"m_reach{ending}"] == small.m_reach(graph, group, m, outsiders_only=outsiders)
                assert close(row[f"m_reach_share{ending}"], row[f"m_reach{ending}"] / nodes)


def worth(graph, objective, group, outsiders):
    if objective == "fragmentation":
        return small.fragmentation(graph.without(group))
    if objective == "distance_fragmentation":
        return small.distance_fragmentation(graph.without(group))
    if objective == "distance_reach":
        return small.distance_reach(graph, group, outsiders_only=outsiders)
    return small.m_reach(graph, group, 2, outsiders_only=outsiders)


@pytest.mark.parametrize("objective", sets.OBJECTIVES)
@pytest.mark.parametrize("nodes", SIZES)
def test_key_players_are_all_the_best_sets_and_only_they(nodes, objective):
    for graph in of_size(nodes):
        for k in (1, 2, 3):
            values = {group: worth(graph, objective, group, outsiders=k == 2) for group in graph.sets([k])}
            defined = {group: value for group, value in values.items() if value is not None}
            most = max(defined.values(), default=None)
            best = [list(group) for group, value in defined.items() if close(value, most)]
            found = sets.find(graph.view, k, objective, outsiders_only=k == 2)
            assert [row["set"] for row in found.rows] == best
            assert found.optima == (len(best) or None)
            for row in found.rows:
                assert row["optimal"] is True
                assert close(row["value"], most)
                assert close(row["bound"], most)


@pytest.mark.parametrize("objective", sets.OBJECTIVES)
@pytest.mark.parametrize("nodes", SIZES)
def test_a_bounded_search_never_claims_more_than_is_true(nodes, objective):
    for graph in some_of_size(nodes):
        for k in (1, 2):
            exact = sets.find(graph.view, k, objective)
            for limits in ({"exact_sets": 0}, {"exact_work": 1}):
                for row in sets.find(graph.view, k, objective, **limits).rows:
                    best = exact.rows[0]["value"]
                    assert row["value"] <= best + 1e-9
                    assert row["bound"] >= best - 1e-9
                    assert row["set"] in [other["set"] for other in exact.rows] or row["value"] < best - 1e-9
                    assert not row["optimal"] or row["value"] == pytest.approx(best)


@pytest.mark.parametrize("nodes", SIZES)
def test_group_degree_closeness_and_betweenness_of_every_set(nodes):
    for graph in some_of_size(nodes):
        for group in graph.sets():
            outside = [node for node in graph.graph if node not in group]
            touched = sum(any(graph.graph.has_edge(node, member) for member in group) for node in outside)
            near = [steps for node in outside if (steps := graph.steps(group, node)) < float("inf")]
            pairs = len(outside) * (len(outside) - 1) / 2
            (row,) = group_centrality.find(graph.view, group).rows
            assert close(row["degree"], touched / len(outside) if outside else None)
            assert close(row["closeness"], len(near) ** 2 / sum(near) / len(outside) if near else None)
            assert close(row["betweenness"], small.group_betweenness(graph, group) / pairs if pairs else None)


@pytest.mark.parametrize("nodes", SIZES)
def test_constraint_and_effective_size(nodes):
    for graph in of_size(nodes):
        constraint, size = measures.constraint(graph.view), measures.effective_size(graph.view)
        for i in graph.graph:
            contacts = sorted(graph.graph[i])
            if not contacts:
                assert constraint[i] is size[i] is None
                assert constraint.reasons[i] == size.reasons[i] == "no_contact"
                continue
            p = {(a, b): 1 / graph.graph.degree(a) for a in graph.graph for b in graph.graph[a]}
            invested = [p[i, j] + sum(p[i, q] * p.get((q, j), 0) for q in contacts) for j in contacts]
            assert constraint[i] == pytest.approx(sum(share**2 for share in invested))
            ties = sum(graph.graph.has_edge(a, b) for a, b in combinations(contacts, 2))
            assert size[i] == pytest.approx(len(contacts) - 2 * ties / len(contacts))


KINDS = ("region", "school", None)


def role_of(own, one, other):
    if None in (own, one, other):
        return "unknown"
    if one == other:
        return "coordinator" if own == one else "itinerant"
    return "gatekeeper" if own in (one, other) else "liaison"


@pytest.mark.parametrize("nodes", SIZES)
@pytest.mark.parametrize("turn", range(3))
def test_brokerage_roles(nodes, turn):
    for graph in some_of_size(nodes):
        towns = {node: KINDS[(i * (turn + 1) + turn) % 3 if turn else i % 2] for i, node in enumerate(sorted(graph.graph))}
        rows = {row["id"]: row for row in brokerage.find(in_towns(graph.graph, towns), "municipality").rows}
        for v in graph.graph:
            open_pairs = [pair for pair in combinations(sorted(graph.graph[v]), 2) if not graph.graph.has_edge(*pair)]
            roles = [role_of(towns[v], towns[a], towns[b]) for a, b in open_pairs]
            assert rows[v]["unknown"] == roles.count("unknown")
            for role in ("coordinator", "itinerant", "gatekeeper", "liaison"):
                assert rows[v][role] == (roles.count(role) if towns[v] else None)
            assert rows[v]["representative"] == rows[v]["gatekeeper"]
            assert rows[v]["total"] == (len(roles) - roles.count("unknown") if towns[v] else None)


def in_towns(graph, towns):
    nodes = [actor(node, municipality=towns[node]) for node in graph]
    meetings = [*graph.edges(), *((node,) for node in graph)]
    venues = [network(f"venue {i}") for i in range(len(meetings))]
    ties = [tie(who, "member_of", venue.id) for venue, present in zip(venues, meetings, strict=True) for who in present]
    return view(snapshot([*nodes, *venues], *ties), "actors")
