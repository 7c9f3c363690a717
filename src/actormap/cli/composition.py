"""The commands about the composition of a network: coverage."""

from __future__ import annotations

from typing import Any

import click

from actormap.cli import options
from actormap.cli.ask import asked
from actormap.output.render import FORMATS


@click.command()
@options.network
@click.option("--no-lift", is_flag=True, help="Let units and sub-projects stand for themselves.")
@click.option("--picture", "drawing", type=options.A_FILE, metavar="FILE", help="Draw it for a wall: a matrix with four signs (SVG).")
@options.evidence
@options.selection
@options.source
@options.output(*FORMATS, "html")
def coverage(network: str | None, no_lift: bool, **given: Any) -> None:
    """Say what a network needs (the table coverage) and what of it is covered, rests on one alone, is missing, or unknown.

    A cell is covered when enough members answer to all its conditions, one alone when no member who does can be spared, missing when none
    can, and unknown when the sources do not say enough of those who might. What the sources do not say is unknown: never a zero.
    The network's own answers, which `actormap answer` records, go first.
    """

    def grounds(atlas: Any, found: Any) -> Any:
        return atlas.coverage_grounds(found, lift=not no_lift)

    asked(lambda atlas, _: atlas.coverage(network, lift=not no_lift), given, picture=_matrix, page=_page, grounds=grounds)


def _matrix(found: Any, texts: Any) -> str:
    from actormap.output.charts import coverage as picture

    return picture.draw(found, found.title, texts)


def _page(found: Any, writer: Any) -> str:
    from actormap.output import matrix

    return matrix.write(found, found.title, writer)


COMMANDS = (coverage,)
