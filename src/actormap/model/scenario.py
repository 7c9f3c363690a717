"""What if: a scenario takes records away from a graph and puts others in, and can be undone to the byte.

A scenario is the difference itself, as whole records, so that its inverse is the same with both halves exchanged. `plan` works it out
from what somebody changes: with a network or project goes what networks and projects are part of it, with an organisation its units, and
with everything the relationships and required cells that name it. An actor whose municipality goes is kept without one.

What a scenario adds is stated by the scenario, and by nothing else: the statements carry the document `scenario`, which is added too, and
the status that they are given, `stated` unless another is. So they count as ties, they are told apart in every list of evidence, and a
selection of documents holds them only if it names `scenario` as well (`within` does that).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import Any

from actormap.errors import UsageError
from actormap.model.records import Actor, Coded, Document, Municipality, Network, Node, Project, Relationship, Requirement, Snapshot
from actormap.model.selection import Selection

DOCUMENT = "scenario"
NOT_SO = ("planned", "denied")


@dataclass(frozen=True, slots=True)
class ScenarioChanges:
    """What somebody wants to try: nodes and relationships to add, and ids of nodes and relationships to take away."""

    add: tuple[Node, ...] = ()
    tie: tuple[Relationship, ...] = ()
    remove: tuple[str, ...] = ()
    untie: tuple[str, ...] = ()


@dataclass(frozen=True)
class Scenario:
    """The difference between a graph and another: the records that go, and those that come in their place or besides."""

    title: str
    removed: Snapshot
    added: Snapshot

    @property
    def document(self) -> str | None:
        """Return the id of the document that added statements carry, None if nothing is stated."""
        cited = {piece.document for tie in self.added.relationships for piece in tie.evidence}
        return next((document.id for document in self.added.documents if document.id in cited), None)


def plan(snapshot: Snapshot, changes: ScenarioChanges, title: str = DOCUMENT) -> Scenario:
    """Return the scenario that makes changes true of a graph; a relationship that exists gains a statement."""
    gone = _with_parts(snapshot, changes.remove)
    nodes = snapshot.by_id
    ties = {tie.id: tie for tie in snapshot.relationships}
    removed_ties = {tie.id for tie in snapshot.relationships if tie.source in gone or tie.target in gone} | set(changes.untie)
    document = Document(id=_free(DOCUMENT, snapshot), title=title)
    added = {tie.id: _merged(_cited(tie, document.id), ties.get(tie.id), removed_ties) for tie in changes.tie}
    homeless = [actor for actor in snapshot.actors if actor.municipality in gone and actor.id not in gone]
    lines = [line for line in snapshot.coverage if gone & set(_named(line))]
    return Scenario(
        title,
        removed=Snapshot.of(
            [*(nodes[each] for each in gone), *homeless],
            [ties[each] for each in sorted(removed_ties | (added.keys() & ties.keys()))],
            lines,
            _coded_of(snapshot, gone),
        ),
        added=Snapshot.of(
            [*changes.add, *(replace(actor, municipality=None) for actor in homeless), *([document] if added else [])], added.values()
        ),
    )


def apply(snapshot: Snapshot, scenario: Scenario) -> Snapshot:
    """Return the graph as the scenario has it; raise `UsageError` if the scenario was made for another graph."""
    tables = {table.name: _changed(table.name, snapshot, scenario) for table in fields(Snapshot)}
    return Snapshot.of_tables(tables)


def inverse(scenario: Scenario) -> Scenario:
    """Return the scenario that undoes this one."""
    return Scenario(scenario.title, removed=scenario.added, added=scenario.removed)


def within(selection: Selection, scenario: Scenario) -> Selection:
    """Return a selection that holds what the scenario states, besides what it holds already."""
    if not selection.documents or scenario.document is None:
        return selection
    return replace(selection, documents=(*selection.documents, scenario.document))


def _with_parts(snapshot: Snapshot, ids: Iterable[str]) -> set[str]:
    parts: dict[str, list[str]] = {}
    for tie in snapshot.relationships:
        if tie.type == "part_of" and not all(piece.status in NOT_SO for piece in tie.evidence):
            part, whole = snapshot.by_id[tie.source], snapshot.by_id[tie.target]
            venues = isinstance(part, Network | Project) and isinstance(whole, Network | Project)
            if venues or (part.kind == "unit" and isinstance(whole, Actor | Municipality)):
                parts.setdefault(whole.id, []).append(part.id)
    found, waiting = set(ids), list(ids)
    while waiting:
        fresh = [part for part in parts.get(waiting.pop(), ()) if part not in found]
        found.update(fresh)
        waiting += fresh
    return found


def _changed(table: str, snapshot: Snapshot, scenario: Scenario) -> list[Any]:
    there = {record.id: record for record in getattr(snapshot, table)}
    for record in getattr(scenario.removed, table):
        if there.pop(record.id, None) != record:
            raise _made_for_another(scenario, record)
    for record in getattr(scenario.added, table):
        if there.setdefault(record.id, record) is not record:
            raise _made_for_another(scenario, record)
    return list(there.values())


def _made_for_another(scenario: Scenario, record: Any) -> UsageError:
    what = f"{record.source} {record.type} {record.target}" if isinstance(record, Relationship) else record.id
    return UsageError(f'The scenario "{scenario.title}" was made for another graph: {what} is not as it expects.', hint="Plan it anew.")


def _cited(tie: Relationship, document: str) -> Relationship:
    return replace(tie, evidence=tuple(piece if piece.document else replace(piece, document=document) for piece in tie.evidence))


def _merged(tie: Relationship, old: Relationship | None, removed: set[str]) -> Relationship:
    if old is None or old.id in removed:
        return tie
    return replace(tie, evidence=(*old.evidence, *(piece for piece in tie.evidence if piece not in old.evidence)))


def _coded_of(snapshot: Snapshot, gone: set[str]) -> list[Coded]:
    # What is coded of a project goes with it; that a theme or a document goes takes nothing away from what is said of a project.
    return [row for row in snapshot.coding() if getattr(row, "project", None) in gone]


def _named(line: Requirement) -> Iterator[str]:
    return (each for each in (line.network, line.municipality, line.theme) if each)


def _free(wanted: str, snapshot: Snapshot) -> str:
    number, name = 1, wanted
    while name in snapshot.by_id:
        number += 1
        name = f"{wanted}-{number}"
    return name
