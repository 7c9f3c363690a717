"""Characters that are not seen: those that a terminal obeys, those of no width, blank letters, those that turn a line."""

from __future__ import annotations

import re

_COMMANDS = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|_x00(?:0[0-8BCEFbcef]|1[0-9A-Fa-f]|7[Ff])_")
_UNSEEN = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
# Letters, marks and signs by their kind, which show nothing all the same; what chooses between two looks of a sign has none after a letter.
_BLANK = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2800\u3164\uffa0\U000e0000-\U000e0fff]|(?<=[^\\W\\d_])[\ufe00-\ufe0f]")
_JOINER = "\u200d"
_JOINED = "(?<=[\u2190-\U0001faff\ufe0f])\u200d(?=[\u2190-\U0001faff])"  # what makes one picture of several; takes long to compile


def may_hold(text: str) -> bool:
    """Return whether a text may hold any, so that it needs a closer look."""
    return not text.isprintable() or (not text.isascii() and _BLANK.search(text) is not None)


def without(text: str) -> str:
    """Return a text without what is not seen; line breaks and tabs stay, and pictures stay whole."""
    if "\x00" in text:
        return text
    kept = re.sub(_JOINED, "\x00", text) if _JOINER in text else text
    return _UNSEEN.sub(_in_its_place, _BLANK.sub("", _COMMANDS.sub("", kept))).replace("\x00", _JOINER)


def _in_its_place(match: re.Match[str]) -> str:
    # Text of Windows that was taken for Latin-1 has its dashes and quotation marks among the signs that nobody sees.
    code = ord(match[0])
    if code in (0x2028, 0x2029, 0x85):
        return "\n"
    return bytes([code]).decode("cp1252", "ignore") if 0x80 <= code <= 0x9F else ""
