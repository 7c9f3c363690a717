"""Required coverage in words."""

from __future__ import annotations

from actormap.analysis.composition.coverage import Coverage
from actormap.render.review.document import Section, items, section
from actormap.render.review.pen import Pen


def write(coverage: Coverage, pen: Pen) -> Section:
    """Return the coverage."""
    return section("coverage", items(*(row["row"] for row in coverage.rows)))


def questions(coverage: Coverage, pen: Pen) -> list[str]:
    """Return what there is to ask."""
    return []
