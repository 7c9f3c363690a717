"""Claims about how certainty is reckoned: each reason by its own rule, and the level from all four."""

from __future__ import annotations

import pytest

from actormap.analysis.projects.certainty import Witness, direction, judge


def witness(state="reached", *, top="a", status="stated", voice="evaluator", relevant=None):
    return Witness(project=top, top=top, state=state, status=status, voice=voice, relevant=relevant)


def many(count, **about):
    return [witness(top=str(place), **about) for place in range(count)]


def test_nothing_measured_is_not_judged():
    judged = judge([witness("not_measured"), witness("silent"), witness("not_seen"), witness("outside"), witness("answered")])
    assert (judged.level, judged.methodological, judged.agreement) == (None, None, None)


def test_ten_independent_projects_that_an_evaluator_finds_agree_are_of_high_certainty():
    judged = judge(many(10, relevant=True))
    assert (judged.methodological, judged.coherence, judged.adequacy, judged.relevance) == ("none",) * 4
    assert judged.level == "high"


@pytest.mark.parametrize(
    ("voices", "concern"),
    [
        (["evaluator", "project"], "none"),
        (["press", "project"], "minor"),
        (["evaluator", "project", "project"], "moderate"),
        (["project", None], "serious"),
    ],
    ids=["half evaluated", "half outside", "fewer", "own words"],
)
def test_methods_are_as_good_as_those_who_speak(voices, concern):
    assert judge([witness(voice=voice, top=str(place)) for place, voice in enumerate(voices)]).methodological == concern


@pytest.mark.parametrize(("agreeing", "concern"), [(9, "none"), (8, "minor"), (5, "moderate"), (4, "serious")])
def test_coherence_is_the_share_that_agrees(agreeing, concern):
    others = ["partly"] * min(10 - agreeing, 3) + ["without_effect"] * max(0, 10 - agreeing - 3)
    judged = judge([*(witness() for _ in range(agreeing)), *(witness(state) for state in others)])
    assert (judged.coherence, judged.agreement) == (concern, agreeing / 10)


@pytest.mark.parametrize(("count", "concern"), [(10, "none"), (9, "minor"), (5, "minor"), (4, "moderate"), (3, "moderate"), (2, "serious")])
def test_adequacy_counts_independent_projects_that_state_it(count, concern):
    parts_and_readings = [witness(top="0"), *(witness(top=f"implied {place}", status="implied") for place in range(9))]
    assert judge([*many(count), *parts_and_readings]).adequacy == concern


def test_relevance_is_the_share_of_those_asked_about_and_is_not_judged_where_nobody_is():
    assert judge(many(4)).relevance is None
    assert judge([*many(3, relevant=True), witness(relevant=False)]).relevance == "minor"


def test_all_in_their_own_words_is_low_and_few_of_them_very_low():
    assert judge(many(10, voice="project")).level == "low"
    assert judge(many(2, voice="project")).level == "very_low"


def test_two_minor_concerns_are_one_step_and_one_is_none():
    assert judge(many(9)).level == "high"
    assert judge(many(9, voice="press")).level == "moderate"


def test_of_equal_counts_the_most_cautious_direction_is_told():
    assert direction(["reached", "without_effect", "partly", "reached", "without_effect"]) == "without_effect"
    assert direction(["not_seen"]) is None
