"""The report: one page about a network, as Markdown or HTML."""

from __future__ import annotations

from actormap.report.onepage.page import compose, write

__all__ = ["compose", "write"]
