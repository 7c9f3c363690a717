"""Decisions written in a workspace's own files: accepted candidates as relationships, all decisions in their table, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from actormap import workspace as workspaces
from actormap.errors import InputError, UnknownName, UsageError
from actormap.i18n import Texts
from actormap.model.records import Node
from actormap.model.vocabulary import Vocabulary
from actormap.workspace import editing
from actormap.workspace.decisions import decision
from actormap.workspace.decisions.decision import ACCEPTED, Decision
from actormap.workspace.editing.answers import refuse_personal
from actormap.workspace.pages import municipalities
from actormap.workspace.pages.known import KnownRecords, Row
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.schema.rows import CANDIDATES
from actormap.workspace.workspace import Workspace

_TABLES = {"actor": "actors", "network": "networks", "project": "projects"}


def write(place: str | Path, new: Sequence[Decision], lang: str | None = None) -> int:
    """Write decisions, those accepted as rows of relationships too, with records for names that are new, and return how many are new.

    Raises `UsageError` if the workspace is the built-in one or a text could identify somebody, `UnknownName` if a type or kind is none,
    `InputError` if the tables would have errors; then nothing is written.
    """
    change = editing.begin(place)
    workspace = workspaces.require_valid(workspaces.read(place))
    for each in new:
        for told in (each.by, each.why, each.source_as, each.target_as, each.source, each.target):
            refuse_personal(told)
    draft = _DecisionDraft(workspace, Texts.load(lang or workspace.language))
    fresh = [each for each in new if draft.take(each)]
    if not fresh:
        return 0
    for table, rows in draft.known.added.items():
        for id_, cells in rows.items():
            change.table(table).add({"id": id_} | {name: value for name, value in cells.items() if value is not None})
    for cells in draft.known.ties:
        change.table("relationships").add({name: value for name, value in cells.items() if value is not None})
    decided = change.table(CANDIDATES)
    numbers = {_key(given, workspace.snapshot.by_id): number for number, given in decided.rows()}
    for each in fresh:
        number = numbers.get(each.key(workspace.snapshot.by_id))
        if number is None:
            decided.add(decision.plain(each))
        else:
            decided.change(number, decision.plain(each))
    change.write({"what": CANDIDATES, "n": len(fresh)})
    if errors := workspaces.read(place).errors:
        editing.take_back(place, CANDIDATES)
        raise InputError(
            f"With the decisions {errors[0].place()} would be wrong, so nothing has been written.", hint=errors[0].meant(Texts.load("en"))
        )
    return len(fresh)


def refuse_unfit(each: Decision, workspace: Workspace) -> None:
    """Raise `UsageError` or `UnknownName` if a decision cannot be a row: no such type or kind, or ends that the type does not have."""
    for told in (each.source_as, each.target_as, each.why):
        refuse_personal(told)
    if each.verdict == ACCEPTED:
        _DecisionDraft(workspace, Texts.load(workspace.language)).fit(each)


def take_back(place: str | Path) -> int:
    """Give the files the bytes they had before decisions were last written and return how many those were; `UsageError` if none were."""
    about: Any = editing.take_back(place, CANDIDATES)
    if about is None:
        raise UsageError("There is no decision to take back.", hint="actormap candidates FILES --list shows what awaits one.")
    return int(about["n"])


def _key(given: Mapping[str, str], known: Mapping[str, Node]) -> decision.Key:
    source, type_, target, document = (given.get(name, "") for name in ("source", "type", "target", "document"))
    return decision.key(source, type_, target, document, known)


class _DecisionDraft:
    def __init__(self, workspace: Workspace, texts: Texts) -> None:
        self.known = KnownRecords.of(workspace.snapshot)
        self.by_id = workspace.snapshot.by_id
        self.vocabulary, self.texts = workspace.vocabulary, texts
        self.before = decision.latest(workspace.decisions, self.by_id)
        self._made: dict[str, str] = {}

    def take(self, each: Decision) -> bool:
        """Note a decision and return whether it is new."""
        before = self.before.get(each.key(self.by_id))
        if before and (before.verdict, before.source_as, before.type_as, before.target_as) == (
            *(each.verdict, each.source_as, each.type_as, each.target_as),
        ):
            return False
        self.before[each.key(self.by_id)] = each
        if each.verdict == ACCEPTED:
            self.fit(each)
            type_ = type_of(each.type_as or each.type, self.vocabulary)
            document = self._document(each.document)
            source = {"document": document, "locator": each.locator}
            ends = [
                self._end(as_ or name, kind, source)
                for name, as_, kind in ((each.source, each.source_as, each.source_kind), (each.target, each.target_as, each.target_kind))
            ]
            note = self.texts("candidates.accepted_on", date=each.date or "")
            self.known.tie(ends[0], type_, ends[1], source | {"informant": each.by, "note": note})
        return True

    def fit(self, each: Decision) -> None:
        """Raise `UsageError` if the ends of a relationship are none that its type has."""
        type_ = self.vocabulary.types[name := type_of(each.type_as or each.type, self.vocabulary)]
        for said, kind, allowed in (
            (each.source_as or each.source, each.source_kind, type_.sources),
            (each.target_as or each.target, each.target_kind, type_.targets),
        ):
            if (node := self._node(said, kind)) not in allowed:
                raise UsageError(
                    f"{said} is of the table {node}, and {name} stands between others.", hint=f"It may be one of {', '.join(allowed)}."
                )

    def _node(self, named: str, kind: str | None) -> str:
        known = named if named in self.by_id else self._found(named)
        if known:
            return self.by_id[known].node
        if municipalities.named(named) and kind in (None, "municipality"):
            return "municipality"
        return self._node_of(kind)

    def _node_of(self, kind: str | None) -> str:
        node = next((node for node in _TABLES if kind in self.vocabulary.kinds[node]), None) if kind else "actor"
        if node is None:
            raise UnknownName("kind", kind or "", [name for each in _TABLES for name in self.vocabulary.kinds[each]])
        return node

    def _document(self, named: str) -> str:
        if named in self.by_id:
            return named
        same = [id_ for id_, name in self.known.titles.items() if squeeze(name) == squeeze(named)]
        if not same:
            self.known.titles[id_ := self.known.document(named, None, named)] = named
            same = [id_]
        return same[0]

    def _end(self, named: str, kind: str | None, source: Row) -> str:
        """Return the id of a record, making one of the kind if there is none of the name."""
        if named in self.by_id:
            return named
        if named not in self._made:
            self._made[named] = self._found(named) or self._new(named, kind, source)
        return self._made[named]

    def _found(self, named: str) -> str | None:
        same = [
            node.id
            for node in self.by_id.values()
            if node.node in (*_TABLES, "municipality") and squeeze(named) in map(squeeze, (node.name, *getattr(node, "aliases", ())))
        ]
        return same[0] if len(same) == 1 else None

    def _new(self, named: str, kind: str | None, source: Row) -> str:
        place = municipalities.named(named)
        if place and kind in (None, "municipality"):
            return self.known.municipality(place.name, source)
        return self.known.add(_TABLES[self._node_of(kind)], named, {"kind": kind or self.known.kind_of(named)} | source)


def type_of(word: str, vocabulary: Vocabulary) -> str:
    """Return the relationship type that a word means, in whatever language; raise `UnknownName` if it means none."""
    words = {squeeze(name): name for name in vocabulary.types}
    words |= {squeeze(said[0]): name for name, type_ in vocabulary.types.items() for said in type_.words.values()}
    if squeeze(word) not in words:
        near = closest(word, words)
        raise UnknownName("relationship type", word, near or vocabulary.types)
    return words[squeeze(word)]
