"""Loads into Neo4j that are cut off at random moments: what the store holds afterwards, and what a finish or an undo makes of it.

    python benchmarks/neo4j_kill.py [--times 34] [--relationships 400] [--victims client,Ctrl-C,server,…]

By turns the loading process is killed, the server, and as it were its machine: the server goes on with a copy of its files as they were
at that moment; or the process is stopped by Ctrl-C. A server takes as long to start as ten loads do, so it is killed less often. Loads in
one transaction, loads in steps, and first loads in steps, `--times` of each.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.neo4j_lines import LONG_TERM
from tests.neo4j_server import running
from tests.store.neo4j_killing import AT_ONCE, OFTEN, Bench, Kill


def main() -> None:
    options = argparse.ArgumentParser(description="Kill loads into Neo4j.")
    options.add_argument("--times", type=int, default=34)
    options.add_argument("--relationships", type=int, default=400)
    options.add_argument("--victims", default=",".join(OFTEN))
    given = options.parse_args()
    forked = multiprocessing.get_context("forkserver")
    forked.set_forkserver_preload(["tests.store.neo4j_killing"])
    with tempfile.TemporaryDirectory() as folder, running(LONG_TERM, Path(folder) / "neo4j", quick=True) as server:
        os.environ.update(server.environment())
        print(f"{server.version()}; {given.relationships} relationships, replaced by as many others or loaded into an empty store")
        found: list[tuple[str, Kill]] = []
        few = given.relationships // 10
        ways = [("at once", AT_ONCE, 10_000, False), ("in steps", 0, few, False), ("first, in steps", 0, few, True)]
        benches = [
            (words, Bench(server, given.relationships, limit=limit, rows=rows, first=first, forked=forked))
            for words, limit, rows, first in ways
        ]
        started = [
            (words, bench.kills(given.times, victims=given.victims.split(","), seed=7 + n)) for n, (words, bench) in enumerate(benches)
        ]
        for _ in range(given.times):
            for words, kills in started:
                kill = next(kills)
                found.append((words, kill))
                print(
                    f"{len(found):4} {words:16} {kill.victim:8} found {kill.holds:11} then {kill.then:8} {kill.seconds:6.2f} s", flush=True
                )
    print(f"\n{'load':16} {'cut off':8} {'found':11} {'made of it':11} {'times':>6}")
    for (words, victim, holds, then), count in sorted(Counter((w, kill.victim, kill.holds, kill.then) for w, kill in found).items()):
        print(f"{words:16} {victim:8} {holds:11} {then if holds == 'unfinished' else '':11} {count:>6}")
    bad = [kill for _, kill in found if kill.then not in {"old", "new"}]
    print(f"{len(found)} loads cut off, {len(bad)} of which left something else than the old graph or the new", flush=True)
    assert not bad, bad


if __name__ == "__main__":
    main()
