"""The commands about what might be: whatif, sunset, vacant."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actormap.cli import options, output, screen, session
from actormap.cli.command import SURE, command, option
from actormap.cli.request import Request, names
from actormap.errors import UsageError
from actormap.output import pictures

if TYPE_CHECKING:
    from actormap.analysis.change.sunset import Sunset
    from actormap.analysis.change.whatif import WhatIf
    from actormap.analysis.evidence import Grounds
    from actormap.analysis.result import Result
    from actormap.atlas.atlas import Atlas
    from actormap.model.scenario import Scenario
    from actormap.output.cells import Writer
    from actormap.workspace.reading.scenario import Option

REPAIRS = 10  # that are listed unless more are asked for


@command(short="Try a change and see both sides.", also=("scenario",))
@click.argument("file", required=False, type=options.A_FILE)
@click.option("--add-member", metavar="NAME", multiple=True, help="An actor that joins the network in focus.")
@click.option("--remove-member", metavar="NAME", multiple=True, help="An actor that leaves it.")
@click.option("--add", metavar="SOURCE,TYPE,TARGET", multiple=True, help="A relationship that comes; a role may follow.")
@click.option("--remove", metavar="NAME", multiple=True, help="What goes: a name, or a relationship as SOURCE,TYPE,TARGET.")
@click.option("--measure", "-m", metavar="NAME,…", help="The measures to compare  [default: all]")
@option(
    "--resamples",
    type=click.IntRange(min=1),
    default=100,
    show_default=True,
    heading=SURE,
    help="How often to try whether a move is chance.",
)
@options.seed
@options.network
@options.picture("Draw the difference: what comes and goes, marked (HTML).", "--map")
@options.date
@options.analysis
def whatif(
    request: Request,
    file: Path | None,
    add_member: tuple[str, ...],
    remove_member: tuple[str, ...],
    add: tuple[str, ...],
    remove: tuple[str, ...],
    measure: str | None,
    resamples: int,
    seed: int,
    network: str | None,
    date: str | None,
) -> None:
    """Try a change and see both sides: every measure, the seats and the required coverage, before and after.

    FILE is a scenario (TOML) with title, network, add_members, remove_members, remove, and tables [[actors]], [[networks]], [[projects]],
    [[municipalities]], [[themes]], [[relationships]] and [[remove_relationships]] with the columns of the workspace's tables. Nothing is
    saved. What a scenario adds counts as stated, by the document "scenario".
    """
    from actormap.output.pages import whatif as page
    from actormap.workspace.reading import scenario

    changes, day = _changes(add_member, remove_member, add, remove), session.the_day(date)
    atlas = session.open(request)
    with session.speaking(atlas.lang):
        tried = scenario.read(file, changes, atlas.snapshot, atlas.vocabulary, atlas.focus(network))
    measures = {"by": names(measure)} if measure else {}
    result = atlas.whatif(tried, network, resamples=resamples, seed=seed, **measures, **request.view())
    output.show(
        result,
        atlas,
        request,
        evidence=atlas.evidence_of(tie.id for tie in tried.removed.relationships) if request.evidence else None,
        prose=lambda result, writer, markdown: page.page(result, tried, atlas.snapshot, writer, markdown, screen.terminal(request)),
        picture=lambda result, _: _difference(atlas, tried, result, day, seed, network),
    )


def _difference(atlas: Atlas, tried: Scenario, result: WhatIf, date: str, seed: int, network: str | None) -> str:
    from actormap.map import scenario

    return scenario.draw(atlas, tried, result, date, seed=seed, network=network)


def _changes(add_member: tuple[str, ...], remove_member: tuple[str, ...], add: tuple[str, ...], remove: tuple[str, ...]) -> list[Option]:
    """Return each option with the key of a scenario that it fills, and the entries."""
    return [
        ("--add-member", "add_members", list(add_member)),
        ("--remove-member", "remove_members", list(remove_member)),
        ("--add", "relationships", [_row(text, "--add") for text in add]),
        ("--remove", "remove", [text for text in remove if "," not in text]),
        ("--remove", "remove_relationships", [_row(text, "--remove") for text in remove if "," in text]),
    ]


def _row(text: str, option: str) -> dict[str, str]:
    words = [word.strip() for word in text.split(",")]
    if not 3 <= len(words) <= 4 or not all(words):
        raise UsageError(f'{option} "{text}" is no relationship.', hint="Write SOURCE,TYPE,TARGET, such as vgr,member_of,gria.")
    return dict(zip(("source", "type", "target", "role"), words, strict=False))


@command(short="Say what ends with a project, and the smallest repairs.")
@options.about("project", needed=False)
@click.option("--calendar", is_flag=True, help="List every project that ends, in order, with what ends with it.")
@click.option("--measure", "-m", metavar="NAME,…", default="degree,betweenness", show_default=True, help="Whose ranks to follow.")
@options.top(f"How many smallest repairs to list ({REPAIRS} unless given); with --calendar, how many rows to show.", formerly=("--limit",))
@options.no_lift
@options.picture("With --calendar: draw it (SVG).")
@options.seconds
@options.network
@options.telling
def sunset(
    request: Request, project: str | None, calendar: bool, measure: str, top: int | None, budget: float, network: str | None
) -> None:
    """Say what ends with a project at a date (--at, its own end unless given), and the smallest repairs.

    Relationships that end, pairs that no longer meet, who is parted or left without, ranks that move, themes that nobody else carries; the
    fewest new memberships after which those who lost touch with the network in focus meet again, proven by HiGHS, and what it takes to hang
    together again. What is part of the project ends with it; what has ended by that date counts on neither side.
    PROJECT is an id, a name or an alias.
    """
    if calendar and project is not None:
        raise UsageError("Say either a PROJECT or --calendar.", hint="Such as: actormap sunset plug-in-2 --at 2018-12-31")
    if request.picture is not None and not calendar:
        raise UsageError("--picture draws the calendar.", hint="Say --calendar instead of a PROJECT.")
    if calendar:
        _show_calendar(replace(request, top=top), network)
        return
    at = session.a_date(request.at, "--at")
    atlas = session.open(replace(request, at=None))
    result = atlas.sunset(project, at, network=network, by=names(measure), limit=top or REPAIRS, budget=budget, lift=request.lift)
    output.show(result, atlas, request, evidence=_grounds(request, atlas, result), prose=_sunset)


def _sunset(result: Sunset, writer: Writer, markdown: bool) -> str:
    from actormap.output.pages import sunset as page

    return page.page(result, writer, markdown)


def _show_calendar(request: Request, network: str | None) -> None:
    atlas = session.open(request)
    result = atlas.sunset_calendar(network=network, lift=request.lift)
    output.show(result, atlas, request, evidence=_grounds(request, atlas, result), picture=pictures.draw)


def _grounds(request: Request, atlas: Atlas, result: Result) -> Grounds | None:
    """Return the statements that the rows of a result cite, if they are asked for."""
    return atlas.evidence_of(each for row in result.rows for each in row["relationships"]) if request.evidence else None


@command(short="Say what is left when a post is vacant.")
@click.argument("role", required=False)
@options.network
@options.finding
def vacant(request: Request, role: str | None, network: str | None) -> None:
    """Say what is left when a post is vacant; without ROLE, list all that rests on one post.

    ROLE is the id, name or alias of a role, or a role through which organisations take part, such as KIA-ansvarig.
    """
    atlas = session.open(request)
    result = atlas.vacant(role, network=network) if role else atlas.posts()
    output.show(result, atlas, request, evidence=_grounds(request, atlas, result))


COMMANDS = (whatif, sunset, vacant)
