"""How long the whole internal report takes in four forms: all asked for at once, each by itself, and the writing alone.

python -m benchmarks.report [PLACE]
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import actormap
from actormap.map import compose as maps
from actormap.map.options import MapOptions
from actormap.map.paper import PAGE
from actormap.output.document import writers
from actormap.report import composition

FORMS = ("html", "docx", "pdf", "md")
DATE = "2026-11-30"
MOST_ON_PAPER = 150


def asked(place: str, folder: Path) -> None:
    """Print the seconds by the clock and of the processor of a command for each form."""
    clock, spent = [], []
    for form in FORMS:
        before, begun = os.times(), time.perf_counter()
        command = [sys.executable, "-m", "actormap", "report", place, "--date", DATE, "-q", "-o", str(folder / f"report.{form}")]
        subprocess.run(command, check=True)
        after = os.times()
        clock.append(time.perf_counter() - begun)
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
        print(f"{form}: {clock[-1]:.2f} s by the clock, {spent[-1]:.2f} s of the processor")
    print(f"four commands: {sum(clock):.2f} s by the clock, {sum(spent):.2f} s of the processor")


def at_once(place: str, folder: Path) -> None:
    """Print the seconds by the clock and of the processor of one command for all forms."""
    first, *others = FORMS
    before, begun = os.times(), time.perf_counter()
    command = [sys.executable, "-m", "actormap", "report", place, "--date", DATE, "-q", "-o", str(folder / f"all.{first}")]
    subprocess.run([*command, *(part for form in others for part in ("--also", form))], check=True)
    clock, after = time.perf_counter() - begun, os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    print(f"one command: {clock:.2f} s by the clock, {spent:.2f} s of the processor")


def together(place: str) -> None:
    """Print the seconds of one composition, and of writing it in each form."""
    begun = time.process_time()
    atlas = actormap.open(place)
    few = 1 < sum(1 for _ in atlas.shown().nodes()) <= MOST_ON_PAPER
    drawn = maps.draw_poster(atlas, DATE, paper=PAGE, network=atlas.focus(None), options=MapOptions()) if few else None
    composed = composition.compose(atlas, DATE, map_svg=drawn)
    at = [("composed", time.process_time())]
    for form in FORMS:
        writers.write(composed, form)
        at.append((form, time.process_time()))
    last = begun
    for name, moment in at:
        print(f"{name}: {moment - last:.2f} s of the processor")
        last = moment
    print(f"all of one composition: {last - begun:.2f} s of the processor")


if __name__ == "__main__":
    place = sys.argv[1] if len(sys.argv) > 1 else "gria"
    with TemporaryDirectory() as folder:
        at_once(place, Path(folder))
        asked(place, Path(folder))
    together(place)
