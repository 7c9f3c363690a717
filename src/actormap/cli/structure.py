"""The commands about the shape of a network, from describe to qap."""

from __future__ import annotations

import click

from actormap.cli import options, output, session
from actormap.cli.command import SURE, command, option
from actormap.cli.request import Request
from actormap.errors import UsageError
from actormap.model.choices import EQUIVALENCES
from actormap.output import pictures

_resamples = option(
    "--resamples", type=click.IntRange(min=0), default=200, show_default=True, heading=SURE, help="How often to try with a tenth left out."
)


@command(short="Tell the network in figures: size, density, distances, clustering.")
@options.by
@_resamples
@options.seconds
@options.seed
@options.analysis
def describe(request: Request, by: str, resamples: int, budget: float, seed: int) -> None:
    """Tell the network in figures: what each means, who has defined it, and what it may be if a tenth of the statements are missing.

    Size, density, parts, centralisation, path lengths, clustering, reciprocity where ties have a direction, assortativity, and the E-I
    index of the groups that --by makes.
    """
    atlas = session.open(request)
    with session.progress("Resampling", request) as advance:
        result = atlas.describe(by, resamples=resamples, budget=budget, seed=seed, progress=advance, **request.view())
    output.show(result, atlas, request)


@command(short="Tell the network round one actor: whom it meets, where, and who of them meet each other.", also=("ego-network",))
@options.about("actor")
@options.analysis
def ego(request: Request, actor: str | None) -> None:
    """Tell the network round one actor: whom it meets, where, who of them meet each other, and what holes there are between them.

    ACTOR is an id, a name or an alias. In the affiliation view its contacts are those it shares a network or project with.
    """
    atlas = session.open(request)
    result = atlas.ego(actor, **request.view())
    output.show(result, atlas, request)


@command(short="List who all meet each other.")
@click.option("--least", type=click.IntRange(min=2), default=3, show_default=True, help="Members that a clique has at the least.")
@options.analysis
def cliques(request: Request, least: int) -> None:
    """List who all meet each other (cliques); in the affiliation view who meet at the same two venues or more (bicliques)."""
    atlas = session.open(request)
    result = atlas.cliques(least, **request.view())
    output.show(result, atlas, request)


@command(short="List circles whose actors each take part in p venues that q of them share.", also=("two-mode-cores", "pq-cores"))
@click.option("--p", type=click.IntRange(min=1), help="Venues of the circle that each of its actors takes part in at the least.")
@click.option("--q", type=click.IntRange(min=1), help="Actors of the circle that each of its venues has at the least.")
@options.finding
def cores(request: Request, p: int | None, q: int | None) -> None:
    """List the (p, q)-cores of actors and venues: in a core each actor takes part in p of its venues, and each venue has q of its actors.

    With --p and --q that one; with one of them the other is the highest that leaves anybody. Without either those that stand for all: no
    core has a higher p without a lower q (Cerinšek & Batagelj 2015, with degrees). A circle of many actors at few venues comes first.
    """
    atlas = session.open(request)
    result = atlas.cores(p, q)
    output.show(result, atlas, request)


@command(short="Say whether one relation goes with another, or with being alike, more than chance.", also=("mrqap",))
@click.argument("relation")
@click.argument("terms", nargs=-1)
@click.option("--same", metavar="COLUMN", multiple=True, help="Being alike in a column, such as kind or municipality, too.")
@click.option("--permutations", type=click.IntRange(min=1), default=2000, show_default=True, help="How often the actors are dealt anew.")
@options.seed
@options.analysis
def qap(request: Request, relation: str, terms: tuple[str, ...], same: tuple[str, ...], permutations: int, seed: int) -> None:
    """Say whether one relation goes with others, or with being alike, more than chance (QAP; with several terms MRQAP).

    RELATION and TERMS are types of relationship, such as member_of or participates_in: two actors are as close in one as the number of
    networks and projects that both have it with. contacts is who is in contact with whom in the view. Actors are permuted, not pairs; with
    several terms each is tested by double semi-partialling (Dekker, Krackhardt & Snijders 2007).
    """
    atlas = session.open(request)
    result = atlas.qap(relation, terms, same, permutations=permutations, seed=seed, **request.view())
    output.show(result, atlas, request)


@command(short="List who stands like an actor, or the blocks of those who stand alike.")
@options.about("actor", needed=False)
@click.option("--equivalence", type=click.Choice(EQUIVALENCES), default="structural", show_default=True, help="For blocks: alike in what.")
@click.option("--blocks", type=click.IntRange(min=1), help="How many blocks a side; the best number unless given.")
@click.option("--by", metavar="COLUMN", help="For regular blocks: the groups to begin with  [default: kind]")
@options.seed
@options.picture("Draw the ties as a matrix in the order of the blocks (SVG).")
@options.analysis
def similar(request: Request, actor: str | None, equivalence: str, blocks: int | None, by: str | None, seed: int) -> None:
    """List who stands like an actor: whose ties go to the same. Without ACTOR everybody in blocks of those who stand alike.

    structural blocks have ties to the same (Lorrain & White 1971), regular ones to the same sorts, however many (White & Reitz 1983).
    """
    if actor and request.picture:
        raise UsageError("There is no picture of one actor's likes.", hint="Leave out ACTOR for the matrix of all blocks.")
    atlas = session.open(request)
    if actor:
        output.show(atlas.similar(actor, **request.view()), atlas, request)
        return
    result = atlas.positions(equivalence, blocks=blocks, by=by, seed=seed, **request.view())
    output.show(result, atlas, request, picture=pictures.draw)


COMMANDS = (describe, ego, cliques, cores, similar, qap)
