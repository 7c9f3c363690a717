"""Claims about whom to invite, told in words: lists cut short, sets as good, and how large the network needs to be."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.analysis.composition.invitation.candidates import Candidates
from actormap.analysis.composition.invitation.invite import Invitation, ToAsk
from actormap.analysis.composition.invitation.pareto import Front
from actormap.analysis.result import Context
from actormap.i18n import Texts
from actormap.output.pages import invitation

EN = Texts.load("en")
CONTEXT = Context(None, {}, {})


def proposals(number, **more):
    """Return so many sets that are as good: a in all of them, and another in each."""
    rows = tuple({"set": ["a", f"x{each}"], "names": ["A", f"X{each}"]} for each in range(number))
    return Invitation(CONTEXT, rows, candidates=Candidates(()), **more)


@pytest.mark.parametrize(
    ("number", "said"), [(1, "A"), (2, "A and B"), (5, "A, B, C, D, and E"), (6, "A, B, C, D, E, and F"), (7, "A, B, C, D, E, and 2 more")]
)
def test_a_list_is_cut_short_but_never_by_one(number, said):
    assert invitation.listing(list("ABCDEFG"[:number]), EN, 5) == said
    assert "more" not in invitation.listing(list("ABCDEFG"[:number]), EN)


def test_names_that_hold_commas_are_parted_by_semicolons():
    assert invitation.listing(["Coaching, Ale", "B", "C"], EN) == "Coaching, Ale; B and C"


def test_of_each_wish_it_is_said_who_has_it_already_who_brings_it_and_that_nobody_does():
    chosen = {"reasons": [{"name": "A", "reason": "covers", "cells": ["Mentor"]}, {"name": "B", "reason": "reaches", "names": ["Trips"]}]}
    wishes = [
        {"column": "Coaching", "by": ["c"], "names": ["C"]},
        *({"column": each, "by": [], "names": []} for each in ("Mentor", "Trips")),
    ]
    assert list(invitation._wished(chosen, wishes, EN)) == [
        "Coaching is in the network already, with C.",
        "Mentor comes with A.",
        "According to the sources, nobody in the proposal has Trips.",
    ]


@pytest.mark.parametrize(
    ("rows", "more", "said"),
    [
        (1, {}, ""),
        (2, {}, "One other choice is exactly as good."),
        (3, {}, "2 other choices are exactly as good."),
        (3, {"more": True}, "At least 2 other choices are exactly as good."),
        (3, {"more": True, "optima": 9}, "8 other choices are exactly as good."),
        (1, {"optima": 1}, ""),
    ],
)
def test_how_many_are_as_good_is_told_as_far_as_it_is_known(rows, more, said):
    assert invitation.how_many_equals(proposals(rows, **more), EN).startswith(said)
    assert bool(invitation.how_many_equals(proposals(rows, **more), EN)) == bool(said)


@pytest.mark.parametrize(("rows", "listed", "rest"), [(2, 1, False), (6, 5, False), (7, 5, True)])
def test_of_sets_as_good_five_are_listed_and_more_are_said_to_be_there(rows, listed, rest):
    told = list(invitation._equals(proposals(rows), EN))
    assert told[1] == "All of them include A."
    assert told[2].startswith(f"Some of the {rows} choices include X0 (1)")
    assert told[3 : 3 + listed] == [f"A and X{each}" for each in range(1, 1 + listed)]
    assert (told[-1] == EN("invite.equal.rest")) == rest
    assert len(told) == 3 + listed + rest


def test_that_more_are_known_than_listed_is_said():
    assert "What follows holds for the first 3 in order of id." in invitation._equals(proposals(3, optima=9), EN)
    assert "What follows holds for the first 3 in order of id." not in list(invitation._equals(proposals(3, optima=3), EN))


def front(today, *covered):
    """Return what is told where so much is covered today by two members, and at most by one, two and three."""
    row = {"best": True, "come": ["X"], "leave": []}
    rows = [{**row, "size": size, "covered": most, "today": False} for size, most in enumerate(covered, start=1)]
    now = [] if today is None else [{**row, "size": 2, "covered": today, "today": True}]
    return list(invitation._front(Invitation(CONTEXT, (), front=Front(CONTEXT, (*rows, *now), weight=9)), EN))


def test_the_size_of_today_is_told_with_whether_as_many_can_cover_more():
    assert front(3, 2, 3, 5)[:2] == ["Today: 2 members, who cover 3 of 9 (weight).", "No other composition of 2 members covers more."]
    assert front(3, 2, 4, 5)[1] == "As many members (2) can cover 4."
    assert front(3, 2)[1:] == []


def test_fewer_are_told_of_if_they_cover_as_much():
    assert "A single member can cover as much." in front(3, 3, 4, 5)
    assert not any("as much" in told for told in front(3, 2, 4, 5))


def test_of_sizes_below_todays_none_is_recommended():
    assert [told for told in front(3, 2, 4, 5) if "for instance" in told] == [
        "2 members can cover 4, for instance with X.",
        "3 members can cover 5, for instance with X.",
    ]
    assert len([told for told in front(None, 2, 4, 5) if "for instance" in told]) == 3


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ((0, 0, 0), EN("invite.loss.none")),
        ((2, 0, 0), EN("invite.loss.covered.less", n=2)),
        ((0, -1, 0), EN("invite.loss.reach.more", n=1)),
        ((1, 0, 1), f"{EN('invite.loss.covered.less', n=1)} and {EN('invite.loss.robust.less', n=1)}"),
    ],
)
def test_a_loss_is_told_by_what_is_lost_and_a_gain_by_what_is_gained(lost, said):
    assert invitation._loss(dict(zip(("loses_covered", "loses_reach", "loses_robust"), lost, strict=True)), EN) == said


def test_nobody_is_proposed_and_the_questions_that_might_change_that_are_told_each_with_whom_it_is_about():
    asked = [
        {"cell": "Skola – rektor", "column": "rektor", "name": ["A", "B"]},
        {"cell": "Frågan", "column": "f", "name": list("ABCDEFGH")},
    ]
    nobody = Invitation(CONTEXT, (), candidates=Candidates(("a",)), to_ask=ToAsk(CONTEXT, tuple(asked)))
    _, *told = invitation._nobody(nobody, "N", EN)
    assert told == [
        "Ask about Skola – rektor: the sources do not say whether it holds for A and B. A yes gives a reason.",
        "Ask about Frågan: the sources do not say whether it holds for A, B, C, D, E, and 3 more. A yes gives a reason.",
    ]
    _, *told = invitation._nobody(replace(nobody, to_ask=ToAsk(CONTEXT, ())), "N", EN)
    assert told == [EN("invite.nobody.nothing_to_ask")]
