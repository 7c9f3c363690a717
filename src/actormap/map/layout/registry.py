"""The layouts by name: which of them apply to a map, which one it starts with, and each of them in every frame.

To know the names nothing else is read: a layout's own module is, when it is made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from actormap.errors import UsageError, parameter

if TYPE_CHECKING:
    from actormap.map.layout.inputs import Material
    from actormap.map.layout.layout import Frame, Layout
    from actormap.map.layout.pins import Pins

AUTO = "auto"
# Beyond this boxes hold more than labels can name, forces show more, and every further layout weighs on the page.
MANY = 2000


class Arrangement(Protocol):
    """What the module of a layout holds."""

    @staticmethod
    def arrange(material: Material, frame: Frame) -> Layout:
        """Return the layout in a frame."""

    @staticmethod
    def objection(material: Material) -> str:
        """Return why the layout does not apply, an empty text if it does."""


@dataclass(frozen=True, slots=True)
class LayoutEntry:
    """A layout: what a reader of the help is told of it, and the module of this folder that holds its `Arrangement`."""

    says: str
    module: str

    @property
    def arrangement(self) -> Arrangement:
        """Return the module, read when it is first needed."""
        return cast("Arrangement", import_module(f"{__package__}.{self.module}"))


USUAL, FOR_MANY = "group", "force"
LAYOUTS: Mapping[str, LayoutEntry] = {
    USUAL: LayoutEntry("boxes of those who work closely together", "group_in_box"),
    "geographic": LayoutEntry("municipalities at their place", "geographic"),
    "affiliation": LayoutEntry("two columns: who takes part in what", "two_columns"),
    "concentric": LayoutEntry("rings round the network in focus", "concentric"),
    FOR_MANY: LayoutEntry("without boxes, for thousands", "components"),
}
NAMES = tuple(LAYOUTS)

Framed = Mapping[str, "Layout"]


def lay_out(material: Material, start: str = AUTO, *, pins: Pins | None = None, frames: Sequence[Frame] | None = None) -> dict[str, Framed]:
    """Return the layouts that apply, each in every frame by the frame's name; the one that the map starts with comes first.

    Up to 2,000 nodes all that apply are there, beyond only the one at start. `frames` are those of a wide screen and a telephone unless
    given. Raises `UsageError` if the one named does not apply.
    """
    from actormap.map.layout.layout import LANDSCAPE, PORTRAIT
    from actormap.map.layout.pins import pinned

    frames = frames or (LANDSCAPE, PORTRAIT)
    chosen = starting(material, start, pins)
    others = [name for name in NAMES if name not in (chosen, FOR_MANY) and not objection(name, material)]
    names = [chosen, *(others if len(material.graph) <= MANY else ())]
    return {name: {frame.name: pinned(make(name, material, frame), pins) for frame in frames} for name in names}


def starting(material: Material, start: str = AUTO, pins: Pins | None = None) -> str:
    """Return the layout that a map starts with: the one named, the one that positions were saved in, or the one for its size."""
    if start == AUTO:
        if pins is not None and not objection(pins.layout, material):
            return pins.layout
        return USUAL if len(material.graph) <= MANY else FOR_MANY
    if reason := objection(start, material):
        raise UsageError(f"The layout {start} does not apply: {reason}.", hint=f"Leave {parameter('layout')} out, or choose another.")
    return start


def objection(name: str, material: Material) -> str:
    """Return why a layout does not apply to a map, an empty text if it does."""
    return LAYOUTS[name].arrangement.objection(material) if name in LAYOUTS else f"there is {', '.join(NAMES)}"


def make(name: str, material: Material, frame: Frame) -> Layout:
    """Return one layout in one frame."""
    return LAYOUTS[name].arrangement.arrange(material, frame)
