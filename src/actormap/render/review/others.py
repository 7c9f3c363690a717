"""Others round a network in words: who is near, whom no source names, who is named only as a group."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from actormap.analysis.composition.others import ACTOR, GROUP, PROFESSION, UNNAMED, Others
from actormap.render.review.document import Section, items, paragraph, section
from actormap.render.review.pen import Pen


def write(others: Others, pen: Pen) -> Section:
    """Return what there is to say of others round a network."""
    network = pen.names[others.focal]
    near = list(_near(others, pen)) or [pen("others.nobody_near")]
    groups = [_group(row, pen) for row in others.of(GROUP)] or [pen("others.no_groups")]
    return section(
        pen("others.title", network=network),
        items(*_checklist(others, pen), lead=pen("others.checklist")),
        paragraph(pen("others.checklist_note")),
        items(*near, lead=pen("others.near")),
        paragraph(pen("others.lead")),
        items(*groups, lead=pen("others.groups")),
    )


def questions(others: Others, pen: Pen) -> list[str]:
    """Return what there is to ask about others."""
    names = [row["name"] for row in others.of(PROFESSION) if row["state"] == UNNAMED]
    asked = [pen("others.ask", names=names)] if names else []
    return asked + ([pen("others.ask_group")] if others.of(GROUP) else [])


def _near(others: Others, pen: Pen) -> Iterator[str]:
    """Yield a line for all who are near in the same way."""
    alike: dict[tuple[Any, ...], list[Mapping[str, Any]]] = {}
    for row in others.of(ACTOR):
        alike.setdefault((row["distance"], tuple(row["through"]), tuple(row["venues"])), []).append(row)
    for (distance, through, venues), rows in alike.items():
        names = [row["name"] for row in rows]
        told = {"names": names, "through": [pen.names[each] for each in through], "venues": [pen.names[each] for each in venues]}
        places = pen.cited(sorted({place for row in rows for place in row["evidence"]}))
        if distance is None:
            yield pen("others.no_path", names=names) + places
        elif distance == 1:
            yield pen("others.direct", names=names, through=told["through"]) + places
        elif distance == 2 and venues:
            yield pen("others.two_in", **told) + places
        elif distance == 2:
            yield pen("others.two", names=names, through=told["through"]) + places
        else:
            yield pen("others.far", steps=distance, names=names, through=told["through"]) + places


def _checklist(others: Others, pen: Pen) -> Iterator[str]:
    unnamed = [row["name"] for row in others.of(PROFESSION) if row["state"] == UNNAMED]
    yield pen("others.unnamed", names=unnamed) if unnamed else pen("others.all_named")
    for row in others.of(PROFESSION):
        if row["state"] != UNNAMED:
            key = "others.named_inside" if row["seat"] else "others.named_outside"
            yield pen(key, name=row["name"], by=[pen.names[each] for each in row["by"]]) + pen.cited(row["evidence"])


def _group(row: Mapping[str, Any], pen: Pen) -> str:
    key = "others.group_tied" if row["by"] else "others.group"
    tied = {"tied": [pen.names[each] for each in row["by"]]} if row["by"] else {}
    return pen(key, name=row["name"], **tied) + pen.cited(row["evidence"])
