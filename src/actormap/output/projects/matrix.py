"""The matrix of projects and questions as text: a sign in each cell for a terminal, sign and word in Markdown."""

from __future__ import annotations

from itertools import groupby

from actormap.analysis.projects.matrix import ProjectMatrix
from actormap.analysis.projects.state import STATES
from actormap.output.cells import Writer
from actormap.output.projects.signs import SIGNS

LONGEST = 34  # letters of a project's name before it is cut in a terminal


def write(matrix: ProjectMatrix, writer: Writer, markdown: bool) -> str:
    """Return the matrix as text: what the signs mean, what the columns are, and the lines."""
    texts = writer.texts
    cells = [(name, [row["state"] for row in rows]) for (_, name), rows in _by_line(matrix)]
    counts = matrix.figures()
    legend = [f"{SIGNS[state]} {texts(f'words.state.{state}')} ({texts.number(counts[state])})" for state in STATES]
    title = texts("projects.matrix.title", n=len(matrix.lines))
    if not matrix.across:
        return f"{title}\n\n{texts('projects.matrix.nothing')}\n"
    if markdown:
        head = "| " + " | ".join([texts("results.heading.project"), *(column for column, _ in matrix.across)]) + " |"
        rule = "|" + "---|" * (len(matrix.across) + 1)
        lines = [f"| {_safe(name)} | " + " | ".join(f"{SIGNS[state]} {texts(f'words.state.{state}')}" for state in states) + " |"
                 for name, states in cells]  # fmt: skip
        columns = [f"- {column}: {_safe(words)}" for column, words in matrix.across]
        return "\n".join([f"# {title}", "", *(f"- {each}" for each in legend), "", *columns, "", head, rule, *lines]) + "\n"
    numbers = [str(place) for place in range(1, len(matrix.across) + 1)]
    wide = max((len(number) for number in numbers), default=1)
    columns = [f"{number:>{wide}}  {column}: {words}" for number, (column, words) in zip(numbers, matrix.across, strict=True)]
    head = " " * LONGEST + " " + " ".join(f"{number:>{wide}}" for number in numbers)
    lines = [f"{_cut(name):<{LONGEST}} " + " ".join(f"{SIGNS[state]:>{wide}}" for state in states) for name, states in cells]
    return "\n".join([title, "=" * len(title), "", "  ".join(legend[:4]), "  ".join(legend[4:]), "", *columns, "", head, *lines]) + "\n"


def _by_line(matrix: ProjectMatrix) -> list[tuple[tuple[str, str], list]]:  # type: ignore[type-arg]
    return [(line, list(rows)) for line, rows in groupby(matrix.rows, key=lambda row: (row["project"], row["project_name"]))]


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"


def _safe(text: str) -> str:
    return text.replace("|", "\\|")
