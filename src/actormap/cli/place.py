"""Words of their own: PLACE, which every command takes that takes --workspace, and whom or what a command is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from actormap.errors import UsageError
from actormap.model.choices import BUILT_IN

NAME = "place"
JOIN = "+"
SETTINGS = "actormap.toml"
TABLES = ("relationships", "relationer", "actors", "aktörer")
WORKBOOKS = (".xlsx", ".xlsm", ".ods")


class NamedArgument(click.Argument):
    """Whom or what a command is about, as a word; the option of that name says the same."""

    def __init__(self, declarations: Sequence[str], *, needed: bool = True, **options: Any) -> None:
        self.needed = needed
        super().__init__(declarations, required=False, metavar=options.pop("metavar", None) or declarations[0].upper(), **options)

    @property
    def instead(self) -> str:
        """Return the name of the option's parameter."""
        return f"{self.name}_named"

    def settle(self, params: dict[str, Any]) -> None:
        """Let what the option says be what the word would; raise `UsageError` if both are said, and differ."""
        word, named = params[self.name or ""], params.pop(self.instead)
        if word is not None and named is not None and word != named:
            raise UsageError(f'What it is about is named twice: "{word}" and "{named}".', hint="Say one of them.")
        params[self.name or ""] = named if word is None else word


class PlaceArgument(click.Argument):
    """The workspace, said last and without -w; where a command takes other words that may be left out, the last that names a workspace."""

    def __init__(self, declarations: Sequence[str], **options: Any) -> None:
        super().__init__(declarations, required=False, metavar="[PLACE]", is_eager=True, **options)

    def handle_parse_result(self, ctx: click.Context, opts: Mapping[str, Any], args: list[str]) -> tuple[Any, list[str]]:
        """Settle which of the words is the workspace before any of them is looked at as something else."""
        if isinstance(opts, dict):
            _settle(ctx.command, opts)
        return super().handle_parse_result(ctx, opts, args)


def _settle(command: click.Command, opts: dict[str, Any]) -> None:
    """Move the last word into PLACE if it names a workspace and may be missed, and out of it if it is one of those asked about."""
    own = [each for each in command.params if isinstance(each, click.Argument) and not isinstance(each, PlaceArgument)]
    if not own:
        return
    last, word, named = own[-1], opts.get(NAME), "workspace" in opts
    if isinstance(word, str):
        if last.nargs < 0 and (named or not names_workspace(word)):
            held = opts.get(last.name or "")
            opts[last.name or ""] = (*(held if isinstance(held, tuple) else ()), word)
            del opts[NAME]
        return
    filled = next((each for each in reversed(own) if isinstance(opts.get(each.name or ""), str)), None)
    if named or filled is None or not filled.name or filled.required or not names_workspace(opts[filled.name]):
        return
    if not (isinstance(filled, NamedArgument) and filled.needed and filled.instead not in opts):
        opts[NAME] = opts.pop(filled.name)


def names_workspace(word: str) -> bool:
    """Return whether a word is the name of a built-in workspace, a folder of tables or a workbook, or several of them with + between."""
    parts = word.split(JOIN)
    if word in BUILT_IN:
        return True
    path = Path(word)
    try:
        if len(parts) > 1 and not path.exists():
            return all(part and names_workspace(part) for part in parts)
        if path.is_dir():
            return (path / SETTINGS).is_file() or any(each.stem.casefold() in TABLES for each in path.iterdir())
        return path.is_file() and path.suffix.casefold() in WORKBOOKS
    except (OSError, ValueError):
        return False


def one(place: str | None, workspace: str | None, *, named: bool) -> str | None:
    """Return the workspace that is meant by PLACE or -w; raise `UsageError` if both say it (`named`), and two different ones."""
    if place is not None and named and workspace is not None and place != workspace:
        raise UsageError(f'The workspace is named twice: "{place}" and "{workspace}".', hint="Say one of them.")
    return workspace if place is None else place
