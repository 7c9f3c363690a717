"""Claims about what the help lists, and about the other names of commands."""

from __future__ import annotations

import pytest

from actormap.cli.contents import SECTIONS, TASKS
from actormap.cli.main import cli
from tests.offenders import none_of


def test_the_help_is_short_and_says_where_the_whole_list_is(actormap_says):
    answer = actormap_says("--help")
    assert answer.code == 0
    places = [answer.out.index(f"\n{heading}:") for heading in TASKS]
    assert places == sorted(places)
    assert "actormap help --all lists every command." in answer.out
    assert "keyplayers" not in answer.out


def test_the_whole_list_has_every_command_in_the_order_of_the_work_and_every_other_name(actormap_says):
    answer = actormap_says("help", "--all")
    places = [answer.out.index(f"{heading}:\n") for heading in SECTIONS]
    assert places == sorted(places)
    none_of(name for name in [*cli.every(), *cli.also] if f"\n  {name} " not in answer.out)
    assert "..." not in answer.out


@pytest.mark.parametrize("width", ["80", "100"])
def test_each_command_of_the_short_help_takes_one_line(width, actormap_says, monkeypatch):
    monkeypatch.setenv("COLUMNS", width)
    lines = actormap_says("--help").out.split("Try it", 1)[1].splitlines()
    assert sum(line.startswith("  ") and not line.startswith("   ") for line in lines) == sum(map(len, TASKS.values())) + 2
    none_of(line for line in lines if line.startswith("   "))


def test_help_with_a_name_is_the_help_of_the_command(actormap_says):
    assert actormap_says("help", "gaps").out == actormap_says("gaps", "--help").out
    assert actormap_says("help").out == actormap_says("--help").out
    assert "Did you mean 'gaps'?" in actormap_says("help", "gapss").err


def test_another_name_runs_the_same_command_and_stands_in_its_help(actormap_says):
    asked = ("-w", "gria", "--format", "csv")
    assert actormap_says("articulation-points", *asked) == actormap_says("cutpoints", *asked)
    assert actormap_says("cutpoints", "--help").out.endswith("\n  Also called articulation-points.\n")


def test_no_other_name_is_that_of_a_command_or_of_two():
    names = [name for command in cli.every().values() for name in getattr(command, "also", ())]
    assert len({*names, *cli.every()}) == len(names) + len(cli.every())
