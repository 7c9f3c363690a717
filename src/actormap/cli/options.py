"""The options that commands share, each set a decorator."""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from actormap.i18n import LANGUAGES
from actormap.model.choices import DROPS, GROUPINGS, VIEWS
from actormap.output.render import FORMATS

Command = TypeVar("Command", bound=Callable[..., Any])


def together(*decorators: Callable[[Any], Any]) -> Callable[[Command], Command]:
    """Return several options as one decorator, in the order of the help."""

    def decorate(command: Command) -> Command:
        return reduce(lambda inner, decorator: decorator(inner), reversed(decorators), command)

    return decorate


language = click.option("--lang", type=click.Choice(LANGUAGES), help="Language of what is read; the workspace's unless given.")
quiet = click.option("--quiet", "-q", is_flag=True, help="Say nothing but the answer and errors.")
date = click.option("--date", metavar="DATE", help="The date it says it was made, such as 2026-01-31; today's unless given.")
network = click.option("--network", metavar="ID", help="The network in focus; the workspace's focal_network unless given.")
seed = click.option("--seed", type=int, default=7, show_default=True, help="Seed of what is drawn by lot.")

workspace = click.option(
    "--workspace",
    "-w",
    metavar="PLACE",
    envvar="ACTORMAP_WORKSPACE",
    help='A folder or workbook with tables, or "gria", which is built in; this folder unless given.',
)
store = click.option(
    "--store",
    metavar="URI",
    envvar="ACTORMAP_STORE",
    help="The store to ask, such as sqlite:///graph.sqlite or neo4j://host; the workspace's own unless given.",
)

source = together(workspace, store, language, quiet)
"""Where the graph comes from and how it is talked about."""

selection = together(
    click.option("--documents", "-d", metavar="NAME,…", help="Only what these documents or collections say, such as five."),
    click.option("--status", metavar="STATUS,…", help="Which statements are ties  [default: stated,stated_collectively,implied]"),
    click.option("--at", metavar="DATE", help="Only what holds at a date: 2014, 2014-06 or 2014-06-01."),
    click.option("--from", "since", metavar="DATE", help="Only what holds on this date or later."),
    click.option("--to", "until", metavar="DATE", help="Only what holds on this date or earlier."),
    click.option("--where", metavar="NAME=VALUE", multiple=True, help="Only statements with such an end, such as kind=municipality."),
)
"""Which statements count."""

view = together(
    click.option("--view", "view_name", type=click.Choice(VIEWS), help="The graph to analyse."),
    click.option("--no-lift", is_flag=True, help="Let units and sub-projects stand for themselves."),
    click.option("--with", "also", metavar="TYPE,…", help="Relationship types to count as ties too, such as funds."),
    click.option("--weighted", is_flag=True, help="In the actors view: count how much is shared (Newman's weight)."),
)
"""Which graph is made of them."""


A_FILE = click.Path(dir_okay=False, path_type=Path)

by = click.option("--by", type=click.Choice(GROUPINGS), default="kind", show_default=True, help="What makes a group.")
budget = click.option("--budget", type=click.FloatRange(min=0.1), default=10.0, show_default=True, help="Seconds to spend at most.")
evidence = click.option("--evidence", is_flag=True, help="List the statements every row rests on, with document and place in it.")

certainty = together(
    click.option("--no-certainty", is_flag=True, help="Leave out how sure the ranks are; quicker, for scripts."),
    click.option("--resamples", type=click.IntRange(min=1), default=500, show_default=True, help="How often to try with a tenth left out."),
    click.option("--drop", type=click.Choice(DROPS), default="statements", show_default=True, help="What is left out."),
    budget,
    seed,
)
"""How sure a ranking is to be, and what that may cost."""


def certainty_of(given: dict[str, Any], wanted: Any = None) -> dict[str, Any] | None:
    """Take the options of `certainty` out of those given and return them as `certainty.estimate` takes them, None for none.

    `wanted` is something that needs certainty, such as a picture of it, and goes before --no-certainty.
    """
    told = {name: given.pop(name) for name in ("resamples", "drop", "budget", "seed")}
    return None if given.pop("no_certainty") and not wanted else told


def output(*formats: str) -> Callable[[Command], Command]:
    """Return the options for the form and place of an answer."""
    return together(
        click.option("--format", "-f", "form", type=click.Choice(formats), help=f"Form of the answer  [default: {formats[0]}]"),
        click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to a file instead."),
    )


table = output(*FORMATS)
