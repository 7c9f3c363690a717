"""What a survey asks each of its partners to say of every other, on a scale from 1 to 4: three parts of value and three of trust.

They are the questions of PARTNER (Varda, Chandra, Stern & Lurie 2008, Core dimensions of connectivity in public health collaboratives,
Journal of Public Health Management and Practice 14(5)): power and influence, level of involvement, contribution of resources; reliability,
support of the mission, openness to discussion.
"""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from actormap.model.records import Evidence

LEAST, MOST = 1, 4  # not at all, a small amount, a fair amount, a great deal
VALUE = ("influence", "involvement", "contribution")
TRUST = ("reliability", "mission", "openness")
SCORES = {"value": VALUE, "trust": TRUST}
RATINGS = (*VALUE, *TRUST)
_SAID, _NOTHING = attrgetter(*RATINGS), (None,) * len(RATINGS)


def rates(piece: Evidence) -> bool:
    """Return whether a statement rates anybody in any part."""
    return _SAID(piece) != _NOTHING
