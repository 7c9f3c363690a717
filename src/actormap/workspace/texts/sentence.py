"""What one sentence may say of relationships, rule by rule: who stands where a rule wants it, what denies it or makes it less sure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from actormap.workspace.texts import cues, listings
from actormap.workspace.texts.candidate import BACKWARDS, FORWARDS, RelationshipCandidate
from actormap.workspace.texts.cues import CueRule
from actormap.workspace.texts.gazetteer import KnownName
from actormap.workspace.texts.mentions import Mention
from actormap.workspace.texts.running_text import RunningText

_PROJECT = re.compile(r"(?i)\b\w*(?:projekt|förstudie|satsning|insats|programmet|verksamheten)\w*")
_COMMUNES = re.compile(r"(?i)kommun(?:er|erna|ens?|s)?\b|\b(?:stad|städer|municipalit(?:y|ies))\b")
_COMMUNE = 40  # characters before a cue in which that word may stand
# What stands before somebody who is not the only one: the others come after the verb.
_BESIDES = re.compile(r"(?i)\b(?:förutom|utöver|jämte|vid\s+sidan\s+av|tillsammans\s+med|ihop\s+med)\s+$")
_ADVERBS = re.compile(
    r"(?i)(?:\s+(?:även|också|dessutom|bland\s+annat|bland\s+andra|bl\.?\s?a\.?|nu|numera|idag|i\s+dag|främst|både|såväl|dels|samtliga"
    r"|kommunerna|regionerna|kommunen|myndigheterna|myndigheten))*\s+\(?"
)
_DOING = frozenset(("owns", "carries_out", "coordinates", "funds"))
# Before a project that only the page's own is like: "Precis som projektet Stegen finansieras det av".
_LIKE = re.compile(r"(?i)\b(?:precis\s+som|liksom|likt|på\s+samma\s+sätt\s+som|i\s+likhet\s+med)\s+(?:[a-zåäö-]+\s+){0,4}$")
# Before a project that came before what the sentence is about: "I spåren av Stegen driver Vara ett nytt".
_FORMER = re.compile(r"(?i)\b(?:spåren\s+av|efter|utifrån|sedan|utöver|förutom|till\s+skillnad\s+från)\s+(?:[a-zåäö-]+\s+){0,3}$")
_NAMING = 6  # letters of a word by which a project is known again
_SUBJECT = 60  # characters before a cue in which it may be said what it is about
_NEXT_WORDS = 30  # characters after a verb or its subject in which its object may stand
_IMPLIED = 0.85  # how sure it is that the page's own project is meant where the sentence names none


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a running text from `start` to `end`, with the names in it and the project that the page is about."""

    running: RunningText
    start: int
    end: int
    mentions: Sequence[Mention]
    own: KnownName | None

    @property
    def text(self) -> str:
        """Return the text that the sentence is a part of."""
        return self.running.text

    def by(self, rule: CueRule) -> Iterator[RelationshipCandidate]:
        """Yield what one rule finds."""
        for cue in rule.cues.finditer(self.text, self.start, self.end):
            if rule.unless and rule.unless.search(self.text, max(self.start, cue.start() - _SUBJECT), cue.start()):
                continue
            sources = self._names(rule.source, cue, rule)
            sources = [each for each in sources if each.known.node in rule.nodes and (not rule.kinds or each.known.kind in rule.kinds)]
            sources = self._near(sources, cue, rule)
            targets = self._ends(rule, cue)
            own = [(self.own, 1.0)] if rule.source == cues.OWN and self.own else []
            pairs = [
                *((each.known, each.score * self.sure(each, cue)) for each in sources if not self.denied(each, cue)),
                *own,
            ]
            forwards = FORWARDS if rule.source in (cues.BEFORE, cues.OWN) else BACKWARDS
            line, character = self.running.place(cue.start())
            bare = rule.places and not _COMMUNES.search(self.text, max(self.start, cue.start() - _COMMUNE), self.end)
            for source, sure in pairs:
                for target, certain in targets:
                    says = (target, "active_in", source) if bare and source.node == "municipality" else (source, rule.type, target)
                    yield RelationshipCandidate(
                        *(*says, " ".join(cue[0].split()), forwards),
                        round(rule.score * min(sure, certain), 2),
                        *(line, character, self.start, self.end),
                    )

    def _names(self, where: str, cue: re.Match[str], rule: CueRule) -> list[Mention]:
        if where == cues.SENTENCE:
            return [each for each in self.mentions if each.known.node in rule.nodes and not listings.is_owner_of_next(each, self.text)]
        if where == cues.BEFORE:
            return listings.before(self.text, self.mentions, cue.start(), self.start) if not rule.inverted else self._subjects(cue, rule)
        if where == cues.AFTER:
            return listings.after(self.text, self.mentions, cue.end())
        if where == cues.NEXT:
            return listings.after(self.text, self.mentions, cue.end())[:1]
        if where == cues.REST:
            first = next((each for each in self.mentions if each.start >= cue.end()), None)
            return listings.after(self.text, self.mentions, first.end) if first else []
        return []

    def _ends(self, rule: CueRule, cue: re.Match[str]) -> list[tuple[KnownName, float]]:
        """Return the targets of a rule, each with how sure it is."""
        where = rule.target
        if where == cues.OWN:
            return self._own()
        if where == cues.PROJECT:
            if subject := self._subject(rule, cue):
                return [(subject.known, subject.score)]
            chosen = [each for each in self._projects(cue) if not self.denied(each, cue)]
            if not chosen:
                return [] if self._is_another(rule, cue) else self._own()
            alike = all(_LIKE.search(self.text, self.start, each.start) for each in chosen)
            return [*(self._own() if alike else ()), *((each.known, each.score) for each in chosen)]
        if where == cues.BEFORE:
            nodes = ("project",) if rule.source == cues.OWN else ("network", "actor")
            near = [
                each
                for each in self.mentions
                if each.known.node in nodes and cue.start() - 2 * listings.BACK <= each.start and each.end <= cue.start()
            ]
            return [(each.known, each.score) for each in near[-1:]]
        found = self._names(where, cue, rule)
        return [(each.known, each.score) for each in found if not self.denied(each, cue)]

    def _near(self, sources: list[Mention], cue: re.Match[str], rule: CueRule) -> list[Mention]:
        """Return the sources that a rule may take: those beside the cue if they have to be, and nobody if who does it has no name."""
        if not sources:
            return []
        if rule.directly:
            first, last = sources[0], sources[-1]
            after = first.start >= cue.end()
            start, end = (cue.end(), first.start) if after else (last.end, cue.start())
            if not _ADVERBS.fullmatch(self.text, start, end):
                return []
        if rule.source == cues.AFTER and rule.type in _DOING and cues.book().nameless.match(self.text, cue.end()):
            return []
        return sources[:1] if rule.nearest else sources

    def _subject(self, rule: CueRule, cue: re.Match[str]) -> Mention | None:
        """Return the organisation or network that something is done to: in "Samordningsförbundet ägs av Vara" it is no project."""
        if rule.source != cues.AFTER or rule.type not in _DOING or not cue[0].endswith((" av", " by")):
            return None
        return next(
            (
                each
                for each in self.mentions
                if each.known.node in ("actor", "network")
                and self.text[each.end : cue.start()] == " "
                and not listings.PREPOSITION.search(self.text[max(self.start, each.start - 12) : each.start])
            ),
            None,
        )

    def _is_another(self, rule: CueRule, cue: re.Match[str]) -> bool:
        """Return whether a verb says that another project is meant, of which there is no name: "har drivit ett liknande projekt"."""
        return rule.source == cues.BEFORE and self.is_of_another(cue)

    def is_of_another(self, cue: re.Match[str]) -> bool:
        """Return whether what follows a cue is another project than the page's."""
        other = cues.book().other.search(self.text, cue.end(), min(self.end, cue.end() + _NEXT_WORDS))
        return other is not None and bool(_PROJECT.search(self.text, other.end(), min(self.end, other.end() + _NEXT_WORDS)))

    def _projects(self, cue: re.Match[str]) -> list[Mention]:
        """Return the projects that are listed after a cue, or stand farther on, or closely before it."""
        projects = [each for each in self.mentions if each.known.node == "project"]
        listed = [each for each in listings.after(self.text, self.mentions, cue.end()) if each in projects]
        farther = [each for each in projects if cue.end() <= each.start <= cue.end() + 2 * listings.FARTHEST]
        before = [each for each in projects if 0 <= cue.start() - each.end <= listings.FARTHEST]
        before = [each for each in before if not _FORMER.search(self.text, self.start, each.start)]
        return listed or farther or before[-1:]

    def _own(self) -> list[tuple[KnownName, float]]:
        if self.own is None:
            return []
        return [(self.own, 1.0 if _PROJECT.search(self.text, self.start, self.end) else _IMPLIED)]

    def _subjects(self, cue: re.Match[str], rule: CueRule) -> list[Mention]:
        """Return who does what a verb says, also where they stand after it: "Nu driver Vara projektet", "Förutom Vara deltar Ale"."""
        before = listings.before(self.text, self.mentions, cue.start(), self.start)
        besides = before and _BESIDES.search(self.text, max(self.start, before[0].start - 20), before[0].start)
        if before and not besides:
            return [] if rule.inverted == cues.ONLY else before
        listed = [] if listings.PREPOSITION.search(f"{cue[0]} ") else listings.after(self.text, self.mentions, cue.end())
        after = list(takewhile(lambda each: each.known.node != "project", listed))
        if not after or not _ADVERBS.fullmatch(self.text, cue.end(), after[0].start):
            return [] if rule.inverted == cues.ONLY else before
        if rule.inverted == cues.PROJECT and not self._is_project(after[-1].end):
            return before
        return [*before, *after]

    def _is_project(self, at: int) -> bool:
        """Return whether the next words are the project: its name, a word for one, or a word of its name."""
        end = min(self.end, at + _NEXT_WORDS)
        if any(each.known.node == "project" and at <= each.start <= end for each in self.mentions):
            return True
        named = [word.casefold()[:_NAMING] for word in self.own.tokens if len(word) >= _NAMING] if self.own else []
        words = re.findall(r"\w+", self.text[at:end].casefold())
        return bool(cues.book().project.search(self.text, at, end)) or any(word.startswith(tuple(named)) for word in words if named)

    def denied(self, each: Mention, cue: re.Match[str]) -> bool:
        """Return whether something denies that a cue is about a name."""
        book = cues.book()
        if book.denied_before.search(self.text[max(self.start, each.start - 40) : each.start]):
            return True
        if book.denied_after.match(self.text, each.end):
            return True
        between = self.text[cue.end() : each.start] if each.start >= cue.end() else self.text[each.end : cue.start()]
        ahead = self.text[max(self.start, cue.start() - 25) : cue.start()]
        behind = self.text[cue.end() : cue.end() + 12]
        return any(book.denied_between.search(part) for part in (between, cue[0], ahead, behind))

    def sure(self, each: Mention, cue: re.Match[str]) -> float:
        """Return how sure a cue is of a name: less where an example or a wish is told."""
        first, last = min(each.start, cue.start()), max(each.end, cue.end())
        around = self.text[max(self.start, first - 30) : min(self.end, last + 15)]
        return cues.book().factor if cues.book().weakened.search(around) else 1.0
