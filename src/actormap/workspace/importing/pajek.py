"""Pajek's .net: numbered vertices, then arcs and edges by their numbers, as pairs, lists or a matrix."""

from __future__ import annotations

import re
import sys
from dataclasses import replace

from actormap.workspace.importing import elements
from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.importing.found import Found, FoundNode, Spot
from actormap.workspace.importing.inputs import TextFile

_WORD = re.compile(r'"((?:[^"\\]|\\.|"")*)"|(\S+)')
_RELATION = re.compile(r'^\*\w+\s*:?\s*\d*\s*"([^"]*)"')
_TIME, _YEAR, _OPEN = re.compile(r"\[(\d+)(?:[-,](\d+|\*))?\]"), re.compile(r"(?:19|20)\d\d"), "*"
_ESCAPED = re.compile(r"&#(\d+);")


def is_one(text: str) -> bool:
    """Return whether a text is a network of Pajek."""
    return bool(re.search(r"^\s*\*vertices\b", text, re.IGNORECASE | re.MULTILINE))


def words(line: str) -> list[str]:
    """Return the words of a line; those in quotation marks are one, and Pajek's letters by number are letters."""
    return [cell_text(_ESCAPED.sub(_letter, quoted.replace('""', '"') or plain)) for quoted, plain in _WORD.findall(line)]


def _letter(escaped: re.Match[str]) -> str:
    number = int(escaped[1])
    return chr(number) if number <= sys.maxunicode else escaped[0]


def read(file: TextFile) -> Found:
    """Return the network in a file; with a second number after *Vertices so many are actors, the others what they take part in."""
    reader = _Reader(file)
    for number, line in enumerate(file.text.splitlines(), start=1):
        text = line.strip()
        if text and not text.startswith(("%", "/*")):
            reader.line(replace(file.spot, row=number), text)
    return reader.found


class _Reader:
    def __init__(self, file: TextFile) -> None:
        self.found = Found("pajek", file.spot)
        self.names: dict[str, str] = {}
        self.section = ""
        self.relation: str | None = None
        self.actors, self.row = 0, 0

    def line(self, spot: Spot, text: str) -> None:
        if text.startswith("*"):
            self._begin(text)
        elif self.section == "vertices":
            self._vertex(spot, words(text))
        elif self.section in ("arcs", "edges"):
            self._pair(spot, words(text))
        elif self.section in ("arcslist", "edgeslist"):
            first, *others = words(text)
            for other in others:
                self._tie(spot, first, other, {}, directed=self.section == "arcslist")
        elif self.section == "matrix":
            self._row(spot, text.split())

    def _begin(self, text: str) -> None:
        head = words(text)
        self.section = head[0].lstrip("*").partition(":")[0].casefold()
        named = _RELATION.match(text)
        self.relation = named[1] if named else None
        self.row = 0
        if self.section == "vertices" and len(head) > 2 and head[2].isdigit():
            self.actors = int(head[2])
        count = int(head[1]) if self.section == "vertices" and len(head) > 1 and head[1].isdigit() else 0
        # Vertices may have numbers alone.
        self.names |= {str(number): str(number) for number in range(1, min(count, 1_000_000) + 1)}

    def _vertex(self, spot: Spot, parts: list[str]) -> None:
        number = parts[0]
        name = parts[1] if len(parts) > 1 else number
        alike = name in self.names.values() and self.names.get(number) != name
        self.names[number] = name
        node = "network" if self.actors and number.isdigit() and int(number) > self.actors else None
        if alike:
            self.found.remark("same_name", name=name, ids=number)
        self.found.nodes.append(FoundNode(spot, name=name, node=node))

    def _pair(self, spot: Spot, parts: list[str]) -> None:
        if len(parts) < 2:
            self.found.leave_out(spot, "no_target", " ".join(parts))
            return
        about: dict[str, str] = {}
        rest = parts[2:]
        if rest and re.fullmatch(r"[-+.\deE]+", rest[0]):
            about["weight"] = rest.pop(0)
        about |= self._period(spot, [word for word in rest if _TIME.fullmatch(word)])
        if "l" in rest[:-1]:
            about["type"] = rest[rest.index("l") + 1]
        self._tie(spot, parts[0], parts[1], about, directed=self.section == "arcs")

    def _period(self, spot: Spot, words: list[str]) -> dict[str, str]:
        """Return the years of a time such as [2014-2016]; one that is no year, such as the number of a meeting, is not taken."""
        for match in map(_TIME.fullmatch, words[:1]):
            ends = dict(zip(("valid_from", "valid_to"), (match[1], match[2] or match[1]), strict=True)) if match else {}
            years = {name: year for name, year in ends.items() if year != _OPEN}
            if all(_YEAR.fullmatch(year) for year in years.values()):
                return years
            self.found.leave_out(spot, "no_year", words[0], part=True)
        return {}

    def _row(self, spot: Spot, cells: list[str]) -> None:
        self.row += 1
        # In two modes the columns are the vertices of the second.
        first = self.actors + 1 if self.actors and len(cells) == len(self.names) - self.actors else 1
        for column, cell in enumerate(cells, start=first):
            if cell not in ("0", "0.0"):
                self._tie(spot, str(self.row), str(column), {"weight": cell}, directed=True)

    def _tie(self, spot: Spot, source: str, target: str, about: dict[str, str], *, directed: bool) -> None:
        if missing := [number for number in (source, target) if number not in self.names]:
            self.found.leave_out(spot, "no_vertex", ", ".join(missing))
            return
        if self.actors and self.section in ("edges", "matrix") and not (self.relation or "type" in about):
            about = {**about, "type": "participates_in"}
        elif self.relation:
            about = {"type": self.relation, **about}
        if about.get("weight") in ("1", "1.0"):
            del about["weight"]
        elements.tie(self.found, spot, (self.names[source], self.names[target]), about, directed=directed)
