"""Clusters and participation in words: who gathers round each question, who could carry an application, what the circle lacks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from actormap.analysis.review.clusters import Clusters, ClustersRow
from actormap.analysis.review.participation import Participation
from actormap.output import excerpt
from actormap.report.review.document import Section, items, paragraph, section
from actormap.report.review.writer import Pen


def write(clusters: Clusters, participation: Participation, pen: Pen) -> Section:
    """Return the clusters, those of one actor in a line, with what none of them has and how the target group takes part."""
    each = tuple(_each(alike(clusters, several=True), clusters, pen))
    alone = [
        pen("clusters.alone", names=[row["name"] for row in rows], actor=pen.named(rows[0]["actors"]))
        for rows in alike(clusters, several=False)
    ]
    taking_part = section(pen("clusters.participation"), items(*pen.beginning(_participation(participation, pen))))
    date = clusters.context.parameters["date"]
    idle = date is not None and clusters.rows and not any(row["ongoing"] for row in clusters.rows)
    return section(
        pen("clusters.title"),
        paragraph(
            pen("clusters.lead") if clusters.rows else pen("clusters.nothing"), pen("clusters.no_ongoing", date=date) if idle else ""
        ),
        items(*pen.beginning(alone)),
        sections=(*each, *([_lacking(clusters, pen)] if clusters.rows else []), *([taking_part] if participation.rows else [])),
    )


def _each(together: Sequence[Sequence[ClustersRow]], clusters: Clusters, pen: Pen) -> Iterator[Section]:
    """Yield a section for each cluster that is shown; the last of them says how many more there are."""
    shown = together[: pen.terminal.most]
    for rows in shown:
        more = excerpt.more(len(together), pen.terminal, pen.texts) if rows is shown[-1] else ""
        yield section(_title(rows, pen), items(*_about(rows[0], clusters, pen)), paragraph(more))


def questions(clusters: Clusters, pen: Pen) -> list[str]:
    """Return what there is to ask about clusters and participation."""
    return [pen("clusters.ask"), pen("clusters.ask_participation")] if clusters.rows else []


def alike(clusters: Clusters, *, several: bool) -> list[list[ClustersRow]]:
    """Return the clusters of several actors, or of one, those of the same actors (and, of several, the same venues) together."""
    found: dict[tuple[Any, ...], list[ClustersRow]] = {}
    for row in clusters.rows:
        if (len(row["actors"]) > 1) == several:
            found.setdefault((tuple(row["actors"]), tuple(row["venues"]) if several else ()), []).append(row)
    return list(found.values())


def _title(rows: Sequence[ClustersRow], pen: Pen) -> str:
    told = {"names": [row["name"] for row in rows], "actors": len(rows[0]["actors"])}
    if not rows[0]["venues"]:
        return pen("clusters.theme_without_venue", **told)
    return pen("clusters.theme", **told, n=len(rows[0]["venues"]))


def _about(row: ClustersRow, clusters: Clusters, pen: Pen) -> Iterator[str]:
    network, date = pen.names[clusters.focal], clusters.context.parameters["date"]
    carried = pen.cited(row["carrying"])
    if row["carriers"]:
        yield pen("clusters.carriers", names=pen.named(row["carriers"])) + carried
        if row["experienced"]:
            yield pen("clusters.experienced", names=pen.named(row["experienced"]))
    elif row["experienced"]:
        yield pen("clusters.only_experienced", names=pen.named(row["experienced"])) + carried
    else:
        yield pen("clusters.no_carrier")
    if row["ongoing"]:
        yield pen("clusters.ongoing", names=pen.named(row["ongoing"]), date=date)
    outside = row["members_outside"]
    if not outside:
        yield pen("clusters.all_members", network=network)
    elif len(outside) == clusters.members:
        yield pen("clusters.no_members_in", network=network)
    else:
        yield pen("clusters.members_outside", network=network, names=pen.named(outside))
    yield pen("clusters.methods", names=pen.named(row["methods"])) if row["methods"] else pen("clusters.no_method")
    if row["methods_elsewhere"]:
        yield pen("clusters.methods_elsewhere", names=pen.named(row["methods_elsewhere"]))


def _lacking(clusters: Clusters, pen: Pen) -> Section:
    return section(pen("clusters.lacks"), items(*_lacks(clusters, pen)), paragraph(pen("clusters.lacks_note")))


def _lacks(clusters: Clusters, pen: Pen) -> Iterator[str]:
    checklist = pen.vocabulary.checklist
    professions = [name for name in checklist if all(name in row["professions"] for row in clusters.rows)]
    if professions:
        yield pen("clusters.lacks_professions", names=[pen.texts.pick(checklist[name]) for name in professions])
    strangers = sorted(set.intersection(*(set(row["newcomers"]) for row in clusters.rows)))
    if strangers:
        yield pen("clusters.lacks_actors", names=pen.named(strangers))


def _participation(participation: Participation, pen: Pen) -> Iterator[str]:
    saying = participation.saying()
    for row in saying:
        places = pen.cited(row["evidence"])
        if row["works_with"]:
            yield pen("clusters.participation_theme", name=row["name"], names=pen.named(row["works_with"])) + places
        elif row["told_of"]:
            yield pen("clusters.participation_told", name=row["name"], names=pen.named(row["told_of"])) + places
        else:
            yield pen("clusters.participation_noted", name=row["name"]) + places
    if rest := len(participation.rows) - len(saying):
        yield pen("clusters.participation_unknown" if saying else "clusters.participation_none", n=rest)
