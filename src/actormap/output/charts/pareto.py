"""The picture of how much a network of each size can cover, with today's composition's place on it."""

from __future__ import annotations

from dataclasses import dataclass

from actormap.analysis.composition.invitation.pareto import Front
from actormap.i18n import Texts
from actormap.output.charts.svg import Axis, write

WIDTH, LEFT, RIGHT, TOP, HEIGHT, FOOT = 860, 64, 40, 84, 320, 58


@dataclass(frozen=True, slots=True)
class Point:
    """A size and what it covers: its place in pixels, and what its tooltip says."""

    x: float
    y: float
    tooltip: str


def draw(front: Front, texts: Texts) -> str:
    """Return an SVG of the front; sizes that cannot cover more than a smaller one are part of the line and have no dot."""
    rows = [row for row in front.rows if not row["today"]]
    today = next((row for row in front.rows if row["today"]), None)
    sizes = [row["size"] for row in front.rows]
    across = Axis(min(sizes, default=0), max(sizes, default=0), LEFT + 12, WIDTH - RIGHT)
    up = Axis(0, max([1, *(row["covered"] for row in front.rows)]), TOP + HEIGHT, TOP)

    def point(size: int, covered: float) -> Point:
        return Point(across.at(size), up.at(covered), texts("invite.picture.point", n=size, covered=covered))

    line = [point(row["size"], row["covered"]) for row in rows]
    return write(
        "pareto.svg",
        t=texts,
        lang=texts.lang,
        network=front.network,
        weight=front.weight,
        width=WIDTH,
        height=TOP + HEIGHT + FOOT,
        left=LEFT,
        right=WIDTH - RIGHT,
        foot=TOP + HEIGHT,
        line=" ".join(f"{each.x:.1f},{each.y:.1f}" for each in line),
        dots=[each for each, row in zip(line, rows, strict=True) if row["best"]],
        today=point(today["size"], today["covered"]) if today else None,
        left_of_today=today is not None and across.at(today["size"]) > WIDTH / 2,
        sizes=[(across.at(tick), tick) for tick in across.ticks(20)] if sizes else [],
        weights=[(up.at(tick), tick) for tick in up.ticks(6)],
    )
