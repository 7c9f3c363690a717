"""The records of several workspaces as one graph: the same id is one record, and the workspace that is named first is right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from actormap.model import dates, requirements
from actormap.model.records import NODE_TABLES, Coded, Evidence, Node, Relationship, Requirement, Snapshot
from actormap.model.redirect import BETWEEN, otherwise

# Each says where it stands and what it thinks of it; that these differ is no contradiction.
UNTOLD = frozenset({"document", "locator", "status", "note"})
_APART = frozenset({"id", "aliases", "attributes", "note", "document", "locator", "status"})
_DAYS = frozenset({"start", "end", "valid_from", "valid_to", "date"})
_TABLE_OF = {record: table for table, record in NODE_TABLES.items()}
Row = TypeVar("Row", Requirement, Coded)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What a record of a workspace says otherwise than that of one named before it: the columns of a table, or the table as a whole."""

    place: str
    table: str
    id: str
    columns: tuple[str, ...]
    first: str
    other_table: str | None = None


@dataclass(frozen=True, slots=True)
class Combined:
    """The graph of several workspaces, and what they say differently."""

    snapshot: Snapshot
    differing: tuple[Disagreement, ...]


def combine(given: Sequence[tuple[str, Snapshot]]) -> Combined:
    """Return the graphs of some workspaces, each with its name, as one.

    Where a cell of the first is empty the next fills it; other names and notes are added to; what is said otherwise is kept in a column
    of its own (`esf: kind`) and told. What one requires of every municipality is required of its own. A relationship that several have
    rests on the statements of all. A record that is of another table in a later workspace is left out there, and told.
    """
    differing: list[Disagreement] = []
    nodes: dict[str, tuple[str, Node]] = {}
    ties: dict[str, Relationship] = {}
    coverage: dict[str, Requirement] = {}
    coded: dict[tuple[str, str], Coded] = {}
    for place, snapshot in given:
        for node in snapshot.nodes():
            first, known = nodes.setdefault(node.id, (place, node))
            if known is node:
                continue
            if type(known) is not type(node):
                differing.append(Disagreement(place, _TABLE_OF[type(node)], node.id, (), first, _TABLE_OF[type(known)]))
                continue
            joined, columns = united(known, node, place)
            nodes[node.id] = first, joined
            if columns:
                differing.append(Disagreement(place, _TABLE_OF[type(node)], node.id, columns, first))
        for tie in snapshot.relationships:
            other = ties.get(tie.id)
            ties[tie.id] = tie if other is None else replace(other, evidence=_evidence((*other.evidence, *tie.evidence)))
        differing += _added(coverage, ((line.id, line) for line in _required(snapshot)), place, given[0][0], lambda _: "coverage")
        rows = ((row.table, row.id) for row in _coded(snapshot))
        differing += _added(coded, zip(rows, _coded(snapshot), strict=True), place, given[0][0], lambda row: row.table)
    return Combined(Snapshot.of((node for _, node in nodes.values()), ties.values(), coverage.values(), coded.values()), tuple(differing))


def united(kept: Any, other: Any, place: str) -> tuple[Any, tuple[str, ...]]:
    """Return a record with what that of another place says besides, and the columns in which the two differ.

    A year and a day of it do not differ; the day is kept beside the year all the same.
    """
    own = dict(kept.attributes)
    values: dict[str, Any] = {}
    columns: list[str] = []
    names = {each.name for each in fields(kept)}
    for column in (each.name for each in fields(other) if each.name not in _APART):
        here, there = getattr(kept, column), getattr(other, column)
        if there in (None, ()) or there == here:
            continue
        if here in (None, ()):
            values[column] = there
        elif column in _DAYS and dates.is_within(here, there):
            continue
        else:
            own[otherwise(column, place)] = str(there)
            if not (column in _DAYS and dates.is_within(there, here)):
                columns.append(column)
    for column, text in other.attributes:
        if own.setdefault(column, text) != text:
            own[otherwise(column, place)] = text
            columns.append(column)
    if "note" in names and other.note and other.note not in (kept.note or ""):
        values["note"] = f"{kept.note}; {other.note}" if kept.note else other.note
    values |= _source(kept, other, names, own, place)
    if "aliases" in names:
        spelt = (*kept.aliases, *([other.name.replace(BETWEEN, "/")] if hasattr(other, "name") else []), *other.aliases)
        values["aliases"] = tuple(each for each in dict.fromkeys(spelt) if each != kept.name)
    return replace(kept, **values, attributes=tuple(sorted(own.items()))), tuple(columns)


def _source(kept: Any, other: Any, names: Iterable[str], own: dict[str, str], place: str) -> Mapping[str, Any]:
    """Return the source of what is joined. A locator belongs to its document, so the two go together."""
    given = [column for column in ("document", "locator", "status") if column in names]
    if "document" not in given or other.document is None:
        return {}
    if kept.document is None:
        return {column: getattr(other, column) for column in given}
    if kept.document != other.document:
        own |= {otherwise(column, place): str(text) for column in ("document", "locator") if (text := getattr(other, column))}
    return {}


def _required(snapshot: Snapshot) -> Iterator[Requirement]:
    """Yield the required coverage; what is required of every municipality is so of those of its own workspace alone."""
    for network in {line.network: None for line in snapshot.coverage}:
        yield from requirements.lines(snapshot, network)


def _evidence(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(dict.fromkeys(pieces))


def _coded(snapshot: Snapshot) -> tuple[Coded, ...]:
    return (*snapshot.questions, *snapshot.answers, *snapshot.indicators)


def _added(known: dict[Any, Any], rows: Iterable[tuple[Any, Any]], place: str, first: str, table: Any) -> Iterator[Disagreement]:
    for key, row in rows:
        other = known.setdefault(key, row)
        against = tuple(
            each.name
            for each in fields(row)
            if each.name not in UNTOLD
            and getattr(row, each.name) not in (None, ())
            and getattr(row, each.name) != getattr(other, each.name)
        )
        if against:
            yield Disagreement(place, table(row), key[1] if isinstance(key, tuple) else key, against, first)
