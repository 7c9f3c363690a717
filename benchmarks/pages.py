"""How much of the pages of a project bank is read right, and how quickly: against coded pages, on shuffled ones, and on many.

python -m benchmarks.pages gold FOLDER       each layout against gold.csv: header fields right, and every miss
python -m benchmarks.pages mutate [FOLDER] [--tries 10000] [--seed 1]   mutated pages: no traceback, nothing that is not on the page
python -m benchmarks.pages many [--pages 2000]            so many pages into a workspace, twice
python -m benchmarks.pages relations FOLDER  what running text says of relationships against gold_relations.csv, each layout and half
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

from actormap import workspace as workspaces
from actormap.model.records import Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.decisions import queue
from actormap.workspace.pages import entry, known, page, project_row, text
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.texts import mentions, page_text, running_text
from actormap.workspace.texts.gazetteer import Gazetteer
from actormap.workspace.texts.page_text import TextNames

SWEDEN = Gazetteer.of(Snapshot.of(()))
HEADER = tuple(column for column in page.COLUMNS if column != "municipalities")


def table(path, *, encoding="utf-8", delimiter=","):
    with path.open(encoding=encoding, newline="") as stream:
        return list(csv.DictReader(stream, delimiter=delimiter))


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
    tracebacks = made_up = filled = named = mentioned = asked = shown_names = 0
    names, vocabulary = TextNames.of(Snapshot.of(())), Vocabulary.load()
    for number in range(options.tries):
        shown = samples.mutated(told[number % len(told)], samples.chance(options.seed * 1_000_003 + number))
        try:
            found = page.read("page.txt", text.lines(shown))
            said = page_text.read(text.lines(shown), Snapshot.of(()), vocabulary, names=names)
        except Exception:  # noqa: BLE001  (any of them is a find)
            tracebacks += 1
            traceback.print_exc()
            continue
        filled += sum(one.value is not None for one in found.fields.values())
        named += bool(samples.somebody(found))
        mentioned, asked = mentioned + len(said.mentions), asked + len(said.candidates)
        shown_names += bool(samples.somebody((said.mentions, said.candidates, list(map(said.sentence, said.candidates)))))
        if wrong := [*samples.invented(found, shown), *elsewhere(said, shown)]:
            made_up += 1
            print(f"try {number}: {', '.join(wrong)} not on the page")
    seconds = time.monotonic() - began
    print(f"{options.tries} mutated pages: {tracebacks} tracebacks, {made_up} with invented values, {filled} values read, {seconds:.0f} s")
    print(f"In their running text {mentioned} names and {asked} candidates")
    if options.folder is None:
        print(f"A part of it is in the names, candidates or sentences of {shown_names} pages")
        print(f"A part of the contact person's name, address or number is in {named} readings")


def elsewhere(said, shown):
    """Return the names and cues of a page's running text that do not stand on the page."""
    whole = squeeze("".join(text.lines(shown)))
    forms = [each.form for each in said.mentions] + [each.cue for each in said.candidates]
    return [form for form in forms if squeeze(form) not in whole]


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
        began, mine = time.monotonic(), workspaces.read(Path(place) / "mine")
        waiting = queue.waiting(mine, paths)
        print(f"{options.pages} pages: {len(waiting.waiting)} candidates in {time.monotonic() - began:.1f} s")


def run(arguments):
    return subprocess.run([sys.executable, "-m", "actormap", *arguments], capture_output=True, encoding="utf-8", check=False).stderr


CONTACT = re.compile(r"^(?:Kontaktperson|E-post|Telefonnummer):?[ \t]*(?:\n(?!.*:$))?(.+)$", re.MULTILINE)


def private(options):
    """Read all pages, in every form and into a workspace, and look for whom they say to contact in all that was written and told."""
    paths = [options.folder / row["file"] for row in table(options.folder / "index.csv")]
    contacts = {found.strip() for path in paths for found in CONTACT.findall(path.read_text(encoding="utf-8"))}
    parts = contacts | {word for each in contacts if "@" not in each for word in re.findall(r"[^\W\d_]{4,}", each)} - {"Projektledare"}
    with tempfile.TemporaryDirectory() as place:
        here, told = Path(place), ""
        for form in ("table", "csv", "json", "md", "xlsx"):
            mine, pages = str(here / f"mine-{form}"), [str(path) for path in paths]
            told += run(["read", *pages, "--into", mine, "-f", form, "-o", str(here / f"out.{form}")])
            told += run(["candidates", *pages, "-w", mine, "-f", form, "-o", str(here / f"candidates.{form}")])
        # All that is asked about accepted, so that it stands in the tables.
        sheet, mine = here / "candidates.csv", str(here / "mine-csv")
        lines = table(sheet, encoding="utf-8-sig", delimiter=";")
        with sheet.open("w", encoding="utf-8", newline="") as stream:
            filled = csv.DictWriter(stream, list(lines[0]))
            filled.writeheader()
            filled.writerows(line | {"verdict": "accepted"} for line in lines)
        told += run(["candidates", "-w", mine, "--from", str(sheet), "--by", "samordnare"])
        print(told.splitlines()[-1])
        written = [(path.name, said) for path in sorted(here.rglob("*")) if path.is_file() for _, said in privacy.texts(path)]
        found = [(name, len(said)) for name, said in [*written, ("standard error", told)] if privacy.leaks(said)]
        found += [(name, len(part)) for name, said in [*written, ("standard error", told)] for part in parts if part in said]
    print(f"{len(contacts)} contacts of {len(paths)} pages looked for in {len(written)} files and what was told: {len(found)} found")
    for name, length in found:
        print(f"{name}: something of {length} characters")


# What a relation of gold_relations.csv is in the vocabulary: the types by which a candidate says it. `alias_of` is none.
RELATIONS = {
    "owns": {"owns", "carries_out"},
    "coordinates": {"coordinates"},
    "participates": {"participates_in", "carries_out"},
    "cooperates_with": {"participates_in", "carries_out"},
    "applicant": {"participates_in", "carries_out"},
    "refers_participants": {"participates_in"},
    "member_of": {"member_of"},
    "reference_group": {"reference_group_for"},
    "funds": {"funds"},
    "builds_on": {"follows_up"},
}


def relations(options):
    """Read the pages into a new workspace, then ask their running text for relationships, and compare with gold_relations.csv."""
    folder = options.folder
    pages = table(folder / "index.csv")
    with tempfile.TemporaryDirectory() as place:
        entry.enter(Path(place) / "mine", [folder / row["file"] for row in pages])
        read = workspaces.read(Path(place) / "mine")
    asked = table(folder / "gold_relations.csv")
    places = {row["file"]: {squeeze(each) for each in row["municipalities"].split("|")} for row in table(folder / "gold.csv")}
    counts, names = Counter(), TextNames.of(read.snapshot)
    for number, row in enumerate(pages):
        mine = [each for each in asked if each["file"] == row["file"]]
        layout = row["layout"].split()[0]
        for group in (layout, "all", "first half" if number % 2 == 0 else "second half"):
            counts.update(
                {
                    (group, name): n
                    for name, n in compared(folder, row, mine, read, names, places[row["file"]], quiet=group != "all").items()
                }
            )
    print("layout: relations wanted, found; candidates, right; names only mentioned, that became a source")
    for group in sorted({group for group, _ in counts}):
        wanted, met, made, right, negative, taken = (
            counts[group, name] for name in ("wanted", "met", "made", "right", "negative", "taken")
        )
        shares = f"recall {met / wanted:.2f}, precision {right / made:.2f}" if wanted and made else ""
        print(f"{group}: {wanted}, {met}; {made}, {right}; {negative}, {taken}; {shares}")


def compared(folder, row, asked, read, names, places, *, quiet):
    """Return how many relations of one page are wanted and met, and how many candidates there are and are right.

    That a project is active in a municipality is right if gold.csv has that; a name that is nearly a known one is what is suggested for it.
    """
    lines = text.lines_of(row["file"], (folder / row["file"]).read_bytes())
    project = known.KnownRecords.of(read.snapshot).project(project_row.cells(page.read(row["file"], lines)))
    told = page_text.read(lines, read.snapshot, read.vocabulary, project=project, names=names)

    def meant(name):
        if "kommun)" in name or "stad)" in name:  # a unit, with whose it is in brackets
            name = name[: name.index(" (")]
        name = re.sub(r"\u2026? \(cut\)|, GR$", "", name).strip("\u2026 ")
        short = {squeeze(each) for _, each in page_text.aliases(read.snapshot, project)} if project else set()
        if squeeze(name) in short or (told.own and squeeze(told.own.name).startswith(squeeze(name)) and len(name) > 8):
            return squeeze(told.own.name)
        found = mentions.find(running_text.of([name]), SWEDEN)
        whole = [each for each in found if each.start == 0 and each.end >= len(name)]
        near = None if whole else names.near.to(name)
        return squeeze(whole[0].known.name if whole else near.name if near and near.node == "municipality" else name)

    said = {(meant(each.source.name), each.type, meant(each.target.name)): False for each in told.candidates}
    said.update({key: True for key in said if key[1] == "active_in" and key[2] in places})
    counts = Counter(made=len(said))
    for each in asked:
        if each["relation"] == "mentioned_only":
            counts["negative"] += 1
            counts["taken"] += any(source == meant(each["subject"]) for source, _, _ in said)
        elif each["relation"] in RELATIONS:
            met = [key for key in said if _same(key, each, meant)]
            said.update(dict.fromkeys(met, True))
            counts["wanted"] += 1
            counts["met"] += bool(met)
            if not met and not quiet:
                print(f"{row['file']} misses {each['subject']} {each['relation']} {each['object']}")
    counts["right"] = sum(said.values())
    if not quiet:
        for key in (key for key, right in said.items() if not right):
            print(f"{row['file']} is alone with {' '.join(key)}")
    return counts


def _same(key, each, meant):
    source, type_, target = key
    return type_ in RELATIONS[each["relation"]] and source == meant(each["subject"]) and target == meant(each["object"])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("gold", "mutate", "many", "relations", "private"))
    parser.add_argument("folder", type=Path, nargs="?")
    parser.add_argument("--tries", type=int, default=10_000)
    parser.add_argument("--pages", type=int, default=2_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    {"gold": gold, "mutate": mutate, "many": many, "relations": relations, "private": private}[options.what](options)


if __name__ == "__main__":
    main()
