"""The five fields of a network in words: what is said, what the data does not say, what to discuss."""

from __future__ import annotations

from actormap.analysis.review.finding import FIELDS, OPEN, UNKNOWN, FiveFieldsRow
from actormap.analysis.review.five_fields import FiveFields
from actormap.report.review.document import Section, items, section
from actormap.report.review.writer import Pen


def write(found: FiveFields, pen: Pen) -> Section:
    """Return the five fields, one section each."""
    return section(pen("review.fields"), sections=tuple(_field(found, field, pen) for field in FIELDS))


def questions(found: FiveFields, pen: Pen) -> list[str]:
    """Return what there is to discuss, in the order of the fields."""
    return [sentence(row, found.focal, pen) for row in found.rows if row["state"] == OPEN]


def _field(found: FiveFields, field: str, pen: Pen) -> Section:
    rows = found.of(field)
    said = [sentence(row, found.focal, pen) for row in rows if row["state"] not in (UNKNOWN, OPEN)]
    unknown = [sentence(row, found.focal, pen) for row in rows if row["state"] == UNKNOWN]
    return section(pen(f"fields.title.{field}"), items(*said), items(*unknown, lead=pen("review.unknown")))


def sentence(row: FiveFieldsRow, focal: str, pen: Pen) -> str:
    """Return what a finding says, with where it is said."""
    values = dict(row["values"])
    if "kinds" in values:
        values["kinds"] = pen.kinds(values["kinds"])
    if "tasks" in values:
        values["does"] = pen.listed([pen.texts.pick(pen.vocabulary.type(task))[0] for task in values.pop("tasks")])
    if "type" in values:
        words = pen.texts.pick(pen.vocabulary.type(values.pop("type")))
        values["does"] = words[0 if values.pop("way") == "out" else 1]
    told = pen(f"fields.{row['field']}.{row['finding']}", network=pen.names[focal], **values)
    return told + pen.cited(row["evidence"], row["state"])
