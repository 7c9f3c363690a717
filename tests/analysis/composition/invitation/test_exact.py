"""The proposals are the best there are: held against trying every set."""

from __future__ import annotations

import pytest

from actormap.analysis.composition.invitation import invite
from tests.analysis.composition.instances import best_by_trying, instance

INSTANCES, PARTS = 300, 6
EVERY, SOME = 1_000_000, 12  # the integer program names one choice at a time, so of very many it is asked for some


def found(of, look_at, listed):
    return invite.find(of.view, "v", of.terms, of.rules, listed=listed, look_at=look_at, seconds=None)


@pytest.mark.parametrize("part", range(PARTS))
def test_the_proposals_are_those_found_by_trying_every_set_and_none_is_left_out(part):
    # Every third instance goes the way of large ones, by bound and integer program, the others are looked at as small ones are.
    for seed in range(part, INSTANCES, PARTS):
        of = instance(seed)
        worth, choices = best_by_trying(of)
        look_at, listed = ((0, SOME), (40, SOME), (20_000, EVERY))[seed % 3]
        result = found(of, look_at, listed)
        if worth is None or (worth[0] <= 0 and worth[1] <= 0):
            assert result.rows == (), seed
            continue
        told = sorted((tuple(row["set"]), tuple(row.get("leave", ()))) for row in result.rows)
        assert set(told) <= set(choices), seed
        assert len(set(told)) == len(told) == min(len(choices), listed), seed
        assert result.more == (len(choices) > listed), seed
        assert {(row["covered"], row["reach"], row["robust"]) for row in result.rows} == {worth}, seed
        assert all(row["optimal"] and row["bound"] == row["covered"] for row in result.rows), seed
        assert result.filled == len(choices[0][0]), seed


def test_the_instances_are_of_all_sorts():
    all_of_them = [instance(seed) for seed in range(INSTANCES)]
    assert max(len(of.candidates) for of in all_of_them) == 14
    assert sum(bool(of.terms.may_leave and of.terms.largest) for of in all_of_them) > 50
    assert sum(of.terms.per_kind is not None or of.terms.per_municipality is not None for of in all_of_them) > 100
    assert sum(any(each.minimum > 1 for each in of.view.snapshot.coverage) for of in all_of_them) > 100
