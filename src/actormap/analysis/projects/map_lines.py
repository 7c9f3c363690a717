"""The rows of the map of evidence: methods or factors, with the projects that use or name each."""

from __future__ import annotations

from dataclasses import dataclass

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
    """Return the rows, that of most projects first; raise `UnknownName` if there are none such."""
    if lines not in LINES:
        raise UnknownName("rows", lines, LINES)
    names = {each.id: each.name for each in compilation.view.snapshot.themes if each.kind == LINES[lines]}
    having: dict[str, set[str]] = {theme: set() for theme in names}
    for project in compilation.projects:
        for theme in compilation.themes_of(project.id, LINES[lines]):
            having[theme].add(project.id)
    order = sorted(having, key=lambda theme: (-len(having[theme]), alphabetical(names[theme])))
    return tuple(
        MapLine(theme, names[theme], tuple(each.id for each in compilation.projects if each.id in having[theme])) for theme in order
    )
