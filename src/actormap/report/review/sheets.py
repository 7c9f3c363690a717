"""Results for people who read them as sheets: names instead of ids, and findings as sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from actormap.analysis.result import Record, Result
from actormap.analysis.review.clusters import Clusters
from actormap.analysis.review.finding import FiveFieldsRow
from actormap.analysis.review.five_fields import FiveFields
from actormap.analysis.review.outsiders import Outsiders
from actormap.analysis.review.participation import Participation
from actormap.analysis.review.present_state import PresentState
from actormap.report.review import five_fields
from actormap.report.review.writer import Pen

IDS = (
    *("through", "venues", "by", "actors", "carriers", "experienced", "ongoing", "members_outside", "newcomers"),
    *("methods", "methods_elsewhere", "works_with", "told_of"),
)


def readable(result: Result, pen: Pen) -> Result:
    """Return a result of a review with the names of nodes and professions instead of their ids, or with its findings in sentences.

    Other results say already what they have to say in words, and are returned as they are.
    """
    if isinstance(result, FiveFields):
        return _with_rows(result, [_finding(row, result.focal, pen) for row in result.rows])
    if isinstance(result, PresentState | Outsiders | Clusters | Participation):
        return _with_rows(result, [_row(row, pen) for row in result.rows])
    return result


def _with_rows(result: Result, rows: Iterable[Record]) -> Result:
    return replace(result, rows=tuple(rows))


def _finding(row: FiveFieldsRow, focal: str, pen: Pen) -> dict[str, Any]:
    said = five_fields.sentence(row | {"evidence": []}, focal, pen)
    return {"field": row["field"], "state": row["state"], "text": said, "evidence": "; ".join(row["evidence"])}


def _row(row: Mapping[str, Any], pen: Pen) -> dict[str, Any]:
    told = {name: _names(value, pen) if name in IDS and isinstance(value, list) else value for name, value in row.items()}
    if isinstance(row.get("professions"), list):
        checklist = pen.vocabulary.checklist
        told["professions"] = "; ".join(pen.texts.pick(checklist[name]) for name in row["professions"])
    return told


def _names(ids: list[str], pen: Pen) -> str:
    return "; ".join(pen.names.get(each, each) for each in ids)
