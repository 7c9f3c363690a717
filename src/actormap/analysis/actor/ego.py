"""The network round one actor: whom it meets, where, which of them meet each other, and what holes there are between them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import networkx as nx

from actormap.analysis.centrality import scores as why
from actormap.analysis.result import Context, NodeRow, Result, described, names
from actormap.errors import UsageError, parameter
from actormap.graph.attributes import KIND, NAME, TIES
from actormap.graph.projection import projection
from actormap.graph.views import View
from actormap.model import lookup
from actormap.model.ordering import alphabetical
from actormap.model.records import Actor, Municipality, Relationship


class EgoRow(NodeRow):
    """A row of `Ego`."""

    venue_names: list[str]
    places: int
    also_meets: int
    binds: float


@dataclass(frozen=True)
class Ego(Result[EgoRow]):
    """The contacts of one actor, those whom it shares most with first, then in order of name.

    A row has id, name, kind, `venue_names` (the names of the networks and projects where they meet), `places` (how many), `also_meets` (how
    many of the actor's other contacts this one meets) and `binds`, its part of the actor's constraint (Burt 1992).
    `subject` is the actor's id, name and kind. `size` is how many contacts there are, `among` how many pairs of them are in contact,
    `tied_share` those as a share of all their pairs, `parts` how many parts they fall into when the actor is gone, `effective` how many of
    them are not redundant, `efficiency` that as a share of them, and `constraint` how far they are one and the same (Burt 1992). `kinds` is
    how many kinds they are of, `diversity` the chance that two drawn at random, the same one allowed, are of different kinds (Blau 1977).
    """

    name: ClassVar[str] = "ego"
    header: ClassVar[tuple[str, ...]] = tuple(EgoRow.__annotations__)
    brief: ClassVar[tuple[str, ...]] = ("name", "kind", "also_meets", "binds", "venue_names")

    subject: Mapping[str, Any] | None = None
    size: int = 0
    among: int = 0
    tied_share: float | None = None
    parts: int = 0
    effective: float | None = None
    efficiency: float | None = None
    constraint: float | None = None
    kinds: int = 0
    diversity: float | None = None

    def figures(self) -> Mapping[str, Any]:
        """Return the actor's name and the figures of the network round it."""
        told = ("size", "kinds", "diversity", "among", "tied_share", "parts", "effective", "efficiency", "constraint")
        return {"subject": (self.subject or {}).get("name"), **{name: getattr(self, name) for name in told}}

    def rests_on(self, row: EgoRow, view: View) -> Iterable[Relationship]:
        """Return the relationships by which the actor and the contact meet."""
        graph, ego = meetings(view), (self.subject or {})["id"]
        return [view.made_of[name] for name in graph[ego][row["id"]][TIES]]


def find(view: View, actor: str) -> Ego:
    """Return the network round an actor, named by its id, name or alias; on the two-mode view contacts are those it shares a venue with.

    A unit that the view lifts is answered with the organisation it stands under. A weight plays no part.
    Raises `UnknownName` if the data has no such actor, `UsageError` if it has no tie in the view.
    """
    asked = lookup.the("actor", actor, (node for node in view.snapshot.nodes() if isinstance(node, Actor | Municipality)))
    ego = view.lifted.get(asked, asked)
    if ego not in view.graph:
        raise UsageError(
            f"{view.node(ego).name} has no tie in {view.called}.",
            hint="explain tells what the sources say." if view.name == "all" else f"Try {parameter('view')} all.",
        )
    graph = meetings(view)
    around = sorted(other for other in graph[ego] if other != ego)
    bound = {other: _binds(graph, ego, other, len(around)) for other in around}
    rows = [_row(view, graph, ego, other, bound[other]) for other in around]
    rows.sort(key=lambda row: (-row["places"], alphabetical(row["name"]), row["id"]))
    among = sum(1 for a, b in graph.subgraph(around).edges() if a != b)
    size, sizes = len(around), Counter(graph.nodes[other][KIND] for other in around)
    effective = size - 2 * among / size if size else None
    undefined = {} if size > 1 else {"tied_share": "too_few_contacts"}
    undefined |= {} if size else dict.fromkeys(("diversity", "effective", "efficiency", "constraint"), why.NO_CONTACT)
    return Ego(
        Context.of(view, actor=ego),
        tuple(rows),
        undefined=undefined,
        subject=described(view, ego),
        size=size,
        among=among,
        tied_share=2 * among / (size * (size - 1)) if size > 1 else None,
        parts=nx.number_connected_components(graph.subgraph(around)),
        effective=effective,
        efficiency=None if effective is None else effective / size,
        constraint=sum(bound.values()) if size else None,
        kinds=len(sizes),
        diversity=1 - sum((count / size) ** 2 for count in sizes.values()) if size else None,
    )


def meetings(view: View) -> nx.Graph[str]:
    """Return who is in contact with whom in a view: its own ties, or on the two-mode view who shares a venue."""
    return projection(view.graph, weighted=False) if view.two_mode else view.graph


def _binds(graph: nx.Graph[str], ego: str, other: str, size: int) -> float:
    """Return the square of the share of the actor's contacts that go to one of them, directly and through the others."""
    detours = sum(1 / (size * _degree(graph, third)) for third in graph[ego] if third not in (ego, other) and graph.has_edge(third, other))
    return float((1 / size + detours) ** 2)


def _degree(graph: nx.Graph[str], node: str) -> int:
    return sum(1 for other in graph[node] if other != node)


def _row(view: View, graph: nx.Graph[str], ego: str, other: str, binds: float) -> EgoRow:
    made = (view.made_of[name] for name in graph[ego][other][TIES])
    ends = {view.lifted.get(end, end) for tie in made for end in (tie.source, tie.target)} - {ego, other}
    places = sorted(names(view, sorted(ends)), key=alphabetical)
    about = graph.nodes[other]
    also = sum(1 for third in graph[ego] if third not in (ego, other) and graph.has_edge(other, third))
    return {
        "id": other,
        "name": about[NAME],
        "kind": about[KIND],
        "venue_names": places,
        "places": max(len(places), 1),
        "also_meets": also,
        "binds": binds,
    }
