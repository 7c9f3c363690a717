"""How an actor answers a line of required coverage: yes, no, or unknown, which is what the sources do not say.

An answer is True, False or None (unknown); several conditions are joined by Kleene's and: one no is a no, otherwise one unknown is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from actormap.analysis.composition.members import Seat
from actormap.graph.views import View
from actormap.model.records import Actor, Municipality, Network, Node, Project, Relationship, Requirement
from actormap.model.selection import Selection, select

THEME_TYPES = ("addresses", "uses_method")
CARRYING_TYPES = (*THEME_TYPES, "reports")  # a success factor is reported
CONDITIONS = ("municipality", "kind", "role", "theme")
DENIED = ("denied",)
Answer = bool | None


def both(answers: Iterable[Answer]) -> Answer:
    """Return Kleene's and of some answers: no if any is no, otherwise unknown if any is, otherwise yes."""
    unknown = False
    for each in answers:
        if each is False:
            return False  # nothing that is asked after it could change that
        unknown |= each is None
    return None if unknown else True


class SourceFacts:
    """What the sources say of actors that bears on a network's required coverage, in what a view's selection keeps.

    Units and sub-projects stand as what the view lifts them to.
    """

    def __init__(self, view: View, network: str) -> None:
        self._view, self._vocabulary, self._network = view, view.vocabulary, network
        self._located: dict[str, set[str]] = {}
        self._venues: dict[str, set[str]] = {}
        self._themes: dict[str, set[str]] = {}
        self._roles: dict[str, set[str]] = {}
        self._read()
        self._denied = self._themes_denied()

    def answers(self, line: Requirement, seat: Seat) -> Mapping[str, Answer]:
        """Return the answer of a seat to each condition that a line has, in the order of `CONDITIONS`."""
        return dict(self._each(line, seat))

    def says(self, line: Requirement, seat: Seat) -> Answer:
        """Return the answer of a seat to a whole line; a line without conditions holds for anyone."""
        return both(answer for _, answer in self._each(line, seat))

    def _each(self, line: Requirement, seat: Seat) -> Iterator[tuple[str, Answer]]:
        if line.municipality:
            yield "municipality", self.municipality(seat.actor, line.municipality)
        if line.kind:
            yield "kind", self.kind(seat.actor, line.kind)
        if line.role:
            yield "role", self.role_if_invited(seat.actor, line) if seat.invited else role(seat, line.role)
        if line.theme:
            yield "theme", self.theme(seat.actor, line.theme)

    def municipality(self, actor: str, wanted: str) -> Answer:
        """Return whether an actor is a municipality or belongs to it; unknown if nothing is said of a kind that belongs to some place."""
        node = self._view.node(actor)
        if isinstance(node, Municipality):
            return node.id == wanted
        said, own = self._located.get(actor, ()), node.municipality if isinstance(node, Actor) else None
        if said or own:
            return wanted == own or wanted in said
        return None if not node.kind or self._vocabulary.kind(node.node, node.kind).local else False

    def kind(self, actor: str, wanted: str) -> Answer:
        """Return whether an actor is of a kind; of a post or an unnamed group it is unknown whether it is a municipality's."""
        node = self._view.node(actor)
        if node.kind and not self._vocabulary.kind(node.node, node.kind).analysed and wanted in self._vocabulary.kinds["municipality"]:
            return None
        return kind(node, wanted)

    def theme(self, actor: str, wanted: str) -> Answer:
        """Return whether an actor, or another venue that it is in, addresses, uses or reports a theme; no only if that is denied of it."""
        if any(wanted in self._themes.get(carrier, ()) for carrier in (actor, *self._venues.get(actor, ()))):
            return True
        return False if (actor, wanted) in self._denied else None

    def role_if_invited(self, actor: str, line: Requirement) -> Answer:
        """Return whether somebody who is invited can be asked to come in a line's role; unknown of most.

        Yes of whoever the line names for it, by its kind or as the municipality itself, and of whoever has the role elsewhere.
        """
        named = line.kind is not None or (line.municipality is not None and actor == line.municipality)
        has_it = (line.role or "").casefold() in self._roles.get(actor, ())
        return True if named or has_it else None

    def _read(self) -> None:
        taking_part = self._vocabulary.types_of_view("affiliation")
        nodes = self._view.snapshot.by_id
        for tie in self._view.selected.structure:
            source, target = self._top(tie.source), self._top(tie.target)
            if tie.type == "located_in":
                self._located.setdefault(tie.source, set()).add(tie.target)
            elif tie.type in CARRYING_TYPES:
                self._themes.setdefault(source, set()).add(tie.target)
            elif tie.type in taking_part and target != self._network and isinstance(nodes[target], Network | Project):
                self._venues.setdefault(source, set()).add(target)
                if tie.role:
                    self._roles.setdefault(source, set()).add(tie.role.casefold())

    def _themes_denied(self) -> frozenset[tuple[str, str]]:
        told = self._view.parameters
        documents = told["documents"] if told["documents"] != "all" else ()
        denied = Selection(statuses=DENIED, documents=tuple(documents), at=told["at"], since=told["from"], until=told["to"])
        if not any(tie.type in CARRYING_TYPES and _is_denied(tie) for tie in self._view.snapshot.relationships):
            return frozenset()
        kept = select(self._view.snapshot, denied, self._vocabulary).relationships
        return frozenset((self._top(tie.source), tie.target) for tie in kept if tie.type in CARRYING_TYPES)

    def _top(self, node: str) -> str:
        return self._view.lifted.get(node, node)


def _is_denied(tie: Relationship) -> bool:
    return any(piece.status in DENIED for piece in tie.evidence)


def kind(node: Node, wanted: str) -> Answer:
    """Return whether an actor is of a kind; one without a kind may be."""
    return node.kind == wanted if node.kind else None


def role(seat: Seat, wanted: str) -> Answer:
    """Return whether a seat has a role by its memberships; one that names none leaves it unknown, and who is only invited has none yet."""
    if seat.roles is None:
        return None
    if wanted.casefold() in {each.casefold() for each in seat.roles if each}:
        return True
    return None if None in seat.roles else False
