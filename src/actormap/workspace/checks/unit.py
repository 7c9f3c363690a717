"""A unit that is not the column's: thousands or millions of kronor, or another currency, beside a number or in its heading."""

from __future__ import annotations

import re
from typing import Any

from actormap.workspace.problems import Fault
from actormap.workspace.reading.cells import FOREIGN, FormattedNumber

_WORDS = re.compile(r"[^\W\d_]+")
_THOUSAND = ("tkr", "kkr", "tsek", "ksek", "tusen", "tusental", "tusentals", "thousand", "thousands")
_MILLION = ("mkr", "mnkr", "msek", "mn", "milj", "miljon", "miljoner", "million", "millions")
_BILLION = ("mdkr", "mdr", "md", "miljard", "miljarder", "bn", "billion", "billions")
_FACTORS = dict.fromkeys(_THOUSAND, 10**3) | dict.fromkeys(_MILLION, 10**6) | dict.fromkeys(_BILLION, 10**9)
_LETTERS = {"k": 10**3, "t": 10**3, "m": 10**6}
_NOUGHTS = re.compile(r"[ .,]?000(?:[ .,]?000)*(?: ?(?:kr|sek|kronor|st|personer))?", re.IGNORECASE)
_ZEROS = re.compile(r"(?<!\d)1?[ .,]?000(?![\d])")


def look(raw: Any, value: Any, form: str) -> Fault | None:  # noqa: ARG001  (called as every look at a cell is)
    """Return what is wrong if the number format of a cell writes a unit that its number is not in, and the number that is meant."""
    if not isinstance(raw, FormattedNumber) or not raw.unit:
        return None
    if foreign := _foreign(raw.unit):
        return Fault("unit_foreign", unit=foreign)
    factor = _factor(raw.unit, _FACTORS | _LETTERS)
    if factor in (raw.divisor, 1):
        return None
    meant = float(raw) / raw.divisor * factor
    return Fault("unit_scaled", str(int(meant) if meant.is_integer() else meant), unit=raw.unit)


def in_heading(title: str) -> Fault | None:
    """Return what is wrong if the heading of a column of numbers names a unit that the column is not in."""
    if foreign := _foreign(title.replace("_", " ")):
        return Fault("heading_foreign", unit=foreign)
    factor = _factor(title, _FACTORS)
    if factor == 1 and _ZEROS.search(title):
        factor = 1_000
    return None if factor == 1 else Fault("heading_scaled", unit=title, n=factor)


def _foreign(text: str) -> str | None:
    match = FOREIGN.search(text)
    return match[0] if match else None


def _factor(text: str, factors: dict[str, int]) -> int:
    # Noughts that the format writes after the number are a part of it to whoever reads the sheet.
    noughts = _NOUGHTS.fullmatch(text)
    if noughts:
        return int(10 ** text.count("0"))
    return next((factors[word] for word in _WORDS.findall(text.casefold().replace("_", " ")) if word in factors), 1)
