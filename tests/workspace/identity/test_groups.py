from __future__ import annotations

from actormap.workspace.identity.groups import Groups
from actormap.workspace.identity.judgements import Judgement, added

AB, BC = Judgement("a", "b", "same"), Judgement("b", "c", "same")


def test_of_what_is_one_the_first_id_of_the_first_judgement_stays():
    assert Groups.of([AB, BC]).members() == {"a": ("b", "c")}
    assert Groups.of([BC, AB]).members() == {"a": ("b", "c")}


def test_a_municipality_stays_before_an_actor():
    assert Groups.of([AB, BC], before={"c"}).members() == {"c": ("a", "b")}


def test_who_is_one_with_a_record_is_apart_from_whom_that_is_apart_from():
    groups = Groups.of([AB, Judgement("b", "c", "different"), Judgement("d", "c", "part_of")])
    assert groups.settles("a", "c")
    assert groups.settles("a", "b")
    assert groups.settles("c", "d")
    assert not groups.settles("a", "d")


def test_a_contradiction_is_seen_and_nobody_of_the_group_becomes_one():
    against = Judgement("a", "c", "different")
    groups = Groups.of([AB, BC, against, Judgement("x", "y", "same")])
    assert groups.against == (against,)
    assert groups.between([AB, BC, against], against) == (AB, BC)
    assert groups.members() == {"x": ("y",)}
    assert groups.settles("a", "b")


def test_what_is_put_off_is_settled_by_no_judgement_but_a_later_one():
    later = Judgement("a", "b", "later")
    assert Groups.of([later]).postpones("b", "a")
    assert not Groups.of([later]).settles("a", "b")
    assert added([later], Judgement("b", "a", "different")) == (Judgement("b", "a", "different"),)
