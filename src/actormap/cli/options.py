"""The options that commands share, each set a decorator."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, reduce
from pathlib import Path
from typing import Any, TypeVar

import click

from actormap.cli.command import FORM, GRAPH, SOURCE, STATEMENTS, SURE, option
from actormap.cli.place import NAME, NamedArgument, PlaceArgument
from actormap.cli.request import Request, Resampling
from actormap.errors import refuse_blank
from actormap.files import expanded
from actormap.i18n import LANGUAGES
from actormap.model.choices import DROPS, GROUPINGS, STRENGTHS, VIEWS
from actormap.output.render import FORMATS

Function = TypeVar("Function", bound=Callable[..., Any])
COUNT = click.IntRange(min=1)


class HomePath(click.Path):
    """A path, which may begin with ~ also where no shell has seen it."""

    def __init__(self, **options: bool) -> None:
        super().__init__(path_type=Path, **options)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path that a word says."""
        return super().convert(expanded(value), param, ctx)


A_PATH, A_FILE = HomePath(), HomePath(dir_okay=False)


def together(*decorators: Callable[[Any], Any]) -> Callable[[Function], Function]:
    """Return several options as one decorator, in the order of the help."""

    def decorate(function: Function) -> Function:
        return reduce(lambda inner, decorator: decorator(inner), reversed(decorators), function)

    return decorate


VARIABLES = ("ACTORMAP_WORKSPACE", "ACTORMAP_STORE", "ACTORMAP_CONFIG")


def refuse_blank_variables() -> None:
    """Raise `UsageError` if a variable of ours is set and holds nothing: what it was to name would be chosen for whoever set it."""
    for name in VARIABLES:
        refuse_blank(name)


_source = partial(option, heading=SOURCE, into=Request)
of_statements = partial(option, heading=STATEMENTS, into=Request)
_graph = partial(option, heading=GRAPH, into=Request)
of_answer = partial(option, heading=FORM, into=Request)
_sure = partial(option, heading=SURE, into=Resampling)

language = _source(
    "--lang",
    type=click.Choice(LANGUAGES),
    envvar="ACTORMAP_LANG",
    help="Language of what is read: unless given ACTORMAP_LANG's, else the workspace's, else the machine's.",
)
quiet = _source("--quiet", "-q", is_flag=True, help="Say nothing but the answer and errors.")
date = click.option("--date", metavar="DATE", help="The date it says it was made, such as 2026-01-31; today's unless given.")
network = click.option(
    "--network",
    metavar="NAME",
    help="The network in focus, by id, name or alias; the workspace's focal_network, or its only one, unless given.",
)


def about(name: str, *, needed: bool = True) -> Callable[[Function], Function]:
    """Return a command's own word for whom or what it is about, ACTOR or PROJECT, and the option that says the same."""
    word = click.argument(name, cls=NamedArgument, needed=needed, metavar=name.upper() if needed else f"[{name.upper()}]")
    said = click.option(f"--{name}", f"{name}_named", metavar="NAME", help=f"The {name}, by id, name or alias; the same as {name.upper()}.")
    return together(word, said)


_SEED = partial(option, "--seed", type=int, default=7, show_default=True, help="Seed of what is drawn by lot.")
seed = _SEED(heading=SURE)

_PLACE = click.argument(NAME, cls=PlaceArgument)
_WORKSPACE = _source(
    "--workspace",
    "-w",
    metavar="PLACE",
    envvar="ACTORMAP_WORKSPACE",
    help='A folder or workbook with tables, or "gria" or "esf", which are built in; this folder unless given. '
    "Several become one graph with +, such as gria+esf: where they differ the first is right. PLACE, said last, is the same.",
)
workspace = together(_WORKSPACE, _PLACE)
"""The workspace, which may also be said as the last word."""
store = _source(
    "--store",
    metavar="URI",
    envvar="ACTORMAP_STORE",
    help="The store to ask, such as sqlite:///graph.sqlite or neo4j://host; the workspace's own unless given.",
)

source = together(workspace, store, language, quiet)
"""Where the graph comes from and how it is talked about."""

sayings = together(
    of_statements("--documents", "-d", metavar="NAME,…", help="Only what these documents or collections say, such as five."),
    of_statements("--status", metavar="STATUS,…", help="Which statements are ties  [default: stated,stated_collectively,implied]"),
)
"""Whose statements count, and how firm ones."""

selection = together(
    sayings,
    of_statements("--at", metavar="DATE", help="Only what holds at a date: 2014, 2014-06 or 2014-06-01."),
    of_statements("--from", "since", metavar="DATE", help="Only what holds on this date or later."),
    of_statements("--to", "until", metavar="DATE", help="Only what holds on this date or earlier."),
    of_statements("--where", metavar="NAME=VALUE", multiple=True, help="Only statements with such an end, such as kind=municipality."),
)
"""Which statements count."""

no_lift = _graph("--no-lift", is_flag=True, help="Let units and sub-projects stand for themselves.")
view = together(
    _graph("--view", "view_name", type=click.Choice(VIEWS), help="The graph to analyse."),
    no_lift,
    _graph("--with", "also", metavar="TYPE,…", help="Relationship types to count as ties too, such as funds."),
    _graph(
        "--weighted",
        is_flag=True,
        help="How strong ties are (Newman's weight of shared venues, and the column weight of direct ties); the view is then actors.",
    ),
    _graph(
        "--strength",
        type=click.Choice(STRENGTHS),
        help="The same by one of the two alone: newman (shared venues) or weight (direct ties by that column).",
    ),
)
"""Which graph is made of them."""


by = click.option(
    "--by",
    metavar="COLUMN",
    default="kind",
    show_default=True,
    help=f"What makes a group: {', '.join(GROUPINGS)}, or any column of the tables in which several say the same.",
)
_SECONDS = partial(
    option,
    "--seconds",
    "budget",
    formerly=("--budget",),
    type=click.FloatRange(min=0.1),
    default=10.0,
    show_default=True,
    help="Seconds to spend at most.",
)
seconds = _SECONDS(heading=SURE)


def top(text: str, *, default: int | None = None, formerly: tuple[str, ...] = (), name: str = "top") -> Callable[[Function], Function]:
    """Return the option for how many rows are shown, and what those are."""
    return option("--top", name, formerly=formerly, type=COUNT, metavar="N", default=default, show_default=default is not None, help=text)


def seats(text: str, *, name: str = "k", into: type | None = None) -> Callable[[Function], Function]:
    """Return the option for how many are chosen, and what for."""
    return option("--seats", "-k", "--k", name, type=COUNT, metavar="N", default=3, show_default=True, into=into, help=text)


evidence = of_answer("--evidence", is_flag=True, help="List the statements every row rests on, with document and place in it.")


def picture(text: str, name: str = "--picture") -> Callable[[Function], Function]:
    """Return the option for a file to draw in, and what that draws."""
    return of_answer(name, "picture", type=A_FILE, metavar="FILE", help=text)


_SHARE = partial(
    option,
    "--share",
    type=click.FloatRange(0.01, 0.9),
    default=0.1,
    show_default=True,
    help="How much of all statements may be missing: so much is left out, or added.",
)
share = _SHARE(heading=SURE)
certainty = together(
    _sure("--no-certainty", is_flag=True, help="Leave out how sure the ranks are; quicker, for scripts."),
    _sure("--resamples", type=click.IntRange(min=1), default=500, show_default=True, help="How often to try with some left out."),
    _sure("--drop", type=click.Choice(DROPS), default="statements", show_default=True, help="What is left out."),
    _SHARE(heading=SURE, into=Resampling),
    _SECONDS(heading=SURE, into=Resampling),
    _SEED(heading=SURE, into=Resampling),
)
"""How sure a ranking is to be, and what that may cost."""


def output(*formats: str) -> Callable[[Function], Function]:
    """Return the options for the form and place of an answer."""
    return together(
        of_answer("--format", "-f", "form", type=click.Choice(formats), help=f"Form of the answer  [default: {formats[0]}]"),
        of_answer("--output", "-o", type=A_FILE, metavar="FILE", help="Write to a file instead."),
        of_answer("--no-pager", is_flag=True, help="Show what is longer than the terminal without a pager."),
    )


_screen = together(
    of_answer("--ids", is_flag=True, help="In a table: ids beside names."),
    of_answer("--explain", is_flag=True, help="In a table: every row in a sentence as well."),
    of_answer("--wide", is_flag=True, help="In a table: every column and all that is in its cells, however wide."),
)
form = together(output(*FORMATS), _screen)
"""The form of an answer that a person reads as a page, or that has a `top` of its own."""
form_or_page = together(output(*FORMATS, "html"), _screen)
_rows = of_answer(
    "--top",
    type=COUNT,
    metavar="N",
    help="In tables, text and Markdown: show the first N of each table and list; CSV, JSON and XLSX stay whole.",
)
table = together(form, _rows)
"""The form of an answer that is a table, and how much of it a person is shown."""
table_or_page = together(form_or_page, _rows)
telling = together(evidence, selection, source, form)
"""What a command takes that answers with findings as `form` has them."""
ranking = together(evidence, view, selection, source, form)
"""What a command takes that analyses a graph and answers as `form` has it."""
finding = together(telling, _rows)
"""What every command takes that answers with a table of findings."""
analysis = together(ranking, _rows)
"""What every command takes that analyses a graph: as a finding does, and which graph."""

SPELLINGS = {
    "add_members": "--add-member",
    "allow_mass_removal": "--yes",
    "budget": "--seconds",
    "coder": "--by",
    "listed": "--top",
    "path": "--output",
    "place": "--workspace",
}


def spelled(parameter: str) -> str:
    """Return the option that stands for a parameter of a call from Python."""
    return SPELLINGS.get(parameter, f"--{parameter.replace('_', '-')}")
