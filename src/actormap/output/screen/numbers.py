"""Numbers as a person compares them: in two significant digits, and never rounded to a certainty they do not have."""

from __future__ import annotations

from dataclasses import replace
from math import floor, isfinite, log10
from typing import Any

from actormap.i18n import Texts
from actormap.output.cells import Writer
from actormap.output.screen.roles import SHARES

DIGITS, DECIMALS_AT_MOST = 2, 4
USUAL = 3  # decimals that a number has where nobody says how many


class Significant(Texts):
    """A catalogue that writes fractions in two significant digits, where nothing else is said of their decimals."""

    __slots__ = ()

    def number(self, value: Any, decimals: int = USUAL) -> str:
        """Return a number as the language writes it, None as a dash, anything else as its text."""
        if decimals == USUAL and isinstance(value, float) and value and isfinite(value):
            return super().number(value, _decimals(value))
        return super().number(value, decimals)


def rounded(writer: Writer) -> Writer:
    """Return a writer of cells, sentences and figures with numbers in two significant digits."""
    return replace(writer, texts=Significant(writer.texts.lang, writer.texts.entries))


def cell(writer: Writer, column: str, value: Any) -> str:
    """Return a cell as text; a share that is not whole is not rounded to 1."""
    if column in SHARES and isinstance(value, float) and 0 < value < 1 <= round(value, _decimals(value)):
        return f"> {writer.texts.number(1 - 10**-DIGITS, DIGITS)}"
    return writer.cell(column, value)


def _decimals(value: float) -> int:
    return min(max(0, DIGITS - 1 - floor(log10(abs(value)))), DECIMALS_AT_MOST)
