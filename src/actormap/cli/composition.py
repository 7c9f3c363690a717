"""The commands about the composition of a network: coverage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actormap.cli import options, output, session
from actormap.cli.command import command
from actormap.cli.request import Request
from actormap.output import pictures

if TYPE_CHECKING:
    from actormap.analysis.composition.requirements.coverage import Coverage
    from actormap.output.cells import Writer


@command(short="Say what a network needs, and what of it is covered.")
@options.network
@options.no_lift
@options.picture("Draw it for a wall: a matrix with four signs (SVG).")
@options.evidence
@options.selection
@options.source
@options.table_or_page
def coverage(request: Request, network: str | None) -> None:
    """Say what a network needs (the table coverage) and what of it is covered, rests on one alone, is missing, or unknown.

    A cell is covered when enough members answer to all its conditions, one alone when no member who does can be spared, missing when none
    can, and unknown when the sources do not say enough of those who might. What the sources do not say is unknown: never a zero.
    The network's own answers, which `actormap answer` records, go first.
    """
    atlas = session.open(request)
    result = atlas.coverage(network, lift=request.lift)
    grounds = atlas.coverage_grounds(result, lift=request.lift) if request.evidence else None
    output.show(result, atlas, request, evidence=grounds, page=_page, picture=pictures.draw)


def _page(result: Coverage, writer: Writer) -> str:
    from actormap.output import matrix

    return matrix.write(result, result.title, writer)


COMMANDS = (coverage,)
