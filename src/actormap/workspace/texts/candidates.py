"""What running text may say of relationships: names in a sentence with a cue between or beside them, each with its place and score.

None of it is entered unseen. A name that only says where a figure comes from, or that a negative cue keeps out, makes no candidate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from actormap.model.vocabulary import RelationshipType
from actormap.workspace.texts import cues, listings, sentences, stems
from actormap.workspace.texts.candidate import BACKWARDS, FORWARDS, RelationshipCandidate
from actormap.workspace.texts.gazetteer import KnownName
from actormap.workspace.texts.mentions import EXACT, Mention
from actormap.workspace.texts.running_text import RunningText
from actormap.workspace.texts.sentence import Sentence

_THIS_NETWORK = re.compile(r"(?:Nätverket|Detta nätverk|Rådet|Forumet|I nätverket|I rådet)\b")
_ANAPHOR = 0.6  # how sure it is that "nätverket" is the network that was named last


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
        one = Sentence(running, start, end, within, own)
        ruled = [each for rule in cues.book().rules for each in one.by(rule)]
        yield from ruled
        yield from stems.likely(one, ruled)
    yield from _under_headings(running, mentions, own)


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
            for each in (one for one in mentions if body[0] <= one.start < body[1] and not listings.is_owner_of_next(one, text)):
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
