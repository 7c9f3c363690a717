"""Writes the sentences of a review: names instead of ids, lists in words, and in brackets where each thing is said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actormap.i18n import Texts
from actormap.model.ordering import alphabetical
from actormap.model.vocabulary import Vocabulary
from actormap.output import excerpt
from actormap.output.terminal import PROGRAM, Terminal

MANY_PLACES = 4


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes in one language about the nodes of one graph; `names` has the name of every node under its id.

    `terminal` says how much of each list is shown.
    """

    texts: Texts
    vocabulary: Vocabulary
    names: Mapping[str, str]
    terminal: Terminal = PROGRAM

    def __call__(self, key: str, /, **values: Any) -> str:
        """Return the sentence under a key of the catalogue, filled; lists of names become words."""
        return self.texts(key, **{name: self.listed(value) if isinstance(value, list | tuple) else value for name, value in values.items()})

    def named(self, ids: Iterable[str]) -> str:
        """Return the names of some nodes as a list in words, in the order of a Swedish list."""
        return self.listed(sorted((self.names[each] for each in ids), key=alphabetical))

    def listed(self, words: Sequence[str]) -> str:
        """Return words as a list: "a, b and c", with semicolons if one of them is a list of its own; those not shown are counted."""
        conjunction = self.texts("review.and")
        words = excerpt.names(words, self.terminal, self.texts)
        if len(words) > 1 and any(", " in word or conjunction in word for word in words):
            return "; ".join(words)
        return conjunction.join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)

    def beginning(self, lines: Iterable[str]) -> list[str]:
        """Return the lines of a list that are shown, and how many more there are."""
        return excerpt.lines(list(lines), self.terminal, self.texts)

    def kinds(self, counts: Mapping[str, int]) -> str:
        """Return how many there are of each kind of actor, in words, the most first; no numbers if it is one of each."""
        ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
        one_of_each = len(ordered) > 1 and all(count == 1 for _, count in ordered)
        return self.listed(
            [self._kind(name, 1) if one_of_each else f"{self.texts.number(count)} {self._kind(name, count)}" for name, count in ordered]
        )

    def _kind(self, name: str, count: int) -> str:
        kinds = self.vocabulary.kinds["municipality" if name == "municipality" else "actor"]
        return str(self.texts.pick(kinds[name])[0 if count == 1 else 1])

    def cited(self, places: Sequence[str], state: str | None = None) -> str:
        """Return in brackets where something is said, with a space before, and that it is only implied or planned; empty without any."""
        ordered = sorted(places, key=as_counted)
        rest = len(places) - MANY_PLACES
        more = [self.texts("review.more_places", n=rest)] if rest > 1 else []
        told = "; ".join([*ordered[:MANY_PLACES], *more] if more else ordered)
        how = self.texts(f"review.state.{state}") if state in ("implied", "planned") else ""
        inside = ": ".join(part for part in (how, told) if part)
        return f" [{inside}]" if inside else ""


def as_counted(place: str) -> list[tuple[bool, int, str]]:
    """Return what orders places as they are counted: line 3 before line 13."""
    return [(part.isdigit(), int(part) if part.isdigit() else 0, part) for part in re.split(r"(\d+)", place)]
