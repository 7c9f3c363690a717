"""One value that a page gives, with where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class PageField:
    """A value with where it stands: the label, the text as it is on the page, the number of its line, and how sure the reading is.

    `value` is None if the page leaves it empty or what stands there cannot be read; `raw` is then empty or that text.
    """

    label: str
    raw: str
    line: int
    value: Any
    confidence: float

    def plain(self) -> dict[str, Any]:
        """Return it as plain data."""
        return {name: getattr(self, name) for name in self.__slots__}
