"""What a claim about many things says when some of them break it: each of them, on a line of its own."""

from __future__ import annotations

from collections.abc import Iterable


def none_of(offenders: Iterable[object]) -> None:
    """Fail with every offender there is; a comparison would show the first few only."""
    found = [str(one) for one in offenders]
    assert not found, "\n".join([f"{len(found)} found:", *found])
