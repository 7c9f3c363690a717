"""Methods and success factors in words: who carries which, what ends with a project, and what nobody carries that the sources show."""

from __future__ import annotations

from collections.abc import Iterator

from actormap.analysis.factors.carriers import Factors
from actormap.report.review.document import Section, items, paragraph, section
from actormap.report.review.writer import Pen


def write(factors: Factors, pen: Pen) -> Section:
    """Return the methods and factors: those of today a line each, the others together; empty if the data has none."""
    if not factors.rows:
        return section(pen("factors.title"))
    return section(
        pen("factors.title"),
        paragraph(pen("factors.lead", date=factors.date)),
        items(*_lines(factors, pen)),
        paragraph(pen("factors.note")),
    )


def questions(factors: Factors, pen: Pen) -> list[str]:
    """Return what there is to ask about methods and factors."""
    ending = [row["name"] for row in factors.rows if row["dies_with"]]
    return [pen("factors.ask_ending", names=ending)] if ending else [pen("factors.ask")] if factors.rows else []


def _lines(factors: Factors, pen: Pen) -> Iterator[str]:
    for row in factors.rows:
        if row["carried_today"]:
            ends = f" {pen('factors.ends', project=row['dies_with'], end=row['ends'])}" if row["dies_with"] else ""
            yield pen("factors.today", name=row["name"], names=row["today_names"]) + ends
    if perhaps := [row["name"] for row in factors.rows if row["carried_unsure"] and not row["carried_today"]]:
        yield pen("factors.unsure", names=perhaps)
    if gone := [row["name"] for row in factors.rows if not row["carried_today"] and not row["carried_unsure"]]:
        yield pen("factors.gone", names=gone)
