"""The layouts by name: which of them apply to a map, which one it starts with, and each of them in every frame."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from actormap.errors import UsageError, parameter
from actormap.map.layout import components, concentric, geographic, group_in_box, two_columns
from actormap.map.layout.inputs import Material
from actormap.map.layout.layout import LANDSCAPE, PORTRAIT, Frame, Layout
from actormap.map.layout.pins import Pins, pinned

NAMES = (group_in_box.NAME, geographic.NAME, two_columns.NAME, concentric.NAME, components.NAME)
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
    others = [name for name in NAMES if name not in (chosen, components.NAME) and not objection(name, material)]
    names = [chosen, *(others if len(material.graph) <= MANY else ())]
    return {name: {frame.name: pinned(make(name, material, frame), pins) for frame in frames} for name in names}


def starting(material: Material, start: str = AUTO, pins: Pins | None = None) -> str:
    """Return the layout that a map starts with: the one named, the one that positions were saved in, or the one for its size."""
    if start == AUTO:
        if pins is not None and not objection(pins.layout, material):
            return pins.layout
        return group_in_box.NAME if len(material.graph) <= MANY else components.NAME
    if reason := objection(start, material):
        raise UsageError(f"The layout {start} does not apply: {reason}.", hint=f"Leave {parameter('layout')} out, or choose another.")
    return start


def objection(name: str, material: Material) -> str:
    """Return why a layout does not apply to a map, an empty text if it does."""
    if name == geographic.NAME:
        found = len(geographic.located(material))
        return "" if found >= FEWEST_PLACES else f"{found} municipalities have latitude and longitude, and it takes {FEWEST_PLACES}"
    if name == concentric.NAME:
        return "" if material.focal else f"no network is in focus ({parameter('network')})"
    if name == two_columns.NAME:
        sides = two_columns.columns(material)
        if not all(sides):
            return "it takes actors and networks or projects with relationships"
        longest = max(map(len, sides))
        return "" if longest <= two_columns.MOST else f"a column would hold {longest}, and {two_columns.MOST} is the most"
    return "" if name in NAMES else f"there is {', '.join(NAMES)}"


def make(name: str, material: Material, frame: Frame) -> Layout:
    """Return one layout in one frame."""
    match name:
        case geographic.NAME:
            return geographic.arrange(material, frame)
        case two_columns.NAME:
            return two_columns.arrange(material, frame)
        case concentric.NAME:
            return concentric.arrange(material, frame)
        case components.NAME:
            return components.arrange(material, frame)
        case _:
            return group_in_box.arrange(material, frame)
