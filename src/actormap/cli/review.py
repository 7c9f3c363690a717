"""The commands that review a network: others, clusters, review."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actormap.cli import options, session
from actormap.cli.ask import SELECTION

if TYPE_CHECKING:
    from actormap.analysis.result import Result
    from actormap.atlas.atlas import Atlas
    from actormap.report.review.document import Section
    from actormap.report.review.writer import Pen

IN_WORDS = ("table", "md")
RESAMPLES = 30


@click.command()
@options.network
@click.option("--no-lift", is_flag=True, help="Let units and sub-projects stand for themselves.")
@options.selection
@options.source
@options.table
def others(network: str | None, no_lift: bool, **given: Any) -> None:
    """List who else there is round the network in focus: who is near, and whom no source names.

    Actors that no member meets in any network or project, with the way to them; the checklist of professions and kinds of actor (in the
    vocabulary; a workspace adds its own), each named or "named in no source"; groups that sources name without their members.
    """
    form, output, quiet, atlas = _opened(given)
    result = atlas.others(network, lift=not no_lift)
    if _in_words(form, output):
        from actormap.report.review import outsiders as words

        _tell(words.write(result, _pen(atlas)), form, output, atlas, quiet=quiet)
        return
    _hand_over([result], form, output, atlas, quiet=quiet)


@click.command()
@options.network
@options.date
@click.option("--no-lift", is_flag=True, help="Let units and sub-projects stand for themselves.")
@options.selection
@options.source
@options.table
def clusters(network: str | None, date: str | None, no_lift: bool, **given: Any) -> None:
    """Gather the actors round each question: who could carry an application, who is not in it, what it lacks.

    And which projects say how young people take part; for the others that is unknown, never a no. --date tells which projects go on.
    """
    from actormap.model import dates

    form, output, quiet, atlas = _opened(given)
    day = session.a_date(date, "--date") or atlas.selection.at or dates.today()
    found, part = atlas.clusters(network, date=day, lift=not no_lift), atlas.participation(lift=not no_lift)
    if _in_words(form, output):
        from actormap.report.review import clusters as words

        _tell(words.write(found, part, _pen(atlas)), form, output, atlas, quiet=quiet)
        return
    _hand_over([found, part], form, output, atlas, quiet=quiet)


@click.command()
@options.network
@click.option("--seats", type=click.IntRange(min=1), default=3, show_default=True, help="How many to invite.")
@click.option("--no-certainty", is_flag=True, help="Do not say how sure the invitation is; quicker, for scripts.")
@options.seed
@options.date
@options.selection
@options.source
@options.output("table", "md", "json", "xlsx")
def review(network: str | None, seats: int, no_certainty: bool, seed: int, date: str | None, **given: Any) -> None:
    """Review a network from its composition to its direction, in plain sentences, with where it is said.

    The present state, required coverage, others round it, whom to invite, what ends, posts that everything hangs on, five fields
    (composition, form, function, purpose, direction), groups round each question, and the questions to take up.
    """
    from actormap.model import dates
    from actormap.report.review import page

    form, output, quiet, atlas = _opened(given)
    day = session.a_date(date, "--date") or dates.today()
    chosen = session.form_of(form, output, "table")
    session.need_file(chosen, output, "review")
    # No time budget: a review is the same bytes on a slow machine.
    certainty = None if no_certainty else {"resamples": RESAMPLES, "budget": None, "seed": seed}
    found = atlas.review(network, date=day, seats=seats, certainty=certainty)
    told = page.write(found, chosen, session.writer(atlas.vocabulary, atlas.lang), atlas.snapshot, _width(output))
    session.deliver(told, output, session.texts(atlas.lang), quiet=quiet)


def _opened(given: dict[str, Any]) -> tuple[str | None, Path | None, bool, Atlas]:
    conditions = {name: given.pop(name) for name in SELECTION}
    form, output = given.pop("form"), given.pop("output")
    return form, output, given["quiet"], session.atlas(**given, conditions=conditions)


def _in_words(form: str | None, output: Path | None) -> bool:
    return session.form_of(form, output, "table") in IN_WORDS


def _tell(told: Section, form: str | None, output: Path | None, atlas: Atlas, *, quiet: bool) -> None:
    from actormap.report.review import document

    written = document.write(told, session.form_of(form, output, "table"), _width(output))
    session.deliver(written, output, session.texts(atlas.lang), quiet=quiet)


def _hand_over(results: list[Result], form: str | None, output: Path | None, atlas: Atlas, *, quiet: bool) -> None:
    """Give results to a program as they are, or to a reader of sheets with names instead of ids."""
    if session.form_of(form, output, "table") == "xlsx":
        from actormap.report.review.sheets import readable

        results = [readable(each, _pen(atlas)) for each in results]
    first, *more = results
    session.answer(first, session.writer(atlas.vocabulary, atlas.lang), form, output, *more, quiet=quiet)


def _pen(atlas: Atlas) -> Pen:
    from actormap.report.review import page

    return page.pen_for(session.writer(atlas.vocabulary, atlas.lang), atlas.snapshot)


def _width(output: Path | None) -> int | None:
    """Return the terminal's width, at most that of a line that is easy to read; None for a file."""
    return min(shutil.get_terminal_size().columns, 100) if output is None and sys.stdout.isatty() else None


COMMANDS = (others, clusters, review)
