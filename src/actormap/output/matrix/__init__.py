"""Required coverage as matrices: a page of HTML tables. The picture of them is in `output.charts.coverage`."""

from __future__ import annotations

from actormap.output.matrix.page import write

__all__ = ["write"]
