"""The entries of the map's legend: a family of kinds each, with its look, and one for what no analysis counts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from actormap.model.records import Node
from actormap.model.vocabulary import Vocabulary

UNANALYSED = "unanalysed"
THEME = "theme"
# Themes are many and tie everything to everything: the overview is clearer when they are asked for.
HIDDEN_AT_START = (THEME, UNANALYSED)
OTHER = "other"  # the kind of an actor of whom nobody has said what it is


@dataclass(frozen=True, slots=True)
class Family:
    """One entry of the legend. `hollow` ones are drawn as an outline; `shown` says whether they are ticked at the start."""

    key: str
    name: Mapping[str, str]
    colour: str
    shape: str
    hollow: bool = False
    shown: bool = True

    def as_data(self) -> dict[str, Any]:
        """Return what the page needs."""
        return {
            "key": self.key,
            "name": dict(self.name),
            "colour": self.colour,
            "shape": self.shape,
            "hollow": self.hollow,
            "shown": self.shown,
        }


def key_of(node: Node, vocabulary: Vocabulary) -> str:
    """Return the key of a node's family: its style, or `unanalysed` for roles, unnamed groups and collectives."""
    kind = vocabulary.kind(node.node, node.kind)
    return kind.style if kind.analysed else UNANALYSED


def of(nodes: Iterable[Node], vocabulary: Vocabulary, unanalysed: Mapping[str, str]) -> tuple[Family, ...]:
    """Return the families that some nodes belong to, in the vocabulary's order; `unanalysed` names the last one in each language.

    One that only has actors of whom nobody has said what they are is called by that.
    """
    present: dict[str, set[str]] = {}
    for node in nodes:
        present.setdefault(key_of(node, vocabulary), set()).add(node.kind)
    others = {lang: words[1].capitalize() for lang, words in vocabulary.kind("actor", OTHER).words.items()}
    families = [
        Family(key, others if present[key] == {OTHER} else style.words, style.colour, style.shape, shown=key not in HIDDEN_AT_START)
        for key, style in vocabulary.styles.items()
        if key in present
    ]
    if UNANALYSED in present:
        part = vocabulary.styles["part"]
        families.append(Family(UNANALYSED, unanalysed, part.colour, part.shape, hollow=True, shown=UNANALYSED not in HIDDEN_AT_START))
    return tuple(families)
