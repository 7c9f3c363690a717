"""One thousands mark taken for a decimal: `32,446` inhabitants, `1.500` kronor."""

from __future__ import annotations

import re
from typing import Any

from actormap.workspace.problems import Fault

_GAP = "\u0020\u00a0\u2007\u2009\u202f"
_THREE = re.compile(rf"(?<![\d.,])([1-9][\d{_GAP}]{{0,14}})[.,](\d{{3}})(?![\d.,eE])")
_NOT_DIGITS = re.compile(r"\D")


def look(raw: Any, value: Any, form: str) -> Fault | None:
    """Return what is wrong if exactly three digits follow the only mark of a sum or a count, and what was meant."""
    if isinstance(raw, str):
        match = _THREE.search(raw)
        # A weight may well be 2.125; but 1.500 is written by nobody who means one and a half.
        if match and (form != "number" or match[2].endswith("0")):
            return Fault("thousands", _NOT_DIGITS.sub("", match[0]))
        return None
    if form == "amount" and isinstance(value, float) and value >= 1 and _has_three_decimals(value):
        return Fault("thousands", str(round(value * 1000)))
    return None


def _has_three_decimals(value: float) -> bool:
    return round(value, 3) == value != round(value, 2)
