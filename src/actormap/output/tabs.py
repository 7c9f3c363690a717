"""Results for what reads a pipe: one heading line, a line a row, tabs between, whole texts and no padding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actormap.analysis.result import Result
from actormap.output.cells import Writer
from actormap.output.screen import roles
from actormap.output.screen.cells import plain
from actormap.output.terminal import Terminal
from actormap.output.values import WORDS


def write(results: Sequence[Result], writer: Writer, terminal: Terminal) -> str:
    """Return the tables of some results, an empty line between two; in words as a reader's table has them."""
    return "\n".join("".join(f"{line}\n" for line in _lines(each, writer, terminal)) for each in results)


def _lines(result: Result, writer: Writer, terminal: Terminal) -> Iterator[str]:
    columns = roles.told(result, ids=terminal.ids)
    said = terminal.explain and writer.speaks_of(result)
    yield "\t".join(plain(writer.head(result, column)) for column in (*columns, *([WORDS] if said else [])))
    for row in result.rows[: terminal.top]:
        cells = [writer.cell(column, row.get(column)) for column in columns]
        yield "\t".join(map(plain, [*cells, *([writer.sentence(result, row)] if said else [])]))
