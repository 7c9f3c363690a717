"""Claims about whom somebody means by an id, a name or an alias."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.errors import SeveralMeant, UnknownName
from actormap.model.lookup import only, spellings, the, word
from actormap.model.vocabulary import Vocabulary
from tests.graphs import actor

KINDS = Vocabulary.load().kinds["actor"]
KNOWN = [
    replace(actor("a"), name="Alvsta", aliases=("Alv",)),
    replace(actor("b"), name="a", aliases=("Delad",)),
    replace(actor("c"), name="Öby  Stad", aliases=("Delad",)),
]


@pytest.mark.parametrize(
    ("wanted", "found"), [("a", "a"), ("A", "b"), ("ALVSTA", "a"), ("alv", "a"), ("öby stad", "c"), ("O\u0308by Stad", "c")]
)
def test_an_id_goes_before_a_name_and_case_and_spaces_make_no_difference(wanted, found):
    assert the("actor", wanted, KNOWN) == found


@pytest.mark.parametrize("wanted", ["nobody", ""])
def test_who_is_nobody_is_unknown(wanted):
    with pytest.raises(UnknownName, match=f'actor "{wanted}" is unknown'):
        the("actor", wanted, KNOWN)


def test_who_may_be_several_is_answered_with_their_ids():
    with pytest.raises(SeveralMeant, match=r'actor "Delad" may be b, c\. Say the id'):
        the("actor", "Delad", KNOWN)


def test_a_record_is_offered_once_by_its_name_whichever_of_its_names_is_near():
    with pytest.raises(UnknownName) as unknown:
        the("actor", "alvst", [replace(actor("alvsta"), name="Alvsta", aliases=("Alvstad",))])
    assert str(unknown.value) == 'actor "alvst" is unknown. Did you mean "Alvsta"?'


def test_records_of_one_name_are_offered_with_their_ids():
    twice = [replace(actor(id_), name="Alvsta") for id_ in ("a1", "a2")]
    assert spellings(twice) == {"a1": "Alvsta (a1)", "Alvsta": "Alvsta (a1)", "a2": "Alvsta (a2)"}


@pytest.mark.parametrize(("nodes", "found"), [(KNOWN[:1], "a"), (KNOWN[:2], None), ([], None)])
def test_what_there_is_only_one_of_need_not_be_named(nodes, found):
    assert only(nodes) == found


@pytest.mark.parametrize("said", ["business", "Business", "företag", "näringsliv", "Businesses"])
def test_a_word_of_a_closed_list_is_its_id_or_the_word_for_it_in_any_language(said):
    assert word("kind", said, KINDS) == "business"


def test_a_word_that_is_near_is_offered_as_each_language_has_it():
    with pytest.raises(UnknownName) as unknown:
        word("kind", "företa", KINDS)
    assert unknown.value.told(str, "sv") == ('kind "företa" is unknown.', 'Did you mean "näringsliv"?')
    assert unknown.value.told(str, "en")[1] == 'Did you mean "business"?'
