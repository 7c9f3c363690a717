"""The words that show a relationship in a sentence, and those that deny it or make it less sure, read from cues.toml."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from actormap import files

DATA = "workspace/texts/cues.toml"
ONLY = "only"  # how a rule may be inverted; another way is called like the place "project"
BEFORE, AFTER, NEXT, REST, SENTENCE, PROJECT, OWN = "before", "after", "next", "rest", "sentence", "project", "own"
_FURTHER = {"~": 2, "~~": 4}  # how many words may come between
_CLASS = re.compile(r"\{(\w+)\}")
_ALL = ("actor", "municipality", "network", "project", "theme")


@dataclass(frozen=True, slots=True)
class CueRule:
    """One rule: what its cues show, where source and target stand, what the source may be, and whether a bare municipality is a place.

    `inverted` is empty, or says when the source may stand directly after the cue: name, only (never before it), or project (a word
    for the project has to follow). `directly` says that nothing but adverbs may stand between the two. Where `unless` stands before
    the cue, it is about something else.
    """

    type: str
    source: str
    target: str
    score: float
    cues: re.Pattern[str]
    nodes: frozenset[str]
    kinds: frozenset[str]
    nearest: bool
    places: bool
    inverted: str
    directly: bool
    unless: re.Pattern[str] | None


@dataclass(frozen=True, slots=True)
class CueBook:
    """All rules; headings and roles by the type that they show, in small letters; and the negative cues.

    `phrases` are the cues of more than one word and what else begins something new: what stands after one of them is no more of a list
    that began before it. `project` are the words for the page's project, `other` those after a verb that say that it is another one.
    """

    rules: tuple[CueRule, ...]
    phrases: re.Pattern[str]
    headings: Mapping[str, str]
    roles: Mapping[str, str]
    denied_before: re.Pattern[str]
    denied_after: re.Pattern[str]
    denied_between: re.Pattern[str]
    nameless: re.Pattern[str]
    other: re.Pattern[str]
    project: re.Pattern[str]
    weakened: re.Pattern[str]
    factor: float


@cache
def book() -> CueBook:
    """Return the cues that are shipped."""
    table = files.table(DATA)
    words, denies, weakens = table["words"], table["denies"], table["weakens"]
    rules = tuple(
        CueRule(
            each["type"],
            each["source"],
            each["target"],
            each["score"],
            _either(each["cues"], words),
            frozenset(each.get("nodes", _ALL)),
            frozenset(each.get("kinds", ())),
            each.get("nearest", False),
            each.get("places", False),
            each.get("inverted", ""),
            each.get("directly", False),
            _either(each["unless"]) if "unless" in each else None,
        )
        for each in table["rules"]
    )
    return CueBook(
        rules,
        _either({*(word for each in table["rules"] for word in each["cues"] if " " in word), *denies["ends"]}, words),
        _by_word(table["headings"]),
        _by_word(table["roles"]),
        re.compile(rf"{_either(denies['before']).pattern}[ ](?:\w+[ ]){{0,1}}$", re.IGNORECASE),
        re.compile(rf"s?[ ]{_either(denies['after']).pattern}", re.IGNORECASE),
        _either(denies["between"]),
        re.compile(rf"\s+{_either(denies['nameless']).pattern}", re.IGNORECASE),
        _either(denies["other"]),
        _either(words["project"]),
        _either(weakens["words"]),
        weakens["factor"],
    )


def _by_word(table: Mapping[str, Iterable[str]]) -> dict[str, str]:
    return {word: type_ for type_, words in table.items() for word in words}


def _either(cues: Iterable[str], words: Mapping[str, Sequence[str]] = MappingProxyType({})) -> re.Pattern[str]:
    longest = sorted((_pattern(cue, words) for cue in cues), key=lambda pattern: (-len(pattern), pattern))
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest)})(?!\w)", re.IGNORECASE)


def _pattern(cue: str, words: Mapping[str, Sequence[str]]) -> str:
    """Return a cue as a pattern, the words of each {class} instead of its name."""
    parts: list[str] = []
    for word in cue.split(" "):
        between = r"\s+" if parts else ""
        if word in _FURTHER:
            parts.append(rf"(?:(?:,\s+som)?\s+(?-i:[a-zåäöé.]+)){{0,{_FURTHER[word]}}}?")
        elif word.startswith("!"):
            parts.append(rf"(?!\s+{re.escape(word[1:])}\b)")
        else:
            parts.append(between + _CLASS.sub(lambda found: f"(?:{'|'.join(_longest_first(words[found[1]]))})", _plain(word)))
    return "".join(parts)


def _longest_first(words: Iterable[str]) -> list[str]:
    return sorted((_plain(word).replace(r"\ ", r"\s+") for word in words), key=lambda pattern: (-len(pattern), pattern))


def _plain(word: str) -> str:
    return re.escape(word).replace(r"\*", r"\w*").replace(r"\{", "{").replace(r"\}", "}")
