"""Programs of network analysis that read lines: Pajek, UCINET and NetDraw. They know names and numbers, so nodes go by their names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from actormap.export.graph_edges import GraphEdge, edges
from actormap.workspace.reading.fuzzy import squeeze

_BREAKS = re.compile(r"\s+")
_PAJEK = re.compile('["\r\n\t&]')
_OF_TIES = "strength"  # what NetDraw and Gephi take for the weight
_COLUMNS = ("kind", "node", "municipality", "region", "side")


def names(graph: Any) -> dict[str, str]:
    """Return what each node is called: its name, with the id where several have one name, on one line."""
    said = {node: _BREAKS.sub(" ", str(about.get("label") or node)).strip() for node, about in graph.nodes(data=True)}
    return _apart(said)


def _apart(said: Mapping[str, str]) -> dict[str, str]:
    # Programs and people take names that differ in case or hyphens for one.
    times = Counter(map(squeeze, said.values()))
    return {node: name if times[squeeze(name)] == 1 else f"{name} ({node})" for node, name in said.items()}


def pajek(graph: Any) -> bytes:
    """Return a graph as Pajek's .net: vertices by number, arcs with their types; of two modes actors come first."""
    labels = _apart({node: str(about.get("label") or node) for node, about in graph.nodes(data=True)})
    sides = {node: about.get("side") for node, about in graph.nodes(data=True)}
    two_mode = bool(sides) and set(sides.values()) == {"actor", "venue"}
    order = sorted(graph, key=lambda node: sides[node] == "venue") if two_mode else list(graph)
    number = {node: place for place, node in enumerate(order, start=1)}
    actors = sum(side == "actor" for side in sides.values())
    lines = [f"*Vertices {len(order)}" + (f" {actors}" if two_mode else "")]
    # Pajek writes letters that it cannot quote by their number.
    lines += [f'{number[node]} "{_pajek(labels[node])}"' for node in order]
    # The type is the label of a line: sections for each relation are read by Pajek alone.
    lines.append("*Arcs" if graph.is_directed() else "*Edges")
    for edge in edges(graph):
        label = f' l "{_pajek(_type(edge))}"' if "relationship" in edge.about else ""
        lines.append(f"{number[edge.source]} {number[edge.target]} {_weight(edge)}{label}")
    return ("\r\n".join(lines) + "\r\n").encode()


def _pajek(text: str) -> str:
    return _PAJEK.sub(lambda match: f"&#{ord(match[0])};", text)


def ucinet(graph: Any) -> bytes:
    """Return a graph as UCINET's DL: labels, then pairs of their numbers with the sum of the weights of what ties them."""
    called = names(graph)
    number = {node: place for place, node in enumerate(graph, start=1)}
    between: dict[tuple[int, int], float] = {}
    for edge in edges(graph):
        ways = [(edge.source, edge.target)] + ([] if graph.is_directed() else [(edge.target, edge.source)])
        for source, target in ways:
            pair = (number[source], number[target])
            between[pair] = between.get(pair, 0) + float(edge.about.get("weight", 1))
    # Gephi reads labels on one line, with commas between, and takes a comma in a name for one of them; igraph wants a line for the format.
    labels = ",".join(_quoted(name.replace(",", ";")) for name in called.values())
    lines = [f"DL n={len(called)}", "format=edgelist1", "labels:", labels]
    lines += ["data:", *(f"{source} {target} {_number(weight)}" for (source, target), weight in between.items())]
    return ("\r\n".join(lines) + "\r\n").encode()


def vna(graph: Any) -> bytes:
    """Return a graph as VNA: attributes of nodes, places where they have any, and a column of strengths for each type of relationship."""
    called = {node: str(node) for node in graph}
    columns = [name for name in _COLUMNS if any(name in about for _, about in graph.nodes(data=True))]
    lines = ["*Node data", " ".join(["ID", "name", *columns])]
    for node, about in graph.nodes(data=True):
        cells = (about.get("label", node), *(about.get(name, "") for name in columns))
        lines.append(" ".join(map(_quoted, (called[node], *cells))))
    placed = [(node, about) for node, about in graph.nodes(data=True) if "x" in about and "y" in about]
    if placed:
        lines += ["*Node properties", "ID x y"]
        lines += [f"{_quoted(called[node])} {about['x']:.2f} {about['y']:.2f}" for node, about in placed]
    return ("\r\n".join([*lines, *_strengths(edges(graph))]) + "\r\n").encode()


def _strengths(listed: list[GraphEdge]) -> list[str]:
    kinds = list(_by_type(listed))
    between: dict[tuple[str, str], dict[str, float]] = {}
    for edge in listed:
        known = between.setdefault((edge.source, edge.target), {})
        kind = _type(edge)
        known[kind] = known.get(kind, 0) + float(edge.about.get("weight", 1))
    lines = ["*Tie data", " ".join(["from", "to", *(_BREAKS.sub("_", kind) for kind in kinds)])]
    for (source, target), known in between.items():
        lines.append(" ".join([_quoted(source), _quoted(target), *(_number(known.get(kind, 0)) for kind in kinds)]))
    return lines


def _by_type(listed: list[GraphEdge]) -> Mapping[str, list[GraphEdge]]:
    found: dict[str, list[GraphEdge]] = {}
    for edge in listed:
        found.setdefault(_type(edge), []).append(edge)
    return found


def _type(edge: GraphEdge) -> str:
    return str(edge.about.get("relationship", _OF_TIES))


def _weight(edge: GraphEdge) -> str:
    return _number(float(edge.about.get("weight", 1)))


def _number(value: float) -> str:
    return f"{value:g}"


def _quoted(value: Any) -> str:
    text = _BREAKS.sub(" ", str(value)).replace('"', "'").strip()
    return f'"{text}"'


WRITERS: Mapping[str, Callable[[Any], bytes]] = {"pajek": pajek, "ucinet": ucinet, "vna": vna}
