"""The projects of an atlas as they are asked: what `Atlas.projects` gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from actormap.atlas import analyses
from actormap.model import lookup

if TYPE_CHECKING:
    from actormap.analysis.projects.compilation import Compilation
    from actormap.analysis.projects.conditions import Conditions
    from actormap.graph.views import View


@dataclass(frozen=True)
class CompiledProjects:
    """The projects that some conditions hold for, ready to be asked; every answer is a named result with `to_frame()`.

    Projects are named by id, name or alias. `lang` is the language of the questions.
    """

    compilation: Compilation = field(repr=False)
    lang: str

    def list(self, sort: str = "name") -> analyses.project_list.ProjectList:
        """Return the projects, one a row; `sort` is one of `listing.SORTS`."""
        return analyses.project_list.find(self.compilation, sort)

    def card(self, project: str) -> analyses.project_card.Card:
        """Return all that is coded of one project."""
        return analyses.project_card.find(self.compilation, self.the(project), self.lang)

    def the(self, project: str) -> str:
        """Return the id of the project that is meant; raise `UnknownName` if none or several are."""
        return lookup.the("project", project, self.compilation.projects)


def of(view: View, conditions: Conditions | None, lang: str) -> CompiledProjects:
    """Return the projects of a view that conditions hold for."""
    from actormap.analysis.projects.compilation import Compilation

    return CompiledProjects(Compilation.of(view, conditions), lang)
