from __future__ import annotations

import pytest

from actormap.workspace.identity.candidates import Candidate
from actormap.workspace.identity.journal import WalkJournal
from actormap.workspace.identity.judgements import Judgement
from actormap.workspace.identity.walk import Walk


def pair(a, b):
    return Candidate(a, b, "same", "words", 1, a, b)


def asked(walk):
    return [(each.a, each.b) for each in walk.left()]


def test_what_follows_from_an_answer_is_not_asked():
    walk = Walk((pair("a", "b"), pair("a", "c"), pair("b", "c")))
    walk.judge(Judgement("a", "b", "same"))
    assert asked(walk) == [("a", "c"), ("b", "c")]
    walk.judge(Judgement("a", "c", "different"))
    assert asked(walk) == []


def test_what_is_put_off_is_not_asked_again_on_the_same_walk():
    walk = Walk((pair("a", "b"), pair("c", "d")))
    walk.judge(Judgement("b", "a", "later"))
    assert asked(walk) == [("c", "d")]


def test_a_step_back_asks_again_and_there_is_an_end_to_it():
    walk = Walk((pair("a", "b"),), (Judgement("x", "y", "same"),))
    walk.judge(Judgement("a", "b", "same"))
    assert walk.undo() == Judgement("a", "b", "same")
    assert (asked(walk), walk.undo()) == ([("a", "b")], None)


def test_what_has_been_judged_outlives_the_walk(tmp_path):
    journal = WalkJournal.of(tmp_path)
    walk = Walk((pair("a", "b"), pair("c", "d")), journal=journal)
    walk.judge(Judgement("a", "b", "same", "samordnare", "2026-01-31"))
    walk.judge(Judgement("c", "d", "different"))
    walk.undo()
    assert journal.kept() == [Judgement("a", "b", "same", "samordnare", "2026-01-31")]
    journal.close()
    assert journal.kept() == []


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"a": "a", "b": "b", "verdict": "kanske"}]', '[{"a": 1, "b": "b", "verdict": "same"}]'])
def test_a_journal_that_is_none_holds_nothing(text, tmp_path):
    journal = WalkJournal.of(tmp_path)
    journal.file.parent.mkdir()
    journal.file.write_text(text, encoding="utf-8")
    assert journal.kept() == []
