"""What the command line offers: a short help by task, the whole list by section, the other names that commands go by, and `help`."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module

import click

from actormap.cli import manual
from actormap.cli.command import Command, command

CONTENTS = "contents"  # the catalogue of what the first help says
Sections = Mapping[str, tuple[str, ...]]

# Module -> its commands: one is imported when one of its commands is asked for.
HOMES: Sections = {
    "demo": ("demo",),
    "imports": ("import",),
    "tables": ("init", "check", "load", "status", "backup", "restore"),
    "read": ("read",),
    "stores": ("query", "copy", "trust"),
    "actors": ("centrality", "cutpoints", "brokers", "gaps", "salience", "explain", "question"),
    "groups": (
        *("keyplayers", "group", "bridges", "communities", "core", "homophily", "overlap", "collaboration", "ratings"),
        *("compare", "timeline"),
    ),
    "structure": ("describe", "ego", "cliques", "cores", "similar", "qap"),
    "composition": ("coverage",),
    "invite": ("invite",),
    "answer": ("answer",),
    "duplicates": ("duplicates",),
    "candidates": ("candidates",),
    "change": ("whatif", "sunset", "vacant"),
    "review": ("others", "clusters", "review"),
    "projects": ("projects",),
    "factors": ("factors",),
    "coding": ("code", "agreement"),
    "show": ("map", "export"),
    "report": ("report",),
}

TASKS: Sections = {
    "Try it, and make tables of your own": ("demo", "import", "init", "check"),
    "Who is key": ("centrality", "explain"),
    "What is missing, and whom to invite": ("gaps", "coverage", "invite"),
    "What if, and where to": ("whatif", "sunset", "review"),
    "See it and hand it on": ("map", "report"),
}
SECTIONS: Sections = {
    "Start here": ("demo", "import", "init", "help"),
    "The tables and the store": ("check", "read", "candidates", "duplicates", "load", "status", "copy", "backup", "restore", "trust"),
    "Ask about actors": ("centrality", "cutpoints", "brokers", "gaps", "salience", "explain", "question"),
    "Ask about groups": ("keyplayers", "group", "bridges", "communities", "core", "homophily", "overlap", "collaboration", "ratings"),
    "Ask about the shape": ("describe", "ego", "cliques", "cores", "similar", "qap"),
    "Ask about composition": ("coverage", "invite", "answer"),
    "Ask what if": ("whatif", "sunset", "vacant"),
    "Ask about time": ("compare", "timeline"),
    "Review a network": ("others", "clusters", "review"),
    "Compile projects": ("projects", "factors", "code", "agreement"),
    "Ask by name": ("query",),
    "Show and hand on": ("map", "report", "export"),
}


class Contents(manual.Told, click.Group):
    """A group whose help lists the commands that most begin with; each command answers to its other names too."""

    def every(self) -> Mapping[str, click.Command]:
        """Return every command by its first name, all imported."""
        for module in HOMES:
            self._import(module)
        return self.commands

    @property
    def also(self) -> Mapping[str, click.Command]:
        """Return each command by its other names."""
        return {name: each for each in self.every().values() if isinstance(each, Command) for name in each.also}

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the first names of all commands."""
        return sorted({*super().list_commands(ctx), *(name for names in HOMES.values() for name in names)})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the command of a name, be it the first or another."""
        for module, names in HOMES.items():
            if cmd_name in names:
                self._import(module)
        return super().get_command(ctx, cmd_name) or self.also.get(cmd_name)

    def _import(self, module: str) -> None:
        for each in import_module(f"actormap.cli.{module}").COMMANDS:
            self.add_command(each)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that is meant, by its first name; a near miss is answered with the names that are near."""
        name, *rest = args
        if found := self.get_command(ctx, name):
            return found.name, found, rest
        near = get_close_matches(name, self.every()) or get_close_matches(name, self.also)
        if near and not ctx.resilient_parsing:
            ctx.fail(f"No such command '{name}'. Did you mean {' or '.join(map(repr, near))}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  (click passes it)
        """Write the commands that most begin with, by task."""
        self._write(TASKS, formatter)

    def listed(self, ctx: click.Context) -> str:
        """Return the list of every command, by section, in the order of the work."""
        formatter = ctx.make_formatter()
        self._write(SECTIONS, formatter)
        with formatter.section(manual.heading("Other names", CONTENTS)):
            same = manual.said(f"{CONTENTS}.same_as", "The same as {name}.")
            formatter.write_dl([(name, same.format(name=each.name)) for name, each in sorted(self.also.items())])
        return formatter.getvalue().strip("\n")

    def _write(self, sections: Sections, formatter: click.HelpFormatter) -> None:
        for heading, names in sections.items():
            with formatter.section(manual.heading(heading, CONTENTS)):
                formatter.write_dl([(name, manual.short(name) or self._short(name)) for name in names])

    def _short(self, name: str) -> str:
        return self.every()[name].get_short_help_str(90)


@command(short="Tell how to use a command, or list every command.")
@click.argument("name", required=False, metavar="[COMMAND]")
@click.option("--all", "every", is_flag=True, help="List every command.")
@click.pass_context
def help(ctx: click.Context, name: str | None, every: bool) -> None:  # noqa: A001  (the command's name)
    """Tell how to use a command, or with --all list every command there is."""
    top = ctx.find_root()
    contents = top.command
    if name is None or not isinstance(contents, Contents):
        click.echo(contents.listed(top) if every and isinstance(contents, Contents) else top.get_help())
        return
    first, meant, _ = contents.resolve_command(top, [name])
    if meant:
        click.echo(meant.get_help(click.Context(meant, info_name=first, parent=top)))


COMMANDS = (help,)
