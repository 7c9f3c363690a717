"""The matrix of projects and questions as text: a sign in each cell for a terminal, sign and word in Markdown."""

from __future__ import annotations

from itertools import groupby

from actormap.analysis.projects.matrix import QUESTIONS, ProjectMatrix
from actormap.analysis.projects.state import STATES
from actormap.output import excerpt
from actormap.output.cells import Writer
from actormap.output.projects.signs import SIGNS
from actormap.output.screen import cells as cells_of
from actormap.output.terminal import PROGRAM, Terminal

LONGEST, TOGETHER, WIDE = 34, 15, 79  # cells of a project's name in a terminal, columns beside each other, and all of them together


def write(matrix: ProjectMatrix, writer: Writer, markdown: bool, terminal: Terminal = PROGRAM) -> str:
    """Return the matrix as text: what the signs mean, what the columns are, and as many lines as a reader is shown."""
    texts = writer.texts
    every = [(name, [row["state"] for row in rows]) for (_, name), rows in _by_line(matrix)]
    cells = every[: terminal.most]
    more = excerpt.more(len(every), terminal, texts)
    rest = ["", more] if more else []
    counts = matrix.figures()
    legend = [f"{SIGNS[state]} {texts(f'words.state.{state}')} ({texts.number(counts[state])})" for state in STATES]
    about = "" if matrix.by == QUESTIONS else "_themes"
    title = texts(f"projects.matrix.title{about}", n=len(matrix.lines))
    if not matrix.across:
        return f"{title}\n\n{texts(f'projects.matrix.nothing{about}')}\n"
    if markdown:
        head = "| " + " | ".join([texts("results.heading.project"), *(column for column, _ in matrix.across)]) + " |"
        rule = "|" + "---|" * (len(matrix.across) + 1)
        lines = [f"| {_safe(name)} | " + " | ".join(f"{SIGNS[state]} {texts(f'words.state.{state}')}" for state in states) + " |"
                 for name, states in cells]  # fmt: skip
        columns = [f"- {column}: {_safe(words)}" for column, words in matrix.across]
        return "\n".join([f"# {title}", "", *(f"- {each}" for each in legend), "", *columns, "", head, rule, *lines, *rest]) + "\n"
    columns = [f"{place:>2}  {column}: {words}" for place, (column, words) in enumerate(matrix.across, start=1)]
    blocks = [_block(cells, first, min(first + TOGETHER, len(columns))) for first in range(0, len(columns), TOGETHER)]
    return "\n".join([title, "=" * len(title), "", *cells_of.beside(legend, WIDE), "", *columns, *blocks, *rest]) + "\n"


def _block(cells: list[tuple[str, list[str]]], first: int, last: int) -> str:
    """Return some of the columns, as many as fit in a narrow terminal."""
    head = " " * LONGEST + "".join(f"{place:>3}" for place in range(first + 1, last + 1))
    lines = [_name(name) + "".join(f"{SIGNS[state]:>3}" for state in states[first:last]) for name, states in cells]
    return "\n".join(["", head, *lines])


def _by_line(matrix: ProjectMatrix) -> list[tuple[tuple[str, str], list]]:  # type: ignore[type-arg]
    return [(line, list(rows)) for line, rows in groupby(matrix.rows, key=lambda row: (row["project"], row["project_name"]))]


def _name(name: str) -> str:
    return cells_of.padded(cells_of.abridged(name, LONGEST), LONGEST, right=False)


def _safe(text: str) -> str:
    return text.replace("|", "\\|")
