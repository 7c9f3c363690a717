"""The page of matrices: one HTML file that needs nothing else and says in words what its signs show."""

from __future__ import annotations

from actormap.analysis.composition.requirements.cells import STATES
from actormap.analysis.composition.requirements.coverage import Coverage
from actormap.analysis.composition.requirements.matrix import blocks
from actormap.output.cells import Writer
from actormap.output.templates import environment


def write(coverage: Coverage, network: str, writer: Writer) -> str:
    """Return the coverage of the network of this name as one HTML page, in the writer's language."""
    return (
        environment("actormap.output.matrix")
        .get_template("matrix.html")
        .render(
            found=coverage,
            blocks=blocks(coverage.rows),
            states=STATES,
            figures=coverage.figures(),
            network=network,
            t=writer.texts,
            w=writer,
        )
    )
