"""How young people, or whoever the target group is, take part: which projects say so, and how."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, ClassVar

from actormap.analysis.composition.findings import cited
from actormap.analysis.composition.mentions import pattern
from actormap.analysis.result import Context, Record, Result, alphabetical
from actormap.graph import View
from actormap.model import Project, Relationship, Theme
from actormap.vocabulary import Vocabulary


@dataclass(frozen=True)
class Participation(Result):
    """The projects of the data, those that say how their target group takes part first, then by name.

    A row has id, name, kind, `says` (True, or None: unknown, never False), `how` (the names of themes and the texts that say it) and
    `evidence` (document and locator, as pairs).
    """

    name: ClassVar[str] = "participation"
    header: ClassVar[tuple[str, ...]] = ("id", "name", "kind", "says", "how", "evidence")

    def saying(self) -> tuple[Record, ...]:
        """Return the projects that say how their target group takes part."""
        return tuple(dict(row) for row in self.rows if row["says"])


def find(view: View, vocabulary: Vocabulary) -> Participation:
    """Return which projects say how their target group takes part.

    It is said by a theme that the project works with, or by the role or note of a statement about it, in which one of the vocabulary's
    `looked_for.participation` stands; what the project itself only notes counts too.
    """
    projects = [node for node in view.snapshot.projects if node.id in view.selected.present and node.kind != "collective"]
    rows = [_row(view, node, vocabulary.looked_for.participation) for node in projects]
    rows.sort(key=lambda row: (row["says"] is None, alphabetical(row["name"]), row["id"]))
    return Participation(Context.of(view), tuple(rows))


def _row(view: View, project: Project, words: tuple[str, ...]) -> Record:
    ties = [tie for tie in view.selected.structure if project.id in (tie.source, tie.target)]
    found = [(tie, text) for tie in ties for text in _texts(view, tie) if pattern(words).search(text)]
    how = {text for _, text in found}
    evidence: list[Any] = [list(pair) for pair in cited(tie for tie, _ in found)]
    if project.note and pattern(words).search(project.note):
        how.add(project.note)
        evidence += [[project.document, project.locator]] if project.document else []
    return {
        "id": project.id,
        "name": project.name,
        "kind": project.kind,
        "says": True if how else None,
        "how": sorted(how, key=alphabetical),
        "evidence": evidence,
    }


def _texts(view: View, tie: Relationship) -> Iterator[str]:
    theme = view.node(tie.target)
    if isinstance(theme, Theme):
        yield theme.name
    yield from (text for text in (tie.role, *(piece.note for piece in tie.evidence)) if text)
