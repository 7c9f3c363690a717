"""Who else there is round a network: actors that no member meets, professions that no source names, groups named without their members."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

from actormap.analysis.composition.members import members
from actormap.analysis.composition.seated import seated
from actormap.analysis.result import Context, Result
from actormap.analysis.review import mentions, proximity
from actormap.analysis.review.finding import source
from actormap.analysis.review.proximity import FUND
from actormap.graph.views import View
from actormap.i18n import LANGUAGES
from actormap.model.ordering import alphabetical
from actormap.model.records import Actor, Network, Node, Project, Theme

ACTOR, PROFESSION, GROUP = "actor", "profession", "group"
NAMED, UNNAMED = "named", "unnamed"


class OutsidersRow(TypedDict):
    """A row of `Outsiders`. What only actors, professions or groups have may be of any type, None in the others."""

    what: str
    id: str
    name: str
    kind: str | None
    distance: int | None
    through: Any
    venues: Any
    state: str | None
    by: Any
    seat: bool | None
    evidence: list[str]


@dataclass(frozen=True)
class Outsiders(Result[OutsidersRow]):
    """Others round a network: near actors by distance, then the checklist in its order, then unnamed groups by name.

    A row has `what` (actor, profession or group), id, name, kind, and
    - for an actor: `distance`, the steps to the nearest member (a step is a network or project that two share, or a relationship between
      them; None if no path is known), `through`, those one step nearer, and `venues`, where they meet;
    - for a profession: `state`, `named` or `unnamed` (in no source), `by`, the nodes whose texts or kind name it, and `seat`, whether one
      of these is a member;
    - for a group: `by`, what it is tied to.
    `evidence` is where that stands, document and place in it. `members` counts those the nearness is measured from.
    """

    name: ClassVar[str] = "others"
    header: ClassVar[tuple[str, ...]] = tuple(OutsidersRow.__annotations__)

    focal: str = ""
    members: int = 0

    def of(self, what: str) -> tuple[OutsidersRow, ...]:
        """Return the rows about actors, professions or groups."""
        return tuple(row for row in self.rows if row["what"] == what)

    def unnamed(self) -> tuple[str, ...]:
        """Return the professions of the checklist that no source names, by id."""
        return tuple(row["id"] for row in self.of(PROFESSION) if row["state"] == UNNAMED)

    def figures(self) -> Mapping[str, Any]:
        """Return the number of members that the nearness is measured from."""
        return {"members": self.members}


def find(view: View, focal: str, *, lang: str = LANGUAGES[0]) -> Outsiders:
    """Return who else there is round a network, on a view of name `affiliation`.

    The checklist is the vocabulary's, in the words of `lang`. Raises `UnknownName` if `focal` is no network of the data.
    """
    inside = seated(view, focal)
    rows = [*_actors(view, focal, inside), *_professions(view, focal, lang), *_groups(view)]
    return Outsiders(Context.of(view, network=focal), tuple(rows), focal=focal, members=len(inside))


def _row(what: str, node: Node) -> OutsidersRow:
    return _named(what, node.id, node.name, node.kind) | {"evidence": list(source(node))}


def _named(what: str, id_: str, name: str, kind: str | None) -> OutsidersRow:
    return {
        "what": what, "id": id_, "name": name, "kind": kind, "distance": None, "through": None, "venues": None,
        "state": None, "by": None, "seat": None, "evidence": [],
    }  # fmt: skip


def _actors(view: View, focal: str, inside: frozenset[str]) -> list[OutsidersRow]:
    steps = proximity.steps(view, inside)
    met = proximity.met(view, focal, inside)
    rows = [_actor(view, node, steps.get(node.id)) for node in proximity.candidates(view) if node.id not in met]
    return sorted(rows, key=lambda row: (row["distance"] is None, row["distance"] or 0, alphabetical(row["name"]), row["id"]))


def _actor(view: View, node: Node, step: proximity.Proximity | None) -> OutsidersRow:
    row = _row(ACTOR, node)
    if step is None:
        return row | {"through": [], "venues": []}
    evidence = proximity.grounds(view, node.id, step)
    return row | {"distance": step.distance, "through": list(step.through), "venues": list(step.venues), "evidence": evidence}


def _professions(view: View, focal: str, lang: str) -> list[OutsidersRow]:
    seats = members(view, focal)
    rows = []
    for name, check in view.vocabulary.checklist.items():
        by = sorted({*mentions.of_words(view, check.sought, check.unless), *mentions.of_kinds(view, check.kinds)})
        evidence = [each for node_id in by for each in source(view.node(node_id))]
        row = _named(PROFESSION, name, check.words[lang], None)
        rows.append(row | {"state": NAMED if by else UNNAMED, "by": by, "seat": bool(seats & set(by)), "evidence": evidence})
    return rows


def _groups(view: View) -> list[OutsidersRow]:
    said = set(mentions.of_words(view, view.vocabulary.looked_for.unnamed))
    nodes = [view.snapshot.by_id[node_id] for node_id in view.selected.present]
    rows = [
        _row(GROUP, node) | {"by": _tied_to(view, node.id)}
        for node in nodes
        if (isinstance(node, Actor) and (node.kind == "group" or node.id in said))
        or (isinstance(node, Network | Project) and node.kind == "collective")
    ]
    return sorted(rows, key=lambda row: (alphabetical(row["name"]), row["id"]))


def _tied_to(view: View, node_id: str) -> list[str]:
    """Return the actors, networks and projects that the kept statements tie a node to, in order of id."""
    ends = {end for tie in view.selected.structure if node_id in (tie.source, tie.target) for end in (tie.source, tie.target)}
    return sorted(end for end in ends - {node_id} if not isinstance(view.node(end), Theme) and view.node(end).kind != FUND)
