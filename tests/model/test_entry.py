"""What an entry of the vocabulary may say, and what is told of one that says something else."""

import pytest

from actormap.errors import InvalidVocabulary
from actormap.model.entry import read
from actormap.model.vocabulary import Check, Kind, RelationshipType, Vocabulary

WORDS = {"sv": ["besöker", "besöks av"], "en": ["visits", "is visited by"]}
VISITS = WORDS | {"from": ["actor"], "to": ["network"]}


def told(kind, table):
    faults = []
    assert (read(kind, table, "it", faults) is None) == bool(faults)
    return faults


def test_keys_that_are_left_out_have_their_defaults_and_lists_cannot_be_changed():
    visits = read(RelationshipType, VISITS | {"dash": [2, 1]}, "it", [])
    assert (visits.sources, visits.targets, visits.dash, visits.views) == (("actor",), ("network",), (2, 1), ())
    assert visits.words == {"sv": ("besöker", "besöks av"), "en": ("visits", "is visited by")}


def test_words_to_look_for_stand_beside_the_words_of_each_language():
    asked = read(Check, {"sv": "biblioteken", "en": "the libraries", "words": ["bibliotek"]}, "it", [])
    assert (asked.words, asked.sought) == ({"sv": "biblioteken", "en": "the libraries"}, ("bibliotek",))


@pytest.mark.parametrize(
    ("kind", "wrong", "fault"),
    [
        (RelationshipType, {"colour": "#FF0000"}, "it.colour is not a colour such as #1e3c5a"),
        (RelationshipType, {"dash": [1, True]}, "it.dash is not a list of whole numbers"),
        (RelationshipType, {"to": "actor"}, "it.to is not a list of texts"),
        (RelationshipType, {"org": 5}, "it.org is not a text"),
        (RelationshipType, {"color": "#ff0000"}, "it.color is not known"),
        (Kind, {"analysed": "no"}, "it.analysed is not true or false"),
        (Kind, {"en": ["visit"]}, "it.en is not a list of two texts"),
    ],
)
def test_what_is_wrong_is_told_with_the_key_and_what_should_stand_there(kind, wrong, fault):
    assert told(kind, (VISITS if kind is RelationshipType else WORDS) | wrong) == [fault]


def test_all_that_is_wrong_is_told_at_once():
    assert told(RelationshipType, {"sv": ["besöker", "besöks av"], "from": "actor"}) == [
        "it.en is missing", "it.from is not a list of texts", "it.to is missing",
    ]  # fmt: skip
    assert told(Kind, "bibliotek") == ["it is not a table"]


@pytest.mark.parametrize(
    ("extension", "fault"),
    [
        ({"styles": "red"}, "styles is not a table"),
        ({"kinds": []}, "kinds is not a table"),
        ({"kinds": {"actor": 1}}, "kinds.actor is not a table"),
        ({"colours": {}}, "colours is not a table of words"),
    ],
)
def test_a_table_that_is_none_of_words_is_told(extension, fault):
    with pytest.raises(InvalidVocabulary) as raised:
        Vocabulary.load(extension)
    assert str(raised.value) == f"The vocabulary cannot be read: {fault}."
