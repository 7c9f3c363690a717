"""How much of the pages of a project bank is read right, and how quickly: against coded pages, on shuffled ones, and on many.

python -m benchmarks.pages gold FOLDER       each layout against gold.csv: header fields right, and every miss
python -m benchmarks.pages mutate [FOLDER] [--tries 10000] [--seed 1]   mutated pages: no traceback, nothing that is not on the page
python -m benchmarks.pages many [--pages 2000]            so many pages into a workspace, twice
python -m benchmarks.pages private FOLDER    no contact person, e-mail address or telephone number of any page in any output

FOLDER holds gold.csv, index.csv (file, layout) and the files that they name.
"""

from __future__ import annotations

import argparse
import csv
import re
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from tests import privacy
from tests.workspace.pages import samples

from actormap.workspace.pages import entry, page, text

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
    tracebacks = made_up = filled = named = 0
    for number in range(options.tries):
        shown = samples.mutated(told[number % len(told)], samples.chance(options.seed * 1_000_003 + number))
        try:
            found = page.read("page.txt", text.lines(shown))
        except Exception:  # noqa: BLE001  (any of them is a find)
            tracebacks += 1
            traceback.print_exc()
            continue
        filled += sum(one.value is not None for one in found.fields.values())
        named += samples.PERSON.split()[-1] in repr(found)
        if wrong := samples.invented(found, shown):
            made_up += 1
            print(f"try {number}: {', '.join(wrong)} not on the page")
    seconds = time.monotonic() - began
    print(f"{options.tries} mutated pages: {tracebacks} tracebacks, {made_up} with invented values, {filled} values read, {seconds:.0f} s")
    if options.folder is None:
        print(f"The contact person of the made pages is in {named} readings, where the name's own label or letters were spoilt")


def many(options):
    """Enter many pages of every layout into a new workspace, then the same again, then with one in a hundred changed."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "pages"
        folder.mkdir()
        for number in range(options.pages):
            layout = samples.LAYOUTS[number % len(samples.LAYOUTS)]
            told = samples.facts(layout, name=f"Projekt {number}", number=f"2019/{number:05}", owner=f"Förbundet {number % 300}")
            (folder / f"{number}.txt").write_text(samples.page(layout, told), encoding="utf-8")
        paths = sorted(folder.iterdir())
        for what in ("first time", "second time", "one in a hundred changed"):
            if what.startswith("one"):
                for path in paths[::100]:
                    path.write_text(path.read_text(encoding="utf-8").replace("120", "121"), encoding="utf-8")
            steps, began = [], time.monotonic()
            done = entry.enter(Path(place) / "mine", paths, progress=lambda at, whole, steps=steps: steps.append((at, whole)))
            seconds = time.monotonic() - began
            told = f"{len(done.found.unchanged)} unchanged, {sum(done.added.values())} rows added, {len(done.against)} versions that differ"
            print(f"{options.pages} pages, {what}: {seconds:.1f} s, {told}, progress said {len(steps)} times")


CONTACT = re.compile(r"^(?:Kontaktperson|E-post|Telefonnummer):?[ \t]*(?:\n(?!.*:$))?(.+)$", re.MULTILINE)


def private(options):
    """Read all pages, in every form and into a workspace, and look for whom they say to contact in all that was written and told."""
    paths = [options.folder / row["file"] for row in table(options.folder / "index.csv")]
    contacts = {found.strip() for path in paths for found in CONTACT.findall(path.read_text(encoding="utf-8"))}
    parts = contacts | {word for each in contacts if "@" not in each for word in re.findall(r"[^\W\d_]{4,}", each)} - {"Projektledare"}
    with tempfile.TemporaryDirectory() as place:
        here, told = Path(place), ""
        for form in ("table", "csv", "json", "md", "xlsx"):
            asked = ["read", *map(str, paths), "--into", str(here / f"mine-{form}"), "-f", form, "-o", str(here / f"out.{form}")]
            told += subprocess.run([sys.executable, "-m", "actormap", *asked], capture_output=True, encoding="utf-8", check=False).stderr
        written = [(path.name, said) for path in sorted(here.rglob("*")) if path.is_file() for _, said in privacy.texts(path)]
        found = [(name, len(said)) for name, said in [*written, ("standard error", told)] if privacy.leaks(said)]
        found += [(name, len(part)) for name, said in [*written, ("standard error", told)] for part in parts if part in said]
    print(f"{len(contacts)} contacts of {len(paths)} pages looked for in {len(written)} files and what was told: {len(found)} found")
    for name, length in found:
        print(f"{name}: something of {length} characters")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("gold", "mutate", "many", "private"))
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--tries", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    {"gold": gold, "mutate": mutate, "many": many, "private": private}[options.what](options)


if __name__ == "__main__":
    main()
