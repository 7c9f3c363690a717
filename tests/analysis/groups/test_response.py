"""Claims about who has answered."""

from __future__ import annotations

import pytest

from actormap.analysis.groups import description, response
from actormap.graph.views import build
from actormap.model.records import Evidence
from tests.graph.test_directions import WORDS, contacts
from tests.graphs import actor, network, snapshot, taking_part, tie, view


def test_in_a_survey_those_have_answered_who_name_others():
    assert response.rate(contacts("ab", "ba", "ac", "bd", "be")) == pytest.approx(2 / 5)


def test_a_list_of_contacts_does_not_say_who_has_answered():
    assert response.rate(contacts("ab", "bc", "cd")) is None
    assert response.rate(view(taking_part({"v": "abc"}))) is None


def test_that_somebody_owns_something_is_no_answer():
    assert response.rate(view(snapshot([actor("a"), actor("b")], tie("a", "connects", "b")), "actors")) is None


def test_informants_have_answered_by_id_or_name_and_who_has_no_tie_has_not():
    told = [
        tie("a", "member_of", "v", Evidence(informant="a")),
        tie("b", "member_of", "v", Evidence(informant="C")),
        tie("c", "member_of", "v"),
    ]
    of = snapshot([*map(actor, "abcd"), network("v")], *told)
    assert response.rate(view(of)) == pytest.approx(2 / 4)


def test_who_rates_others_has_answered():
    told = [tie("a", "member_of", "v", Evidence(openness=2)), tie("b", "member_of", "v"), tie("c", "member_of", "v")]
    assert response.rate(view(snapshot([*map(actor, "abc"), network("v")], *told))) == pytest.approx(1 / 3)


def test_an_organisation_has_answered_if_its_unit_rates_others():
    nodes = [actor("a"), actor("u", "unit"), actor("b"), network("v")]
    told = [
        tie("u", "part_of", "a"),
        tie("u", "member_of", "v"),
        tie("b", "member_of", "v"),
        tie("u", "connects", "b", Evidence(openness=2)),
    ]
    assert response.rate(view(snapshot(nodes, *told))) == pytest.approx(1 / 2)


def test_the_description_tells_it_as_known():
    row = {row["aspect"]: row for row in description.describe(contacts("ab", "ba", "ac"), resamples=20).rows}["answered"]
    assert row["value"] == row["at_least"] == row["at_most"] == pytest.approx(2 / 3)


def test_words_of_contact_are_those_of_the_workspace():
    assert build(snapshot([actor("a"), actor("b")], tie("a", "contact", "b")), WORDS, "actors").graph.has_edge("a", "b")
