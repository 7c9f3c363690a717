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
