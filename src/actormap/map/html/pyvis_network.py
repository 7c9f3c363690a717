"""A pyvis network that fills our own template. Import late: pyvis brings IPython, which takes most of a second."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import pyvis.network

# Stated with the data, since every line has a direction; pyvis would repeat it for each.
EDGE_DEFAULTS = ("arrows",)
NODE_DEFAULTS = ("shape",)
OPTIONS: dict[str, Any] = {
    "autoResize": False,
    "physics": False,
    "layout": {"improvedLayout": False},
    "nodes": {"shape": "custom", "chosen": False},
    "edges": {
        "smooth": False,
        "chosen": False,
        "selectionWidth": 0,
        "hoverWidth": 0,
        "arrows": {"to": {"enabled": False, "scaleFactor": 0.55}},
        "arrowStrikethrough": False,
    },
    # The page listens itself, so that both engines answer alike.
    "interaction": {
        "dragNodes": False,
        "dragView": False,
        "zoomView": False,
        "hover": False,
        "keyboard": False,
        "selectable": False,
        "hideEdgesOnDrag": True,
        "hideNodesOnDrag": True,
    },
}


class ActorNetwork(pyvis.network.Network):  # type: ignore[misc]  # pyvis ships no types
    """The nodes and relationships of a map.

    It is directed, because pyvis drops parallel relationships otherwise. Its `generate_html` is not used: that page loads from
    elsewhere and runs scripts it finds in names.
    """

    def __init__(self) -> None:
        super().__init__(directed=True, cdn_resources="in_line")
        self.options = OPTIONS

    def add(self, nodes: Iterable[Mapping[str, Any]], edges: Iterable[Mapping[str, Any]]) -> None:
        """Add nodes, numbered from 0 in their order, and relationships, whose ends are told by those numbers."""
        for number, node in enumerate(nodes):
            self.add_node(number, shape="custom", color=None, **node)
        for number, edge in enumerate(edges):
            rest = {key: value for key, value in edge.items() if key not in ("from", "to")}
            self.add_edge(edge["from"], edge["to"], id=number, **rest)

    def as_data(self) -> dict[str, Any]:
        """Return nodes, relationships and options as vis-network takes them, without what holds for all of them."""
        nodes, edges, _heading, _height, _width, _options = self.get_network_data()
        return {
            "nodes": [{key: value for key, value in node.items() if value is not None and key not in NODE_DEFAULTS} for node in nodes],
            "edges": [{key: value for key, value in edge.items() if key not in EDGE_DEFAULTS} for edge in edges],
            "options": OPTIONS,
        }


def library() -> str:
    """Return the source of vis-network as pyvis ships it, without the line that points at a file that is not there."""
    path = Path(pyvis.network.__file__).parent / "templates" / "lib" / "vis-9.1.2" / "vis-network.min.js"
    return path.read_text(encoding="utf-8").partition("//# sourceMappingURL=")[0]
