"""The command that brings in what people have: import."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from actormap.cli import options, output, session, speech
from actormap.cli.command import command
from actormap.cli.request import Request
from actormap.errors import InputError, UsageError
from actormap.model.choices import IMPORTS


@command("import", short="Make a workspace of the lists, matrices and files you have.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=options.HomePath(exists=True))
@click.option(
    "--into",
    "-w",
    "--workspace",
    "target",
    required=True,
    metavar="PLACE",
    type=options.A_PATH,
    help="The workspace to make, a folder or a workbook (.xlsx).",
)
@click.option("--as", "form", type=click.Choice(IMPORTS), metavar="FORM", help="What the files are; recognised unless given.")
@click.option("--map", "columns", metavar="COLUMN=FIELD", multiple=True, help="What a column holds, such as Organisation=source.")
@click.option("--yes", is_flag=True, help="Ask nothing.")
@click.option("--replace", is_flag=True, help="Take the place of a workspace that lies there; it is kept beside under another name.")
@options.language
@options.quiet
def bring_in(
    request: Request, files: tuple[Path, ...], target: Path, form: str | None, columns: tuple[str, ...], yes: bool, replace: bool
) -> None:
    """Make a workspace of what you have, and say what was understood.

    FILE is a file, several that belong together, or a folder of them. What the columns mean, what was assumed, and every line that was not
    taken are listed; then it asks before it writes, unless --yes is said. Nothing that exists is overwritten.

    \b
    {imports}

    --map says what a column is where its heading does not: Organisation=source, or A=source where there are no headings. Fields are those
    of the tables (source, target, type, role, weight, valid_from, valid_to, name, kind, …), and respondent, partner, attribute, ignored.
    """
    from actormap.output import imported as told
    from actormap.workspace.combination import places
    from actormap.workspace.importing import headings, write
    from actormap.workspace.importing.read import read

    places.one(str(target), "an import makes")
    _refuse_workspace(files)
    texts = output.texts(request.lang or speech.here().lang)
    given = headings.mapping(columns)
    with session.progress("Reading rows", request) as advance:
        imported = read(files, texts, form=form, given=given, progress=advance)
    output.say(told.lines(imported, texts, output.width_of_text(request), settings=write.settings_file(target)), request)
    if not any(imported.snapshot.nodes()):
        raise InputError("There is nothing to write: no relationship and no actor could be taken.", hint="Mend what is told above.")
    _confirm(target, texts("import.question", place=target), yes=yes)
    if write.exists(target) and not replace and not yes and sys.stdin.isatty():
        click.confirm(texts("import.replace", place=target), abort=True, err=True)
        replace = True
    with session.progress("Writing rows", request) as advance:
        made = write.write(imported, target, texts, replace=replace, progress=advance)
    if made.former:
        output.say(texts("import.former", place=made.former), request)
    if made.workspace.warnings:
        output.say(texts("import.warnings", n=len(made.workspace.warnings), place=target), request)
    output.say(texts("import.written", place=target), request)
    session.tell_waiting(made.workspace, str(target), request)


def _refuse_workspace(given: Sequence[Path]) -> None:
    """Raise `UsageError` if something given is a workspace without errors: its sheets of words would become actors."""
    from actormap import workspace
    from actormap.errors import ActormapError

    for each in given:
        try:
            read = workspace.read(each)
        except ActormapError:
            continue
        if not read.errors and read.snapshot.relationships:
            raise UsageError(
                f"{each} is a workspace already, so there is nothing to import.",
                hint=f"Ask it as it is, such as with `actormap check {each}`; a copy is made by `actormap init PLACE --from {each}`.",
            )


def _confirm(target: Path, question: str, *, yes: bool) -> None:
    if yes:
        return
    if not sys.stdin.isatty():
        raise UsageError(f"Nothing has been written into {target}: there is nobody to ask.", hint="Say --yes to write what is told above.")
    click.confirm(question, default=True, abort=True, err=True)


COMMANDS = (bring_in,)
