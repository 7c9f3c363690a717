"""Claims about an invitation: its reasons, what else there is, how sure it is, and when there is none."""

from __future__ import annotations

import random

import pytest

from actormap.analysis.composition.invitation import evidence
from actormap.analysis.composition.invitation import invite as invitation
from actormap.analysis.composition.invitation.terms import InvitationTerms
from actormap.errors import UsageError
from actormap.model.invite_rules import InviteRules
from actormap.model.records import Evidence, Theme
from tests.analysis.composition.networks import graph, line, town
from tests.graphs import actor, network, tie, view


def drawn(*lines, others=("a", "b", "c")):
    """Member m; a, b and c outside, of whom b meets c and d in w."""
    nodes = [actor("m", "school"), actor("a", "business"), actor("b", "region"), actor("c", "region"), actor("d", "school"), network("w")]
    ties = [tie("m", "member_of", "v"), *(tie(name, "member_of", "w") for name in ("b", "c", "d") if name in (*others, "d"))]
    return view(graph([node for node in nodes if node.id in (*others, "m", "d", "w")], *ties, lines=lines))


def invite(of, *, rules=None, certainty=None, front=False, **terms):
    return invitation.find(of, "v", InvitationTerms(**terms), rules or InviteRules(candidates=("a",)), certainty=certainty, front=front)


def sets(found):
    return [tuple(row["set"]) for row in found.rows]


def reasons(found, row=0):
    return [(reason["id"], reason["reason"]) for reason in found.rows[row]["reasons"]]


def test_what_is_missing_goes_before_whom_one_reaches():
    found = invite(drawn(line(kind="business")), seats=1)
    assert sets(found) == [("a",)]
    assert [found.rows[0][name] for name in ("covered", "reach", "robust", "optimal", "bound")] == [1, 0, 0, True, 1]
    assert reasons(found) == [("a", "covers"), ("a", "no_tie")]


def test_the_invited_do_not_count_as_reached_and_all_equals_are_listed():
    found = invite(drawn(), seats=2)
    assert sets(found) == [("a", "b"), ("a", "c"), ("a", "d")]
    assert {row["reach"] for row in found.rows} == {2}


def test_a_role_that_is_asked_for_is_assumed_and_said():
    found = invite(drawn(line(kind="business", role="head")), seats=1)
    assert found.rows[0]["reasons"][0] == {"id": "a", "name": "A", "reason": "covers_in_role", "role": "head", "cells": ["c"]}


def test_what_is_secured_in_a_role_says_which_and_a_role_that_nothing_ties_to_the_invited_secures_nothing():
    def why(*lines):
        ties = [tie("m", "member_of", "v", role="head"), tie("a", "member_of", "w"), tie("d", "member_of", "w")]
        of = view(graph([actor("m", "business"), actor("a", "business"), actor("d", "school"), network("w")], *ties, lines=lines))
        return [each for each in invite(of, seats=1, rules=InviteRules(exclude=("d",))).rows[0]["reasons"] if each["reason"] != "reaches"]

    assert why(line(kind="business", role="head")) == [
        {"id": "a", "name": "A", "reason": "secures_in_role", "role": "head", "cells": ["c"]}
    ]
    assert why(line(role="head")) == []


def test_who_coordinates_the_network_is_met_there_and_not_reached_anew():
    nodes = [actor("m"), actor("a"), actor("h"), actor("d"), network("w")]
    ties = [tie("m", "member_of", "v"), tie("h", "coordinates", "v"), *(tie(each, "member_of", "w") for each in "ahd")]
    (row,) = invite(view(graph(nodes, *ties)), seats=1, rules=InviteRules(exclude=("d",))).rows
    assert (row["reach"], row["reasons"][0]["names"]) == (1, ["D"])


def test_who_gives_only_what_the_others_give_is_told_so_and_not_that_it_gives_nothing():
    ties = [tie("m", "member_of", "v"), *(tie(each, "member_of", "w") for each in "abd")]
    found = invite(view(graph([*map(actor, "mabd"), network("w")], *ties)), seats=2, rules=InviteRules(exclude=("d",)))
    assert reasons(found) == [("a", "reaches"), ("a", "given_by_others"), ("b", "reaches"), ("b", "given_by_others")]


def test_who_adds_nothing_to_the_others_is_told_to_be_spared():
    found = invite(drawn(line(kind="business"), others=("a", "b")), seats=3)
    assert sets(found) == [("a", "b", "d")]
    assert reasons(found) == [("a", "covers"), ("a", "no_tie"), ("b", "adds_nothing"), ("d", "adds_nothing")]


def test_a_set_that_covers_nothing_and_reaches_nobody_is_no_proposal_and_the_question_is_named():
    nodes = [town("t"), actor("m"), actor("a", "business"), actor("p")]
    found = invite(view(graph(nodes, tie("m", "member_of", "v"), lines=[line(municipality="t")])), seats=1)
    assert found.rows == ()
    assert [(row["cell"], row["id"]) for row in found.to_ask.rows] == [("c (T)", ["a"])]


def test_fewer_seats_are_filled_where_the_limits_allow_no_more():
    found = invite(drawn(line(kind="region")), seats=3, per_kind=1, rules=InviteRules(exclude=("a", "d")))
    assert (found.filled, found.seats) == (1, 3)


def test_a_member_leaves_only_where_there_is_no_room():
    roomy = invite(drawn(line(kind="business")), seats=1, may_leave=("m",))
    assert roomy.rows[0]["leave"] == []
    full = invite(drawn(line(kind="business")), seats=1, may_leave=("m",), largest=1)
    assert full.rows[0]["leave"] == ["m"]
    kept = invite(drawn(line(kind="business")), seats=1, may_leave=("m",), keep=("m",), largest=1)
    assert (kept.rows, kept.filled) == ((), 0)


def test_what_a_leaving_member_covered_is_counted_off():
    found = invite(drawn(line(kind="business", weight=2), line("d", kind="school", weight=1.5)), seats=1, may_leave=("m",), largest=1)
    assert (sets(found), found.rows[0]["covered"]) == ([("a",)], 0.5)


def test_the_best_set_without_each_of_the_invited_is_told_with_what_it_loses():
    found = invite(drawn(line(kind="business", weight=3)), seats=1)
    (row,) = found.alternatives.rows
    assert (row["without"], row["loses_covered"], row["loses_reach"]) == ("a", 3, -2)
    # Whoever comes instead of a covers nothing and reaches the two others of w.
    assert [(row["out"], row["into"], row["loses_covered"], row["loses_reach"]) for row in found.swaps.rows] == [
        ("a", name, 3, -2) for name in ("b", "c", "d")
    ]


def test_every_invited_actor_has_its_share_of_the_resamples():
    said = tie("b", "member_of", "x", *(Evidence(document="p", locator=str(page)) for page in range(3)))
    of = view(graph([actor("m"), actor("b"), actor("e"), network("x")], tie("m", "member_of", "v"), said, tie("e", "member_of", "x")))
    found = invite(of, seats=1, rules=InviteRules(), certainty={"resamples": 50, "budget": None})
    sure = found.stability
    assert (sure.groups, sure.left_out, sure.done) == (4, 1, 4)
    assert {row["id"]: row["chosen"] for row in sure.rows} == {"b": 0.75, "e": 0.75}


def test_the_front_says_what_each_size_can_cover_and_where_today_stands():
    found = invite(drawn(line(kind="business", weight=2), line("d", kind="region")), seats=2, front=True)
    assert [(row["size"], row["covered"], row["today"], row["best"]) for row in found.front.rows] == [
        (1, 2, False, True),
        (1, 0, True, False),
        (2, 3, False, True),
        (3, 3, False, False),
    ]


def test_the_evidence_says_of_what_kind_somebody_is_and_where_it_takes_part():
    of = drawn(line(kind="business"))
    told = evidence.rows(of, invite(of, seats=2))
    assert ("a", "kind", "business") in {(row["id"], row["type"], row["target"]) for row in told.rows}
    assert ("b", "member_of", "w") in {(row["id"], row["type"], row["target"]) for row in told.rows}


def test_a_wish_that_contradicts_itself_is_refused():
    with pytest.raises(UsageError, match="a has no seat in the network"):
        invite(drawn(), keep=("a",))
    with pytest.raises(UsageError, match="2 are to be included"):
        invite(drawn(), seats=1, include=("a", "b"))
    with pytest.raises(UsageError, match="at least 3 and at most 2"):
        invite(drawn(), smallest=3, largest=2)


def test_what_is_not_proven_in_time_is_told_with_the_bound():
    # Sixty who use four methods each of sixty: no search closes the gap to the bound in the moment that it is given.
    dice, sixty = random.Random(1), range(60)  # noqa: S311  (invented data, not secrets)
    nodes = [actor("m"), *(actor(f"a{i}", "business") for i in sixty), *(Theme(id=f"t{i}", name=f"T{i}", kind="method") for i in sixty)]
    using = [tie(f"a{i}", "uses_method", f"t{j}") for i in sixty for j in dice.sample(sixty, 4)]
    of = view(graph(nodes, tie("m", "member_of", "v"), *using, lines=[line(f"r{i}", theme=f"t{i}") for i in sixty]))
    rules = InviteRules(candidates=tuple(f"a{i}" for i in sixty))
    hasty = invitation.find(of, "v", InvitationTerms(seats=12), rules, look_at=0, seconds=0.0)
    assert hasty.unproven == "covered"
    assert {row["optimal"] for row in hasty.rows} == {False}
    assert hasty.rows[0]["covered"] < hasty.rows[0]["bound"] <= 48
    assert hasty.figures().items() >= {"unproven": "covered", "most": hasty.rows[0]["bound"]}.items()


def test_what_is_proven_is_told_without_one():
    proven = invite(drawn(line(kind="business")), seats=1)
    assert (proven.unproven, proven.rows[0]["optimal"]) == (None, True)
    assert proven.figures()["unproven"] is None
