"""A cell of text looked at before it is read: what is not seen is taken away, and what only stands in place of a value is no value."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from actormap.workspace.checks import error_text, formula_text, month_text, placeholder, shortened, unseen
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading import cells

_LOOKS = (
    ("error_text", error_text.look, False),
    ("formula_text", formula_text.look, False),
    ("shortened", shortened.look, True),
    ("month_text", month_text.look, True),
)
_GUARD = "'"
_LONGEST_WORD = 20


def plain(cell: str) -> str | None:
    """Return what a cell says if a glance shows that it is text like any other, or None if it needs a closer look."""
    if len(cell) > _LONGEST_WORD:
        return cells.clean(cell) if cell[0].isalpha() and not unseen.may_hold(cell) else None
    return _short(cell)


@lru_cache(maxsize=50_000)  # roles, places and shares come again and again
def _short(cell: str) -> str | None:
    value = cells.clean(cell)
    odd = value in placeholder.PLAIN or placeholder.may_be(value) or any(look(value) for _, look, _ in _LOOKS)
    return None if odd or unseen.may_hold(value) else value


@dataclass(frozen=True, slots=True)
class Inspection:
    """Looks at the cells of one file. Without `placeholders` a word for nothing is a word: which column it stands in is not known yet."""

    file: str
    findings: Findings
    placeholders: bool = True

    def text(self, number: int, column: str, cell: str, *, textual: bool) -> tuple[str, bool]:
        """Return what a cell says, empty if nothing, and whether the row can be kept; `textual` is a column whose cells stay text."""
        value, kept = cells.clean(cell), True
        if unseen.may_hold(value) and self.findings.is_on("unseen"):
            value, kept = self._seen(number, column, value)
        if value:
            if self.placeholders and self.findings.is_on("placeholder") and (said := placeholder.look(value, column)):
                kept &= self.findings.check("placeholder", self.file, number, column, value, said)
                return "", kept
            for name, look, only_text in _LOOKS:
                if (textual or not only_text) and not cell.startswith(_GUARD) and (fault := look(value)):
                    kept &= self.findings.check(name, self.file, number, column, value, fault)
        return value, kept

    def _seen(self, number: int, column: str, value: str) -> tuple[str, bool]:
        mended = cells.clean(unseen.without(value))
        if mended == value:
            return value, True
        return mended, self.findings.check("unseen", self.file, number, column, value, Fault("unseen_characters"))
