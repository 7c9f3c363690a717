"""What an invitation rests on, statement by statement: where the invited take part, what they work with, and of what kind they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from actormap.analysis import evidence
from actormap.analysis.composition.invitation.invite import Invitation
from actormap.analysis.composition.requirements.conditions import THEME_TYPES
from actormap.analysis.result import Record, Result
from actormap.graph.views import View
from actormap.model.records import Actor

COLUMNS = ("source", "type", "target", "role", "document", "locator", "status")


@dataclass(frozen=True)
class Support(Result):
    """The statements under everybody who is proposed, in the order of ids.

    A row has `id`, `name` and the statement: source, type, target, role, document, locator, status. What the table of actors says of a kind
    has the type `kind`, of a place `located_in`.
    """

    name: ClassVar[str] = "evidence"
    header: ClassVar[tuple[str, ...]] = ("id", "name", *COLUMNS)


def rows(view: View, found: Invitation) -> Support:
    """Return the statements under the proposals of an invitation from the view."""
    ids = sorted({actor for row in found.rows for actor in row["set"]})
    return Support(found.context, tuple(row for actor in ids for row in _of(view, actor)))


def _of(view: View, actor: str) -> Iterator[Record]:
    node = view.node(actor)
    about = {"id": actor, "name": node.name}
    if isinstance(node, Actor):
        said = {"document": node.document, "locator": node.locator, "status": node.status}
        yield about | {"source": actor, "type": "kind", "target": node.kind, "role": None} | said
        if node.municipality:
            yield about | {"source": actor, "type": "located_in", "target": node.municipality, "role": None} | said
    for row in evidence.rows(view, [actor]).rows:
        yield about | {name: row[name] for name in COLUMNS}
    around = {actor, *view.graph.adj.get(actor, ())}
    for tie in view.selected.structure:
        if tie.type in THEME_TYPES and view.lifted.get(tie.source, tie.source) in around:
            for piece in tie.evidence:
                said = {"source": tie.source, "type": tie.type, "target": tie.target, "role": tie.role}
                yield about | said | {"document": piece.document, "locator": piece.locator, "status": piece.status}
