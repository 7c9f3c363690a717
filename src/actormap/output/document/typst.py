"""Typst, which sets documents as PDF and draws pictures of vectors as PNG. Nothing is fetched, and its own fonts come first."""

from __future__ import annotations

import re
from tempfile import TemporaryDirectory
from typing import Any

from actormap.errors import InputError, InvalidDocument

_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed', re.DOTALL)
_SEARCHED = re.compile(r" \(searched at [^)]*\)")
_ESCAPE = re.compile(r"\\u\{([0-9a-f]+)\}")
_UNKNOWN = "\ufffd"
_DOTS = 192  # to the inch, for a picture as wide as the text of a page


def pdf(source: str, data: str, moment: int) -> bytes:
    """Return a PDF/UA-1 of a source, given data as JSON; `moment` is the time that it says it was made, in seconds since 1970.

    A letter that the fonts of typst lack is taken from the computer's; if they lack it too, the sign of an unknown letter stands there.
    Raises `InvalidDocument` if what typst says of the source or of the data is an error, `InputError` if typst is not installed.
    """
    library = _library()
    for bare in (True, False):
        try:
            return compiled(source, {"data": data}, bare=bare, format="pdf", pdf_standards="ua-1", timestamp=moment)
        except library.TypstError as error:
            unshown = _unshown(str(error.diagnostic))
            if not unshown:
                raise InvalidDocument(f"The document cannot be set as PDF; typst says: {_said(error.message)}.", hint=_HINT) from error
    try:
        known = "".join(_UNKNOWN if letter in unshown else letter for letter in data)
        return compiled(source, {"data": known}, bare=False, format="pdf", pdf_standards="ua-1", timestamp=moment)
    except library.TypstError as error:
        raise InvalidDocument(f"The document cannot be set as PDF; typst says: {_said(error.message)}.", hint=_HINT) from error


def png(source: str, svg: str, width: float) -> bytes:
    """Return a picture of vectors as PNG, `width` points wide.

    Raises `InputError` if typst is not installed, `InvalidDocument` if the picture cannot be read.
    """
    library = _library()
    try:
        return compiled(source, {"svg": svg, "width": str(width)}, bare=True, format="png", ppi=_DOTS)
    except library.TypstError as error:
        raise InvalidDocument(f"A picture cannot be drawn: {error.message}.") from error


_HINT = "If the workspace has a template of its own, mend it, or leave it out."


def _library() -> Any:
    try:
        import typst
    except ImportError as error:
        raise InputError(
            "PDF, and pictures in a Word document, take typst.", hint='Install it with: pip install "actormap[pdf]"'
        ) from error
    return typst


def compiled(source: str, inputs: dict[str, str], *, bare: bool, **options: Any) -> bytes:
    """Return what typst makes of a source and its inputs; a `bare` one knows the fonts of typst alone, and is the same everywhere."""
    # A template that is a workspace's own must not read what lies elsewhere: what it can reach is an empty folder.
    with TemporaryDirectory() as empty:
        compiler = _library().Compiler(source.encode(), root=empty, ignore_system_fonts=bare, sys_inputs=inputs)
        made: bytes = compiler.compile(**options)
    return made


def _said(message: str) -> str:
    """Return what typst says, without the folder that the document was set in."""
    return _SEARCHED.sub("", message)


def _unshown(diagnostic: str) -> set[str]:
    """Return the letters that no font had, of what typst says, where a rare letter may be told by its number."""
    told = "".join(_UNSHOWN.findall(diagnostic))
    return {letter for letter in _ESCAPE.sub(lambda found: chr(int(found[1], 16)), told) if not letter.isascii()}
