"""The commands about methods and success factors in the graph: factors list, show, meetings, municipalities, results."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from actormap.cli import options, output, session
from actormap.cli.command import command
from actormap.cli.request import Request
from actormap.cli.subcommands import Subcommands

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas
    from actormap.atlas.factors import FactorAtlas

DAY = click.option("--date", metavar="DATE", help="The day to look at, such as 2026-01-31; today unless given.")


@click.group(cls=Subcommands, short_help="Ask who carries methods and factors, and who should meet.")
def factors() -> None:
    """Ask the graph about methods and success factors: who carries them today, what ends with a project, who should meet.

    Without one of these names it lists them, and takes the options of `actormap factors list`. An actor carries what is used by a project,
    part or workshop that it takes part in, as long as that goes on; what is said of a part is not taken up to the whole. What nobody has
    said is unknown, and never that something is not used.
    """


@command("list", short="List them: who carries each today, and what ends with one project.")
@DAY
@options.evidence
@options.sayings
@options.source
@options.table
def list_(request: Request, date: str | None) -> None:
    """List the methods and factors: how many carry each today, did before, or may, and the one project with which it ends.

    A project without dates of its own has those of its whole or programme; where there are none it is unknown whether it goes on.
    """
    atlas, asked = _open(request, date)
    output.show(asked.list(), atlas, request)


@command("show", short="Say who carries one, through what, and until when.")
@click.argument("factor")
@DAY
@options.evidence
@options.sayings
@options.source
@options.table
def show(request: Request, factor: str, date: str | None) -> None:
    """Say who carries one method or factor (id, name or alias): today, before, or not known; through what, and until when."""
    atlas, asked = _open(request, date)
    output.show(asked.carriers(factor), atlas, request)


@command("meetings", short="List projects that share factors and no actor: who should meet.")
@DAY
@click.option("--ended", is_flag=True, help="Take projects along that have ended: those who took part may be there still.")
@options.top("How many pairs to list.", default=20)
@options.evidence
@options.sayings
@options.source
@options.form
def meetings(request: Request, date: str | None, ended: bool, top: int) -> None:
    """List the pairs of projects that share methods or factors and have no actor in common.

    Each is held against chance: a network in which every project uses as many and each method is as common (Saracco et al. 2015). A pair
    is sure if it stands when all pairs are tested at once, at most 5 per cent of those found being chance (Benjamini & Hochberg 1995).
    """
    atlas, asked = _open(request, date)
    output.show(asked.meetings(ended=ended, top=top), atlas, request)


@command("municipalities", short="List which municipalities have met which, and when.")
@DAY
@options.evidence
@options.sayings
@options.source
@options.table
def municipalities(request: Request, date: str | None) -> None:
    """List the methods and factors that each municipality has met, in what it takes part in and what is carried out in it."""
    atlas, asked = _open(request, date)
    output.show(asked.places(), atlas, request)


@command("results", short="List who took part in most of what worked, against chance.")
@options.evidence
@options.sayings
@options.source
@options.table
def results(request: Request) -> None:
    """List who took part in most of the projects, parts and workshops that reached something, by the coded answers on an ordinal scale.

    Being in many is no merit: each is held against drawing as many of them by lot, all actors tested at once.
    """
    atlas, asked = _open(request, None)
    output.show(asked.outcomes(), atlas, request)


def _open(request: Request, date: str | None) -> tuple[Atlas, FactorAtlas]:
    day = session.the_day(date)
    atlas = session.open(request)
    return atlas, atlas.factors(day)


for _each in (list_, show, meetings, municipalities, results):
    factors.add_command(_each)

COMMANDS = (factors,)
