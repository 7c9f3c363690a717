"""How far a finding from coded projects can be trusted: four reasons after GRADE-CERQual, each by a rule, and what follows from them.

Lewin, Booth, Glenton, Munthe-Kaas, Rashidian, Wainwright, Bohren, Tunçalp, Colvin, Garside, Carlsen, Langlois & Noyes (2018): Applying
GRADE-CERQual to qualitative evidence synthesis findings: introduction to the series. Implementation Science 13 (Suppl 1): 2. There the four
are judged by people who have read the studies; here they are reckoned from what is coded, so that the same rows always give the same word.
A rule says where to look and is no substitute for the judgement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from actormap.analysis.projects.state import DIRECTED, PARTLY, REACHED, WITHOUT_EFFECT

NONE, MINOR, MODERATE, SERIOUS = CONCERNS = ("none", "minor", "moderate", "serious")
LEVELS = ("high", "moderate", "low", "very_low")
REASONS = ("methodological", "coherence", "adequacy", "relevance")
WEIGHTS = {NONE: 0.0, MINOR: 0.5, MODERATE: 1.0, SERIOUS: 2.0}
# From which share, and from how many independent projects, a concern is none, minor, moderate; below it is serious.
SHARES, INDEPENDENT = (0.9, 0.75, 0.5), (10, 5, 3)
_CAUTIOUS = (WITHOUT_EFFECT, PARTLY, REACHED)
OUTSIDERS = ("evaluator", "partner", "funder", "press")


@dataclass(frozen=True, slots=True)
class Witness:
    """What one project tells of one result, how firmly and in whose voice.

    `top` is the project that it is part of in the end; `relevant` whether it belongs to what is asked about, None if nothing is asked.
    """

    project: str
    top: str
    state: str
    status: str | None
    voice: str | None
    relevant: bool | None


@dataclass(frozen=True, slots=True)
class Confidence:
    """The four concerns and the level; all None where no project tells a direction, and relevance where nothing is asked for."""

    methodological: str | None = None
    coherence: str | None = None
    adequacy: str | None = None
    relevance: str | None = None
    level: str | None = None
    agreement: float | None = None


def direction(states: Collection[str]) -> str | None:
    """Return what most of the projects that measured say, of equals the most cautious; None if none has measured."""
    counts = Counter(each for each in states if each in DIRECTED)
    return max(_CAUTIOUS, key=lambda each: (counts[each], -_CAUTIOUS.index(each))) if counts else None


def judge(witnesses: Sequence[Witness]) -> Confidence:
    """Return how far a finding can be trusted that rests on what some projects tell; only those that have measured count.

    - *Methodological limitations*: of those who tell a direction, the share in which somebody else than the project speaks. At least half
      by an evaluator: none; at least half by any outsider: minor; fewer: moderate; all in their own words: serious.
    - *Coherence*: the share that agrees with the commonest direction. At least 0.9: none; 0.75: minor; 0.5: moderate; less: serious.
    - *Adequacy*: how many independent projects state a direction; parts of one project are one, and what is only implied does not count.
      Ten: none; five: minor; three: moderate; fewer: serious.
    - *Relevance*: the share that belong to what is asked about, such as young people. Bounds as for coherence; None if nothing is asked.
    The level begins at high; a minor concern lowers it by a half, a moderate one by one, a serious one by two steps, rounded down in all.
    """
    told = [each for each in witnesses if each.state in DIRECTED]
    if not told:
        return Confidence()
    agreement = Counter(each.state for each in told)[str(direction([each.state for each in told]))] / len(told)
    relevant = [each.relevant for each in told if each.relevant is not None]
    methodological, adequacy = _voices(told), _adequacy(told)
    coherence = _concern(agreement, SHARES)
    relevance = _concern(sum(relevant) / len(relevant), SHARES) if relevant else None
    steps = int(sum(WEIGHTS[each] for each in (methodological, coherence, adequacy, relevance or NONE)))
    level = LEVELS[min(steps, len(LEVELS) - 1)]
    return Confidence(methodological, coherence, adequacy, relevance, level, agreement)


def _voices(told: Sequence[Witness]) -> str:
    evaluated = sum(each.voice == "evaluator" for each in told)
    outside = sum(each.voice in OUTSIDERS for each in told)
    if not outside:
        return SERIOUS
    return NONE if 2 * evaluated >= len(told) else MINOR if 2 * outside >= len(told) else MODERATE


def _adequacy(told: Sequence[Witness]) -> str:
    stated = len({each.top for each in told if each.status != "implied"})
    return _concern(stated, INDEPENDENT)


def _concern(value: float, bounds: Sequence[float]) -> str:
    return next((concern for concern, bound in zip(CONCERNS, bounds, strict=False) if value >= bound), SERIOUS)
