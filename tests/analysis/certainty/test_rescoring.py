"""Claims about scores counted again: they are those of the measures, on what is left of the view."""

from __future__ import annotations

from dataclasses import replace

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actormap.analysis.centrality import measures
from actormap.analysis.certainty.rescoring import Rescorer
from actormap.analysis.certainty.statements import Statements
from actormap.graph import shortest_paths
from actormap.graph.attributes import TIES
from actormap.graph.projection import projection
from actormap.model.records import Evidence
from tests.graphs import actor, network, snapshot, taking_part, tie, view

MEETINGS = st.dictionaries(st.sampled_from("vwxyz"), st.text("abcdefg", min_size=1, max_size=7), min_size=1, max_size=5)
RAW = {"degree", "betweenness", "harmonic"}
DIRECTED = [name for name, measure in measures.MEASURES.items() if measure.directed]


def all_rescored(of, alive, names, *, normalised=True):
    statements = Statements.of(of)
    rescorer = Rescorer(of, statements.nodes, statements.ties, names, normalised=normalised)
    scores, tied = rescorer.scores(np.array(alive))
    return {name: {node: score for node, score, here in zip(statements.nodes, scores[name], tied, strict=False) if here} for name in names}


def rescored(of, alive, name, *, normalised=True):
    return all_rescored(of, alive, [name], normalised=normalised)[name]


def left(of, alive):
    """Return the view built anew from the ties that are left."""
    statements = Statements.of(of)
    graph, direct = nx.Graph(), {}
    for (a, b), here in zip(statements.ties, alive, strict=True):
        if here and of.name == "actors" and b in of.graph:
            graph.add_nodes_from((end, of.graph.nodes[end]) for end in (a, b))
            direct[a, b] = [of.made_of[made] for made in of.graph.edges[a, b][TIES] if of.made_of[made].target in (a, b)]
        elif here:
            graph.add_nodes_from((end, of.graph.nodes[end] if end in of.graph else {"side": "venue"}) for end in (a, b))
            graph.add_edge(a, b, **{TIES: ()})
    if of.name == "actors":
        graph = projection(graph, direct, weighted=of.weighted)
        graph.remove_nodes_from([node for node, degree in list(graph.degree()) if not degree])
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph.nodes(data=True)))
    ordered.add_edges_from(graph.edges(data=True))
    return replace(of, graph=ordered)


@pytest.mark.parametrize("weighted", [False, True, "newman", "weight"])
@settings(max_examples=15)
@given(data=st.data(), venues=MEETINGS, pairs=st.sets(st.sampled_from(["ab", "ac", "bd", "ef", "ga", "ch"]), max_size=6))
def test_scores_of_direct_ties_beside_shared_venues_are_those_of_the_view_built_from_them(weighted, data, venues, pairs):
    meetings = [tie(who, "member_of", venue) for venue, names in venues.items() for who in sorted(set(names))]
    contacts = [tie(a, "connects", b, Evidence(weight=weight)) for weight, (a, b) in enumerate(sorted(pairs), start=1)]
    of = view(snapshot([*map(actor, "abcdefgh"), *map(network, venues)], *meetings, *contacts), "actors", weighted=weighted)
    ties = len(Statements.of(of).ties)
    alive = data.draw(st.lists(st.booleans(), min_size=ties, max_size=ties))
    smaller, found = left(of, alive), all_rescored(of, alive, ["degree", "betweenness", "pagerank", "k_core"], normalised=False)
    for name, scores in found.items():
        assert scores == pytest.approx(measures.measure(name).score(smaller, False), abs=1e-7)


@pytest.mark.parametrize("name", ["affiliation", "actors", "all"])
@settings(max_examples=20)
@given(data=st.data(), venues=MEETINGS)
def test_scores_on_part_of_the_ties_are_those_of_the_view_built_from_them(name, data, venues):
    of = view(taking_part({venue: "".join(sorted(set(names))) for venue, names in venues.items()}), name)
    ties = len(Statements.of(of).ties)
    alive = data.draw(st.lists(st.booleans(), min_size=ties, max_size=ties))
    smaller, all_found = left(of, alive), all_rescored(of, alive, [name for name in measures.MEASURES if name not in DIRECTED])
    for measure, found in all_found.items():
        expected = measures.measure(measure).score(smaller, measure not in RAW)
        assert found.keys() == expected.keys(), measure
        factor = ratio(expected, found) if measure == "closeness" else dict.fromkeys(found, 1.0)
        for node, score in expected.items():
            right = pytest.approx(float("nan") if score is None else score, abs=1e-8, nan_ok=True)
            assert found[node] * factor[node] == right, (measure, node)


ARROWS = st.sets(st.tuples(st.sampled_from("abcde"), st.sampled_from("abcde")).filter(lambda pair: pair[0] != pair[1]), min_size=1)


@pytest.mark.parametrize(("name", "weighted"), [("actors", False), ("actors", True), ("all", False)])
@settings(max_examples=20)
@given(data=st.data(), arrows=ARROWS)
def test_of_a_mutual_tie_either_way_may_be_left(name, weighted, data, arrows):
    """What is scored on some of the arrows is what the measures give a view that has no others."""
    told = [(a, b, Evidence(weight=1.0 + place)) for place, (a, b) in enumerate(sorted(arrows))]
    of = view(snapshot(map(actor, "abcde"), *(tie(a, "connects", b, piece) for a, b, piece in told)), name, weighted=weighted)
    statements = Statements.of(of, directed=True)
    assert set(statements.ties) == arrows
    alive = data.draw(st.lists(st.booleans(), min_size=len(arrows), max_size=len(arrows)))
    kept = {pair for pair, here in zip(statements.ties, alive, strict=True) if here}
    left_of = [tie(a, "connects", b, piece) for a, b, piece in told if (a, b) in kept]
    smaller = view(snapshot(map(actor, "abcde"), *left_of), name, weighted=weighted)
    names = [*DIRECTED, "degree", "betweenness"]
    scores, tied = Rescorer(of, statements.nodes, statements.ties, names, normalised=False).scores(np.array(alive))
    assert {node for node, here in zip(statements.nodes, tied, strict=True) if here} == set(smaller.graph)
    for measure in names:
        expected = measures.measure(measure).score(smaller, False)
        found = {node: score for node, score, here in zip(statements.nodes, scores[measure], tied, strict=True) if here}
        assert found == pytest.approx(dict(expected)), measure


def ratio(expected, found):
    """Return by node the factor between two scales of closeness, which all nodes of a side share."""
    factors = {}
    for node in expected:
        others = [other for other in expected if (other in "vwxyz") == (node in "vwxyz") and expected[other] is not None]
        factors[node] = expected[others[0]] / found[others[0]] if others else 1.0
    return factors


@given(MEETINGS)
def test_raw_closeness_is_that_of_the_measures(venues):
    of = view(taking_part({venue: "".join(sorted(set(names))) for venue, names in venues.items()}))
    alive = [True] * len(Statements.of(of).ties)
    assert rescored(of, alive, "closeness", normalised=False) == pytest.approx(measures.closeness(of, normalised=False))


@given(MEETINGS)
def test_a_weighted_view_is_weighed_anew(venues):
    of = view(taking_part({venue: "".join(sorted(set(names))) for venue, names in venues.items()}), "actors", weighted=True)
    alive = [place % 3 != 0 for place in range(len(Statements.of(of).ties))]
    expected = measures.degree(left(of, alive))
    assert rescored(of, alive, "degree") == pytest.approx(dict(expected))


def test_a_relationship_of_somebody_with_itself_is_no_tie():
    of = view(
        snapshot([actor("a"), actor("b"), network("v")], tie("a", "owns", "a"), tie("a", "member_of", "v"), tie("b", "member_of", "v")),
        "all",
    )
    assert rescored(of, [True, True], "degree") == {"a": 1, "b": 1, "v": 2}


def test_paths_are_given_up_when_time_is_up():
    of = view(taking_part({"v": "ab"}))
    statements = Statements.of(of)
    rescorer = Rescorer(of, statements.nodes, statements.ties, ["harmonic"])
    assert rescorer.scores(np.array([True, True]), lambda: True) is None


def test_many_sources_are_taken_in_turn_with_the_same_result(monkeypatch):
    of = view(taking_part({"v": "abcd", "w": "cdef", "x": "ag"}))
    alive = [True] * len(Statements.of(of).ties)
    whole = rescored(of, alive, "betweenness")
    monkeypatch.setattr(shortest_paths, "CELLS", 1)
    assert rescored(of, alive, "betweenness") == pytest.approx(whole)
