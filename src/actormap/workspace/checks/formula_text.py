"""A formula as text in place of its value: =SUMMA(B2:B9)."""

from __future__ import annotations

import re

from actormap.workspace.problems import Fault

_CELL = r"\$?[A-Z]{1,3}\$?\d{1,7}"
_SHEET = r"(?:'[^']+'|\[[^\]]+\][\w.]*|[A-Za-zÅÄÖåäö_][\w.]*)!"
# A sign before a cell is a formula of Lotus, @ one before a function; braces stand round one of several cells.
_SIGNED = re.compile(rf"[+-]{_CELL}(?:[-+*/].*)?|@[A-ZÅÄÖ]+\(.*\)|\{{=.*\}}|=\s*[+-]?{_SHEET}{_CELL}.*", re.DOTALL)
_FORMULA = re.compile(
    r"=\s*[+-]?(?:[A-ZÅÄÖ][A-ZÅÄÖ0-9._]*\(.*\)|\$?[A-Z]{1,3}\$?\d+(?:[-+*/&^].*)?|\d+(?:[.,]\d+)?[-+*/^][\d.,()*/+^-]+)", re.DOTALL
)


def look(text: str) -> Fault | None:
    """Return what is wrong if a text is a formula; one that a guard stands before is meant as text and does not come here."""
    return Fault("formula_as_text") if text[:1] in "=+-@{" and (_FORMULA.fullmatch(text) or _SIGNED.fullmatch(text)) else None
