"""Compare, byte by byte, what two checkouts answer to a long fixed list of commands.

    python -m benchmarks.same BEFORE AFTER [--keep FOLDER] [--only gria,made,own,refused] [--match TEXT]

Each side runs in a scratch copy of its checkout, the two at the same time, one process a group of commands (see commands.py); exit codes,
standard output, standard error and every written file are compared, Excel workbooks and backups also by what is packed in them, and pages
by their parts: data, style, and what stands outside. The scripts of a page may be put together in another way: they are told of, and
decide nothing, nor do their sums in the policy of the page. Nothing else is masked but the name of the scratch folder. Exit code 1 if
anything differs.
"""

from __future__ import annotations

import argparse
import difflib
import gzip
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

from benchmarks import workspace
from benchmarks.commands import GROUPS, Command

HERE = Path(__file__).resolve().parent
LEFT_OUT = shutil.ignore_patterns(".git", "node_modules", "__pycache__", "visualisations", "tests", ".*_cache", ".actormap")
FILES = {
    "scenario.toml": 'title = "Vården"\nadd_members = ["vgr", { actor = "varden", role = "chair" }]\nremove = ["plug-in-2"]\n\n'
    '[[actors]]\nid = "varden"\nname = "Vårdcentralen"\nkind = "health_care"\n',
    "broken.toml": 'title = 1\nadd_members = ["nobody"]\nremov = ["x"]\n',
    "broken-story.toml": '[[step]]\ntitle = "A"\nlayout = "round"\ncolour = "red"\nfocus = ["nobody"]\n'
    'size = "degre"\noverlay = "nonsense"\n',
    "broken/actors.csv": "id,name,kind,e-mail\na,A,skool,x@example.org\na,B,school,\n,C,school,\n",
    "broken/relationships.csv": "source,type,target,valid_from,valid_to,confidence\na,deltagr i,p,2016,2014,7\nb,owns,a,x,,\n",
    "broken/actormap.toml": 'titel = "x"\nlanguage = "no"\nfocal_network = "nowhere"\n',
}
SCRIPT = re.compile(r"(<script\b[^>]*>)(.*?)(</script>)", re.DOTALL)
POLICY = re.compile(r"script-src [^;]*;")  # holds the sums of the scripts
STYLE = re.compile(r"(<style\b[^>]*>)(.*?)(</style>)", re.DOTALL)
SHOWN, WIDE = 14, 200


def main() -> int:
    parser = argparse.ArgumentParser(description="Compare what two checkouts answer.")
    parser.add_argument("before", type=Path)
    parser.add_argument("after", type=Path)
    parser.add_argument("--keep", type=Path, help="keep the answers here, in folders a (before) and b (after)")
    parser.add_argument("--only", default=",".join(GROUPS), help="which groups of commands")
    parser.add_argument("--match", default="", help="only commands with this text in them, and those that make tables and stores")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        root = options.keep.resolve() if options.keep else Path(scratch)
        root.mkdir(parents=True, exist_ok=True)
        groups = {name: chosen(list(GROUPS[name]()), options.match) for name in options.only.split(",")}
        sides = {side: prepared(root / side, tree, options.before, groups) for side, tree in (("a", options.before), ("b", options.after))}
        with ThreadPoolExecutor() as both:
            list(both.map(lambda folder: answered(folder, list(groups)), sides.values()))
        return compared(sides["a"], sides["b"], groups)


def chosen(commands: list[Command], text: str) -> list[Command]:
    makes = ("load", "init", "backup", "answer")
    return [command for command in commands if text in str(command) or (command.arguments and command.arguments[0] in makes)]


def prepared(folder: Path, tree: Path, before: Path, groups: dict[str, list[Command]]) -> Path:
    """Return the folder of one side: its copy of the checkout, what the commands work on, and the list of them."""
    folder.mkdir()
    shutil.copytree(tree, folder / "checkout", ignore=LEFT_OUT)
    for group, commands in groups.items():
        here = folder / "run" / group
        workspace.write(here / "made")
        shutil.copytree(before / "data" / "gria", here / "workspace", ignore=LEFT_OUT)
        for name, text in FILES.items():
            (here / name).parent.mkdir(exist_ok=True)
            (here / name).write_text(text, encoding="utf-8")
        (folder / f"{group}.json").write_text(json.dumps([asdict(command) for command in commands]), encoding="utf-8")
    return folder


def answered(folder: Path, groups: list[str]) -> None:
    """Let one side answer every command, one process a group."""
    source = folder / "checkout" / "src"
    for group in groups:
        environment = {name: value for name, value in os.environ.items() if not name.startswith(("ACTORMAP", "NEO4J", "PYTHON"))}
        environment |= {"PYTHONPATH": str(source), "PYTHONUTF8": "1", "COLUMNS": "140", "NO_COLOR": "1"}
        command = [sys.executable, "-P", str(HERE / "recording.py"), str(folder / f"{group}.json"), str(folder / "answers" / group)]
        with (folder / f"{group}.log").open("wb") as log:
            done = subprocess.run(command, cwd=folder / "run" / group, env=environment, stdout=log, stderr=subprocess.STDOUT, check=False)
        if done.returncode:
            sys.stderr.write((folder / f"{group}.log").read_text(encoding="utf-8")[-3000:])
            raise SystemExit(f"{folder.name}: {group} could not be run to its end ({done.returncode}).")


def compared(a: Path, b: Path, groups: dict[str, list[Command]]) -> int:
    """Print what differs, one line a kind of difference with the first of them, and return the exit code."""
    count, differing, kinds, scripts = 0, set(), defaultdict(list), 0
    for group, commands in groups.items():
        for number, command in enumerate(commands):
            folders = [side / "answers" / group / f"{number:04}" for side in (a, b)]
            names = sorted({str(path.relative_to(folder)) for folder in folders for path in folder.rglob("*") if path.is_file()})
            for name in names:
                count += 1
                sides = [content(folder / name, side) for folder, side in zip(folders, (a, b), strict=True)]
                if sides[0] == sides[1]:
                    continue
                for part, before, after in differences(name, *sides):
                    kinds[command.arguments[:1], part].append((f"{group} {number:04}: actormap {command}", before, after))
                    if part.endswith(": script"):
                        scripts += 1
                    else:
                        differing.add((group, number, name))
    for (words, part), found in sorted(kinds.items()):
        where, before, after = found[0]
        print(f"{' '.join(words) or '(nothing)'}, {part}: {len(found)} differ, first {where}")
        if not part.endswith(": script"):
            print("".join(f"    {line}\n" for line in shown(before, after)), end="")
    told = f" (scripts of pages, not counted: {scripts})" if scripts else ""
    print(f"{count} outputs compared, {len(differing)} differ{told}")
    return 1 if differing else 0


def content(path: Path, side: Path) -> bytes | None:
    """Return what a file holds, with the side's folder named alike on both sides; None if there is none."""
    return path.read_bytes().replace(str(side).encode(), b"@") if path.exists() else None


def differences(name: str, before: bytes | None, after: bytes | None) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield each part of a file in which its two sides differ."""
    if before is None or after is None:
        yield f"{name} is there on one side alone", before or b"", after or b""
        return
    two = [parts(name, side) for side in (before, after)]
    found = False
    for part in dict.fromkeys([*two[0], *two[1]]):
        one, other = (side.get(part, b"") for side in two)
        if one != other:
            found = True
            yield (f"{name}: {part}" if part else name), one, other
    if not found:
        yield f"{name}: how it is packed", before, after


def parts(name: str, data: bytes) -> dict[str, bytes]:
    """Return a file's parts by name; one without a name if it has none."""
    if data[:2] == b"\x1f\x8b":
        return {"unpacked": gzip.decompress(data)}
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            return {each: file.read(each) for each in file.namelist()}
    if not name.endswith(".html"):
        return {"": data}
    text = data.decode("utf-8")
    blocks = SCRIPT.findall(text)
    is_data = [block for block in blocks if "json" in block[0]]
    return {
        "data": "\n".join(map("".join, is_data)).encode(),
        "style": "\n".join(map("".join, STYLE.findall(text))).encode(),
        "outside": POLICY.sub("script-src;", STYLE.sub("", SCRIPT.sub("", text))).encode(),
        "script": "\n".join("".join(block) for block in blocks if block not in is_data).encode(),
    }


def shown(before: bytes, after: bytes) -> list[str]:
    """Return a short unified diff that begins a little before the first difference."""
    try:
        two = [lines(side.decode("utf-8")) for side in (before, after)]
    except UnicodeDecodeError:
        return [f"{len(before)} bytes and {len(after)} bytes"]
    first = next((i for i, pair in enumerate(zip(*two, strict=False)) if pair[0] != pair[1]), min(map(len, two)))
    window = [side[max(0, first - 2) : first + 30] for side in two]
    found = list(difflib.unified_diff(*window, lineterm="", n=2))[3:]
    return [line[:WIDE] for line in found[:SHOWN]] + (["…"] if len(found) > SHOWN else [])


def lines(text: str) -> list[str]:
    """Return the lines of a text; a long one in pieces, as the data of a page is one."""
    return [piece for line in text.split("\n") for piece in (re.split(r"(?<=[,;>}])", line) if len(line) > WIDE else [line])]


if __name__ == "__main__":
    sys.exit(main())
