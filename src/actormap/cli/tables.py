"""The commands for tables and stores: init, check, load, status, backup, restore."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actormap.cli import options, output, screen, session, speech
from actormap.cli.command import command
from actormap.cli.request import Request
from actormap.errors import MassRemoval, UsageError

if TYPE_CHECKING:
    from actormap.i18n import Texts
    from actormap.store.base import Difference
    from actormap.workspace import Workspace

ABSENT = ("missing_file", "missing_sheet", "no_files", "no_sheets")


@command(short="Make a folder of tables, or a workbook, to fill in.")
@click.argument("target", required=False, metavar="PLACE", type=options.A_PATH)
@click.option("--workspace", "-w", "named", metavar="PLACE", type=options.A_PATH, help="The same as PLACE.")
@click.option("--xlsx", is_flag=True, help="Make one Excel workbook, with drop-down lists and a sheet of explanations.")
@click.option("--from", "source", metavar="PLACE", help='Begin with a copy of another workspace, such as "gria" or "esf", built in.')
@click.option("--with-templates", "templates", is_flag=True, help="Give its documents templates to change, for Word, PDF and web pages.")
@options.language
@options.quiet
def init(request: Request, target: Path | None, named: Path | None, xlsx: bool, source: str | None, templates: bool) -> None:
    """Make a workspace to fill in: a folder of tables, or one workbook.

    It holds a small example that passes `actormap check`, or with --from a copy of one's own of another workspace. Nothing that exists is
    overwritten. In Swedish CSV files have semicolons and decimal commas, as a Swedish Excel opens them; in English commas and points.
    With a list, a matrix or a file of another program begin with `actormap import` instead. --with-templates puts in house.dotx, house.typ
    and house.css, which `actormap report` then writes with, and names them in actormap.toml; a workspace that is there already gets those
    it lacks.
    """
    from actormap import workspace as sources
    from actormap.model.vocabulary import Vocabulary
    from actormap.workspace.combination import places
    from actormap.workspace.writing import report_settings, template

    target = target or named
    if target is None or (named is not None and named != target):
        raise UsageError("It is not said where the workspace is to lie.", hint="Name one folder, or one workbook: actormap init my-network")
    places.one(str(target), "a new workspace is")
    if templates and source is None and not xlsx and (there := report_settings.place(target)):
        _add_templates(there, output.texts(request.lang or sources.read(target).language), request)
        return
    if source is not None:
        places.one(source, "a copy is made of")
        read = sources.read(source)
        texts = output.texts(request.lang or read.language)
        made = template.copy(read, target, texts, as_workbook=xlsx)
    else:
        texts = output.texts(request.lang or speech.here().lang)
        make = template.write_workbook if xlsx else template.write_folder
        made = make(target, texts, Vocabulary.load())
    output.say(texts("load.made_workspace", place=made), request)
    if templates and (there := report_settings.place(made)):
        _add_templates(there, texts, request)


def _add_templates(settings: Path, texts: Texts, request: Request) -> None:
    """Give a workspace the templates of its documents that it lacks."""
    from actormap.output.document import house, style
    from actormap.workspace.writing import report_settings

    said = report_settings.read(settings)[1].get(report_settings.TABLE, {})
    colours = {"colours": said["colours"]} if isinstance(said, dict) and "colours" in said else {}
    looks = style.read(colours, None)
    comment = texts("template.report", colours=looks.told())
    written = report_settings.add(settings, house.templates(texts, looks), comment)
    for file in written:
        output.say(texts("load.written", file=file), request)
    if not written:
        output.say(texts("load.templates_there", place=settings.parent), request)


@command(short="List everything wrong with the tables.")
@options.workspace
@options.language
@options.table
@options.quiet
def check(request: Request) -> int:
    """List everything wrong with the tables, each with its place and what is meant.

    Errors (exit code 1) stop a load, warnings do not.
    """
    from actormap.output import listings

    read = session.read(request.workspace, request)
    writer = output.writer_for(read.vocabulary, request.lang or read.language)
    listed = listings.problems(read.problems, writer.texts, read.title)
    if output.form_of(request) == output.TABLE:
        said = listings.lines(listed, writer.texts, screen.terminal(request))
        output.deliver(screen.folded(said, request), writer.texts, request)
    else:
        output.answer(listed, writer, request)
    if offer := _offer(request.workspace, read, writer.texts):
        output.say(writer.texts("import.offer", place=request.workspace or ".", forms=offer), request)
    return 1 if listed.context.summary["errors"] else 0


def _offer(place: str | None, read: Workspace, texts: Texts) -> str | None:
    """Return which forms an import would read where the tables of a workspace are something else, None where they are to be mended."""
    keys = {problem.key for problem in read.errors}
    if not keys & {*ABSENT, "missing_column"}:
        return None
    from actormap.errors import ActormapError
    from actormap.workspace.importing.read import read as read_import

    try:
        found = read_import([Path(place or ".")], texts).found
    except ActormapError:
        return None
    forms = dict.fromkeys(each.form for each in found if each.ties)
    # A list of relationships whose headings are misspelt is a table to mend; one without any actors beside it is a list to bring in.
    alone = any(problem.key in ABSENT and "actors" in problem.values["names"] for problem in read.errors)
    return ", ".join(texts(f"import.forms.{form}") for form in forms) if alone or set(forms) - {"edge_list"} else None


@command()
@options.workspace
@options.store
@click.option("--merge", is_flag=True, help="Only add and update; remove nothing.")
@click.option("--dry-run", is_flag=True, help="Say what would change and change nothing.")
@click.option("--thorough", is_flag=True, help="Compare all that a Neo4j store holds, to find what was changed in it by hand.")
@click.option("--yes", is_flag=True, help="Go ahead even if more than half of the rows would be removed.")
@click.option("--undo", is_flag=True, help="Take back a large load that was not finished, instead of loading.")
@options.language
@options.table
@options.quiet
def load(request: Request, merge: bool, dry_run: bool, thorough: bool, yes: bool, undo: bool) -> None:
    """Make the store equal to the tables, all or nothing.

    Prints what was added, changed and removed. A second load of the same files changes nothing. A load that is too large for one
    transaction of a Neo4j server is written in steps: until it is finished nobody can read the store; the same command goes on where it
    was stopped, and --undo takes it back.
    """
    from actormap.atlas import stores
    from actormap.output import listings

    if undo:
        _undo(request)
        return
    read = session.read(request.workspace, request)
    session.remark(stores.remarks(read, request.store), request.lang or read.language, request)
    try:
        difference = _load(read, request, merge=merge, dry_run=dry_run, thorough=thorough, allow_mass_removal=yes)
    except MassRemoval as removal:
        if not sys.stdin.isatty():
            raise
        spoken = speech.here()
        click.confirm(f"{spoken.said(removal.message)} {spoken.said('Go ahead?')}", abort=True, err=True)
        difference = _load(read, request, merge=merge, dry_run=dry_run, thorough=thorough, allow_mass_removal=True)
    report = listings.load(difference, merge=merge, dry_run=dry_run)
    output.answer(report, output.writer_for(read.vocabulary, request.lang or read.language), request)
    session.tell_waiting(read, request.workspace, request)


def _load(read: Workspace, request: Request, **options: bool) -> Difference:
    from actormap.atlas import sync

    with session.progress("Loading", request) as advance:
        return sync.load(read, store=request.store, progress=advance, **options)


def _undo(request: Request) -> None:
    from actormap.atlas import sync

    read = session.read_unless_stored(request.workspace, request)
    with session.progress("Taking back", request) as advance:
        rows = sync.undo(read, store=request.store, progress=advance)
    click.echo(output.texts(request.lang or (read.language if read else speech.here().lang))("load.undone", n=rows))


@command(short="Say what the store holds, and when it was loaded.")
@options.workspace
@options.store
@options.language
@options.table
@options.quiet
def status(request: Request) -> None:
    """Say what the store holds, and when it was loaded from which files."""
    from actormap.atlas import stores, sync
    from actormap.model.vocabulary import Vocabulary
    from actormap.output import listings

    read = session.read_unless_stored(request.workspace, request)
    session.remark(stores.remarks(read, request.store), request.lang or (read.language if read else speech.here().lang), request)
    with session.progress("Asking", request) as advance:
        said, language = sync.status(read, store=request.store, progress=advance)
    report = listings.status(said)
    writer = output.writer_for(Vocabulary.load(), request.lang or language)
    output.answer(report, writer, request)
    if output.form_of(request) == output.TABLE and request.output is None:
        screen.remark(listings.about_store(report, writer.texts), request)


@command(short="Write the whole graph to one file.")
@click.argument("file", type=options.A_FILE)
@options.source
def backup(request: Request, file: Path) -> None:
    """Write the whole graph to one file (JSON Lines, gzip); the same graph gives the same bytes."""
    from actormap.atlas import sync

    atlas = session.open(request)
    sync.save_backup(atlas, file)
    output.say(output.texts(atlas.lang)("load.written", file=file), request)


@command()
@click.argument("file", type=options.A_FILE)
@click.option("--store", metavar="URI", envvar="ACTORMAP_STORE", required=True, help="The store to fill, such as sqlite:///graph.sqlite.")
@click.option("--yes", is_flag=True, help="Go ahead even if more than half of what the store holds would be removed.")
@options.language
@options.table
@options.quiet
def restore(request: Request, file: Path, store: str, yes: bool) -> None:
    """Make a store equal to a backup, all or nothing."""
    from actormap.atlas import stores, sync
    from actormap.model.vocabulary import Vocabulary
    from actormap.output import listings

    session.remark(stores.remarks(None, store), request.lang or speech.here().lang, request)
    with session.progress("Restoring", request) as advance:
        difference = sync.load_backup(file, store, allow_mass_removal=yes, progress=advance)
    report = listings.load(difference, dry_run=False, merge=False)
    output.answer(report, output.writer_for(Vocabulary.load(), request.lang or speech.here().lang), request)


COMMANDS = (init, check, load, status, backup, restore)
