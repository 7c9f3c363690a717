"""The lines of a page, whatever file it was saved as: text, HTML or PDF."""

from __future__ import annotations

import codecs
import re
import unicodedata
from pathlib import Path

from actormap.errors import InputError
from actormap.workspace.pages import markdown, paper

_BREAK = re.compile("\r\n|[\r\n\u2028\u2029\x0b\x0c]")
# Characters of no width, which copying leaves behind; a soft hyphen is only seen where a word is broken.
_UNSEEN = re.compile("[\x00\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e]")
_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|div|table|dl|p|meta)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
MOST = 50_000_000  # bytes of a page


def lines_of(name: str, data: bytes) -> tuple[str, ...]:
    """Return the lines of a page, without their ends.

    Raises `InputError` if the file is no text, is too large, or needs a library that is not installed.
    """
    if len(data) > MOST:
        raise InputError(f"{name} is larger than {MOST // 1_000_000} MB, which no page is.", hint="Save the page alone.")
    if data.lstrip()[:5] == b"%PDF-":
        from actormap.workspace.pages import pdf

        return lines(pdf.text_of(name, data))
    if _HTML.search(data[:4_000]) or Path(name).suffix.lower() in (".html", ".htm", ".xhtml"):
        from actormap.workspace.pages import html

        return lines(html.text_of(decoded(name, data, said=_CHARSET.search(data[:4_000]))))
    return markdown.plain(lines(decoded(name, data)))


def lines(text: str) -> tuple[str, ...]:
    """Return the lines of a text, its letters composed, without characters of no width; what a print adds to sheets is empty."""
    return paper.bare(_BREAK.split(_UNSEEN.sub("", unicodedata.normalize("NFC", text))))


def decoded(name: str, data: bytes, said: re.Match[bytes] | None = None) -> str:
    """Return the text of a file in UTF-8, in UTF-16 with a mark, in what it says itself, or in Windows-1252."""
    marked = [encoding for mark, encoding in _MARKS if data.startswith(mark)]
    for encoding in marked or ["utf-8", *([said[1].decode("ascii", "ignore")] if said else []), "cp1252", "latin-1"]:
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if text[:4_000].count("\x00") == 0:
            return text
        break
    raise InputError(f"{name} is no text that can be read.", hint="Save the page as text (UTF-8), HTML or PDF.")
