"""The commands about single actors: centrality, cutpoints, brokers, gaps, salience, explain, question."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import click

from actormap.cli import options, output, screen, session
from actormap.cli.command import command
from actormap.cli.request import Request, Resampling, names
from actormap.output import pictures

if TYPE_CHECKING:
    from actormap.analysis.actor.profile import Explanation
    from actormap.output.cells import Writer
    from actormap.output.terminal import Terminal


@command(short="Rank actors and venues, and say how sure each rank is.")
@click.option("--measure", "-m", metavar="NAME,…", default="degree", show_default=True, help="The first ranks; the others stand beside it.")
@options.top("So many actors and so many venues, and who ties with the last.")
@options.seats("The chance to be among how many.")
@click.option("--by-kind", is_flag=True, help="Rank each kind by itself.")
@click.option("--raw", is_flag=True, help="Scores as they are counted, not normalised.")
@options.certainty
@options.picture("Draw the intervals of the ranks (SVG).")
@options.ranking
def centrality(request: Request, resampling: Resampling, measure: str, top: int | None, k: int, by_kind: bool, raw: bool) -> None:
    """Rank actors and venues: who takes part in most, who stands between.

    \b
    Measures (normalised for two-mode data as Borgatti & Everett 1997):
    {measures}

    Every place comes with the interval it may lie in (5th to 95th percentile when a tenth of the statements is left out) and the chance to
    be among the first k, where those who tie share what is left of the k places. The chance supposes that a tenth of all statements is
    missing, or what --share says, anywhere alike: that much is added again and again, to each by an estimate of how apt it is to have ties
    (multiple imputation). In generated networks with a tenth of the statements hidden, the interval held the true rank in 90 to 93 cases of
    100, depending on the measure, and of those told to be among the first with some chance about as many were (benchmarks/README.md).
    Betweenness is fragile when statements are missing, degree and closeness are robust (Borgatti, Carley & Krackhardt 2006).
    """
    atlas = session.open(request)
    with session.progress("Resampling", request) as advance:
        certainty = None if resampling.no_certainty and not request.picture else {**resampling.wanted, "progress": advance}
        result = atlas.centrality(names(measure), normalised=not raw, top=top, k=k, by_kind=by_kind, certainty=certainty, **request.view())
    output.show(result, atlas, request, picture=pictures.draw)


@command(short="List whom the network cannot do without.", also=("articulation-points",))
@options.analysis
def cutpoints(request: Request) -> None:
    """List whom the network cannot do without: it falls into more parts when they go."""
    atlas = session.open(request)
    result = atlas.cutpoints(**request.view())
    output.show(result, atlas, request)


@command(short="List who links which groups.", also=("brokerage",))
@options.by
@options.seed
@options.analysis
def brokers(request: Request, by: str, seed: int) -> None:
    """List who links which groups (Gould & Fernandez 1989), in the actors view unless another is named.

    \b
    coordinator   links two of its own group
    itinerant     links two of one other group
    gatekeeper    links its own group with another;
                  in ties without direction the representative is the same
    liaison       links two different other groups
    """
    atlas = session.open(request)
    result = atlas.brokers(by, seed=seed, **request.view("actors"))
    output.show(result, atlas, request)


@command(short="List what the sources show no sign of.")
@options.network
@options.no_lift
@options.finding
def gaps(request: Request, network: str | None) -> None:
    """List what the sources show no sign of, round the network in focus.

    Organisations without a seat in it, municipalities that take part in no project, themes that nobody in it works with.
    A gap says that there is no relationship in these sources, never that somebody is inactive.
    """
    atlas = session.open(request)
    result = atlas.gaps(network, lift=request.lift)
    output.show(result, atlas, request)


@command(short="Say who has power, interest and a claim, and who has no voice.", also=("stakeholders",))
@options.network
@options.finding
def salience(request: Request, network: str | None) -> None:
    """Say who has power, interest, a rightful and an urgent claim, and who is affected but has no voice.

    \b
    The tables of actors and municipalities may have these columns (in
    Swedish: makt, intresse, legitimitet, angelägenhet):
      power        can make others do what it wants
      interest     is affected by the question
      legitimacy   has a rightful claim
      urgency      has a claim that cannot wait

    A cell is yes or no, high or low, or a number from 0 to 5, where more than 2.5 is high. A column with no numbers but 0 and 1 means no
    and yes by them. What is not filled in is unknown. Power and interest give one of four fields; power, legitimacy and urgency one of the
    eight classes of Mitchell, Agle & Wood (1997). A seat in the network in focus is a voice.
    """
    atlas = session.open(request)
    result = atlas.salience(network)
    output.show(result, atlas, request)


@command(short="Tell all about one actor, network, project or theme on one page.")
@options.about("actor")
@options.certainty
@options.finding
def explain(request: Request, resampling: Resampling, actor: str | None) -> None:
    """Tell all about one actor on one page: what it takes part in, what it alone connects, how sure that is.

    ACTOR is an id, a name or an alias; where there is only one it need not be said. Of a network, a project or a theme it tells what the
    sources say it is, and who and what has to do with it.
    """
    from actormap.output.pages import surroundings

    atlas = session.open(request)
    if actor is not None and not atlas.is_actor(actor):
        most = request.top or surroundings.MOST
        found = atlas.surroundings(actor)
        asked = atlas.factors()
        carriers = asked.carriers(found.subject["id"]) if asked.has(found.subject["id"]) else None
        told = partial(surroundings.write, most=most, carriers=carriers)
        output.show(found, atlas, request, besides=[carriers] if carriers else (), prose=told)
        return
    with session.progress("Resampling", request) as advance:
        result = atlas.explain(actor, **resampling.certainty, progress=advance)
    output.show(result, atlas, request, prose=partial(_explained, terminal=screen.terminal(request)))


def _explained(result: Explanation, writer: Writer, markdown: bool, *, terminal: Terminal) -> str:
    from actormap.output.pages import profile

    return (profile.page if markdown else profile.text)(result, writer, terminal)


@command(short="Say which relationship is most worth asking about.")
@click.option("--measure", "-m", default="degree", show_default=True, metavar="NAME", help="The ranking that is in doubt.")
@options.seats("How many are the top.")
@options.top("How many questions to list.", default=10, formerly=("--limit",))
@options.share
@options.seconds
@options.seed
@options.ranking
def question(request: Request, measure: str, k: int, top: int, share: float, budget: float, seed: int) -> None:
    """Say which relationship is most worth asking about: whose answer would settle most of the doubt about the top."""
    atlas = session.open(request)
    with session.progress("Trying answers", request) as advance:
        result = atlas.question(measure, top=k, share=share, budget=budget, seed=seed, progress=advance, **request.view())
    output.show(replace(result, rows=result.rows[:top]), atlas, request)


COMMANDS = (centrality, cutpoints, brokers, gaps, salience, explain, question)
