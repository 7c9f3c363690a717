"""Personal data that has strayed into a table: e-mail addresses, Swedish telephone numbers and personal identity numbers.

What is found is never repeated whole, so that a list of problems can be sent on.
"""

from __future__ import annotations

import re

from actormap.workspace.problems import Fault

_PATTERNS = {
    "email": r"[\w.+-]+@[\w-]+\.[\w.-]*\w",
    "personal_number": r"(?<![\w/=.-])(?:19|20)?\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+]\d{4}(?![\w-])",
    "telephone": (
        r"(?<![\w/=.+-])(?:(?:\+|00)46[\s-]?(?:\(0\)[\s-]?)?[1-9]\d{0,2}(?:[\s-]?\d){5,8}"
        r"|07[02369](?:[\s-]?\d){7}|\(?0[1-9]\d{0,2}\)?[-\s/]{1,3}\d{2,3}(?:[\s-]?\d{2,3}){1,3})(?![\w/-])"
    ),
}
_ANY = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()))
_RUN = re.compile(r"\d[\d\s()/-]{6,}\d")
_DATE = re.compile(r"\d{4}-\d\d-\d\d")
SHORTEST = 8  # figures in a Swedish telephone number, area code and all


def may_hold(text: str) -> bool:
    """Return whether a text, or several in one, is worth a closer look; most are not, and this is quick."""
    return "@" in text or any(not _DATE.fullmatch(run) for run in _RUN.findall(text))


def personal(text: str) -> Fault | None:
    """Return what personal data a text seems to hold, or None."""
    if may_hold(text):
        for match in _ANY.finditer(text):
            kind = match.lastgroup or ""
            if kind != "telephone" or sum(map(str.isdigit, match.group())) >= SHORTEST:
                return Fault(kind)
    return None


def veiled(text: str) -> str:
    """Return a text with what identifies somebody in it left out."""
    return _ANY.sub("…", text)
