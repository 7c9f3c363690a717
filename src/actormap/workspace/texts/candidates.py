"""What running text may say of relationships: names in a sentence with a cue between or beside them, each with its place and score.

None of it is entered unseen. A name that only says where a figure comes from, or that a negative cue keeps out, makes no candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from actormap.model.vocabulary import RelationshipType
from actormap.workspace.texts import cues, sentences
from actormap.workspace.texts.cues import CueRule
from actormap.workspace.texts.gazetteer import KnownName
from actormap.workspace.texts.mentions import COMPOUND, EXACT, GENITIVE, Mention
from actormap.workspace.texts.running_text import RunningText

FORWARDS, BACKWARDS = "forwards", "backwards"
_FARTHEST, _BACK = 70, 90  # characters between a cue and the first name after it, and the last before it, that it is about
_LISTED_ON = 90  # characters between two names of which the second stands directly after "samt"
_JOINED = re.compile(
    r"[\s,;()/\u2022\u2013\u2026\"\u201d-]*(?:(?:och|samt|eller|via|till|med|inklusive|dvs|d\.v\.s\.|som|and)\b[\s,\u2022-]*)*"
    r"(?:[\w-]+[ ]){0,3}\W{0,3}"
)
_PROJECT = re.compile(r"(?i)\b\w*(?:projekt|förstudie|satsning|insats|programmet|verksamheten)\w*")
_COMMUNES = re.compile(r"(?i)kommun(?:er|erna|ens?|s)?\b|\b(?:stad|städer|municipalit(?:y|ies))\b")
_COMMUNE = 40  # characters before a cue in which that word may stand
_SAMT = re.compile(r"(?:,|\bsamt)\s+$")
# A name after one of these is not who does something.
_PREPOSITION = re.compile(r"(?i)(?:^|[\s(])(?:inom|i|på|hos|vid|från|till|för|av|om|under|mot|genom|kring|bland|utifrån|of|in|from)\s+$")
# Another clause has begun, also by "som" of somebody else: "ihop med de parter som är med i".
_OTHER_CLAUSE = re.compile(r"(?i:\b(?:där|att|när|om|medan|eftersom|vilket|vilka|that|where)\b)|\b[a-zåäö]+[ ]som\b")
_PROJECT_AFTER = re.compile(r"[ \u00a0](?:finansierade?\s+)?projekt")
_LAST_OF_SEVERAL = re.compile(r"[ ](?:kommuner|städer)\b")  # "Ale, Kungälv och Tjörns kommuner"
_THIS_NETWORK = re.compile(r"(?:Nätverket|Detta nätverk|Rådet|Forumet|I nätverket|I rådet)\b")
_ANAPHOR = 0.6  # how sure it is that "nätverket" is the network that was named last
_IMPLIED = 0.85  # how sure it is that the page's own project is meant where the sentence names none


@dataclass(frozen=True, slots=True)
class RelationshipCandidate:
    """What one sentence may say: who, which type, whom; the cue that shows it and whether it reads forwards; where; how sure.

    `line` and `character` are those of the cue; `start` and `end` bound the sentence in the running text.
    """

    source: KnownName
    type: str
    target: KnownName
    cue: str
    direction: str
    score: float
    line: int
    character: int
    start: int = 0
    end: int = 0

    @property
    def key(self) -> tuple[tuple[str, str], str, tuple[str, str]]:
        """Return what makes two candidates one, wherever they stand."""
        return (self.source.key, self.type, self.target.key)


def find(
    running: RunningText,
    mentions: Sequence[Mention],
    own: KnownName | None,
    types: Mapping[str, RelationshipType],
    owned: frozenset[tuple[tuple[str, str], tuple[str, str]]] = frozenset(),
) -> tuple[RelationshipCandidate, ...]:
    """Return the candidates of a text whose page is about the project `own`, in the order of the text; of several alike the surest.

    `owned` are who is known to own what.
    """
    found: dict[tuple[tuple[str, str], str, tuple[str, str]], RelationshipCandidate] = {}
    every = list(_every(running, mentions, own))
    owning = {(each.source.key, each.target.key) for each in every if each.type == "owns"} | owned
    for each in every:
        if each.type == "participates_in" and (each.source.key, each.target.key) in owning:
            continue  # who owns a project takes part in it: nobody need be asked
        allowed = types.get(each.type)
        fits = allowed and each.source.node in allowed.sources and each.target.node in allowed.targets
        if not fits or each.source.key == each.target.key:
            continue
        other = found.get(each.key)
        if other is None or other.score < each.score:
            found[each.key] = each
    return tuple(sorted(found.values(), key=lambda each: (each.line, each.character, each.type, each.source.name, each.target.name)))


def _every(running: RunningText, mentions: Sequence[Mention], own: KnownName | None) -> Iterator[RelationshipCandidate]:
    last: Mention | None = None
    for start, end in sentences.spans(running.text):
        within = [each for each in mentions if start <= each.start < end and each.known.node != "theme"]
        networks = [each for each in within if each.known.node == "network"]
        # "Nätverket har bidragit": the one that was named last is meant.
        if last and not networks and (this := _THIS_NETWORK.match(running.text, start)):
            within = [each for each in within if each.end <= start or each.start >= this.end()]
            within.insert(0, replace(last, score=_ANAPHOR, start=start, end=this.end(), form=this[0], rule=EXACT))
        last = networks[-1] if networks else last
        one = _Sentence(running, start, end, within, own)
        for rule in cues.book().rules:
            yield from one.by(rule)
    yield from _under_headings(running, mentions, own)


@dataclass(frozen=True, slots=True)
class _Sentence:
    running: RunningText
    start: int
    end: int
    mentions: Sequence[Mention]
    own: KnownName | None

    @property
    def text(self) -> str:
        return self.running.text

    def by(self, rule: CueRule) -> Iterator[RelationshipCandidate]:
        """Yield what one rule finds."""
        for cue in rule.cues.finditer(self.text, self.start, self.end):
            sources = self._names(rule.source, cue, rule)
            sources = [each for each in sources if each.known.node in rule.nodes and (not rule.kinds or each.known.kind in rule.kinds)]
            if rule.nearest:
                sources = sources[:1]
            targets = self._ends(rule, cue)
            own = [(self.own, 1.0)] if rule.source == cues.OWN and self.own else []
            pairs = [
                *((each.known, each.score * self._sure(each, cue)) for each in sources if not self._denied(each, cue)),
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
            return [each for each in self.mentions if each.known.node in rule.nodes and not _is_owner_of_next(each, self.text)]
        if where == cues.BEFORE:
            return self._run_before(cue.start())
        if where == cues.AFTER:
            return self._run_after(cue.end())
        if where == cues.NEXT:
            return self._run_after(cue.end())[:1]
        if where == cues.REST:
            first = next((each for each in self.mentions if each.start >= cue.end()), None)
            return self._run_after(first.end) if first else []
        return []

    def _ends(self, rule: CueRule, cue: re.Match[str]) -> list[tuple[KnownName, float]]:
        """Return the targets of a rule, each with how sure it is."""
        where = rule.target
        if where == cues.OWN:
            return self._own()
        if where == cues.PROJECT:
            chosen = [each for each in self._projects(cue) if not self._denied(each, cue)]
            return [(each.known, each.score) for each in chosen] if chosen else self._own()
        if where == cues.BEFORE:
            nodes = ("project",) if rule.source == cues.OWN else ("network", "actor")
            near = [
                each
                for each in self.mentions
                if each.known.node in nodes and cue.start() - 2 * _BACK <= each.start and each.end <= cue.start()
            ]
            return [(each.known, each.score) for each in near[-1:]]
        found = self._names(where, cue, rule)
        return [(each.known, each.score) for each in found if not self._denied(each, cue)]

    def _projects(self, cue: re.Match[str]) -> list[Mention]:
        """Return the projects that are listed after a cue, or stand farther on, or closely before it."""
        projects = [each for each in self.mentions if each.known.node == "project"]
        listed = [each for each in self._run_after(cue.end()) if each in projects]
        farther = [each for each in projects if cue.end() <= each.start <= cue.end() + 2 * _FARTHEST]
        before = [each for each in projects if 0 <= cue.start() - each.end <= _FARTHEST]
        return listed or farther or before[-1:]

    def _own(self) -> list[tuple[KnownName, float]]:
        if self.own is None:
            return []
        return [(self.own, 1.0 if _PROJECT.search(self.text, self.start, self.end) else _IMPLIED)]

    def _run_after(self, at: int) -> list[Mention]:
        """Return the names that are listed after a place in the sentence."""
        found: list[Mention] = []
        last = at
        for each in (one for one in self.mentions if one.start >= at):
            between = self.text[last : each.start]
            if (not found and len(between) > _FARTHEST) or (found and (not _goes_on(between) or cues.book().phrases.search(between))):
                break
            if not _is_owner_of_next(each, self.text):
                found.append(each)
            last = each.end
        return found

    def _run_before(self, at: int) -> list[Mention]:
        """Return the names that are listed before a place in the sentence, those who can be who does something."""
        found: list[Mention] = []
        last = at
        for each in reversed([one for one in self.mentions if one.end <= at]):
            between = self.text[each.end : last]
            if not found and (len(between) > _BACK or _OTHER_CLAUSE.search(between)):
                break
            if (found and not _goes_on(between)) or _PREPOSITION.search(self.text[max(self.start, each.start - 12) : each.start]):
                break
            if not _is_owner_of_next(each, self.text):
                found.append(each)
            last = each.start
        return found[::-1]

    def _denied(self, each: Mention, cue: re.Match[str]) -> bool:
        book = cues.book()
        if book.denied_before.search(self.text[max(self.start, each.start - 40) : each.start]):
            return True
        if book.denied_after.match(self.text, each.end):
            return True
        between = self.text[cue.end() : each.start] if each.start >= cue.end() else self.text[each.end : cue.start()]
        ahead = self.text[max(self.start, cue.start() - 25) : cue.start()]
        behind = self.text[cue.end() : cue.end() + 12]
        return any(book.denied_between.search(part) for part in (between, ahead, behind))

    def _sure(self, each: Mention, cue: re.Match[str]) -> float:
        first, last = min(each.start, cue.start()), max(each.end, cue.end())
        around = self.text[max(self.start, first - 30) : min(self.end, last + 15)]
        return cues.book().factor if cues.book().weakened.search(around) else 1.0


def _goes_on(between: str) -> bool:
    """Return whether what stands between two names lists them together."""
    return bool(_JOINED.fullmatch(between)) or (len(between) <= _LISTED_ON and bool(_SAMT.search(between)))


def _is_owner_of_next(each: Mention, text: str) -> bool:
    """Return whether a name only says whose the next word is: GRs kommuner, ESF-projekt."""
    if each.known.is_acronym and _PROJECT_AFTER.match(text, each.end):
        return True
    genitive = each.rule == GENITIVE and text[each.end : each.end + 1] == " " and not _LAST_OF_SEVERAL.match(text, each.end)
    return each.rule == COMPOUND or genitive or _is_stem(each, text)


def _is_stem(each: Mention, text: str) -> bool:
    # "Stockholms Stads verksamhet", "Botkyrka kommuns": the last word of the name is in the genitive.
    return each.form.casefold().endswith(("stads", "kommuns")) and text[each.end : each.end + 1] == " "


_HEADING = re.compile(r"(?m)^((?:[^\n:]|:(?=s\b)){3,40}):?[ ]*$")
_ROLE_HEADING = re.compile(r":?s\s+roll$", re.IGNORECASE)


def _under_headings(running: RunningText, mentions: Sequence[Mention], own: KnownName | None) -> Iterator[RelationshipCandidate]:
    if own is None:
        return
    text, book = running.text, cues.book()
    for heading in _HEADING.finditer(text):
        body = _body(text, heading.end())
        said = heading[1].strip().casefold()
        line, character = running.place(heading.start())
        if type_ := book.headings.get(said):
            for each in (one for one in mentions if body[0] <= one.start < body[1] and not _is_owner_of_next(one, text)):
                yield RelationshipCandidate(
                    each.known, type_, own, heading[1].strip(), BACKWARDS, round(0.85 * each.score, 2), line, character, *body
                )
        elif _ROLE_HEADING.search(said):
            whose = [one for one in mentions if heading.start() <= one.start < heading.end()]
            for role, type_ in _roles(text[slice(*body)], book.roles):
                for each in whose:
                    yield RelationshipCandidate(each.known, type_, own, role, FORWARDS, 0.85, line, character, heading.start(), body[1])


def _roles(text: str, roles: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    return [(word, type_) for word, type_ in roles.items() if re.search(rf"(?i)\b{re.escape(word)}\b", text)]


def _body(text: str, at: int) -> tuple[int, int]:
    """Return where what stands under a heading begins and ends: to the next blank line."""
    start = at + len(text[at:]) - len(text[at:].lstrip("\n"))
    end = text.find("\n\n", start)
    return start, end if end >= 0 else len(text)
