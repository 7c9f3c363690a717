"""The command that reads pages of project banks into a workspace: read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from actormap.cli import complaint, options, output, screen, session, speech
from actormap.cli.command import command
from actormap.cli.request import Request

if TYPE_CHECKING:
    from actormap.workspace.pages.entry import PageEntry


@command(short="Read pages of a project bank.")
@click.argument("files", nargs=-1, required=True, metavar="FILES…", type=options.A_PATH)
@click.option(
    "--into",
    "-w",
    "--workspace",
    "into",
    metavar="PLACE",
    help="The folder or workbook of tables to enter them into; a new folder is made.",
)
@options.language
@options.quiet
@options.table
def read(request: Request, files: tuple[Path, ...], into: str | None) -> int:
    """Read pages of the ESF project bank, saved as text, HTML or PDF, and tables from ESF-rådet, Kohesio, keep.eu and CORDIS.

    Every field of a page's header is read with its line; the layout is known by the labels, not by the file's name. A page of
    another layout is told with what was recognised of it (exit code 1), and the others are read. Whom to contact is dropped at
    reading, and counted.

    With --into, projects, documents, owners and the municipalities of the header become rows of a workspace, all or nothing. A
    filled cell is never written over: what a page says otherwise is listed, and noted with its line. Pages that have been read
    into it before are passed over.
    """
    from actormap.model.vocabulary import Vocabulary
    from actormap.output import page_list
    from actormap.workspace.pages import collection, entry

    paths = collection.files_of(files)
    with session.progress("Reading", request) as advance:
        if into is None:
            done = entry.PageEntry(collection.read(paths, progress=advance))
        else:
            done = entry.enter(into, paths, lang=request.lang, progress=advance)
    pages, against = page_list.listed(done.found, done.against, into)
    output.answer(
        pages, output.writer_for(Vocabulary.load(), request.lang or speech.here().lang), request, *([against] if against.rows else [])
    )
    if into is not None:
        _tell(done, into, request)
    for _, sentence in done.found.refused:
        screen.tell(complaint.labelled(speech.here().said(sentence), speech.here()))
    return 1 if done.found.refused else 0


def _tell(done: PageEntry, place: str, request: Request) -> None:
    texts = output.texts(request.lang or speech.here().lang)
    added = done.added
    counts = {name: added.get(name, 0) for name in ("projects", "documents", "relationships")}
    owners = added.get("actors", 0) + added.get("municipalities", 0)
    if any(added.values()) or done.changed:
        output.say(texts("pages.entered", place=place, owners=owners, changed=done.changed, **counts), request)
    else:
        output.say(texts("pages.nothing", place=place), request)
    for name in done.open_names:
        output.say(texts("pages.open", name=name), request)


COMMANDS = (read,)
