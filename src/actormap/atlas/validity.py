"""What the tables of a workspace would have refused, asked of records that come from elsewhere, such as a backup edited by hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actormap.i18n import Texts
from actormap.model.coding import CodedAnswer
from actormap.model.records import NODE_TABLES, Relationship, Requirement, Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.store.fields import forms, says, shown
from actormap.workspace.problems import Fault
from actormap.workspace.reading.coverage import EVERY
from actormap.workspace.schema import closed_lists, rows

LANGUAGE = "en"  # errors are told in English, problems in the language of the workspace
# What no cell of a table holds as it stands in a record, or what is looked at by itself.
_APART = frozenset({"attributes", "aliases", "evidence", "values", "partly", "reached", "outside"})
# Lists that no workspace can extend are known to whoever has lost its words.
_FIXED = ("answers", *closed_lists.WORDED)
# A programme that no words explain dates no project, and that is all it does.
_UNBOUND = ("programmes",)
_REFERENCES = {name: name for name in ("municipality", "document", "network", "theme", "project")}


@dataclass(frozen=True, slots=True)
class _AnyWord:
    """A list whose words nobody has kept: every word is one."""

    def read(self, word: str) -> str:
        """Return the word as it stands; raise `Fault` if there is none."""
        if not word:
            raise Fault("not_understood")
        return word


def faults(snapshot: Snapshot, vocabulary: Vocabulary | None) -> Iterator[str]:
    """Yield, as the beginning of a sentence's message, everything in the records that the tables of a workspace cannot hold.

    Without a vocabulary any kind, type, status and programme will do, since the words of the graph have not been kept.
    """
    return _Reading(snapshot, vocabulary).faults()


class _Reading:
    def __init__(self, snapshot: Snapshot, vocabulary: Vocabulary | None) -> None:
        self.snapshot = snapshot
        self.vocabulary = vocabulary
        self.texts = Texts.load(LANGUAGE)
        known: Mapping[str, Any] = closed_lists.lists(vocabulary or Vocabulary.load())
        spoken = known if vocabulary else {name: known[name] for name in _FIXED}
        self.lists = {name: _AnyWord() for name in known} | {name: words for name, words in spoken.items() if name not in _UNBOUND}
        # Only for the nodes that this graph has; a search of the whole snapshot for each reference would take the square of its size.
        self.node_of = {node.id: node.node for node in snapshot.nodes()}

    def faults(self) -> Iterator[str]:
        for table in NODE_TABLES:
            for node in getattr(self.snapshot, table):
                yield from self._row(table, node, _cells(node))
                yield from self._references(node, node, ("municipality", "document"))
        for tie in self.snapshot.relationships:
            yield from self._relationship(tie)
        for line in self.snapshot.coverage:
            yield from self._row("coverage", line, _cells(line))
            yield from self._references(line, line, ("network", "municipality", "theme", "document"))
        asked = {question.id for question in self.snapshot.questions}
        for row in self.snapshot.coding():
            yield from self._row(row.table, row, _cells(row))
            yield from self._references(row, row, ("project", "theme", "document"))
            if isinstance(row, CodedAnswer) and row.question not in asked:
                yield self._told(row, "question", row.question, Fault("unknown_question"))

    def _relationship(self, tie: Relationship) -> Iterator[str]:
        yield from self._ends(tie)
        if not tie.evidence:
            yield f'The {says(tie)}: the field "evidence" is empty, and a relationship rests on one statement at least.'
        for piece in tie.evidence:
            yield from self._row("relationships", tie, _cells(tie) | _cells(piece))
            yield from self._references(tie, piece, ("document",))

    def _ends(self, tie: Relationship) -> Iterator[str]:
        type_ = self.vocabulary.types.get(tie.type) if self.vocabulary else None
        sources, targets = (type_.sources, type_.targets) if type_ else (None, None)
        for name, allowed, fault in (("source", sources, "start_not_allowed"), ("target", targets, "end_not_allowed")):
            node = self.node_of.get(getattr(tie, name))
            if node is None:
                yield self._told(tie, name, getattr(tie, name), Fault("unknown_id"))
            elif allowed is not None and node not in allowed:
                fitting = Fault(fault, type=tie.type, record=self._called((node,)), allowed=self._called(allowed))
                yield self._told(tie, name, getattr(tie, name), fitting)
        if tie.source == tie.target:
            yield self._told(tie, "target", tie.target, Fault("to_itself"))

    def _references(self, record: Any, part: Any, names: Sequence[str]) -> Iterator[str]:
        for name in names:
            found = getattr(part, name, None)
            if found is None or (isinstance(part, Requirement) and (name, found) == EVERY):
                continue
            if self.node_of.get(found) != _REFERENCES[name]:
                yield self._told(record, name, found, Fault(f"unknown_{name}"))

    def _row(self, table: str, record: Any, cells: dict[str, Any]) -> Iterator[str]:
        for name in rows.required(table):
            if cells.get(name) == "":
                del cells[name]
        row, wrong = rows.read(table, cells, self.lists)
        for name, fault in wrong.items():
            yield self._told(record, name, cells.get(name), fault)
        if wrong:
            return
        for name, value in cells.items():
            if (read := getattr(row, name)) != value:
                yield f'The {says(record)}: the field "{name}" is {shown(str(value))}, which is kept as {shown(str(read))}.'

    def _told(self, record: Any, name: str, found: Any, fault: Fault) -> str:
        said = "is empty" if found is None or found == "" else f"is {shown(str(found))}"
        return f'The {says(record)}: the field "{name}" {said}. {self.texts(f"problems.{fault.key}", **fault.values)}'

    def _called(self, nodes: Sequence[str]) -> str:
        words = (self.vocabulary or Vocabulary.load()).nodes
        return ", ".join(words[node].words[LANGUAGE][0] for node in nodes)


def _cells(record: Any) -> dict[str, Any]:
    return {name: value for name in forms(type(record)) if name not in _APART and (value := getattr(record, name)) is not None}
