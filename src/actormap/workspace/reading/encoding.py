"""In which encoding a text file is: what it says itself, or else where å, ä and ö stand in words."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from actormap.workspace.problems import Fault

_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WORKBOOK = b"PK\x03\x04"
_WEB_PAGE = re.compile(r"(?i)\s*<(?:!doctype html|html|table|meta|head|body)\b")
_HEAD = 100_000
_END_OF_FILE = b"\x1a\x00"  # DOS wrote them after the last line
CP1252 = "cp1252"
# What programs have written Swedish in, the usual first: it is taken where nothing speaks for another.
_EIGHT_BITS = (CP1252, "cp850", "mac_roman")
CALLED = {
    "cp1252": "Windows-1252", "cp850": "DOS (cp850)", "mac_roman": "Mac Roman", "utf-8": "UTF-8", "utf-7": "UTF-7",
    "utf-16-le": "UTF-16", "utf-16-be": "UTF-16",
}  # fmt: skip
# "å", "ä", "ö", "é" and their capitals as UTF-7 writes them.
_SEVEN_BITS = re.compile(rb"(?<=\w)\+A(?:MQ|MU|NY|OQ|OU|PY|Ok)-|\+A(?:MQ|MU|NY|OQ|OU|PY|Ok)-(?=\w)")
_LETTERS = {**dict.fromkeys("åäöÅÄÖ", 1.0), **dict.fromkeys("éÉüÜèøØæÆáà", 0.5)}
_MARKED = re.compile(r"(.?)([^\x00-\x7f])(?=(.?))", re.DOTALL)
_LAST_LATIN = "\u024f"
_UTF_8, _LEFT = re.compile(r"[^\x00-\x7f\udc80-\udcff]"), re.compile(r"[\udc80-\udcff]")
_APOSTROPHE = "\u2019"
_SURROGATES = range(0xDC80, 0xDD00)


@dataclass(frozen=True, slots=True)
class DecodedText:
    """The text of a file. `encoding` is what it can be written in again, `guessed` what it was taken for where the file says nothing.

    `strange` are the numbers of the lines, from 0, that are in another encoding than the rest.
    """

    text: str
    encoding: str
    guessed: str | None = None
    strange: frozenset[int] = frozenset()


def decoded(data: bytes) -> DecodedText:
    """Return the text of a file; raise `Fault` if it is in no encoding that is read."""
    if data.startswith(_WORKBOOK):
        raise Fault("workbook_named_csv")
    result = _decoded(data)
    if _WEB_PAGE.match(result.text):
        raise Fault("web_page_named_csv")
    if "\x00" in result.text[:_HEAD].split("\n", 1)[0]:
        raise Fault("nul_characters")
    return result


def _decoded(data: bytes) -> DecodedText:
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _wide(data)
    if marked is None or marked == "utf-8-sig":
        data = data.rstrip(_END_OF_FILE)
    try:
        text = data.decode(marked or "utf-8")
    except UnicodeDecodeError:
        if marked and marked != "utf-8-sig":
            raise Fault("unknown_encoding") from None
        return _of_eight_bits(data.removeprefix(codecs.BOM_UTF8))
    if marked in ("utf-16-le", "utf-16-be"):
        return DecodedText(text, marked, guessed=marked)
    if marked is None and _SEVEN_BITS.search(data):
        try:
            return DecodedText(data.decode("utf-7"), "utf-8", guessed="utf-7")
        except UnicodeDecodeError:
            pass
    return DecodedText(text, marked or "utf-8")


def _wide(data: bytes) -> str | None:
    """Return which UTF-16 a file without a mark is in: every second byte of ordinary text is then nought."""
    head = data[:2000]
    odd, even = head[1::2].count(0), head[::2].count(0)
    if len(head) < 20 or max(odd, even) < len(head) * 0.3 or min(odd, even) > len(head) * 0.05:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _of_eight_bits(data: bytes) -> DecodedText:
    loose = data.decode("utf-8", "surrogateescape")
    whole = _UTF_8.findall(loose)
    # Where some letters are UTF-8 and make sense, the rest is a row that has come from elsewhere.
    if whole and sum(letter in _LETTERS or 0x2010 <= ord(letter) <= 0x20AC for letter in whole) * 2 >= len(whole):
        foreign = re.findall(r"[^\r\n]*[\udc80-\udcff][^\r\n]*", loose)
        best = _likeliest(b"\n".join(line.encode("utf-8", "surrogateescape") for line in foreign))
        table = {code: bytes([code - 0xDC00]).decode(best, "replace") for code in _SURROGATES}
        lines = list(enumerate(_lines(loose)))
        other = frozenset(number for number, line in lines if _LEFT.search(line))
        ours = frozenset(number for number, line in lines if _UTF_8.search(line))
        # Told are the few: one row of UTF-8 among many of Windows-1252 is the one that has come from elsewhere.
        guessed, strange = ("utf-8", ours) if len(ours) < len(other) else (best, other)
        return DecodedText(loose.translate(table), "utf-8", guessed=guessed, strange=strange)
    best = _likeliest(data)
    if best != CP1252 and _likeness(data.decode(best, "replace")) <= 0:
        raise Fault("unknown_encoding")  # no letters, whatever they are taken for
    try:
        return DecodedText(data.decode(best), best, guessed=None if best == CP1252 else best)
    except UnicodeDecodeError:
        raise Fault("unknown_encoding") from None


def _lines(text: str) -> list[str]:
    return re.split(r"\r\n|\r|\n", text)


def _likeliest(data: bytes) -> str:
    """Return the encoding in which most of the marked letters are ours and stand in words."""
    return max(_EIGHT_BITS, key=lambda name: _likeness(data.decode(name, "replace")))


def _likeness(text: str) -> float:
    return sum(_fits(*match.groups()) for match in _MARKED.finditer(text[: _HEAD * 10]))


def _fits(before: str, letter: str, after: str) -> float:
    inside = before.isalpha() and after.isalpha()
    if letter == "\ufffd":
        return -2
    if letter.isalpha() and letter > _LAST_LATIN:
        return -1
    if not letter.isalpha():
        return -1 if inside and letter != _APOSTROPHE else 0
    if letter.isupper() and before.islower():
        return -1
    return _LETTERS.get(letter, 0) if any(_is_ours(each) for each in (before, after)) else 0


def _is_ours(letter: str) -> bool:
    return (letter.isascii() and letter.isalpha()) or _LETTERS.get(letter) == 1
