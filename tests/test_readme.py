"""The README keeps what it says."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from actormap.cli.contents import SECTIONS
from actormap.cli.main import cli
from actormap.model.records import NODE_TABLES
from actormap.model.vocabulary import Vocabulary
from actormap.store.fields import forms
from actormap.store.neo4j import days, rows
from tests.offenders import none_of

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w*)\n(.*?)```", README, flags=re.DOTALL)
MAIN_JOB, TESTS = (line for language, block in BLOCKS[:2] for line in block.splitlines())
ACTORMAP = str(Path(sys.executable).with_name("actormap"))


def test_both_commands_are_one_line_and_ci_runs_the_one_for_the_tests():
    assert MAIN_JOB.endswith("actormap demo")
    assert TESTS.rpartition("&& .venv/bin/")[2].startswith("pytest")
    assert TESTS in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_the_main_job_makes_a_map_and_a_report(tmp_path):
    # The part of the line before the last `&&` installs; what it installs is what runs this test.
    command = MAIN_JOB.rsplit("&& .venv/bin/", 1)[1]
    run = subprocess.run([ACTORMAP, *shlex.split(command)[1:]], cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=True)
    assert "gria.html" in run.stderr
    assert {path.name for path in (tmp_path / "visualisations").iterdir()} == {"gria.html", "gria-report.html"}


SHOWN = [line for language, block in BLOCKS if language == "sh" for line in block.splitlines() if line.startswith("actormap")]


@pytest.mark.parametrize("line", SHOWN)
def test_every_command_it_shows_runs(line, tmp_path, monkeypatch, actormap_says):
    monkeypatch.chdir(tmp_path)
    answer = actormap_says(*shlex.split(line)[1:])
    assert (answer.code, answer.out != "") == (0, True), answer.err


def test_the_python_door_opens_as_shown():
    (code,) = [block for language, block in BLOCKS if language == "python"]
    names: dict[str, object] = {}
    exec(code, names)  # noqa: S102  (the README's own five lines)
    assert (names["graph"].number_of_nodes(), names["graph"].number_of_edges()) == (36, 44)
    assert names["frame"]["id"].iloc[0] == "gr"
    assert len(names["gaps"]) == 5


def test_it_lists_every_command_and_so_does_the_help():
    listed = set(re.findall(r"`(?:actormap )?(\w+)(?: [A-Z\[\] ]+)?`", README.split("## Commands")[1].split("Shared options")[0]))
    assert listed == set(cli.every()) == {name for names in SECTIONS.values() for name in names}


def test_every_command_and_option_says_what_it_does():
    none_of(name for name, command in cli.every().items() if not command.help)
    options = [(name, option) for name, command in cli.every().items() for option in command.params if isinstance(option, click.Option)]
    none_of(f"{name} {option.opts[0]}" for name, option in options if not option.help)


def test_what_it_links_to_is_there():
    for target in re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", README):
        assert (ROOT / (target[0] or target[1])).exists(), target


def test_the_tests_command_names_a_file_of_constraints_without_addresses():
    assert "-c constraints.txt" in TESTS
    assert "://" not in (ROOT / "constraints.txt").read_text(encoding="utf-8")


def data_model():
    """Return what the picture of the data model draws: the properties of each label, what a label is besides, and its arrows."""
    (picture,) = [block for language, block in BLOCKS if language == "mermaid"]
    labels = {label: set(inside.split()) for label, inside in re.findall(r"class (\w+) \{(.*?)\}", picture, flags=re.DOTALL)}
    besides = set(re.findall(r"(\w+) --\|> (\w+)", picture))
    arrows = [(a, type_, b) for a, b, types in re.findall(r"(\w+) --> (\w+) : (\S+)", picture) for type_ in types.split("<br/>")]
    return picture, labels, besides, arrows


def test_the_picture_of_the_data_model_has_the_labels_of_the_vocabulary_and_properties_that_they_have():
    _, labels, besides, _ = data_model()
    tables = {words[-1]: table for table, words in rows.labels().items()}
    assert labels.keys() == tables.keys()
    assert besides == {(own, also) for also, own in (words for words in rows.labels().values() if len(words) > 1)}
    for label, drawn in labels.items():
        has = {"id", "name", "kind", *forms(NODE_TABLES[tables[label]])}
        none_of(drawn - has - set(days.dates(dict.fromkeys(has))[0]))


def test_the_picture_of_the_data_model_has_every_type_between_ends_that_it_may_have():
    _, _, _, arrows = data_model()
    vocabulary = Vocabulary.load()
    of_label = {words.label: node for node, words in vocabulary.nodes.items()}
    types = {rows.type_of(name): type_ for name, type_ in vocabulary.types.items()}
    assert {type_ for _, type_, _ in arrows} == {*types, "STATED_IN"}
    assert len(set(arrows)) == len(arrows)
    drawn = [(a, type_, b) for a, type_, b in arrows if type_ != "STATED_IN"]
    none_of((a, type_, b) for a, type_, b in drawn if of_label[a] not in types[type_].sources or of_label[b] not in types[type_].targets)
    assert {b for _, type_, b in arrows if type_ == "STATED_IN"} == {"Document"}


def test_the_picture_of_the_data_model_is_told_in_words_too():
    picture, *_ = data_model()
    told = dict(re.findall(r"(accTitle|accDescr): (.+)", picture))
    assert told.keys() == {"accTitle", "accDescr"}
    none_of(word for word in ("ctors", "etworks", "rojects", "unicipalities", "hemes", "ocument") if word not in told["accDescr"])
