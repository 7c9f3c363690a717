"""Compiled projects as pages: one HTML file that needs nothing else, each state told by a sign and a word."""

from __future__ import annotations

from itertools import groupby

from actormap.analysis.projects.matrix import ProjectMatrix
from actormap.output.cells import Writer
from actormap.output.projects.signs import SIGNS
from actormap.output.templates import environment


def matrix(result: ProjectMatrix, writer: Writer) -> str:
    """Return the matrix as one HTML page, in the writer's language."""
    lines = [(name, list(rows)) for (_, name), rows in groupby(result.rows, key=lambda row: (row["project"], row["project_name"]))]
    template = environment("actormap.output.projects").get_template("matrix.html")
    return template.render(found=result, lines=lines, counts=result.figures(), signs=SIGNS, t=writer.texts, w=writer)
