"""Names that a sentence lists together, after a place in it or before one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from actormap.workspace.texts import cues
from actormap.workspace.texts.mentions import COMPOUND, GENITIVE, Mention

FARTHEST, BACK = 70, 90  # characters between a cue and the first name after it, and the last before it, that it is about
_LISTED_ON = 90  # characters between two names of which the second stands directly after "samt"
_JOINED = re.compile(
    r"[\s,;()/\u2022\u2013\u2026\"\u201d-]*(?:(?:och|samt|eller|via|till|med|inklusive|dvs|d\.v\.s\.|som|and)\b[\s,\u2022-]*)*"
    r"(?:[\w-]+[ ]){0,3}\W{0,3}"
)
_SAMT = re.compile(r"(?:,|\bsamt)\s+$")
# A name after one of these is not who does something.
PREPOSITION = re.compile(
    r"(?i)(?:^|(?<!\bvi)[\s(])(?:inom|i|på|hos|vid|från|till|för|av|om|under|mot|genom|kring|bland|utifrån|of|in|from)\s+$"
)
# Another clause has begun, also by "som" of somebody else: "ihop med de parter som är med i".
_OTHER_CLAUSE = re.compile(r"(?i:\b(?:där|att|när|om|medan|eftersom|vilket|vilka|that|where)\b)|\b[a-zåäö]+[ ]som\b")
# After a name, or before one at the beginning of a sentence: who it is, whatever stands before the name.
_WHO = re.compile(r",\s+(?:som|vilken)\s")
_IT_IS = re.compile(r"(?i)\s*det\s+(?:är|var|blir)\s")
_WHERE = re.compile(r"(?i)(?:^|\s)(?:i|på|från|kring|om)\s+$")
_COMMUNE = re.compile(r"(?i)\b(?:kommuns?|kommuner|stad)$")
_PROJECT_AFTER = re.compile(r"[ \u00a0](?:finansierade?\s+)?projekt")
_LAST_OF_SEVERAL = re.compile(r"[ ](?:kommuner|städer)\b")  # "Ale, Kungälv och Tjörns kommuner"


def after(text: str, mentions: Sequence[Mention], at: int) -> list[Mention]:
    """Return the names that are listed after a place in a sentence."""
    found: list[Mention] = []
    last = at
    for each in (one for one in mentions if one.start >= at):
        between = text[last : each.start]
        if (not found and len(between) > FARTHEST) or (found and (not _goes_on(between) or cues.book().phrases.search(between))):
            break
        if not is_owner_of_next(each, text):
            found.append(each)
        last = each.end
    return found


def before(text: str, mentions: Sequence[Mention], at: int, start: int) -> list[Mention]:
    """Return the names that are listed before a place in a sentence that begins at `start`, those who can be who does something."""
    found: list[Mention] = []
    last = at
    related = False
    for each in reversed([one for one in mentions if one.end <= at]):
        between = text[each.end : last]
        if not found and (len(between) > BACK or _OTHER_CLAUSE.search(between)):
            break
        ahead = text[max(start, each.start - 12) : each.start]
        related = related or (not found and _is_related(each, text, between, start, ahead))
        if (found and not _goes_on(between)) or (PREPOSITION.search(ahead) and not related):
            break
        if not is_owner_of_next(each, text):
            found.append(each)
        last = each.start
    return found[::-1]


def _is_related(each: Mention, text: str, between: str, start: int, ahead: str) -> bool:
    """Return whether a clause says more of a name, be it after a preposition: "av Vara kommun, som äger", "Det är GR som äger"."""
    if each.known.node == "municipality" and not _COMMUNE.search(each.form) and _WHERE.search(ahead):
        return False  # "unga i Vara, som deltar"
    return bool(_WHO.match(between) or (_IT_IS.match(text, start) and re.match(r"\s+som\s", between)))


def _goes_on(between: str) -> bool:
    """Return whether what stands between two names lists them together."""
    return bool(_JOINED.fullmatch(between)) or (len(between) <= _LISTED_ON and bool(_SAMT.search(between)))


def is_owner_of_next(each: Mention, text: str) -> bool:
    """Return whether a name only says whose the next word is: GRs kommuner, ESF-projekt."""
    if each.known.is_acronym and _PROJECT_AFTER.match(text, each.end):
        return True
    genitive = each.rule == GENITIVE and text[each.end : each.end + 1] == " " and not _LAST_OF_SEVERAL.match(text, each.end)
    return each.rule == COMPOUND or genitive or _is_stem(each, text)


def _is_stem(each: Mention, text: str) -> bool:
    # "Stockholms Stads verksamhet", "Botkyrka kommuns": the last word of the name is in the genitive.
    return each.form.casefold().endswith(("stads", "kommuns")) and text[each.end : each.end + 1] == " "
