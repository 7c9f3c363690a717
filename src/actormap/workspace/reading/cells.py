"""One cell read as what its column holds, spelt as Excel in Sweden spells it. Each reader returns the value or raises `Fault`.

A cell is text (from CSV, already stripped) or whatever a workbook holds. Empty cells never come here: they are unknown.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from actormap.workspace.problems import Fault
from actormap.workspace.reading import calendar

Number = int | float

# Every space that Unicode has, and the characters of no width that copying from web pages leaves behind.
_EDGES = "".join(map(chr, (*range(0x09, 0x0E), *range(0x1C, 0x21), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200C)))) + (
    "\u2028\u2029\u202f\u205f\u2060\u3000\ufeff"
)
_GUARDED = re.compile(r"'+[=+\-@]")
_FORMULA = re.compile(r"'*[=+\-@]")
_PLAIN = re.compile(r"-?(?:\d{1,15}(?:\.\d+)?|\.\d+)")
_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f]+")
_NUMBER = re.compile(r"[-+]?(?:\d{1,3}(?: \d{3})+|\d+)?(?:[.,]\d+)?(?:[eE][-+]?\d{1,3})?")
_GROUPED = re.compile(r"(\d{1,3}(?:([.,'\u2019])\d{3})(?:\2\d{3})*)([.,]\d{1,2})?")
_MULTIPLES = re.compile(
    r"(\d[\d ]*(?:[.,]\d+)?) ?(?:(t ?kr|kkr|k|t ?sek|ksek|tusen)|(mkr|mnkr|msek|mn|m|milj|miljon(?:er)?))\.?(?: ?(?:kr|kronor|sek))?"
)
FOREIGN = re.compile(r"(?i)[€$£¥]|(?<![a-zåäö])(?:eur|euros?|usd|nok|dkk|gbp|chf|isk|nkr|dkr|dollar)(?![a-zåäö])")


class Percentage(float):
    """A number that the workbook shows as a percentage: 0.5 that reads 50 %."""


class FormattedNumber(float):
    """A number that the workbook shows otherwise than it holds it.

    `unit` is what the format writes beside it, `divisor` what it divides by first, `padded` the text with its leading zeros, `days` what
    makes a serial number count from 1900.
    """

    __slots__ = ("days", "divisor", "padded", "unit")
    days: int
    divisor: int
    padded: str | None
    unit: str

    def __str__(self) -> str:
        """Return the number as the sheet shows it, as far as that is known."""
        return " ".join(part for part in (self.padded or str(_tidy(float(self) / self.divisor)), self.unit) if part)

    @classmethod
    def of(cls, number: float, *, unit: str = "", divisor: int = 1, padded: str | None = None, days: int = 0) -> FormattedNumber:
        """Return a number with what is known of how it is shown."""
        made = cls(number)
        made.unit, made.divisor, made.padded, made.days = unit, divisor, padded, days
        return made


class DateCell(str):
    """A date that the workbook holds as a date, written as precisely as the sheet shows it; `day` is the whole of it."""

    __slots__ = ("day",)
    day: str

    @classmethod
    def of(cls, shown: str, day: str) -> DateCell:
        """Return a date as it is shown, with the day that the cell holds."""
        made = cls(shown)
        made.day = day
        return made


class ErrorCell(str):
    """An Excel error such as #REF! in place of a value."""

    __slots__ = ()


class UncalculatedCell(str):
    """A formula whose value nobody has calculated, so that the file holds none."""

    __slots__ = ()


def clean(cell: str) -> str:
    """Return a text cell without stray space round it and without a guard, its line breaks and composed letters written one way."""
    cell = cell.strip(_EDGES)
    if not cell.isascii():
        cell = unicodedata.normalize("NFC", cell)
    if "\r" in cell:
        cell = cell.replace("\r\n", "\n").replace("\r", "\n")
    return cell[1:] if cell[:1] == "'" and _GUARDED.match(cell) else cell


def guarded(text: str) -> str:
    """Return text that no spreadsheet takes for a formula: an apostrophe goes before =, +, - and @; `clean` takes it away again."""
    return f"'{text}" if _FORMULA.match(text) else text


def text(value: Any) -> str:
    """Return a cell as text; numbers as they are written without thousands marks."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Percentage):
        return f"{_tidy(round(value * 100, 10))} %"
    if isinstance(value, FormattedNumber) and value.padded is not None:
        return value.padded
    return str(_tidy(value)) if isinstance(value, int | float) else str(value)


def names(value: Any) -> tuple[str, ...]:
    """Return the names of a cell that holds several, with `|` between; each once, in their order."""
    return tuple(dict.fromkeys(name for part in text(value).split("|") if (name := part.strip())))


def code(value: Any) -> str:
    """Return Statistics Sweden's four digits; a leading zero that Excel took away is put back."""
    digits = text(value).removesuffix(".0")  # pandas and R write so where a column has gaps
    if not (digits.isascii() and digits.isdigit() and 3 <= len(digits) <= 4):
        raise Fault("not_a_code")
    return digits.zfill(4)


def date(value: Any) -> str:
    """Return a date as `2014`, `2014-06` or `2014-06-01`, as precise as it was given; a time of day is left out."""
    if isinstance(value, FormattedNumber) and value.days and value >= calendar.FIRST_SERIAL - value.days:
        value = float(value) + value.days
    return calendar.read(text(value))


def quantity(
    *,
    units: str = "",
    least: float | None = None,
    most: float | None = None,
    whole: bool = False,
    percent: str = "",
) -> Callable[[Any], Number]:
    """Return the reader of a number within bounds.

    `units` are the words, with `|` between, that may stand before or after it. `percent` says what a percent sign does: nothing ("keep":
    the column is in per cent), divides by a hundred ("share"), or is a fault (""). A workbook's percentage is read the same way.
    """
    unit = re.compile(rf"(?i)(?:(?:{units})\b\.? ?)?(.*?)(?:(?<![a-z])(?:{units})\.?)?") if units else None

    @lru_cache(maxsize=10_000, typed=True)
    def read(value: Any) -> Number:
        number = _number(value, unit, percent)
        if whole and not isinstance(number, int):
            raise Fault("not_whole", str(round(number)))
        if (least is not None and number < least) or (most is not None and number > most):
            raise _out_of_range(number, least, most)
        return number

    return read


def _out_of_range(number: Number, least: float | None, most: float | None) -> Fault:
    if most is None:
        return Fault("negative") if least == 0 else Fault("too_small", least=least)
    per_cent = most == 1 and 10 <= number <= 100
    return Fault("out_of_range", str(number / 100) if per_cent else None, least=least, most=most)


def _number(value: Any, unit: re.Pattern[str] | None, percent: str) -> Number:
    if isinstance(value, str):
        if _PLAIN.fullmatch(value):  # the common form, without the price of a locale
            return _tidy(float(value)) if "." in value else int(value)
        return _spelt(value, unit, percent)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Fault("not_a_number")
    if isinstance(value, Percentage) and percent == "keep":
        value = round(value * 100, 10)
    return _tidy(float(value)) if isinstance(value, float) else value


def _spelt(value: str, unit: re.Pattern[str] | None, percent: str) -> Number:
    from babel.numbers import NumberFormatError, parse_decimal

    bare = _SPACES.sub(" ", value).replace("\u2212", "-").strip()
    if unit and (match := unit.fullmatch(bare)):
        bare = match.group(1).strip()
    share = percent == "share" and bare.endswith("%")
    if percent and bare.endswith("%"):
        bare = bare[:-1].strip()
    if not (any(map(str.isdigit, bare)) and bare.isascii() and _NUMBER.fullmatch(bare)):
        if (foreign := FOREIGN.search(bare)) and any(map(str.isdigit, bare)):
            raise Fault("unit_foreign", unit=foreign[0])
        raise Fault("not_a_number", _as_digits(bare))
    try:
        number = float(parse_decimal(bare.replace(" ", "\u00a0"), locale="sv") / (100 if share else 1))
    except NumberFormatError:
        raise Fault("not_a_number") from None
    if not math.isfinite(number):
        raise Fault("not_a_number")
    return _tidy(number)


def _as_digits(bare: str) -> str | None:
    grouped = _GROUPED.fullmatch(bare)
    if grouped and (grouped[3] or "")[:1] != grouped[2]:
        return re.sub(r"\D", "", grouped[1]) + (grouped[3] or "").replace(",", ".")
    if match := _MULTIPLES.fullmatch(bare.lower()):
        number = float(match[1].replace(" ", "").replace(",", "."))
        return str(_tidy(round(number * (1_000 if match[2] else 1_000_000), 2)))
    return None


def _tidy(number: Number) -> Number:
    return int(number) if isinstance(number, float) and number.is_integer() else number
