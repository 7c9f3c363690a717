"""The running text of one page: whom it names and what it may say, with people made unreadable before anything is looked for."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from actormap.model.records import Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.pages import header, layouts, values
from actormap.workspace.pages.contact import PageContacts
from actormap.workspace.texts import candidates, gazetteer, mentions, near_names, people, running_text, unknown_names
from actormap.workspace.texts.candidate import RelationshipCandidate
from actormap.workspace.texts.gazetteer import Gazetteer, KnownName
from actormap.workspace.texts.mentions import Mention
from actormap.workspace.texts.near_names import NearNames
from actormap.workspace.texts.running_text import RunningText

_FIRST_LINES = 20
_LONGEST = 100  # characters of a title
_WORDS = 3
_TITLE = re.compile(r"[A-ZÅÄÖ][^:\u2026\d.]*")
_CAPITALS = re.compile(r"[A-ZÅÄÖ]{3,}\d*")


@dataclass(frozen=True, slots=True)
class TextNames:
    """The names that the texts of one workspace are searched for, made once for many pages."""

    gazetteer: Gazetteer
    near: NearNames
    owners: Mapping[str, tuple[str, ...]]
    owned: frozenset[tuple[tuple[str, str], tuple[str, str]]]

    @classmethod
    def of(cls, snapshot: Snapshot) -> TextNames:
        """Return the names of a workspace and of Sweden."""
        known = Gazetteer.of(snapshot)
        owners: defaultdict[str, list[str]] = defaultdict(list)
        for tie in snapshot.relationships:
            if tie.type == "owns":
                owners[tie.target].append(tie.source)
        keys = {id_: (node.node, id_) for id_, node in snapshot.by_id.items()}
        owned = frozenset((keys[id_], keys[project]) for project, ids in owners.items() for id_ in ids)
        return cls(known, NearNames(known), {project: tuple(ids) for project, ids in owners.items()}, owned)


@dataclass(frozen=True, slots=True)
class PageText:
    """A page's running text, the names in it, and the candidates; `own` is the project that the page is about, None if that is unknown."""

    running: RunningText
    own: KnownName | None
    mentions: tuple[Mention, ...]
    candidates: tuple[RelationshipCandidate, ...]

    def sentence(self, one: RelationshipCandidate) -> str:
        """Return the sentence that a candidate stands in, people left out."""
        return " ".join(self.running.text[one.start : one.end].split())


def read(
    lines: Sequence[str], snapshot: Snapshot, vocabulary: Vocabulary, *, project: str | None = None, names: TextNames | None = None
) -> PageText:
    """Return what a page's running text says; `project` is the id of the project that the page is about, `names` those of the workspace."""
    found = header.find(lines)
    of_bank = layouts.layout(found) != layouts.OTHER
    contacts = PageContacts.of(lines, found)
    without = {*(range(found.first, found.last + 1) if of_bank else ()), *found.personal_lines}
    told = running_text.of(lines, without=without)
    told = told.veiled(people.spans(told.text, contacts.names, contacts.spelt))
    names = names or TextNames.of(snapshot)
    known = names.gazetteer
    if project:
        known = known.with_names(gazetteer.called(snapshot, aliases(snapshot, project, names.owners.get(project, ()))))
    met = mentions.find(told, known)
    every = unknown_names.merged(met, unknown_names.find(told, met))
    every = unknown_names.merged(every, tuple(near_names.find(told, every, names.near)))
    own = _own(told, every, snapshot, project, of_bank=of_bank)
    # The title names the project; it says nothing of it.
    title = _title_end(told, found.first if of_bank else 0)
    every = tuple(each for each in every if each.start >= title)
    return PageText(told, own, every, candidates.find(told, every, own, vocabulary.types, names.owned))


def aliases(snapshot: Snapshot, project: str, owners: Iterable[str] = ()) -> Iterable[tuple[str, str]]:
    """Yield what a page calls its own project and the owner of it for short, by id."""
    name = snapshot.by_id[project].name
    parts = [part for part in re.split(r"\s+[-\u2013]\s+", name) if part]
    first = re.sub(r"(?i)^(?:förstudien?|projektet)\s+", "", parts[0])
    short = {parts[0], first, *(_CAPITALS.findall(first)[:1] if first.split()[:1] == _CAPITALS.findall(first)[:1] else [])}
    yield from ((project, each) for each in sorted(short - {name}) if len(each) > 2)
    begins = {word for words in gazetteer.data()["begins"].values() for word in words if word[0].isupper() and len(word) > 8}
    for owner in owners:
        word = snapshot.by_id[owner].name.split(" ")[0]
        if word in begins:
            yield owner, word


def _own(told: RunningText, every: Sequence[Mention], snapshot: Snapshot, project: str | None, *, of_bank: bool) -> KnownName | None:
    if project:
        return gazetteer.record(snapshot, project)
    ends = [found.start() for found in re.finditer(r"\n+|$", told.text)][:_FIRST_LINES]
    named = next((each for each in every if each.known.node == "project" and ends and each.start < ends[0]), None)
    if named or of_bank:
        return named.known if named else None
    for start, end in zip((0, *ends), ends, strict=False):
        line = told.text[start:end].strip()
        if len(line.split()) >= _WORDS and len(line) <= _LONGEST and _TITLE.fullmatch(line) and not values.is_sentence(line):
            return gazetteer.new(line, "project", "project")
    return None


def _title_end(told: RunningText, first: int) -> int:
    above = [start for start, line, _ in told.starts if line >= first] if first else []
    return above[0] if above else 0
