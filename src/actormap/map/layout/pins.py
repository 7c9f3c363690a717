"""Positions that somebody gave: saved by the page after nodes were dragged, kept by the next build."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from actormap import files
from actormap.errors import InputError, several
from actormap.map.layout.layout import Layout, Position, tenths

MARK = "positions"
HINT = "Give the file that the map saved."
FRAMES = ("landscape", "portrait")
ROUNDS = 30
FARTHEST = 1e9


@dataclass(frozen=True, slots=True)
class Pins:
    """Where nodes were put, by frame and id, and in which layout."""

    layout: str
    positions: Mapping[str, Mapping[str, Position]]

    @property
    def ids(self) -> frozenset[str]:
        """Return the ids of all that were put somewhere."""
        return frozenset(node_id for frame in self.positions.values() for node_id in frame)


def read(text: str, file: str) -> Pins:
    """Return the positions in a file's text; raise `InputError` with everything that is wrong with it."""
    try:
        content = files.json_value(text)
    except ValueError as error:
        raise InputError(f"{file} is no JSON: {error}.", hint=HINT) from error
    if not isinstance(content, dict) or content.get("actormap") != MARK or not isinstance(content.get("positions"), dict):
        raise InputError(f"{file} holds no saved positions.", hint=HINT)
    faults = [f"there is no frame {frame}" for frame in content["positions"] if frame not in FRAMES]
    found: dict[str, dict[str, Position]] = {}
    for frame in FRAMES:
        given = content["positions"].get(frame, {})
        if not isinstance(given, dict):
            faults.append(f"{frame} holds no positions by id")
            continue
        found[frame] = {}
        for node_id, value in given.items():
            if _is_point(value):
                found[frame][node_id] = (float(value[0]), float(value[1]))
            else:
                faults.append(f"{frame}, {node_id}: not two numbers")
    if faults:
        raise InputError(f"{file} cannot be used: {several(faults, '; ')}.", hint=HINT)
    return Pins(str(content.get("layout", "group")), found)


def pinned(layout: Layout, pins: Pins | None) -> Layout:
    """Return a layout with those that were put somewhere at their places, and others that they would lie on moved aside.

    Positions hold for the layout that they were saved in; those of nodes that are gone are passed over.
    """
    if pins is None or pins.layout != layout.name:
        return layout
    fixed = {node_id: place for node_id, place in pins.positions.get(layout.frame.name, {}).items() if node_id in layout.positions}
    if not fixed:
        return layout
    ids = list(layout.positions)
    held = np.array([node_id in fixed for node_id in ids])
    points = np.array([fixed.get(node_id, layout.positions[node_id]) for node_id in ids])
    room = 2.4 * layout.dot
    for _ in range(ROUNDS):
        apart = points[:, None] - points[held][None]
        away = np.sqrt((apart**2).sum(axis=2))
        near = (away < room - 1e-6) & ~held[:, None]
        if not near.any():
            break
        # Right on top of one there is no direction away from it: then upwards.
        direction = np.where(away[:, :, None] > 1e-9, apart / np.maximum(away, 1e-9)[:, :, None], np.array([0.0, -1.0]))
        points += (direction * ((room - away) * near)[:, :, None]).sum(axis=1)
    return replace(layout, positions=tenths(dict(zip(ids, map(tuple, points), strict=True))))


def _is_point(value: Any) -> bool:
    numbers = isinstance(value, list) and len(value) == 2 and all(isinstance(part, int | float) for part in value)
    # What is no number is not below any; one of four hundred figures is no place.
    return numbers and all(abs(part) <= FARTHEST and not isinstance(part, bool) for part in value)
