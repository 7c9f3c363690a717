"""How much of the pages of a project bank is read right, and how quickly: against coded pages, on shuffled ones, and on many.

python -m benchmarks.pages gold FOLDER       each layout against gold.csv: header fields right, and every miss
python -m benchmarks.pages mutate [FOLDER] [--tries 10000] [--seed 1]   mutated pages: no traceback, nothing that is not on the page
python -m benchmarks.pages many FOLDER [--pages 2000]     so many pages into a workspace, twice
python -m benchmarks.pages private FOLDER    no contact person, e-mail address or telephone number of any page in any output

FOLDER holds gold.csv, index.csv (file, layout) and the files that they name.
"""

from __future__ import annotations

import argparse
import csv
import time
import traceback
from collections import Counter
from pathlib import Path

from tests.workspace.pages import samples

from actormap.workspace.pages import page, text

HEADER = tuple(column for column in page.COLUMNS if column != "municipalities")


def table(path):
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def reading(folder, name):
    path = folder / name
    return page.read(name, text.lines_of(path.name, path.read_bytes()))


def gold(options):
    folder = options.folder
    layouts = {row["file"]: row["layout"].split()[0] for row in table(folder / "index.csv")}
    right, asked, places = Counter(), Counter(), Counter()
    for row in table(folder / "gold.csv"):
        found = reading(folder, row["file"])
        layout = layouts[row["file"]]
        if found.layout != layout:
            print(f"{row['file']}: layout {found.layout}, not {layout}")
        columns = found.columns()
        for column in HEADER:
            said = "" if columns[column] is None else str(columns[column])
            asked[layout] += 1
            right[layout] += said == row[column]
            if said != row[column]:
                print(f"{row['file']} ({layout}) {column}: {said!r}, not {row[column]!r}")
        said, wanted = ({name for name in (value or "").split("|") if name} for value in (columns["municipalities"], row["municipalities"]))
        places[layout, "found"] += len(said)
        places[layout, "right"] += len(said & wanted)
        places[layout, "wanted"] += len(wanted)
    for layout in sorted(asked):
        found, wanted, both = (places[layout, what] for what in ("found", "wanted", "right"))
        print(f"{layout}: {right[layout]} of {asked[layout]} header fields; municipalities: {both} of {found} found, of {wanted} wanted")
    known = [layout for layout in asked if layout != "other"]
    print(f"Known layouts: {sum(right[each] for each in known)} of {sum(asked[each] for each in known)}")


def pages_of(folder):
    """Return pages as text: those of a folder, or made ones of every layout."""
    if folder is None:
        return [samples.page(layout) for layout in samples.LAYOUTS]
    return ["\n".join(text.lines_of(row["file"], (folder / row["file"]).read_bytes())) for row in table(folder / "index.csv")]


def mutate(options):
    began, told = time.monotonic(), pages_of(options.folder)
    tracebacks = made_up = filled = 0
    for number in range(options.tries):
        shown = samples.mutated(told[number % len(told)], samples.chance(options.seed * 1_000_003 + number))
        try:
            found = page.read("page.txt", text.lines(shown))
        except Exception:  # noqa: BLE001  (any of them is a find)
            tracebacks += 1
            traceback.print_exc()
            continue
        filled += sum(one.value is not None for one in found.fields.values())
        if wrong := samples.invented(found, shown):
            made_up += 1
            print(f"try {number}: {', '.join(wrong)} not on the page")
    seconds = time.monotonic() - began
    print(f"{options.tries} mutated pages: {tracebacks} tracebacks, {made_up} with invented values, {filled} values read, {seconds:.0f} s")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("gold", "mutate"))
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--tries", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    {"gold": gold, "mutate": mutate}[options.what](options)


if __name__ == "__main__":
    main()
