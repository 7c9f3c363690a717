"""Claims about lines: what a star stands for, what goes before it, and what an answer takes the place of."""

from __future__ import annotations

from actormap.model.requirements import lines
from tests.analysis.composition.networks import graph, line, town


def told(*required, towns="ab"):
    found = lines(graph([town(name) for name in towns], lines=required), "v")
    return [(each.column, each.municipality, each.role, each.answer, each.weight) for each in found]


def test_a_star_is_one_line_for_each_municipality_with_the_weight_of_the_line():
    assert told(line(municipality="*", weight=2)) == [("c", "a", None, None, 2), ("c", "b", None, None, 2)]


def test_a_line_for_one_municipality_goes_before_the_star():
    assert told(line(municipality="*", role="x"), line(municipality="b", role="y")) == [
        ("c", "a", "x", None, 1),
        ("c", "b", "y", None, 1),
    ]


def test_a_line_of_another_column_leaves_the_star_alone():
    assert len(told(line(municipality="*"), line("d", municipality="b"))) == 3


def test_an_answer_takes_the_place_of_the_line_it_answers():
    assert told(line(role="x"), line(role="x", answer="no")) == [("c", None, "x", "no", 1)]


def test_an_answer_for_one_municipality_turns_only_that_line_of_the_star():
    assert told(line(municipality="*"), line(municipality="a", answer="yes")) == [("c", "a", None, "yes", 1), ("c", "b", None, None, 1)]


def test_lines_with_other_conditions_are_lines_of_their_own():
    assert len(told(line(role="x"), line(role="y", answer="no"))) == 2


def test_lines_of_other_networks_are_not_taken():
    snapshot = graph([], lines=[line()])
    assert lines(snapshot, "w") == ()
