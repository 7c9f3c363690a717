"""Claims about agreement: what is compared, what is left out, and what is listed."""

from __future__ import annotations

import pytest

from actormap.analysis.coding import agreement
from actormap.errors import UnknownName
from actormap.model.coding import CodedAnswer, SetQuestion
from actormap.model.records import Document, Project, Snapshot

ASKED = {
    "q": SetQuestion(id="q", group="g", sv="Ökade?", en="Rose?", scale="ordinal", values=("no", "some", "much"), outside=("planned",)),
    "n": SetQuestion(id="n", group="g", sv="Antal?", en="How many?", scale="number"),
    "f": SetQuestion(id="f", group="g", sv="Vad?", en="What?", scale="free"),
    "y": SetQuestion(id="y", group="h", sv="Nämns?", en="Named?", scale="yes_no"),
}
PLACES = [*(Project(id=f"p{n}", name=f"P{n}", kind="project") for n in range(6)), Document(id="d", title="D"), Document(id="e", title="E")]


def said(question, coder, *answers, document="d"):
    """Return a coder's answers about p0, p1, …; None passes one by."""
    return [
        CodedAnswer(project=f"p{n}", question=question, answer=answer, coder=coder, document=document, locator=f"{coder} {n}")
        for n, answer in enumerate(answers)
        if answer is not None
    ]


def found(*answers, **options):
    rows = [row for each in answers for row in each]
    return agreement.find(Snapshot.of(PLACES, coding=[*ASKED.values(), *rows]), "en", **options)


def test_two_coders_are_compared_by_kappa_and_alpha_and_what_differs_is_listed():
    result = found(said("q", "a", "no", "much", "some", "silent"), said("q", "b", "no", "much", "much", "not_measured", "no"))
    (row,) = result.rows
    assert (row["coders"], row["coded"], row["coded_by_several"], row["agreed"]) == (["a", "b"], 5, 4, 2)
    # po = 1/2; shares of a: no, much, some, silent each 1/4; of b: no 1/4, much 1/2, not_measured 1/4: pe = 1/16 + 2/16 = 3/16.
    assert row["kappa"] == pytest.approx((1 / 2 - 3 / 16) / (13 / 16))
    assert [(each["project"], each["project_name"], each["coded"]) for each in result.disagreements.rows] == [
        ("p2", "P2", ["a: some", "b: much"]),
        ("p3", "P3", ["a: silent", "b: not_measured"]),
    ]
    assert result.disagreements.rows[0]["locators"] == ["a: a 2", "b: b 2"]


def test_the_alpha_of_an_order_leaves_out_what_has_no_place_in_it_and_minds_how_far_apart_answers_are():
    near = found(said("q", "a", "no", "some", "much", "planned"), said("q", "b", "no", "some", "some", "silent")).rows[0]
    far = found(said("q", "a", "no", "some", "much", "planned"), said("q", "b", "no", "some", "no", "silent")).rows[0]
    assert near["alpha_ordered"] > far["alpha_ordered"]


def test_the_alpha_of_numbers_minds_how_far_apart_they_are():
    (row,) = found(said("n", "a", "10", "20", "silent"), said("n", "b", "10", "22", "9")).rows
    # Do = 2 x 2² / 4 = 2; De = (2 x 2 x 10² + 2 x 2 x 12² + 2 x 2²) / (4 x 3) = 82: the third unit has one number only.
    assert row["alpha_ordered"] == pytest.approx(1 - 2 / 82)


def test_three_coders_have_alpha_and_no_kappa():
    result = found(said("y", "a", "yes", "no"), said("y", "b", "yes", "no"), said("y", "c", "yes", None))
    assert (result.rows[0]["kappa"], result.rows[0]["alpha"]) == (None, 1)
    assert "kappa" in result.undefined


def test_a_document_of_ones_own_is_compared_with_nothing_unless_the_project_is_the_unit():
    rows = (said("y", "a", "yes"), said("y", "b", "no", document="e"))
    assert found(*rows).rows == ()
    assert found(*rows).undefined == {"alpha": "one_coder", "kappa": "one_coder"}
    assert found(*rows, unit="project").rows[0]["coded_by_several"] == 1


def test_a_coder_who_says_two_things_is_in_two_ways_there_and_counted():
    twice = [*said("q", "a", "no"), *said("q", "a", "much")]
    twice[1] = CodedAnswer(project="p0", question="q", answer="much", coder="a", document="d", locator="elsewhere")
    row = found(twice, said("q", "b", "no", "no"), said("q", "c", "no", "no")).rows[0]
    assert (row["in_two_ways"], row["coded_by_several"], row["coders"]) == (1, 2, ["b", "c"])


def test_who_is_alone_is_counted_and_that_nothing_can_be_listed_is_said_of_the_list_too():
    result = found(said("q", "a", "no", "much"))
    assert result.figures()["coders"] == 1
    assert result.disagreements.undefined == {"coded": "one_coder"}
    both = found(said("q", "a", "no"), said("q", "b", "no"), said("n", "c", "7"))
    assert both.figures()["coders"] == 3
    assert (both.disagreements.rows, both.disagreements.undefined) == ((), {})


def test_free_texts_are_not_compared_and_questions_are_chosen_by_id_or_group():
    rows = (
        said("f", "a", "x"),
        said("f", "b", "y"),
        said("y", "a", "yes"),
        said("y", "b", "yes"),
        said("q", "a", "no"),
        said("q", "b", "no"),
    )
    assert [row["question"] for row in found(*rows).rows] == ["q", "y"]
    assert [row["question"] for row in found(*rows, wanted=("h",)).rows] == ["y"]
    with pytest.raises(UnknownName):
        found(*rows, wanted=("z",))
    with pytest.raises(UnknownName):
        found(*rows, unit="row")


def test_one_question_without_a_figure_is_enough_to_say_why_there_is_none():
    rich = [said("y", "a", "yes", "no"), said("y", "b", "yes", "no")]
    assert found(*rich).undefined == {}
    assert found(*rich, said("q", "a", "no", "no"), said("q", "b", "no", "no")).undefined == {"alpha": "alpha", "kappa": "kappa"}
