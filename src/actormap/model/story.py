"""A story told on the map: steps, each with one message and what to show while it is said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

InLanguages = Mapping[str, str]


# What the colour of a node can tell.
COLOURS = ("kind", "municipality", "community", "certainty")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What passes the filters in a step. Empty means as at the start; all are names: ids, words of the vocabulary, styles of the legend."""

    families: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    municipality: str | None = None
    theme: str | None = None
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryStep:
    """One message, in every language, and what the map shows with it.

    `focus` are the ids in the light, with those within `reach` steps, 0 for them alone; `to` is the end of a shortest path from the first
    of them. `overlay` names a result to lay over the map, such as gaps. `layout` is one of the map's, `colour` one of `COLOURS` and `size`
    a measure; None for what the map starts with.
    """

    title: InLanguages
    text: InLanguages
    focus: tuple[str, ...] = ()
    reach: int = 1
    to: str | None = None
    layout: str | None = None
    colour: str | None = None
    size: str | None = None
    overlay: str | None = None
    shown: Shown = Shown()


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Steps in their order. Read one from a file with `workspace.reading.story.read`, or make one from results."""

    steps: tuple[StoryStep, ...]
    title: InLanguages | None = None
