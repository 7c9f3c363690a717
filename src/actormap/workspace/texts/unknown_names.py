"""Names that nobody here knows, by the words that names of organisations and projects begin with, end in or stand after."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from actormap.workspace.texts import gazetteer
from actormap.workspace.texts.gazetteer import KnownName
from actormap.workspace.texts.mentions import SCORES, UNKNOWN, Mention
from actormap.workspace.texts.running_text import RunningText

_CAPITAL = r"[A-ZÅÄÖÉ][\w&!-]*"
_SHORTEST, _LONGEST = 2, 6  # letters of a name, and words
_GENERIC = frozenset(("Projektet", "Vi", "Det", "Den", "De", "I", "En", "Ett", "Syftet", "Målet", "Under", "Genom", "Med"))


def find(running: RunningText, known: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the mentions of names that are not known, none of them within what is; each is new to the workspace."""
    found: list[Mention] = []
    for node, kind, start, last in _spans(running.text):
        end = start + len(running.text[start:last].rstrip(".,;: "))
        name = " ".join(running.text[start:end].split())
        if len(name) < _SHORTEST or "\u2026" in name or (name in _GENERIC and running.text[end : end + 1] != ","):
            continue
        # A known name that begins here and is as long goes before; a shorter one is a part of this.
        if any(each.start <= start and each.end >= end for each in (*known, *found)):
            continue
        if any(each.start < end and start < each.end and (each.start < start or each.end > end) for each in (*known, *found)):
            continue
        if node == "project" and any(each.start >= start and each.end <= end and each.known.node == "project" for each in known):
            continue
        line, character = running.place(start)
        tokens, gaps = gazetteer.split(name)
        one = KnownName(None, name, node, kind, tokens, gaps)
        # Of two patterns the one that finds more has found the name.
        found = [each for each in found if not (start <= each.start and each.end <= end)]
        found.append(Mention(one, running.text[start:end], UNKNOWN, SCORES[UNKNOWN], line, character, start, end))
    return tuple(sorted(found, key=lambda each: each.start))


def merged(known: Sequence[Mention], new: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return known and unknown names in their order; a known one within a longer unknown one is a part of it."""
    kept = [each for each in known if not any(one.start <= each.start and each.end <= one.end for one in new)]
    return tuple(sorted((*kept, *new), key=lambda each: each.start))


def _spans(text: str) -> Iterator[tuple[str, str, int, int]]:
    for pattern, node, kind in _patterns():
        for match in pattern.finditer(text):
            yield node, kind, match.start(1), match.end(1)
    for listed in _listed_projects().finditer(text):
        start = listed.end()
        for part in re.finditer(r"[^,\n]+?(?=,|\s+(?:och|samt)\s+[A-ZÅÄÖ]|[.\n]|$)", text[start : _end_of(text, start)]):
            name = re.compile(r"\s*(?:(?:och|samt)\s+)?").match(part[0])
            at = start + part.start() + (name.end() if name else 0)
            if text[at : at + 1].isupper() and len(text[at : start + part.end()].split()) <= _LONGEST:
                yield "project", "project", at, start + part.end()


def _end_of(text: str, start: int) -> int:
    end = re.compile(r"\.(?:\s|$)|\n").search(text, start)
    return end.start() if end else len(text)


@cache
def _project_name() -> str:
    within = "|".join(gazetteer.data()["projects"]["within"])
    worded = rf"{_CAPITAL}(?:[ ][a-zåäö]+){{1,2}}[ ](?:{within})[ ]{_CAPITAL}"
    return rf"(?:{worded}|{_CAPITAL})(?:[ ](?:(?:{within})[ ](?={_CAPITAL}))?(?:{_CAPITAL}|\d[\d.]*))*"


@cache
def _listed_projects() -> re.Pattern[str]:
    """Return what comes before projects that are listed: "Tre förprojekteringar har vävts samman: A, B och C"."""
    before = "|".join(map(re.escape, gazetteer.data()["projects"]["before"]))
    return re.compile(rf"\b(?:{before})\b[^.:\n]{{0,60}}:\s+")


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    """Return patterns whose first group is a name, each with the record and kind that it would be."""
    shipped, capital = gazetteer.data(), _CAPITAL
    name, quoted = _project_name(), '"\u201d\u201c\u2019\u00bb\u00ab'
    before, after, continued = (_either(shipped["projects"][where]) for where in ("before", "after", "continued"))
    projects = (
        rf"\b(?:{before}|{after}|(?i:{continued}))[ ][{quoted}]?({name})",
        # Programme area 1 or 2 in brackets says that what stands before is a project of 2007-2013.
        rf"(?<![\w-])({name})[{quoted}]?[ ]\(Po[ ]?[12]\)",
        rf"\b[\w-]*projekt(?:et)?[ ][{quoted}]([^{quoted}\n]{{2,60}})[{quoted}]",
    )
    units = rf"\b\w*(?:{_either(shipped['units']['before'])})[ ]({name})"
    found = [(re.compile(each), "project", "project") for each in projects] + [(re.compile(units), "actor", "unit")]
    for kind, words in shipped["ends"].items():
        venue = kind in ("network", "council")
        first = r"(?:[\w-]{3,})" if kind == "network" else rf"(?:{capital}[ ])?[A-ZÅÄÖ][\w-]{{2,}}[ ]?(?<!Nät)"
        found.append((re.compile(rf"(?<![\w-])({first}(?:{_either(words)}))(?=s?\b)"), "network" if venue else "actor", kind))
    for kind, words in shipped["begins"].items():
        found.append((re.compile(rf"(?<![\w-])((?:{_either(words)})(?:[ ](?:i[ ]|för[ ])?{capital}){{1,4}})"), "actor", kind))
    return tuple(found)


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))
