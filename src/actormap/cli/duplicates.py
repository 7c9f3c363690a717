"""The command that asks which records are one actor: duplicates."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actormap.cli import options, output, screen, session
from actormap.cli.command import command
from actormap.cli.request import Request
from actormap.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from actormap.workspace import Workspace
    from actormap.workspace.identity.candidates import Candidate

FILLED_IN = ("csv", "xlsx")
NARROWEST = 40


@command(short="Go through what may be one actor under two names.", also=("identity",))
@click.option("--list", "listing", is_flag=True, help="List the pairs instead of asking about them.")
@click.option("--only", type=click.Choice(("same", "part_of")), help="Only pairs that may be one, or a part and its whole.")
@click.option("--from", "filled", type=options.A_FILE, metavar="FILE", help="Read judgements from a sheet that has been filled in.")
@click.option("--undo", is_flag=True, help="Take back the judgements that were last written, byte by byte.")
@click.option("--by", metavar="ROLE", help="The role that judges, such as nätverksansvarig; never a person.")
@click.option("--date", metavar="DATE", help="When it is judged, such as 2026-01-31; today unless given.")
@options.workspace
@options.language
@options.quiet
@options.table
def duplicates(
    request: Request,
    listing: bool,
    only: str | None,
    filled: Path | None,
    undo: bool,
    by: str | None,
    date: str | None,
) -> None:
    """Go through pairs of actors that may be one, or one a part of the other, and keep what is judged in the table identity.

    Each pair is asked about once: y yes, n different, p part of, m the same, l later, u undo, q quit (in Swedish j, n, d, m, s, å, q). Of
    two that are the same the first stays and takes over the other's name, relationships and whatever else it has; nothing is deleted from
    the tables. With -o FILE.xlsx or FILE.csv the pairs become a sheet to fill in, which --from reads back. Judgements hold at every load;
    what follows from them is not asked.
    """
    from actormap.workspace import require_valid
    from actormap.workspace.identity import ledger, sheet, waiting

    named = session.place_of(request.workspace)
    read = session.read(named, request)
    if not read.files:
        require_valid(read)  # where there are no tables there is no pair, and no use in saying so
    lang = request.lang or read.language
    if undo:
        n = ledger.take_back(named)
        output.say(output.texts(lang)("duplicates.taken_back", n=n), request)
        _say_changes(read, named, lang, request)
    elif filled is not None:
        day = session.the_day(date)
        new = [each.completed(by=by, date=day) for each in sheet.read(filled, read.vocabulary, lang)]
        _say_written(ledger.write(named, new), read, named, lang, request)
    else:
        if read.errors:
            output.say(output.texts(lang)("duplicates.errors", place=named), request)
        with session.progress("Comparing names", request) as advance:
            pairs = [each for each in waiting.pairs(read, advance) if only in (None, each.asked)]
        if listing or request.form or request.output or not sys.stdin.isatty():
            _list(pairs, read, named, lang, request)
        else:
            _ask(pairs, read, named, lang, request, by=by, day=session.the_day(date))


def _list(pairs: Sequence[Candidate], read: Workspace, named: str, lang: str, request: Request) -> None:
    from actormap.output.duplicates import listed
    from actormap.workspace.identity import sheet

    form, texts = output.form_of(request), output.texts(lang)
    if form in FILLED_IN:
        output.need_file(form, request.output, "duplicates")
        written = sheet.write(pairs, texts, as_workbook=form == "xlsx")
        output.deliver(written if request.output else written.decode("utf-8-sig"), texts, request)
        if request.output:
            told = "joined" if read.joined else "read_only" if read.builtin else "sheet"
            output.say(texts(f"duplicates.{told}", place=named, file=request.output), request)
    else:
        output.answer(listed(pairs, texts, read.title), output.writer_for(read.vocabulary, lang), request)


def _ask(pairs: Sequence[Candidate], read: Workspace, named: str, lang: str, request: Request, *, by: str | None, day: str) -> None:
    from actormap.cli.walk import Asker
    from actormap.workspace.combination import places
    from actormap.workspace.identity import ledger
    from actormap.workspace.identity.journal import WalkJournal
    from actormap.workspace.identity.walk import Walk

    journal = WalkJournal.of(read.base, read.workbook) if read.base else None
    kept = [each for each in journal.kept() if {each.a, each.b} <= read.snapshot.by_id.keys()] if journal else []
    if not pairs and not kept:
        click.echo(output.texts(lang)("duplicates.none"))
        return
    places.one(named, "judgements are kept in")
    if read.builtin:
        raise UsageError(
            f"The built-in workspace {read.title} is read-only.",
            hint="Say --list to see the pairs, or make a copy of your own: actormap init my-gria --from gria",
        )
    width = max(NARROWEST, min(shutil.get_terminal_size().columns, screen.READABLE))
    if kept:
        output.say(output.texts(lang)("duplicates.taken_up", n=len(kept)), request)
    walk = Walk(tuple(pairs), read.judgements, kept, journal)
    Asker(_typed, click.echo, width, output.writer_for(read.vocabulary, lang, read.snapshot), by, day).go(walk, read)
    n = ledger.write(named, walk.new)
    if journal:
        journal.close()
    _say_written(n, read, named, lang, request)


def _typed(prompt: str) -> str | None:
    try:
        typed: str = click.prompt(prompt, default="", show_default=False, prompt_suffix="")
    except click.Abort:  # the end of the input, or Ctrl-C: what has been judged so far is kept
        click.echo()
        return None
    return typed


def _say_written(n: int, before: Workspace, named: str, lang: str, request: Request) -> None:
    texts = output.texts(lang)
    output.say(texts("duplicates.written", n=n, place=named) if n else texts("duplicates.unchanged"), request)
    if n:
        _say_changes(before, named, lang, request)


def _say_changes(before: Workspace, named: str, lang: str, request: Request) -> None:
    """Tell what figures have changed, and of judgements what is wrong with them."""
    from actormap import workspace as sources
    from actormap.atlas import identity
    from actormap.output import listings
    from actormap.workspace.schema.rows import IDENTITY

    after, texts = sources.read(named), output.texts(lang)
    for each in identity.changes(before, after):
        output.say(texts(f"duplicates.{each.what}", name=each.name, whole=each.whole, before=each.before, after=each.after), request)
    wrong = [problem for problem in after.problems if problem.key.startswith("judged_") and IDENTITY in problem.file]
    if wrong:
        output.say(listings.lines(listings.problems(wrong, texts, after.title), texts).rstrip("\n"), request)


COMMANDS = (duplicates,)
