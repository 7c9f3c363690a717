"""A third language is a folder of words and words in vocabulary.toml: a copy of the package that has one speaks it, with no line of code changed."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import actormap

PACKAGE = Path(actormap.__file__).parent
CIRCLE = Path(__file__).parent / "golden" / "circle"
MARK = "¤"  # before every word of the third language, which is English otherwise
ASKED = {
    "check": "check",
    "centrality": "centrality -m degree --no-certainty --format md",
    "explain": "explain enheten --no-certainty",
    "map": "map --quiet --date 2026-01-31 --output map.html",
    "report": "report --quiet --date 2026-01-31 --format html --output report.html",
    "review": "review --date 2016-06-01 --no-certainty",
    "init": "init own",
    "own": "check own",
    "workbook": "init own.xlsx --xlsx",
}
# One process answers all, so that the package is read once.
RUNS = """
import contextlib, io, json, sys
from actormap.cli.main import run
told = {}
for name, question in json.loads(sys.argv[1]).items():
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = run([*question.split(), "--lang", "fi"])
    told[name] = [code, out.getvalue()]
print(json.dumps(told))
"""
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return a folder with a copy of the package that speaks a third language, and a small workspace."""
    folder = tmp_path_factory.mktemp("third")
    copy = folder / "actormap"
    shutil.copytree(PACKAGE, copy)
    shutil.copytree(CIRCLE, folder / "circle")
    own = copy / "locale" / "fi"
    own.mkdir()
    for file in sorted((copy / "locale" / "en").glob("*.toml")):
        words = tomllib.loads(file.read_text(encoding="utf-8"))
        if file.stem == "language":
            lines = ['name = "Suomi"', 'separator = ";"', 'yes = ["kyllä"]', 'no = ["ei"]']
        else:
            lines = [f"{json.dumps(key)} = {json.dumps(marked(text), ensure_ascii=False)}" for key, text in flat(words)]
        (own / file.name).write_text("\n".join(lines), encoding="utf-8")
    vocabulary = copy / "model" / "vocabulary.toml"
    said = re.sub(r"(?m)^en = (.*)$", in_both, vocabulary.read_text(encoding="utf-8"))
    vocabulary.write_text(said, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def told(place):
    """Return what is answered in the third language."""
    environment = {**os.environ, "PYTHONPATH": str(place), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", RUNS, json.dumps(ASKED)]
    done = subprocess.run(command, cwd=place / "circle", env=environment, capture_output=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)


def flat(table, prefix=""):
    for key, value in table.items():
        if isinstance(value, dict):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield prefix + key, value


def in_both(line):
    words = re.sub('"([^"]*)"', rf'"{MARK}\1"', line[1])
    return f"{line[0]}\nfi = {words}"


def marked(text):
    return re.sub(r"^(# )?", rf"\1{MARK}", text)  # what is a comment stays one


def test_every_command_answers_in_it(told):
    assert {name: code for name, (code, _) in told.items()} == dict.fromkeys(ASKED, 0)
    for name in ("check", "centrality", "explain", "review"):
        assert told[name][1].count(MARK) >= told[name][1].count("\n\n"), name
    print("\n".join(out for _, out in told.values()))


def test_the_report_is_written_in_it(place, told):
    report = (place / "circle" / "report.html").read_text(encoding="utf-8")
    assert '<html lang="fi">' in report
    assert f"<h1>{MARK}" in report


def test_the_map_has_it_in_its_switch_and_all_its_words(place, told):
    page = (place / "circle" / "map.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL).group(1))
    assert data["lang"] == "fi"
    assert [(each["code"], each["name"]) for each in data["languages"]] == [("sv", "Svenska"), ("en", "English"), ("fi", "Suomi")]
    words = [*data["texts"]["fi"].values(), *(family["name"]["fi"] for family in data["families"])]
    assert all(word.startswith(MARK) for word in words)
