"""Loads into Neo4j that are cut off at random moments: what the store holds afterwards, and what a finish or an undo makes of it.

    python benchmarks/neo4j_kill.py [--times 34] [--relationships 1000] [--victims client,server,machine,Ctrl-C]

By turns the loading process is killed, the server, and as it were its machine: the server goes on with a copy of its files as they were
at that moment; or the process is stopped by Ctrl-C. Loads in one transaction, loads in steps, and first loads in steps, `--times` of each.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.neo4j_lines import LONG_TERM
from tests.neo4j_server import running
from tests.store.neo4j_killing import AT_ONCE, VICTIMS, Bench


def main() -> None:
    options = argparse.ArgumentParser(description="Kill loads into Neo4j.")
    options.add_argument("--times", type=int, default=34)
    options.add_argument("--relationships", type=int, default=1_000)
    options.add_argument("--victims", default=",".join(VICTIMS))
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, running(LONG_TERM, Path(folder) / "neo4j", quick=True) as server:
        os.environ.update(server.environment())
        print(f"{server.version()}; {given.relationships} relationships, replaced by as many others or loaded into an empty store")
        few = given.relationships // 10
        for words, limit, rows, first in (
            ("in one transaction", AT_ONCE, 10_000, False),
            ("in twenty steps or more", 0, few, False),
            ("a first load, in ten steps or more", 0, few, True),
        ):
            bench = Bench(server, given.relationships, limit=limit, rows=rows, first=first)
            kills = bench.kills(given.times, victims=given.victims.split(","))
            print(f"\n{words}: {len(kills)} loads of {bench.duration:.1f} s cut off")
            for (victim, holds, then), count in sorted(Counter((kill.victim, kill.holds, kill.then) for kill in kills).items()):
                made = f", made {then}" if holds == "unfinished" else ""
                print(f"  {victim}: found the graph {holds}{made}: {count}")
            print(f"  neither the old graph nor the new {sum(kill.then not in {'old', 'new'} for kill in kills)}")

            bad = [kill for kill in kills if kill.then not in {"old", "new"}]
            assert not bad, bad


if __name__ == "__main__":
    main()
