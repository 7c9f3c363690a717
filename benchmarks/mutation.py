"""Make single small changes to the program, one at a time, and see which of them no test notices.

    python -m benchmarks.mutation --seed 1 --changes 200 [--area analysis,words,page] [--jobs 1] [--out FILE] [--map FILE]

The changes are drawn by lot over areas (the first folder under src/actormap; besides: words, page, neo4j with queries) and kinds.
Each is made in a scratch copy, where those tests run that can notice it, until one fails: the tests of every module that runs the changed
line, or opens the changed file, in order of what they cost, as many as the limit of seconds allows; tests named like the file come first
where there is a choice. Tests that drive a browser or a server run for page and neo4j alone.

Which module runs which line is found out once, by running all tests under coverage (`pip install coverage`), and kept in the file of --map
until it is removed; --tests narrows that run. What is printed: a table of killed, survived and timed out, and the diff of each survivor. A
survivor that changes nothing that anybody could see is no fault of the tests: whoever reads the list judges.
"""

from __future__ import annotations

import argparse
import ast
import difflib
import json
import os
import queue
import random
import shutil
import signal
import subprocess
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from typing import Any

from benchmarks.changes import HOW, Change, changes, readable

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = shutil.ignore_patterns(".git", "node_modules", ".*_cache", ".hypothesis", ".actormap", "build", "dist")
KILLED, SURVIVED, SLOW, UNTESTED = OUTCOMES = ("killed", "survived", "timed out", "no test")
UNHEARD = "tests/map/test_page_modules.py"  # reads the page when it is imported, and has Node read it
SLACK = 3  # a change is given so many times the seconds that its tests took before


@dataclass
class Known:
    """Which tests there are, and which of their modules run a line of a file or open it."""

    tests: dict[str, dict[str, Any]]
    opened: dict[str, list[str]]
    lines: dict[str, dict[str, list[str]]]

    def noticing(self, change: Change, limit: float) -> list[str]:
        """Return the tests to run for a change, module by module, the quickest first."""
        file = Path(change.file)
        runs = self.lines.get(change.file, {}).get(str(change.line), []) if file.suffix == ".py" else self.opened.get(change.file, [])
        if file.suffix == ".js":
            runs = [*runs, UNHEARD]
        names = {file.stem, file.parent.name if file.stem == "__init__" else file.stem}
        where = area(change.file)
        chosen: dict[str, list[str]] = defaultdict(list)
        left = limit

        def order(test: str) -> tuple[bool, float]:
            module = test.partition("::")[0]
            alike = any(name in module for name in names) or "golden" in module
            return not alike, self.tests[test]["seconds"]

        for test in sorted(self.tests, key=order):
            about, module = self.tests[test], test.partition("::")[0]
            apart = (about["browser"] and where != "page") or ("neo4j" in module and where != "neo4j")
            if module in runs and about["passed"] and not apart and about["seconds"] <= left:
                left -= about["seconds"]
                chosen[module].append(test)
        return [test for module in sorted(chosen, key=lambda module: self.cost(chosen[module])) for test in chosen[module]]

    def cost(self, tests: list[str]) -> float:
        """Return the seconds that some tests took."""
        return sum(self.tests[test]["seconds"] for test in tests)


def main() -> None:
    parser = argparse.ArgumentParser(description="Make small changes and see which no test notices.")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--changes", type=int, default=200)
    parser.add_argument("--area", default="", help="only these areas")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--limit", type=float, default=60, help="seconds that the tests of a change may take")
    parser.add_argument("--out", type=Path, help="write the table and the diffs here too")
    parser.add_argument("--map", type=Path, default=ROOT / "build" / "noticing.json")
    parser.add_argument("--tests", default="tests", help="which tests are looked at, where the map is made")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        copies: queue.Queue[Path] = queue.Queue()
        for number in range(options.jobs):
            copies.put(copied(Path(scratch) / str(number)))
        first = Path(scratch) / "0"
        if not options.map.exists():
            options.map.parent.mkdir(parents=True, exist_ok=True)
            options.map.write_text(json.dumps(noticed(first, options.tests.split(","))), encoding="utf-8")
        known = Known(**json.loads(options.map.read_text(encoding="utf-8")))
        drawn = list(draw(first, random.Random(options.seed), options.changes, set(filter(None, options.area.split(",")))))

        def tried(numbered: tuple[int, Change]) -> str:
            copy = copies.get()
            try:
                return outcome(copy, numbered[1], known.noticing(numbered[1], options.limit), known, numbered[0])
            finally:
                copies.put(copy)

        with ThreadPoolExecutor(options.jobs) as pool:
            found = []
            for change, what in zip(drawn, pool.map(tried, enumerate(drawn)), strict=True):
                found.append((change, what))
                sys.stderr.write(f"{len(found)}/{len(drawn)} {what}: {change.file}:{change.line} {change.kind}\n")
        text = told(first, found)
    print(text)
    if options.out:
        options.out.write_text(text, encoding="utf-8")


def copied(folder: Path) -> Path:
    shutil.copytree(ROOT, folder, ignore=LEFT_OUT)
    if (ROOT / "node_modules").exists():
        (folder / "node_modules").symlink_to((ROOT / "node_modules").resolve())
    return folder


def environment(copy: Path) -> dict[str, str]:
    # Compiled modules go by the second and the size of their source, which a change need not alter: none is written.
    paths = os.pathsep.join([str(copy / "src"), str(copy)])
    return {**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}


def noticed(copy: Path, tests: list[str]) -> dict[str, Any]:
    """Return which test module runs which line and opens which file, by running them all once."""
    kept, data = copy / "noticed.json", copy / "lines.coverage"
    command = [sys.executable, "-m", "coverage", "run", f"--data-file={data}", f"--source={copy / 'src'}", "-m", "pytest"]
    command += ["-q", "-p", "benchmarks.noticing", "-p", "no:cacheprovider", *tests]
    done = subprocess.run(command, cwd=copy, env={**environment(copy), "NOTICED": str(kept)}, stdout=subprocess.PIPE, check=False)
    sys.stderr.write(done.stdout.decode()[-2000:])
    from coverage import CoverageData

    found = CoverageData(basename=str(data))
    found.read()
    lines = {}
    for file in found.measured_files():
        by_line = found.contexts_by_lineno(file)
        # What is in no function runs once, for whoever imports it first: every module that runs any line of the file may notice it.
        anybody = sorted({context for contexts in by_line.values() for context in contexts if context})
        inside = in_functions(Path(file))
        lines[str(Path(file).relative_to(copy))] = {
            line: sorted(filter(None, contexts)) if line in inside else anybody for line, contexts in by_line.items() if contexts
        }
    return json.loads(kept.read_text(encoding="utf-8")) | {"lines": lines}


def in_functions(path: Path) -> set[int]:
    """Return the lines of a file that are in the body of a function."""
    made = [node for node in ast.walk(ast.parse(path.read_bytes())) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    return {line for node in made for line in range(node.body[0].lineno, (node.end_lineno or 0) + 1)}


def area(file: str) -> str:
    """Return the area that a file belongs to."""
    path = Path(file)
    if path.suffix == ".js":
        return "page"
    if path.suffix == ".cypher" or "neo4j" in path.parts:
        return "neo4j"
    if path.suffix == ".toml":
        return "words"
    return path.parts[2] if len(path.parts) > 3 else "top"


def draw(root: Path, dice: random.Random, number: int, areas: set[str]) -> Iterator[Change]:
    """Yield changes by lot: areas in turn, in each a kind by lot and one of its changes."""
    by_kind: dict[str, dict[str, list[Change]]] = defaultdict(lambda: defaultdict(list))
    for folder in ("src", "cypher"):
        for path in sorted((root / folder).rglob("*")):
            name = str(path.relative_to(root))
            if path.suffix in HOW and path.is_file() and (not areas or area(name) in areas):
                for change in changes(root, name):
                    by_kind[area(name)][change.kind].append(change)
    for where in cycle(sorted(by_kind)):
        kinds = by_kind[where]
        while kinds and number:
            kind = dice.choice(sorted(kinds))
            change = kinds[kind].pop(dice.randrange(len(kinds[kind])))
            if not kinds[kind]:
                del kinds[kind]
            if readable(root, change):
                yield change
                number -= 1
                break
        if not number or not any(by_kind.values()):
            return


def outcome(copy: Path, change: Change, tests: list[str], known: Known, number: int) -> str:
    """Return what became of a change."""
    if not tests:
        return UNTESTED
    path, listed = copy / change.file, copy / "tests.txt"
    before, about = path.read_bytes(), path.stat()
    listed.write_text("".join(f"{test}\n" for test in tests), encoding="utf-8")
    path.write_bytes(change.applied(before))
    os.utime(path, (about.st_atime, about.st_mtime + number + 1))
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider", f"@{listed}"]
    running = subprocess.Popen(
        command, cwd=copy, env=environment(copy), stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True
    )
    try:
        said, _ = running.communicate(timeout=30 + SLACK * known.cost(tests))
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.communicate()
        return SLOW
    finally:
        path.write_bytes(before)
        os.utime(path, (about.st_atime, about.st_mtime))
    # Tests that were there and are not any more: their module cannot be read with the change, or they are named after what it changes.
    gone = running.returncode == 4 and (b"found no collectors" in said or b"no match in any of" in said)
    if not gone and running.returncode not in {0, 1, 2, 3}:
        sys.exit(f"The tests could not be run:\n{said.decode()[-2000:]}")
    return KILLED if running.returncode else SURVIVED


def told(root: Path, found: list[tuple[Change, str]]) -> str:
    """Return the table by area and by kind, and the diff of what survived."""
    lines = []
    for heading, key in (("area", lambda change: area(change.file)), ("kind", lambda change: change.kind)):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for change, what in found:
            counts[key(change)][what] += 1
            counts["all"][what] += 1
        lines.append(f"{heading:<24}" + "".join(f"{what:>11}" for what in OUTCOMES))
        lines += [
            f"{name:<24}" + "".join(f"{counts[name][what]:>11}" for what in OUTCOMES)
            for name in sorted(counts, key=lambda name: (name == "all", name))
        ]
        lines.append("")
    for change, what in found:
        if what != KILLED:
            before = (root / change.file).read_bytes()
            two = [side.decode().splitlines() for side in (before, change.applied(before))]
            lines.append(f"{what}: {change.file}:{change.line}, {change.kind}")
            lines += [f"    {line[:240]}" for line in list(difflib.unified_diff(*two, n=1, lineterm=""))[3:]] + [""]
    return "\n".join(lines)


if __name__ == "__main__":
    main()
