"""The terminal that somebody sits at: how wide it is, what it may be sent, and a pager for what is longer."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from actormap.cli.request import Request
from actormap.output.terminal import ROWS, Terminal

if TYPE_CHECKING:
    from actormap.i18n import Texts

READABLE, NARROWEST = 100, 20  # characters in a line
TOP, CSV = "--top", "-f csv"
# As git does: colours as they are, and the text stays when the pager is left.
LESS = "FRX"


def terminal(request: Request) -> Terminal:
    """Return where the answer to a request is shown, and how much of it."""
    has_top, asked = _top()
    return Terminal(
        width=_width() if _seen(request) else None,
        colour=_seen(request) and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb",
        file=request.output is not None,
        ids=request.ids,
        explain=request.explain,
        wide=request.wide,
        rows=None if asked else ROWS,
        top=request.top,
        more=f"{TOP}, {CSV}" if has_top else CSV,
    )


def width_of_text(request: Request) -> int | None:
    """Return the terminal's width, at most that of a line that is easy to read; None for a file or a pipe."""
    return min(_width(), READABLE) if _seen(request) else None


def folded(text: str, request: Request) -> str:
    """Return a text with lines that fit the terminal; as it is where there is none."""
    width = width_of_text(request)
    if width is None:
        return text
    from actormap.output.screen import cells

    return cells.folded(text, width)


def laid_out(page: str, texts: Texts, request: Request) -> str:
    """Return a page in Markdown as a terminal shows it; as it is where there is none."""
    if not _seen(request):
        return page
    from actormap.output.screen import markdown

    return markdown.shown(page, texts, terminal(request))


def show(content: str | bytes, request: Request) -> None:
    """Show an answer, in a pager if it is longer than the terminal and nobody has asked to be without."""
    if isinstance(content, str) and _seen(request) and not request.no_pager and _pages() and _too_long(content):
        os.environ.setdefault("LESS", LESS)
        click.echo_via_pager(content)
    else:
        click.echo(content, nl=False)


def remark(text: str, request: Request) -> None:
    """Say what belongs to an answer but to no row of it: below it, or aside where a pipe reads the rows."""
    if _seen(request):
        click.echo("\n" + folded(text, request), nl=False)
    elif not request.quiet:
        click.echo(text, err=True, nl=False)


def tell(text: str) -> None:
    """Say something beside the answer, on standard error."""
    if not sys.stderr.isatty():
        click.echo(text, err=True)
        return
    from actormap.output.screen import cells

    click.echo(cells.folded(text, min(_width(), READABLE)), err=True, nl=False)


def _top() -> tuple[bool, bool]:
    """Return whether the command that is asked has an option for how many rows are shown, and whether it was used."""
    context = click.get_current_context(silent=True)
    name = next((each.name for each in context.command.params if TOP in each.opts), None) if context else None
    if context is None or name is None:
        return False, False
    return True, context.get_parameter_source(name) is ParameterSource.COMMANDLINE


def _seen(request: Request) -> bool:
    return request.output is None and sys.stdout is not None and sys.stdout.isatty()


def _width() -> int:
    return max(shutil.get_terminal_size().columns, NARROWEST)


def _pages() -> bool:
    # What Windows has by itself shows letters such as å as something else.
    return sys.stdin.isatty() and (os.name != "nt" or bool(os.environ.get("PAGER")))


def _too_long(text: str) -> bool:
    return text.count("\n") >= shutil.get_terminal_size().lines
