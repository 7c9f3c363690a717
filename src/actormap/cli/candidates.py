"""The command that asks what running text may say of relationships: candidates."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actormap.cli import complaint, options, output, screen, session, speech
from actormap.cli.command import command
from actormap.cli.request import Request
from actormap.errors import ActormapError, InputError, UsageError

if TYPE_CHECKING:
    from actormap.workspace import Workspace
    from actormap.workspace.decisions.queue import CandidateQueue

FILLED_IN = ("csv", "xlsx")
NARROWEST = 40


@command(short="Decide what pages' running text says of relationships.")
@click.argument("files", nargs=-1, metavar="[FILES…]", type=options.A_PATH)
@click.option("--list", "listing", is_flag=True, help="List the candidates instead of asking about them.")
@click.option("--least", type=click.FloatRange(0, 1), default=0.0, metavar="SCORE", help="Only candidates of at least this score, 0 to 1.")
@click.option("--from", "filled", type=options.A_FILE, metavar="FILE", help="Read decisions from a sheet that has been filled in.")
@click.option("--undo", is_flag=True, help="Take back the decisions that were last written, byte by byte.")
@click.option("--by", metavar="ROLE", help="The role that decides, such as nätverksansvarig; never a person.")
@click.option("--date", metavar="DATE", help="When it is decided, such as 2026-01-31; today unless given.")
@options.workspace
@options.language
@options.quiet
@options.table
def candidates(
    request: Request,
    files: tuple[Path, ...],
    listing: bool,
    least: float,
    filled: Path | None,
    undo: bool,
    by: str | None,
    date: str | None,
) -> int:
    """Decide what the running text of pages says of relationships, sentence by sentence.

    FILES are pages that have been read into the workspace (actormap read FILES --into PLACE), or other texts; they are given again,
    since the workspace keeps where something stands and never what. Each candidate is asked about with its sentence: y accept, n
    reject, s the known name that is nearest, c change, l later, u undo, q quit (in Swedish j, n, m, b, s, å, q). What is accepted
    becomes a row of relationships with document and line; a name that is new becomes a record. What is rejected does not come again.
    Each answer is kept at once, whatever ends the walk.

    With -o FILE.xlsx or FILE.csv the candidates become a sheet to fill in, which --from reads back.
    """
    from actormap import workspace as sources
    from actormap.workspace.decisions import ledger, queue, sheet

    named = session.place_of(request.workspace)
    read = sources.read(named)
    lang = request.lang or read.language
    if undo:
        n = ledger.take_back(named)
        output.say(output.texts(lang)("candidates.taken_back", n=n), request)
        return 0
    if _recover(read, named, lang, request):
        read = sources.read(named)
    if filled is not None:
        day = session.the_day(date)
        new = [each.completed(by=by, date=day) for each in sheet.read(filled, read.vocabulary, lang)]
        _say_written(ledger.write(named, new, lang), named, lang, request)
        return 0
    if not files:
        raise UsageError("No page is named.", hint="Name the pages, or the folder they lie in: actormap candidates pages/")
    sources.require_valid(read)
    with session.progress("Reading", request) as advance:
        found = queue.waiting(read, queue.files_of(files), least=least, progress=advance)
    _remark(found, named, lang, request)
    if listing or request.form or request.output or not sys.stdin.isatty():
        _list(found, read, named, lang, request)
    else:
        _ask(found, read, named, lang, request, by=by, day=session.the_day(date))
    return 1 if found.refused else 0


def _recover(read: Workspace, named: str, lang: str, request: Request) -> bool:
    """Write what a walk that was cut short has left, and return whether there was any."""
    from actormap.workspace.decisions import ledger
    from actormap.workspace.decisions.journal import DecisionJournal

    if read.base is None:
        return False
    journal = DecisionJournal(read.base)
    left = journal.decisions()
    if left:
        try:
            n = ledger.write(named, left, lang)
        except ActormapError as error:
            raise InputError(
                f"What was decided on a walk that was cut short cannot be written: {error}", hint=f"Mend that, or remove {journal.path}."
            ) from error
        output.say(output.texts(lang)("candidates.recovered", n=n), request)
    journal.end()
    return bool(left)


def _remark(found: CandidateQueue, named: str, lang: str, request: Request) -> None:
    texts = output.texts(lang)
    for file, key in found.remarks:
        output.say(texts(f"candidates.remark.{key}", file=file, place=named), request)
    for _, sentence in found.refused:
        screen.tell(complaint.labelled(speech.here().said(sentence), speech.here()))


def _list(found: CandidateQueue, read: Workspace, named: str, lang: str, request: Request) -> None:
    from actormap.output.candidates import listed
    from actormap.workspace.decisions import sheet

    form, texts = output.form_of(request), output.texts(lang)
    if form in FILLED_IN:
        output.need_file(form, request.output, "candidates")
        written = sheet.write(found.waiting, texts, read.vocabulary, as_workbook=form == "xlsx")
        output.deliver(written if request.output else written.decode("utf-8-sig"), texts, request)
        if request.output:
            told = "joined" if read.joined else "read_only" if read.builtin else "sheet"
            output.say(texts(f"candidates.{told}", place=named, file=request.output), request)
    else:
        output.answer(listed(found, read.title), output.writer_for(read.vocabulary, lang), request)


def _ask(found: CandidateQueue, read: Workspace, named: str, lang: str, request: Request, *, by: str | None, day: str) -> None:
    from actormap.cli.candidate_walk import DecisionAsker
    from actormap.workspace.combination import places
    from actormap.workspace.decisions import ledger
    from actormap.workspace.decisions.journal import DecisionJournal
    from actormap.workspace.decisions.walk import DecisionWalk
    from actormap.workspace.editing.answers import refuse_personal

    if not found.waiting:
        click.echo(output.texts(lang)("candidates.none"))
        return
    places.one(named, "decisions are kept in")
    if read.base is None:
        raise UsageError(
            f"The built-in workspace {read.title} is read-only.",
            hint="Say --list to see the candidates, or make a copy of your own: actormap init my-gria --from gria",
        )
    refuse_personal(by)
    width = max(NARROWEST, min(shutil.get_terminal_size().columns, screen.READABLE))
    journal = DecisionJournal(read.base)
    walk = DecisionWalk(found.waiting, journal)
    writer = output.writer_for(read.vocabulary, lang, read.snapshot)
    DecisionAsker(_typed, click.echo, width, writer, read, by, day).go(walk)
    written = ledger.write(named, walk.new, lang)
    journal.end()
    _say_written(written, named, lang, request)


def _typed(prompt: str) -> str | None:
    try:
        typed: str = click.prompt(prompt, default="", show_default=False, prompt_suffix="")
    except click.Abort:  # the end of the input, or Ctrl-C: what has been decided so far is kept
        click.echo()
        return None
    return typed


def _say_written(n: int, named: str, lang: str, request: Request) -> None:
    texts = output.texts(lang)
    output.say(texts("candidates.written", n=n, place=named) if n else texts("candidates.unchanged"), request)


COMMANDS = (candidates,)
