"""Turns a snapshot into the graph that is analysed: the views `affiliation`, `actors` and `all`.

Every view says which statements it left out and why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import networkx as nx

from actormap.errors import UnknownName
from actormap.graph import directions, lifting
from actormap.graph.attributes import ACTOR, KIND, NAME, OTHER, SIDE, TIES, VENUE
from actormap.graph.projection import is_contact, projection, unweighed
from actormap.model.audience import Audience
from actormap.model.choices import STRENGTHS, VIEWS
from actormap.model.records import Actor, Municipality, Network, Node, Project, Relationship, Snapshot
from actormap.model.selection import Selected, Selection, select
from actormap.model.translation import translated
from actormap.model.vocabulary import Vocabulary

Pair = tuple[str, str]

# What a sentence calls each view.
CALLED = {
    "affiliation": "the view of participation",
    "actors": "the view of actors among themselves",
    "all": "the view of the whole graph",
}


@dataclass(frozen=True)
class View:
    """One graph to analyse, with what made it.

    `graph` is simple and undirected; its nodes, added in order of id, carry NAME, KIND and SIDE (actor, venue or other) and its edges TIES,
    the ids of the relationships they stand for. In the weighted `actors` view edges also carry WEIGHT (a strength, `build` says which)
    and DISTANCE (its inverse). `instead_of` is the view that was asked for if it had no tie, and this one was chosen for it. `isolates` are
    analysed nodes of the chosen documents without a tie; they are not in the graph and do not count.
    `lifted` says which unit or sub-project stands under which organisation or project. `kept_arcs` are the `arcs` of a part of a view.
    """

    name: str
    graph: nx.Graph[str]
    isolates: tuple[str, ...]
    parameters: Mapping[str, Any]
    left_out: Mapping[str, int]
    snapshot: Snapshot = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    selected: Selected = field(repr=False)
    lifted: Mapping[str, str] = field(default_factory=dict, repr=False)
    weighted: bool = False
    instead_of: str | None = None
    audience: Audience | None = field(default=None, repr=False, compare=False)
    kept_arcs: Mapping[Pair, float] | None = field(default=None, repr=False)

    @property
    def called(self) -> str:
        """Return what a sentence calls the view."""
        return CALLED[self.name]

    @property
    def actors(self) -> tuple[str, ...]:
        """Return the ids of the actors that have a tie."""
        return _of_side(self.graph, ACTOR)

    @property
    def venues(self) -> tuple[str, ...]:
        """Return the ids of the networks and projects that have a tie; none in the `actors` view."""
        return _of_side(self.graph, VENUE)

    @property
    def two_mode(self) -> bool:
        """Return whether every tie joins an actor to a venue."""
        return self.name == "affiliation"

    @cached_property
    def made_of(self) -> Mapping[str, Relationship]:
        """Return the relationships that the selection keeps, by id, with the statements that it keeps of them."""
        return {tie.id: tie for tie in self.selected.relationships}

    @cached_property
    def arcs(self) -> Mapping[Pair, float]:
        """Return the ties that have a direction, see `directions.arcs`; in two modes, where all go from an actor, none."""
        if self.kept_arcs is not None or self.two_mode:
            return self.kept_arcs or {}
        return directions.arcs(self.graph, self.made_of, self.lifted, self.vocabulary)

    def ties_of(self, *node_ids: str) -> list[Relationship]:
        """Return the relationships that make the ties of some nodes, in order of their ends; a node without a tie has none."""
        adjacent = (self.graph.adj[node] for node in node_ids if node in self.graph)
        found = {name for about in adjacent for tie in about.values() for name in tie[TIES]}
        return sorted((self.made_of[name] for name in found), key=in_order)

    @cached_property
    def unweighed(self) -> int:
        """Return how many relationships of the view's ties have a weight that plays no part in it; only that of direct ties ever does."""
        return unweighed(self.graph, self.made_of, self.snapshot.by_id if self.weighted else {})

    def parts(self, without: Iterable[str] = ()) -> tuple[tuple[str, ...], ...]:
        """Return the connected parts, largest first, each in order of id; a venue left alone is no part."""
        gone = set(without)
        graph = self.graph.subgraph(node for node in self.graph if node not in gone) if gone else self.graph
        found = [tuple(sorted(part)) for part in nx.connected_components(graph)]
        return tuple(sorted((p for p in found if self._is_part(p)), key=lambda part: (-len(part), part)))

    def in_language(self, lang: str) -> View:
        """Return the same view with the themes under their names in a language; ties and counts are those they were."""
        return replace(self, snapshot=translated(self.snapshot, lang))

    def _is_part(self, part: tuple[str, ...]) -> bool:
        return len(part) > 1 or self.graph.nodes[part[0]][SIDE] != VENUE

    def node(self, node_id: str) -> Node:
        """Return the record of a node; raise `UnknownName` if the data has none of this id."""
        try:
            return self.snapshot.by_id[node_id]
        except KeyError:
            raise UnknownName("id", node_id, self.snapshot.by_id) from None

    def summary(self) -> dict[str, Any]:
        """Return the counts that every result of this view carries: nodes, ties, parts, isolates, what was left out or not weighed."""
        return {
            "actors": len(self.actors),
            "venues": len(self.venues),
            "nodes": self.graph.number_of_nodes(),
            "ties": self.graph.number_of_edges(),
            "parts": [len(part) for part in self.parts()],
            "isolates": list(self.isolates),
            "left_out": dict(self.left_out),
            "undated": self.selected.undated,
            "dated_by_implication": self.selected.dated_by_implication,
            **({"unweighed": self.unweighed} if self.unweighed else {}),
        }


def build(
    snapshot: Snapshot,
    vocabulary: Vocabulary,
    view: str = "affiliation",
    *,
    selection: Selection | None = None,
    lift: bool = True,
    also: tuple[str, ...] = (),
    weighted: bool | str = False,
    audience: Audience | None = None,
) -> View:
    """Return a view of the snapshot.

    `affiliation` is two-mode: actors against networks and projects. With `lift` a unit is absorbed by the organisation it is part of and a
    sub-project by its project, all the way up. `actors` is its projection, who shares a venue with whom, and with it the direct ties of two
    actors (`projection.is_contact`). `all` has every node and every kept relationship. `also` names types to add to those that make ties,
    such as funds.
    `weighted` gives the ties of `actors` their strengths: True or `both` Newman's weight of shared venues and, added to it, the column
    `weight` of direct ties; `newman` the first alone, and `weight` the second alone, so that ties of the other sort are left out.
    Raises `UnknownName` for a view, strength, type, status, document or attribute that does not exist.
    """
    if view not in VIEWS:
        raise UnknownName("view", view, VIEWS)
    if isinstance(weighted, str) and weighted not in STRENGTHS:
        raise UnknownName("strength", weighted, STRENGTHS)
    weighted = (True if weighted == "both" else weighted) if view == "actors" else False
    selection = selection or Selection()
    selected = select(snapshot, selection, vocabulary)
    left_out = Counter(selected.left_out)
    parents = lifting.parents(snapshot, selected.structure, vocabulary) if lift and view != "all" else {}
    if view == "all":
        graph = _everything(snapshot, selected, left_out)
    else:
        joining = vocabulary.types_of_view("actors", also) if view == "actors" and weighted != "newman" else None
        meeting = vocabulary.types_of_view("affiliation", also) if weighted != "weight" else frozenset()
        pairs, direct = _pairs(snapshot, selected, vocabulary, parents, meeting, joining, left_out)
        graph = _graph(snapshot, pairs)
        if view == "actors":
            for end in sorted({end for pair in direct for end in pair if end not in graph}):
                graph.add_node(end, **_about(snapshot.by_id[end]))
            graph = projection(graph, direct, weighted=bool(weighted))
    # A view narrowed by an attribute speaks of what it was narrowed to, so who has no tie there is not its matter.
    isolates = () if selection.where else _isolates(snapshot, selected, vocabulary, graph, parents, view)
    return View(
        name=view,
        graph=graph,
        isolates=isolates,
        parameters=_parameters(selection, vocabulary, lift=lift and view != "all", also=also, weighted=weighted),
        left_out={reason: count for reason, count in left_out.items() if count},
        snapshot=snapshot,
        vocabulary=vocabulary,
        selected=selected,
        lifted=parents,
        weighted=bool(weighted),
        audience=audience,
    )


def in_order(tie: Relationship) -> tuple[str, ...]:
    """Return what orders relationships by their ends."""
    return tie.source, tie.target, tie.type, tie.role or "", tie.valid_from or ""


def _parameters(selection: Selection, vocabulary: Vocabulary, *, lift: bool, also: tuple[str, ...], weighted: bool | str) -> dict[str, Any]:
    return {
        "status": list(selection.statuses or vocabulary.default_statuses()),
        "documents": list(selection.documents) or "all",
        "at": selection.at,
        "from": selection.since,
        "to": selection.until,
        "where": [f"{name}={value}" for name, value in selection.where],
        "lift": lift,
        "with": list(also),
        "weighted": weighted,
    }


def _of_side(graph: nx.Graph[str], wanted: str) -> tuple[str, ...]:
    return tuple(node for node, attributes in graph.nodes(data=True) if attributes[SIDE] == wanted)


def _side(node: Node) -> str:
    if isinstance(node, Actor | Municipality):
        return ACTOR
    return VENUE if isinstance(node, Network | Project) else OTHER


def _analysed(node: Node, vocabulary: Vocabulary) -> bool:
    planned = isinstance(node, Network) and node.status == "planned"
    return not planned and vocabulary.kind(node.node, node.kind).analysed


def _pairs(
    snapshot: Snapshot,
    selected: Selected,
    vocabulary: Vocabulary,
    parents: Mapping[str, str],
    types: frozenset[str],
    joining: frozenset[str] | None,
    left_out: Counter[str],
) -> tuple[dict[Pair, list[str]], dict[Pair, list[Relationship]]]:
    """Return the ties of an actor and a venue, and where `joining` types are given those of two actors, each pair in order of id."""
    pairs: dict[Pair, list[str]] = {}
    direct: dict[Pair, list[Relationship]] = {}
    for tie in selected.relationships:
        source, target = (snapshot.by_id[parents.get(end, end)] for end in (tie.source, tie.target))
        sides = (_side(source), _side(target))
        contact = sides == (ACTOR, ACTOR) and source is not target and joining is not None and is_contact(tie, joining)
        if not contact and (tie.type not in types or sides != (ACTOR, VENUE)):
            # Told apart, since a reader will ask where the funders are.
            left_out["funds" if tie.type == "funds" else "no tie of this view"] += len(tie.evidence)
        elif not (_analysed(source, vocabulary) and _analysed(target, vocabulary)):
            left_out["kind not analysed"] += len(tie.evidence)
        elif contact:
            one, other = sorted((source.id, target.id))
            direct.setdefault((one, other), []).append(tie)
        else:
            pairs.setdefault((source.id, target.id), []).append(tie.id)
    return pairs, direct


def _everything(snapshot: Snapshot, selected: Selected, left_out: Counter[str]) -> nx.Graph[str]:
    pairs: dict[tuple[str, str], list[str]] = {}
    for tie in selected.relationships:
        if tie.source == tie.target:
            left_out["relationship to itself"] += len(tie.evidence)
            continue
        pair = (tie.source, tie.target) if tie.source < tie.target else (tie.target, tie.source)
        pairs.setdefault(pair, []).append(tie.id)
    return _graph(snapshot, pairs)


def _about(node: Node) -> dict[str, str]:
    return {NAME: node.name, KIND: node.kind, SIDE: _side(node)}


def _graph(snapshot: Snapshot, pairs: Mapping[tuple[str, str], list[str]]) -> nx.Graph[str]:
    graph: nx.Graph[str] = nx.Graph()
    for node_id in sorted({end for pair in pairs for end in pair}):
        graph.add_node(node_id, **_about(snapshot.by_id[node_id]))
    for (a, b), ties in sorted(pairs.items()):
        graph.add_edge(a, b, **{TIES: tuple(sorted(ties))})
    return graph


def _isolates(
    snapshot: Snapshot, selected: Selected, vocabulary: Vocabulary, graph: nx.Graph[str], parents: Mapping[str, str], view: str
) -> tuple[str, ...]:
    return tuple(
        node_id
        for node_id in sorted(selected.present)
        if node_id not in graph
        and node_id not in parents
        and (view == "all" or _may_stand(snapshot.by_id[node_id], vocabulary, {ACTOR} if view == "actors" else {ACTOR, VENUE}))
    )


def _may_stand(node: Node, vocabulary: Vocabulary, sides: Collection[str]) -> bool:
    return _side(node) in sides and _analysed(node, vocabulary)
