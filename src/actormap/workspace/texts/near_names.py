"""Names that are nearly one that is known, by the rule of identity: suggestions for whoever decides, and never found names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from actormap.workspace.identity import likeness
from actormap.workspace.identity.candidates import alike
from actormap.workspace.identity.names import ComparableName, NameReader, slips_apart
from actormap.workspace.texts import gazetteer
from actormap.workspace.texts.gazetteer import Gazetteer, KnownName
from actormap.workspace.texts.mentions import Mention
from actormap.workspace.texts.running_text import RunningText

NEAR = "near"
SCORE = 0.4
_PHRASE = re.compile(r"(?<![\w-])[A-ZÅÄÖÉ][a-zà-öø-ÿ]{3,}(?:[ -](?:[A-ZÅÄÖÉ][\wà-öø-ÿ]+|kommun|stad|kommunalförbund|län))*(?!\w)")
_AT_END = re.compile(r"s?[ ](?:kommun|stad)$")
_FEWEST = 5  # letters of a name that is compared
_SEAT = frozenset(("kommun", "kommuns", "kommunen", "stad", "stads"))


class NearNames:
    """The names of a gazetteer, compared as the names of one workspace's actors are with each other."""

    def __init__(self, names: Gazetteer) -> None:
        self._reader = NameReader()
        self._known: list[tuple[ComparableName, KnownName]] = []
        self._found: dict[str, KnownName | None] = {}
        for each in names.names():
            spoken = _spoken(each)
            if len(spoken) >= _FEWEST and each.node != "theme" and not (each.node == "municipality" and each.tokens[-1] in _SEAT):
                self._known.append((self._reader.read(spoken), each))

    def to(self, name: str) -> KnownName | None:
        """Return the known name that another is nearest to, None if none is near enough."""
        if name not in self._found:
            self._found[name] = self._nearest(name)
        return self._found[name]

    def _nearest(self, name: str) -> KnownName | None:
        one = self._reader.read(_AT_END.sub("", name))
        best, found = likeness.NEAR, None
        for other, known in self._known:
            for mine, theirs in ((one.ordered, other.ordered), (" ".join(one.key), " ".join(other.key))):
                if not mine or abs(len(mine) - len(theirs)) > 4 or mine[0] != theirs[0]:
                    continue
                share = likeness.likeness(mine, theirs)
                if share >= best and not slips_apart(one, other) and alike(one, other):
                    best, found = share, known
        return found


def find(running: RunningText, met: Sequence[Mention], names: NearNames) -> Iterator[Mention]:
    """Yield where names stand that are nearly known, each as a name of its own."""
    for match in _PHRASE.finditer(running.text):
        start, end = match.span()
        if any(each.start < end and start < each.end for each in met) or len(match[0]) < _FEWEST:
            continue
        suggested = names.to(match[0])
        if suggested is None:
            continue
        line, character = running.place(start)
        # A municipality that is none of the 290 is another organisation, unless somebody says which is meant.
        what = ("actor", "other") if suggested.node == "municipality" else (suggested.node, suggested.kind)
        yield Mention(gazetteer.new(match[0], *what), match[0], NEAR, SCORE, line, character, start, end)


def _spoken(known: KnownName) -> str:
    gaps = [*(gap or " " for gap in known.gaps), ""]
    return "".join(f"{token}{gap}" for token, gap in zip(known.tokens, gaps, strict=True))
