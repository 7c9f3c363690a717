"""Loads into Neo4j that are cut off at random moments: what the store holds afterwards, and what a finish or an undo makes of it.

    python benchmarks/neo4j_kill.py [--times 50] [--relationships 2000] [--victims client,server,machine,Ctrl-C]

By turns the loading process is killed, the server, and as it were its machine: the server goes on with a copy of its files as they were
at that moment; or the process is stopped by Ctrl-C. Loads in one transaction and loads in steps.
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
    options.add_argument("--times", type=int, default=50)
    options.add_argument("--relationships", type=int, default=2_000)
    options.add_argument("--victims", default=",".join(VICTIMS))
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder, running(LONG_TERM, Path(folder) / "neo4j", quick=True) as server:
        os.environ.update(server.environment())
        print(f"{server.version()}; {given.relationships} relationships replaced by as many others")
        for words, limit, rows in (("in one transaction", AT_ONCE, 10_000), ("in twenty steps or more", 0, given.relationships // 10)):
            bench = Bench(server, given.relationships, limit=limit, rows=rows)
            kills = bench.kills(given.times, victims=given.victims.split(","))
            print(f"\n{words}: {len(kills)} loads of {bench.duration:.1f} s cut off")
            for (victim, holds, then), count in sorted(Counter((kill.victim, kill.holds, kill.then) for kill in kills).items()):
                made = f", made {then}" if holds == "unfinished" else ""
                print(f"  {victim}: found the graph {holds}{made}: {count}")
            print(f"  longest time to end after Ctrl-C {max((kill.seconds for kill in kills if kill.victim == 'Ctrl-C'), default=0):.2f} s")
            bad = [kill for kill in kills if kill.then not in {"old", "new"}]
            assert not bad, bad


if __name__ == "__main__":
    main()
