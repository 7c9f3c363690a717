"""Where things stand, before any browser sees it."""

from __future__ import annotations

import networkx as nx
import pytest

from actormap.map.data.groups import complete
from actormap.map.layout import group_in_box, layout, stress
from actormap.model.records import Actor, Municipality, Network, Snapshot
from tests.map import pages
from tests.map.layout_inputs import inputs_of


def arranged(snapshot, frame, communities=None):
    return group_in_box.arrange(inputs_of(snapshot, communities), frame)


@pytest.fixture(params=[layout.LANDSCAPE, layout.PORTRAIT], ids=["lying", "standing"], scope="module")
def frame(request):
    return request.param


@pytest.fixture(params=["gria", "generated"], scope="module")
def placed(request, frame):
    return arranged(getattr(pages, request.param)(), frame)


def test_every_node_stands_in_the_box_of_its_group_below_its_title(placed):
    for box in placed.boxes:
        for node in box.members:
            x, y = placed.positions[node]
            assert box.area.x < x < box.area.x + box.area.width
            assert box.area.y + min(box.title, box.area.height / 2) < y < box.area.y + box.area.height


def test_boxes_do_not_touch(placed):
    areas = [box.area for box in placed.boxes]
    assert not any(a.meets(b) for number, a in enumerate(areas) for b in areas[number + 1 :])


def test_the_groups_fill_the_frame(placed, frame):
    area = sum(box.area.width * box.area.height for box in placed.boxes if box.kind != "themes")
    assert area > 0.9 * frame.width * frame.height


def test_no_two_dots_share_a_place(placed):
    assert len(set(placed.positions.values())) == len(placed.positions)


def test_one_stands_in_the_middle_and_two_a_step_apart():
    assert stress.positions(nx.empty_graph(["a"]), seed=1).tolist() == [[0, 0]]
    assert stress.positions(nx.path_graph(["a", "b"]), seed=1).tolist() == [[-0.5, 0], [0.5, 0]]


def test_the_same_graph_stands_the_same_way_again(frame):
    assert arranged(pages.small(), frame) == arranged(pages.small(), frame)


def test_one_without_a_tie_stands_in_a_strip_of_its_own(frame):
    box = arranged(pages.small(), frame).boxes[-1]
    assert (box.kind, box.members) == ("isolates", ("alone",))
    assert box.area.y + box.area.height == pytest.approx(frame.height, abs=0.1)


def test_nothing_but_nodes_without_ties_is_one_strip(frame):
    found = arranged(Snapshot.of([Actor(id="a", name="A", kind="region"), Actor(id="b", name="B", kind="region")]), frame)
    assert len(found.boxes) == 1
    assert found.positions["a"][0] < found.positions["b"][0]


def test_an_empty_map_has_an_empty_layout(frame):
    found = arranged(Snapshot.of([]), frame)
    assert (found.boxes, dict(found.positions)) == ((), {})


def test_what_waits_to_be_ticked_moves_nobody_far(frame):
    with_post = arranged(pages.small(), frame)
    without = arranged(Snapshot.of([n for n in pages.small().nodes() if n.id != "post"], pages.small().relationships[:0]), frame)
    assert set(with_post.positions) == {*without.positions, "post"}


def test_many_small_groups_share_the_last_box(frame):
    nodes = [Network(id=f"n{i:02}", name=f"Nätverk {i}", kind="network") for i in range(40)]
    nodes += [Actor(id=f"a{i:02}{j}", name=f"Aktör {i}{j}", kind="region") for i in range(40) for j in range(3)]
    ties = [pages.tie(f"a{i:02}{j}", "member_of", f"n{i:02}") for i in range(40) for j in range(3)]
    boxes = arranged(Snapshot.of(nodes, ties), frame).boxes
    assert len(boxes) == 24
    assert boxes[-1].name["sv"] == "Mindre grupper"


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


def names(snapshot, communities):
    return [dict(group.name) for group in inputs_of(snapshot, communities).groups if group.kind == "group"]


def test_a_group_is_named_by_its_two_best_connected_venues():
    nodes = [Network(id=key, name=key.title(), kind="network") for key in ("rådet", "gruppen", "klubben")]
    nodes += [Actor(id=kind, name=kind, kind=kind) for kind in ("region", "school")]
    pairs = [("region", "rådet"), ("school", "rådet"), ("region", "gruppen"), ("school", "gruppen"), ("school", "klubben")]
    found = names(Snapshot.of(nodes, [pages.tie(a, "member_of", b) for a, b in pairs]), {})
    assert found == [{"sv": "Gruppen och Rådet", "en": "Gruppen and Rådet"}]


def test_a_group_whose_actors_are_alike_says_who_they_are():
    nodes = [Network(id="net", name="Samverkan Väst", kind="network"), *(Municipality(id=f"m{i}", name=f"Kommun {i}") for i in range(3))]
    found = names(Snapshot.of(nodes, [pages.tie(f"m{i}", "member_of", "net") for i in range(3)]), {})
    assert found == [{"sv": "Kommuner i Samverkan Väst", "en": "Municipalities in Samverkan Väst"}]


def test_a_name_that_would_be_too_long_says_only_what_they_take_part_in():
    long = "Samverkansrådet för unga vuxna i hela Västra Götaland"
    nodes = [Network(id="net", name=long, kind="network"), *(Municipality(id=f"m{i}", name=f"Kommun {i}") for i in range(3))]
    assert names(Snapshot.of(nodes, [pages.tie(f"m{i}", "member_of", "net") for i in range(3)]), {})[0]["sv"] == long


def test_a_group_without_venues_is_named_by_the_municipality_that_most_belong_to():
    nodes = [
        Municipality(id="m", name="Älvsta"),
        *(Actor(id=f"s{i}", name=f"Skola {i}", kind="school", municipality="m") for i in range(4)),
    ]
    ties = [pages.tie("s0", "part_of", f"s{i}") for i in range(1, 4)]
    assert names(Snapshot.of(nodes, ties), {})[0]["sv"] == "Skolor i Älvsta"


def test_a_group_without_venues_or_seat_is_named_by_its_best_connected_actor():
    nodes = [Actor(id=name, name=name.upper(), kind=kind) for name, kind in (("a", "region"), ("b", "school"), ("c", "university"))]
    assert names(Snapshot.of(nodes, [pages.tie("a", "owns", "b"), pages.tie("a", "owns", "c")]), {}) == [{"sv": "A", "en": "A"}]
