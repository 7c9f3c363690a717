"""The command that writes down what the network itself says: answer."""

from __future__ import annotations

from typing import Any

import click

from actormap.cli import options, session
from actormap.errors import UsageError
from actormap.model import dates

ANSWERS = {"yes": "yes", "no": "no", "unknown": "unknown", "ja": "yes", "nej": "no", "okänt": "unknown"}


@click.command()
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
def answer(undo: bool, listing: bool, **given: Any) -> None:
    """Record what the network itself says of a cell of its required coverage: ROW COLUMN yes, no or unknown (ja, nej, okänt).

    The answer becomes a line of its own in the workspace's table coverage, with its document; it goes before what the sources say. A no
    makes the cell missing today. An answer to what is answered already takes its place, and unknown takes the answer away. In a workbook,
    pictures and charts are not kept; --undo gives them back too.
    """
    place = session.place_of(given.pop("workspace"))
    if undo:
        _take_back(place, given)
    elif listing:
        _list(place, given)
    elif None in (given["row"], given["column"], given["said"]):
        raise UsageError("ROW, COLUMN and yes, no or unknown are needed.", hint="actormap coverage lists the rows and columns.")
    else:
        _record(place, given)


def _take_back(place: str, given: dict[str, Any]) -> None:
    from actormap.workspace.editing import answers

    told = answers.take_back(place)
    _say("taken_back", told, told["answer"], place, given)


def _list(place: str, given: dict[str, Any]) -> None:
    from actormap.atlas.open import open_atlas

    atlas = open_atlas(place, lang=given["lang"])
    writer = session.writer(atlas.vocabulary, atlas.lang)
    session.answer(atlas.answers(given["network"]), writer, given["form"], given["output"], quiet=given["quiet"])


def _record(place: str, given: dict[str, Any]) -> None:
    from actormap.workspace.editing import answers

    date = session.a_date(given["date"], "--date") or dates.today()
    said = answers.RoomAnswer(ANSWERS[given["said"]], date, given["by"], given["document"])
    told = answers.record(
        place, given["row"], given["column"], said, municipality=given["municipality"], network=given["network"], lang=given["lang"]
    )
    _say("removed" if said.answer == answers.UNKNOWN else "recorded_by" if said.by else "recorded", told, said.answer, place, given)


def _say(key: str, about: Any, said: str, place: str, given: dict[str, Any]) -> None:
    """Tell what has been done, and what the cell is now."""
    from actormap.atlas.open import open_atlas

    atlas = open_atlas(place, lang=given["lang"])
    texts = session.texts(atlas.lang)
    cell = f"{about['column']} ({about['municipality']})" if about["municipality"] else about["column"]
    session.say(
        texts(f"answer.{key}", cell=cell, answer=texts(f"words.answer.{said}"), by=about["by"], date=about["date"]), quiet=given["quiet"]
    )
    for row in atlas.coverage(about["network"]).rows:
        if all(row[name] == about[name] for name in ("row", "column", "municipality")):
            session.say(texts("answer.state", state=texts(f"words.state.{row['state']}")), quiet=given["quiet"])


COMMANDS = (answer,)
