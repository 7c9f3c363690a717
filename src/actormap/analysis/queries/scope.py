"""What of a snapshot counts for a question: statements of the chosen documents that are firm enough, and the relationships they carry."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from actormap.model.records import Actor, Evidence, Municipality, Network, Node, Project, Relationship, Snapshot

SEATS = frozenset({"member_of", "represented_in"})
TAKING_PART = SEATS | {"owns", "carries_out", "coordinates", "participates_in"}
IMPLIED, DENIED, FIRM = "implied", "denied", frozenset({"stated", "stated_collectively"})
Row = dict[str, Any]


class QuestionScope:
    """A snapshot as a question looks at it. `documents` are ids or collections, none meaning all; `statuses` none meaning all."""

    def __init__(self, snapshot: Snapshot, documents: Collection[str] = (), statuses: Collection[str] | None = None) -> None:
        self.snapshot = snapshot
        self.nodes: Mapping[str, Node] = snapshot.by_id
        self._all = not documents
        self._chosen = {document.id for document in snapshot.documents if document.id in documents or document.collection in documents}
        self._statuses = None if statuses is None else frozenset(statuses)

    def counted(self, tie: Relationship) -> list[Evidence]:
        """Return the statements of a relationship that count."""
        return [
            piece
            for piece in tie.evidence
            if (self._all or piece.document in self._chosen) and (self._statuses is None or piece.status in self._statuses)
        ]

    @cached_property
    def ties(self) -> list[Relationship]:
        """Return the relationships that a statement which counts carries."""
        return [tie for tie in self.snapshot.relationships if self.counted(tie)]

    @cached_property
    def touching(self) -> Mapping[str, list[Relationship]]:
        """Return those relationships by either end; one from a node to itself is there once."""
        found: dict[str, list[Relationship]] = {}
        for tie in self.ties:
            for end in {tie.source: None, tie.target: None}:
                found.setdefault(end, []).append(tie)
        return found

    def of_types(self, types: Collection[str]) -> Iterator[Relationship]:
        """Yield those relationships that have one of some types."""
        return (tie for tie in self.ties if tie.type in types)

    def below(self, top: str, kind: type[Any] | tuple[type[Any], ...]) -> set[str]:
        """Return a node and all that is part of it, step by step, where what is part is of a kind of record."""
        found, waiting = {top}, [top]
        while waiting:
            for tie in self.touching.get(waiting.pop(), ()):
                if tie.type == "part_of" and tie.target in found and tie.source not in found and isinstance(self.nodes[tie.source], kind):
                    found.add(tie.source)
                    waiting.append(tie.source)
        return found

    def seats(self, network: str) -> dict[str, list[Relationship]]:
        """Return who sits in a network, each with the relationships that say so."""
        found: dict[str, list[Relationship]] = {}
        if isinstance(self.nodes.get(network), Network):
            for tie in self.of_types(SEATS):
                if tie.target == network and is_actor(self.nodes[tie.source]):
                    found.setdefault(tie.source, []).append(tie)
        return found


def is_actor(node: Node) -> bool:
    """Return whether a node acts: an actor or a municipality."""
    return isinstance(node, Actor | Municipality)


def is_venue(node: Node) -> bool:
    """Return whether a node is a network or a project."""
    return isinstance(node, Network | Project)


def named(node: Node) -> Row:
    """Return what most rows begin with."""
    return {"id": node.id, "name": node.name, "kind": node.kind}


def types(ties: Iterable[Relationship]) -> list[str]:
    """Return the types of some relationships, each once, in order."""
    return sorted({tie.type for tie in ties})
