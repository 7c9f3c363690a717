"""VNA of NetDraw: sections of node data, node properties and tie data, each a table with headings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from actormap.workspace.importing import elements
from actormap.workspace.importing.found import Found, Spot
from actormap.workspace.importing.inputs import TextFile

_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_STRENGTHS = ("weight", "strength", "tie", "value")
_WORD = re.compile(r'"((?:[^"]|"")*)"|([^\s,"]+)')


def is_one(text: str) -> bool:
    """Return whether a text is VNA."""
    return bool(re.match(r"\s*\*\s*(?:node (?:data|properties)|tie data)", text, re.IGNORECASE))


def read(file: TextFile) -> Found:
    """Return the network in a file. A cell in quotation marks may hold line breaks."""
    found = Found("vna", file.spot)
    section = ""
    heads: list[str] = []
    nodes: dict[str, tuple[Spot, dict[str, str]]] = {}
    for number, line in _lines(file.text):
        spot = replace(file.spot, row=number)
        if line.lstrip().startswith("*"):
            section, heads = " ".join(line.strip(" *\r\n").casefold().split()), []
            continue
        cells = [quoted.replace('""', '"') or plain for quoted, plain in _WORD.findall(line)]
        if not heads:
            heads = cells
            continue
        if not cells:
            found.leave_out(spot, "no_name", line.strip())
            continue
        about = dict(zip(heads, cells, strict=False))
        if section.startswith("node"):
            _, known = nodes.setdefault(cells[0], (spot, {}))
            known.update(about if section == "node data" else _of_properties(about))
        elif section == "tie data" and len(cells) > 1:
            for said in _of_tie(heads, about):
                elements.tie(found, spot, (cells[0], cells[1]), said, directed=True)
        else:
            found.leave_out(spot, "no_target" if section == "tie data" else "unknown_section", line.strip())
    for id_, (spot, about) in nodes.items():
        named = about.get("name") or about.get("label") or id_
        elements.node(found, spot, id_, named, {title: value for title, value in about.items() if title.casefold() not in ("id", "name")})
    return found


def _lines(text: str) -> list[tuple[int, str]]:
    """Return the lines of a file with the number each begins at; a line whose quotation marks are open goes on in the next."""
    found: list[tuple[int, str]] = []
    open_ = False
    for number, line in enumerate(text.splitlines(), start=1):
        if open_:
            first, begun = found.pop()
            found.append((first, f"{begun}\n{line}"))
        elif line.strip():
            found.append((number, line))
        open_ ^= line.count('"') % 2 == 1
    return found


def _of_properties(about: Mapping[str, str]) -> dict[str, str]:
    """Return what NetDraw's looks say of a node: only its label is more than looks."""
    label = next((value for title, value in about.items() if title.casefold() in ("shortlabel", "label") and value), "")
    return {"label": label} if label else {}


def _of_tie(heads: list[str], about: Mapping[str, str]) -> list[dict[str, str]]:
    """Return what the columns after the ends say of ties: a column of numbers is the strengths of a type, or just strengths.

    Of a tie that no column of a type has, and that of strengths has, no type is known.
    """
    rest = {title: value for title, value in about.items() if title not in heads[:2]}
    numbers = {title: value for title, value in rest.items() if _NUMBER.fullmatch(value)}
    words = {title: value for title, value in rest.items() if title not in numbers}
    typed = {title: value for title, value in numbers.items() if title.casefold() not in _STRENGTHS}
    strengths = {title: value for title, value in numbers.items() if title not in typed and float(value) != 1}
    if not typed:
        return [words | strengths]
    tied = [
        {**words, "type": title, **({} if float(value) == 1 else {"weight": value})} for title, value in typed.items() if float(value) != 0
    ]
    alone = any(float(value) for title, value in numbers.items() if title not in typed)
    return tied or ([words | strengths] if alone else [])
