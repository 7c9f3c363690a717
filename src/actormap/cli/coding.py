"""The command about what is coded of projects: agreement."""

from __future__ import annotations

import click

from actormap.cli import options, output, session
from actormap.cli.command import command
from actormap.cli.request import Request, names
from actormap.model.choices import CODED_UNITS


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


COMMANDS = (agreement,)
