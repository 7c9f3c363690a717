"""How alike two texts are by the letters they share in order, and which of many texts are nearly alike.

The likeness is 2 L / (m + n), L being the length of the longest common subsequence of texts of m and n characters: what rapidfuzz calls
`ratio`, and of the words in alphabetical order `token_sort_ratio`. L is found by bits (Hyyrö 2004, "Bit-parallel LCS-length computation
revisited"). Pairs are found without comparing every text with every other: two texts that are nearly alike share one of their rarest
pairs of letters (the prefix filter of Chaudhuri, Ganti and Kaushik 2006), so none is missed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

NEAR = 0.9
Bits = dict[str, int]
Gram = tuple[str, int]
Progress = Callable[[int, int], None]
_STEP = 200  # texts between two times that it is told


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 (no letter in common) to 1 (equal)."""
    return _share(len(one), len(other), _common(_bits(one), len(one), other))


def changes(one: str, other: str) -> int:
    """Return how many letters must be taken away from one text and put in to make it the other."""
    return len(one) + len(other) - 2 * _common(_bits(one), len(one), other)


def near(texts: Sequence[str], progress: Progress | None = None) -> Iterator[tuple[int, int, float]]:
    """Yield the numbers of every two texts that differ and whose likeness is at least `NEAR`, the lower first, with their likeness.

    `progress` is told how many texts of how many have been compared with those before them.
    """
    grams = [_numbered(_pairs(text)) for text in texts]
    times = Counter(gram for each in grams for gram in each)
    rank = {gram: place for place, gram in enumerate(sorted(times, key=lambda gram: (times[gram], gram)))}
    having: list[list[int]] = [[] for _ in rank]
    letters = _masks(texts)
    for number, text in enumerate(texts):
        if progress and number % _STEP == 0:
            progress(number, len(texts))
        length, own, bits = len(text), letters[number], _bits(text)
        met: set[int] = set()
        for place in sorted(rank[gram] for gram in grams[number])[: _enough(length)]:
            met.update(having[place])
            having[place].append(number)
        for earlier in met:
            other = texts[earlier]
            least = NEAR * (length + len(other)) / 2
            # The letters that both have, in whatever order, are quickly counted, and mostly too few.
            if (own & letters[earlier]).bit_count() >= least:
                common = _common(bits, length, other)
                if common >= least and text != other:
                    yield earlier, number, 2 * common / (length + len(other))


class Nearest:
    """Which of some words another is most like, if it is alike enough."""

    def __init__(self, words: Iterable[str], least: float) -> None:
        self._least = least
        self._known: dict[str, str | None] = {word: word for word in words}
        self._having: defaultdict[str, list[str]] = defaultdict(list)
        for word in sorted(self._known):
            for pair in _pairs(word):
                self._having[pair].append(word)

    def to(self, text: str) -> str | None:
        """Return the nearest word, None if none is near, or several are equally so."""
        if text not in self._known:
            self._known[text] = self._found(text)
        return self._known[text]

    def _found(self, text: str) -> str | None:
        met = {word for pair in _pairs(text) for word in self._having.get(pair, ())}
        ranked = sorted(((likeness(text, word), word) for word in met), reverse=True)[:2]
        if not ranked or ranked[0][0] < self._least or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None
        return ranked[0][1]


def _pairs(text: str) -> list[str]:
    """Return the pairs of neighbouring letters of a text, its ends among them."""
    whole = f"\x02{text}\x03"
    return [whole[start : start + 2] for start in range(len(whole) - 1)]


def _numbered(parts: Iterable[str]) -> list[Gram]:
    """Return parts of a text so that one that comes again is another."""
    seen: dict[str, int] = {}
    found: list[Gram] = []
    for part in parts:
        times = seen[part] = seen.get(part, 0) + 1
        found.append((part, times))
    return found


def _masks(texts: Iterable[str]) -> list[int]:
    """Return the letters of each text as bits, one for each letter as often as it comes."""
    places: dict[Gram, int] = {}
    return [sum(1 << places.setdefault(letter, len(places)) for letter in _numbered(text)) for text in texts]


def _enough(length: int) -> int:
    # A letter taken away spoils two pairs, one put in spoils one. Most are spoilt where all that differs is taken away.
    apart = 1 - NEAR
    return int(4 * length * apart / (1 + apart) + 1e-9) + 1


def _bits(text: str) -> Bits:
    found: Bits = {}
    for place, letter in enumerate(text):
        found[letter] = found.get(letter, 0) | 1 << place
    return found


def _common(bits: Bits, length: int, other: str) -> int:
    state = whole = (1 << length) - 1
    for letter in other:
        if at := bits.get(letter):
            shared = state & at
            state = ((state + shared) | (state - shared)) & whole
    return length - state.bit_count()


def _share(m: int, n: int, common: int) -> float:
    return 2 * common / (m + n) if m + n else 1.0
