"""The report: one page about a network, as Markdown or HTML."""

from __future__ import annotations

from actormap.render.report.page import compose, write

__all__ = ["compose", "write"]
