"""A load that is killed without warning leaves one whole graph or the other."""

from __future__ import annotations

import pytest

from tests.store.killing import killed_loads, loads_killed_in_writing

pytestmark = pytest.mark.slow


def test_after_a_kill_at_any_moment_the_store_opens_and_holds_the_old_graph_or_the_new_one(tmp_path):
    kills = killed_loads(5, tmp_path)
    assert {kill.holds for kill in kills} <= {"old", "new"}
    assert {kill.integrity for kill in kills} == {"ok"}
    assert not all(kill.finished for kill in kills)


def test_after_a_kill_in_the_midst_of_writing_the_store_holds_the_old_graph_or_the_new_one(tmp_path):
    kills = loads_killed_in_writing(3, tmp_path)
    assert {kill.holds for kill in kills} <= {"old", "new"}
    assert {kill.integrity for kill in kills} == {"ok"}
