"""Claims about one judgement of whether two are the same."""

from __future__ import annotations

import pytest

from actormap.workspace.identity.judgements import Judgement


@pytest.mark.parametrize(
    ("own", "completed"),
    [
        ((None, None), ("facilitator", "2026-11-30")),
        (("analyst", None), ("analyst", "2026-11-30")),
        ((None, "2026-01-31"), ("facilitator", "2026-01-31")),
    ],
)
def test_a_role_and_a_date_that_are_there_stay(own, completed):
    found = Judgement("a", "b", "same", *own).completed(by="facilitator", date="2026-11-30")
    assert (found.by, found.date) == completed
