"""What two spellings of an organisation's name have in common, and what tells two organisations with like names apart.

Letters keep their marks: Håbo and Habo are two municipalities.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from actormap import files
from actormap.model import places as sweden_places
from actormap.workspace.identity.likeness import Nearest
from actormap.workspace.reading.fuzzy import squeeze

_WORDS = "workspace/identity/words.toml"
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = re.compile("['\u2019\u00b4`]")
_JOINED = re.compile(r"(\w{2})(?=kommun(?:en|s|ens)?\b)")  # "Avestakommun"
SHORTEST = 3  # of the words that lose a final -s
MISSPELT = 0.75  # the least likeness of a word and the place it is taken for


@dataclass(frozen=True, slots=True)
class ComparableName:
    """A name ready to be compared.

    `squeezed` is it without case, hyphens and spaces, `joined` what is left of that without words such as AB; `plain` its words, `ordered`
    those in alphabetical order, and `key` those that say something, without the -s of a genitive. `exact` are its places, points of the
    compass and figures, and `apart` those and the places that its words seem to be slips of.
    """

    spoken: str
    squeezed: str
    joined: str
    plain: str
    ordered: str
    key: tuple[str, ...]
    exact: frozenset[str]
    apart: frozenset[str]


class NameReader:
    """Makes names comparable; it knows the places of Sweden and those that it is given, also where they are slightly misspelt."""

    def __init__(self, places: Iterable[str] = ()) -> None:
        table = files.table(_WORDS)
        self._generic, self._apart = (frozenset(map(_bare, table[name])) for name in ("generic", "apart"))
        # Each name with one that the other lacks: never one actor, as Håbo and Habo are not.
        sweden = (*(each.name for each in sweden_places.municipalities()), *sweden_places.counties().values())
        self._places = {self.place(name) for name in (*sweden, *places)} - {frozenset()}
        self._nearest = Nearest({word for place in self._places for word in place}, MISSPELT)
        self._having: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
        for each in self._places:
            self._having[min(each)].append(each)

    def read(self, spoken: str) -> ComparableName:
        """Return a name as it is compared."""
        words = _words(spoken)
        bare = [_bare(word) for word in words]
        key = tuple(sorted({word for word in bare if word not in self._generic}))
        apart = self._told_by(frozenset(self._meant(word) for word in bare))
        # In "Lilla Edt" the word lilla is a part of a misspelt place, and tells nobody apart by itself.
        within = {word for place in apart if " " in place for word in place.split()}
        exact = self._told_by(frozenset(bare)) - within
        joined = "".join(word for word in bare if word not in self._generic)
        return ComparableName(spoken, squeeze(spoken), joined, " ".join(words), " ".join(sorted(words)), key, exact, exact | apart)

    def place(self, name: str) -> frozenset[str]:
        """Return the words of a place's name, as they are looked for in other names."""
        return frozenset(word for word in map(_bare, _words(name)) if word not in self._generic and word != "län")

    def _meant(self, word: str) -> str:
        return word if word in self._generic or word in self._apart else self._nearest.to(word) or word

    def _told_by(self, meant: frozenset[str]) -> frozenset[str]:
        here = [place for word in meant for place in self._having.get(word, ()) if place <= meant]
        within = {word for place in here for word in place}
        telling = {word for word in meant - within if word in self._apart or not word.isalpha()}
        return frozenset(telling | {" ".join(sorted(place)) for place in here})


def slips_apart(one: ComparableName, other: ComparableName) -> bool:
    """Return whether one of two names has a place, a point of the compass or a figure that the other has not even misspelt."""
    return not (one.exact <= other.apart and other.exact <= one.apart)


def told_apart(one: frozenset[str], other: frozenset[str]) -> bool:
    """Return whether each of two has a place, a point of the compass or a figure that the other lacks."""
    return bool(one - other) and bool(other - one)


def _words(text: str) -> list[str]:
    return _WORD.findall(_JOINED.sub(r"\1 ", _APOSTROPHE.sub("", unicodedata.normalize("NFKC", text).casefold())))


def _bare(word: str) -> str:
    return word[:-1] if len(word) >= SHORTEST and word.endswith("s") and not word.endswith("ss") else word
