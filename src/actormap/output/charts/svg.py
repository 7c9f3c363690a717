"""What every picture is drawn on: the template, and how far along an axis a value stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from actormap.output.templates import environment

if TYPE_CHECKING:
    from jinja2 import Environment

LETTER = 7.3  # the mean width of a letter at 12 pixels; a name that is longer than its room is cut and told in full by its tooltip


@dataclass(frozen=True, slots=True)
class Axis:
    """Values from `first` to `last` laid out from `start` to `end`, in pixels. A single value stands in the middle."""

    first: float
    last: float
    start: float
    end: float

    def at(self, value: float) -> float:
        """Return where a value stands."""
        if self.last == self.first:
            return (self.start + self.end) / 2
        return self.start + (value - self.first) / (self.last - self.first) * (self.end - self.start)

    def ticks(self, most: int = 10) -> Sequence[int]:
        """Return whole values for marks, at even steps of 1, 2 or 5 times a power of ten, at most so many and one more."""
        low, high = int(-(-self.first // 1)), int(self.last // 1)
        step, factors = 1, (2, 2.5, 2)
        for turn in range(60):
            if (high - low) / step <= most:
                break
            step = int(step * factors[turn % 3])
        first = -(-low // step) * step
        return sorted({low, *(tick for tick in range(first, high + 1, step) if tick - low >= step / 2 or tick == low)})


def cut(name: str, room: float) -> str:
    """Return a name, shortened to its room in pixels."""
    letters = max(2, int(room / LETTER))
    return name if len(name) <= letters else name[: letters - 1].rstrip() + "…"


def write(template: str, **values: Any) -> str:
    """Return a template filled in; text is escaped."""
    return _environment().get_template(template).render(**values)


@cache
def _environment() -> Environment:
    return environment("actormap.output.charts", px=lambda value: f"{value:.1f}".removesuffix(".0"))
