"""Required coverage laid out as matrices: which headings stand beside, which above, and what stands where they meet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from actormap.analysis.composition.requirements.coverage import CellRow
from actormap.model.ordering import alphabetical

Row = CellRow


@dataclass(frozen=True, slots=True)
class CoverageMatrix:
    """One matrix: its title (None if its headings say enough), the headings above, and its lines.

    A line is a heading and, for each heading above, the rows of the result that stand there: mostly one, none where nothing is required.
    A block with one heading above, an empty one, is a list.
    """

    title: str | None
    columns: tuple[str, ...]
    lines: tuple[tuple[str, tuple[tuple[Row, ...], ...]], ...]

    @property
    def is_list(self) -> bool:
        """Return whether the block has nothing above, only headings beside."""
        return self.columns == ("",)


def blocks(rows: Sequence[Row]) -> tuple[CoverageMatrix, ...]:
    """Return the matrices of some coverage, the widest first, then in the order of their titles.

    Rows of one `row` label that all name a municipality become a matrix of municipalities by columns. Other labels that share a column
    become a matrix of labels by columns. A label that shares none is a list of its columns.
    """
    found: list[CoverageMatrix] = []
    plain: dict[str, list[Row]] = {}
    for label in dict.fromkeys(row["row"] for row in rows):
        own = [row for row in rows if row["row"] == label]
        if all(row["municipality"] for row in own):
            found.append(_block(label, [(row["municipality"] or "", row["column"], row) for row in own]))
        else:
            plain[label] = own
    for labels in _sharing(plain):
        entries = [(label, _heading(row), row) for label in labels for row in plain[label]]
        if len(labels) > 1:
            found.append(_block(None, entries))
        else:
            found.append(_block(labels[0], [(column, "", row) for _, column, row in entries]))
    return tuple(sorted(found, key=lambda block: (-len(block.columns), alphabetical(block.title or ""), block.lines[0][0])))


def _heading(row: Row) -> str:
    return f"{row['column']} ({row['municipality']})" if row["municipality"] else str(row["column"])


def _sharing(plain: Mapping[str, Sequence[Row]]) -> list[list[str]]:
    """Return the labels in groups: those that share a column, directly or through others, stand together."""
    groups: list[tuple[set[str], list[str]]] = []
    for label, own in plain.items():
        columns, labels = {_heading(row) for row in own}, [label]
        apart = []
        for others, names in groups:
            if others & columns:
                columns, labels = columns | others, names + labels
            else:
                apart.append((others, names))
        groups = [*apart, (columns, labels)]
    return [sorted(labels, key=alphabetical) for _, labels in groups]


def _block(title: str | None, entries: Sequence[tuple[str, str, Row]]) -> CoverageMatrix:
    beside = sorted({heading for heading, _, _ in entries}, key=alphabetical)
    above = tuple(sorted({column for _, column, _ in entries}, key=alphabetical))
    places: dict[tuple[str, str], list[Row]] = {}
    for heading, column, row in entries:
        places.setdefault((heading, column), []).append(row)
    lines = tuple((heading, tuple(tuple(places.get((heading, column), ())) for column in above)) for heading in beside)
    return CoverageMatrix(title, above, lines)
