"""What the share of trials in which somebody is among the first is worth as a chance, by what generated networks have shown.

Trials that leave statements out say how far places move, but not that those who stand first by what is known partly do so by luck: of
actors in the middle of the scale fewer are truly among the first than the trials say. `benchmarks/calibration.py` measures how much.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.float64]
SHIFT, SLOPE = -0.5, 1.2  # fitted to networks of which a tenth or a fifth is hidden; published figures are of others


def chances(shares: Numbers, first: int) -> Numbers:
    """Return the chances of the nodes of one side to be among the first so many, which they add up to; NaN stays NaN.

    The log odds of each share are moved and stretched (Platt 1999); what that leaves over goes to all in proportion to what they lack, so
    that equal shares stay equal, the order stays, and who is always first stays so.
    """
    known = ~np.isnan(shares)
    found = np.full(len(shares), np.nan)
    if not known.any():
        return found
    told = shares[known]
    with np.errstate(divide="ignore", over="ignore"):
        moved = 1 / (1 + np.exp(-(SHIFT + SLOPE * (np.log(told) - np.log1p(-told)))))
    left, lacking = min(first, len(told)) - moved.sum(), len(told) - moved.sum()
    found[known] = np.clip(moved + (1 - moved) * left / lacking if left > 0 else moved * (1 + left / max(moved.sum(), 1)), 0, 1)
    return found
