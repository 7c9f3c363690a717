"""Where things stand, before any browser sees it."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.i18n import LANGUAGES, Texts
from actormap.render.map import layout
from actormap.render.map.groups import Group, complete, find
from actormap.render.map.nodes import shown
from tests.render.map import pages

TEXTS = tuple(map(Texts.load, LANGUAGES))


def graph_of(snapshot):
    graph = nx.Graph()
    graph.add_nodes_from(node.id for node in shown(snapshot))
    graph.add_edges_from(sorted((tie.source, tie.target) for tie in snapshot.relationships))
    return graph


def arranged(snapshot, frame, communities=None):
    graph = graph_of(snapshot)
    if communities is None:
        found = nx.community.louvain_communities(graph, seed=7)
        communities = {node: number for number, members in enumerate(sorted(map(sorted, found))) for node in members}
    groups = find(graph, communities, snapshot, TEXTS)
    labels = {node.id: node.name for node in shown(snapshot)}
    return groups, layout.arrange(graph, groups, labels, frame)


@pytest.fixture(params=[layout.LANDSCAPE, layout.PORTRAIT], ids=["lying", "standing"])
def frame(request):
    return request.param


@pytest.fixture(params=["gria", "generated"])
def placed(request, frame):
    return arranged(getattr(pages, request.param)(), frame)


def test_every_node_stands_in_the_box_of_its_group(placed):
    groups, found = placed
    for group, box in zip(groups, found.boxes, strict=True):
        for node in group.members:
            x, y = found.positions[node]
            assert box.x < x < box.x + box.width
            assert box.y < y < box.y + box.height


def test_boxes_do_not_touch(placed):
    _, found = placed
    for number, a in enumerate(found.boxes):
        for b in found.boxes[number + 1 :]:
            assert a.x + a.width < b.x or b.x + b.width < a.x or a.y + a.height < b.y or b.y + b.height < a.y


def test_the_groups_fill_the_frame(placed, frame):
    groups, found = placed
    area = sum(box.width * box.height for group, box in zip(groups, found.boxes, strict=True) if group.kind != "themes")
    assert area > 0.9 * frame.width * frame.height


def test_no_two_dots_share_a_place(placed):
    _, found = placed
    assert len(set(found.positions.values())) == len(found.positions)


def test_the_same_graph_stands_the_same_way_again(frame):
    assert arranged(pages.small(), frame) == arranged(pages.small(), frame)


def test_one_without_a_tie_stands_in_a_strip_of_its_own(frame):
    groups, found = arranged(pages.small(), frame)
    assert [group.members for group in groups if group.kind == "isolates"] == [("alone",)]
    assert found.boxes[-1].y + found.boxes[-1].height == pytest.approx(frame.height, abs=0.1)


def test_nothing_but_nodes_without_ties_is_one_strip(frame):
    graph = nx.empty_graph(["a", "b"])
    found = layout.arrange(graph, [Group("isolates", ("a", "b"), {"sv": "Utan"})], {"a": "A", "b": "B"}, frame)
    assert len(found.boxes) == 1
    assert found.positions["a"][0] < found.positions["b"][0]


def test_an_empty_map_has_an_empty_layout(frame):
    found = layout.arrange(nx.Graph(), [], {}, frame)
    assert (found.boxes, dict(found.positions)) == ((), {})


def test_one_outside_the_communities_joins_most_of_its_neighbours():
    graph = nx.Graph([("a", "b"), ("b", "c"), ("d", "e"), ("e", "f"), ("x", "a"), ("x", "d"), ("x", "e")])
    assert complete(graph, {"a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2})["x"] == 2


def test_what_hangs_together_outside_the_communities_is_one_of_its_own():
    graph = nx.Graph([("a", "b"), ("b", "c"), ("x", "y")])
    found = complete(graph, {"a": 1, "b": 1, "c": 1})
    assert found["x"] == found["y"] == 2


def test_a_community_of_two_joins_its_neighbours():
    graph = nx.Graph([("a", "b"), ("b", "c"), ("c", "x"), ("x", "y")])
    assert complete(graph, {"a": 1, "b": 1, "c": 1, "x": 2, "y": 2}) == dict.fromkeys("abcxy", 1)


def test_a_group_is_named_by_its_best_connected_venues():
    groups, _ = arranged(pages.small(), layout.LANDSCAPE, dict.fromkeys(("alvsta", "oby", "region", "net", "pro"), 1))
    assert groups[0].name == {"sv": "Projektet och Nätverket", "en": "Projektet and Nätverket"}


def test_a_group_without_venues_is_named_by_its_best_connected_actor():
    snapshot = pages.undated()
    graph = nx.star_graph(["a", "b"])
    assert find(graph, {"a": 1, "b": 1}, snapshot, TEXTS)[0].name == {"sv": "A", "en": "A"}
