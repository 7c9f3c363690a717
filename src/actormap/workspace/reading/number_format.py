"""What a workbook's number format adds to a number that the cell does not hold: a unit, a scale, leading zeros, a percent sign."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)(?:-[^\]]*)?\]|\[[^\]]*\]|[_*].|(General|Standard)|([^\W\d_]+|[€$£¥])|(.)', re.DOTALL)
_EXPONENT = ("e", "E")


class Form(NamedTuple):
    """How a number is shown: with which unit, divided by what, padded to how many digits, and whether in per cent."""

    unit: str
    divisor: int
    digits: int
    percent: bool


PLAIN = Form("", 1, 0, percent=False)


@lru_cache(maxsize=1_000)
def form(number_format: str) -> Form:
    """Return what the format of a positive number adds: `#,##0, "tkr"` divides by 1000 and writes tkr, `000` pads to three digits."""
    words: list[str] = []
    marks = ""
    for match in _TOKEN.finditer(number_format):
        quoted, escaped, currency, general, bare, mark = match.groups()
        if mark == ";":  # what follows is for negative numbers, for zero and for text
            break
        if bare in _EXPONENT or general:
            continue
        words.append(quoted or escaped or currency or bare or " ")
        marks += mark or ""
    scale = re.search(r"[0#?](,+)[^0#?]*$", marks)
    padded = re.fullmatch(r"0{2,}", marks.strip())
    return Form(
        unit=" ".join("".join(words).split()),
        divisor=1000 ** len(scale[1]) if scale else 1,
        digits=len(padded[0]) if padded else 0,
        percent="%" in marks,
    )
