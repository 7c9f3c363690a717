"""Required coverage in words: what is missing, what hangs on one, what is not known, what is covered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from actormap.analysis.composition.requirements.cells import ALONE, COVERED, MISSING, STATES, UNKNOWN
from actormap.analysis.composition.requirements.coverage import CellRow, Coverage
from actormap.report.review.document import Section, items, paragraph, section
from actormap.report.review.writer import Pen

ORDER = (MISSING, UNKNOWN, ALONE, COVERED)


def write(coverage: Coverage, pen: Pen) -> Section:
    """Return how far the network answers to what is required of it, what is missing first."""
    network = pen.names[coverage.focal]
    if not coverage.rows:
        return section(pen("review.coverage.title"), paragraph(pen("review.coverage.nothing_required", network=network)))
    counts = {state: sum(row["state"] == state for row in coverage.rows) for state in STATES}
    return section(
        pen("review.coverage.title"),
        paragraph(
            pen("review.coverage.counts", network=network, n=len(coverage.rows), **counts),
            pen("review.coverage.unknown_note"),
            pen("review.coverage.motives"),
        ),
        *(items(*_lines(coverage, state, pen), lead=pen(f"review.coverage.{state}")) for state in ORDER),
    )


def questions(coverage: Coverage, pen: Pen) -> list[str]:
    """Return what to ask the room: whether somebody stands for what is not known."""
    unknown = list(dict.fromkeys(row["column"] for row in coverage.rows if row["state"] == UNKNOWN))
    return [pen("review.coverage.ask", names=unknown)] if unknown else []


def _lines(coverage: Coverage, state: str, pen: Pen) -> Iterator[str]:
    """Yield what is in a state: what is asked of each municipality by itself, then all else in one line."""
    elsewhere: list[CellRow] = []
    for (_, column), cells in _lines_asked(coverage).items():
        found = [cell for cell in cells if cell["state"] == state]
        towns = [cell["municipality"] for cell in found if cell["municipality"]]
        if towns and len(towns) == len(cells):
            yield pen("review.coverage.everywhere", name=column, n=len(towns)) + _asked(found, pen) + _motives(found, pen)
        elif towns:
            yield pen("review.coverage.in_some", name=column, names=towns) + _asked(found, pen) + _motives(found, pen)
        elif found and state == ALONE and found[0]["names"]:
            yield pen("review.coverage.by", name=column, names=found[0]["names"]) + _motives(found, pen)
        else:
            elsewhere += found
    if elsewhere:
        yield pen("review.coverage.list", names="; ".join(cell["column"] for cell in elsewhere)) + _motives(elsewhere, pen)


def motives(cells: Iterable[CellRow]) -> list[str]:
    """Return where it stands why some cells are required, each place once."""
    said = [(cell["document"], cell["locator"]) for cell in cells if cell["document"]]
    return sorted({f"{document} {locator}" if locator else document for document, locator in said})


def _motives(cells: Iterable[CellRow], pen: Pen) -> str:
    return pen.cited(motives(cells))


def _asked(cells: list[CellRow], pen: Pen) -> str:
    """Return the answers that the group itself has given to some cells, if there are any."""
    own = sum(cell["answer"] is not None for cell in cells)
    return " " + pen("review.coverage.own", n=own) if own else ""


def _lines_asked(coverage: Coverage) -> dict[tuple[str, str], list[CellRow]]:
    found: dict[tuple[str, str], list[CellRow]] = {}
    for row in coverage.rows:
        found.setdefault((row["row"], row["column"]), []).append(row)
    return found
