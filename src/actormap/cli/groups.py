"""The commands about several together, from keyplayers to ratings, and about time: compare, timeline."""

from __future__ import annotations

import click

from actormap.cli import options, output, session
from actormap.cli.command import command
from actormap.cli.request import Request, Resampling, names
from actormap.errors import UsageError, parameter
from actormap.model import choices
from actormap.output import pictures

OBJECTIVES = tuple(name.replace("_", "-") for name in choices.OBJECTIVES)


@command(short="Find the k actors that hold the network together.", also=("key-players",))
@options.seats("How many key players.")
@click.option(
    "--objective", type=click.Choice(OBJECTIVES), default="distance-fragmentation", show_default=True, help="What they are best at."
)
@click.option("--m", "steps", type=click.IntRange(min=1), default=2, show_default=True, help="For m-reach: within how many steps.")
@click.option("--outsiders-only", is_flag=True, help="For reach: do not count the key players themselves.")
@options.analysis
def keyplayers(request: Request, k: int, objective: str, steps: int, outsiders_only: bool) -> None:
    """Find the k actors that hold the network together, or reach most of it (Borgatti 2006).

    All best sets are listed, proven by looking at every set while there are few enough. Otherwise one set is given with a bound that no set
    exceeds, and the answer says whether that proves it best.
    fragmentation and distance-fragmentation ask what is lost without them, distance-reach and m-reach whom they reach.
    """
    atlas = session.open(request)
    with session.progress("Comparing sets", request) as advance:
        result = atlas.keyplayers(k, objective, m=steps, outsiders_only=outsiders_only, progress=advance, **request.view("actors"))
    if k > result.candidates:
        there = f"There are {result.candidates} to choose from" if result.candidates else "Nobody has a tie in this view"
        raise UsageError(f"{there}, so no {k} can be found.", hint=f"Ask for fewer with {parameter('k')}, or another {parameter('view')}.")
    output.show(result, atlas, request)


@command(short="Group those who work closely together.")
@click.option("--runs", type=click.IntRange(min=0), help="How many seeds to try; the best is kept  [default: 20, fewer if it is large]")
@click.option("--random-networks", type=click.IntRange(min=0), default=20, show_default=True, help="How many to compare with.")
@options.seed
@options.analysis
def communities(request: Request, runs: int | None, random_networks: int, seed: int) -> None:
    """Group those who work closely together (Leiden; in the affiliation view by Barber's modularity), the same for the same seed.

    Several seeds are tried and the best is kept. Figures tell how far the others agree, and how clearly random networks part in which
    everybody has as many ties.
    """
    atlas = session.open(request)
    result = atlas.communities(seed=seed, runs=runs, random_networks=random_networks, **request.view())
    output.show(result, atlas, request)


@command(short="Tell the core from the edge.", also=("core-periphery",))
@options.seed
@options.analysis
def core(request: Request, seed: int) -> None:
    """Tell the core from the edge (Borgatti & Everett 1999), in the actors view unless another is named.

    In the affiliation view the core has actors and venues: those of its actors that take part in its venues (Borgatti & Everett 1997).
    """
    atlas = session.open(request)
    result = atlas.core(seed=seed, **request.view("actors"))
    output.show(result, atlas, request)


@command(short="Say whether contacts stay within groups.", also=("ei-index",))
@options.by
@options.seed
@options.analysis
def homophily(request: Request, by: str, seed: int) -> None:
    """Say whether contacts stay within groups (E-I index with a permutation test), in the actors view unless another is named."""
    atlas = session.open(request)
    result = atlas.homophily(by, seed=seed, **request.view("actors"))
    output.show(result, atlas, request)


@command()
@options.finding
def overlap(request: Request) -> None:
    """List which networks share which members."""
    atlas = session.open(request)
    result = atlas.overlap()
    output.show(result, atlas, request)


@command(short="List how closely every two work together.")
@options.finding
def collaboration(request: Request) -> None:
    """List how closely every two work together by what each of them says.

    Levels go from 0 to 5 (Frey et al. 2006), and those who differ most come first. What is read is the column level of the table
    relationships, and informant for who says so.
    """
    atlas = session.open(request)
    result = atlas.collaboration()
    output.show(result, atlas, request)


@command(short="List how valuable the others think each is, and how far they trust it.", also=("value-and-trust",))
@options.finding
def ratings(request: Request) -> None:
    """List how valuable the others think each is to the collaboration, and how far they trust it, 1 to 4 (PARTNER; Varda et al. 2008).

    Value is the mean of the columns influence, involvement and contribution of the table relationships, trust that of reliability, mission
    and openness. Who says so is the informant, or where none is named the source; of the other end it is said. A cell that is empty is not
    known and no zero, and with fewer than three who rate the answer says so.
    """
    atlas = session.open(request)
    result = atlas.ratings()
    output.show(result, atlas, request)


@command(short="Compare two dates or two document sets.")
@click.option("--before", metavar="DATE", help="The earlier date; that of --at is the later one.")
@click.option("--documents-before", metavar="NAME,…", help="The document set to compare with, such as five.")
@click.option("--measure", "-m", metavar="NAME,…", default="degree", show_default=True, help="The ranks to compare.")
@options.certainty
@options.analysis
def compare(request: Request, resampling: Resampling, before: str | None, documents_before: str | None, measure: str) -> None:
    """Compare two dates or two document sets: who came, who went, whose place has surely changed."""
    if before is None and documents_before is None:
        raise UsageError("There is nothing to compare with.", hint="Say --before DATE with --at DATE, or --documents-before NAME.")
    later = session.open(request)
    earlier = later.narrowed(at=session.a_date(before, "--before")) if before else later
    earlier = earlier.narrowed(documents=names(documents_before)) if documents_before else earlier
    with session.progress("Resampling", request) as advance:
        result = earlier.compare(later, names(measure), **resampling.certainty, progress=advance, **request.view())
    output.show(result, later, request)


@command(short="Follow the network year by year.")
@click.option("--measure", "-m", metavar="NAME,…", default="degree,betweenness", show_default=True, help="Whose first ones to follow.")
@options.picture("Draw it (SVG).")
@options.analysis
def timeline(request: Request, measure: str) -> None:
    """Follow the network year by year: its size, its parts, who came and went, who was first."""
    atlas = session.open(request)
    result = atlas.timeline(names(measure), **request.view())
    output.show(result, atlas, request, picture=pictures.draw)


@command(short="List the ties that nothing stands in for.")
@click.option("--blocks", is_flag=True, help="List the parts that no single loss can split instead (biconnected components).")
@options.analysis
def bridges(request: Request, blocks: bool) -> None:
    """List the ties that nothing stands in for: without one of them a part of the network falls into two."""
    atlas = session.open(request)
    result = atlas.blocks(**request.view()) if blocks else atlas.bridges(**request.view())
    output.show(result, atlas, request)


@command(short="Say how central a group is as a whole, and how far it reaches.", also=("group-centrality",))
@click.argument("actors", nargs=-1)
@options.network
@click.option("--m", "steps", type=click.IntRange(min=1), default=2, show_default=True, help="Within how many steps to reach.")
@options.analysis
def group(request: Request, actors: tuple[str, ...], network: str | None, steps: int) -> None:
    """Say how central a group is as a whole (Everett & Borgatti 1999), how far it reaches, and what is left without it.

    ACTORS are ids, names or aliases; without any the group is the members of the network in focus. In the actors view unless another is
    named.
    """
    atlas = session.open(request)
    result = atlas.group(actors, network, m=steps, **request.view("actors"))
    output.show(result, atlas, request)


COMMANDS = (keyplayers, group, bridges, communities, core, homophily, overlap, collaboration, ratings, compare, timeline)
