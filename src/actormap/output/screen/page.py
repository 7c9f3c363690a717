"""A result on the screen: the line above, the table, what its first rows say, what is not shown, and what holds for the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from actormap.analysis.result import Result
from actormap.output import brief, empty
from actormap.output.cells import SHARES, Writer
from actormap.output.screen import cells, fit, heading, roles, table
from actormap.output.screen.fit import Column
from actormap.output.terminal import Terminal

SIDE, NAME = "side", "name"  # where the side changes, places begin anew
SAID, READABLE = 3, 100  # rows that are said in sentences unasked, and the longest line that is easy to read
BAR, FULL, EIGHTHS = 10, "█", " ▏▎▍▌▋▊▉"
DIM, PLAIN = "\x1b[2m", "\x1b[0m"


def write(results: Sequence[Result], writer: Writer, terminal: Terminal) -> str:
    """Return some results as text no wider than the terminal, but where columns are asked to be `wide`; an empty line between two."""
    return "\n".join(_Screen(each, writer, terminal).text() for each in results)


class _Screen:
    def __init__(self, result: Result, writer: Writer, terminal: Terminal) -> None:
        self.result, self.writer, self.terminal = result, writer, terminal
        self.wide = terminal.width or READABLE
        self.rows = result.rows[: terminal.most]

    def text(self) -> str:
        told = heading.lines(self.result, self.writer, self.wide)
        body = self._table() if self.rows else [] if empty.reason(self.result, self.writer) else self._folded(self._say("none"))
        blocks = [[self._dimmed(line) for line in told], body, self._sentences()]
        blocks.append([line for note in brief.notes(self.result, self.writer) for line in self._folded(note)])
        return "\n".join("".join(f"{line}\n" for line in block) for block in blocks if block)

    def _table(self) -> list[str]:
        columns = [self._column(turn, name) for turn, name in enumerate(roles.told(self.result, ids=self.terminal.ids))]
        widths = {each.name: each.natural for each in columns} if self.terminal.wide else fit.fit(columns, self.wide)
        columns, widths = self._with_bars(columns, widths)
        parted = [place for place, (one, other) in enumerate(pairwise(self.rows), 1) if one.get(SIDE) != other.get(SIDE)]
        sides = parted if len(parted) == 1 else ()
        lines, was_cut = table.draw(columns, widths, parted=sides, whole=self.terminal.wide, colour=self.terminal.colour)
        return lines + [self._dimmed(line) for line in self._unseen(columns, widths, was_cut=was_cut)]

    def _column(self, turn: int, name: str) -> Column:
        values = [row.get(name) for row in self.rows]
        written = tuple(cells.plain(self.writer.cell(name, value)) for value in values)
        right = any(isinstance(value, int | float) and not isinstance(value, bool) for value in values)
        stands = roles.stands(name, self.result)
        tells_nothing = len(written) > 1 and len(set(written)) == 1
        late = len(self.result.columns()) if name in roles.LATE or tells_nothing else 0
        return Column(name, cells.plain(self.writer.head(self.result, name)), written, turn + late, right=right, stands=stands)

    def _with_bars(self, columns: list[Column], widths: Mapping[str, int]) -> tuple[list[Column], dict[str, int]]:
        """Return the columns with bars beside the first of shares, where everything else has all the room it can use."""
        room = self.wide - sum(widths.values()) - fit.GAP * len(widths)
        shares = [each.name for each in columns if each.name in SHARES and each.name in widths]
        if not shares or room < BAR or len(self.rows) < 2:
            return columns, dict(widths)
        place = [each.name for each in columns].index(shares[0]) + 1
        bars = Column(roles.BARS, "", tuple(_bar(row.get(shares[0])) for row in self.rows))
        with_bars = [*columns[:place], bars, *columns[place:]]
        widened = dict(widths) | {roles.BARS: BAR}
        return with_bars, {each.name: widened[each.name] for each in with_bars if each.name in widened}

    def _unseen(self, columns: Sequence[Column], widths: Mapping[str, int], *, was_cut: bool) -> Iterator[str]:
        """Yield which rows and columns are not shown, and how to see them."""
        if more := len(self.result.rows) - len(self.rows):
            yield from self._folded(self._say("more", n=more, how=self.terminal.more))
        hidden = [each.heading for each in columns if each.name not in widths]
        if hidden:
            yield from self._folded(self._say("hidden", columns=", ".join(hidden)))
        elif was_cut:
            yield from self._folded(self._say("cut"))

    def _sentences(self) -> list[str]:
        if not self.writer.speaks_of(self.result):
            return []
        rows = self.rows if self.terminal.explain else self.rows[:SAID]
        said = list(dict.fromkeys(filter(None, map(self._sentence, rows))))
        rest = [self._dimmed(line) for line in self._folded(self._say("explain"))] if said and len(rows) < len(self.rows) else []
        return [*(line for each in said for line in self._folded(f"- {cells.plain(each)}")), *rest]

    def _sentence(self, row: Mapping[str, Any]) -> str:
        """Return what a row says; one that does not name what it is about is led by that."""
        said = self.writer.sentence(self.result, row)
        names = (column for column in roles.about(self.result) if column.endswith(NAME))
        about = [self.writer.cell(column, row[column]) for column in names if row.get(column)]
        return said if not said or not about or any(name in said for name in about) else f"{', '.join(about)}: {said}"

    def _folded(self, text: str) -> list[str]:
        return cells.folded(text, min(self.wide, READABLE)).splitlines()

    def _dimmed(self, line: str) -> str:
        return f"{DIM}{line}{PLAIN}" if self.terminal.colour and line else line

    def _say(self, key: str, /, **values: Any) -> str:
        return self.writer.texts(f"screen.{key}", **values)


def _bar(share: Any) -> str:
    if not isinstance(share, int | float):
        return ""
    eighths = round(min(max(share, 0), 1) * BAR * len(EIGHTHS))
    return (FULL * (eighths // len(EIGHTHS)) + EIGHTHS[eighths % len(EIGHTHS)]).rstrip()
