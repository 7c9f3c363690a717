"""How young people, or whoever the target group is, take part: which projects say so, and how."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from actormap.analysis.result import Context, NodeRow, Result
from actormap.analysis.review.finding import cited, source
from actormap.analysis.review.mentions import pattern
from actormap.graph.views import View
from actormap.model.ordering import alphabetical
from actormap.model.records import Project, Theme


class ParticipationRow(NodeRow):
    """A row of `Participation`."""

    says: bool | None
    works_with: list[str]
    told_of: list[str]
    evidence: list[str]


@dataclass(frozen=True)
class Participation(Result[ParticipationRow]):
    """The projects of the data, those that say how their target group takes part first, then by name.

    A row has id, name, kind, `says` (True, or None: unknown, never False), `works_with` (ids of the themes that say it), `told_of` (ids of
    those in statements about whom it is noted) and `evidence` (document and place in it).
    """

    name: ClassVar[str] = "participation"
    header: ClassVar[tuple[str, ...]] = tuple(ParticipationRow.__annotations__)

    def saying(self) -> tuple[ParticipationRow, ...]:
        """Return the projects that say how their target group takes part."""
        return tuple(row.copy() for row in self.rows if row["says"])


def find(view: View) -> Participation:
    """Return which projects say how their target group takes part.

    It is said by a theme that the project works with, or by the role or note of a statement about it, in which one of the vocabulary's
    `looked_for.participation` stands; what the project itself only notes counts too.
    """
    projects = [node for node in view.snapshot.projects if node.id in view.selected.present and node.kind != "collective"]
    rows = [_row(view, node, view.vocabulary.looked_for.participation) for node in projects]
    rows.sort(key=lambda row: (row["says"] is None, alphabetical(row["name"]), row["id"]))
    return Participation(Context.of(view), tuple(rows))


def _row(view: View, project: Project, words: tuple[str, ...]) -> ParticipationRow:
    wanted = pattern(words)
    ties = [tie for tie in view.selected.structure if project.id in (tie.source, tie.target)]
    works = [tie for tie in ties if isinstance(theme := view.node(tie.target), Theme) and wanted.search(theme.name)]
    told = [tie for tie in ties if any(wanted.search(text) for text in (tie.role, *(piece.note for piece in tie.evidence)) if text)]
    evidence = list(cited([*works, *told]))
    own = bool(project.note and wanted.search(project.note))
    evidence += source(project) if own else ()
    return {
        "id": project.id,
        "name": project.name,
        "kind": project.kind,
        "says": True if works or told or own else None,
        "works_with": sorted({tie.target for tie in works}),
        "told_of": sorted({end for tie in told for end in (tie.source, tie.target)} - {project.id}),
        "evidence": evidence,
    }
