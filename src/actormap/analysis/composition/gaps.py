"""What the sources show no sign of: seats in the focal network, municipalities in projects, carriers of themes.

A gap is the absence of a relationship in these sources. It never says that somebody is inactive.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

from actormap.analysis.composition.members import members, tasks
from actormap.analysis.composition.nearness import far_away
from actormap.analysis.composition.requirements.conditions import THEME_TYPES
from actormap.analysis.result import Context, Result
from actormap.errors import UnknownName
from actormap.graph.attributes import ACTOR, SIDE
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Actor, ActorLike, Municipality, Network, Node, Project, Relationship, Theme

REPORTED_THEMES = ("success_factor", "result_indicator")  # a project reports these, nobody works with them
GAPS = ("not_in_network", "no_project", "outside_every_area", "theme_not_addressed", "no_relationship")


NO_FOCAL = "no_focal_gaps"


class GapsRow(TypedDict):
    """A row of `Gaps`."""

    gap: str
    id: str
    name: str
    kind: str
    note: str | None


@dataclass(frozen=True)
class Gaps(Result[GapsRow]):
    """The gaps round a focal network, in the order of `GAPS` and then of names.

    A row has `gap` (one of `GAPS`), id, name, kind, and `note`: what tempers it, such as `coordinates` for one who has a task in the
    network but no seat. `elsewhere` counts the municipalities that are left out since they lie far from the network.
    """

    name: ClassVar[str] = "gaps"
    about: ClassVar[tuple[str, ...]] = ("gap", "id", "name")
    header: ClassVar[tuple[str, ...]] = tuple(GapsRow.__annotations__)

    focal: str = ""
    elsewhere: int = 0

    def figures(self) -> Mapping[str, Any]:
        """Return how many municipalities are left out since they lie far from the network, if any do."""
        return {"elsewhere": self.elsewhere} if self.elsewhere else {}

    def of(self, gap: str) -> tuple[GapsRow, ...]:
        """Return the rows of one kind of gap."""
        return tuple(row.copy() for row in self.rows if row["gap"] == gap)

    def rests_on(self, row: GapsRow, view: View) -> Iterable[Relationship]:
        """Return the relationships of the task that tempers a gap: the gap itself is that there is none to cite."""
        tempering = tasks(view, self.focal) if row["note"] else ()
        return [tie for tie in tempering if view.lifted.get(tie.source, tie.source) == row["id"]]


def find(view: View, focal: str | None, regions: Collection[str] = ()) -> Gaps:
    """Return the gaps round the focal network in what the view's selection keeps; the view is `affiliation`.

    Municipalities that lie far from it are in none of them, where `regions` says which are near.
    Without a network in focus those are left out that are about one: `not_in_network` and `theme_not_addressed`.

    - `not_in_network`: analysed actors with no member_of or represented_in the network; units that are part of another stand with it;
    - `no_project`: municipalities without a tie to a project;
    - `outside_every_area`: municipalities that no project is said to be active in;
    - `theme_not_addressed`: themes that neither the network, nor a member, nor a project that a member takes part in, addresses or uses
      (factors and indicators are reported, not worked with, and left out);
    - `no_relationship`: actors, networks and projects of the data that no statement of the chosen documents ties to anything.
    Raises `UnknownName` if `focal` is no network of the data.
    """
    networks = {network.id for network in view.snapshot.networks}
    if focal is not None and focal not in networks:
        raise UnknownName("network", focal, networks)
    finder = _GapSearch(view, focal or "")
    far = far_away(view, focal, regions) & view.selected.present if focal else frozenset()
    every = [
        *finder.rows("not_in_network", finder.outsiders() if focal else (), finder.task_in_network),
        *finder.rows("no_project", finder.without_project()),
        *finder.rows("outside_every_area", finder.outside_every_area()),
        *finder.rows("theme_not_addressed", finder.unaddressed() if focal else ()),
        *finder.rows("no_relationship", finder.untouched()),
    ]
    rows = tuple(row for row in every if row["id"] not in far)
    left_out = {row["id"] for row in every} & far
    undefined = {} if focal else {"gap": NO_FOCAL}
    return Gaps(Context.of(view, network=focal), rows, undefined=undefined, focal=focal or "", elsewhere=len(left_out))


def asked(view: View, focal: str | None) -> tuple[str, ...]:
    """Return the kinds of gap that the data can have: of municipalities only if it has them and projects, of themes if it has any."""
    there = view.snapshot
    local = bool(there.municipalities and there.projects)
    known = {
        "not_in_network": bool(focal),
        "no_project": local,
        "outside_every_area": local,
        "theme_not_addressed": bool(focal and there.themes),
    }
    return tuple(gap for gap in GAPS if known.get(gap, True))


class _GapSearch:
    def __init__(self, view: View, focal: str) -> None:
        self.view, self.vocabulary, self.focal = view, view.vocabulary, focal
        self.ties = view.selected.structure
        self.nodes = view.snapshot.by_id
        self.members = members(view, focal) if focal else frozenset[str]()

    def rows(self, gap: str, found: Iterable[Node], note: Callable[[Node], str | None] | None = None) -> list[GapsRow]:
        ordered = sorted(found, key=lambda node: (alphabetical(node.name), node.id))
        return [{"gap": gap, "id": node.id, "name": node.name, "kind": node.kind, "note": note(node) if note else None} for node in ordered]

    def outsiders(self) -> list[ActorLike]:
        return [
            node
            for node in self._present()
            if isinstance(node, Actor | Municipality)
            and self.vocabulary.kind(node.node, node.kind).analysed
            and node.id not in self.members
            and node.id not in self.view.lifted
        ]

    def task_in_network(self, node: Node) -> str | None:
        found = {tie.type for tie in tasks(self.view, self.focal) if self._top(tie.source) == node.id}
        return ", ".join(sorted(found)) or None

    def without_project(self) -> list[Municipality]:
        return [
            node for node in self._municipalities() if not any(isinstance(self.nodes[venue], Project) for venue in self._venues_of(node.id))
        ]

    def outside_every_area(self) -> list[Municipality]:
        areas = {tie.target for tie in self.ties if tie.type == "active_in" and isinstance(self.nodes[tie.source], Project)}
        return [node for node in self._municipalities() if node.id not in areas]

    def unaddressed(self) -> list[Theme]:
        projects = {venue for member in self.members for venue in self._venues_of(member) if isinstance(self.nodes[venue], Project)}
        projects |= {
            tie.target
            for tie in self.ties
            if self._top(tie.source) in self.members and tie.type in self.vocabulary.types_of_view("affiliation")
            if isinstance(self.nodes[tie.target], Project)
        }
        carriers = self.members | projects | {self.focal}
        carried = {
            tie.target for tie in self.ties if tie.type in THEME_TYPES and (tie.source in carriers or self._top(tie.source) in carriers)
        }
        return [node for node in self._present() if isinstance(node, Theme) and node.kind not in REPORTED_THEMES and node.id not in carried]

    def untouched(self) -> list[Node]:
        return [
            node
            for node in self._present()
            if isinstance(node, Actor | Municipality | Network | Project) and node.id not in self.view.selected.mentioned
        ]

    def _present(self) -> list[Node]:
        return [self.nodes[node_id] for node_id in sorted(self.view.selected.present)]

    def _municipalities(self) -> list[Municipality]:
        return [node for node in self._present() if isinstance(node, Municipality)]

    def _venues_of(self, actor: str) -> list[str]:
        graph = self.view.graph
        return sorted(graph[actor]) if actor in graph and graph.nodes[actor][SIDE] == ACTOR else []

    def _top(self, node_id: str) -> str:
        return self.view.lifted.get(node_id, node_id)
