"""Loads into Neo4j in processes of their own, killed without warning or with their server, and what the store holds afterwards.

Stopped is the client by Ctrl-C, or killed is the client, the server, or as it were the server's machine: then it goes on with a copy of its
files as they were at that moment.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from actormap.errors import StoreBusy, StoreError
from actormap.model.records import Snapshot
from actormap.store import Origin
from actormap.store.neo4j import Neo4jStore, writing
from tests.neo4j_server import Server
from tests.store.generated import graph

ROOT = Path(__file__).resolve().parent.parent.parent
OLD_SEED, NEW_SEED = 1, 2
AT_ONCE = 10**9
BEYOND = 1.1
VICTIMS = ("client", "server", "machine", "Ctrl-C") if hasattr(signal, "SIGSTOP") else ("client", "server")
# Most kills are of the client: to start a server takes longer than ten loads.
OFTEN = ("client", "Ctrl-C", "client", "server", "Ctrl-C", "client", "client", "machine", "Ctrl-C", "client")
UNREACHABLE, STOPPED = 3, 130


@dataclass(frozen=True)
class Kill:
    """One load that was cut off: how, whether it had ended, what was found, what a finish or an undo made of it, and how long it took."""

    victim: str
    finished: bool
    holds: str
    then: str
    seconds: float


class Bench:
    """A server, the graph it holds, or none, and the one that loads would make of it. `limit` is how many rows a load writes at once."""

    def __init__(
        self, server: Server, relationships: int, *, limit: int, rows: int = writing.ROWS, first: bool = False, forked: Any = None
    ) -> None:
        # A context of multiprocessing whose processes have read the program already, or none: each load then begins a process anew.
        self.forked = forked
        self.server, self.relationships, self.limit, self.rows = server, relationships, limit, rows
        self.old = Snapshot() if first else make(relationships, OLD_SEED)
        self.new = make(relationships, NEW_SEED)
        self.server.empty()
        self._reset()
        self.duration = self._undisturbed()

    def kills(self, times: int, *, seed: int = 7, victims: Sequence[str] = VICTIMS) -> Iterator[Kill]:
        """Cut off that many loads at random moments, one in each stretch of a load, from each victim in turn."""
        random = Random(seed)  # noqa: S311  # a moment is no secret
        moments = [(number + random.random()) / times * BEYOND for number in range(times)]
        random.shuffle(moments)  # else those of one victim, or of a run that is stopped, would all be early ones
        for number, moment in enumerate(moments):
            yield self.kill(moment, victims[number % len(victims)])

    def kill(self, moment: float, victim: str) -> Kill:
        """Cut off a load after that share of its time."""
        self._reset()
        child = self._started()
        time.sleep(moment * self.duration)
        begun = time.perf_counter()
        if victim in {"client", "Ctrl-C"}:
            with suppress(ProcessLookupError):  # it may have ended by itself
                os.kill(child.pid, signal.SIGKILL if victim == "client" else signal.SIGINT)
        else:
            self.server.kill() if victim == "server" else self.server.crash()
        code, told = self._ended(child)
        seconds = time.perf_counter() - begun
        if not self.server.is_running():
            self.server.start()
        assert code in {0, UNREACHABLE, STOPPED, -9}, told
        holds = self._holds()
        then = holds
        if holds == "unfinished":
            with self._store() as store:
                if moment * 1000 % 2 < 1:
                    store.undo()
                else:
                    store.load(self.new, Origin("new", "2025-01-02"), allow_mass_removal=True)
            then = self._holds()
        return Kill(victim, code == 0, holds, then, seconds)

    def _holds(self) -> str:
        with self._store() as store:
            try:
                found = store.read()
            except StoreBusy:
                return "unfinished"
        return "old" if found == self.old else "new" if found == self.new else "neither"

    def _reset(self) -> None:
        with self._store() as store:
            store.load(self.old, Origin("old", "2025-01-01"), allow_mass_removal=True)

    def _undisturbed(self) -> float:
        child = self._started()
        begun = time.perf_counter()
        assert self._ended(child) == (0, "")
        return time.perf_counter() - begun

    def _started(self) -> Any:
        if self.forked is None:
            return start(self.server, self.relationships, NEW_SEED, limit=self.limit, rows=self.rows)
        ours, theirs = self.forked.Pipe()
        child = self.forked.Process(
            target=_forked, args=(theirs, self.server.uri, self.relationships, NEW_SEED, self.limit, self.rows, 30, 0.5)
        )
        child.start()
        theirs.close()
        assert ours.recv() == "ready"
        return child

    def _ended(self, child: Any) -> tuple[int, str]:
        if self.forked is None:
            return end(child)
        child.join(600)
        return child.exitcode, ""

    def _store(self) -> Neo4jStore:
        return Neo4jStore(self.server.uri, busy_seconds=30, limit=self.limit)


def make(relationships: int, seed: int) -> Snapshot:
    """Return the graph of a seed."""
    return graph(max(60, relationships // 5), relationships, seed)


def start(
    server: Server, relationships: int, seed: int, *, limit: int, rows: int, busy: float = 30, patience: float = 0.5
) -> subprocess.Popen[str]:
    """Start a load in a process of its own, and return when it begins to write."""
    command = [
        sys.executable,
        "-m",
        "tests.store.neo4j_killing",
        server.uri,
        str(relationships),
        str(seed),
        str(limit),
        str(rows),
        str(busy),
        str(patience),
    ]
    environment = {**os.environ, **server.environment(), "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    child = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n", end(child)
    return child


def end(child: subprocess.Popen[str]) -> tuple[int, str]:
    """Wait for a load to end, and return its code and what it complained of."""
    _, told = child.communicate(timeout=600)
    return child.returncode, told


def _forked(told: Any, *arguments: Any) -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.exit(main(*map(str, arguments), ready=lambda: told.send("ready")))


def _say_ready() -> None:
    print("ready", flush=True)  # noqa: T201  # whoever kills us waits for it


def main(
    uri: str, relationships: str, seed: str, limit: str, rows: str, busy: str, patience: str, ready: Callable[[], None] = _say_ready
) -> int:
    writing.ROWS = writing.FIRST_ROWS = int(rows)
    snapshot = make(int(relationships), int(seed))
    ready()
    with Neo4jStore(uri, busy_seconds=float(busy), limit=int(limit), patience=float(patience)) as store:
        try:
            store.load(snapshot, Origin(seed, "2025-01-02"), allow_mass_removal=True)
        except StoreError as error:
            print(error, file=sys.stderr)  # noqa: T201  # the sentence
            return error.exit_code
        except KeyboardInterrupt:
            return STOPPED
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
