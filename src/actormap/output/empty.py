"""Why a result has no row, and what to try instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actormap.analysis.result import Result
    from actormap.output.cells import Writer

VIEW = "view"


def reason(result: Result, writer: Writer) -> str:
    """Return why a result has no row: its view holds nothing, or nobody is what it looks for.

    The text is empty where there are rows, where the result says why by itself, and of tables that only stand beside another.
    """
    if result.rows or result.undefined:
        return ""
    is_bare = result.context.view is not None and result.context.summary.get("nodes") == 0
    entry = f"empty.{VIEW if is_bare else result.name}"
    return writer.texts(entry) if writer.texts.says(entry) else ""
