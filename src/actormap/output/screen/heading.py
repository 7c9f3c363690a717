"""The line above a table: what it is, which view it was made of, what was chosen, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actormap.analysis.result import Result
from actormap.output.cells import Writer
from actormap.output.screen import cells

BETWEEN = " · "
BEFORE, AFTER = "before", "after"
CHOSEN = ("documents", "at", "from", "to", "where", "with")
ENTRY = "screen"


def lines(result: Result, writer: Writer, wide: int) -> list[str]:
    """Return the line, on more than one only if it is too long even when what was left out is but counted."""
    title = [writer.texts(f"results.title.{result.name}")] if writer.texts.says(f"results.title.{result.name}") else []
    middle = [part for part in (_view(result, writer), *_filters(result, writer)) if part]
    by_reason, counted = _left_out(result, writer)
    found = [[*title, *middle, *by_reason], [*title, *middle, *counted]]
    fitting = next((parts for parts in found if cells.width(BETWEEN.join(parts)) <= wide), found[-1])
    return [line for told in _parted(fitting, wide) for line in cells.wrapped(cells.plain(told), wide)]


def _parted(parts: list[str], wide: int) -> list[str]:
    """Return the parts on lines, each as full as it can be with whole ones."""
    told: list[str] = []
    for part in parts:
        longer = f"{told[-1]}{BETWEEN}{part}" if told else part
        if told and cells.width(longer) > wide:
            told.append(part)
        else:
            told[-1:] = [longer]
    return told


def _view(result: Result, writer: Writer) -> str:
    view, counts = result.context.view, result.context.summary
    if view is None:
        return ""
    counted, called = f"{ENTRY}.view.{view}", f"{ENTRY}.view_called.{view}"
    if counted in writer.texts.entries and "nodes" in counts:
        return writer.texts(counted, **counts)
    return writer.texts(called) if called in writer.texts.entries else view


def _filters(result: Result, writer: Writer) -> list[str]:
    chosen, told = result.context.parameters, []
    if isinstance(before := chosen.get(BEFORE), Mapping):  # what is compared says so of each side
        chosen = {**chosen[AFTER], **{name: _between(writer, before.get(name), chosen[AFTER].get(name)) for name in CHOSEN}}
    if (statuses := chosen.get("status")) and tuple(statuses) != writer.vocabulary.default_statuses():
        told.append(", ".join(writer.cell("status", each) for each in statuses))
    told += [
        f"{writer.parameter(name).lower()}: {writer.cell('', chosen[name])}"
        for name in CHOSEN
        if chosen.get(name) and chosen[name] != "all"
    ]  # fmt: skip
    if weighted := chosen.get("weighted"):
        by = f": {writer.texts(f'words.strength.{weighted}')}" if isinstance(weighted, str) else ""
        told.append(f"{writer.parameter('weighted').lower()}{by}")
    return told + ([writer.texts(f"{ENTRY}.unlifted")] if chosen.get("lift") is False and result.context.view != "all" else [])


def _between(writer: Writer, before: Any, after: Any) -> Any:
    """Return what both sides of a comparison were narrowed to, or the one and the other where they differ."""
    one, other = (writer.cell("", None if value in ("all", [], ()) else value) for value in (before, after))
    return before if before == after else f"{one} → {other}"


def _left_out(result: Result, writer: Writer) -> tuple[list[str], list[str]]:
    """Return what was left out by reason, and how much in all."""
    counts = result.context.summary.get("left_out") or {}
    if not counts:
        return [], []
    entries = writer.texts.entries
    reasons = ", ".join(f"{n} {entries.get(f'parameters.left_out_because.{why}', why)}" for why, n in counts.items())
    return [writer.texts(f"{ENTRY}.left_out", reasons=reasons)], [writer.texts(f"{ENTRY}.left_out_counted", n=sum(counts.values()))]
