"""The words that show a relationship in a sentence, and those that deny it or make it less sure, read from cues.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from actormap import files

DATA = "workspace/texts/cues.toml"
BEFORE, AFTER, NEXT, REST, SENTENCE, PROJECT, OWN = "before", "after", "next", "rest", "sentence", "project", "own"
_ALL = ("actor", "municipality", "network", "project", "theme")


@dataclass(frozen=True, slots=True)
class CueRule:
    """One rule: what its cues show, where source and target stand, what the source may be, and whether a bare municipality is a place."""

    type: str
    source: str
    target: str
    score: float
    cues: re.Pattern[str]
    nodes: frozenset[str]
    kinds: frozenset[str]
    nearest: bool
    places: bool


@dataclass(frozen=True, slots=True)
class CueBook:
    """All rules; headings and roles by the type that they show, in small letters; and the negative cues.

    `phrases` are the cues of more than one word: what stands after one of them is no more of a list that began before it.
    """

    rules: tuple[CueRule, ...]
    phrases: re.Pattern[str]
    headings: Mapping[str, str]
    roles: Mapping[str, str]
    denied_before: re.Pattern[str]
    denied_after: re.Pattern[str]
    denied_between: re.Pattern[str]
    weakened: re.Pattern[str]
    factor: float


@cache
def book() -> CueBook:
    """Return the cues that are shipped."""
    table = files.table(DATA)
    rules = tuple(
        CueRule(
            each["type"],
            each["source"],
            each["target"],
            each["score"],
            _either(each["cues"]),
            frozenset(each.get("nodes", _ALL)),
            frozenset(each.get("kinds", ())),
            each.get("nearest", False),
            each.get("places", False),
        )
        for each in table["rules"]
    )
    denies, weakens = table["denies"], table["weakens"]
    return CueBook(
        rules,
        _either({word for each in table["rules"] for word in each["cues"] if " " in word}),
        _by_word(table["headings"]),
        _by_word(table["roles"]),
        re.compile(rf"{_either(denies['before']).pattern}[ ](?:\w+[ ]){{0,1}}$", re.IGNORECASE),
        re.compile(rf"s?[ ]{_either(denies['after']).pattern}", re.IGNORECASE),
        _either(denies["between"]),
        _either(weakens["words"]),
        weakens["factor"],
    )


def _by_word(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: type_ for type_, words in table.items() for word in words}


def _either(words: Iterable[str]) -> re.Pattern[str]:
    longest = sorted(map(_pattern, words), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)


def _pattern(word: str) -> str:
    told = re.escape(word).replace(r"\*", r"\w*")
    return told.replace(r"\ \~\ ", r"\s+(?:(?-i:[a-zåäöé]+)\s+){0,2}?").replace(r"\ ", r"\s+")
