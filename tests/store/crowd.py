"""Many at one store at once: writers, readers beside them, and whoever makes backups of it and restores them into it.

Each says what it was told had been kept, and what it read. A store has lost something if a load that was acknowledged is not among those
that it remembers, and has shown a half if anybody read what was never loaded.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from actormap.errors import StoreBusy
from actormap.model.records import Snapshot
from actormap.store import Origin, open_store
from actormap.store.backup import backup, restore
from tests.store.generated import graph

GRAPHS = 7
PATIENCE = 120.0


@dataclass(frozen=True)
class Told:
    """What one of many was told: the loads that were acknowledged, how many were refused, how many graphs it read, and how many of a kind
    that nobody had loaded."""

    kept: tuple[str, ...] = ()
    refused: int = 0
    read: int = 0
    strange: int = 0


@dataclass(frozen=True)
class Outcome:
    """What became of a store that many used at once: what they were told in all, the loads that were lost, and whether it is whole now."""

    told: Told
    lost: tuple[str, ...]
    whole: bool


@dataclass(frozen=True)
class Crowd:
    """How many of each there are, how often each writer and keeper loads, and how large the graphs are."""

    uri: str
    folder: Path
    writers: int
    readers: int
    keepers: int
    times: int
    relationships: int

    def gather(self, workers: Executor) -> Outcome:
        """Have all of them at it, and return what became of it. There must be as many workers as there are of them."""
        with open_store(self.uri, busy_seconds=PATIENCE) as store:
            store.load(self.graph(0), _origin("0 0"), allow_mass_removal=True)
        reading = [workers.submit(self.reader) for _ in range(self.readers)]
        writing = [workers.submit(self.writer, number + 1) for number in range(self.writers)]
        writing += [workers.submit(self.keeper, number + 1 + self.writers) for number in range(self.keepers)]
        try:
            told = [each.result() for each in writing]
        finally:
            self._end.touch()
        told += [each.result() for each in reading]
        total = _sum(told)
        with open_store(self.uri, busy_seconds=PATIENCE) as store:
            names = [load.origin.workspace for load in store.status().loads]
            return Outcome(total, tuple(set(total.kept) - set(names)), store.read() == self.graph(int(names[0].split()[1])))

    def writer(self, number: int) -> Told:
        """Load one graph after the other."""
        return self._loads([(f"{number} {(number * 3 + time) % GRAPHS} {time}", None) for time in range(self.times)])

    def keeper(self, number: int) -> Told:
        """Make a backup of what is there and restore it, again and again."""
        told = []
        for time in range(self.times):
            with open_store(self.uri, busy_seconds=PATIENCE) as store:
                snapshot = store.read()
            found = self._known(snapshot)
            if found is None:
                told.append(Told(read=1, strange=1))
                continue
            file = self.folder / f"{number}.jsonl.gz"
            backup(snapshot, file)
            told += [Told(read=1), self._loads([(f"{number} {found} {time}", file)])]
        return _sum(told)

    def reader(self) -> Told:
        """Read until the writers have ended, and once more."""
        told = []
        while True:
            last = self._end.exists()
            with open_store(self.uri, busy_seconds=PATIENCE) as store:
                try:
                    told.append(Told(read=1, strange=int(self._known(store.read()) is None)))
                except StoreBusy:
                    told.append(Told(refused=1))
            if last:
                return _sum(told)

    def graph(self, number: int) -> Snapshot:
        """Return one of the graphs that are loaded."""
        return _graph(self.relationships, number)

    @property
    def _end(self) -> Path:
        return self.folder / "end"

    def _known(self, found: Snapshot) -> int | None:
        return next((number for number in range(GRAPHS) if found == self.graph(number)), None)

    def _loads(self, loads: Sequence[tuple[str, Path | None]]) -> Told:
        kept, refused = [], 0
        for name, file in loads:
            snapshot = restore(file).snapshot if file else self.graph(int(name.split()[1]))
            with open_store(self.uri, busy_seconds=PATIENCE) as store:
                try:
                    store.load(snapshot, _origin(name), allow_mass_removal=True)
                except StoreBusy:
                    refused += 1
                else:
                    kept.append(name)
        return Told(tuple(kept), refused)


def _origin(name: str) -> Origin:
    # Each comes from a file of its own, so that it is remembered also where it changes nothing.
    return Origin(name, "2025-01-01T00:00:00+00:00", (("relationships.csv", name),))


def _sum(told: Sequence[Told]) -> Told:
    kept = tuple(name for each in told for name in each.kept)
    return Told(kept, *(sum(getattr(each, what) for each in told) for what in ("refused", "read", "strange")))


@cache
def _graph(relationships: int, number: int) -> Snapshot:
    return graph(max(20, relationships // 5), relationships, number)
