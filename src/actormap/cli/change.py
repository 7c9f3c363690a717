"""The commands about what might be: whatif, sunset, vacant."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from actormap.cli import options, session
from actormap.cli.ask import asked


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@click.option("--add-member", metavar="NAME", multiple=True, help="An actor that joins the network in focus.")
@click.option("--remove-member", metavar="NAME", multiple=True, help="An actor that leaves it.")
@click.option("--add", metavar="SOURCE,TYPE,TARGET", multiple=True, help="A relationship that comes; a role may follow.")
@click.option("--remove", metavar="NAME", multiple=True, help="What goes: a name, or a relationship as SOURCE,TYPE,TARGET.")
@click.option("--measure", "-m", metavar="NAME,…", help="The measures to compare  [default: all]")
@click.option("--resamples", type=click.IntRange(min=1), default=100, show_default=True, help="How often to try whether a move is chance.")
@options.seed
@options.network
@click.option("--map", "drawing", type=options.A_FILE, metavar="FILE", help="Draw the difference: what comes and goes, marked (HTML).")
@options.date
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def whatif(file: Path | None, **given: Any) -> None:
    """Try a change and see both sides: every measure, the seats and the required coverage, before and after.

    FILE is a scenario (TOML) with title, network, add_members, remove_members, remove, and tables [[actors]], [[networks]], [[projects]],
    [[municipalities]], [[themes]], [[relationships]] and [[remove_relationships]] with the columns of the workspace's tables. Nothing is
    saved. What a scenario adds counts as stated, by the document "scenario".
    """
    from actormap.model import dates
    from actormap.workspace.reading import scenario

    said = _said(*(given.pop(name) for name in ("add_member", "remove_member", "add", "remove")))
    measure, resamples, seed, network = (given.pop(name) for name in ("measure", "resamples", "seed", "network"))
    day = session.a_date(given.pop("date"), "--date")
    tried: list[Any] = []

    def ask(atlas: Any, view: dict[str, Any]) -> Any:
        with session.speaking(atlas.lang):
            tried[:] = [atlas, scenario.read(file, said, atlas.snapshot, atlas.vocabulary, network or atlas.focal)]
        by = {"by": session.names(measure)} if measure else {}
        return atlas.whatif(tried[1], network, resamples=resamples, seed=seed, **by, **view)

    def told(found: Any, writer: Any, markdown: bool) -> str:
        from actormap.output.pages import whatif as page

        return page.page(found, tried[1], tried[0].snapshot, writer, markdown)

    def drawn(found: Any, _: Any) -> str:
        from actormap.map import scenario as drawing

        return drawing.draw(tried[0], tried[1], found, day or dates.today(), seed=seed, network=network)

    asked(
        ask, given, prose=told, picture=drawn, grounds=lambda atlas, _: atlas.evidence_of(tie.id for tie in tried[1].removed.relationships)
    )


def _said(
    add_member: Sequence[str], remove_member: Sequence[str], add: Sequence[str], remove: Sequence[str]
) -> list[tuple[str, str, list[Any]]]:
    """Return each option with the key of a scenario that it fills, and the entries."""
    return [
        ("--add-member", "add_members", list(add_member)),
        ("--remove-member", "remove_members", list(remove_member)),
        ("--add", "relationships", [_row(text, "--add") for text in add]),
        ("--remove", "remove", [text for text in remove if "," not in text]),
        ("--remove", "remove_relationships", [_row(text, "--remove") for text in remove if "," in text]),
    ]


def _row(text: str, option: str) -> dict[str, str]:
    from actormap.errors import UsageError

    words = [word.strip() for word in text.split(",")]
    if not 3 <= len(words) <= 4 or not all(words):
        raise UsageError(f'{option} "{text}" is no relationship.', hint="Write SOURCE,TYPE,TARGET, such as vgr,member_of,gria.")
    return dict(zip(("source", "type", "target", "role"), words, strict=False))


@click.command()
@click.argument("project", required=False)
@click.option("--calendar", is_flag=True, help="List every project that ends, in order, with what ends with it.")
@click.option("--measure", "-m", metavar="NAME,…", default="degree,betweenness", show_default=True, help="Whose ranks to follow.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many smallest repairs to list.")
@click.option("--no-lift", is_flag=True, help="Let units and sub-projects stand for themselves.")
@click.option("--picture", "drawing", type=options.A_FILE, metavar="FILE", help="With --calendar: draw it (SVG).")
@options.budget
@options.network
@options.evidence
@options.selection
@options.source
@options.table
def sunset(
    project: str | None, calendar: bool, measure: str, limit: int, no_lift: bool, budget: float, network: str | None, **given: Any
) -> None:
    """Say what ends with a project at a date (--at, its own end unless given), and the smallest repairs.

    Relationships that end, pairs that no longer meet, who is parted or left without, ranks that move, themes that nobody else carries; the
    fewest new memberships after which those who lost touch with the network in focus meet again, proven by HiGHS, and what it takes to hang
    together again. What is part of the project ends with it; what has ended by that date counts on neither side.
    PROJECT is an id, a name or an alias.
    """
    from actormap.errors import UsageError

    if calendar == (project is not None):
        raise UsageError("Say either a PROJECT or --calendar.", hint="Such as: actormap sunset plug-in-2 --at 2018-12-31")
    if given["drawing"] is not None and not calendar:
        raise UsageError("--picture draws the calendar.", hint="Say --calendar instead of a PROJECT.")
    if calendar:
        asked(lambda atlas, _: atlas.sunset_calendar(network=network, lift=not no_lift), given, picture=_calendar, grounds=_cited)
        return
    at = session.a_date(given["at"], "--at")
    given["at"] = None

    def ask(atlas: Any, _: Any) -> Any:
        by = session.names(measure)
        return atlas.sunset(project, at, network=network, by=by, limit=limit, budget=budget, lift=not no_lift)

    asked(ask, given, prose=_sunset, grounds=_cited)


def _sunset(found: Any, writer: Any, markdown: bool) -> str:
    from actormap.output.pages import sunset as page

    return page.page(found, writer, markdown)


def _calendar(found: Any, texts: Any) -> str:
    from actormap.output.charts import calendar as picture

    return picture.draw(found, texts)


def _cited(atlas: Any, found: Any) -> Any:
    return atlas.evidence_of(each for row in found.rows for each in row["relationships"])


@click.command()
@click.argument("role", required=False)
@options.network
@options.evidence
@options.selection
@options.source
@options.table
def vacant(role: str | None, network: str | None, **given: Any) -> None:
    """Say what is left when a post is vacant; without ROLE, list all that rests on one post.

    ROLE is the id, name or alias of a role, or a role through which organisations take part, such as KIA-ansvarig.
    """
    asked(lambda atlas, _: atlas.vacant(role, network=network) if role else atlas.posts(), given, grounds=_cited)


COMMANDS = (whatif, sunset, vacant)
