"""Numbers as a person compares them: in two significant digits, and never rounded to a certainty they do not have."""

from __future__ import annotations

from math import floor, isfinite, log10
from typing import Any

from actormap.output.cells import DECIMALS, LEAST_P, Writer
from actormap.output.screen.roles import SHARES

DIGITS, DECIMALS_AT_MOST = 2, 4


def cell(writer: Writer, column: str, value: Any) -> str:
    """Return a cell as text, a fraction in two significant digits; a share that is not whole is not rounded to 1."""
    if not isinstance(value, float) or not value or not isfinite(value) or column in DECIMALS or (column == "p" and value < LEAST_P):
        return writer.cell(column, value)
    decimals = min(max(0, DIGITS - 1 - floor(log10(abs(value)))), DECIMALS_AT_MOST)
    if column in SHARES and value < 1 <= round(value, decimals):
        return f"> {writer.texts.number(1 - 10**-DIGITS, DIGITS)}"
    return writer.texts.number(value, decimals)
