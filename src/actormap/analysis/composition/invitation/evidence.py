"""What an invitation rests on, statement by statement: where the invited take part, what they work with, and of what kind they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, TypedDict

from actormap.analysis import evidence
from actormap.analysis.composition.invitation.invite import Invitation
from actormap.analysis.composition.requirements.conditions import CARRYING_TYPES
from actormap.analysis.evidence import Said, said
from actormap.analysis.result import Result
from actormap.graph.views import View
from actormap.model.records import Actor


class ProposedRow(TypedDict):
    """Whom an invitation rests on."""

    id: str
    name: str


class InvitationEvidenceRow(ProposedRow, Said):
    """A row of `InvitationEvidence`."""


@dataclass(frozen=True)
class InvitationEvidence(Result[InvitationEvidenceRow]):
    """The statements under everybody who is proposed, in the order of ids.

    A row has `id`, `name` and the statement: source, type, target, role, document, locator, status. What the table of actors says of a kind
    has the type `kind`, of a place `located_in`.
    """

    name: ClassVar[str] = "evidence"
    header: ClassVar[tuple[str, ...]] = tuple(InvitationEvidenceRow.__annotations__)


def rows(view: View, invitation: Invitation) -> InvitationEvidence:
    """Return the statements under the proposals of an invitation from the view."""
    ids = sorted({actor for row in invitation.rows for actor in row["set"]})
    return InvitationEvidence(invitation.context, tuple(row for actor in ids for row in _of(view, actor)))


def _of(view: View, actor: str) -> Iterator[InvitationEvidenceRow]:
    node = view.node(actor)
    if isinstance(node, Actor):
        yield _said(actor, node, "kind", node.kind)
        if node.municipality:
            yield _said(actor, node, "located_in", node.municipality)
    for row in evidence.rows(view, [actor]).rows:
        yield {
            "id": actor,
            "name": node.name,
            "source": row["source"],
            "type": row["type"],
            "target": row["target"],
            "role": row["role"],
            "document": row["document"],
            "locator": row["locator"],
            "status": row["status"],
        }
    around = {actor, *view.graph.adj.get(actor, ())}
    for tie in view.selected.structure:
        if tie.type in CARRYING_TYPES and view.lifted.get(tie.source, tie.source) in around:
            for piece in tie.evidence:
                yield {"id": actor, "name": node.name, **said(tie, piece)}


def _said(actor: str, node: Actor, type_: str, target: str) -> InvitationEvidenceRow:
    return {
        "id": actor,
        "name": node.name,
        "source": actor,
        "type": type_,
        "target": target,
        "role": None,
        "document": node.document,
        "locator": node.locator,
        "status": node.status,
    }
