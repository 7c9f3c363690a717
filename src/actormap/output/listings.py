"""Lists that are no analysis, such as problems and loads, in the form of results, so that every answer is written alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, TypedDict

from actormap.analysis.result import Context, Result
from actormap.errors import several
from actormap.i18n import Texts
from actormap.output import excerpt
from actormap.output.terminal import PROGRAM, Terminal
from actormap.workspace.problems import Problem

# More problems that are equal but for their row are told by the first few and a count; results as data hold them all.
MOST_EQUAL, MOST_ALIKE, SHOWN_ALIKE = 3, 20, 3
_SEVERITY = "words.severity."
SEVERITIES = ("error", "warning")

if TYPE_CHECKING:
    from actormap.store.base import Difference, StoreStatus


class ProblemListRow(TypedDict):
    """A row of `ProblemList`."""

    severity: str
    file: str
    row: int | None
    column: str | None
    found: Any
    meant: str
    suggestion: str | None


@dataclass(frozen=True)
class ProblemList(Result[ProblemListRow]):
    """What is wrong with a workspace: severity, file, row, column, found, meant, suggestion."""

    name: ClassVar[str] = "check"

    def columns(self) -> tuple[str, ...]:
        """Return the columns, also when nothing is wrong."""
        return ("severity", "file", "row", "column", "found", "meant", "suggestion")


class LoadReportRow(TypedDict):
    """A row of `LoadReport`."""

    table: str
    added: int
    changed: int
    removed: int
    unchanged: int


@dataclass(frozen=True)
class LoadReport(Result[LoadReportRow]):
    """What a load did to each table: added, changed, removed, unchanged."""

    name: ClassVar[str] = "load"


class StoreReportRow(TypedDict):
    """A row of `StoreReport`."""

    table: str
    rows: int


@dataclass(frozen=True)
class StoreReport(Result[StoreReportRow]):
    """How many rows each table of a store holds; the summary says which store and lists its loads, newest first."""

    name: ClassVar[str] = "status"


def problems(found: Sequence[Problem], texts: Texts, workspace: str) -> ProblemList:
    """Return the list of some problems, in their order, in the catalogue's language."""
    rows: tuple[ProblemListRow, ...] = tuple(
        {
            "severity": problem.severity,
            "file": problem.file,
            "row": problem.row,
            "column": problem.column,
            "found": problem.found,
            "meant": problem.meant(texts),
            "suggestion": problem.suggestion,
        }
        for problem in found
    )
    errors = sum(problem.severity == "error" for problem in found)
    return ProblemList(Context(None, {"workspace": workspace}, {"errors": errors, "warnings": len(found) - errors}), rows)


def lines(listed: ProblemList, texts: Texts, terminal: Terminal = PROGRAM) -> str:
    """Return the problems as editors show them, one a line: file:row, column, what was found, what is meant, and the suggestion.

    Of more than three that are equal but for their row, the first is written, and the rows of the others. Of more than twenty that differ
    in what was found as well, the first three are written and the others counted. Of more lines than a reader is shown, errors come first.
    """
    said = told(listed, texts)
    if terminal.most is not None and len(said) > terminal.most:
        said = [*told(listed, texts, of=("error",)), *told(listed, texts, of=("warning",))]
    return "\n".join([*excerpt.lines(said, terminal, texts), texts("check.summary", **listed.context.summary)]) + "\n"


def told(listed: ProblemList, texts: Texts, *, severe: bool = True, of: Collection[str] = SEVERITIES) -> list[str]:
    """Return the problems of some severities as `lines` has them, without their number, and without what each is called unless `severe`."""
    together = _equal([row for row in listed.rows if row["severity"] in of])
    alike: dict[tuple[Any, ...], list[list[ProblemListRow]]] = {}
    for same in together:
        alike.setdefault(_kind(same[0]), []).append(same)
    written = []
    for same in together:
        row, others = same[0], alike[_kind(same[0])]
        if len(others) > MOST_ALIKE and id(same) not in map(id, others[:SHOWN_ALIKE]):
            if same is others[SHOWN_ALIKE]:
                n = sum(map(len, others[SHOWN_ALIKE:]))
                written.append(_counted(row, texts("check.folded", n=n), texts, severe=severe))
            continue
        written.append(_line(row, texts, severe=severe))
        if len(same) > 1:
            rows = several([str(each["row"]) for each in same[1:] if each["row"]])
            more = texts("check.folded", n=len(same) - 1) + (" " + texts("check.rows", rows=rows) if rows else "")
            written.append(_counted(row, more, texts, severe=severe))
    return written


def _equal(rows: Sequence[ProblemListRow]) -> list[list[ProblemListRow]]:
    """Return the problems, those of more than three that are equal but for their row together."""
    together: dict[tuple[Any, ...], list[ProblemListRow]] = {}
    for row in rows:
        together.setdefault((*_kind(row), row["found"], row["suggestion"]), []).append(row)
    found = [[row] for same in together.values() if len(same) <= MOST_EQUAL for row in same]
    found += [same for same in together.values() if len(same) > MOST_EQUAL]
    order = {id(row): number for number, row in enumerate(rows)}
    return sorted(found, key=lambda same: order[id(same[0])])


def _counted(row: ProblemListRow, more: str, texts: Texts, *, severe: bool) -> str:
    return f"{row['file']}: {_severity(row, texts, severe=severe)}{row['column'] + ': ' if row['column'] else ''}{more}"


def _line(row: ProblemListRow, texts: Texts, *, severe: bool) -> str:
    place = str(row["file"]) + (f":{row['row']}" if row["row"] else "")
    about = " ".join(part for part in (row["column"], f'"{_short(row["found"])}"' if row["found"] is not None else None) if part)
    suggestion = " " + texts("check.suggestion", words=row["suggestion"]) if row["suggestion"] else ""
    return f"{place}: {_severity(row, texts, severe=severe)}{about + ': ' if about else ''}{row['meant']}{suggestion}"


def _severity(row: ProblemListRow, texts: Texts, *, severe: bool) -> str:
    return f"{texts(_SEVERITY + row['severity'])}: " if severe else ""


def _kind(row: ProblemListRow) -> tuple[Any, ...]:
    return row["severity"], row["file"], row["column"], row["meant"]


def load(difference: Difference, *, dry_run: bool, merge: bool) -> LoadReport:
    """Return what a load did, table by table."""
    rows: tuple[LoadReportRow, ...] = tuple(
        {
            "table": table,
            "added": len(change.added),
            "changed": len(change.changed),
            "removed": len(change.removed),
            "unchanged": change.unchanged,
        }
        for table, change in difference.tables.items()
    )
    total: dict[str, Any] = {name: getattr(difference, name) for name in ("added", "changed", "removed", "unchanged")}
    return LoadReport(Context(None, {"dry_run": dry_run, "merge": merge}, total), rows)


def status(store_status: StoreStatus) -> StoreReport:
    """Return what a store says of itself."""
    loads = [
        {
            "when": record.origin.when,
            "workspace": record.origin.workspace,
            "added": record.added,
            "changed": record.changed,
            "removed": record.removed,
            "unchanged": record.unchanged,
            "files": dict(record.origin.files),
        }
        for record in store_status.loads
    ]
    rows: tuple[StoreReportRow, ...] = tuple({"table": table, "rows": count} for table, count in store_status.counts.items())
    return StoreReport(
        Context(None, {"store": store_status.uri}, {"engine": store_status.engine, "version": store_status.version, "loads": loads}), rows
    )


def _short(text: Any, most: int = 60) -> str:
    flat = " ".join(str(text).split())
    return flat if len(flat) <= most else flat[: most - 1] + "…"


def about_store(report: StoreReport, texts: Texts) -> str:
    """Return which store it is and when it was loaded, newest first, in sentences."""
    summary = report.context.summary
    told = [texts("load.store", uri=report.context.parameters["store"], engine=summary["engine"], version=summary["version"])]
    told += [texts("load.loaded", **{key: value for key, value in loaded.items() if key != "files"}) for loaded in summary["loads"]]
    return "\n".join(told if summary["loads"] else [*told, texts("load.never")]) + "\n"
