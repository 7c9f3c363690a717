"""Claims about the form of governance that a network comes closest to."""

from __future__ import annotations

import pytest

import actormap
from actormap.analysis.review import governance
from actormap.model.records import Evidence
from tests.graphs import actor, network, project, snapshot, tie, view

NODES = [network("v"), network("w"), *map(actor, "abcdo"), actor("r", "role"), project("p")]
MEMBERS = [tie(name, "member_of", "v") for name in "abcd"]


def judge(*ties):
    return governance.judge(view(snapshot(NODES, *MEMBERS, *ties)), "v")


@pytest.mark.parametrize(
    ("leaders", "expected"),
    [("", "unclear"), ("a", "lead"), ("ab", "participants"), ("o", "administration"), ("ao", "unclear")],
    ids=["nobody is said to lead", "one member", "half of the members", "somebody outside", "a member and somebody outside"],
)
def test_the_form_follows_from_who_leads(leaders, expected):
    assert judge(*(tie(name, "coordinates", "v") for name in leaders)).form == expected


def test_two_of_five_members_are_too_few_to_be_all_of_them():
    nodes = [*NODES, actor("e")]
    ties = [*MEMBERS, tie("e", "member_of", "v"), tie("a", "owns", "v"), tie("b", "owns", "v")]
    assert governance.judge(view(snapshot(nodes, *ties)), "v").form == "unclear"


def test_a_post_leads_nothing_by_itself_but_is_told_of():
    judged = judge(tie("r", "coordinates", "v"))
    assert (judged.form, judged.leaders, judged.posts) == ("unclear", (), ("r",))


def test_what_is_only_implied_is_not_stated():
    assert not judge(tie("o", "coordinates", "v", Evidence(status="implied"))).stated
    assert judge(tie("o", "coordinates", "v")).stated
    assert judge(tie("o", "coordinates", "v", Evidence(status="implied")), tie("o", "owns", "v")).stated
    # What is stated of a post says nothing of the organisation.
    of_post = judge(tie("o", "coordinates", "v", Evidence(status="implied")), tie("r", "owns", "v"))
    assert (of_post.stated, of_post.tasks, of_post.posts) == (False, ("coordinates",), ("r",))


def test_pairs_are_counted_that_also_meet_outside_the_network():
    judged = judge(*(tie(name, "member_of", "w") for name in "abc"))
    assert (judged.pairs, judged.meeting, judged.density) == (6, 3, 0.5)


def test_all_through_one_is_one_and_all_alike_is_none():
    star = [tie("a", "member_of", "w"), tie("b", "member_of", "w"), tie("a", "owns", "p"), tie("c", "carries_out", "p")]
    nodes = [*NODES, network("x")]
    ties = [*MEMBERS, *star, tie("a", "member_of", "x"), tie("d", "member_of", "x")]
    judged = governance.judge(view(snapshot(nodes, *ties)), "v")
    assert (judged.centralisation, judged.central) == (1, "a")
    alike = judge(*(tie(name, "member_of", "w") for name in "abcd"))
    assert (alike.centralisation, alike.central) == (0, None)


def test_a_leader_outside_with_projects_of_its_own_is_more_than_a_host():
    assert judge(tie("o", "coordinates", "v"), tie("o", "owns", "p")).own_projects == ("p",)
    assert judge(tie("a", "coordinates", "v"), tie("a", "owns", "p")).own_projects == ()
    assert judge(tie("o", "coordinates", "v"), tie("o", "participates_in", "p")).own_projects == ()
    assert judge(tie("o", "coordinates", "v"), tie("o", "owns", "w")).own_projects == ()
    assert judge(tie("o", "coordinates", "v"), tie("d", "owns", "p")).own_projects == ()


def test_a_lone_member_that_meets_nobody_is_no_centre():
    assert governance.judge(view(snapshot(NODES, tie("a", "member_of", "v"))), "v").central is None


def test_a_network_without_members_has_no_form():
    judged = governance.judge(view(snapshot(NODES, tie("o", "owns", "v"))), "v")
    assert (judged.form, judged.density, judged.centralisation) == ("unclear", None, None)


def test_gria_is_held_together_by_gr_which_is_no_member_and_that_is_only_implied():
    judged = actormap.open("gria").narrowed(documents=("five",)).fields().form
    assert (judged.form, judged.leaders, judged.tasks, judged.stated) == ("administration", ("gr",), ("coordinates",), False)
    assert (judged.posts, judged.members, judged.pairs) == (("natverksansvarig-gr",), 13, 78)
    # By hand from the five documents: Ale, Härryda, Lerum, Mölndal, Partille, Stenungsund meet in InVux (15 pairs), and Göteborg,
    # Kungsbacka, Partille in Plug In 2.0 (3 pairs).
    assert judged.meeting == 18
