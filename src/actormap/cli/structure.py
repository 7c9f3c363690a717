"""The commands about the shape of a network: describe."""

from __future__ import annotations

import click

from actormap.cli import options, output, session
from actormap.cli.command import SURE, command, option
from actormap.cli.request import Request

_resamples = option(
    "--resamples", type=click.IntRange(min=0), default=200, show_default=True, heading=SURE, help="How often to try with a tenth left out."
)


@command(short="Tell the network in figures: size, density, distances, clustering.")
@options.by
@_resamples
@options.budget
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


COMMANDS = (describe,)
