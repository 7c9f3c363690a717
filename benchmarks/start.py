"""Print how long the commands that should answer at once take, of one checkout, or of two side by side with their ratio.

    python -m benchmarks.start [BEFORE] [AFTER]

Without a checkout, this one. Every run is a new process with warm file caches and compiled modules at hand, in a scratch copy; the two
checkouts take turns, so that what else the machine does meets both. A time is the median of ten, on the clock and of the processor;
where others are at work on the machine, the second tells more.

`load` is asked of GRIA's own tables and a store that is a temporary SQLite file: "new store" begins with none, as the first load ever;
"equal store" finds that nothing has changed, as every load but the first does where nobody has edited a table. `status` reads that same
store, the other questions of GRIA read the tables that are built in.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(".git", "node_modules", "__pycache__", "visualisations", "tests", ".*_cache", ".actormap")
RUNS = 10
PROGRAM = ("-P", "-m", "actormap")
EQUAL, NEW = "sqlite:///equal.sqlite", "sqlite:///new.sqlite"
CASES = {
    "python -c pass": ("-P", "-c", "pass"),
    "import actormap": ("-P", "-c", "import actormap"),
    "--help": (*PROGRAM, "--help"),
    "status": (*PROGRAM, "status", "--store", EQUAL),
    "load, equal store": (*PROGRAM, "load", "gria", "--store", EQUAL),
    "load, new store": (*PROGRAM, "load", "gria", "--store", NEW),
    "check": (*PROGRAM, "check", "gria"),
    "gaps": (*PROGRAM, "gaps", "-w", "gria"),
    "centrality --no-certainty": (*PROGRAM, "centrality", "--no-certainty", "-w", "gria"),
}


def main() -> None:
    trees = [Path(name).resolve() for name in sys.argv[1:]] or [HERE]
    with tempfile.TemporaryDirectory() as scratch:
        sides = [prepared(tree, Path(scratch) / str(number)) for number, tree in enumerate(trees)]
        heads = ("before", "after") if len(sides) == 2 else ("",)
        print(f"{f'median of {RUNS}, ms':<27}" + "".join(f"{head + ' ' + what:>14}" for what in ("clock", "cpu") for head in heads), end="")
        print(f"{'ratio clock':>13}{'ratio cpu':>11}" if len(sides) == 2 else "")
        for name, arguments in CASES.items():
            taken = measured(sides, arguments)
            medians = [[statistics.median(run[which] for run in runs) for runs in taken] for which in range(2)]
            ratios = "".join(f"{pair[1] / pair[0]:>{width}.2f}" for pair, width in zip(medians, (13, 11), strict=True) if len(pair) == 2)
            print(f"{name:<27}" + "".join(f"{median * 1000:>14.0f}" for pair in medians for median in pair) + ratios, flush=True)


def prepared(tree: Path, folder: Path) -> Path:
    """Return the folder of a scratch copy of a checkout, with its equal store."""
    shutil.copytree(tree, folder, ignore=LEFT_OUT)
    once(folder, CASES["load, equal store"])
    return folder


def measured(sides: list[Path], arguments: tuple[str, ...]) -> list[list[tuple[float, float]]]:
    """Return the seconds and the processor's of each side's runs; the first of each compiles and fills the caches, and does not count."""
    taken: list[list[tuple[float, float]]] = [[] for _ in sides]
    for number in range(-1, RUNS):
        for place in range(len(sides)) if number % 2 else reversed(range(len(sides))):
            seconds = once(sides[place], arguments)
            if number >= 0:
                taken[place].append(seconds)
    return taken


def once(folder: Path, arguments: tuple[str, ...]) -> tuple[float, float]:
    if NEW in arguments:
        (folder / NEW.removeprefix("sqlite:///")).unlink(missing_ok=True)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    environment |= {"PYTHONPATH": str(folder / "src"), "PYTHONUTF8": "1"}
    start, worked = time.perf_counter(), of_children()
    subprocess.run([sys.executable, *arguments], check=True, cwd=folder, env=environment, capture_output=True)
    return time.perf_counter() - start, of_children() - worked


def of_children() -> float:
    """Return the processor's seconds of the processes that have ended."""
    spent = os.times()
    return spent.children_user + spent.children_system


if __name__ == "__main__":
    main()
