"""A command that is several: without the name of one it is the first, so that a question needs no more words than it must."""

from __future__ import annotations

import click


class Subcommands(click.Group):
    """A group of commands, the first of which is meant where none is named."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Put the first command's name before its options, unless help of the whole is asked for."""
        asked_help = bool(args) and args[0] in ctx.help_option_names
        if not asked_help and (not args or args[0].startswith("-")):
            args = [next(iter(self.commands)), *args]
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  (click passes it)
        """Return the names in the order of the work."""
        return list(self.commands)
