"""Where a page contradicts itself: a field twice, the title, the running text, or figures that do not fit each other. Both are kept."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actormap.model import dates
from actormap.workspace.pages import calendar, values
from actormap.workspace.pages.field import PageField

POINTS = 1.0  # percentage points by which a stated rate may differ from the amounts: it is rounded on the pages
_PERIOD = re.compile(r"(?i)projekt(?:perioden|tiden|et\s+(?:pågår|löper|genomförs|drivs|varar))\b([^.!?]{0,90})")
_TOTAL = re.compile(
    r"(?i)(?:total(?:a|t)?\s+)?(?:projektbudget|budget)(?:en)?\s+(?:är|på|om|uppgår till|:)\s+"
    r"([\d][\d\s.,]*(?:\s?(?:mkr|tkr|miljoner|kr|kronor))+)"
)
_PARTICIPANTS = re.compile(
    r"(?i)(?:totalt|sammanlagt)\s+(?:ca\s+|cirka\s+)?(\d{1,3}(?:[ \u00a0]\d{3})+|\d+)\s+(?:deltagare|personer|unga|ungdomar)\b"
)
# A preliminary study that the project builds on is another one.
_PRESTUDY = re.compile(r"(?i)\bförstudie(?:n|projektet)?\b")
_BEFORE = re.compile(
    r"(?i)\b(?:på|efter|från|enligt|i|ur|av|tidigare)\s+(?:(?:en|den|vår|sin)\s+)?(?:tidigare\s+)?förstudie(?:n|projektet)?\b"
)


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sayings about one thing, each with its line: that of the field, and another. `against` says where the other stands.

    `against` is header, title, text, figures or version; for a version `other_file` is the page that says it.
    """

    column: str
    value: Any
    line: int | None
    against: str
    other: Any
    other_line: int | None
    other_file: str | None = None


def within(
    fields: Mapping[str, PageField], twice: Sequence[tuple[str, PageField]], body: Sequence[tuple[int, str]]
) -> tuple[Contradiction, ...]:
    """Return the contradictions of one page, from its fields, their further values, and the lines of its running text."""
    return (*_again(fields, twice), *_figures(fields), *_text(fields, body))


def _again(fields: Mapping[str, PageField], twice: Sequence[tuple[str, PageField]]) -> Iterator[Contradiction]:
    for column, other in twice:
        one = fields.get(column)
        if one is not None and one.value is not None and other.value is not None and not _same(one.value, other.value):
            where = "title" if "title" in (one.label, other.label) else "header"
            yield Contradiction(column, one.value, one.line, where, other.value, other.line)


def _same(one: Any, other: Any) -> bool:
    return bool(str(one).casefold().split() == str(other).casefold().split())


def _figures(fields: Mapping[str, PageField]) -> Iterator[Contradiction]:
    def of(name: str) -> Any:
        return fields[name].value if name in fields else None

    support, total, rate = of("esf_support_sek"), of("total_budget_sek"), of("union_rate_percent")
    if support is not None and total is not None and support > total:
        yield _between("esf_support_sek", fields, "total_budget_sek")
    elif support is not None and total and rate is not None and abs(100 * support / total - rate) > POINTS:
        actual = values.tidy(round(100 * support / total, 2))
        yield Contradiction(
            "union_rate_percent", rate, fields["union_rate_percent"].line, "figures", actual, fields["esf_support_sek"].line
        )
    if dates.ends_before_start(of("start"), of("end")):
        yield _between("end", fields, "start")


def _between(column: str, fields: Mapping[str, PageField], other: str) -> Contradiction:
    return Contradiction(column, fields[column].value, fields[column].line, "figures", fields[other].value, fields[other].line)


def _text(fields: Mapping[str, PageField], body: Sequence[tuple[int, str]]) -> Iterator[Contradiction]:
    told: set[str] = set()
    for number, line in body:
        for column, other in _sayings(line, fields):
            one = fields.get(column)
            if one is not None and one.value is not None and one.value != other and column not in told:
                told.add(column)
                yield Contradiction(column, one.value, one.line, "text", other, number)


def _sayings(line: str, fields: Mapping[str, PageField]) -> Iterator[tuple[str, Any]]:
    """Yield what a line of running text says outright of a column: whole dates, the budget, the number of participants, the kind."""
    if match := _PERIOD.search(line):
        days = [day[0] for _, day in calendar.dates(match[1]) if len(day[0]) == 10]
        if len(days) == 2:
            yield from zip(("start", "end"), days, strict=True)
    if match := _TOTAL.search(line):
        found = values.read("money", match[1])
        one = fields.get("total_budget_sek")
        if found and one and isinstance(one.value, int | float) and abs(float(found.value) - one.value) > 0.05 * one.value:
            yield "total_budget_sek", found.value
    if match := _PARTICIPANTS.search(line):
        yield "planned_participants", int(re.sub(r"\D", "", match[1]))
    phase = fields.get("phase")
    if phase and str(phase.value).lower() == "genomförande" and _PRESTUDY.search(_BEFORE.sub("", line)):
        yield "phase", "förstudie"
