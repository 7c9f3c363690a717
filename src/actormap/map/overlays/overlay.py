"""What an analysis points out, laid over the map: one mechanism for gaps, coverage, invitations, sunsets and scenarios."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Words = Mapping[str, str]
Reasons = Mapping[str, Sequence[Words]]
# What a step of the story says of what is shown: a title with what and how many of it, and a sentence that may be empty.
Told = Callable[[Collection[str]], tuple[Words, Words]]


@dataclass(frozen=True, slots=True)
class Overlay:
    """The nodes and relationships that a result names, each with its reasons in every language.

    `meaning` says what the result does and does not say. The page marks exactly what is in `nodes` and `ties`, which go by id. `told`
    returns what is said of those of them that a map shows; without it a story gives their number alone.
    """

    key: str
    name: Words
    meaning: Words
    nodes: Reasons = field(default_factory=dict)
    ties: Reasons = field(default_factory=dict)
    told: Told | None = field(default=None, compare=False)


def as_data(overlays: Sequence[Overlay], nodes: Mapping[str, int], ties: Mapping[str, int]) -> list[dict[str, Any]]:
    """Return the overlays that hold something shown, told by the numbers of nodes and relationships, by their reasons."""
    rows = []
    for overlay in overlays:
        reasons: dict[tuple[tuple[str, str], ...], dict[str, list[int]]] = {}
        for kind, number, found in (("nodes", nodes, overlay.nodes), ("edges", ties, overlay.ties)):
            for key in sorted(found, key=lambda key: number.get(key, -1)):
                for words in found[key] if key in number else ():
                    entry = reasons.setdefault(tuple(sorted(words.items())), {"nodes": [], "edges": []})
                    entry[kind].append(number[key])
        if reasons:
            entries = [
                {"reason": dict(words), **{kind: found for kind, found in entry.items() if found}} for words, entry in reasons.items()
            ]
            row = {"key": overlay.key, "name": dict(overlay.name), "meaning": dict(overlay.meaning), "entries": entries}
            if overlay.told is not None:
                title, more = overlay.told({*nodes, *ties})
                row |= {"title": dict(title)} | ({"more": dict(more)} if any(more.values()) else {})
            rows.append(row)
    return rows
