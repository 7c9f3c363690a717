"""The rows of the map of evidence: methods or factors, with the projects that use or name each."""

from __future__ import annotations

from dataclasses import dataclass

from actormap.analysis.projects import state
from actormap.analysis.projects.compilation import FACTOR, METHOD, Compilation
from actormap.errors import UnknownName
from actormap.model.ordering import alphabetical

LINES = {"methods": METHOD, "factors": FACTOR}


@dataclass(frozen=True, slots=True)
class MapLine:
    """A method or factor: its id, its name, and the projects looked at that use or name it, in their order."""

    id: str
    name: str
    projects: tuple[str, ...]


def lines_of(compilation: Compilation, lines: str) -> tuple[MapLine, ...]:
    """Return the rows, that of most projects first; raise `UnknownName` if there are none such.

    A project has a factor if a statement ties the two, or if a question about the factor, answered yes or no, is answered yes.
    """
    if lines not in LINES:
        raise UnknownName("rows", lines, LINES)
    names = {each.id: each.name for each in compilation.view.snapshot.themes if each.kind == LINES[lines]}
    having: dict[str, set[str]] = {theme: set() for theme in names}
    for project in compilation.projects:
        for theme in compilation.themes_of(project.id, LINES[lines]):
            having[theme].add(project.id)
    for question in compilation.questions:
        if question.scale == "yes_no" and question.theme in having:
            for project in compilation.projects:
                if state.of(question, compilation.answers.get((project.id, question.id), ())) == state.REACHED:
                    having[question.theme].add(project.id)
    order = sorted(having, key=lambda theme: (-len(having[theme]), alphabetical(names[theme])))
    return tuple(
        MapLine(theme, names[theme], tuple(each.id for each in compilation.projects if each.id in having[theme])) for theme in order
    )
