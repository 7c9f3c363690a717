"""The map of evidence in words: a sentence a row, what a cell says, and the map for a terminal and in Markdown."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from actormap.analysis.projects.certainty import LEVELS, MODERATE, REASONS, SERIOUS
from actormap.analysis.projects.evidence_map import NO_PROJECT, EvidenceMap
from actormap.analysis.projects.map_rows import MapCellRow, MapLineRow
from actormap.analysis.projects.state import DIRECTED, STATES
from actormap.output import excerpt, page_text
from actormap.output.cells import Writer
from actormap.output.page_text import PageSection
from actormap.output.projects.comparison import levels
from actormap.output.projects.signs import SIGNS
from actormap.output.screen import cells as cells_of
from actormap.output.terminal import PROGRAM, Terminal

# Cells of a row's name in a terminal, columns beside each other there, the width of one, and of all of them together.
LONGEST, TOGETHER, WIDTH, WIDE = 28, 10, 5, 79
FULL, EMPTY = "●", "○"
RAISED = dict(zip(reversed(LEVELS), "¹²³⁴", strict=True))  # how sure a cell is, behind its number in a terminal


def write(found: EvidenceMap, writer: Writer, markdown: bool, terminal: Terminal = PROGRAM) -> str:
    """Return the map as text: what it is, the signs, the cells, a sentence a row, and what is new; of each as much as a reader is shown."""
    texts = writer.texts
    if not found.rows:
        return f"{texts('projects.map.title')}\n\n{texts('projects.map.empty')}\n"
    lines = found.lines.rows if found.lines else ()
    across = list(dict.fromkeys((row["column"], row["column_name"]) for row in found.rows))
    grid = _markdown(found, writer, terminal) if markdown else _terminal(found, len(across), terminal)
    if more := excerpt.more(len(by_line(found)), terminal, texts):
        grid += ["", more]
    columns = [f"{place:>2}  {column}: {words}" for place, (column, words) in enumerate(across, start=1)]
    fresh = [new(row, writer) for row in found.rows if row["new"]]
    sentences = [sentence(row, writer) for row in lines if row["projects"]]
    sections = [PageSection(texts("projects.map.sentences"), excerpt.lines(sentences, terminal, texts))]
    if since := found.context.parameters["since"]:
        note = texts("projects.map.new_note", n=len(fresh), undated=found.undated)
        sections.append(PageSection(texts("projects.map.new", since=since), excerpt.lines(fresh, terminal, texts), note))
    signs = [f"{SIGNS[state]} {word(state, writer)}" for state in STATES]
    head = page_text.write(texts("projects.map.title"), [texts("projects.map.note"), texts("projects.map.number")], (), markdown=markdown)
    body = page_text.write("", (), sections, markdown=markdown).split("\n", 2)[2].lstrip("\n")
    told = ["  ".join(signs)] if markdown else [*cells_of.beside(signs, WIDE), _sure(found, writer)]
    return "\n".join([head, *told, "", *([] if markdown else [*columns, ""]), *grid, "", body])


def _sure(found: EvidenceMap, writer: Writer) -> str:
    there = {row["certainty"] for row in found.rows}
    words = [f"{RAISED[level]} {writer.texts(f'projects.level.{level}')}" for level in RAISED if level in there]
    return f"{writer.texts('projects.map.sure')}: {'  '.join(words)}" if words else ""


def by_line(found: EvidenceMap) -> list[tuple[str, list[MapCellRow]]]:
    """Return the cells of each row of the map, with its name."""
    return [(name, list(rows)) for name, rows in groupby(found.rows, key=lambda row: row["line_name"])]


def _terminal(found: EvidenceMap, across: int, terminal: Terminal) -> list[str]:
    """Return the cells in lines that fit in a narrow terminal, so many columns at a time."""
    told: list[str] = []
    for first in range(0, across, TOGETHER):
        last = min(first + TOGETHER, across)
        told.append(" " * LONGEST + "".join(f"{place:>{WIDTH}}" for place in range(first + 1, last + 1)))
        for name, rows in by_line(found)[: terminal.most]:
            name_of = cells_of.padded(cells_of.abridged(name, LONGEST), LONGEST, right=False)
            cells = [short(row) + RAISED.get(row["certainty"] or "", "") for row in rows][first:last]
            told.append((name_of + "".join(f"{cell:>{WIDTH}}" for cell in cells)).rstrip())
        told.append("")
    return told[:-1]


def _markdown(found: EvidenceMap, writer: Writer, terminal: Terminal) -> list[str]:
    across = list(dict.fromkeys(row["column_name"] for row in found.rows))
    lines = ["| " + " | ".join([writer.heading("line_name"), *(_safe(name) for name in across)]) + " |", "|" + "---|" * (len(across) + 1)]
    for name, rows in by_line(found)[: terminal.most]:
        cells = [f"{short(row)} {said(row, writer)}".strip() for row in rows]
        lines.append(f"| {_safe(name)} | " + " | ".join(cells) + " |")
    return lines


def _safe(text: str) -> str:
    return text.replace("|", "\\|")


def number(row: MapCellRow) -> int:
    """Return the number that stands in a cell: the projects that have measured, else those in the state that is shown."""
    if row["direction"] in DIRECTED:
        return row["without_effect"] + row["partly"] + row["reached"]
    return count(row, row["direction"])


def count(row: MapCellRow, state: str) -> int:
    """Return how many projects of a cell are in a state."""
    counts: Mapping[str, Any] = row
    return int(counts.get(state, 0))


def short(row: MapCellRow) -> str:
    """Return a cell as its sign and number; a cell that no project stands in is empty."""
    return "" if row["direction"] == NO_PROJECT else f"{SIGNS[row['direction']]}{number(row)}"


def dots(level: str | None) -> str:
    """Return how sure something is as four dots: all full is high, one very low; nothing where it is not judged."""
    full = len(LEVELS) - LEVELS.index(level) if level else 0
    return FULL * full + EMPTY * (len(LEVELS) - full) if level else ""


def word(direction: str, writer: Writer) -> str:
    """Return which way a cell points, or what kind of gap it is, in words."""
    return writer.texts("projects.map.no_project" if direction == NO_PROJECT else f"words.state.{direction}")


def said(row: MapCellRow, writer: Writer) -> str:
    """Return what a cell says, in words, with how sure it is."""
    texts = writer.texts
    if row["direction"] == NO_PROJECT:
        return texts("projects.map.no_project")
    told = word(row["direction"], writer)
    if row["direction"] not in DIRECTED:
        return texts("projects.map.cell.gap", direction=told, projects=row["projects"], of=number(row))
    level = texts(f"projects.level.{row['certainty']}")
    way = count(row, row["direction"])
    return texts("projects.map.cell.measured", direction=told, way=way, projects=row["projects"], of=number(row), certainty=level)


def sentence(row: MapLineRow, writer: Writer) -> str:
    """Return what a row of the map says as a whole, with how sure it is and why."""
    texts = writer.texts
    whole: Mapping[str, Any] = row
    counts = {key: whole[key] for key in ("projects", "of", "independent", "measured", "reached", "not_measured")}
    told = texts("projects.map.sentence.named", name=row["line_name"], levels=levels(row["levels"], writer), **counts)
    if not row["certainty"]:
        return f"{told} {texts('projects.map.sentence.nothing')}"
    why = [texts(f"projects.why.{reason}.{whole[reason]}") for reason in REASONS if whole[reason] in (MODERATE, SERIOUS)]
    sure = texts("projects.map.sentence.sure", certainty=texts(f"projects.level.{row['certainty']}"), why="; ".join(why))
    return f"{told} {sure if why else texts('projects.map.sentence.plain', certainty=texts('projects.level.' + str(row['certainty'])))}"


def new(row: MapCellRow, writer: Writer) -> str:
    """Return how much of a cell is new, and what it says now."""
    return writer.texts("projects.map.new_cell", line=row["line_name"], column=row["column_name"], n=row["new"], now=said(row, writer))
