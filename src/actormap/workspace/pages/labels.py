"""The labels that pages put before their values, and which of them a line begins with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from actormap import files
from actormap.workspace.pages import values

PERSONAL = "personal"
# What may stand between a label and its value on one line of a table or a column that was saved as text.
_WIDE = re.compile(r"\s{2,}|\t|\u00a0")
# Between the cells of a table that was saved as text, and before a further label among words.
_GAP = re.compile(r"\s*\t\s*|\s{2,}")
_FURTHER = re.compile(rf"(?P<wide>{_GAP.pattern})|\s(?=[A-ZÅÄÖ])")
# Before a label in a list, as some programs save it; what follows has to be a label for sure, with its colon.
_BULLET = re.compile(r"\s*(?:[\u2022\u25cf\u25aa\u2023\u00b7*\u25e6\u2043\u2013-]\s+|o\s{1,3})(?=\S)")


@dataclass(frozen=True, slots=True)
class FieldLabel:
    """One label of one field: how its value is read, and whether some pages glue it to the label."""

    field: str
    word: str
    form: str
    glued: bool = False

    @property
    def personal(self) -> bool:
        """Return whether what follows identifies somebody."""
        return self.form == PERSONAL


@dataclass(frozen=True, slots=True)
class LabelMark:
    """A label found at the beginning of a line, how it stands there, and what follows: alone, colon, glued, spaced, or in a cell beside."""

    label: FieldLabel
    style: str
    rest: str


@cache
def every() -> tuple[FieldLabel, ...]:
    """Return every label, the longest first: a label may be the beginning of another."""
    tables = files.table("workspace/pages/labels.toml")
    found = [FieldLabel(field, word, told["form"], told.get("glued", False)) for field, told in tables.items() for word in told["words"]]
    return tuple(sorted(found, key=lambda label: (-len(label.word), label.word)))


@cache
def _pattern() -> tuple[re.Pattern[str], Mapping[str, FieldLabel]]:
    named = {f"l{number}": label for number, label in enumerate(every())}
    either = "|".join(f"(?P<{name}>{_spelled(label.word)})" for name, label in named.items())
    return re.compile(rf"\s*(?:{either})", re.IGNORECASE), named


def _spelled(word: str) -> str:
    text = re.escape(word).replace(r"\ ", r"\s+").replace(r"\-", r"\s?[-\u2010-\u2015]\s?")
    return re.sub(r"(\\s\+)+\\s\?(\[.*?\])\\s\?(\\s\+)+", r"\\s*\2\\s*", text)


def mark(line: str, *, beside: bool = False) -> LabelMark | None:
    """Return the label that a line begins with, or None if there is none; `beside`: one space parts labels and values."""
    if bullet := _BULLET.match(line):
        told = mark(line[bullet.end() :])
        return told if told and (told.style in ("alone", "colon") or _is_cell(line[bullet.end() :], told)) else None
    pattern, named = _pattern()
    found = pattern.match(line)
    if found is None or found.lastgroup is None:
        return None
    label, said, rest = named[found.lastgroup], found[found.lastgroup], line[found.end() :]
    bare = rest.strip()
    if not bare or bare == ":":
        return LabelMark(label, "alone", "")
    if bare.startswith(":"):
        return LabelMark(label, "colon", bare[1:].strip())
    if said[:1].islower():
        return None
    if not rest[:1].isspace():
        return LabelMark(label, "glued", bare) if label.glued and _may_be_glued(label, bare) else None
    return LabelMark(label, "cell" if _GAP.match(rest) else "spaced", bare) if _may_follow(label, rest, beside=beside) else None


def marks(line: str) -> list[LabelMark]:
    """Return the labels of a line in their order: several where a page puts more than one label with its value on a line."""
    start = _pattern()[0].match(line)
    told = [mark(line[begin:end]) for begin, end in pairwise([0, *_further(line, start.end()), len(line)])] if start else []
    found = [each for each in told if each]
    if len(found) > 1 and len(found) == len(told):
        return found
    alone = mark(line)
    return [alone] if alone else []


def _further(line: str, first: int) -> list[int]:
    """Return where labels stand after the first of a line, which ends at a place."""
    starts, last = [], first
    for found in _FURTHER.finditer(line, first):
        rest = line[found.end() :]
        label = mark(rest)
        if label is None or found.start() < last:
            continue
        # Between words only a colon tells a label from a name: "Namn: Bron Region: Stockholm".
        said = bool(line[last : found.start()].strip(" :\t"))
        sure = label.style == "colon" or rest.rstrip().endswith(":") or (label.style == "alone" and not said)
        if sure or (
            found["wide"] and _is_cell(rest, label) and (said or "\t\t" in found[0] or rest.startswith(":", len(label.label.word)))
        ):
            starts.append(found.end())
            last = found.end() + len(label.label.word)
    return starts


def _is_cell(rest: str, found: LabelMark) -> bool:
    """Return whether the cell of a table that a text begins with is a label and nothing else."""
    return found.style == "alone" or _GAP.split(rest, maxsplit=1)[0].strip(" :").casefold() == found.label.word.casefold()


@cache
def _beginnings() -> frozenset[str]:
    words = (label.word.casefold().split() for label in every())
    return frozenset(" ".join(parts[:place]) for parts in words for place in range(1, len(parts)))


def begins_one(line: str) -> bool:
    """Return whether a line is the first words of a label of several and nothing else."""
    return " ".join(line.split()).casefold() in _beginnings()


def _may_be_glued(label: FieldLabel, rest: str) -> bool:
    if label.personal:
        return _may_be_personal(label, rest)
    if label.form == "text":
        # "Projektägaren" and "Projektägarens" begin sentences.
        return not re.match(r"n?s?(?:\W|$)", rest)
    return values.fits(label.form, rest) and (not rest[:1].islower() or label.form == "period")


def _may_be_personal(label: FieldLabel, rest: str) -> bool:
    """Return whether a text that follows without a colon may be what the label says: a title may begin with "Mobil" as well."""
    if label.field == "email":
        return "@" in rest or (" " not in rest and "." in rest[1:-1])
    return bool(re.search(r"\d.*\d", rest)) if label.field == "telephone" else rest[:1].isupper()


def _may_follow(label: FieldLabel, rest: str, *, beside: bool) -> bool:
    bare = rest.strip()
    if label.personal:
        return _may_be_personal(label, bare)
    if bare[:1].islower() or values.is_sentence(bare):
        return False
    if label.form == "text":
        return beside or bool(_WIDE.match(rest)) or label.field == "owner"
    if label.form in ("region", "place"):
        return bool(_WIDE.match(rest)) or values.is_region(bare)
    return values.fits(label.form, bare)


def forms() -> Mapping[str, Any]:
    """Return the form of each field."""
    return {label.field: label.form for label in every()}
