"""Claims that every command holds to: one way to say a workspace, a network, an actor, a project, how many and for how long."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from actormap.cli.command import Option
from actormap.cli.main import cli
from actormap.cli.place import NamedArgument, PlaceArgument, names_workspace
from tests.offenders import none_of

CIRCLE = Path(__file__).parents[1] / "golden" / "circle"
# These ask no workspace: one is built in, two know stores alone, one tells of commands.
WITHOUT = {"demo", "copy", "restore", "help"}
# These make a workspace, and name it in their own words as well.
MAKING = {"init", "import", "read"}
# What a command must be asked beside a network.
ASKED = {
    "answer": ["--list"],
    "map": ["-o", "OUT"],
    "report": ["-o", "OUT"],
    "sunset": ["--calendar"],
    "vacant": ["samordnaren"],
    "whatif": ["--remove-member", "norrby", "--resamples", "1"],
    "invite": ["--no-certainty"],
    "review": ["--no-certainty"],
}
# These are answered in words, on a page, in sections or in lines: with lists that may be long, or as one page of its own.
LISTS = {
    *("check", "clusters", "explain", "others", "whatif"),
    *("projects compare", "projects map", "projects matrix", "projects show"),
}
# These have a number of rows that is a part of the question.
OWN_TOP = {"centrality", "factors meetings", "invite", "question", "sunset"}


def every(group=cli, before="") -> Iterator[tuple[str, click.Command]]:
    commands = group.every() if hasattr(group, "every") else group.commands
    for name, each in commands.items():
        if isinstance(each, click.Group):
            yield from every(each, f"{before}{name} ")
        else:
            yield f"{before}{name}", each


COMMANDS = dict(every())


def options(command):
    return [each for each in command.params if isinstance(each, click.Option)]


def shown(option):
    return [name for name in option.opts if name not in getattr(option, "formerly", ()) and not option.hidden]


def having(name):
    return sorted(command for command, each in COMMANDS.items() if any(name in shown(option) for option in options(each)))


def said(command, name):
    return next(option for option in options(COMMANDS[command]) if name in shown(option))


def test_every_command_takes_a_workspace_as_its_last_word_and_with_w():
    asking = COMMANDS.keys() - WITHOUT - MAKING
    none_of(name for name in asking if not isinstance(COMMANDS[name].params[_last(name)], PlaceArgument) or name not in having("-w"))
    none_of(name for name in MAKING if not {"-w", "--workspace"} <= {each for option in options(COMMANDS[name]) for each in option.opts})


def _last(name):
    return max((at for at, each in enumerate(COMMANDS[name].params) if isinstance(each, click.Argument)), default=0)


@pytest.mark.parametrize(
    ("names", "commands"),
    [
        ({"--seats", "-k", "--k"}, {"centrality", "question", "keyplayers", "invite", "review"}),
        ({"--seconds"}, {"centrality", "compare", "describe", "explain", "invite", "question", "sunset"}),
        ({"--top"}, {"centrality", "question", "invite", "sunset", "factors meetings"}),
    ],
)
def test_how_many_and_for_how_long_are_said_alike(names, commands):
    assert commands <= set(having(min(names)))
    none_of((name, shown(said(name, min(names)))) for name in having(min(names)) if set(shown(said(name, min(names)))) != names)


def test_every_command_that_shows_a_table_or_a_list_takes_how_much_of_it_is_shown():
    showing = set(having("--wide"))
    assert showing >= LISTS | OWN_TOP
    assert set(having("--top")) == showing
    alike = showing - OWN_TOP
    assert len({said(name, "--top").help for name in alike}) == 1


@pytest.mark.parametrize("former", ["--limit", "--count", "--listed", "--budget", "--number", "--rows-shown"])
def test_nothing_else_is_shown_for_how_many_or_how_long(former):
    none_of(having(former))


@pytest.mark.parametrize(
    ("command", "former", "now"),
    [
        ("question", "--limit", "--top"),
        ("sunset", "--limit", "--top"),
        ("invite", "--listed", "--top"),
        ("describe", "--budget", "--seconds"),
        ("centrality", "--budget", "--seconds"),
    ],
)
def test_what_an_option_was_called_is_understood_and_not_shown(command, former, now, actormap_says):
    option = said(command, now)
    assert isinstance(option, Option)
    assert former in option.opts
    assert f"{former} " not in actormap_says(command, "--help").out


def test_a_network_is_said_alike_everywhere():
    network = [said(name, "--network") for name in having("--network")]
    assert len({(option.metavar, option.help) for option in network}) == 1


@pytest.mark.parametrize("name", ["actor", "project"])
def test_an_actor_and_a_project_are_words_of_their_own_and_options(name):
    words = {
        command for command, each in COMMANDS.items() if any(isinstance(word, NamedArgument) and word.name == name for word in each.params)
    }
    assert words == set(having(f"--{name}"))
    assert words >= ({"explain", "ego", "similar"} if name == "actor" else {"sunset", "projects show", "code"})
    none_of(
        command for command, each in COMMANDS.items() if any(type(word) is click.Argument and word.name == name for word in each.params)
    )


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """Return a small workspace without a network in focus, so that one must be named."""
    place = tmp_path_factory.mktemp("grammar") / "circle"
    shutil.copytree(CIRCLE, place, ignore=shutil.ignore_patterns(".actormap"))
    settings = place / "actormap.toml"
    settings.write_text(settings.read_text(encoding="utf-8").replace('focal_network = "kretsen"\n', ""), encoding="utf-8")
    return place


def asked(command, network, place, out):
    return [*command.split(), *(out if word == "OUT" else word for word in ASKED.get(command, [])), "--network", network, "-w", place, "-q"]


@pytest.mark.parametrize("command", having("--network"))
def test_a_network_is_found_by_its_name_and_one_that_is_not_there_is_answered_with_those_near(command, workspace, tmp_path, actormap_says):
    by_name = actormap_says(*asked(command, "KRETSEN", workspace, tmp_path / "out.html"), "--lang", "en")
    assert (by_name.code, by_name.err) == (0, "")
    nowhere = actormap_says(*asked(command, "kretsn", workspace, tmp_path / "none.html"), "--lang", "en")
    assert nowhere.code == 1
    assert 'Did you mean "Kretsen"' in nowhere.err
    assert not (tmp_path / "none.html").exists()


@pytest.mark.parametrize(
    ("arguments", "as_well"),
    [
        (["gaps", "PLACE"], ["gaps", "-w", "PLACE"]),
        (["ego", "skolan", "PLACE"], ["ego", "-w", "PLACE", "--actor", "Skolan"]),
        (["ego", "PLACE", "--actor", "skolan"], ["ego", "skolan", "-w", "PLACE"]),
        (["group", "skolan", "kyrkan", "PLACE"], ["group", "skolan", "kyrkan", "-w", "PLACE"]),
        (["similar", "PLACE"], ["similar", "-w", "PLACE"]),
        (["sunset", "--calendar", "PLACE"], ["sunset", "--calendar", "-w", "PLACE"]),
        (["query", "PLACE"], ["query", "-w", "PLACE"]),
        (["whatif", "PLACE", "--remove-member", "norrby", "--network", "kretsen"], None),
    ],
)
def test_the_last_word_is_the_workspace_where_it_names_one(arguments, as_well, workspace, actormap_says):
    say = [[str(workspace) if word == "PLACE" else word for word in words] for words in (arguments, as_well or arguments)]
    first = actormap_says(*say[0])
    assert first.code == 0, first.err
    assert first == actormap_says(*say[1])


def test_two_workspaces_are_one_too_many(workspace, actormap_says):
    answer = actormap_says("gaps", "gria", "-w", workspace, "--lang", "en")
    assert answer.code == 2
    assert "named twice" in answer.err


@pytest.mark.parametrize(
    ("word", "is_one"),
    [("gria", True), ("gria+esf", True), ("gria+nowhere", False), ("skolan", False), (str(CIRCLE), True), ("/dev/null", False)],
)
def test_a_word_names_a_workspace_if_one_lies_there(word, is_one):
    assert names_workspace(word) == is_one


def test_where_there_is_one_network_it_is_in_focus(workspace, tmp_path, actormap_says):
    place = tmp_path / "one"
    shutil.copytree(workspace, place)
    for name in ("networks", "relationships"):
        table = place / f"{name}.csv"
        rows = table.read_text(encoding="utf-8").splitlines(keepends=True)
        table.write_text("".join(row for row in rows if "radet" not in row), encoding="utf-8")
    assert actormap_says("others", place, "-q").code == 0
    several = actormap_says("others", workspace, "--lang", "en")
    assert several.code == 2
    assert "No network is in focus." in several.err


@pytest.mark.parametrize(
    "arguments",
    [
        ["invite", "--exclude-kind", "skola", "--include", "Skolan", "--no-certainty", "--network", "kretsen"],
        ["gaps", "--status", "uttalad", "--network", "kretsen"],
        ["gaps", "--where", "kind=skola", "--network", "kretsen"],
        ["cutpoints", "--with", "finansierar"],
    ],
)
def test_words_of_closed_lists_are_understood_in_the_language(arguments, workspace, actormap_says):
    answer = actormap_says(*arguments, "-w", workspace)
    assert answer.code == 0, answer.err


def test_an_actor_without_ties_is_known(workspace, actormap_says):
    answer = actormap_says("group", "bolaget", "-w", workspace, "--lang", "en")
    assert answer.code == 2
    assert answer.err == "Error: Bolaget has no tie in the view of actors among themselves. Try --view all.\n"
    assert actormap_says("explain", "bolaget", "-w", workspace, "--no-certainty").code == 0


def test_an_actor_goes_before_a_network_of_the_same_name_and_anything_else_can_be_explained(workspace, ask):
    assert ask("explain", "skolan", "-w", workspace, "--resamples", "1")["result"] == "explanation"
    assert ask("explain", "Kretsen", "-w", workspace)["result"] == "surroundings"
