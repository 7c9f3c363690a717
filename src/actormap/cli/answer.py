"""The command that writes down what the network itself says: answer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import click

from actormap.cli import options, output, session
from actormap.cli.command import command
from actormap.cli.request import Request
from actormap.errors import UsageError

ANSWERS = {"yes": "yes", "no": "no", "unknown": "unknown", "ja": "yes", "nej": "no", "okänt": "unknown"}


@command(short="Record what the network itself says of a cell.")
@click.argument("row", required=False)
@click.argument("column", required=False)
@click.argument("said", metavar="[yes|no|unknown]", type=click.Choice(tuple(ANSWERS)), required=False)
@click.option("--municipality", metavar="NAME", help="The municipality, where the cell is one of each of them.")
@click.option("--by", metavar="ROLE", help="The role that answered, such as nätverksansvarig; never a person.")
@click.option("--document", metavar="NAME", help="The meeting or inquiry where it was said, by id or title; made if it is new.")
@click.option("--date", metavar="DATE", help="When it was said, such as 2026-01-31; today unless given.")
@options.network
@click.option("--undo", is_flag=True, help="Take back the latest answer, byte by byte.")
@click.option("--list", "listing", is_flag=True, help="List the answers that hold.")
@options.workspace
@options.language
@options.quiet
@options.table
def answer(
    request: Request,
    row: str | None,
    column: str | None,
    said: str | None,
    municipality: str | None,
    by: str | None,
    document: str | None,
    date: str | None,
    network: str | None,
    undo: bool,
    listing: bool,
) -> None:
    """Record what the network itself says of a cell of its required coverage: ROW COLUMN yes, no or unknown (ja, nej, okänt).

    The answer becomes a line of its own in the workspace's table coverage, with its document; it goes before what the sources say. A no
    makes the cell missing today. An answer to what is answered already takes its place, and unknown takes the answer away. In a workbook,
    pictures and charts are not kept; --undo gives them back too.
    """
    from actormap.workspace.editing import answers

    place = session.place_of(request.workspace)
    if undo:
        written = answers.take_back(place)
        _say("taken_back", written, written["answer"], place, request)
    elif listing:
        _list(place, network, request)
    elif row is None or column is None or said is None:
        raise UsageError("ROW, COLUMN and yes, no or unknown are needed.", hint="actormap coverage lists the rows and columns.")
    else:
        new = answers.RoomAnswer(ANSWERS[said], session.the_day(date), by, document)
        written = answers.record(place, row, column, new, municipality=municipality, network=network, lang=request.lang)
        _say("removed" if new.answer == answers.UNKNOWN else "recorded_by" if by else "recorded", written, new.answer, place, request)


def _list(place: str, network: str | None, request: Request) -> None:
    from actormap.atlas.open import open_atlas

    atlas = open_atlas(place, lang=request.lang)
    output.answer(atlas.answers(network), output.writer_for(atlas.vocabulary, atlas.lang), request)


def _say(key: str, about: Mapping[str, Any], said: str, place: str, request: Request) -> None:
    """Tell what has been done, and what the cell is now."""
    from actormap.atlas.open import open_atlas

    atlas = open_atlas(place, lang=request.lang)
    texts = output.texts(atlas.lang)
    cell = f"{about['column']} ({about['municipality']})" if about["municipality"] else about["column"]
    output.say(texts(f"answer.{key}", cell=cell, answer=texts(f"words.answer.{said}"), by=about["by"], date=about["date"]), request)
    for row in atlas.coverage(about["network"]).rows:
        if all(row[name] == about[name] for name in ("row", "column", "municipality")):
            output.say(texts("answer.state", state=texts(f"words.state.{row['state']}")), request)


COMMANDS = (answer,)
