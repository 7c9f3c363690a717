"""What a reader is shown of a result: the columns that say something to a person, their cells in words, and what stands below them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from actormap.output import empty
from actormap.output.values import WORDS

if TYPE_CHECKING:
    from actormap.analysis.result import Result
    from actormap.output.cells import Writer


def columns(result: Result, writer: Writer) -> tuple[str, ...]:
    """Return the columns for a reader: those that are brief, or all but those for programs, and `WORDS` where a row can be said."""
    told = result.brief or [column for column in result.columns() if column not in result.for_programs]
    return (*told, *([WORDS] if writer.speaks_of(result) else []))


def is_numeric(result: Result, column: str) -> bool:
    """Return whether a column has a number in some row."""
    return any(isinstance(row.get(column), int | float) for row in result.rows)


def cells(result: Result, writer: Writer, shown: Sequence[str], most: int | None = None) -> Iterator[list[str]]:
    """Yield the cells of the rows as texts, of at most so many rows, one text for each column that is shown."""
    for row in result.rows[:most]:
        yield [writer.sentence(result, row) if column == WORDS else writer.cell(column, row.get(column)) for column in shown]


def notes(result: Result, writer: Writer, with_funds: str = "", with_weights: str = "") -> list[str]:
    """Return what stands below the rows: why there is none, figures about the whole, why something is not defined, and which view stood in.

    `with_funds` is how the reader may ask for what funders left out, and `with_weights` for the strengths of ties, where that is not by the
    option of a command.
    """
    told = writer.summary(result)
    figures = result.figures()
    shown = [(name, value) for name, value in figures.items() if value != [] and not isinstance(value, dict)]
    notes = [told] if told else [writer.figure(result, name, value) for name, value in shown]
    together: dict[str, list[str]] = {}
    for name, keys in ((name, keys) for name, keys in result.undefined.items() if name not in result.for_programs):
        together.setdefault(keys, []).append(name)
    dashes = {name for name in result.undefined if name in figures or any(row.get(name, "") is None for row in result.rows)}
    notes += [writer.reason(keys, *names, dash=dashes.issuperset(names)) for keys, names in together.items()]
    notes = [why, *notes] if (why := empty.reason(result, writer)) else notes
    instead_of = result.context.parameters.get("instead_of")
    notes += [writer.texts(f"notes.instead_of.{instead_of}.{result.context.view}")] if instead_of else []
    notes += _strengths(result, writer, with_weights)
    funds = result.context.summary.get("left_out", {}).get("funds")
    ask = with_funds or writer.texts("notes.funds_option")
    return notes + ([writer.texts("notes.funds", n=funds, ask=ask)] if funds and not told else [])


def _strengths(result: Result, writer: Writer, ask: str) -> Iterator[str]:
    """Yield that how strong ties are has no part in a result, where somebody may believe that it has."""
    weighted, unweighed = result.context.parameters.get("weighted"), result.context.summary.get("unweighed")
    if weighted and not result.by_strength:
        yield writer.texts("notes.strengthless")
    elif unweighed and result.by_strength:
        key = "notes.unweighed_in_venues" if weighted else "notes.unweighed"
        yield writer.texts(key, n=unweighed, ask=ask or writer.texts("notes.weights_option"))
