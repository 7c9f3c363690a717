"""Many processes at one store: writers, readers beside them, backups restored into it; what is lost, and what is read by halves.

python -m benchmarks.crowd [--writers 10] [--readers 3] [--keepers 2] [--times 10] [--relationships 600] [--store sqlite,neo4j]
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path

from tests.neo4j_lines import LONG_TERM
from tests.neo4j_server import running
from tests.store.crowd import Crowd


@contextmanager
def place(kind: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name and the address of an empty store of a kind."""
    if kind == "sqlite":
        yield "SQLite", f"sqlite:///{folder / 'graph.sqlite'}"
        return
    with running(LONG_TERM, folder / "neo4j") as server:
        os.environ.update(server.environment())
        yield server.version(), server.uri


def main() -> int:
    parser = argparse.ArgumentParser(description="Use a store from many processes at once.")
    for name, many in (("writers", 10), ("readers", 3), ("keepers", 2), ("times", 10), ("relationships", 600)):
        parser.add_argument(f"--{name}", type=int, default=many)
    parser.add_argument("--store", default="sqlite,neo4j")
    given = parser.parse_args()
    bad = 0
    for kind in given.store.split(","):
        with tempfile.TemporaryDirectory() as folder, place(kind, Path(folder)) as (name, uri):
            crowd = Crowd(uri, Path(folder), given.writers, given.readers, given.keepers, given.times, given.relationships)
            many = given.writers + given.readers + given.keepers
            begun = time.monotonic()
            with ProcessPoolExecutor(many, mp_context=get_context("spawn")) as processes:
                outcome = crowd.gather(processes)
            told = outcome.told
            print(f"{name}: {many} processes, {time.monotonic() - begun:.0f} s")
            print(f"  loads and restored backups acknowledged {len(told.kept)}, refused {told.refused}, lost {len(outcome.lost)}")
            print(f"  graphs read {told.read}, of which never loaded as such {told.strange}")
            print(f"  the last one loaded is there, whole: {outcome.whole}", flush=True)
            bad += len(outcome.lost) + told.strange + (not outcome.whole)
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
