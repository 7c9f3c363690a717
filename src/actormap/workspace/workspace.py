"""A workspace as read: its settings, its vocabulary, its records, and everything that is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actormap.errors import InvalidWorkspace
from actormap.i18n import LANGUAGES
from actormap.model.outline import Outline
from actormap.model.records import Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.decisions.decision import Decision
from actormap.workspace.identity.judgements import Judgement
from actormap.workspace.problems import Problem


@dataclass(frozen=True, slots=True)
class Workspace:
    """One workspace. Rows with errors are not in `snapshot`, so it is whole only if there are no `errors`.

    `files` are the files read, by name, with their SHA-256. `base` is the folder that a relative store address starts from; the built-in
    workspace has none. `workbook` is the name of the workbook in it that holds the tables, where one does. `settings_file` is its
    actormap.toml, if it has one; `settings` holds the tables of it that other parts read, such as `invite`, and `words` those that extend
    the vocabulary. `joined` are the places that it was joined of, if it is
    several. `judgements` are what has been judged of its records, which `snapshot` is already in accord with;
    `decisions` what has been decided of candidates, of which the accepted are relationships.
    """

    title: str
    snapshot: Snapshot
    vocabulary: Vocabulary
    language: str = LANGUAGES[0]
    focal_network: str | None = None
    view: str = "affiliation"
    store: str | None = None
    internal: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    words: Mapping[str, Any] = field(default_factory=dict)
    outlines: tuple[Outline, ...] = ()
    judgements: tuple[Judgement, ...] = ()
    decisions: tuple[Decision, ...] = ()
    problems: tuple[Problem, ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    base: Path | None = None
    workbook: str | None = None
    settings_file: Path | None = None
    builtin: bool = False
    joined: tuple[str, ...] = ()

    @property
    def homeless(self) -> bool:
        """Return whether it has no folder of its own, where a store could lie: it is built in, or several that are joined."""
        return self.builtin or bool(self.joined)

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Return the problems that stop a load."""
        return tuple(problem for problem in self.problems if problem.severity == "error")

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Return the problems that do not."""
        return tuple(problem for problem in self.problems if problem.severity == "warning")


def require_valid(workspace: Workspace) -> Workspace:
    """Return the workspace if it has no errors; raise `InvalidWorkspace` with all its problems if it has."""
    errors = workspace.errors
    if errors:
        said = f"The tables of {workspace.title} have {len(errors)} errors, the first at {errors[0].place()}."
        if len(errors) == 1:
            said = f"The tables of {workspace.title} have an error, at {errors[0].place()}."
        raise InvalidWorkspace(said, workspace.problems, workspace.language)
    return workspace
