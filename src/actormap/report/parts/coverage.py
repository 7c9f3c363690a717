"""Required coverage: in words, as a picture, and as a matrix that can be read without seeing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from actormap.analysis.composition.requirements.cells import STATES
from actormap.analysis.composition.requirements.coverage import CellRow, Coverage
from actormap.analysis.composition.requirements.matrix import CoverageMatrix
from actormap.analysis.composition.requirements.matrix import blocks as matrices
from actormap.output.document.blocks import Block, DataTable, Figure, Paragraph, SectionHeading
from actormap.report.footnotes import FootnotePen
from actormap.report.inquiry import Inquiry
from actormap.report.review import coverage as review_coverage
from actormap.report.sections import blocks, paragraph, table, words

NEEDS = 30  # rows of a matrix on paper
WIDEST = 6  # columns of a matrix on paper; a wider one stands on its side


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield what the network needs and what there is; nothing without a network in focus."""
    if inquiry.review is None:
        return
    found = inquiry.review.coverage
    yield from blocks(review_coverage.write(found, inquiry.pen), inquiry.pen, counted=inquiry.counted("coverage"))
    if found.rows:
        yield SectionHeading(2, inquiry.pen("report.coverage.matrix"))
        yield from paragraph(inquiry.pen("report.coverage.signs"))
        yield _picture(found, inquiry)
        for matrix in matrices(found.rows):
            yield from _matrix(matrix, inquiry.pen, inquiry.counted("coverage"))


def _picture(found: Coverage, inquiry: Inquiry) -> Figure:
    from actormap.output.charts import coverage

    pen = inquiry.pen
    counts = {state: sum(row["state"] == state for row in found.rows) for state in STATES}
    alternative = f"{pen('review.coverage.counts', network=inquiry.network, n=len(found.rows), **counts)} {pen('report.in_tables')}"
    return Figure(
        coverage.draw(found, inquiry.network, pen.texts, width=coverage.PAPER),
        pen("report.coverage.caption", network=inquiry.network),
        alternative,
    )


def _matrix(matrix: CoverageMatrix, pen: FootnotePen, note: str) -> Iterator[DataTable | Paragraph]:
    title = pen("report.coverage.table", title=matrix.title) if matrix.title else pen("report.coverage.table_untitled")
    if matrix.is_list:
        headed = (pen("report.column.need"), pen("report.column.state"), pen("report.column.by"))
        told = ((words(name), words(_states(rows, pen)), words(_who(rows, pen))) for name, (rows,) in matrix.lines)
        yield from table(title, headed, told, pen, note=note, shown=NEEDS)
    elif len(matrix.columns) <= WIDEST:
        lines = ((words(name), *(words(_states(rows, pen)) for rows in places)) for name, places in matrix.lines)
        yield from table(title, (pen("report.column.row"), *matrix.columns), lines, pen, note=note, shown=NEEDS)
    else:
        names = [name for name, _ in matrix.lines]
        turned = (
            (words(column), *(words(_states(places[at], pen)) for _, places in matrix.lines)) for at, column in enumerate(matrix.columns)
        )
        yield from table(title, (pen("report.column.need"), *names), turned, pen, note=note, shown=NEEDS)


def _states(rows: Sequence[CellRow], pen: FootnotePen) -> str:
    told = [pen.texts(f"words.state.{row['state']}") + (f" ({pen('report.coverage.own')})" if row["answer"] else "") for row in rows]
    return ", ".join(dict.fromkeys(told)) or pen("report.coverage.not_asked")


def _who(rows: Sequence[CellRow], pen: FootnotePen) -> str:
    return pen.listed(list(dict.fromkeys(name for row in rows for name in row["names"]))) or "–"
