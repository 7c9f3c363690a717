"""The poster put together: what is shown, where it stands, and the template filled."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import hypot, sqrt
from typing import TYPE_CHECKING, Any

from actormap.i18n import Texts
from actormap.map.data import edges
from actormap.map.data import legend as map_legend
from actormap.map.data.nodes import shown
from actormap.map.layout import registry
from actormap.map.layout.geometry import Rectangle
from actormap.map.layout.inputs import Material
from actormap.map.layout.layout import Layout
from actormap.map.paper import TEXT, Paper
from actormap.map.poster import legend
from actormap.map.poster.fonts import width, wrap
from actormap.map.poster.labels import Label, LabelRequest, place
from actormap.map.poster.sheet import SheetWords, divide
from actormap.model.records import Relationship
from actormap.model.vocabulary import Vocabulary
from actormap.output import templates

if TYPE_CHECKING:
    from jinja2 import Environment

BOLD = 14  # the best connected are written in bold
LARGER = 40  # and so many a little larger than the rest
TITLE = 15.0
TITLES = (TITLE, 13.0, 11.0, 9.5)
INWARDS = 90.0


@dataclass(frozen=True, slots=True)
class PosterTexts:
    """What the sheet says besides the map."""

    title: str
    edition: str
    sources: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A node on the sheet."""

    x: float
    y: float
    radius: float
    shape: str
    colour: str
    hollow: bool
    focal: bool
    name: str


def draw(
    material: Material,
    ties: Sequence[Relationship],
    vocabulary: Vocabulary,
    texts: Texts,
    paper: Paper,
    poster_texts: PosterTexts,
    *,
    degree: Mapping[str, float],
    arrangement: str = registry.AUTO,
) -> str:
    """Return the poster as SVG of the paper's size; text is escaped. It shows what the interactive map shows when it opens.

    `degree` is what a node's area is in proportion to. Themes, posts, unnamed groups and denied relationships are left out, which the sheet
    says.
    """
    entries = legend.sections(material, ties, vocabulary, texts)
    visible = {node.id for node in shown(material.snapshot) if map_legend.key_of(node, vocabulary) not in map_legend.HIDDEN_AT_START}
    lines_drawn = [tie for tie in ties if tie.source in visible and tie.target in visible and _status(tie, vocabulary) != "denied"]
    counts = {"nodes": len(visible), "edges": len(lines_drawn)}
    said = SheetWords(poster_texts.title, texts("poster.counts", **counts), poster_texts.edition, _foot(poster_texts, len(visible), texts))
    sheet = divide(paper, len(visible), said, lambda width: legend.lines(entries, width))
    layout = _seen(registry.make(registry.starting(material, arrangement), material, sheet.frame), visible)
    dots = _dots(material, layout, vocabulary, degree)
    titles = _titles(layout, texts)
    labels = place(
        _requests(layout, dots, degree),
        Rectangle(0, 0, sheet.map.width, sheet.map.height),
        [area for _, area in titles],
        [box.area for box in layout.boxes],
    )
    return (
        _environment()
        .get_template("poster.svg")
        .render(
            t=texts,
            lang=texts.lang,
            paper=paper,
            sheet=sheet,
            title=poster_texts.title,
            description=texts("poster.description", **counts),
            layout=layout,
            lines=_lines(lines_drawn, layout, vocabulary),
            dots=sorted(dots.values(), key=lambda dot: (dot.radius, dot.x, dot.y)),
            titles=[label for label, _ in titles],
            labels=labels,
            foot=list(sheet.footing(_foot(poster_texts, len(dots) - len(labels), texts))),
            legend=legend.placed(entries, sheet),
            text=TEXT,
        )
    )


def _foot(told: PosterTexts, unlabelled: int, texts: Texts) -> str:
    left_out = f"{told.sources} · {texts('poster.left_out')}"
    return f"{left_out} {texts('poster.unlabelled', n=unlabelled)}" if unlabelled else left_out


def _seen(layout: Layout, visible: set[str]) -> Layout:
    """Return the layout without what is not shown, and without boxes that nobody shown stands in."""
    boxes = tuple(box for box in layout.boxes if any(node_id in visible for node_id in box.members))
    positions = {node_id: place for node_id, place in layout.positions.items() if node_id in visible}
    return replace(layout, boxes=boxes, positions=positions)


def _dots(material: Material, layout: Layout, vocabulary: Vocabulary, degree: Mapping[str, float]) -> dict[str, Dot]:
    largest = max((degree.get(node_id, 0.0) for node_id in layout.positions), default=0.0)
    found = {}
    for node_id, (x, y) in layout.positions.items():
        node = material.snapshot.by_id[node_id]
        style = vocabulary.styles[vocabulary.kind(node.node, node.kind).style]
        radius = layout.dot * (0.44 + (1.05 * sqrt(max(0.0, degree.get(node_id, 0.0)) / largest) if largest else 0))
        hollow = map_legend.key_of(node, vocabulary) == map_legend.UNANALYSED
        found[node_id] = Dot(x, y, round(radius, 1), style.shape, style.colour, hollow, node_id == material.focal, node.name)
    return found


def _requests(layout: Layout, dots: Mapping[str, Dot], degree: Mapping[str, float]) -> list[LabelRequest]:
    homes = {node_id: box.area for box in layout.boxes for node_id in box.members}
    ranked = sorted(dots, key=lambda node_id: (not dots[node_id].focal, -degree.get(node_id, 0.0), node_id))
    return [
        LabelRequest(
            dots[node_id].x,
            dots[node_id].y,
            dots[node_id].radius,
            dots[node_id].name,
            TEXT * (1.15 - 0.2 * min(1.0, rank / LARGER)),
            bold=rank < BOLD,
            home=homes[node_id].within(6) if node_id in homes else None,
            side=layout.sides.get(node_id, 0),
        )
        for rank, node_id in enumerate(ranked)
    ]


def _titles(layout: Layout, texts: Texts) -> list[tuple[Label, Rectangle]]:
    """Return the names of boxes and headings with the areas that they take."""
    found = []
    for box in layout.boxes:
        label = _title(box.name[texts.lang], box.area.width - 20, box.area.x + 10, "start")
        top = box.area.y + 6
        area = Rectangle(box.area.x + 6, top - 2, label.area.width + 8, label.area.height + 4)
        found.append((replace(label, y=top + label.size * 0.6, area=area), area))
    for heading in layout.headings:
        label = _title(heading.name[texts.lang], 18 * TITLE, heading.x, "middle")
        top = heading.y - label.area.height / 2
        area = Rectangle(heading.x - label.area.width / 2, top, label.area.width, label.area.height)
        found.append((replace(label, y=top + label.size * 0.6, area=area), area))
    return found


def _title(name: str, room: float, x: float, align: str) -> Label:
    """Return a title in as large letters as let it be told whole; only where none do it is cut."""
    lines: tuple[str, ...] = ()
    size = TITLE
    for size in TITLES:
        lines = wrap(name, room, size, bold=True, most=3)
        if not lines[-1].endswith("…") and all(width(line, size, bold=True) <= room for line in lines):
            break
    wide = max(width(line, size, bold=True) for line in lines)
    return Label(lines, size, True, x, 0, align, Rectangle(0, 0, wide, len(lines) * size * 1.2))


def _lines(ties: Sequence[Relationship], layout: Layout, vocabulary: Vocabulary) -> list[dict[str, Any]]:
    """Return the relationships as paths, parallel ones bent apart; what is implied or planned has its own pattern."""
    bends = edges.bends(ties)
    box = {node_id: number for number, one in enumerate(layout.boxes) for node_id in one.members}
    found = []
    for tie in ties:
        (x1, y1), (x2, y2) = layout.positions[tie.source], layout.positions[tie.target]
        if tie.source == tie.target:
            continue
        side = layout.sides.get(tie.source) if layout.sides.get(tie.source) == layout.sides.get(tie.target) else None
        if side:
            # Within a column a straight line would run through those between: it goes round them on the inner side.
            handle: tuple[float, float] | None = (x1 - side * min(INWARDS, abs(y2 - y1)), (y1 + y2) / 2)
        else:
            # A quadratic curve's middle lies half way to its handle.
            bend = bends[tie.id]
            handle = ((x1 + x2) / 2 + bend * (y2 - y1), (y1 + y2) / 2 - bend * (x2 - x1)) if bend else None
        found.append(
            {
                "from": (x1, y1),
                "to": (x2, y2),
                "handle": handle,
                "colour": vocabulary.type(tie.type).colour,
                "pattern": legend.PATTERNS.get(_status(tie, vocabulary), ""),
                "within": box.get(tie.source) == box.get(tie.target) and hypot(x2 - x1, y2 - y1) < layout.frame.width / 3,
            }
        )
    return found


def _status(tie: Relationship, vocabulary: Vocabulary) -> str:
    return vocabulary.best(evidence.status for evidence in tie.evidence)


@cache
def _environment() -> Environment:
    return templates.environment("actormap.map.poster", px=lambda value: f"{value:.1f}".removesuffix(".0"))
