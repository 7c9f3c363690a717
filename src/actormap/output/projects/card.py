"""The card of a project: for the terminal and in Markdown, part by part, each line with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from actormap.analysis.projects.card import PARTS, Card, CardRow
from actormap.analysis.projects.state import ANSWERED
from actormap.model.coding import NOT_MEASURED, SILENT
from actormap.output import excerpt, page_text
from actormap.output.cells import Writer
from actormap.output.page_text import PageSection
from actormap.output.terminal import PROGRAM, Terminal

NAMED = ("header", "reckoned")  # parts whose lines are about columns


def write(card: Card, writer: Writer, markdown: bool, terminal: Terminal = PROGRAM) -> str:
    """Return the card as text, of each part as many lines as a reader is shown."""
    parts = {part: list(rows) for part, rows in groupby(card.rows, key=lambda row: row["section"])}
    told = [part for part in PARTS if part in parts]
    lines = {part: excerpt.lines(tuple(_lines(part, parts[part], writer)), terminal, writer.texts) for part in told}
    sections = [PageSection(_heading(part, parts[part], writer), lines[part]) for part in told]
    return page_text.write(card.title, (writer.texts("projects.card.intro"),), sections, markdown=markdown)


def _heading(part: str, rows: list[CardRow], writer: Writer) -> str:
    return writer.texts(f"projects.card.{part}", n=len(rows))


def _lines(part: str, rows: list[CardRow], writer: Writer) -> Iterator[str]:
    texts = writer.texts
    if part == "unseen":
        yield ", ".join(row["id"] for row in rows)
        return
    for about, same in groupby(rows, key=lambda row: (row["id"], row["what"], _value(part, row, writer))):
        _, what, value = about
        several = list(same)
        name = writer.heading(what) if part in NAMED or what == "off_rate" else what
        said = texts(f"projects.card.{'question' if name.endswith('?') else 'line'}", what=name, value=value) if value else name
        yield said + "".join(sorted({_evidence(row, writer) for row in several if row["document"]} if part not in NAMED else ()))


def _value(part: str, row: CardRow, writer: Writer) -> str:
    texts, value = writer.texts, row["value"]
    if part == "partners":
        return writer.does(str(value))
    if part in ("methods", "factors", "target_groups", "problems", "reported"):
        return ""
    if part == "documents":
        return texts(f"projects.read.{value}") if f"projects.read.{value}" in texts.entries else texts("projects.read.unknown")
    if part == "figures":
        return f"{value} ({texts('projects.figure.' + str(row['state']))})"
    if part == "answers":
        return _answer(str(value), str(row["state"]), writer)
    if row["id"] == "off_rate":
        return texts("projects.card.off_rate", n=round(abs(value), 1), way=texts(f"projects.card.{'above' if value > 0 else 'below'}"))
    if row["id"] in ("start", "end", "number", "programme"):
        return str(value)
    return _closed(value, writer) or writer.cell(row["id"], value)


def _answer(value: str, state: str, writer: Writer) -> str:
    """Return an answer in its own words, with the state that it tells of where that is not said by it."""
    texts = writer.texts
    if state in (SILENT, NOT_MEASURED):
        return texts(f"words.state.{state}")
    if closed := _closed(value, writer):
        return closed
    value = texts.number(int(value)) if value.isdecimal() else value
    return value if state == ANSWERED else f"{value} ({texts(f'words.state.{state}')})"


def _closed(value: Any, writer: Writer) -> str:
    """Return the word for a closed answer, such as that something is partly so; nothing for any other."""
    entry = f"words.{value}" if value in ("yes", "no") else f"words.state.{value}"
    return writer.texts.entries.get(entry, "")


def _evidence(row: CardRow, writer: Writer) -> str:
    place = " ".join(filter(None, (row["document"], row["locator"])))
    said = [place]
    if row["voice"]:
        said.append(writer.texts(f"projects.voice.{row['voice']}"))
    if row["status"] and row["status"] != "stated":
        said.append(writer.cell("status", row["status"]))
    return f" [{'; '.join(said)}]"
