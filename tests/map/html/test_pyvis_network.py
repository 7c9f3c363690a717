"""Claims about what vis-network is given: what is ours of each node and line, and nothing that holds for all."""

from __future__ import annotations

from actormap.map.html.pyvis_network import EDGE_DEFAULTS, NODE_DEFAULTS, OPTIONS, ActorNetwork


def test_nodes_and_lines_are_as_they_were_given_and_numbered():
    network = ActorNetwork()
    network.add(
        [{"key": "a", "label": "A", "places": [0]}, {"key": "b", "label": "B"}],
        [{"from": 0, "to": 1, "type": 2}, {"from": 0, "to": 1, "type": 3, "bend": 0.1}, {"from": 1, "to": 0, "type": 2}],
    )
    told = network.as_data()
    assert told["options"] == OPTIONS
    assert [(node["id"], node["key"], node["label"]) for node in told["nodes"]] == [(0, "a", "A"), (1, "b", "B")]
    assert told["nodes"][0]["places"] == [0]
    assert [(edge["id"], edge["from"], edge["to"], edge["type"], edge.get("bend")) for edge in told["edges"]] == [
        *((0, 0, 1, 2, None), (1, 0, 1, 3, 0.1), (2, 1, 0, 2, None))
    ]


def test_what_is_nothing_or_the_same_for_all_is_not_told_of_each():
    network = ActorNetwork()
    network.add([{"key": "a", "label": "A", "note": None}, {"key": "b", "label": "B"}], [{"from": 0, "to": 1, "type": 2}])
    told = network.as_data()
    for node in told["nodes"]:
        assert set(node) == {"id", "key", "label"}
        assert not set(node) & set(NODE_DEFAULTS)
    assert set(told["edges"][0]) == {"id", "from", "to", "type"}
    assert not set(told["edges"][0]) & set(EDGE_DEFAULTS)
