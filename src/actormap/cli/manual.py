"""The manual: what the help says, in the language of whoever asks.

In English it stands beside what it tells of; in another language under its key in `contents.toml`, which tells of every command in a line
and is all that the first help needs, or in `help.toml`. What a language has no entry for is said in English.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterable
from copy import copy

import click

from actormap.cli import speech
from actormap.cli.phrasebook import SOURCE
from actormap.i18n import Texts

OF_CLICK = re.compile(r"(\[|; )(default|required)\b")  # words that click puts behind the help of an option
ROOT = "actormap"
LONG = 70  # characters of a list of choices, which no line could break
PLACEHOLDER = re.compile(r"\b[A-Z]+(?: [A-Z]+)*\b")  # what stands for a word that whoever gives the command puts there


def said(key: str, english: str) -> str:
    """Return what stands under a key, in the language; `english` in that, and where the language has no entry."""
    lang = speech.here().lang
    return english if lang == SOURCE else str(Texts.load(lang).entries.get(key, english))


def heading(english: str, file: str = "help") -> str:
    """Return a heading in the language."""
    return said(f"{file}.heading.{slug(english)}", english)


def slug(english: str) -> str:
    """Return the key of a heading: its words."""
    return "_".join(re.findall("[a-z]+", english.lower()))


def short(name: str) -> str | None:
    """Return what a command does, in a line, without importing it; None if no catalogue tells."""
    return Texts.load(speech.here().lang).entries.get(f"contents.short.{name}")


def worded(usage: str) -> str:
    """Return a part of a usage line with its placeholders, such as FILE, in the language."""
    return PLACEHOLDER.sub(lambda found: said(f"help.word.{found[0].replace(' ', '_')}", found[0]), usage)


def path(context: click.Context) -> str:
    """Return the names of a command and of those that it is one of, below the first: `projects-list`."""
    names: list[str] = []
    while context.parent is not None:
        names.insert(0, context.command.name or "")
        context = context.parent
    return "-".join(names) or ROOT


def of_option(shown: click.Option, context: click.Context) -> str:
    """Return what an option is for, which another of its name may say alike."""
    name = max(shown.opts, key=len).lstrip("-") if shown is context.command.get_help_option(context) else shown.name
    keys = (f"help.option.{each}.{name}" for each in (path(context), "shared"))
    english = shown.help or ""
    return next((told for told in (said(key, english) for key in keys) if told != english), english)


def record(shown: click.Option, context: click.Context) -> tuple[str, str] | None:
    """Return the names of an option and what it is for; None if it is not shown."""
    told = copy(shown)
    told.help = of_option(shown, context)
    told.metavar = worded(shown.make_metavar(context))
    if len(told.metavar) > LONG and isinstance(shown.type, click.Choice):
        told.metavar, told.help = worded("NAME"), f"{told.help} {', '.join(map(str, shown.type.choices))}."
    found = told.get_help_record(context)
    if found is None:
        return None
    return found[0], OF_CLICK.sub(lambda at: at[1] + said(f"help.{at[2]}", at[2]), found[1])


class Told(click.Command):
    """A command whose help is told in the language of whoever asks."""

    def text(self, context: click.Context) -> str:
        """Return what the help says before the options."""
        return said(f"help.command.{path(context)}", inspect.cleandoc(self.help or ""))

    def closing(self) -> str:
        """Return what the help says after the options."""
        return said("help.epilog", self.epilog) if self.epilog else ""

    def get_short_help_str(self, limit: int = 45) -> str:
        """Return what the command does, in a line."""
        return short(self.name or "") or super().get_short_help_str(limit)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line."""
        return [worded(piece) for piece in super().collect_usage_pieces(ctx)]

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        usage = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, usage, f"{speech.here().said('Usage')}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the text; where the name of a list stands in braces, the list is read off the tables of what there is."""
        from actormap.cli import lists

        told = copy(self)
        told.help = lists.filled(self.text(ctx))
        super(Told, told).format_help_text(ctx, formatter)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, and what commands a group has."""
        self.write_section("Options", (each for each in self.get_params(ctx) if isinstance(each, click.Option)), ctx, formatter)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)

    def write_section(self, name: str, options: Iterable[click.Option], ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write some options under a heading, if any is shown."""
        records = [found for each in options if (found := record(each, ctx))]
        if records:
            with formatter.section(heading(name)):
                formatter.write_dl(records)

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what comes last."""
        told = copy(self)
        told.epilog = self.closing()
        super(Told, told).format_epilog(ctx, formatter)
