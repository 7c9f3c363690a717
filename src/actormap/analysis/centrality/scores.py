"""What a measure gives: a number for every node, and where there is none, the key of the reason why."""

from __future__ import annotations

from collections.abc import Mapping

ONE_NODE = "one_node"
NOTHING_BETWEEN = "nothing_between"
REACHES_NOBODY = "reaches_nobody"
NO_TIES = "no_ties"
NO_DIRECTION = "no_direction"
NO_CONTACT = "no_contact"
VENUE_ONLY = "venue"
NOT_IN_LARGEST_PART = "not_in_largest_part"
SEVERAL_LARGEST_PARTS = "several_largest_parts"
NO_GROUP = "no_group"
ONE_GROUP = "one_group"
NO_CONTRAST = "no_contrast"
NO_NODES = "no_nodes"
TOO_FEW_LEFT = "too_few_left"
TOO_FEW_CANDIDATES = "too_few_candidates"
NOBODY_OUTSIDE = "nobody_outside"


class Scores(dict[str, float | None]):
    """The score of every node of a view, in the view's order; None where the measure is not defined.

    `reasons` holds a key of the catalogue's `undefined` for every node whose score is None.
    """

    def __init__(self, scores: Mapping[str, float | None], why: str | Mapping[str, str] = "") -> None:
        super().__init__(scores)
        self.reasons: Mapping[str, str] = {
            node: why if isinstance(why, str) else why[node] for node, score in scores.items() if score is None
        }
