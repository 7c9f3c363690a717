"""A third language is a folder of words, and words in vocabulary.toml.

A copy of the package that has one speaks it, with no line of code changed.
"""

from __future__ import annotations

import json
import re
import tomllib

import pytest
from openpyxl import load_workbook

from tests import package_copy
from tests.offenders import none_of

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
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return a folder with a copy of the package that speaks a third language, and a small workspace."""
    folder = tmp_path_factory.mktemp("third")
    copy = package_copy.copy_into(folder)
    own = copy / "locale" / "fi"
    own.mkdir()
    for file in sorted((copy / "locale" / "en").glob("*.toml")):
        words = tomllib.loads(file.read_text(encoding="utf-8"))
        if file.stem == "language":
            lines = ['name = "Suomi"', 'separator = ";"', 'yes = ["kyllä"]', 'no = ["ei"]']
        else:
            lines = [f"{json.dumps(key)} = {json.dumps(marked(text), ensure_ascii=False)}" for key, text in flat(words)]
        (own / file.name).write_text("\n".join(lines), encoding="utf-8")
    # A workspace's own words, such as its checklist, say every language as the shipped ones do.
    for words in (copy / "model" / "vocabulary.toml", folder / "circle" / "actormap.toml"):
        said = re.sub(r"(?m)^en = (.*)$", in_both, words.read_text(encoding="utf-8"))
        words.write_text(said, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def told(place):
    """Return what is answered in the third language; what is written stands in the workspace."""
    return package_copy.ask(place, ASKED, "--lang", "fi")


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
    said = {
        "check": [f"{MARK}Errors: 0. Warnings: 2."],
        "centrality": [f"{MARK}In words", f"{MARK}regional federation", f"{MARK}Förbundet takes part in 3 of 4 venues."],
        "explain": [f"Förbundet {MARK}{MARK}is a member of Kretsen ({MARK}stated). 2 other actors take part there too."],
        "review": [
            f"{MARK}Whom to invite to Kretsen?",
            f"{MARK}Samordnaren is the only post that {MARK}coordinates Kretsen.",
            f"{MARK}the police",
        ],
        "own": [f"{MARK}Errors: 0. Warnings: 0."],
    }
    none_of(line for line in told["explain"][1].splitlines() if line and not line.removeprefix("- ").startswith(MARK))
    none_of(f"{name}: {words}" for name, each in said.items() for words in each if words not in told[name][1])


def test_a_new_workspace_has_its_words_beside_the_others(place, told):
    assert told["init"][0] == told["workbook"][0] == 0
    settings = (place / "circle" / "own" / "actormap.toml").read_text(encoding="utf-8")
    assert '"sv", "en" tai "fi"' in settings
    assert f'# fi = ["{MARK}library", "{MARK}libraries"]' in settings
    assert (place / "circle" / "own" / "actors.csv").read_text(encoding="utf-8-sig").startswith("id;")
    words = load_workbook(place / "circle" / "own.xlsx")[f"{MARK}Words"].values
    assert next(words) == (f"{MARK}List", f"{MARK}Word", "Ruotsi", "Englanti", "Suomi")
    assert ("regional_federation", "kommunalförbund", "regional federation", f"{MARK}regional federation") in [row[1:] for row in words]


@pytest.mark.usefixtures("told")
def test_the_report_is_written_in_it(place):
    report = (place / "circle" / "report.html").read_text(encoding="utf-8")
    assert '<html lang="fi">' in report
    assert f"<h1>{MARK}" in report


@pytest.mark.usefixtures("told")
def test_the_map_has_it_in_its_switch_and_all_its_words(place):
    page = (place / "circle" / "map.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL).group(1))
    assert data["lang"] == "fi"
    assert [(each["code"], each["name"]) for each in data["languages"]] == [("sv", "Svenska"), ("en", "English"), ("fi", "Suomi")]
    words = [*data["texts"]["fi"].values(), *(family["name"]["fi"] for family in data["families"])]
    assert all(word.startswith(MARK) for word in words)
