"""The commands about single actors: centrality, cutpoints, brokers, gaps, salience, explain, question."""

from __future__ import annotations

from typing import Any

import click

from actormap.cli import lists, options, session
from actormap.cli.ask import asked


@click.command(cls=lists.Command)
@click.option("--measure", "-m", metavar="NAME,…", default="degree", show_default=True, help="The first ranks; the others stand beside it.")
@click.option("--top", type=click.IntRange(min=1), help="So many actors and so many venues, and who ties with the last.")
@click.option("--by-kind", is_flag=True, help="Rank each kind by itself.")
@click.option("--raw", is_flag=True, help="Scores as they are counted, not normalised.")
@options.certainty
@click.option("--picture", "drawing", type=options.A_FILE, metavar="FILE", help="Draw the intervals of the ranks (SVG).")
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def centrality(measure: str, top: int | None, by_kind: bool, raw: bool, **given: Any) -> None:
    """Rank actors and venues: who takes part in most, who stands between.

    \b
    Measures (normalised for two-mode data as Borgatti & Everett 1997):
    {measures}

    Every rank comes with the interval it may lie in (5th to 95th percentile when a tenth of the statements is left out) and the chance
    that it is among the top. In generated networks with a tenth of the statements hidden, the interval held the true rank in 90 to 93
    cases of 100, depending on the measure (benchmarks/calibration.py). Betweenness is fragile when statements are missing, degree and
    closeness are robust (Borgatti, Carley & Krackhardt 2006).
    """
    sure, quiet = options.certainty_of(given, given.get("drawing")), given["quiet"]

    def ask(atlas: Any, view: dict[str, Any]) -> Any:
        with session.progress("Resampling", quiet=quiet) as advance:
            certainty = None if sure is None else {**sure, "progress": advance}
            return atlas.centrality(session.names(measure), normalised=not raw, top=top, by_kind=by_kind, certainty=certainty, **view)

    asked(ask, given, picture=_intervals)


def _intervals(result: Any, texts: Any) -> str:
    from actormap.output.charts import intervals

    return intervals.draw(result.certainty, texts)


@click.command()
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def cutpoints(**given: Any) -> None:
    """List whom the network cannot do without: it falls into more parts when they go."""
    asked(lambda atlas, view: atlas.cutpoints(**view), given)


@click.command()
@options.by
@options.seed
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def brokers(by: str, seed: int, **given: Any) -> None:
    """List who links which groups (Gould & Fernandez 1989), in the actors view unless another is named.

    \b
    coordinator   links two of its own group
    itinerant     links two of one other group
    gatekeeper    links its own group with another; in ties without direction the representative is the same
    liaison       links two different other groups
    """
    asked(lambda atlas, view: atlas.brokers(by, seed=seed, **view), given, view="actors")


@click.command()
@options.network
@click.option("--no-lift", is_flag=True, help="Let units and sub-projects stand for themselves.")
@options.evidence
@options.selection
@options.source
@options.table
def gaps(network: str | None, no_lift: bool, **given: Any) -> None:
    """List what the sources show no sign of, round the network in focus.

    Organisations without a seat in it, municipalities that take part in no project, themes that nobody in it works with.
    A gap says that there is no relationship in these sources, never that somebody is inactive.
    """
    asked(lambda atlas, _: atlas.gaps(network, lift=not no_lift), given)


@click.command()
@options.network
@options.evidence
@options.selection
@options.source
@options.table
def salience(network: str | None, **given: Any) -> None:
    """Say who has power, interest, a rightful and an urgent claim, and who is affected but has no voice.

    \b
    The tables of actors and municipalities may have these columns (in Swedish: makt, intresse, legitimitet, angelägenhet):
      power        can make others do what it wants
      interest     is affected by the question
      legitimacy   has a rightful claim
      urgency      has a claim that cannot wait

    A cell is yes or no, high or low, or a number from 0 to 5, where more than 2.5 is high. A column with no numbers but 0 and 1 means no
    and yes by them. What is not filled in is unknown. Power and interest give one of four fields; power, legitimacy and urgency one of the
    eight classes of Mitchell, Agle & Wood (1997). A seat in the network in focus is a voice.
    """
    asked(lambda atlas, _: atlas.salience(network), given)


@click.command()
@click.argument("actor")
@options.certainty
@options.evidence
@options.selection
@options.source
@options.table
def explain(actor: str, **given: Any) -> None:
    """Tell all about one actor on one page: what it takes part in, what it alone connects, how sure that is.

    ACTOR is an id, a name or an alias.
    """
    sure, quiet = options.certainty_of(given) or {"resamples": 0}, given["quiet"]

    def ask(atlas: Any, _: dict[str, Any]) -> Any:
        with session.progress("Resampling", quiet=quiet) as advance:
            return atlas.explain(actor, **sure, progress=advance)

    asked(ask, given, prose=_explained)


def _explained(result: Any, writer: Any, markdown: bool) -> str:
    from actormap.output.pages import profile

    if markdown:
        return profile.page(result, writer)
    return "".join(f"{sentence}\n" for sentence in profile.sentences(result, writer.texts, writer.vocabulary))


@click.command()
@click.option("--measure", "-m", default="degree", show_default=True, metavar="NAME", help="The ranking that is in doubt.")
@click.option("--top", type=click.IntRange(min=1), default=3, show_default=True, help="How many are the top.")
@click.option("--limit", type=click.IntRange(min=1), default=10, show_default=True, help="How many questions to list.")
@options.budget
@options.seed
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def question(measure: str, top: int, limit: int, budget: float, seed: int, **given: Any) -> None:
    """Say which relationship is most worth asking about: whose answer would settle most of the doubt about the top."""
    quiet = given["quiet"]

    def ask(atlas: Any, view: dict[str, Any]) -> Any:
        from dataclasses import replace

        with session.progress("Trying answers", quiet=quiet) as advance:
            found = atlas.question(measure, top=top, budget=budget, seed=seed, progress=advance, **view)
        return replace(found, rows=found.rows[:limit])

    asked(ask, given)


COMMANDS = (centrality, cutpoints, brokers, gaps, salience, explain, question)
