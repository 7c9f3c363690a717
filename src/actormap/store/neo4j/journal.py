"""A load that is written step by step: marked before the first, closed to readers until the last, finished by another load or taken back.

Each step is a transaction that also keeps, as an `ActormapUndo` node, the statement and the rows that take it back: what the rows said
before, or that they were not there. Taking back goes from the last step to the first. A load that began in a store that held nothing keeps
none of them: to take it back is to remove whatever is ours. Whoever writes a step counts it on the store's node, so of two who believe that
the load is theirs only one goes on.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from uuid import uuid4

from actormap.errors import UsageError
from actormap.files import json_value
from actormap.store.base import Difference, Origin
from actormap.store.neo4j import load_history, writing
from actormap.store.neo4j.connection import Connection, run
from actormap.store.neo4j.days import dated
from actormap.store.neo4j.error_messages import Overtaken
from actormap.store.neo4j.exchange import Transaction
from actormap.store.neo4j.read_consistency import LOADING, UNDOING, State, look
from actormap.store.neo4j.write_lock import taken
from actormap.store.neo4j.writing import STATEMENTS, WriteStep

# What removes a number of rows of what is ours, in an order in which every relationship has its ends at any time.
_CLEARING = ("clear-relationships", "clear-nodes")


class Journal:
    """A load or an undo that is under way and ours."""

    def __init__(self, connection: Connection, name: str, step: int, *, first: bool) -> None:
        self._connection, self._name, self._step, self._first = connection, name, step, first

    def write(self, step: WriteStep) -> None:
        """Write a step, and what takes it back."""
        with self._connection.transaction() as transaction:
            self._count(transaction)
            if not self._first:
                kept = [json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=str) for row in step.undo_rows]
                run(transaction, "write/note-undo", number=self._step, statement=step.undo, rows=kept, count=len(kept))
            run(transaction, f"write/{step.statement}", **step.parameters)
        self._step += 1

    def take_back(self) -> int:
        """Take the last step back and return how many rows that were, 0 when none is left."""
        return self._clear() if self._first else self._take_back_last()

    def _clear(self) -> int:
        for statement in _CLEARING:
            with self._connection.transaction() as transaction:
                self._count(transaction)
                (found,) = run(transaction, f"write/{statement}", count=writing.ROWS)
            self._step += 1
            if found["rows"]:
                return int(found["rows"])
        return 0

    def _take_back_last(self) -> int:
        found = self._connection.rows("read/undo")
        if not found:
            return 0
        number, statement, kept = found[0]["number"], found[0]["statement"], found[0]["rows"]
        if statement not in STATEMENTS:
            raise UsageError(f'The step "{statement}" of the load was written by something else, and cannot be taken back.')
        with self._connection.transaction() as transaction:
            self._count(transaction)
            run(transaction, f"write/{statement}", rows=[dated(json_value(row)) for row in kept])
            run(transaction, "write/forget-undo", number=number)
        self._step += 1
        return len(kept)

    def finish(self, origin: Origin | None, difference: Difference | None) -> None:
        """Let the store be read again; a load is remembered with what it did from its first step on, whoever wrote that."""
        with self._connection.transaction() as transaction:
            run(transaction, "write/hold-still")
            loads = 0 if origin is None else 1
            if not run(transaction, "write/end-steps", run=self._name, step=self._step, loads=loads):
                raise Overtaken
            if origin is not None and difference is not None:
                did = (
                    load_history.all_added(difference) if self._first else load_history.numbers(difference, run(transaction, "read/steps"))
                )
                load_history.remember(transaction, origin, did, self._name)
            run(transaction, "write/forget-all-undo")

    def _count(self, transaction: Transaction) -> None:
        run(transaction, "write/hold-still")
        if not run(transaction, "write/step", run=self._name, step=self._step):
            raise Overtaken


def begin(connection: Connection, state: State, name: str, *, workspace: str, since: str, first: bool) -> Journal:
    """Mark a load as under way, the `first` into a store that holds nothing or not, or take over the one that is."""
    with connection.transaction() as transaction:
        run(transaction, "write/hold-still")
        if state.running:
            found = run(transaction, "write/resume", before=state.running, step=state.step, run=name, doing=LOADING)
        else:
            marks = {"running": name, "doing": LOADING, "since": since, "workspace": workspace, "first": first or None}
            found = run(transaction, "write/begin-steps", version=state.version, properties=marks)
        if not found:
            raise Overtaken
    return Journal(connection, name, found[0]["step"], first=found[0]["first"])


def undo(connection: Connection, busy_seconds: float, tell: Callable[[int], None]) -> int:
    """Take the unfinished load back and return how many rows that were; `tell` hears of each step.

    Raises `UsageError` if no load is unfinished.
    """
    with taken(connection, busy_seconds) as keep:
        state = look(connection) or State()
        if not state.running:
            raise UsageError(f"{connection.place} has no unfinished load to take back.")
        with connection.transaction() as transaction:
            run(transaction, "write/hold-still")
            name = uuid4().hex
            found = run(transaction, "write/resume", before=state.running, step=state.step, run=name, doing=UNDOING)
            if not found:
                raise Overtaken
        journal = Journal(connection, name, found[0]["step"], first=found[0]["first"])
        total = 0
        try:
            while rows := journal.take_back():
                total += rows
                tell(rows)
                keep()
            journal.finish(None, None)
        except KeyboardInterrupt as stop:
            stop.__notes__ = ["the load is not all taken back yet, and the same command goes on with it"]
            raise
    return total
