"""The projects of an atlas as they are asked: what `Atlas.projects` gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from actormap.atlas import analyses
from actormap.errors import UsageError
from actormap.model import lookup

if TYPE_CHECKING:
    from actormap.analysis.projects.comparison import ProjectComparison as Compared
    from actormap.analysis.projects.compilation import Compilation
    from actormap.analysis.projects.conditions import Conditions
    from actormap.graph.views import View


@dataclass(frozen=True)
class CompiledProjects:
    """The projects that some conditions hold for, ready to be asked; every answer is a named result with `to_frame()`.

    Projects are named by id, name or alias. `lang` is the language of the questions.

    >>> import actormap
    >>> projects = actormap.open("esf").projects()
    >>> compared = projects.compare(["Plug In=plug-in+plug-in-2"], others="all others")
    >>> sorted({row["side"] for row in compared.rows})
    ['Plug In', 'all others']
    """

    compilation: Compilation = field(repr=False)
    lang: str

    def list(self, sort: str = "name") -> analyses.project_list.ProjectList:
        """Return the projects, one a row; `sort` is one of `listing.SORTS`."""
        return analyses.project_list.find(self.compilation, sort)

    def card(self, project: str) -> analyses.project_card.Card:
        """Return all that is coded of one project."""
        return analyses.project_card.find(self.compilation, self.the(project), self.lang)

    def compare(self, sides: Sequence[str], *, with_parts: bool = False, others: str | None = None) -> Compared:
        """Return projects, or groups of them, compared: each of `sides` is one, or several with + between, as in `Plug In=a+b`.

        `with_parts` takes what is part of each along; `others` is what the side of all other projects is called, which is there then.
        """
        compared = [self._side(side, with_parts) for side in sides]
        labels = [*(side.label for side in compared), *([] if others is None else [others])]
        if twice := [label for label in labels if labels.count(label) > 1]:
            raise UsageError(f'Two sides are called "{twice[0]}".', hint="Give each a name of its own, such as A=plug-in.")
        if others is not None:
            compared.append(analyses.comparison.others(self.compilation, compared, others))
        return analyses.comparison.find(self.compilation, compared, self.lang)

    def matrix(self, by: str = "questions", wanted: tuple[str, ...] = ()) -> analyses.project_matrix.ProjectMatrix:
        """Return every project against every question, or against themes; `wanted` are some of them, or groups or kinds."""
        return analyses.project_matrix.find(self.compilation, self.lang, by, wanted)

    def map(self, **options: Any) -> analyses.evidence_map.EvidenceMap:
        """Return methods or factors against results; `options` are those of `evidence_map.find`."""
        return analyses.evidence_map.find(self.compilation, self.lang, **options)

    def _side(self, said: str, with_parts: bool) -> analyses.comparison.Side:
        label, named, ids = said.rpartition("=")
        asked = [self.the(each.strip()) for each in ids.split("+")]
        found = {part for each in asked for part in (self.compilation.parts(each) if with_parts else (each,))}
        first = self.compilation.record(asked[0]).name
        own = label.strip() if named and label.strip() else first if len(asked) == 1 else f"{first} +{len(asked) - 1}"
        return analyses.comparison.Side(own, tuple(each.id for each in self.compilation.projects if each.id in found))

    def the(self, project: str) -> str:
        """Return the id of the project that is meant; raise `UnknownName` if none or several are, `UsageError` if it is left out."""
        if self.compilation.conditions != type(self.compilation.conditions)():
            found = lookup.the("project", project, self.compilation.view.snapshot.projects)
            if found not in self.compilation.ids:
                raise UsageError(f'The conditions leave out "{project}".', hint="Ask for it without them.")
        return lookup.the("project", project, self.compilation.projects)


def of(view: View, conditions: Conditions | None, lang: str) -> CompiledProjects:
    """Return the projects of a view that conditions hold for."""
    from actormap.analysis.projects.compilation import Compilation

    return CompiledProjects(Compilation.of(view, conditions), lang)
