"""Claims about which relationships of the map have a head, and what the legend calls those of whom nothing is known."""

from __future__ import annotations

import pytest

from actormap.map.data import content, legend
from actormap.model.vocabulary import Vocabulary
from tests.graphs import VOCABULARY, actor, snapshot, tie

CONTACT = {
    "sv": ["har kontakt med", "har kontakt med"], "en": ["is in contact with", "is in contact with"],
    "from": ["actor"], "to": ["actor"], "views": ["actors"],
}  # fmt: skip
WORDS = Vocabulary.load({"types": {"contact": CONTACT}})


def directed(*pairs, type_="contact"):
    of = snapshot(list(map(actor, "abc")), *(tie(source, type_, target) for source, target in pairs))
    return content.words(WORDS, of)["types"][list(WORDS.types).index(type_)]["directed"]


@pytest.mark.parametrize(("pairs", "known"), [(("ab",), False), (("ab", "ba"), False), (("ab", "ba", "bc"), True)])
def test_contacts_have_a_direction_where_some_are_returned_and_others_not(pairs, known):
    assert directed(*pairs) is known


def test_what_is_said_otherwise_from_its_other_end_has_a_direction():
    assert directed("ab", type_="part_of") is True


def test_a_family_of_whom_nothing_is_known_is_called_so():
    unknown, unit = actor("a", "other"), actor("b", "unit")
    assert [each.name["sv"] for each in legend.of([unknown], VOCABULARY, {})] == ["Övriga aktörer"]
    assert [each.name["sv"] for each in legend.of([unknown, unit], VOCABULARY, {})] == ["Enhet, roll eller grupp"]
