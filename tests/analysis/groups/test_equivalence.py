"""Claims about who stands alike, against the definitions written out."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from actormap.analysis.groups import equivalence
from actormap.errors import UnknownName, UsageError
from tests.analysis.small import some_of_size
from tests.graphs import actor, network, one_mode, snapshot, taking_part, tie, two_mode, view

WOMEN = nx.davis_southern_women_graph()
DAVIS = two_mode(WOMEN, WOMEN.graph["top"])


def test_who_is_at_all_the_same_venues_stands_most_alike():
    found = equivalence.similar(view(taking_part({"v": "abc", "w": "ab", "x": "cd"})), "a").rows
    assert [(row["id"], row["jaccard"], row["apart"]) for row in found[:2]] == [
        ("b", 1, 0),
        ("c", pytest.approx(1 / 3), pytest.approx(2**0.5)),
    ]


def test_correlation_and_distance_are_those_of_numpy():
    incidence = {name: np.array([float(WOMEN.has_edge(name, event)) for event in WOMEN.graph["bottom"]]) for name in WOMEN.graph["top"]}
    evelyn = incidence["Evelyn Jefferson"]
    # Its rows have the other women too, to whom nobody has a tie: sixteen noughts more.
    longer = {name.replace(" ", "_"): np.concatenate([row, np.zeros(16)]) for name, row in incidence.items()}
    for row in equivalence.similar(DAVIS, "Evelyn_Jefferson").rows:
        other = longer[row["id"]]
        assert row["apart"] == pytest.approx(np.linalg.norm(evelyn - other[:14]))
        assert row["correlation"] == pytest.approx(np.corrcoef(np.concatenate([evelyn, np.zeros(16)]), other)[0, 1])


def blocks(found):
    return {row["id"]: row["position"] for row in found.rows}


def test_structural_blocks_are_those_with_the_same_ties():
    found = equivalence.positions(view(taking_part({"v": "abc", "w": "abc", "x": "def", "y": "def"})))
    of = blocks(found)
    assert of["a"] == of["b"] == of["c"] != of["d"] == of["e"] == of["f"]
    assert found.fit == pytest.approx(1)


def test_as_many_blocks_as_are_asked_for():
    assert len({row["position"] for row in equivalence.positions(DAVIS, blocks=3).rows}) == 6


def is_regular(graph, labels):
    around = {node: {labels[other] for other in graph[node]} for node in graph}
    return all(around[a] == around[b] for a, b in combinations(graph, 2) if labels[a] == labels[b])


def partitions(things):
    if not things:
        yield {}
        return
    first, *others = things
    for labels in partitions(others):
        for label in range(max(labels.values(), default=-1) + 2):
            yield {**labels, first: label}


@pytest.mark.parametrize("nodes", range(1, 6))
def test_regular_blocks_are_the_coarsest_regular_ones_within_the_start(nodes):
    for small in some_of_size(nodes):
        order = sorted(small.graph)
        start = {node: place % 2 for place, node in enumerate(order)}
        ties = nx.to_numpy_array(small.graph, nodelist=order)
        found = dict(zip(order, equivalence.regular(ties, [start[node] for node in order]), strict=True))
        finer = [each for each in partitions(order) if all(start[a] == start[b] for a, b in combinations(order, 2) if each[a] == each[b])]
        fewest = min(len(set(each.values())) for each in finer if is_regular(small.graph, each))
        assert is_regular(small.graph, found)
        assert len(set(found.values())) == fewest


def test_actors_of_one_kind_at_the_same_sort_of_venues_are_regularly_alike():
    nodes = [*(actor(who, "school" if who in "ac" else "region") for who in "abcd"), network("v"), network("w")]
    found = blocks(equivalence.positions(view(snapshot(nodes, *(tie(a, "member_of", v) for a, v in ("av", "bv", "cw", "dw")))), "regular"))
    assert found["a"] == found["c"] != found["b"] == found["d"]
    assert found["v"] == found["w"]


def test_what_two_are_to_each_other_does_not_part_them():
    found = equivalence.similar(one_mode(nx.complete_graph(4)), "0")
    assert {row["apart"] for row in found.rows} == {0}


def test_what_cannot_be_compared_is_said():
    of = view(snapshot([actor("lone"), actor("a"), network("v")], tie("a", "member_of", "v")))
    with pytest.raises(UsageError, match="LONE has no tie"):
        equivalence.similar(of, "lone")
    with pytest.raises(UnknownName, match="kind of equivalence"):
        equivalence.positions(of, "automorphic")
