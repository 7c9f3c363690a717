"""An error value of a spreadsheet as text: #SAKNAS!, #REF!, Err:502, and the hashes of a column that is too narrow."""

from __future__ import annotations

import re

from actormap.workspace.problems import Fault

_ERROR = re.compile(r"#[^\W\d_][^\s#]{1,15}[!?]|#(?:N/A|SAKNAS|I/T|NV|GETTING_DATA|HÄMTAR_DATA)!?|#{3,}|(?:Err|Fel):\d{3}")


def look(text: str) -> Fault | None:
    """Return what is wrong if a text is an error value, in whatever language."""
    return Fault("error_as_text") if text[:1] in "#EF" and _ERROR.fullmatch(text) else None
