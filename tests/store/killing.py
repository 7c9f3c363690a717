"""A load in a process of its own that is cut off without warning, and what the store holds afterwards.

Killed is the process, or as it were the machine: then the files are copied as they are at that moment, and the copies opened.
"""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from actormap.store import Origin, open_store
from tests.store.generated import graph

ROOT = Path(__file__).resolve().parent.parent.parent
OLD_SEED, NEW_SEED = 1, 2
BEYOND = 1.1
WRITING_SECONDS = 0.01


@dataclass(frozen=True)
class Kill:
    """One load that was killed, and what was found then.

    `torn` says that the kill came while the file was being written: SQLite has to undo that from its journal when the store is opened.
    `seconds` is how long it took to end.
    """

    finished: bool
    torn: bool
    holds: str
    integrity: str
    seconds: float = 0.0


def killed_loads(times: int, folder: Path, *, relationships: int = 20_000, seed: int = 7) -> list[Kill]:
    """Kill that many loads at random moments, one in each stretch of a load and a little beyond, and return what was found."""
    bench = _Bench(folder, relationships)
    random = Random(seed)  # noqa: S311  # a moment is no secret
    duration = bench.undisturbed()
    return [bench.killed(lambda _, moment=moment: time.sleep(moment * duration)) for moment in _spread(times, BEYOND, random)]


def loads_killed_in_writing(times: int, folder: Path, *, relationships: int = 20_000, seed: int = 7) -> list[Kill]:
    """Kill that many loads some thousandths of a second after the first byte of the file has changed, and return what was found."""
    bench = _Bench(folder, relationships)
    random = Random(seed)  # noqa: S311  # a moment is no secret
    return [bench.killed(lambda path, delay=delay: _watch(path, delay)) for delay in _spread(times, WRITING_SECONDS, random)]


def loads_stopped(times: int, folder: Path, *, relationships: int = 20_000, seed: int = 7) -> list[Kill]:
    """Stop that many loads with Ctrl-C at random moments, one in each stretch of a load, and return what was found."""
    bench = _Bench(folder, relationships)
    random = Random(seed)  # noqa: S311  # a moment is no secret
    duration = bench.undisturbed()
    moments = _spread(times, 1.0, random)
    return [bench.killed(lambda _, moment=moment: time.sleep(moment * duration), signal.SIGINT) for moment in moments]


def loads_copied_in_writing(times: int, folder: Path, *, relationships: int = 20_000, seed: int = 7) -> list[Kill]:
    """Copy the files at that many moments after the first byte has changed, while the load stands still, and return what was found."""
    bench = _Bench(folder, relationships)
    random = Random(seed)  # noqa: S311  # a moment is no secret
    return [bench.copied(lambda path, delay=delay: _watch(path, delay)) for delay in _spread(times, WRITING_SECONDS, random)]


class _Bench:
    """The two graphs, and the store that holds the old one."""

    def __init__(self, folder: Path, relationships: int) -> None:
        self.folder = folder
        self.relationships = relationships
        self.old, self.new = (graph(relationships // 5, relationships, one) for one in (OLD_SEED, NEW_SEED))
        self.original = folder / "old.sqlite"
        self.done = 0
        with open_store(f"sqlite:///{self.original}") as store:
            store.load(self.old, Origin("old", "2025-01-01"))

    def undisturbed(self) -> float:
        """Return the seconds that a load takes when nobody kills it."""
        child = self._started(self._copy())
        begun = time.perf_counter()
        assert _finishes(child)
        return time.perf_counter() - begun

    def killed(self, wait: Callable[[Path], None], how: int = getattr(signal, "SIGKILL", signal.SIGTERM)) -> Kill:
        path = self._copy()
        child = self._started(path)
        wait(path)
        begun = time.perf_counter()
        child.send_signal(how)
        finished, seconds = _finishes(child), time.perf_counter() - begun
        return replace(self._found(path, finished=finished), seconds=seconds)

    def copied(self, wait: Callable[[Path], None]) -> Kill:
        path = self._copy()
        child = self._started(path)
        wait(path)
        child.send_signal(signal.SIGSTOP)
        there = path.parent / "copied"
        there.mkdir()
        for each in (path, path.with_name("graph.sqlite-journal")):
            with suppress(FileNotFoundError):
                shutil.copy(each, there)
        child.send_signal(signal.SIGCONT)
        assert _finishes(child)
        return self._found(there / path.name, finished=False)

    def _copy(self) -> Path:
        self.done += 1
        (self.folder / str(self.done)).mkdir()
        return Path(shutil.copy(self.original, self.folder / str(self.done) / "graph.sqlite"))

    def _found(self, path: Path, *, finished: bool) -> Kill:
        torn = path.with_name("graph.sqlite-journal").exists() and path.read_bytes() != self.original.read_bytes()
        return Kill(finished, torn, self._holds(path), _integrity(path))

    def _started(self, path: Path) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "tests.store.killing", str(path), str(self.relationships)]
        child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"ready"
        return child

    def _holds(self, path: Path) -> str:
        with open_store(f"sqlite:///{path}") as store:
            found = store.read()
            loads = [record.origin.workspace for record in store.status().loads]
        if found == self.old and loads == ["old"]:
            return "old"
        return "new" if found == self.new and loads == ["new", "old"] else "neither"


def _spread(times: int, end: float, random: Random) -> list[float]:
    return [end * (number + random.random()) / times for number in range(times)]


def _watch(path: Path, delay: float) -> None:
    before = path.stat().st_mtime_ns
    give_up = time.perf_counter() + 60
    while path.stat().st_mtime_ns == before and time.perf_counter() < give_up:
        time.sleep(0.0001)
    time.sleep(delay)


def _finishes(child: subprocess.Popen[bytes]) -> bool:
    with child:
        assert child.stdout is not None
        return child.stdout.read().strip() == b"done"


def _integrity(path: Path) -> str:
    with closing(sqlite3.connect(path)) as db:
        broken = db.execute("PRAGMA foreign_key_check").fetchall()
        return str(broken or db.execute("PRAGMA integrity_check").fetchone()[0])


def _load(path: str, relationships: str) -> None:
    snapshot = graph(int(relationships) // 5, int(relationships), NEW_SEED)
    with open_store(f"sqlite:///{path}") as store:
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        with suppress(KeyboardInterrupt):
            store.load(snapshot, Origin("new", "2025-02-01"), allow_mass_removal=True)
            sys.stdout.write("done\n")
            sys.stdout.flush()


if __name__ == "__main__":
    _load(*sys.argv[1:])
