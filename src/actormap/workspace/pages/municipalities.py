"""Which municipalities a list on a page names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from actormap.model import places
from actormap.model.places import KnownMunicipality
from actormap.workspace.reading.fuzzy import squeeze

_HEADING = re.compile(r"\s*(?:deltagande\s+)?kommun(?:er)?\s*(?::|$|(?<=\s))", re.IGNORECASE)
_GLUED = re.compile(r"\s*(?:Deltagande\s+)?Kommun(?:er)?(?=[A-ZÅÄÖ])")  # pages of 2007-2013 glue labels to what follows
_LONGEST_ITEM = 40  # characters of a line of a list that names something else
# Signs of any kind, a number, or the municipality's code, before a name in a list.
_BULLET = re.compile(r"^(?:[\W_]|o\s)*(?:\d{1,3}[.)]\s*|\d{4}\s+)?(?:[\s\u2013-]*)(?=\w)")
_BETWEEN = re.compile(r"\s*[,;|/+&\t\u2022\u00b7]\s*|\s+(?:och|samt)\s+|\s{2,}")
_SUFFIX = re.compile(r"\s+(?:kommun|stad|kn)$", re.IGNORECASE)
# What stands between the municipalities of an enumeration, and what shows that municipalities are meant and not towns.
_JOINED = re.compile(r"s?(?:\s+(?:kommun|stad))?\s*(?:[,/;]\s*(?:(?:och|samt|and)\s+)?|\s+(?:och|samt|and)\s+)")
_CUE_BEFORE = re.compile(
    r"kommun(?:er|erna)?\b[^.!?]{0,20}$|\b(?:(?:genomför(?:s|as|t)|bedriv(?:s|as)|pågår|verksam(?:t|ma)?|har\s+team|arbetar)\b[^.!?]{0,25}\b(?:i|på)\b"
    r"|(?:deltar|medverkar|ingår|samverkar)(?:\s+även)?|(?:done|carried\s+out|takes\s+place|implemented)\s+in)(?:\s+\w+\s+orter:)?\s+$",
    re.IGNORECASE,
)
_CUE_AFTER = re.compile(r"s?\s+(?:kommun|stad|städer|deltar\b|medverkar\b|är\s+med\b|ingår\b)", re.IGNORECASE)
# Whom a project works with may be a single one, and is no town there: "i nära samarbete med Lilla Edet".
_WITH = re.compile(
    r"(?i)\b(?:i\s+(?:nära\s+)?(?:samarbete|samverkan)\s+med|tillsammans\s+med|ihop\s+med|samverkar\s+med|samarbetar\s+med)\s+$"
)
_COUNTY = re.compile(r".*\blän|hela\s+\S+|region\s.*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MunicipalityList:
    """The municipalities that a list names, with the text and the number of the line of each."""

    names: tuple[str, ...] = ()
    raw: tuple[str, ...] = ()
    lines: tuple[int, ...] = ()

    def places(self) -> tuple[tuple[str, int], ...]:
        """Return each municipality with its line."""
        return tuple(zip(self.names, self.lines, strict=True))


@cache
def known() -> Mapping[str, KnownMunicipality]:
    """Return the 290 municipalities by their squeezed names."""
    return {squeeze(each.name): each for each in places.municipalities()}


def named(text: str) -> KnownMunicipality | None:
    """Return the municipality that a text names and nothing else: `Ale`, `Lilla-Edet`, `Kungälvs kommun`, `GÖTEBORGS STAD`."""
    bare = re.sub(r"\s*\([^)]*\)$", "", text.strip(" .;:,\u00a0\t"))
    if found := known().get(squeeze(bare)):
        return found
    stem = _SUFFIX.sub("", bare)
    if stem == bare:
        return None
    return _seats().get(squeeze(stem)) or (known().get(squeeze(stem[:-1])) if stem[-1:].lower() == "s" else None)


@cache
def _seats() -> Mapping[str, KnownMunicipality]:
    return {**known(), **{squeeze(each.before_kommun): each for each in places.municipalities()}}


def listed(lines: Sequence[str]) -> MunicipalityList:
    """Return the municipalities of the list under the heading Kommun; empty if a page has none."""
    for number, line in enumerate(lines):
        heading = _HEADING.match(line) or _GLUED.match(line)
        if heading is None:
            continue
        rest = line[heading.end() :]
        # Without a colon "Kommun" may as well begin a sentence.
        alone = not rest.strip() or heading[0].endswith(":") or named(_BETWEEN.split(rest.strip())[0])
        if alone and (found := _list(lines, number, rest)).names:
            return found
    return MunicipalityList()


def _list(lines: Sequence[str], number: int, rest: str) -> MunicipalityList:
    found: dict[str, tuple[str, int]] = {}
    for at in range(number, len(lines)):
        text = rest if at == number else lines[at]
        if not text.strip():
            continue
        parts = [part for part in _BETWEEN.split(_BULLET.sub("", text).strip()) if part.strip()]
        places = [(part, named(part)) for part in parts]
        if not any(place for _, place in places):
            # A county among them, or one that is not known, does not end a list of bullets.
            if at > number and (_COUNTY.fullmatch(text.strip()) or (_is_item(text) and len(text) < _LONGEST_ITEM)):
                continue
            break
        for part, place in places:
            if place:
                found.setdefault(place.name, (part.strip(), at + 1))
    return MunicipalityList(tuple(found), tuple(raw for raw, _ in found.values()), tuple(line for _, line in found.values()))


def _is_item(text: str) -> bool:
    bullet = _BULLET.match(text)
    return bool(bullet and bullet[0].strip())


def enumerated(lines: Sequence[tuple[int, str]]) -> MunicipalityList:
    """Return the municipalities that running text enumerates as such, at least two together, or one that is worked with.

    Lines come with their numbers.
    """
    found: dict[str, int] = {}
    raw: list[str] = []
    for number, line in lines:
        for run in _runs(line):
            first, last = run[0].start(), run[-1].end()
            within = any(_CUE_AFTER.match(line, each.end()) for each in run)
            alone = len(run) == 1 and _WITH.search(line[:first]) and not _CUE_AFTER.match(line, last) and line[last : last + 1] != "s"
            if alone or (len(run) > 1 and (within or _CUE_BEFORE.search(line[:first]))):
                raw.append(line[first:last])
                for each in run:
                    if place := known().get(squeeze(each[0])):
                        found.setdefault(place.name, number)
    return MunicipalityList(tuple(found), tuple(raw), tuple(found.values()))


def _runs(line: str) -> list[list[re.Match[str]]]:
    runs: list[list[re.Match[str]]] = []
    for match in _spelled().finditer(line):
        if runs and _JOINED.fullmatch(line, runs[-1][-1].end(), match.start()):
            runs[-1].append(match)
        else:
            runs.append([match])
    return runs


@cache
def _spelled() -> re.Pattern[str]:
    names = sorted((place.name for place in known().values()), key=len, reverse=True)
    either = "|".join(re.escape(name).replace(r"\ ", r"[\s-]") for name in names)
    return re.compile(rf"(?<!\w)(?:{either})(?=s?(?!\w))")
