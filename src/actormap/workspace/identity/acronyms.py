"""Which names an acronym may stand for: GR for Göteborgsregionen, VGR for Västra Götalandsregionen, SKR for Sveriges Kommuner och Regioner.

An acronym tells little: two organisations often share one. What is found here is asked, and nothing is concluded from it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from actormap import files

_ACRONYM = re.compile(r"(?:[A-ZÅÄÖ]\.?){2,7}")
_WITHIN = re.compile(r"[(\[]((?:[A-ZÅÄÖ]\.?){2,7})[)\]]")
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 10  # parts of a name
_SHORTEST = 3  # letters that stand before the second part of a compound


class Acronyms:
    """Finds the acronyms that names are or may have, by the beginnings of their words and of the parts of compound ones."""

    def __init__(self) -> None:
        table = files.table("workspace/identity/words.toml")
        self._silent = frozenset(table["silent"])
        self._tails = tuple(table["tails"])

    def is_one(self, name: str) -> str | None:
        """Return the letters of a name that is an acronym, None if it is none."""
        return name.replace(".", "") if _ACRONYM.fullmatch(name.strip()) else None

    def of(self, name: str) -> frozenset[str]:
        """Return the acronyms that a name may have, and those that it says itself: `Göteborgsregionen (GR)`."""
        said = {each.replace(".", "") for each in _WITHIN.findall(name)}
        words = _WORD.findall(_WITHIN.sub(" ", name).casefold())
        ways = [list(self._beginnings(word)) for word in words]
        if not 0 < len(ways) <= _LONGEST:
            return frozenset(said)
        made = {"".join(parts).upper() for parts in product(*ways)}
        return frozenset(each for each in made | said if len(each) > 1)

    def _beginnings(self, word: str) -> Iterator[str]:
        """Yield the letters that a word may give to an acronym: none if it is one such as `och`, two if it is a compound of two."""
        yield word[0]
        if word in self._silent:
            yield ""
        for tail in self._tails:
            place = word.find(tail, _SHORTEST)
            if place > 0:
                yield word[0] + word[place]
                return
