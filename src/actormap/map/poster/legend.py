"""The poster's legend: a shape for each family of kinds, a line for each type of relationship, a pattern for how firmly it is said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from actormap.i18n import Texts
from actormap.map.data import legend
from actormap.map.data.nodes import shown
from actormap.map.layout.inputs import Material
from actormap.map.paper import TEXT
from actormap.map.poster.fonts import width
from actormap.map.poster.sheet import PosterSheet
from actormap.model.records import Relationship
from actormap.model.vocabulary import Vocabulary

# Lengths of strokes and gaps by status, in units.
PATTERNS = {"implied": "2.4 3", "planned": "8 5"}
INK = "#4a5563"


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: a shape, or a line if there is none."""

    text: str
    colour: str
    shape: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in its place."""

    entry: Entry
    x: float
    y: float


def sections(material: Material, ties: Sequence[Relationship], vocabulary: Vocabulary, texts: Texts) -> list[list[Entry]]:
    """Return the entries for what the sheet shows: shapes, lines, patterns. Types whose lines look alike are one entry."""
    nodes = [node for node in shown(material.snapshot) if legend.key_of(node, vocabulary) not in legend.HIDDEN_AT_START]
    shapes = [Entry(family.name[texts.lang], family.colour, shape=family.shape) for family in legend.of(nodes, vocabulary, {})]
    ids = {node.id for node in nodes}
    drawn = [tie for tie in ties if tie.source in ids and tie.target in ids]
    types, statuses = {tie.type for tie in drawn}, {vocabulary.best(evidence.status for evidence in tie.evidence) for tie in drawn}
    alike: dict[str, list[str]] = {}
    for name, kind in vocabulary.types.items():
        if name in types:
            alike.setdefault(kind.colour, []).append(texts.pick(kind)[0])
    lines = [Entry(_names(names, texts), colour) for colour, names in alike.items()]
    patterns = [
        Entry(texts.pick(vocabulary.statuses[name]), INK, pattern=pattern) for name, pattern in PATTERNS.items() if name in statuses
    ]
    return [section for section in (shapes, lines + patterns) if section]


def lines(sections: Sequence[Sequence[Entry]], room: float) -> int:
    """Return how many lines the sections take in a width, each beginning a line of its own."""
    return max((row for _, _, row in _flow(sections, room)), default=-1) + 1


def placed(sections: Sequence[Sequence[Entry]], sheet: PosterSheet) -> list[Placed]:
    """Return the entries in their places."""
    room = sheet.width - 2 * sheet.margin
    return [Placed(entry, sheet.margin + x, sheet.legend + 1.9 * TEXT * (row + 0.5)) for entry, x, row in _flow(sections, room)]


def _flow(sections: Sequence[Sequence[Entry]], room: float) -> Iterator[tuple[Entry, float, int]]:
    """Yield the entries with how far along which line each begins."""
    row = -1
    for section in sections:
        x, row = 0.0, row + 1
        for entry in section:
            wide = width(entry.text, TEXT) + 2.5 * TEXT
            if x and x + wide > room:
                x, row = 0.0, row + 1
            yield entry, x, row
            x += wide + 1.6 * TEXT


def _names(names: Sequence[str], texts: Texts) -> str:
    return names[0] if len(names) == 1 else texts("poster.alike", names=", ".join(names[:2])) if len(names) > 2 else ", ".join(names)
