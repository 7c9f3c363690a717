"""A command: it gathers the options it shares with others into one argument, and shows many options under headings."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Mapping
from copy import copy
from functools import partial
from typing import Any

import click
from click.core import ParameterSource

from actormap.cli import manual, place

OWN, PROJECTS, STATEMENTS, GRAPH, SURE, SOURCE, FORM = HEADINGS = (
    "What to ask",
    "Which projects",
    "Which statements count",
    "Which graph",
    "How sure",
    "Where from, and how it is told",
    "Form of the answer",
)
WORKSPACE = "workspace"
FEW = 12  # options that need no headings
# Parameters that name folders, files and stores: those are found as they are written.
PLACES = frozenset({"workspace", "place", "store", "source", "target"})


class Option(click.Option):
    """An option that stands under a heading; those with the same class `into` are gathered in one argument with the name of the class.

    What it was called `formerly` is understood, and not shown.
    """

    def __init__(
        self, *declarations: Any, heading: str = OWN, into: type | None = None, formerly: tuple[str, ...] = (), **options: Any
    ) -> None:
        self.heading = heading
        self.into = into
        self.formerly = formerly
        super().__init__([*declarations[0], *formerly], *declarations[1:], **options)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the names and the help, without former names."""
        shown = copy(self)
        shown.opts = [each for each in self.opts if each not in self.formerly]
        return super(Option, shown).get_help_record(ctx)


option = partial(click.option, cls=Option)


class Command(manual.Told):
    """A command with other names it also goes by, and with headings of its own for some options, by parameter name."""

    def __init__(self, *args: Any, also: tuple[str, ...] = (), headings: Mapping[str, Iterable[str]] | None = None, **options: Any) -> None:
        self.also = also
        self.headings = {name: heading for heading, names in (headings or {}).items() for name in names}
        super().__init__(*args, **options)

    def invoke(self, ctx: click.Context) -> Any:
        """Call the command with names composed, as the tables' are, and with the options it shares gathered."""
        ctx.params = {name: value if name in PLACES else _composed(value) for name, value in ctx.params.items()}
        if place.NAME in ctx.params:
            named = ctx.get_parameter_source(WORKSPACE) == ParameterSource.COMMANDLINE
            ctx.params[WORKSPACE] = place.one(ctx.params.pop(place.NAME), ctx.params[WORKSPACE], named=named)
        for each in self.params:
            if isinstance(each, place.NamedArgument):
                each.settle(ctx.params)
        gathered: dict[type, dict[str, Any]] = {}
        for each in self.params:
            if isinstance(each, Option) and each.into and each.name:
                gathered.setdefault(each.into, {})[each.name] = ctx.params.pop(each.name)
        ctx.params |= {part.__name__.lower(): part(**values) for part, values in gathered.items()}
        return super().invoke(ctx)

    def closing(self) -> str:
        """Return the other names."""
        between = f" {manual.said('help.or', 'or')} "
        return manual.said("help.also_called", "Also called {names}.").format(names=between.join(self.also)) if self.also else ""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, under headings if they are many."""
        options = [each for each in self.get_params(ctx) if isinstance(each, click.Option)]
        if len(options) <= FEW + 1:  # and --help
            super().format_options(ctx, formatter)
            return
        for heading in dict.fromkeys((OWN, *self.headings.values(), *HEADINGS)):
            self.write_section(heading, (each for each in options if self._heading(each) == heading), ctx, formatter)

    def _heading(self, shown: click.Option) -> str:
        if shown not in self.params:  # --help
            return SOURCE
        return self.headings.get(shown.name or "") or (shown.heading if isinstance(shown, Option) else OWN)


def _composed(value: Any) -> Any:
    # A Mac's keyboard and folders give "å" as two characters.
    if isinstance(value, tuple):
        return tuple(map(_composed, value))
    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


def command(
    name: str | None = None, *, short: str | None = None, also: tuple[str, ...] = (), headings: Mapping[str, Iterable[str]] | None = None
) -> Callable[[Callable[..., Any]], Command]:
    """Return what makes a command of a function; `short` stands for it in lists where its first sentence is long."""
    return click.command(name, cls=Command, short_help=short, also=also, headings=headings)
