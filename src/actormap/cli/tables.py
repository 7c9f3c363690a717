"""The commands for tables and stores: init, check, load, status, backup, restore."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from actormap.cli import options, session
from actormap.errors import MassRemoval

PLACE = click.argument("place", required=False, metavar="[PLACE]")
A_FILE = click.Path(dir_okay=False, path_type=Path)


@click.command()
@click.argument("target", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--xlsx", is_flag=True, help="Make one Excel workbook, with drop-down lists and a sheet of explanations.")
@click.option("--from", "source", metavar="PLACE", help='Begin with a copy of another workspace, such as "gria", which is built in.')
@options.language
@options.quiet
def init(target: Path, xlsx: bool, source: str | None, lang: str | None, quiet: bool) -> None:
    """Make a workspace to fill in: a folder of tables, or one workbook.

    It holds a small example that passes `actormap check`, or with --from a copy of one's own of another workspace. Nothing that exists is
    overwritten. In Swedish CSV files have semicolons and decimal commas, as a Swedish Excel opens them; in English commas and points.
    """
    from actormap import workspace as sources
    from actormap.model.vocabulary import Vocabulary
    from actormap.workspace.writing import template

    if source is not None:
        read = sources.read(source)
        texts = session.texts(lang or read.language)
        made = template.copy(read, target, texts, as_workbook=xlsx)
    else:
        texts = session.texts(lang or "sv")
        make = template.write_workbook if xlsx else template.write_folder
        made = make(target, texts, Vocabulary.load())
    session.say(texts("load.made_workspace", place=made), quiet=quiet)


@click.command()
@PLACE
@options.workspace
@options.language
@options.table
@options.quiet
def check(place: str | None, workspace: str | None, lang: str | None, form: str | None, output: Path | None, quiet: bool) -> int:
    """List everything wrong with the tables, each with its place and what is meant.

    Errors (exit code 1) stop a load, warnings do not.
    """
    from actormap.output import listings

    read = session.read(place or workspace)
    writer = session.writer(read.vocabulary, lang or read.language)
    listed = listings.problems(read.problems, writer.texts, read.title)
    if session.form_of(form, output, "table") == "table":
        session.deliver(listings.lines(listed, writer.texts), output, writer.texts, quiet=quiet)
    else:
        session.answer(listed, writer, form, output, quiet=quiet)
    return 1 if listed.context.summary["errors"] else 0


@click.command()
@PLACE
@options.workspace
@options.store
@click.option("--merge", is_flag=True, help="Only add and update; remove nothing.")
@click.option("--dry-run", is_flag=True, help="Say what would change and change nothing.")
@click.option("--yes", is_flag=True, help="Go ahead even if more than half of the rows would be removed.")
@click.option("--undo", is_flag=True, help="Take back a large load that was not finished, instead of loading.")
@options.language
@options.table
@options.quiet
def load(place: str | None, workspace: str | None, store: str | None, lang: str | None, yes: bool, undo: bool, **rest: Any) -> None:
    """Make the store equal to the tables, all or nothing.

    Prints what was added, changed and removed. A second load of the same files changes nothing. A load that is too large for one
    transaction of a Neo4j server is written in steps: until it is finished nobody can read the store; the same command goes on where it
    was stopped, and --undo takes it back.
    """
    from actormap.atlas import sync
    from actormap.output import listings

    form, output, quiet = rest.pop("form"), rest.pop("output"), rest.pop("quiet")
    if undo:
        read = session.read(place or workspace) if place or workspace or not store else None
        rows = sync.undo(read, store=store)
        click.echo(session.texts(lang or (read.language if read else "sv"))("load.undone", n=rows))
        return
    read = session.read(place or workspace)

    def attempt(allowed: bool) -> Any:
        with session.progress("Loading", quiet=quiet) as advance:
            return sync.load(read, store=store, allow_mass_removal=allowed, progress=advance, **rest)

    try:
        difference = attempt(yes)
    except MassRemoval as removal:
        if not sys.stdin.isatty():
            raise
        click.confirm(f"{removal.message} Go ahead?", abort=True, err=True)
        difference = attempt(True)
    report = listings.load(difference, **rest)
    session.answer(report, session.writer(read.vocabulary, lang or read.language), form, output, quiet=quiet)


@click.command()
@PLACE
@options.workspace
@options.store
@options.language
@options.table
@options.quiet
def status(
    place: str | None, workspace: str | None, store: str | None, lang: str | None, form: str | None, output: Path | None, quiet: bool
) -> None:
    """Say what the store holds, and when it was loaded from which files."""
    from actormap.atlas import sync
    from actormap.model.vocabulary import Vocabulary
    from actormap.output import listings

    read = session.read(place or workspace) if place or workspace or not store else None
    told = sync.status(read, store=store)
    writer = session.writer(Vocabulary.load(), lang or (read.language if read else "sv"))
    report = listings.status(told)
    session.answer(report, writer, form, output, quiet=quiet)
    if session.form_of(form, output, "table") == "table" and output is None:
        click.echo(listings.about_store(report, writer.texts), nl=False)


@click.command()
@click.argument("file", type=A_FILE)
@options.source
def backup(file: Path, workspace: str | None, store: str | None, lang: str | None, quiet: bool) -> None:
    """Write the whole graph to one file (JSON Lines, gzip); the same graph gives the same bytes."""
    from actormap.atlas import sync

    atlas = session.atlas(workspace=workspace, store=store, lang=lang, quiet=quiet)
    sync.save_backup(atlas.snapshot, file)
    session.say(session.texts(atlas.lang)("load.written", file=file), quiet=quiet)


@click.command()
@click.argument("file", type=A_FILE)
@click.option("--store", metavar="URI", envvar="ACTORMAP_STORE", required=True, help="The store to fill, such as sqlite:///graph.sqlite.")
@click.option("--yes", is_flag=True, help="Go ahead even if more than half of what the store holds would be removed.")
@options.language
@options.table
@options.quiet
def restore(file: Path, store: str, yes: bool, lang: str | None, form: str | None, output: Path | None, quiet: bool) -> None:
    """Make a store equal to a backup, all or nothing."""
    from actormap.atlas import sync
    from actormap.model.vocabulary import Vocabulary
    from actormap.output import listings

    difference = sync.load_backup(file, store, allow_mass_removal=yes)
    report = listings.load(difference, dry_run=False, merge=False)
    session.answer(report, session.writer(Vocabulary.load(), lang or "sv"), form, output, quiet=quiet)


COMMANDS = (init, check, load, status, backup, restore)
