"""The layouts by name: which of them apply to a map, which one it starts with, and each of them in every frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actormap.errors import UsageError
from actormap.render.map import layout_affiliation, layout_concentric, layout_geographic, layout_group, layout_spread
from actormap.render.map.layout import LANDSCAPE, PORTRAIT, Frame, Layout
from actormap.render.map.material import Material
from actormap.render.map.pins import Pins, pinned

NAMES = (layout_group.NAME, layout_geographic.NAME, layout_affiliation.NAME, layout_concentric.NAME, layout_spread.NAME)
AUTO = "auto"
FRAMES = (LANDSCAPE, PORTRAIT)
# Beyond this boxes hold more than labels can name, forces show more, and every further layout weighs on the page.
MANY = 2000
FEWEST_PLACES = 3

Framed = Mapping[str, Layout]


def lay_out(material: Material, start: str = AUTO, *, pins: Pins | None = None, frames: Sequence[Frame] = FRAMES) -> dict[str, Framed]:
    """Return the layouts that apply, each in every frame by the frame's name; the one that the map starts with comes first.

    Up to 2,000 nodes all that apply are there, beyond only the one at start. Raises `UsageError` if the one named does not apply.
    """
    chosen = starting(material, start, pins)
    others = [name for name in NAMES if name not in (chosen, layout_spread.NAME) and not objection(name, material)]
    names = [chosen, *(others if len(material.graph) <= MANY else ())]
    return {name: {frame.name: pinned(make(name, material, frame), pins) for frame in frames} for name in names}


def starting(material: Material, start: str = AUTO, pins: Pins | None = None) -> str:
    """Return the layout that a map starts with: the one named, the one that positions were saved in, or the one for its size."""
    if start == AUTO:
        if pins is not None and not objection(pins.layout, material):
            return pins.layout
        return layout_group.NAME if len(material.graph) <= MANY else layout_spread.NAME
    if reason := objection(start, material):
        raise UsageError(f"The layout {start} does not apply: {reason}.", hint="Leave --layout out, or choose another.")
    return start


def objection(name: str, material: Material) -> str:
    """Return why a layout does not apply to a map, an empty text if it does."""
    if name == layout_geographic.NAME:
        found = len(layout_geographic.located(material))
        return "" if found >= FEWEST_PLACES else f"{found} municipalities have latitude and longitude, and it takes {FEWEST_PLACES}"
    if name == layout_concentric.NAME:
        return "" if material.focal else "no network is in focus (--network)"
    if name == layout_affiliation.NAME:
        sides = layout_affiliation.columns(material)
        if not all(sides):
            return "it takes actors and networks or projects with relationships"
        longest = max(map(len, sides))
        return "" if longest <= layout_affiliation.MOST else f"a column would hold {longest}, and {layout_affiliation.MOST} is the most"
    return "" if name in NAMES else f"there is {', '.join(NAMES)}"


def make(name: str, material: Material, frame: Frame) -> Layout:
    """Return one layout in one frame."""
    match name:
        case layout_geographic.NAME:
            return layout_geographic.arrange(material, frame)
        case layout_affiliation.NAME:
            return layout_affiliation.arrange(material, frame)
        case layout_concentric.NAME:
            return layout_concentric.arrange(material, frame)
        case layout_spread.NAME:
            return layout_spread.arrange(material, frame)
        case _:
            return layout_group.arrange(material, frame)
