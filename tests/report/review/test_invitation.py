"""Claims about what a review says of whom to invite."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.analysis.composition.invitation import evidence, invite
from actormap.analysis.composition.invitation.invite import Invitation
from actormap.analysis.composition.invitation.terms import InvitationTerms
from actormap.analysis.result import Context
from actormap.i18n import Texts
from actormap.model.invite_rules import InviteRules
from actormap.output.cells import Writer
from actormap.output.pages.invitation import write as alone
from actormap.report.review.invitation import _often
from actormap.report.review.invitation import write as within
from actormap.report.review.writer import Pen
from tests.analysis.composition.networks import graph, line
from tests.graphs import VOCABULARY, actor, network, tie, view

EN = Texts.load("en")


def given(*lines, seats=1, exclude=()):
    nodes = [actor("m", "school"), actor("a", "business"), actor("b"), network("w")]
    ties = [tie("m", "member_of", "v"), tie("a", "member_of", "w"), tie("b", "member_of", "w")]
    of = view(graph(nodes, *ties, lines=lines))
    return of, invite.find(of, "v", InvitationTerms(seats=seats), InviteRules(exclude=exclude))


def told(of, found):
    pen = Pen(EN, VOCABULARY, {node.id: node.name for node in of.snapshot.nodes()})
    return str(within(found, evidence.rows(of, found), pen)), alone(found, "V", Writer(EN, VOCABULARY))


@pytest.mark.parametrize("respect", invite.RESPECTS)
def test_a_proof_that_time_cut_short_is_told_by_a_review_as_by_the_command(respect):
    of, found = given(line(kind="business"))
    short = replace(found, unproven=respect, most=2)
    sentence = EN(f"invite.unproven.{respect}", bound=found.rows[0]["bound"], most=2)
    review, command = told(of, short)
    assert sentence in review
    assert sentence in " ".join(command.split())


def test_where_nothing_is_required_no_share_of_nothing_is_told():
    review, command = told(*given())
    assert "of 0" not in review + command
    assert EN("undefined.no_requirements") in review


def test_a_review_says_that_the_rules_let_nobody_in():
    review, command = told(*given(exclude=("a", "b")))
    assert EN("invite.nobody.no_candidates") in review
    assert EN("invite.nobody.no_candidates") in command


def test_how_sure_a_proposal_is_cannot_be_said_by_leaving_out_all_there_is():
    nodes = [actor("m", "school"), actor("a", "business"), network("w")]
    of = view(graph(nodes, tie("m", "member_of", "v"), tie("a", "member_of", "w"), lines=[line(kind="business")]))
    found = invite.find(of, "v", InvitationTerms(seats=1), certainty={"resamples": 50})
    assert [row["set"] for row in found.rows] == [["a"]]
    review, command = told(of, found)
    assert "%" not in review + command
    assert EN("invite.sure.nothing") in command


def equals(*sets, more=False):
    return Invitation(Context(None, {}, {}), tuple({"set": list(names), "names": list(names)} for names in sets), more=more)


@pytest.mark.parametrize(
    ("sets", "said"),
    [
        (["ab"], ""),
        (["ab", "ac"], "a (2), b (1) and c (1)"),
        (["ab", "ac", "ad"], "a (3), b (1), c (1) and d (1)"),
        (["ab", "ac", "ad", "ae"], "a (4), b (1), c (1), d (1) and e (1)"),
        (["ab", "ac", "ad", "ae", "af"], "a (5)"),
        (["ab", "cd", "ef"], ""),
    ],
)
def test_who_is_most_often_in_sets_as_good_is_named_unless_as_many_have_no_room(sets, said):
    told = _often(equals(*sets), Pen(EN, VOCABULARY, {}))
    assert said in told
    assert bool(told) == bool(said)
    assert _often(equals(*sets, more=True), Pen(EN, VOCABULARY, {})) == ""


@pytest.mark.parametrize(
    ("terms", "filled"),
    [
        ({"seats": 1, "largest": 1}, 0),
        ({"seats": 1, "largest": 2}, 0),
        ({"seats": 1, "largest": 3}, 1),
        ({"seats": 2, "largest": 3}, 1),
        ({"seats": 1, "largest": 2, "may_leave": ("c",)}, 1),
        ({"seats": 1, "largest": 1, "may_leave": ("c",)}, 0),
        ({"seats": 2, "smallest": 9}, 0),
        ({"seats": 1, "smallest": 3, "largest": 3, "may_leave": ("c",)}, 1),
    ],
)
def test_as_many_seats_are_filled_as_the_size_of_the_network_allows(terms, filled):
    nodes = [actor("m", "school"), actor("a", "business"), actor("b"), actor("c"), network("w")]
    ties = [tie("m", "member_of", "v"), tie("c", "member_of", "v"), tie("a", "member_of", "w"), tie("b", "member_of", "w")]
    found = invite.find(view(graph(nodes, *ties, lines=[line(kind="business")])), "v", InvitationTerms(**terms))
    assert (found.filled, [row["set"] for row in found.rows]) == (filled, [["a"]] * filled)
