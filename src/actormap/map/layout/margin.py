"""What stands beside the picture in every layout but boxes and forces: those without a tie in the frame, themes outside it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from actormap.map.layout import strip as layout_strip
from actormap.map.layout.geometry import Rectangle
from actormap.map.layout.inputs import Material
from actormap.map.layout.layout import GAP, Box, Frame, Names, Position, sizes_of


@dataclass(slots=True)
class Beside:
    """Boxes with their nodes, and how high the room is that they leave for the rest."""

    floor: float
    boxes: list[Box] = field(default_factory=list)
    positions: dict[str, Position] = field(default_factory=dict)

    def add(self, kind: str, name: Names, strip: layout_strip.Strip, title: float) -> None:
        """Put in a strip that lies where it is to be."""
        self.boxes.append(Box(kind, name, tuple(strip.positions), strip.box.rounded(), round(title, 1)))
        self.positions |= strip.positions


def stand(material: Material, frame: Frame, dot: float, *, apart: Collection[str] = (), apart_name: Names | None = None) -> Beside:
    """Return what stands beside the rest: themes, minor ones, those without a tie, and those `apart`, under a name of their own."""
    beside = Beside(frame.height)
    sizes = sizes_of(material.graph, material.labels, dot, frame)
    title, pad = 2.2 * frame.text, 0.8 * frame.text
    themes = sorted(material.themes)
    if themes:
        strip = layout_strip.outside(themes, sizes, frame, title=title, pad=pad)
        beside.add("themes", material.name("group.themes"), strip, title)
    alone = [node_id for node_id in sorted(material.graph) if not material.graph.degree(node_id) and node_id not in beside.positions]
    minor = [node_id for node_id in sorted(material.minor) if node_id not in alone]
    below = [("isolates", alone, material.name("group.isolates")), ("place", sorted(apart), apart_name or {})]
    for kind, members, name in below:
        if members:
            strip = layout_strip.rows(members, sizes, frame.width, title=title, pad=pad, most=0.25 * frame.height)
            top = beside.floor - strip.box.height
            beside.add(kind, name, strip.moved(0, top - strip.box.y), title)
            beside.floor = top - GAP
    if minor:
        # They wait to be ticked, so they stand outside the frame, where the overview does not look until then.
        strip = layout_strip.rows(minor, sizes, frame.width, title=title, pad=pad)
        top = max([frame.height, *(box.area.y + box.area.height for box in beside.boxes)]) + GAP
        beside.add("minor", material.name("family.unanalysed"), strip.moved(0, top), title)
    return beside


def rest(material: Material, beside: Beside) -> list[str]:
    """Return the ids of those that stand in the picture itself."""
    return [node_id for node_id in sorted(material.graph) if node_id not in beside.positions]


def picture(frame: Frame, beside: Beside) -> Rectangle:
    """Return the room that is left for the picture."""
    return Rectangle(0, 0, frame.width, beside.floor)
