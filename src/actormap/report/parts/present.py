"""The present state: how much there is, who sits in the network, which networks and projects there are, and the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from actormap.model.ordering import alphabetical
from actormap.model.records import Network
from actormap.output.document.blocks import Block, Figure, KeyFigures, SectionHeading, TableCell
from actormap.output.page_text import at_first
from actormap.report.inquiry import Inquiry
from actormap.report.parts.decisions import counted
from actormap.report.review import present_state
from actormap.report.sections import ROWS, blocks, number, paragraph, table, words

FIRST = 12  # projects of many that paper has room for
SHOWN = 30  # of the parts that the network falls into
NEAR = 5  # of those who take part in most, in the words about the map


def write(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the present state, of the network in focus or of all there is."""
    pen, counts = inquiry.pen, inquiry.view.summary()
    if inquiry.review is not None:
        first, *rest = blocks(present_state.write(inquiry.review.present, pen), pen, counted=inquiry.counted("review"))
    else:
        first, rest = SectionHeading(1, pen("review.present.title")), [*_all_there_is(inquiry, counts)]
    yield first
    if counts["ties"]:
        yield KeyFigures(tuple(counted(inquiry, ("actors", "venues", "ties"))))
    yield from rest
    yield from _map(inquiry)
    yield from _members(inquiry)
    yield from _kinds(inquiry)
    yield from _networks(inquiry)
    yield from _projects(inquiry)


def _all_there_is(inquiry: Inquiry, counts: Mapping[str, Any]) -> Iterator[Block]:
    pen = inquiry.pen
    if not counts["ties"]:
        yield from paragraph(pen("report.no_ties"))
        return
    held = {name: counts[name] for name in ("actors", "venues", "ties") if name in counts}
    told = [pen("report.holds" if inquiry.view.two_mode else "report.holds_contacts", **held)]
    if counts["parts"]:
        told.append(pen("report.parts", n=len(counts["parts"]), sizes=", ".join(map(str, counts["parts"][:SHOWN]))))
    if inquiry.support.statements:
        told.append(inquiry.rests())
    yield from paragraph(" ".join(told) + pen.marked(inquiry.counted("centrality")))


def _map(inquiry: Inquiry) -> Iterator[Block]:
    if inquiry.map_svg is None:
        return
    pen, counts = inquiry.pen, inquiry.view.summary()
    most = sorted(inquiry.view.actors, key=lambda node: (-inquiry.view.graph.degree(node), node))[:NEAR]
    held = {name: counts[name] for name in ("actors", "venues", "ties") if name in counts}
    alternative = [pen("report.holds" if inquiry.view.two_mode else "report.holds_contacts", **held)]
    alternative.append(pen("report.map.most", names=[inquiry.view.node(node).name for node in most]) if most else "")
    yield SectionHeading(2, pen("report.map.title"))
    yield from paragraph(pen("report.map.lead"))
    alternative.append(pen("report.map.in_table") if counts["ties"] else "")
    yield Figure(inquiry.map_svg, pen("report.map.caption", date=inquiry.day), " ".join(filter(None, alternative)))
    yield from _met(inquiry)


def _met(inquiry: Inquiry) -> Iterator[Block]:
    """Yield the map in words: who meets where, or who is in contact with whom; of which an edition may show some rows."""
    pen, view = inquiry.pen, inquiry.view
    degree = view.graph.degree
    found = sorted(
        (node for node in (view.venues if view.two_mode else view.actors) if degree(node)),
        key=lambda node: (-degree(node), alphabetical(view.node(node).name)),
    )
    rows = (
        (words(view.node(node).name), number(degree(node), pen.texts.number(degree(node))), words(pen.named(view.graph[node])))
        for node in found
    )
    columns = ("where" if view.two_mode else "actor", "how_many", "who")
    yield from _table(inquiry, "map" if view.two_mode else "map_contacts", columns, rows, "centrality", SHOWN)


def _members(inquiry: Inquiry) -> Iterator[Block]:
    pen, review = inquiry.pen, inquiry.review
    if review is None or not review.present.rows:
        return
    yield SectionHeading(2, pen("report.present.members", network=inquiry.network))
    rows = (
        (words(row["name"]), words(inquiry.writer.kind(row["kind"])), number(len(row["venues"]), pen.texts.number(len(row["venues"]))),
         words(pen.named(row["venues"]) if row["venues"] else pen("report.nothing_shown")))
        for row in review.present.rows
    )  # fmt: skip
    columns = ("actor", "kind", "venues_n", "venues_besides")
    yield from _table(inquiry, "members", columns, rows, "review")


def _kinds(inquiry: Inquiry) -> Iterator[Block]:
    """Yield how many actors there are of each kind."""
    pen, view = inquiry.pen, inquiry.view
    counts: dict[str, int] = {}
    for node in view.actors:
        counts[view.node(node).kind] = counts.get(view.node(node).kind, 0) + 1
    if not counts:
        return
    yield SectionHeading(2, pen("report.present.actors"))
    rows = (
        (words(at_first(inquiry.writer.kind(kind))), number(n, pen.texts.number(n)))
        for kind, n in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    )
    yield from _table(inquiry, "kinds", ("kind", "how_many"), rows, "centrality")


def _networks(inquiry: Inquiry) -> Iterator[Block]:
    pen, view = inquiry.pen, inquiry.view
    found = [view.node(node) for node in view.venues]
    networks = sorted(
        (node for node in found if isinstance(node, Network)), key=lambda node: (-view.graph.degree(node.id), alphabetical(node.name))
    )
    if not networks:
        return
    yield SectionHeading(2, pen("report.present.networks"))
    rows = ((words(node.name), *_network(node, inquiry)) for node in networks)
    yield from _table(inquiry, "networks", ("network", "kind", "network_status", "take_part"), rows, "centrality")


def _network(node: Network, inquiry: Inquiry) -> Iterator[TableCell]:
    pen, statuses = inquiry.pen, inquiry.pen.vocabulary.network_statuses
    yield words(inquiry.writer.kind(node.kind))
    status = statuses.get(node.status or "")
    yield words(str(pen.texts.pick(status)) if status else pen("report.not_said"))
    yield number(inquiry.view.graph.degree(node.id), pen.texts.number(inquiry.view.graph.degree(node.id)))


def _projects(inquiry: Inquiry) -> Iterator[Block]:
    pen, listed = inquiry.pen, inquiry.projects.rows
    if not listed:
        return
    yield SectionHeading(2, pen("report.present.projects"))
    ordered = sorted(listed, key=lambda row: (row["start"] or "9999", row["name"]))
    rows = (
        (words(row["name"]), words(row["start"] or pen("report.not_said")), words(row["end"] or pen("report.not_said")),
         words("; ".join(row["methods"]) or pen("report.nothing_shown")))
        for row in ordered
    )  # fmt: skip
    shown = ROWS if len(listed) <= ROWS else FIRST
    yield from _table(inquiry, "projects", ("project", "start", "end", "methods"), rows, "projects list", shown)


def _table(inquiry: Inquiry, name: str, columns: Sequence[str], rows: Any, command: str, shown: int = ROWS) -> Iterator[Block]:
    pen = inquiry.pen
    headed = (pen(f"report.column.{each}") for each in columns)
    yield from table(pen(f"report.caption.{name}", network=inquiry.network), headed, rows, pen, note=inquiry.counted(command), shown=shown)
