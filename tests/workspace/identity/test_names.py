from __future__ import annotations

import pytest

from actormap.workspace.identity.names import NameReader, told_apart

READER = NameReader()


@pytest.mark.parametrize(
    "other", ["ALE KOMMUN", "Ale", "Ales kommun", "Kommunen Ale", "Ale stad", "Ale-kommun", "Alekommun", "Kommun, Ale", "Ale\u00a0kommun"]
)
def test_case_order_hyphens_genitives_and_the_word_kommun_make_no_other_name(other):
    assert READER.read(other).key == READER.read("Ale kommun").key == ("ale",)


@pytest.mark.parametrize(("one", "other"), [("Håbo", "Habo"), ("Region Kalmar", "Kalmar län"), ("Region Halland", "Halland")])
def test_letters_region_and_county_are_not_folded(one, other):
    assert READER.read(one).key != READER.read(other).key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Håbo kommun", "Habo kommun"),
        ("Arbetsförmedlingen Ale", "Arbetsförmedlingen Hjo"),
        ("Göteborg Nordost", "Göteborg Nordväst"),
        ("Grupp 1", "Grupp 2"),
        ("Alvesta kommun", "Avestta kommun"),  # misspelt, and yet a place
    ],
)
def test_names_with_a_place_a_point_of_the_compass_or_a_figure_each_are_told_apart(one, other):
    assert told_apart(READER.read(one).apart, READER.read(other).apart)


@pytest.mark.parametrize(
    ("one", "other"), [("Lilla Edet", "Edet, Lilla"), ("Västra Götaland", "Västra Götalands län"), ("Ale", "Skolan i Ale")]
)
def test_a_place_of_several_words_is_one_and_what_only_one_has_tells_nobody_apart(one, other):
    assert not told_apart(READER.read(one).apart, READER.read(other).apart)


def test_a_place_of_the_workspace_is_known_too():
    assert NameReader(["Mumindalen"]).read("Skolan i Mumindalen").apart == {"mumindalen"}
