"""Compiled projects as pages: one HTML file that needs nothing else, each state told by a sign and a word."""

from __future__ import annotations

from itertools import groupby

from actormap.analysis.projects.comparison import PARTS, ComparedRow, ProjectComparison
from actormap.analysis.projects.matrix import ProjectMatrix
from actormap.output.cells import Writer
from actormap.output.page_text import at_first
from actormap.output.projects.comparison import how_read, levels
from actormap.output.projects.signs import SIGNS
from actormap.output.templates import environment


def comparison(result: ProjectComparison, writer: Writer) -> str:
    """Return a comparison as one HTML page: a table for each part, a column a side, and in words how far what is missing was looked for."""
    parts: dict[str, list[list[ComparedRow]]] = {part: [] for part in PARTS}
    for (part, _), rows in groupby(result.rows, key=lambda row: (row["section"], row["id"])):
        parts[part].append(list(rows))
    sizes = [next(row for row in result.rows if row["side"] == side.label) for side in result.sides]
    template = environment("actormap.output.projects").get_template("comparison.html")
    words = {"levels": lambda counts: levels(counts, writer), "at_first": at_first, "how_read": how_read}
    return template.render(found=result, parts=parts, sizes=sizes, signs=SIGNS, t=writer.texts, w=writer, **words)


def matrix(result: ProjectMatrix, writer: Writer) -> str:
    """Return the matrix as one HTML page, in the writer's language."""
    lines = [(name, list(rows)) for (_, name), rows in groupby(result.rows, key=lambda row: (row["project"], row["project_name"]))]
    template = environment("actormap.output.projects").get_template("matrix.html")
    return template.render(found=result, lines=lines, counts=result.figures(), signs=SIGNS, t=writer.texts, w=writer)
