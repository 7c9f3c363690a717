"""Others round a network in words: who is near, whom no source names, who is named only as a group."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from actormap.analysis.review.outsiders import ACTOR, GROUP, PROFESSION, UNNAMED, Outsiders, OutsidersRow
from actormap.report.review.document import Block, Section, items, paragraph, section
from actormap.report.review.writer import Pen

DIRECT, SECOND, FAR = (1,), (2,), (3, None)  # steps to the nearest member: one, two, and three or more or no way at all


def write(others: Outsiders, pen: Pen) -> Section:
    """Return what there is to say of others round a network."""
    groups = pen.beginning(_groups(others, pen))
    known = (DIRECT, SECOND, FAR) if others.members else ((), (), ())
    direct, second, far = (pen.beginning(_near(others, pen, distance)) for distance in known)
    return section(
        pen("others.title", network=pen.names[others.focal]),
        *_asked_for(others, pen),
        paragraph(_lead(others, pen)),
        items(*direct, lead=pen("others.direct")),
        items(*second, lead=pen("others.second")),
        items(*far, lead=pen("others.far")),
        items(*groups, lead=pen("others.groups")),
    )


def _lead(others: Outsiders, pen: Pen) -> str:
    if not others.members:
        return pen("others.no_members")
    return pen("others.lead") if others.of(ACTOR) else pen("others.nobody_near")


def questions(others: Outsiders, pen: Pen) -> list[str]:
    """Return what there is to ask about others."""
    names = [row["name"] for row in others.of(PROFESSION) if row["state"] == UNNAMED]
    asked = [pen("others.ask", names=names)] if names else []
    return asked + ([pen("others.ask_group")] if others.of(GROUP) else [])


def _near(others: Outsiders, pen: Pen, distances: Collection[int | None]) -> Iterator[str]:
    """Yield a line for all who are at some distances, those with the same way to them in one."""
    alike: dict[tuple[Any, ...], list[OutsidersRow]] = {}
    for row in others.of(ACTOR):
        if (row["distance"] if row["distance"] in (1, 2, None) else 3) in distances:
            alike.setdefault((row["distance"], tuple(row["through"]), tuple(row["venues"])), []).append(row)
    for (distance, through, venues), rows in alike.items():
        told = {"names": [row["name"] for row in rows]} | ({"through": pen.named(through)} if through else {})
        key = "tied" if distance == 1 else "no_path" if distance is None else "through"
        if distance == 2 and venues:
            key, told["venues"] = ("through_in" if len(through) == 1 else "through_partly_in"), pen.named(venues)
        yield pen(f"others.{key}", **told) + pen.cited(sorted({place for row in rows for place in row["evidence"]}))


def _asked_for(others: Outsiders, pen: Pen) -> Sequence[Block]:
    """Return who of the checklist is named and what that rests on; nothing where the workspace has none."""
    if not others.of(PROFESSION):
        return ()
    return items(*pen.beginning(_checklist(others, pen)), lead=pen("others.checklist")), paragraph(pen("others.checklist_note"))


def _checklist(others: Outsiders, pen: Pen) -> Iterator[str]:
    unnamed = [row["name"] for row in others.of(PROFESSION) if row["state"] == UNNAMED]
    yield pen("others.unnamed", names=unnamed) if unnamed else pen("others.all_named")
    for row in others.of(PROFESSION):
        if row["state"] != UNNAMED:
            key = "others.named_inside" if row["seat"] else "others.named_outside"
            by = [pen.names[each] for each in row["by"]]
            told = "" if len(by) == 1 and row["name"].startswith(by[0]) else pen("others.by", names=by)
            yield pen(key, name=row["name"], by=told) + pen.cited(row["evidence"])


def _groups(others: Outsiders, pen: Pen) -> Iterator[str]:
    """Yield a line for all groups that are tied to the same, those tied to nothing last."""
    alike: dict[tuple[str, ...], list[OutsidersRow]] = {}
    for row in sorted(others.of(GROUP), key=lambda row: not row["by"]):
        alike.setdefault(tuple(row["by"]), []).append(row)
    for by, rows in alike.items():
        names = [row["name"] for row in rows]
        told = pen("others.group_tied", names=names, tied=pen.named(by)) if by else pen("others.group", names=names)
        yield told + pen.cited(sorted({place for row in rows for place in row["evidence"]}))
