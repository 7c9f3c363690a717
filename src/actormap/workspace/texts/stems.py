"""What a sentence about the page's project is likely to say of a name that no rule has found, told by the nearest stem of a word."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from actormap import files
from actormap.workspace.texts import cues, listings
from actormap.workspace.texts.candidate import BACKWARDS, FORWARDS, RelationshipCandidate
from actormap.workspace.texts.mentions import Mention
from actormap.workspace.texts.sentence import Sentence

_SCORE = 0.5
_FARTHEST = 70  # characters between a stem and a name
# What begins another thought than the one that the stem is of.
_APART = re.compile(
    r"(?i)[;:]|,\s+(?:men|medan|vilket|vilka|eftersom|trots)\b"
    r"|\b(?:som|hos|kontakt|inskriv\w+|enligt|jämfört|uppdrag|vald|valda|utsedd\w*|besök\w*|träffa\w*|presenter\w+|redovisa\w*|krit\w+)\b"
)
_OF_OTHERS = re.compile(r"\s+som\b")
_ABOUT = re.compile(r"(?i)\b(?:projektet|projektets|(?:detta|vårt)\s+projekt|förstudien|insatsen|insatserna|satsningen|delprojektet)\b")
_COMMUNE = re.compile(r"(?i)\b(?:kommuns?|stad|kommunerna|kommuner|städer)\b")


@dataclass(frozen=True, slots=True)
class StemRule:
    """One kind of relationship, the stems that make it likely, and who it may be."""

    type: str
    stems: re.Pattern[str]
    nodes: frozenset[str]
    kinds: frozenset[str]


@cache
def rules() -> tuple[StemRule, ...]:
    """Return the stems that are shipped."""
    return tuple(
        StemRule(each["type"], _either(each["stems"]), frozenset(each["nodes"]), frozenset(each.get("kinds", ())))
        for each in files.table(cues.DATA)["stems"]
    )


def _either(stems: Collection[str]) -> re.Pattern[str]:
    words = "|".join(re.escape(stem).replace(r"\*", r"\w*") for stem in sorted(stems, key=lambda stem: (-len(stem), stem)))
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def likely(sentence: Sentence, found: Collection[RelationshipCandidate]) -> Iterator[RelationshipCandidate]:
    """Yield a candidate for each name of a sentence about the project that is in none of those found."""
    text, own = sentence.text, sentence.own
    if own is None or not _ABOUT.search(text, sentence.start, sentence.end):
        return
    known = {key for each in found for key in (each.source.key, each.target.key)} | {own.key}
    for each in sentence.mentions:
        if each.known.key in known or listings.is_owner_of_next(each, text):
            continue
        if each.known.node == "municipality" and not _COMMUNE.search(text, each.start, min(sentence.end, each.end + 40)):
            continue
        if nearest := _nearest(sentence, each):
            rule, stem = nearest
            follows = rule.type == "follows_up"
            line, character = sentence.running.place(stem.start())
            yield RelationshipCandidate(
                *((own, rule.type, each.known) if follows else (each.known, rule.type, own)),
                *(" ".join(stem[0].split()), FORWARDS if follows or each.end <= stem.start() else BACKWARDS),
                round(_SCORE * each.score * sentence.sure(each, stem), 2),
                *(line, character, sentence.start, sentence.end),
            )


def _nearest(sentence: Sentence, each: Mention) -> tuple[StemRule, re.Match[str]] | None:
    fitting = (rule for rule in rules() if each.known.node in rule.nodes and (not rule.kinds or each.known.kind in rule.kinds))
    stems = [(rule, stem) for rule in fitting for stem in rule.stems.finditer(sentence.text, sentence.start, sentence.end)]
    stems = [(rule, stem) for rule, stem in stems if not _is_of_others(sentence, stem)]
    near = [(_gap(each, stem), rule, stem) for rule, stem in stems if _gap(each, stem) <= _FARTHEST]
    for _, rule, stem in sorted(near, key=lambda told: told[0]):
        between = sentence.text[min(each.end, stem.end()) : max(each.start, stem.start())]
        placed = each.end <= stem.start() and listings.PREPOSITION.search(sentence.text[max(sentence.start, each.start - 12) : each.start])
        if not placed and not _APART.search(between) and not sentence.denied(each, stem) and not sentence.is_of_another(stem):
            return rule, stem
    return None


def _is_of_others(sentence: Sentence, stem: re.Match[str]) -> bool:
    """Return whether a stem is a part of a name, or somebody whom a clause tells apart: "de parter som redan är med"."""
    named = any(one.start < stem.end() and stem.start() < one.end for one in sentence.mentions)
    return named or bool(_OF_OTHERS.match(sentence.text, stem.end()))


def _gap(each: Mention, stem: re.Match[str]) -> int:
    return max(each.start - stem.end(), stem.start() - each.end)
