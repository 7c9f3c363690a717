"""Coefficients of agreement: Cohen's kappa of two coders, and Krippendorff's alpha of any number, with gaps."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Value = TypeVar("Value", str, float)
Distance = Callable[[Value, Value], float]


def cohen_kappa(pairs: Iterable[tuple[Value, Value]]) -> float | None:
    """Return how much more often two coders agree than by chance, of the most they could: (po - pe) / (1 - pe), unweighted.

    1 is full agreement and 0 what chance gives, pe being what the two coders' own shares of each answer give. None where no unit was coded
    by both, or both gave one and the same answer to all of them, so that chance alone would make them agree (Cohen 1960, A coefficient of
    agreement for nominal scales, Educational and Psychological Measurement 20, 37-46).
    """
    coded = list(pairs)
    if not coded:
        return None
    n = len(coded)
    one, other = (Counter(pair[side] for pair in coded) for side in (0, 1))
    observed = sum(a == b for a, b in coded) / n
    expected = sum(one[value] * other[value] for value in one) / n**2
    return None if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Iterable[Sequence[Value]], distance: Distance[Value]) -> float | None:
    """Return 1 - Do / De, the observed by the expected disagreement, over units each of which holds the values that coders gave it.

    Any number of coders, any of whom may have passed any unit by; a unit with one value says nothing and is left out. `distance` is the
    squared difference of two values. 1 is full agreement, 0 what chance gives, and below is worse than chance. None where no unit has two
    values, or all values are the same, so that there is nothing to disagree about (Krippendorff 2011, Computing Krippendorff's
    Alpha-Reliability, University of Pennsylvania; 2018, Content Analysis, 4th ed., ch. 12).
    """
    paired = [list(unit) for unit in units if len(unit) > 1]
    counts: Counter[Value] = Counter(value for unit in paired for value in unit)
    n = sum(counts.values())
    observed = sum(distance(a, b) / (len(unit) - 1) for unit in paired for a in unit for b in unit) / n if n else 0.0
    expected = sum(counts[a] * counts[b] * distance(a, b) for a in counts for b in counts) / (n * (n - 1)) if n else 0.0
    return 1 - observed / expected if expected else None


def nominal(one: str | float, other: str | float) -> float:
    """Return 0 for the same value and 1 for any other."""
    return float(one != other)


def interval(one: float, other: float) -> float:
    """Return the squared difference of two numbers."""
    return float(one - other) ** 2


def ordinal(units: Iterable[Sequence[Value]], order: Sequence[Value]) -> Distance[Value]:
    """Return the distance of two values of an ordered scale: how many of all values paired in the units lie between them, squared.

    Half of those that have one of the two values count, as in Krippendorff 2011. Raises `ValueError` for a value outside the order.
    """
    counts = Counter(value for unit in units if len(unit) > 1 for value in unit)
    place = {value: number for number, value in enumerate(order)}
    if strange := sorted(map(str, set(counts) - set(place))):
        raise ValueError(f"not of the scale: {', '.join(strange)}")

    def distance(one: Value, other: Value) -> float:
        first, last = sorted((place[one], place[other]))
        between = sum(counts[value] for value in order[first : last + 1])
        return float(between - (counts[one] + counts[other]) / 2) ** 2

    return distance
