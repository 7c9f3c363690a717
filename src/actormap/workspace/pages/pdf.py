"""The text of a page that was printed to PDF, line by line as it stands on the paper."""

from __future__ import annotations

from itertools import pairwise
from typing import Any, NamedTuple

from actormap.errors import InputError
from actormap.workspace.pages import paper

_MOST_JUMPS = 3


class Letter(NamedTuple):
    """A letter of a sheet and where it stands; `new` is whether the library has a new line before it."""

    sign: str
    left: float
    right: float
    middle: float
    height: float
    new: bool


def text_of(name: str, data: bytes) -> str:
    """Return the text of all its pages; raise `InputError` if it is damaged, locked, or holds pictures instead of text."""
    try:
        import pypdfium2
    except ImportError as error:
        raise InputError("Reading PDF needs pypdfium2.", hint='Install it with: pip install "actormap[pages]"') from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError(
            f"{name} is no PDF that can be opened.", hint="It may be damaged or have a password; save the page anew."
        ) from error
    try:
        sheets = [_text(document[number]).splitlines() for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{name} has a page that cannot be read.", hint="Save the page anew.") from error
    finally:
        document.close()
    text = "\n".join(line for sheet in paper.without_edges(sheets) for line in sheet)
    if not text.strip():
        raise InputError(f"{name} holds no text, only pictures.", hint="Save the page as text or HTML instead.")
    # The sign that the library puts for a hyphen at the end of a line.
    return text.replace("\ufffe", "-").replace("\x02", "-")


def _text(page: Any) -> str:
    textpage = page.get_textpage()
    try:
        letters = _letters(textpage)
        # On a narrow page the library takes letters that stand below each other for a line.
        return _lines(letters) if _jumps(letters) > _MOST_JUMPS else str(textpage.get_text_bounded())
    finally:
        textpage.close()
        page.close()


def _letters(textpage: Any) -> list[Letter]:
    """Return the letters of a sheet in the order in which they were set, and whether the library has a new line before each."""
    from pypdfium2 import raw

    found: list[Letter] = []
    new = False
    for at in range(textpage.count_chars()):
        sign = chr(raw.FPDFText_GetUnicode(textpage.raw, at))
        if raw.FPDFText_IsGenerated(textpage.raw, at) == 1:
            new = new or sign in "\r\n"
            continue
        left, bottom, right, top = textpage.get_charbox(at, loose=True)
        found.append(Letter(sign, left, right, (top + bottom) / 2, top - bottom, new))
        new = False
    return found


def _is_below(before: Letter, letter: Letter) -> bool:
    return abs(before.middle - letter.middle) > 0.6 * max(before.height, letter.height, 1)


def _jumps(letters: list[Letter]) -> int:
    """Return how often a letter stands on another line than the one before, although the library has them on one."""
    return sum(not letter.new and _is_below(before, letter) for before, letter in pairwise(letters))


def _lines(letters: list[Letter]) -> str:
    parts = [letters[0].sign]
    for before, letter in pairwise(letters):
        if _is_below(before, letter):
            parts.append("\n")
        elif letter.left - before.right > 0.15 * letter.height and not before.sign.isspace() and not letter.sign.isspace():
            parts.append(" ")
        parts.append(letter.sign)
    return "".join(parts)
