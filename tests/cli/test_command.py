"""Claims about commands: what is gathered into one argument, and what stands under which heading."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from actormap.cli import options
from actormap.cli.command import FEW, HEADINGS, command
from actormap.cli.main import cli
from actormap.cli.request import Request, Resampling
from actormap.errors import UsageError
from tests.offenders import none_of


def gathered(*arguments):
    seen = {}

    @command()
    @click.option("--top", type=int)
    @options.certainty
    @options.view
    @options.selection
    @options.source
    @options.form
    def ranked(**given):
        seen.update(given)

    CliRunner().invoke(ranked, arguments, catch_exceptions=False)
    return seen


def test_the_options_that_commands_share_arrive_as_one_request():
    given = gathered("--top", "3", "-w", "gria", "--from", "2014", "--view", "actors", "--with", "funds, leads", "-o", "a.csv")
    assert set(given) == {"top", "request", "resampling"}
    assert given["request"] == Request(workspace="gria", since="2014", view_name="actors", also="funds, leads", output=Path("a.csv"))
    assert given["request"].view() == {"view": "actors", "lift": True, "also": ("funds", "leads"), "weighted": False}


@pytest.mark.parametrize(("said", "weighted"), [((), False), (("--weighted",), True), (("--strength", "weight"), "weight")])
def test_ties_have_the_strength_that_is_said(said, weighted):
    assert gathered(*said)["request"].view()["weighted"] == weighted


def test_where_a_strength_is_said_the_view_is_the_one_that_has_strengths_unless_one_is_named():
    assert gathered("--strength", "newman")["request"].view()["view"] == "actors"
    assert gathered("--weighted")["request"].view()["view"] == "actors"
    with pytest.raises(UsageError, match="no strength in the view all"):
        gathered("--strength", "newman", "--view", "all")["request"].view()


def test_a_view_that_is_not_named_is_the_default_if_there_is_one():
    request = gathered()["request"]
    assert "view" not in request.view()
    assert request.view("actors")["view"] == "actors"


def test_without_certainty_nothing_is_tried():
    assert gathered("--no-certainty")["resampling"].certainty == {"resamples": 0}
    sure = gathered("--resamples", "9", "--seed", "1")["resampling"]
    assert sure == Resampling(no_certainty=False, resamples=9, drop="statements", share=0.1, budget=10.0, seed=1)
    assert sure.certainty == {"resamples": 9, "drop": "statements", "share": 0.1, "budget": 10.0, "seed": 1}


@pytest.mark.parametrize("name", ["centrality", "invite", "whatif", "map", "compare", "sunset"])
def test_many_options_stand_under_headings_each_of_them_once(name, actormap_says):
    shown = actormap_says(name, "--help").out
    assert "\nOptions:" not in shown
    places = [shown.index(f"\n{heading}:") for heading in HEADINGS[1:] if f"\n{heading}:" in shown]
    assert len(places) >= 3
    assert places == sorted(places)
    listed = re.split(r"\n(?=[A-Z].*:\n)", shown, maxsplit=1)[1]
    lines = [line.split("  ")[1] for line in listed.splitlines() if line.startswith("  -")]
    none_of(
        option.opts
        for option in cli.every()[name].params
        if isinstance(option, click.Option) and not option.hidden and _times(option, lines) != 1
    )


def _times(option, lines):
    return sum(option.opts[0] in line.replace(",", "").split() for line in lines)


@pytest.mark.parametrize(("number", "headings"), [(FEW, 0), (FEW + 1, 1)])
def test_a_dozen_options_are_few_whatever_else_a_command_takes(number, headings):
    asked = command()(click.pass_context(print))
    asked.params = [click.Argument(["first"]), click.Argument(["second"]), *(click.Option([f"--o{each}"]) for each in range(number))]
    shown = CliRunner().invoke(asked, ["--help"]).output
    assert ("\nOptions:" in shown) == (headings == 0)
    assert "--o0" in shown


def test_few_options_stand_in_one_list(actormap_says):
    assert "\nOptions:\n  -w, --workspace PLACE" in actormap_says("init", "--help").out


@pytest.mark.parametrize(
    ("arguments", "hint"),
    [
        (["invite", "--keep", "skl"], "skl has no seat in the network. Name members with --keep."),
        (["invite", "--may-leave", "skl"], "Name members with --may-leave."),
        (["invite", "--include", "goteborg"], "sits in the network already. Take it off --include."),
        (["invite", "--seats", "1", "--include", "skl,lo"], "Say more --seats."),
        (["sunset", "pluginnovation"], "The sources do not say when PlugInnovation ends. Say --at DATE."),
        (["gaps", "--output", "/dev/null/gaps.csv"], "Name another place with --output."),
    ],
)
def test_an_error_of_an_analysis_is_told_with_the_option(arguments, hint, in_english):
    assert hint in in_english(*arguments, "-w", "gria").err


def test_names_are_composed_as_the_tables_are_and_places_are_left_as_written():
    apart, one = "A\N{COMBINING RING ABOVE}", "\N{LATIN CAPITAL LETTER A WITH RING ABOVE}"
    given = gathered("-w", apart, "--store", apart, "--with", apart, "--where", f"kind={apart}", "-o", apart)["request"]
    assert (given.workspace, given.store, given.also, given.where, given.output) == (apart, apart, one, (f"kind={one}",), Path(apart))
