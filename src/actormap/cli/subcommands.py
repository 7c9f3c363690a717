"""A command that is several: without the name of one it is the first, so that a question needs no more words than it must.

So it is where a workspace stands in its place.
"""

from __future__ import annotations

import click

from actormap.cli import manual, place


class Subcommands(manual.Told, click.Group):
    """A group of commands, the first of which is meant where none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the first command's name before its options or its workspace, unless help of the whole is asked for."""
        asked_help = bool(args) and args[0] in ctx.help_option_names
        named = bool(args) and args[0] in self.commands
        if not asked_help and not named and (not args or args[0].startswith("-") or place.names_workspace(args[0])):
            args = [next(iter(self.commands)), *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click passes it)
        """Return the names in the order of the work."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the names with what each does, in a line."""
        with formatter.section(manual.heading("Commands")):
            formatter.write_dl(
                [(name, manual.short(f"{manual.path(ctx)}-{name}") or each.get_short_help_str(90)) for name, each in self.commands.items()]
            )
