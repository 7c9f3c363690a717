"""Claims about what carries the ties of a view."""

from __future__ import annotations

import numpy as np

from actormap.analysis.certainty.statements import Statements
from actormap.model.records import Evidence
from tests.graphs import actor, network, project, snapshot, taking_part, tie, view

SENTENCE = Evidence(document="d", locator="3")
ELSEWHERE = Evidence(document="d", locator="4")
NOWHERE = Evidence(document="d")


def of(*ties, name="affiliation", **options):
    ends = {end for each in ties for end in (each.source, each.target)}
    nodes = [
        network(end) if end in "vwx" else project(end) if end in "pq" else actor(end, "unit" if end == "u" else "region") for end in ends
    ]
    return Statements.of(view(snapshot(nodes, *ties), name, **options))


def test_what_one_sentence_says_stands_or_falls_together():
    found = of(tie("a", "member_of", "v", SENTENCE), tie("b", "member_of", "v", SENTENCE), tie("c", "member_of", "v", ELSEWHERE))
    assert (found.groups, len(found.ties)) == (2, 3)
    assert found.without([0]).tolist() == [False, False, True]


def test_a_statement_without_a_locator_stands_alone():
    found = of(tie("a", "member_of", "v", NOWHERE), tie("b", "member_of", "v", NOWHERE), tie("c", "member_of", "v"))
    assert found.groups == 3


def test_a_tie_is_there_as_long_as_one_of_its_statements_is():
    found = of(tie("a", "member_of", "v", SENTENCE, ELSEWHERE), tie("a", "coordinates", "v", NOWHERE))
    assert (len(found.ties), found.groups) == (1, 3)
    assert found.without([0, 1]).tolist() == [True]
    assert found.without([0, 1, 2]).tolist() == [False]


def test_what_is_part_of_what_is_structure_and_never_left_out():
    found = of(tie("u", "part_of", "a", SENTENCE), tie("u", "owns", "p", ELSEWHERE))
    assert (found.ties, found.groups) == ((("a", "p"),), 1)


def test_an_actor_stands_first_in_its_ties_also_where_it_comes_later_by_name():
    assert of(tie("z", "member_of", "v")).ties == (("z", "v"),)
    assert of(tie("z", "member_of", "v"), name="all").ties == (("z", "v"),)


def test_the_view_of_actors_rests_on_the_ties_it_is_the_projection_of():
    found = of(tie("a", "member_of", "v", SENTENCE), tie("b", "member_of", "v", ELSEWHERE), tie("c", "member_of", "w"), name="actors")
    assert found.ties == (("a", "v"), ("b", "v"))
    assert found.nodes == ("a", "b", "c", "v")


def test_what_is_only_implied_is_not_firm():
    found = of(tie("a", "member_of", "v", Evidence(status="implied")), tie("b", "member_of", "v", Evidence(status="stated_collectively")))
    assert found.carried_by(found.firm).tolist() == [False, True]


def test_a_view_without_ties_has_no_statement():
    found = Statements.of(view(taking_part({})))
    assert (found.groups, found.ties, found.without([]).tolist()) == (0, (), [])
    assert found.carried_by(np.zeros(0, dtype=bool)).tolist() == []
