"""What a store holds when loads of it are cut off: stopped by Ctrl-C or killed at random moments, killed in the midst of writing the file,
and as the files were at a moment of the writing, copied as a machine that dies would leave them.

python benchmarks/kill.py [--times 50] [--relationships 20000] [--seed 7]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests import interrupt
from tests.store.killing import killed_loads, loads_copied_in_writing, loads_killed_in_writing, loads_stopped

WAYS = {
    "stopped by Ctrl-C at random moments of a load": loads_stopped,
    "killed at random moments of a load": killed_loads,
    "killed within ten thousandths of a second of the first byte written": loads_killed_in_writing,
    "copied within ten thousandths of a second of the first byte written": loads_copied_in_writing,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Kill loads and look at what is left.")
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--relationships", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    interrupt.heard()
    bad = 0
    for words, way in WAYS.items():
        with tempfile.TemporaryDirectory() as folder:
            kills = way(options.times, Path(folder), relationships=options.relationships, seed=options.seed)
        tally = Counter(kill.holds for kill in kills)
        print(f"{len(kills)} loads of {options.relationships} relationships {words}:")
        print(f"  with the file half written {sum(kill.torn for kill in kills)}, when already done {sum(kill.finished for kill in kills)}")
        print(f"  old graph {tally['old']}, new graph {tally['new']}, neither {tally['neither']}")
        print(f"  longest time to end {max(kill.seconds for kill in kills):.2f} s")
        print(f"  whole (integrity, foreign keys) {sum(kill.integrity == 'ok' for kill in kills)}", flush=True)
        bad += tally["neither"] + sum(kill.integrity != "ok" for kill in kills)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
