"""Which statements of a snapshot count: chosen by status, document, date and attribute, with a tally of what was left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from actormap.errors import UnknownName
from actormap.model import dates, lookup
from actormap.model.records import Document, Network, Node, Project, Relationship, Snapshot
from actormap.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Selection:
    """What to keep. Empty means no narrowing, except `statuses`, where it means the vocabulary's defaults.

    `documents` names documents or collections. `at` is one date and `since`/`until` a period: what overlaps them is kept.
    `where` holds attribute and value, such as ("kind", "municipality"): a statement is kept if one of its ends has that value; several
    values of one attribute are alternatives, several attributes must all hold.
    """

    statuses: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    at: str | None = None
    since: str | None = None
    until: str | None = None
    where: tuple[tuple[str, str], ...] = ()

    @property
    def period(self) -> tuple[str, str] | None:
        """Return the first and last date looked at, or None if all times are."""
        if self.at:
            return self.at, self.at
        if self.since or self.until:
            return self.since or dates.EARLIEST, self.until or dates.LATEST
        return None


@dataclass(frozen=True)
class Selected:
    """What a selection keeps of a snapshot.

    `relationships` hold only the statements kept. `structure` is the same without the `where` condition: it says what is part of what.
    `present` are the ids of the nodes that the chosen documents know of at the chosen time, `mentioned` those that a statement of any
    status in them ties to something. `left_out` counts statements by reason;
    `undated` and `dated_by_implication` count relationships kept that have no date, or one that follows from a parent or programme.
    """

    relationships: tuple[Relationship, ...]
    structure: tuple[Relationship, ...]
    present: frozenset[str]
    mentioned: frozenset[str]
    left_out: Mapping[str, int]
    undated: int
    dated_by_implication: int


Interval = tuple[str | None, str | None]


def select(snapshot: Snapshot, selection: Selection, vocabulary: Vocabulary) -> Selected:
    """Return what a selection keeps; raise `UnknownName` if it names a status, document, attribute or value that does not exist."""
    statuses = _statuses(selection, vocabulary)
    documents = _documents(selection, snapshot)
    validity = Validity(snapshot, vocabulary, statuses, documents)
    matches = _matcher(selection, snapshot, vocabulary)
    left_out: Counter[str] = Counter()
    structure: list[Relationship] = []
    kept: list[Relationship] = []
    mentioned: set[str] = set()
    undated = implied = 0
    for tie in snapshot.relationships:
        evidence = tuple(e for e in tie.evidence if documents is None or e.document in documents)
        left_out["document"] += len(tie.evidence) - len(evidence)
        if evidence:
            mentioned |= {tie.source, tie.target}
        firm = tuple(e for e in evidence if e.status in statuses)
        left_out["status"] += len(evidence) - len(firm)
        if not firm:
            continue
        tie = tie if len(firm) == len(tie.evidence) else replace(tie, evidence=firm)  # noqa: PLW2901  (the part that counts)
        interval, by_implication = validity.of(tie)
        if selection.period and not dates.overlaps(*interval, *selection.period):
            left_out["date"] += len(firm)
            continue
        structure.append(tie)
        if not matches(tie):
            left_out["where"] += len(firm)
            continue
        kept.append(tie)
        undated += interval == (None, None)
        implied += by_implication
    return Selected(
        relationships=tuple(kept),
        structure=tuple(structure),
        present=_present(snapshot, selection, documents, mentioned, validity),
        mentioned=frozenset(mentioned),
        left_out={reason: left_out[reason] for reason in ("status", "document", "date", "where") if left_out[reason]},
        undated=undated,
        dated_by_implication=implied,
    )


class Validity:
    """When relationships and venues hold, with what is missing filled in from the venue, its parent, or its programme."""

    def __init__(
        self, snapshot: Snapshot, vocabulary: Vocabulary, statuses: frozenset[str], documents: frozenset[str] | None = None
    ) -> None:
        self._nodes = snapshot.by_id
        self._programmes = vocabulary.programmes
        self._parents: dict[str, str] = {}
        for tie in snapshot.relationships:
            ends = self._nodes.get(tie.source), self._nodes.get(tie.target)
            counts = any(e.status in statuses and (documents is None or e.document in documents) for e in tie.evidence)
            if tie.type == "part_of" and counts and all(isinstance(end, Project) for end in ends):
                self._parents.setdefault(tie.source, tie.target)

    def of(self, tie: Relationship) -> tuple[Interval, bool]:
        """Return the relationship's interval and whether any bound of it is only implied.

        A bound it lacks is that of its source if that is a network or project with dates, else that of its target.
        """
        own: Interval = (tie.valid_from, tie.valid_to)
        if all(own):
            return own, False
        for end in (tie.source, tie.target):
            (start, stop), implied = self.of_venue(end)
            if start or stop:
                return (own[0] or start, own[1] or stop), implied
        return own, False

    def of_venue(self, node_id: str) -> tuple[Interval, bool]:
        """Return a network's or project's interval and whether it is implied by a parent project or a programme."""
        seen: set[str] = set()
        current: str | None = node_id
        while current is not None and current not in seen:
            seen.add(current)
            node = self._nodes.get(current)
            if isinstance(node, Network):
                return (node.valid_from, node.valid_to), False
            if not isinstance(node, Project):
                break
            if node.start or node.end:
                return (node.start, node.end), current != node_id
            current = self._parents.get(current)
        project = self._nodes.get(node_id)
        if isinstance(project, Project) and project.programme and project.programme in self._programmes:
            programme = self._programmes[project.programme]
            return (programme.start, programme.end), True
        return (None, None), False


def attribute_of(node: Node, name: str) -> str | None:
    """Return a node's field or own attribute as text, None if it has none."""
    value: Any = getattr(node, name, None)
    if value is None:
        value = dict(node.attributes).get(name)
    return None if value is None else str(value)


def _statuses(selection: Selection, vocabulary: Vocabulary) -> frozenset[str]:
    named = (lookup.word("status", name, vocabulary.statuses) for name in selection.statuses)
    return frozenset(named) or frozenset(vocabulary.default_statuses())


def _documents(selection: Selection, snapshot: Snapshot) -> frozenset[str] | None:
    if not selection.documents:
        return None
    chosen: set[str] = set()
    for name in selection.documents:
        found = {document.id for document in snapshot.documents if name in (document.id, document.collection)}
        found = found or {each.id for each in snapshot.documents if lookup.folded(name) == lookup.folded(each.title)}
        if not found:
            known = {each.id for each in snapshot.documents} | {each.collection for each in snapshot.documents if each.collection}
            raise UnknownName("document or collection", name, known)
        chosen |= found
    return frozenset(chosen)


def _matcher(selection: Selection, snapshot: Snapshot, vocabulary: Vocabulary) -> Any:
    conditions: dict[str, set[str]] = {}
    for name, value in selection.where:
        conditions.setdefault(name, set()).add(value.casefold())
    known = _attributes(snapshot) if conditions else frozenset()
    for name in conditions:
        if name not in known:
            raise UnknownName("attribute", name, known)
    for name, values in conditions.items():
        held = {has for node in snapshot.nodes() if (has := attribute_of(node, name))}
        for unheld in sorted(values - {each.casefold() for each in held}):
            values.remove(unheld)
            values.add(_meant(name, unheld, held, snapshot, vocabulary).casefold())

    def holds(node_id: str, name: str, values: set[str]) -> bool:
        return (attribute_of(snapshot.by_id[node_id], name) or "").casefold() in values

    def matches(tie: Relationship) -> bool:
        return all(any(holds(end, name, values) for end in (tie.source, tie.target)) for name, values in conditions.items())

    return matches


def _meant(name: str, value: str, held: set[str], snapshot: Snapshot, vocabulary: Vocabulary) -> str:
    """Return the id that a value stands for: the word for a kind or status, or the name of a municipality; else raise `UnknownName`."""
    if name == "municipality":
        return lookup.the(name, value, [place for place in snapshot.municipalities if place.id in held])
    lists: dict[str, list[Mapping[str, lookup.Worded]]] = {
        "kind": [*vocabulary.kinds.values()],
        "status": [vocabulary.network_statuses, vocabulary.statuses],
    }
    words = {id_: entry for entries in lists.get(name, []) for id_, entry in entries.items() if id_ in held}
    if words and held <= words.keys():
        return lookup.word(name, value, words)
    raise UnknownName(f"value of {name}", value, held)


def _attributes(snapshot: Snapshot) -> frozenset[str]:
    names = {name for node in snapshot.nodes() for name, _ in node.attributes}
    fields = {
        "id",
        "name",
        "kind",
        "municipality",
        "region",
        "status",
        "programme",
        "programme_area",
        "objective",
        "intervention",
        "county",
    }
    return frozenset(names | fields)


def _present(
    snapshot: Snapshot, selection: Selection, documents: frozenset[str] | None, mentioned: set[str], validity: Validity
) -> frozenset[str]:
    present = set()
    for node in snapshot.nodes():
        if isinstance(node, Document):
            continue
        if documents is not None and node.id not in mentioned and getattr(node, "document", None) not in documents:
            continue
        if selection.period and not dates.overlaps(*validity.of_venue(node.id)[0], *selection.period):
            continue
        present.add(node.id)
    return frozenset(present)
