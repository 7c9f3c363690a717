"""What pages say, as results: a row a page, where they contradict themselves or each other, and what was left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, TypedDict

from actormap.analysis.result import Context, Result
from actormap.workspace.pages.collection import PageCollection
from actormap.workspace.pages.contradictions import Contradiction
from actormap.workspace.pages.page import COLUMNS


class PageListRow(TypedDict):
    """A row of `PageList`."""

    file: str
    layout: str
    name: str | None
    number: str | None
    owner: str | None
    owner_raw: str | None
    region: str | None
    start: str | None
    end: str | None
    total_budget_sek: float | None
    esf_support_sek: float | None
    planned_participants: int | None
    programme_area: str | None
    specific_objective: str | None
    intervention: str | None
    municipalities: str | None
    fields: Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True)
class PageList(Result[PageListRow]):
    """What each page says: the columns of a project, and in `fields` the text, the line and the confidence of each."""

    name: ClassVar[str] = "read"
    header: ClassVar[tuple[str, ...]] = ("file", "layout", *COLUMNS, "fields")
    brief: ClassVar[tuple[str, ...]] = ("file", "layout", "name", "number", "owner", "start", "end")

    def figures(self) -> Mapping[str, Any]:
        """Return how many pages were read, and how many personal data were left out."""
        summary = self.context.summary
        return {name: summary[name] for name in ("pages", "unchanged", "refused", "dropped")}


class ContradictionListRow(TypedDict):
    """A row of `ContradictionList`."""

    file: str
    column: str
    value: Any
    line: int | None
    against: str
    other: Any
    other_line: int | None
    other_file: str | None


@dataclass(frozen=True)
class ContradictionList(Result[ContradictionListRow]):
    """Where a page says one thing twice and differently, or two versions of a page do; both are kept."""

    name: ClassVar[str] = "contradictions"
    header: ClassVar[tuple[str, ...]] = ("file", "column", "value", "line", "against", "other", "other_line", "other_file")


def listed(
    found: PageCollection, between: Sequence[tuple[str, Contradiction]] = (), into: str | None = None
) -> tuple[PageList, ContradictionList]:
    """Return what was read as two lists; `between` are contradictions between pages, each with its file."""
    rows: list[Any] = [
        {"file": each.file, "layout": each.layout} | each.columns() | {"fields": {name: one.plain() for name, one in each.fields.items()}}
        for each in found.readings
    ]
    own = [(each.file, one) for each in found.readings for one in each.contradictions]
    against: list[Any] = [{"file": file} | {name: getattr(one, name) for name in one.__slots__} for file, one in (*own, *between)]
    dropped = found.dropped()
    summary = {
        "pages": len(found.pages()),
        "unchanged": len(found.unchanged),
        "refused": len(found.refused),
        "dropped": sum(dropped.values()),
        "dropped_by_kind": dropped,
    }
    context = Context(None, {"into": into}, summary)
    return PageList(context, tuple(rows)), ContradictionList(context, tuple(against))
