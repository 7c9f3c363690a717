"""The commands that review a network: others, clusters, review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actormap.cli import options, output, screen, session
from actormap.cli.command import SURE, command, option
from actormap.cli.request import Request
from actormap.output.terminal import PROGRAM, Terminal

if TYPE_CHECKING:
    from actormap.analysis.result import Result
    from actormap.atlas.atlas import Atlas
    from actormap.report.review.document import Section
    from actormap.report.review.writer import Pen

RESAMPLES = 30


@command(short="List who is near the network, and whom no source names.")
@options.network
@options.no_lift
@options.selection
@options.source
@options.table
def others(request: Request, network: str | None) -> None:
    """List who else there is round the network in focus: who is near, and whom no source names.

    Actors that no member meets in any network or project, with the way to them; the checklist of professions and kinds of actor (in the
    workspace's actormap.toml), each named or "named in no source"; groups that sources name without their members.
    """
    from actormap.report.review import outsiders as words

    atlas = session.open(request)
    result = atlas.others(network, lift=request.lift)
    if output.form_of(request) in output.IN_WORDS:
        _tell(words.write(result, _pen(atlas, screen.terminal(request))), atlas, request)
    else:
        _hand_over([result], atlas, request)


@command(short="Gather the actors round each question.")
@options.network
@options.date
@options.no_lift
@options.selection
@options.source
@options.table
def clusters(request: Request, network: str | None, date: str | None) -> None:
    """Gather the actors round each question: who could carry an application, who is not in it, what it lacks.

    And which projects say how young people take part; for the others that is unknown, never a no. --date tells which projects go on.
    """
    from actormap.model import dates
    from actormap.report.review import clusters as words

    atlas = session.open(request)
    day = session.a_date(date) or atlas.selection.at or dates.today()
    result, participation = atlas.clusters(network, date=day, lift=request.lift), atlas.participation(lift=request.lift)
    if output.form_of(request) in output.IN_WORDS:
        _tell(words.write(result, participation, _pen(atlas, screen.terminal(request))), atlas, request)
    else:
        _hand_over([result, participation], atlas, request)


@command(short="Review a network, from its composition to its direction.")
@options.network
@options.seats("How many to invite.", name="seats")
@option("--no-certainty", is_flag=True, heading=SURE, help="Do not say how sure the invitation is; quicker, for scripts.")
@options.seed
@options.date
@options.selection
@options.source
@options.output("table", "md", "json", "xlsx")
def review(request: Request, network: str | None, seats: int, no_certainty: bool, seed: int, date: str | None) -> None:
    """Review a network from its composition to its direction, in plain sentences, with where it is said.

    The present state, required coverage, others round it, whom to invite, what ends, posts that everything hangs on, five fields
    (composition, form, function, purpose, direction), groups round each question, and the questions to take up.
    """
    from actormap.report.review import page

    atlas = session.open(request)
    day, form = session.the_day(date), output.form_of(request)
    output.need_file(form, request.output, "review")
    # No time budget: a review is the same bytes on a slow machine.
    certainty = None if no_certainty else {"resamples": RESAMPLES, "budget": None, "seed": seed}
    result = atlas.review(network, date=day, seats=seats, certainty=certainty)
    writer = output.writer_for(atlas.vocabulary, atlas.lang)
    written = page.write(result, form, writer, atlas.snapshot, output.width_of_text(request))
    output.deliver(screen.folded(str(written), request) if form == output.TABLE else written, writer.texts, request)


def _tell(section: Section, atlas: Atlas, request: Request) -> None:
    from actormap.report.review import document

    form, texts = output.form_of(request), output.texts(atlas.lang)
    written = document.write(section, form, output.width_of_text(request))
    output.deliver(screen.folded(written, request) if form == output.TABLE else written, texts, request)


def _hand_over(results: list[Result], atlas: Atlas, request: Request) -> None:
    """Give results to a program as they are, or to a reader of sheets with names instead of ids."""
    if output.form_of(request) == "xlsx":
        from actormap.report.review.sheets import readable

        results = [readable(each, _pen(atlas)) for each in results]
    first, *more = results
    output.answer(first, output.writer_for(atlas.vocabulary, atlas.lang), request, *more)


def _pen(atlas: Atlas, terminal: Terminal = PROGRAM) -> Pen:
    from actormap.report.review import page

    return page.pen_for(output.writer_for(atlas.vocabulary, atlas.lang), atlas.snapshot, terminal)


COMMANDS = (others, clusters, review)
