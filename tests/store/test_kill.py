"""A load that is killed without warning leaves one whole graph or the other."""

from __future__ import annotations

import signal

import pytest

from tests.store.killing import killed_loads, loads_copied_in_writing, loads_killed_in_writing

pytestmark = pytest.mark.slow
FEW = 6_000  # a load of them writes for long enough to be cut off


def test_after_a_kill_at_any_moment_the_store_opens_and_holds_the_old_graph_or_the_new_one(tmp_path):
    kills = killed_loads(8, tmp_path, relationships=FEW)
    assert {kill.holds for kill in kills} <= {"old", "new"}
    assert {kill.integrity for kill in kills} == {"ok"}
    assert not all(kill.finished for kill in kills)


def test_after_a_kill_in_the_midst_of_writing_the_store_holds_the_old_graph_or_the_new_one(tmp_path):
    kills = loads_killed_in_writing(6, tmp_path, relationships=FEW)
    assert {kill.holds for kill in kills} <= {"old", "new"}
    assert {kill.integrity for kill in kills} == {"ok"}


@pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no process can be made to stand still here")
def test_the_files_as_they_are_at_any_moment_of_the_writing_hold_the_old_graph_or_the_new_one(tmp_path):
    copies = loads_copied_in_writing(6, tmp_path, relationships=FEW)
    assert {copy.holds for copy in copies} <= {"old", "new"}
    assert {copy.integrity for copy in copies} == {"ok"}
    assert any(copy.torn for copy in copies)
