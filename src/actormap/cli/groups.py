"""The commands about several together, from keyplayers to collaboration, and about time: compare, timeline."""

from __future__ import annotations

from typing import Any

import click

from actormap.cli import options, session
from actormap.cli.ask import asked
from actormap.model import choices

OBJECTIVES = tuple(name.replace("_", "-") for name in choices.OBJECTIVES)


@click.command()
@click.option("-k", "--k", type=click.IntRange(min=1), default=3, show_default=True, help="How many key players.")
@click.option(
    "--objective", type=click.Choice(OBJECTIVES), default="distance-fragmentation", show_default=True, help="What they are best at."
)
@click.option("--m", "steps", type=click.IntRange(min=1), default=2, show_default=True, help="For m-reach: within how many steps.")
@click.option("--outsiders-only", is_flag=True, help="For reach: do not count the key players themselves.")
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def keyplayers(k: int, objective: str, steps: int, outsiders_only: bool, **given: Any) -> None:
    """Find the k actors that hold the network together, or reach most of it (Borgatti 2006).

    All best sets are listed, proven by looking at every set while there are few enough. Otherwise one set is given with a bound that no set
    exceeds, and the answer says whether that proves it best.
    fragmentation and distance-fragmentation ask what is lost without them, distance-reach and m-reach whom they reach.
    """
    quiet = given["quiet"]

    def ask(atlas: Any, view: dict[str, Any]) -> Any:
        with session.progress("Comparing sets", quiet=quiet) as advance:
            return atlas.keyplayers(k, objective, m=steps, outsiders_only=outsiders_only, progress=advance, **view)

    asked(ask, given, view="actors")


@click.command()
@click.option("--runs", type=click.IntRange(min=0), default=20, show_default=True, help="How many more seeds tell how stable it is.")
@options.seed
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def communities(runs: int, seed: int, **given: Any) -> None:
    """Group those who work closely together (Louvain, the same for the same seed)."""
    asked(lambda atlas, view: atlas.communities(seed=seed, runs=runs, **view), given)


@click.command()
@options.seed
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def core(seed: int, **given: Any) -> None:
    """Tell the core from the edge (Borgatti & Everett 1999), in the actors view unless another is named."""
    asked(lambda atlas, view: atlas.core(seed=seed, **view), given, view="actors")


@click.command()
@options.by
@options.seed
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def homophily(by: str, seed: int, **given: Any) -> None:
    """Say whether contacts stay within groups (E-I index with a permutation test), in the actors view unless another is named."""
    asked(lambda atlas, view: atlas.homophily(by, seed=seed, **view), given, view="actors")


@click.command()
@options.evidence
@options.selection
@options.source
@options.table
def overlap(**given: Any) -> None:
    """List which networks share which members."""
    asked(lambda atlas, _: atlas.overlap(), given)


@click.command()
@options.evidence
@options.selection
@options.source
@options.table
def collaboration(**given: Any) -> None:
    """List how closely every two work together by what each of them says.

    Levels go from 0 to 5 (Frey et al. 2006), and those who differ most come first. What is read is the column level of the table
    relationships, and informant for who says so.
    """
    asked(lambda atlas, _: atlas.collaboration(), given)


@click.command()
@click.option("--before", metavar="DATE", help="The earlier date; that of --at is the later one.")
@click.option("--documents-before", metavar="NAME,…", help="The document set to compare with, such as five.")
@click.option("--measure", "-m", metavar="NAME,…", default="degree", show_default=True, help="The ranks to compare.")
@options.certainty
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def compare(before: str | None, documents_before: str | None, measure: str, **given: Any) -> None:
    """Compare two dates or two document sets: who came, who went, whose place has surely changed."""
    from actormap.errors import UsageError

    if before is None and documents_before is None:
        raise UsageError("There is nothing to compare with.", hint="Say --before DATE with --at DATE, or --documents-before NAME.")

    sure, quiet = options.certainty_of(given) or {"resamples": 0}, given["quiet"]

    def ask(atlas: Any, view: dict[str, Any]) -> Any:
        earlier = atlas.narrowed(at=session.a_date(before, "--before")) if before else atlas
        earlier = earlier.narrowed(documents=session.names(documents_before)) if documents_before else earlier
        with session.progress("Resampling", quiet=quiet) as advance:
            return earlier.compare(atlas, session.names(measure), **sure, progress=advance, **view)

    asked(ask, given)


@click.command()
@click.option("--measure", "-m", metavar="NAME,…", default="degree,betweenness", show_default=True, help="Whose first ones to follow.")
@click.option("--picture", "drawing", type=options.A_FILE, metavar="FILE", help="Draw it (SVG).")
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def timeline(measure: str, **given: Any) -> None:
    """Follow the network year by year: its size, its parts, who came and went, who was first."""
    asked(lambda atlas, view: atlas.timeline(session.names(measure), **view), given, picture=_through_the_years)


def _through_the_years(result: Any, texts: Any) -> str:
    from actormap.output.charts import timeline as picture

    return picture.draw(result, texts)


@click.command()
@click.option("--blocks", is_flag=True, help="List the parts that no single loss can split instead (biconnected components).")
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def bridges(blocks: bool, **given: Any) -> None:
    """List the ties that nothing stands in for: without one of them a part of the network falls into two."""
    asked(lambda atlas, view: (atlas.blocks if blocks else atlas.bridges)(**view), given)


@click.command()
@click.argument("actors", nargs=-1)
@options.network
@click.option("--m", "steps", type=click.IntRange(min=1), default=2, show_default=True, help="Within how many steps to reach.")
@options.evidence
@options.view
@options.selection
@options.source
@options.table
def group(actors: tuple[str, ...], network: str | None, steps: int, **given: Any) -> None:
    """Say how central a group is as a whole (Everett & Borgatti 1999), how far it reaches, and what is left without it.

    ACTORS are ids, names or aliases; without any the group is the members of the network in focus. In the actors view unless another is
    named.
    """
    asked(lambda atlas, view: atlas.group(actors, network, m=steps, **view), given, view="actors")


COMMANDS = (keyplayers, group, bridges, communities, core, homophily, overlap, collaboration, compare, timeline)
