"""The commands about what is coded of projects: code, agreement."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actormap.cli import options, output, screen, session
from actormap.cli.command import command, option
from actormap.cli.request import Request, names
from actormap.errors import UsageError
from actormap.model.choices import BUILT_IN, CODED_UNITS

if TYPE_CHECKING:
    from actormap.model.coding import CodedAnswer
    from actormap.workspace import Workspace
    from actormap.workspace.coding.task import CodingTask

FORMS = ("xlsx", "html")
NARROWEST = 40
OF_ONES_OWN = "mine"  # what the copy is called in which answers about a built-in or joined workspace are kept


@command(short="Code a project: answer the set questions about it.")
@options.about("project", needed=False)
@option("--by", "coder", formerly=("--as",), metavar="ROLE", help="The role that codes, such as analyst; never a person.")
@click.option(
    "--text", "page", type=options.A_FILE, metavar="FILE", help="The page to read, saved as text, HTML or PDF; shown and not kept."
)
@click.option("--document", metavar="NAME", help="The document that is read, by id or title; the project's own unless given.")
@click.option("--questions", metavar="NAME,…", help="Only these set questions, by id or group.")
@click.option("--from", "filled", type=options.A_FILE, metavar="FILE", help="Read answers from a sheet, or a file that the page has saved.")
@click.option("--undo", is_flag=True, help="Take back the answers that were last written, byte by byte.")
@click.option("--date", metavar="DATE", help="When it is coded, such as 2026-01-31; today unless given.")
@options.workspace
@options.language
@options.quiet
@options.output(*FORMS)
def code(
    request: Request,
    project: str | None,
    coder: str | None,
    page: Path | None,
    document: str | None,
    questions: str | None,
    filled: Path | None,
    undo: bool,
    date: str | None,
) -> None:
    """Code PROJECT: answer the set questions about it, one by one in the terminal, in a workbook or on a page beside its text.

    With -o FILE.xlsx the questions become a sheet with a list of answers for each, with -o FILE.html a page that needs no network and shows
    the text beside them; --from reads either back. A question that is passed by is not seen: that is no answer. Silent is for whoever has
    read the whole, not measured is the source's own word. What has been coded before by the same role stands there to be changed; other
    roles' answers are never touched. The workspace keeps where it stands, never the text. Personal data are refused.
    """
    from actormap import workspace as sources
    from actormap.workspace.coding import filled_sheet as sheets
    from actormap.workspace.coding import ledger, task
    from actormap.workspace.editing.answers import refuse_personal

    place = session.place_of(request.workspace)
    refuse_personal(coder, "coder")
    read = sources.read(place)
    lang = request.lang or read.language
    if undo:
        output.say(output.texts(lang)("coding.taken_back", n=ledger.take_back(place)), request)
    elif filled is not None:
        sources.require_valid(read)
        _write(sheets.read(filled, read, lang, coder=coder), place, lang, request, date)
    elif project is None:
        raise UsageError("PROJECT is needed.", hint="actormap projects lists the projects; --from FILE reads answers back.")
    else:
        asked = task.of(read.snapshot, project, coder=coder, document=document, groups=names(questions), file=page)
        if asked.page and asked.page.is_about_another(asked.project):
            told = asked.page.name or asked.page.number
            output.say(output.texts(lang)("coding.other_page", file=asked.page.file, page=told, project=asked.project.name), request)
        if request.form or request.output:
            home = _home(read, place)
            _hand_out(asked, home, lang, request, own=home not in BUILT_IN)
        else:
            _write(_walked(asked, read, place, lang), place, lang, request, date)


def _home(read: Workspace, place: str) -> str:
    """Return where answers are kept: the place itself, or of several that are joined the first that has set questions."""
    from actormap import workspace as sources

    return next((each for each in read.joined if sources.read(each).snapshot.questions), place)


def _hand_out(asked: CodingTask, place: str, lang: str, request: Request, *, own: bool) -> None:
    from actormap.output.coding import page
    from actormap.workspace.coding import sheet

    form, texts = output.form_of(request, FORMS[0], FORMS), output.texts(lang)
    if request.output is None:
        raise UsageError(f"A {form} answer needs a file.", hint=f"Say --output {asked.project.id}.{form}")
    output.deliver(page.write(asked, texts) if form == "html" else sheet.write(asked, texts), texts, request)
    output.say(
        texts(f"coding.{'page' if form == 'html' else 'sheet'}_written", file=request.output, place=place if own else OF_ONES_OWN), request
    )
    if not own:
        output.say(texts("coding.not_here", place=place, own=OF_ONES_OWN), request)


def _walked(asked: CodingTask, read: Workspace, place: str, lang: str) -> Iterable[CodedAnswer]:
    from actormap.cli.coding_walk import CodingWalk
    from actormap.workspace.combination import places
    from actormap.workspace.schema import closed_lists

    if not sys.stdin.isatty():
        raise UsageError("There is no terminal to ask in.", hint="Say -o FILE.xlsx or -o FILE.html, and read it back with --from.")
    if (home := _home(read, place)) in BUILT_IN:
        raise UsageError(
            f"The built-in workspace {home} is read-only.", hint=f"Make a copy of your own: actormap init {OF_ONES_OWN} --from {home}"
        )
    places.one(place, "answers are kept in")
    if asked.coder is None:
        raise UsageError("It is not said who codes.", hint="Say --by ROLE, such as --by analyst; a role, never a person.")
    width = max(NARROWEST, min(shutil.get_terminal_size().columns, screen.READABLE))
    return CodingWalk(_typed, click.echo, width, output.texts(lang), asked, closed_lists.lists(read.vocabulary)).go()


def _typed(prompt: str) -> str | None:
    try:
        typed: str = click.prompt(prompt, default="", show_default=False, prompt_suffix="")
    except click.Abort:  # the end of the input, or Ctrl-C: what has been answered so far is kept
        click.echo()
        return None
    return typed


def _write(answers: Iterable[CodedAnswer], place: str, lang: str, request: Request, date: str | None) -> None:
    from actormap.workspace.coding import ledger

    texts, given = output.texts(lang), tuple(answers)
    if not given:
        output.say(texts("coding.nothing"), request)
        return
    done = ledger.write(place, given, session.the_day(date))
    if done.written:
        output.say(texts("coding.written", place=place, added=done.added, changed=done.changed, unchanged=done.unchanged), request)
    else:
        output.say(texts("coding.unchanged", place=place, n=done.unchanged), request)


@command(short="Say how far coders agree, and list what they do not.")
@click.option("--questions", metavar="NAME,…", help="Only these set questions, by id or group.")
@click.option(
    "--unit",
    type=click.Choice(CODED_UNITS),
    default=CODED_UNITS[0],
    show_default=True,
    help="What is compared: a project in one document, or a project whatever the document.",
)
@click.option("--disagreements", is_flag=True, help="List what coders have coded otherwise, one by one.")
@options.source
@options.table
def agreement(request: Request, questions: str | None, unit: str, disagreements: bool) -> None:
    """Say how far coders agree, question by question, as soon as two of them have coded the same.

    Cohen's kappa is for two coders, Krippendorff's alpha for any number, also where not all have coded everything: 1 is full agreement, 0
    what chance gives. Silent and not measured are answers like others; where the answers have an order a second alpha minds how far apart
    they are. Free texts are not compared. What a coder has answered in two ways is left out, and counted. Nothing is ever averaged: a
    disagreement is listed with --disagreements, until the coders settle it.
    """
    atlas = session.open(request)
    found = atlas.agreement(unit=unit, wanted=names(questions))
    if disagreements and found.disagreements is not None:
        output.show(found.disagreements, atlas, request)
    else:
        output.show(found, atlas, request)


COMMANDS = (code, agreement)
