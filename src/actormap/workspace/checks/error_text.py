"""An error value of a spreadsheet as text: #SAKNAS!, #REF!, Err:502, the hashes of a narrow column, and what is not loaded yet."""

from __future__ import annotations

import re

from actormap.workspace.problems import Fault

_ERROR = re.compile(
    r"(?:(?:Error|Fel):\s*)?(?:#[^\W\d_][^\s#]{1,15}[!?](?:\$?[A-Z]{1,3}\$?\d+)?|#(?:N/[AVD]|SAKNAS|I/T|NV|GETTING_DATA|HÄMTAR_DATA)!?)|#{3,}"
    r"|(?:Err|Fel):\d{3}|Loading ?(?:\.{3}|…)|Läser in ?(?:\.{3}|…)"
)


def look(text: str) -> Fault | None:
    """Return what is wrong if a text is an error value, in whatever language."""
    return Fault("error_as_text") if text[:1] in "#EFL" and _ERROR.fullmatch(text) else None
