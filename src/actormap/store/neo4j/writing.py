"""What a comparison says, as rows for the statements in cypher/write, and the rows that take each of them back."""

from __future__ import annotations

import marshal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter, itemgetter
from typing import Any

from actormap.model.records import NODE_TABLES
from actormap.store.neo4j import days, rows
from actormap.store.neo4j.diff import GraphDifference

Row = dict[str, Any]
IDENTITY = "actormap_id"
# What travels at a time: few enough that a step is soon done and its text fits the server's memory many times over. A first load's
# rows are all long, and a server is faster with fewer of them.
ROWS, FIRST_ROWS, TEXT = 10_000, 2_500, 8_000_000
_WHAT = ("nodes", "relationships", "coverage", "coding")
_TYING = ("tie-coding", "untie-coding", "tie-documents", "untie-documents")
STATEMENTS = ("move-nodes", *_TYING, *(f"{verb}-{what}" for what in _WHAT for verb in ("add", "change", "remove")))


@dataclass(frozen=True, slots=True)
class WriteStep:
    """Some rows of one statement, and the statement and rows that undo them."""

    statement: str
    rows: list[Any]
    undo: str
    undo_rows: list[Row]
    keys: tuple[str, ...] = ()

    @property
    def parameters(self) -> dict[str, Any]:
        """Return what the statement is given."""
        return {"rows": self.rows, "keys": list(self.keys)}


Pair = tuple[Row, Row]


def size(comparison: GraphDifference) -> int:
    """Return how many rows there are to write."""
    difference = comparison.difference
    return difference.added + difference.changed + difference.removed - len(comparison.moved)


def steps(comparison: GraphDifference) -> Iterator[WriteStep]:
    """Yield what is to be done, in an order in which every relationship has its ends at any time.

    What is coded is untied from the nodes that it refers to before any of them goes, and tied again when all have come.
    """
    ties = comparison.difference.tables["relationships"]
    old_tie, new_tie = comparison.old["relationships"].__getitem__, comparison.new["relationships"].__getitem__
    coded = [comparison.difference.tables[table] for table in rows.CODED_LABELS]
    stay = [*comparison.retied(), *(identity for change in coded for identity in change.changed)]
    loose = [*stay, *(identity for change in coded for identity in change.removed)]
    bound = [*stay, *(identity for change in coded for identity in change.added)]
    yield from _batches("untie-coding", "tie-coding", ((_id(i), _id(i)) for i in loose))
    yield from _batches("untie-documents", "tie-documents", comparison.sources.untied())
    yield from _lines(comparison, rows.CODED_LABELS, "coding")
    yield from _batches("remove-relationships", "add-relationships", ((_tie_ends(old_tie(i)), _old_tie(old_tie(i))) for i in ties.removed))
    yield from _batches(
        "change-relationships", "change-relationships", ((_changed_tie(new_tie(i)), _reset_tie(old_tie(i))) for i in ties.changed)
    )
    yield from _batches("remove-nodes", "add-nodes", ((_id(i), _old_node(comparison, table, i)) for table, i in comparison.removed_nodes()))
    yield from _batches("move-nodes", "move-nodes", (_moved(comparison, i) for i in sorted(comparison.moved)))
    yield from _batches("change-nodes", "change-nodes", _changed_nodes(comparison))
    yield from _batches("add-nodes", "remove-nodes", _added_nodes(comparison))
    yield from _batches("add-relationships", "remove-relationships", ((_new_tie(new_tie(i)), _ends(new_tie(i))) for i in ties.added))
    yield from _lines(comparison, ("coverage",), "coverage")
    yield from _batches("tie-coding", "untie-coding", ((_id(i), _id(i)) for i in bound))
    yield from _batches("tie-documents", "untie-documents", comparison.sources.tied())


def _lines(comparison: GraphDifference, tables: Iterable[str], what: str) -> Iterator[WriteStep]:
    for table in tables:
        change, old, new = comparison.difference.tables[table], comparison.old[table], comparison.new[table]
        yield from _batches(f"remove-{what}", f"add-{what}", ((_id(i), _line(table, i, old[i][-1])) for i in change.removed))
        yield from _batches(
            f"change-{what}",
            f"change-{what}",
            ((_reset_line(table, i, rows.pack_line(new[i])), _reset_line(table, i, old[i][-1])) for i in change.changed),
        )
        yield from _batches(f"add-{what}", f"remove-{what}", ((_line(table, i, rows.pack_line(new[i])), _id(i)) for i in change.added))


def first_steps(comparison: GraphDifference) -> Iterator[WriteStep]:
    """Yield what is to be done in a store that holds nothing, without what undoes it: that is to remove everything."""
    for table in NODE_TABLES:
        pack, carried = rows.node_packer(table), list(rows.labels()[table])
        packed = map(pack, comparison.new[table].values())
        yield from _first("create-nodes", rows.NODE_KEYS, (((carried,), values) for values in packed))
    # A node that many begin in is found once a step.
    ties = sorted(comparison.new["relationships"].values(), key=attrgetter("source"))
    ends = (((rows.type_of(tie.type), tie.source, tie.target), (tie.id, *rows.pack_tie(tie))) for tie in ties)
    yield from _first("create-relationships", (IDENTITY, *rows.TIE_KEYS), ends)
    yield from _lines(comparison, ("coverage",), "coverage")
    yield from _lines(comparison, rows.CODED_LABELS, "coding")
    yield from _batches("tie-coding", "untie-coding", ((_id(i), _id(i)) for table in rows.CODED_LABELS for i in comparison.new[table]))
    yield from _batches("tie-documents", "untie-documents", comparison.sources.tied())


def _first(statement: str, keys: tuple[str, ...], found: Iterable[tuple[rows.Values, rows.Values]]) -> Iterator[WriteStep]:
    names, made = days.day_columns(keys)
    some, text = [], 0
    for head, values in found:
        some.append((head, (*values, *made(values))))
        text += len(marshal.dumps(values))
        if len(some) >= FIRST_ROWS or text >= TEXT:
            yield _listed(statement, (*keys, *names), some)
            some, text = [], 0
    if some:
        yield _listed(statement, (*keys, *names), some)


def _listed(statement: str, keys: tuple[str, ...], found: list[tuple[rows.Values, rows.Values]]) -> WriteStep:
    # What none of the rows has is not sent.
    there = [place for place in range(len(keys)) if any(values[place] is not None for _, values in found)]
    chosen = itemgetter(*there)
    return WriteStep(statement, [(*head, *chosen(values)) for head, values in found], "", [], chosen(keys))


def _batches(statement: str, undo: str, pairs: Iterable[Pair]) -> Iterator[WriteStep]:
    step, text = WriteStep(statement, [], undo, []), 0
    for forwards, backwards in pairs:
        step.rows.append(forwards)
        step.undo_rows.append(backwards)
        text += _length(forwards) + _length(backwards)
        if len(step.rows) >= ROWS or text >= TEXT:
            yield step
            step, text = WriteStep(statement, [], undo, []), 0
    if step.rows:
        yield step


def _length(row: Row) -> int:
    # What a row of a document names costs the server as much as a text of some length.
    return 200 * len(row.get("nodes", ())) + sum(
        len(value) if isinstance(value, str) else sum(len(str(part)) for part in value)
        for value in row.get("properties", {}).values()
        if isinstance(value, str | list)
    )


def _id(identity: str) -> Row:
    return {"id": identity}


def _added_nodes(comparison: GraphDifference) -> Iterator[Pair]:
    for table in NODE_TABLES:
        carried = list(rows.labels()[table])
        for identity in comparison.difference.tables[table].added:
            if identity not in comparison.moved:
                record = comparison.new[table][identity]
                values = rows.node_packer(table)(record)
                yield {"id": identity, "labels": carried, **_filled(rows.NODE_KEYS, values)}, _id(identity)


def _changed_nodes(comparison: GraphDifference) -> Iterator[Pair]:
    for table in NODE_TABLES:
        for identity in comparison.difference.tables[table].changed:
            record = comparison.new[table][identity]
            new, old = rows.node_packer(table)(record), comparison.old[table][identity][-1]
            yield (
                {"id": identity, **_every(rows.NODE_KEYS, new)},
                {"id": identity, **_every(rows.NODE_KEYS, old)},
            )


def _moved(comparison: GraphDifference, identity: str) -> Pair:
    before = comparison.moved[identity]
    after = next(table for table in NODE_TABLES if identity in comparison.new[table])
    record = comparison.new[after][identity]
    was, becomes = list(rows.labels()[before]), list(rows.labels()[after])
    new, old = rows.node_packer(after)(record), comparison.old[before][identity][-1]
    return (
        {"id": identity, "old": was, "labels": becomes, **_every(rows.NODE_KEYS, new)},
        {"id": identity, "old": becomes, "labels": was, **_every(rows.NODE_KEYS, old)},
    )


def _old_node(comparison: GraphDifference, table: str, identity: str) -> Row:
    values = comparison.old[table][identity][-1]
    return {"id": identity, "labels": list(rows.labels()[table]), **_filled(rows.NODE_KEYS, values)}


def _ends(tie: Any) -> Row:
    return {"id": tie.id, "source": tie.source, "target": tie.target}


def _new_tie(tie: Any) -> Row:
    return {**_ends(tie), "type": rows.type_of(tie.type), **_filled(rows.TIE_KEYS, rows.pack_tie(tie))}


def _changed_tie(tie: Any) -> Row:
    return {**_ends(tie), **_every(rows.TIE_KEYS, rows.pack_tie(tie))}


def _tie_ends(old: Any) -> Row:
    return {"id": old[0], "source": old[1], "target": old[2]}


def _old_tie(old: Any) -> Row:
    return {**_tie_ends(old), "type": rows.type_of(old[-1][0]), **_filled(rows.TIE_KEYS, old[-1])}


def _reset_tie(old: Any) -> Row:
    return {**_tie_ends(old), **_every(rows.TIE_KEYS, old[-1])}


def _filled(keys: Sequence[str], values: rows.Values) -> Row:
    """Return the properties that are there, and apart the dates that follow from them."""
    properties = rows.filled(keys, values)
    return {"properties": properties, "dates": rows.filled(*days.dates(properties))}


def _every(keys: Sequence[str], values: rows.Values) -> Row:
    """Return all properties and the dates that follow from them, those that are not there as null."""
    properties = rows.every(keys, values)
    return {"properties": properties, "dates": rows.every(*days.dates(properties))}


def _line(table: str, identity: str, values: Any) -> Row:
    carried = {"labels": [rows.CODED_LABELS[table]]} if table in rows.CODED_LABELS else {}
    return {"id": identity, **carried, "properties": rows.filled(rows.LINE_KEYS[table], values)}


def _reset_line(table: str, identity: str, values: Any) -> Row:
    return {"id": identity, "properties": rows.every(rows.LINE_KEYS[table], values)}
