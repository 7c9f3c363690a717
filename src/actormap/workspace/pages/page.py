"""One page as it is read: its layout, its fields with their lines, and the columns that they fill."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actormap.workspace.pages import (
    calendar,
    contact,
    contradictions,
    elsewhere,
    header,
    labels,
    layouts,
    municipalities,
    owner,
    title,
    values,
)
from actormap.workspace.pages.contact import PageContacts
from actormap.workspace.pages.contradictions import Contradiction
from actormap.workspace.pages.field import PageField
from actormap.workspace.pages.header import PageHeader, RawField
from actormap.workspace.pages.title import PageTitle

# The columns of a row, in their order: those that a comparison of projects needs.
COLUMNS = (
    *("name", "number", "owner", "owner_raw", "region", "start", "end", "total_budget_sek", "esf_support_sek", "planned_participants"),
    *("programme_area", "specific_objective", "intervention", "municipalities"),
)
RUNNING_TEXT = "text"  # where a value has no label
# Columns that may stand under more than one label, the first that says something first.
_SEVERAL = {"planned_participants": ("planned_participants", "participants"), "number": ("number", "registration_number")}


@dataclass(frozen=True, slots=True)
class PageReading:
    """What one page, or one row of a table of projects, says. `fields` are by column, and by label for what is no column of its own.

    `dropped` counts the personal data that were left out, by kind. `heading` is the title, `row` the number of the row in a
    table, `places` the municipalities of the header's list, each with its line.
    """

    file: str
    layout: str
    fields: Mapping[str, PageField]
    heading: str | None = None
    dropped: Mapping[str, int] = field(default_factory=dict)
    contradictions: tuple[Contradiction, ...] = ()
    programme: str | None = None
    row: int | None = None
    places: tuple[tuple[str, int], ...] = ()

    def value(self, column: str) -> Any:
        """Return the value of a field, None if it is unknown."""
        found = self.fields.get(column)
        return found.value if found else None

    def line(self, column: str) -> int | None:
        """Return the number of the line that a field stands in."""
        found = self.fields.get(column)
        return found.line if found else None

    def columns(self) -> dict[str, Any]:
        """Return the values of the columns, None where the page says nothing."""
        return {column: self.value(column) for column in COLUMNS}


def read(file: str, lines: Sequence[str]) -> PageReading:
    """Return what a page says; its layout is `other` if it is none of the project bank's."""
    found = header.find(lines)
    known = layouts.layout(found)
    if known == layouts.OTHER:
        told = _enumerated(list(enumerate(lines, start=1))) | elsewhere.recognised(lines) | _recognised(found)
        return PageReading(file, known, told, dropped=PageContacts.of(lines, found).counted(lines, found))
    contacts = PageContacts.of(lines, found)
    heading = title.find(lines, found, known)
    if heading:
        contacts = contacts.changed_places(
            str(heading.name.value), [values.bare(each.raw) for each in found.fields if each.field == "name"]
        )
    if heading and any(contacts.without(told) != told for told in (heading.text, heading.name.raw)):
        heading = None
    fields: dict[str, PageField] = {}
    twice: list[tuple[str, PageField]] = []
    for each in found.fields:
        for name, one in _read(each, contacts):
            if name in fields and fields[name].value is not None:
                if one.value is not None:
                    twice.append((name, one))
            else:
                fields[name] = one
    _complete(fields, twice, heading, known)
    running = list(enumerate(lines[found.last :], start=found.last + 1))
    if (listed := municipalities.listed(lines)).names:
        fields["municipalities"] = PageField("Kommun", _between(lines, listed.lines), listed.lines[0], "|".join(listed.names), 1.0)
    else:
        fields |= _enumerated(running)
    fields = {name: contacts.harmless(one) for name, one in fields.items()}
    above = heading.text if heading else None
    # The title stands above the header, and a pre-study often says in its name that it is one.
    body = [*([(fields["name"].line, above)] if above and "name" in fields else []), *running]
    against = contradictions.within(fields, twice, body)
    return PageReading(
        file, known, fields, above, contacts.counted(lines, found), against, layouts.programme(known), places=listed.places()
    )


def _enumerated(running: Sequence[tuple[int, str]]) -> dict[str, PageField]:
    """Return the municipalities that running text enumerates, less sure than a list of the header; none if there are none."""
    told = municipalities.enumerated(running)
    if not told.names:
        return {}
    return {"municipalities": PageField(RUNNING_TEXT, "\n".join(told.raw), told.lines[0], "|".join(told.names), 0.6)}


def _between(lines: Sequence[str], numbers: Sequence[int]) -> str:
    return "\n".join(lines[numbers[0] - 1 : numbers[-1]]).strip()


def _read(raw: RawField, contacts: PageContacts) -> list[tuple[str, PageField]]:
    """Return the fields that one label gives: a period gives two dates."""
    if raw.form == "period":
        start, end = calendar.period(values.bare(raw.raw))
        dated = {told[0]: text for text, told in calendar.dates(values.bare(raw.raw))}
        sure = 0.0 if raw.raw and not start and not end else 1.0
        return [
            (
                name,
                PageField(raw.label, dated.get(told[0], raw.raw), raw.line, *told)
                if told
                else contacts.harmless(PageField(raw.label, raw.raw, raw.line, None, sure), raw.form),
            )
            for name, told in (("start", start), ("end", end))
        ]
    found = values.read(raw.form, raw.raw)
    sure = 1.0 if found is None and values.says_nothing(values.bare(raw.raw)) else found.confidence if found else 0.0
    one = PageField(raw.label, raw.raw, raw.line, found.value if found else None, round(sure * (0.8 if raw.wrapped else 1), 2))
    name = {"start_date": "start", "end_date": "end"}.get(raw.field, raw.field)
    return [(name, contacts.harmless(one, raw.form))]


def _complete(fields: dict[str, PageField], twice: list[tuple[str, PageField]], heading: PageTitle | None, layout: str) -> None:
    """Fill the columns that stand under other labels, or in the title, and note where those say something else."""
    for column, sources in _SEVERAL.items():
        said = [fields[name] for name in sources if name in fields and fields[name].value is not None]
        twice.extend((column, other) for other in said[1:])
        if said:
            fields[column] = said[0]
    if heading:
        _from_title(fields, twice, heading)
    if (raw := fields.get("owner")) and raw.value is not None:
        whole = owner.organisation(str(raw.value), layout)
        fields["owner_raw"] = raw
        fields["owner"] = PageField(
            raw.label, raw.raw, raw.line, whole, raw.confidence if whole == raw.value else round(raw.confidence * 0.9, 2)
        )


def _from_title(fields: dict[str, PageField], twice: list[tuple[str, PageField]], heading: PageTitle) -> None:
    for column, one in (("number", heading.number), ("name", heading.name)):
        if one and (column not in fields or fields[column].value is None):
            fields[column] = one
        elif one and column == "name" and contact.is_somebody_else(str(fields[column].value), str(one.value)):
            fields[column] = one  # names have changed places: whom to contact stands under the label
        elif one:
            twice.append((column, one))


def _recognised(found: PageHeader) -> dict[str, PageField]:
    return {each.field: PageField(each.label, "", each.label_line, None, 0.0) for each in found.fields if each.form != labels.PERSONAL}
