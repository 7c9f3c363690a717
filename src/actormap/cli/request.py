"""What commands share of what they are asked: `Request`, and `Resampling` of those that say how sure they are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from actormap.errors import UsageError, parameter

WITH_STRENGTHS = "actors"  # the view in which ties may be strong or weak


class ViewOptions(TypedDict, total=False):
    """Which graph to analyse, as `Atlas.view` takes it; without `view` it is the one that is meant anyway."""

    view: str
    lift: bool
    also: tuple[str, ...]
    weighted: bool | str


@dataclass(frozen=True, slots=True)
class Request:
    """What the shared options say: where the graph comes from, which statements of it count, how and where to answer.

    It holds what was written; `session` makes of it an atlas. A command without some of the options leaves them as they stand here.
    """

    workspace: str | None = None
    store: str | None = None
    lang: str | None = None
    quiet: bool = False

    documents: str | None = None
    status: str | None = None
    at: str | None = None
    since: str | None = None
    until: str | None = None
    where: tuple[str, ...] = ()

    view_name: str | None = None
    no_lift: bool = False
    also: str | None = None
    weighted: bool = False
    strength: str | None = None

    form: str | None = None
    output: Path | None = None
    evidence: bool = False
    ids: bool = False
    explain: bool = False
    wide: bool = False
    top: int | None = None
    no_pager: bool = False
    picture: Path | None = None

    @property
    def lift(self) -> bool:
        """Return whether units and sub-projects stand for what they are part of."""
        return not self.no_lift

    def view(self, default: str | None = None) -> ViewOptions:
        """Return the graph to analyse: `default` unless one is named; without either, where strengths are asked for, the one that has them.

        Raises `UsageError` if strengths are asked for of another that is named.
        """
        strength = self.strength or self.weighted
        if strength and self.view_name not in (None, WITH_STRENGTHS):
            raise UsageError(
                f"Ties have no strength in the view {self.view_name}.", hint=f"Leave out {parameter('view')}, or let it be actors."
            )
        chosen = ViewOptions(lift=self.lift, also=names(self.also), weighted=strength)
        named = self.view_name or default or (WITH_STRENGTHS if strength else None)
        return {**chosen, "view": named} if named else chosen


class CertaintyOptions(TypedDict, total=False):
    """What it may cost to say how sure a ranking is, as `certainty.estimate` takes it."""

    resamples: int
    drop: str
    share: float
    budget: float
    seed: int


@dataclass(frozen=True, slots=True)
class Resampling:
    """What the options say about how sure a ranking is to be."""

    no_certainty: bool
    resamples: int
    drop: str
    share: float
    budget: float
    seed: int

    @property
    def wanted(self) -> CertaintyOptions:
        """Return what it may cost, whether or not it is to be said."""
        return CertaintyOptions(resamples=self.resamples, drop=self.drop, share=self.share, budget=self.budget, seed=self.seed)

    @property
    def certainty(self) -> CertaintyOptions:
        """Return what it may cost; nothing is tried if it is not to be said."""
        return CertaintyOptions(resamples=0) if self.no_certainty else self.wanted


def names(text: str | None) -> tuple[str, ...]:
    """Return the words of a list with commas between."""
    return tuple(word.strip() for word in (text or "").split(",") if word.strip())
