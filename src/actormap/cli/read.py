"""The command that reads pages of project banks into a workspace: read."""

from __future__ import annotations

from pathlib import Path

import click

from actormap.cli import options, output, session
from actormap.cli.command import command
from actormap.cli.request import Request


@command(short="Read pages of a project bank.")
@click.argument("files", nargs=-1, required=True, metavar="FILES…", type=click.Path(path_type=Path))
@options.language
@options.quiet
@options.table
def read(request: Request, files: tuple[Path, ...]) -> int:
    """Read pages of the ESF project bank, saved as text, HTML or PDF, and tables from Kohesio, keep.eu and CORDIS.

    Every field of a page's header is read with its line; the layout is known by the labels, not by the file's name. A page of
    another layout is told with what was recognised of it (exit code 1), and the others are read. Whom to contact is dropped at
    reading, and counted.
    """
    from actormap.model.vocabulary import Vocabulary
    from actormap.output import page_list
    from actormap.workspace.pages import collection

    paths = collection.files_of(files)
    with session.progress("Reading", request) as advance:
        found = collection.read(paths, progress=advance)
    pages, against = page_list.listed(found)
    output.answer(pages, output.writer_for(Vocabulary.load(), request.lang or "sv"), request, *([against] if against.rows else []))
    for _, sentence in found.refused:
        click.echo(f"Error: {sentence}", err=True)
    return 1 if found.refused else 0


COMMANDS = (read,)
