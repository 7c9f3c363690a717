"""A document in Markdown, with tables and footnotes as GitHub has them. A picture is told there by its alternative text and its table."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from actormap.output import markdown
from actormap.output.document.layout import Piece, lay_out
from actormap.output.document.publication import Publication
from actormap.output.templates import environment

if TYPE_CHECKING:
    from jinja2 import Environment

_MORE_SIGNS = re.compile(r"([&~$])")
_BREAKS = re.compile(r"[ \t\r\n]+")  # no space that holds a number together is one
_UNSAFE = re.compile(r"[<>\s\\]")  # in an address
_BEGINNING = re.compile(r"(\d{1,9})([.)])|([-+=])")  # what at the beginning of a line makes a list or a heading of it


def write(publication: Publication) -> bytes:
    """Return a document in Markdown."""
    laid_out = lay_out(publication)
    text: str = _environment().get_template("document.md").render(doc=publication, a=laid_out, t=laid_out.texts)
    return (re.sub(r"\n{3,}", "\n\n", text).strip("\n") + "\n").encode()


def _said(words: str) -> str:
    return _MORE_SIGNS.sub(r"\\\1", markdown.escape(_BREAKS.sub(" ", words)))


def _line(pieces: tuple[Piece, ...]) -> str:
    said = "".join(_piece(each) for each in pieces).strip()
    found = _BEGINNING.match(said)
    if not found:
        return said
    return f"{found[1]}\\{said[len(found[1]) :]}" if found[1] else f"\\{said}"


def _piece(piece: Piece) -> str:
    match piece.kind:
        case "strong":
            return f"**{_said(piece.words).strip()}**" if piece.words.strip() else ""
        case "link":
            return f"[{_said(piece.words)}](<{_UNSAFE.sub(_percent, piece.address)}>)"
        case "note":
            return f"[^{piece.number}]"
    return _said(piece.words)


def _percent(found: re.Match[str]) -> str:
    return f"%{ord(found[0]):02X}"


@cache
def _environment() -> Environment:
    return environment("actormap.output.document", autoescape=False, md=_said, line=_line)
