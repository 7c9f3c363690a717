"""Claims about the lists in the help: they are the tables of what there is."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from actormap.analysis.centrality.measures import MEASURES
from actormap.cli import lists
from actormap.cli.main import cli
from actormap.export.write import FORMATS
from actormap.map.engines import ENGINES
from actormap.map.layout.registry import LAYOUTS
from actormap.model.edition import EDITIONS
from actormap.workspace.importing.forms import FORMS
from tests.offenders import none_of


@pytest.mark.parametrize(
    ("command", "names"),
    [("centrality", MEASURES), ("map", [*ENGINES, *LAYOUTS, *EDITIONS]), ("export", FORMATS), ("import", FORMS)],
    ids=["measures", "looks", "exports", "imports"],
)
def test_the_help_tells_all_there_is(command, names):
    told = CliRunner().invoke(cli, [command, "--help"]).output.partition("Options:")[0]
    none_of(name for name in names if name not in told.replace(",", " ").split())
    assert "{" not in told


def test_what_is_told_in_the_same_words_stands_on_one_line():
    assert lists.listed([("one", "A graph."), ("two", "A graph."), ("three", "A table.")]) == [
        "  one, two  A graph.",
        "  three     A table.",
    ]


def test_a_list_has_its_head_before_the_first_line_alone():
    assert lists.listed([("a", "First."), ("bc", "Second.")], "--as") == ["--as  a   First.", "      bc  Second."]


def test_a_long_line_goes_on_below_itself():
    first, second = lists.listed([("a", "word " * 20)])
    assert len(first) <= lists.WIDTH
    assert second.startswith("     word")


def test_a_list_leaves_room_for_what_it_tells():
    none_of(line for _, each in lists.LISTS.items() for line in each() if len(line) > lists.WIDTH)
