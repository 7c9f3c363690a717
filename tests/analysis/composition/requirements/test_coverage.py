"""Claims about required coverage: the four states, the network's own answers, and that unknown is never missing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.analysis.composition.members import Seat, seats
from actormap.analysis.composition.requirements import coverage
from actormap.analysis.composition.requirements.cells import ALONE, COVERED, MISSING, STATES, UNKNOWN, cell, state
from actormap.analysis.composition.requirements.conditions import SourceFacts
from actormap.errors import UnknownName
from tests.analysis.composition.networks import found, graph, invited, line, states, theme, town
from tests.graphs import actor, tie, view

MEMBER = "member_of"


def test_two_who_answer_cover_a_cell():
    nodes = [actor("a", "school"), actor("b", "school")]
    assert states(nodes, tie("a", MEMBER, "v"), tie("b", MEMBER, "v"), lines=[line(kind="school")]) == [COVERED]


def test_one_who_answers_covers_a_cell_alone():
    result = found([actor("a", "school"), actor("b")], tie("a", MEMBER, "v"), tie("b", MEMBER, "v"), lines=[line(kind="school")])
    assert (result.rows[0]["state"], result.rows[0]["by"], result.rows[0]["names"]) == (ALONE, ["a"], ["A"])


def test_when_two_are_needed_two_cover_it_as_one_alone_does():
    nodes, ties = [actor(name, "school") for name in "abc"], [tie(name, MEMBER, "v") for name in "abc"]
    assert states(nodes, *ties, lines=[line(kind="school", minimum=2)]) == [COVERED]
    assert states(nodes, *ties[:2], lines=[line(kind="school", minimum=2)]) == [ALONE]
    assert states(nodes, *ties[:1], lines=[line(kind="school", minimum=2)]) == [MISSING]


def test_a_post_and_an_unnamed_group_with_a_seat_stand_for_others_and_a_member_does_not():
    nodes = [actor("a"), actor("p", "role"), actor("g", "group"), actor("q", "role")]
    assert found(nodes, *(tie(name, MEMBER, "v") for name in "apg"), lines=[line()]).stand_ins == {"P", "G"}


def test_a_cell_that_all_members_answer_no_to_is_missing():
    assert states([actor("a")], tie("a", MEMBER, "v"), lines=[line(kind="school")]) == [MISSING]


def test_a_cell_is_missing_in_a_network_without_members():
    assert states([], lines=[line()]) == [MISSING]


def test_a_cell_that_somebody_may_answer_is_unknown_and_says_whom_and_what_is_not_said():
    result = found([actor("a", "school")], tie("a", MEMBER, "v"), lines=[line(kind="school", role="head")])
    assert (result.rows[0]["state"], result.rows[0]["perhaps"], result.rows[0]["unsaid"]) == (UNKNOWN, ["A"], ["role"])


def test_too_few_who_may_answer_are_missing_all_the_same():
    assert states([actor("a", "school")], tie("a", MEMBER, "v"), lines=[line(role="head", minimum=2)]) == [MISSING]


def test_who_coordinates_without_a_seat_covers_nothing():
    assert states([actor("a", "school")], tie("a", "coordinates", "v"), lines=[line(kind="school")]) == [MISSING]


def test_the_answer_yes_covers_and_leaves_open_whether_one_alone_does():
    result = found(
        [actor("a", "school")], tie("a", MEMBER, "v"), lines=[line(kind="school", answer="yes"), line("d", kind="business", answer="yes")]
    )
    assert [row["state"] for row in result.rows] == [COVERED, COVERED]
    assert [each.survives for each in result.cells] == [None, None]


def test_the_answer_no_is_missing_whatever_the_sources_say():
    nodes = [actor("a", "school"), actor("b", "school")]
    assert states(nodes, tie("a", MEMBER, "v"), tie("b", MEMBER, "v"), lines=[line(kind="school", answer="no")]) == [MISSING]


def test_an_invited_actor_may_cover_what_was_answered_no():
    told = view(
        graph([actor("a", "school"), actor("b", "school")], tie("a", MEMBER, "v"), lines=[line(kind="school", role="x", answer="no")])
    )
    room = (*seats(told, "v"), invited("b"))
    (one,) = coverage.assess(told, "v", room)
    assert (one.state, one.by) == (ALONE, ("b",))


def test_a_star_gives_each_municipality_its_own_state():
    nodes = [town("t"), town("u")]
    result = found(nodes, tie("t", MEMBER, "v"), lines=[line(municipality="*")])
    assert [(row["municipality"], row["state"]) for row in result.rows] == [("T", ALONE), ("U", MISSING)]


def test_the_figures_add_up_to_the_cells_and_their_weights():
    nodes = [actor("a", "school"), theme("t")]
    required = [line("a", kind="school", weight=2), line("b", kind="region"), line("c", kind="school", theme="t", weight=3)]
    assert found(nodes, tie("a", MEMBER, "v"), lines=required).figures() == {
        "covered": 0, "alone": 1, "missing": 1, "unknown": 1, "weight": 6, "weight_covered": 2,
    }  # fmt: skip


def test_a_network_of_which_nothing_is_required_has_an_empty_answer():
    result = found([], lines=[])
    assert result.rows == ()
    assert result.columns() == coverage.Coverage.header


def test_a_network_that_is_not_there_is_named():
    with pytest.raises(UnknownName, match='network "w" is unknown'):
        coverage.find(view(graph([])), "w")


@given(st.integers(0, 6), st.integers(0, 6), st.integers(1, 4))
def test_a_state_is_what_the_worst_and_the_best_reading_of_the_unknown_say(yes, unknown, minimum):
    told = state(line(minimum=minimum), yes, unknown)
    worst, best = yes >= minimum, yes + unknown >= minimum
    assert (told in (COVERED, ALONE)) == worst
    assert (told == UNKNOWN) == (best and not worst)
    assert (told == MISSING) == (not best)
    assert (told == COVERED) == (yes - 1 >= minimum)


KINDS = ("school", "business", "region")
SEATS = st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from((None, "head", "clerk"))), max_size=5)
LINES = st.lists(
    st.builds(
        line,
        column=st.sampled_from("pqrstu"),
        kind=st.none() | st.sampled_from(KINDS),
        role=st.none() | st.just("head"),
        theme=st.none() | st.just("t"),
        municipality=st.none() | st.just("*"),
        minimum=st.integers(1, 2),
    ),
    max_size=5,
    unique_by=lambda each: each.column,
)


def drawn(members, required):
    nodes = [theme("t"), town("x"), town("y"), *(actor(f"m{n}", kind) for n, (kind, _) in enumerate(members))]
    ties = [tie(f"m{n}", MEMBER, "v", **({"role": role} if role else {})) for n, (_, role) in enumerate(members)]
    return found(nodes, *ties, lines=required)


@given(SEATS, LINES, st.sampled_from(("yes", "no")))
def test_answering_an_unknown_cell_turns_that_cell_and_takes_one_from_the_unknown(members, required, answer):
    before = drawn(members, required)
    for number, unknown in enumerate(before.cells):
        if unknown.state != UNKNOWN:
            continue
        after = drawn(members, [*required, replace(unknown.line, answer=answer)])
        expected = [row["state"] for row in before.rows]
        expected[number] = COVERED if answer == "yes" else MISSING
        assert [row["state"] for row in after.rows] == expected
        assert after.figures()["unknown"] == before.figures()["unknown"] - 1


@given(SEATS, LINES)
def test_taking_unknown_cells_away_changes_the_count_of_the_unknown_alone(members, required):
    before = drawn(members, required)
    kept = [each.line for each in before.cells if each.state != UNKNOWN]
    after = drawn(members, kept)
    changed = {name for name in STATES if before.figures()[name] != after.figures()[name]}
    assert changed <= {UNKNOWN}
    assert after.figures()[UNKNOWN] == 0


@given(SEATS, LINES)
def test_a_cell_is_missing_only_when_even_a_yes_from_all_of_whom_nothing_is_known_would_not_do(members, required):
    for each in drawn(members, required).cells:
        assert (each.state == MISSING) == (len(each.by) + len(each.perhaps) < each.line.minimum)


@given(SEATS, LINES)
def test_a_cell_survives_just_when_it_is_covered_after_the_loss_of_any_one_seat(members, required):
    nodes = [theme("t"), town("x"), town("y"), *(actor(f"m{n}", kind) for n, (kind, _) in enumerate(members))]
    ties = [tie(f"m{n}", MEMBER, "v", **({"role": role} if role else {})) for n, (_, role) in enumerate(members)]
    told = view(graph(nodes, *ties, lines=required))
    known, room = SourceFacts(told, "v"), seats(told, "v")
    for each in coverage.assess(told, "v", room):
        losses = [cell(each.line, [seat for seat in room if seat != gone], known).met for gone in room]
        assert each.survives == (each.met and all(losses))


def test_seats_of_today_and_invited_ones_are_told_apart():
    assert not Seat("a", ()).invited
    assert invited("a").invited
