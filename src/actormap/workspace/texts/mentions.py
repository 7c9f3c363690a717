"""Where a running text names whom: the longest name at each place, in the genitive, the definite form, in capitals, broken or glued."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from actormap.workspace.texts import gazetteer
from actormap.workspace.texts.gazetteer import TOKEN, Gazetteer, KnownName
from actormap.workspace.texts.running_text import RunningText

EXACT, GENITIVE, DEFINITE, INDEFINITE, COMPOUND = "exact", "genitive", "definite", "indefinite", "compound"
CAPITALS, SMALL, GLUED, UNKNOWN = "capitals", "small", "glued", "unknown"
# How sure a name is that is met in a form.
SCORES = {EXACT: 1.0, GENITIVE: 0.95, DEFINITE: 0.85, INDEFINITE: 0.7, COMPOUND: 0.5, CAPITALS: 0.85, SMALL: 0.8, GLUED: 0.7, UNKNOWN: 0.5}
_ENDINGS = {"s": GENITIVE, **dict.fromkeys(("en", "et", "n", "t", "na", "ens", "ets", "ns", "ts", "nas", "erna", "ernas"), DEFINITE)}
_GAP = re.compile(r"(?:[ \u00a0\t]*[-\u2010-\u2013/&(]?[ \u00a0\t]*|\)?[:,.] ?)")
_COLON = re.compile(r":(?:s|en|ens|et|ets)\b")
_COMPOUND = re.compile(r"[-\u2010\u2011](?=[a-zåäö])")
_CAPITALISED = re.compile(r"(?:^|(?<=[\s(\"\u201d/-]))([A-ZÅÄÖÉ][\w&]*)[ \u00a0]$")
_PLACE_BEFORE = re.compile(
    r"(?i)(?:\bi|\bfrån|\btill|\bom|\bkommun(?:er|erna|en)?|\bstäder(?:na)?|\bhos|\binom|\bvid|\bmed)\s+$|[,/]\s*$|\b(?:och|samt)\s+$"
)
_LISTED = re.compile(r"[ \u00a0]*(?:,[ \u00a0]*(?:och\b|samt\b)?|/|och\b|samt\b)[ \u00a0]*")
_SEAT = re.compile(r"(?i)s?[ \u00a0]+(?:kommuner|städer)\b")
_NEXT_WORD = re.compile(r"[ \u00a0\-]([^\W\d_][\w-]*)")
_DIRECTION = frozenset(
    ("västra", "östra", "norra", "södra", "nordöstra", "nordvästra", "sydöstra", "sydvästra", "centrala", "nya", "stor", "inre", "yttre")
)
_LONG = 8  # letters of a name that may stand in small ones: arbetsförmedlingen


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a record: the name met in a `form` by a `rule`, with its place; `others` are further records of that name."""

    known: KnownName
    form: str
    rule: str
    score: float
    line: int
    character: int
    start: int
    end: int
    others: tuple[KnownName, ...] = ()


@dataclass(frozen=True, slots=True)
class _Met:
    known: KnownName
    last: int
    end: int
    rule: str


def find(running: RunningText, names: Gazetteer) -> tuple[Mention, ...]:
    """Return every mention in a running text, in its order; none lies within another."""
    text = running.text
    tokens = list(TOKEN.finditer(text))
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        best = _longest(text, tokens, at, names)
        if not best:
            at += 1
            continue
        first = best[0]
        start = tokens[at].start()
        line, character = running.place(start)
        rule, end = first.rule, first.end
        if colon := _COLON.match(text, end):
            rule, end = GENITIVE if colon[0].endswith("s") else DEFINITE, colon.end()
        if rule == EXACT and _is_genitive_of_itself(first.known, names):
            rule = GENITIVE
        if text[start - 1 : start].isalnum():
            rule = GLUED
        if text[end : end + 1] == ")" and "(" in text[start:end]:
            end += 1
        compound = _COMPOUND.match(text, end) if first.known.node != "municipality" else None
        rule = COMPOUND if compound else rule
        if _is_within_a_word(text, start, end, first.known):
            at += 1
            continue
        keys = {each.known.key for each in best}
        others = tuple({each.known.key: each.known for each in best if each.known.key != first.known.key}.values())
        score = SCORES[rule] * (1 if len(keys) == 1 else 0.5)
        found.append(Mention(first.known, text[start:end], rule, round(score, 2), line, character, start, end, others))
        at = first.last + 1
        while at < len(tokens) and tokens[at].start() < end:
            at += 1
    return tuple(_together(text, list(_meant(text, found))))


def _together(text: str, found: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the mentions; a name and its short form in brackets are one."""
    last: Mention | None = None
    for each in found:
        between = text[last.end : each.start] if last else ""
        if last and between == " (" and text[each.end : each.end + 1] == ")" and last.known.key == each.known.key:
            last = replace(last, form=text[last.start : each.end + 1], end=each.end + 1)
            continue
        if last:
            yield last
        last = each
    if last:
        yield last


def _longest(text: str, tokens: Sequence[re.Match[str]], at: int, names: Gazetteer) -> list[_Met]:
    """Return the longest names that begin at a word, more than one only if they are several records'."""
    best: list[_Met] = []
    seconds = tuple(_stems(tokens[at + 1][0].casefold())) if at + 1 < len(tokens) else ()
    for word in _stems(tokens[at][0].casefold()):
        for known in names.starting(word, seconds):
            if best and len(known.tokens) < best[0].last - at + 1:
                continue
            met = _met(text, tokens, at, known)
            if met is None:
                continue
            if not best or met.last > best[0].last or (met.last == best[0].last and _better(met, best[0])):
                best = [met]
            elif met.last == best[0].last and met.rule == best[0].rule and not _better(best[0], met):
                best.append(met)
    return best


def _is_genitive_of_itself(known: KnownName, names: Gazetteer) -> bool:
    """Return whether a name is another name of the same record with an -s, as tables have it among the other names."""
    last = known.tokens[-1]
    if not last.endswith("s"):
        return False
    stem = (*known.tokens[:-1], last[:-1])
    return any(
        each.tokens == stem and each.key == known.key
        for each in names.starting(stem[0].casefold(), [part.casefold() for part in stem[1:2]])
    )


def _better(one: _Met, other: _Met) -> bool:
    return SCORES[one.rule] > SCORES[other.rule]


def _stems(word: str) -> Iterator[str]:
    yield word
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 2:
            yield word[: -len(ending)]
    yield from (f"{word}{ending}" for ending in ("et", "en"))


def _met(text: str, tokens: Sequence[re.Match[str]], at: int, known: KnownName) -> _Met | None:
    last = at + len(known.tokens) - 1
    if last >= len(tokens):
        return None
    for place, wanted in enumerate(known.tokens[:-1]):
        if tokens[at + place][0].casefold() != wanted.casefold() or not _joined(text, tokens, at + place, known.gaps[place]):
            return None
    rule = _form(tokens[last][0], known)
    if rule is None:
        return None
    cased = _cased([each[0] for each in tokens[at : last + 1]], known)
    if cased is None:
        return None
    return _Met(known, last, tokens[last].end(), rule if cased == EXACT or rule != EXACT else cased)


def _joined(text: str, tokens: Sequence[re.Match[str]], at: int, gap: str) -> bool:
    between = text[tokens[at].end() : tokens[at + 1].start()]
    if not _GAP.fullmatch(between):
        return False
    return all(sign not in between or sign in gap for sign in ".,:(") and (between != "" or gap.strip(" -") in ("", "."))


def _form(word: str, known: KnownName) -> str | None:
    """Return by which rule the last word of a name is met, None if it is not."""
    wanted, told = known.tokens[-1].casefold(), word.casefold()
    if told == wanted:
        return EXACT
    ending = told[len(wanted) :] if told.startswith(wanted) else None
    if ending in _ENDINGS and not (ending == "s" and wanted[-1] in "sxz"):
        rule = _ENDINGS[ending]
        # A place has no definite form, and of an acronym only the ending is in small letters.
        if rule == GENITIVE or (known.node != "municipality" and not known.is_acronym and not wanted.isdigit() and len(wanted) > 3):
            return rule
    shorter = any(wanted == f"{told}{each}" for each in ("et", "en")) and len(wanted) >= _LONG
    return INDEFINITE if shorter and known.node == "network" else None


def _cased(told: Sequence[str], known: KnownName) -> str | None:
    """Return whether capitals are as they should be: exact, all capitals, or small letters in a name long enough; None if they are not."""
    if known.node == "theme":
        return EXACT
    if known.is_acronym:
        return EXACT if told[0].startswith(known.tokens[0]) else None
    if all(
        one[0] == wanted[0] or (place > 0 and one[0].casefold() == wanted[0].casefold())
        for place, (one, wanted) in enumerate(zip(told, known.tokens, strict=True))
    ) and (len(known.tokens) > 1 or not told[0].isupper() or known.tokens[0].isupper() or len(told[0]) == 1):
        return EXACT
    letters = "".join(told)
    if letters.isupper() and len(letters) >= 4:
        return CAPITALS
    if known.node in ("actor", "network") and told[0].islower() and len(letters) >= _LONG:
        return SMALL
    return None


def _is_within_a_word(text: str, start: int, end: int, known: KnownName) -> bool:
    """Return whether a name stands inside another word, as Stockholm does in Stockholmsregionen."""
    after = text[end : end + 1]
    if after.isalpha() and not after.isupper():
        return True
    return text[start - 1 : start].isalpha() and (len(known.tokens) == 1 and len(known.tokens[0]) < 4)


def _meant(text: str, found: list[Mention]) -> Iterator[Mention]:
    """Yield the mentions that are no parts of other names."""
    for place, each in enumerate(found):
        before = found[place - 1] if place else None
        after = found[place + 1] if place + 1 < len(found) else None
        if (
            each.known.node != "municipality"
            or len(each.known.tokens) > len(gazetteer.split(each.known.name)[0])
            or (not _is_part(text, each, before, after) and (not each.known.common or _is_a_place(text, each, before, after)))
        ):
            yield each


def _is_part(text: str, each: Mention, before: Mention | None, after: Mention | None) -> bool:
    """Return whether a municipality's name is a part of a longer one: Lerums gymnasium, Finsam Göteborg, Västra Göteborg."""
    previous = _CAPITALISED.search(text, max(0, each.start - 40), each.start)
    if previous and not _begins_a_sentence(text, previous.start(1)) and not (before and before.end >= previous.end(1)):
        return True
    if previous and previous[1].casefold() in _DIRECTION:
        return True
    following = _NEXT_WORD.match(text, each.end)
    if following is None or (after and after.start == following.start(1) and after.known.node == "municipality"):
        return False
    word = following[1]
    if word[0].isupper():
        return not (after and after.start == following.start(1))
    return each.rule == GENITIVE and any(word.casefold().startswith(told) for told in gazetteer.data()["institutions"])


def _begins_a_sentence(text: str, at: int) -> bool:
    before = text[:at].rstrip(' \u00a0\u2022-\u201d"(')
    return not before or before[-1] in ".!?:\n"


def _is_a_place(text: str, each: Mention, before: Mention | None, after: Mention | None) -> bool:
    """Return whether words beside an ambiguous name show that the municipality is meant."""
    listed = any(
        one is not None and one.known.node == "municipality" and _LISTED.fullmatch(text[start:end])
        for one, start, end in (
            (before, before.end if before else 0, each.start),
            (after, each.end, after.start if after else 0),
        )
    )
    start = text[max(0, each.start - 30) : each.start]
    said = _PLACE_BEFORE.search(start)
    alone = each.start == 0 or text[each.start - 1] == "\n" or text[max(0, each.start - 2) : each.start] == "\u2022 "
    whole = alone and text[each.end : each.end + 1] in ("", "\n")
    return (
        listed
        or whole
        or bool(_SEAT.match(text, each.end))
        or bool(said and not said[0].strip().startswith((",", "/", "och", "samt", "med", "om")))
    )
