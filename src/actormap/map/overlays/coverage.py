"""What the map says of required coverage, node by node, in every language."""

from __future__ import annotations

from collections.abc import Iterable

from actormap.analysis.composition.requirements.cells import ALONE, COVERED, Cell
from actormap.analysis.composition.requirements.coverage import Coverage
from actormap.i18n import Texts


def of(found: Coverage, texts: Iterable[Texts]) -> dict[str, list[dict[str, str]]]:
    """Return for each node the cells that concern it: `state` and a line in each language, in the order of the cells.

    A cell concerns those who cover it, and besides the municipality it is about, or the network if it is about none.
    """
    catalogues = tuple(texts)
    told: dict[str, list[dict[str, str]]] = {}
    for cell, row in zip(found.cells, found.rows, strict=True):
        for node, label in _concerned(cell, found.focal):
            words = {each.lang: each(f"coverage.{label}", cell=row["column"]) for each in catalogues}
            told.setdefault(node, []).append({"state": cell.state, **words})
    return told


def _concerned(cell: Cell, network: str) -> list[tuple[str, str]]:
    """Return the nodes that a cell concerns, each with the key of what is said of it."""
    place = cell.line.municipality or network
    if cell.state in (COVERED, ALONE):
        # With a minimum above one nobody is alone, though nobody can be spared either.
        label = "map_alone" if cell.state == ALONE and len(cell.by) == 1 else "map_covers"
        found = [(actor, label) for actor in cell.by]
        return found if place in cell.by or (place == network and cell.by) else [*found, (place, "map_covered")]
    return [(place, f"map_{cell.state}")]
