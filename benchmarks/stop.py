"""How soon the whole process has ended after Ctrl-C, whatever it was at: importing, reading tables, comparing, writing, leaving.

    python -m benchmarks.stop [--times 40] [--actors 2000] [--stores sqlite,neo4j]

`actormap load` of a generated workspace into an empty store is stopped at as many moments of its life as there are `--times`. Two figures
are told of each: the seconds until it was gone, and those of the processor that it took till then, which do not depend on what else the
machine does. Linux only.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from benchmarks import workspace
from tests import interrupt
from tests.neo4j_lines import LONG_TERM
from tests.neo4j_server import running

TICKS = os.sysconf("SC_CLK_TCK")
STOPPED = 130


@dataclass(frozen=True)
class Stop:
    """One load that was stopped: after which share of its time, how it ended, and what that took."""

    moment: float
    code: int
    seconds: float
    processor: float
    told: str


def main() -> None:
    parser = argparse.ArgumentParser(description="Stop loads with Ctrl-C.")
    parser.add_argument("--times", type=int, default=40)
    parser.add_argument("--actors", type=int, default=2000)
    parser.add_argument("--stores", default="sqlite,neo4j")
    options = parser.parse_args()
    interrupt.heard()
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        tables = workspace.write(folder / "tables", options.actors)
        for kind in options.stores.split(","):
            environment, server = dict(os.environ), None
            store = f"sqlite:///{folder}/graph.sqlite"
            if kind == "neo4j":
                server = stack.enter_context(running(LONG_TERM, folder / "neo4j", quick=True))
                environment |= server.environment()
                store = server.uri
            command = [sys.executable, "-m", "actormap", "load", str(tables), "--store", store, "--yes"]
            tell(kind, stops(command, environment, options.times, server.empty if server else (folder / "graph.sqlite").unlink))


def stops(command: list[str], environment: Mapping[str, str], times: int, empty: Callable[[], None]) -> list[Stop]:
    """Stop the command at that many moments, one in each stretch of the time that it takes when left alone; each time on an empty store."""
    begun = time.monotonic()
    subprocess.run(command, env=environment, check=True, capture_output=True)
    whole = time.monotonic() - begun
    chance = random.Random(7)  # a moment is no secret
    found = []
    for number in range(times):
        with suppress(FileNotFoundError):
            empty()
        found.append(stopped(command, environment, (number + chance.random()) / times, whole))
    return found


def stopped(command: list[str], environment: Mapping[str, str], moment: float, whole: float) -> Stop:
    """Stop the command after a share of its time."""
    child = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    time.sleep(moment * whole)
    used, begun = processor(child.pid), time.monotonic()
    os.kill(child.pid, signal.SIGINT)  # one that has ended is not forgotten before it is asked
    assert child.stderr is not None
    told = child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return Stop(moment, child.returncode, time.monotonic() - begun, usage.ru_utime + usage.ru_stime - used, told)


def processor(pid: int) -> float:
    """Return how many seconds of the processor a process has taken."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def tell(kind: str, found: list[Stop]) -> None:
    cut = [each for each in found if each.code != 0]
    print(
        f"\n{kind}: {len(found)} loads, {len(found) - len(cut)} of which had ended; exit codes {dict(Counter(each.code for each in found))}"
    )
    for words, values in (("seconds", [each.seconds for each in cut]), ("of the processor", [each.processor for each in cut])):
        ordered = sorted(values)
        print(f"  {words:18} half within {ordered[len(ordered) // 2]:.2f}, the longest {ordered[-1]:.2f}")
    for each in sorted(cut, key=lambda stop: stop.processor)[-3:]:
        print(f"  at {each.moment:.2f} of its life: {each.seconds:.2f} s, {each.processor:.2f} s of the processor")
    for each in cut:
        if each.code != STOPPED or "Traceback" in each.told or not each.told.strip().startswith(("Stopped", "Avbrutet")):
            print(f"  at {each.moment:.2f}: code {each.code}, it said: {each.told.strip()[-300:]}")


if __name__ == "__main__":
    main()
