from __future__ import annotations

from actormap.workspace.identity.candidates import Candidate
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
