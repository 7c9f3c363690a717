"""Claims about names in a sentence about the project that no cue is for: the nearest stem says what they are likely to be."""

from __future__ import annotations

import pytest

from tests.workspace.texts.small import read, said

AF, HALLAND = "Arbetsförmedlingen", "Region Halland"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Region Halland och projektets alla partner står enade.", [(HALLAND, "participates_in", "bron")]),
        ("Att finansieringen av projektet ordnades tackar vi Region Halland för.", [(HALLAND, "funds", "bron")]),
        ("Samordningen har i projektet nästan alltid Region Halland hand om.", [(HALLAND, "coordinates", "bron")]),
        ("Detta projekt har lärdomar att hämta ur Stegen 2.0.", [("bron", "follows_up", "stegen")]),
    ],
)
def test_the_nearest_stem_says_what_a_name_is_likely_to_be(text, told):
    assert said(text) == told


def test_what_a_stem_says_is_less_sure_than_what_a_cue_says():
    likely = read("Region Halland och projektets alla partner står enade.").candidates
    shown = read("Region Halland leder projektet.").candidates
    assert [each.score for each in (*likely, *shown)] == [0.5, 0.85]


@pytest.mark.parametrize(
    "text",
    [
        "Region Halland har många partner.",  # nothing about the project
        "Region Halland har inte varit partner i projektet.",
        "Projektets partner lyssnade; Region Halland har nya regler.",
        "Projektets deltagare samarbetar och får besök av vänner som är inskrivna hos Region Halland.",
        "Insatsen i Region Halland bedrivs.",
        "Region Halland gör projektet ihop med de parter som redan är med.",
        "Enligt Region Halland samarbetar projektet väl.",
        "Projektets partner har kontor i Lerum.",  # a place, where no word for municipality stands beside it
        "Region Halland har haft samarbetet i ett annat projekt, säger projektets ledning.",
    ],
)
def test_a_stem_that_is_of_something_else_says_nothing(text):
    assert said(text) == []


def test_a_name_that_a_cue_has_found_is_asked_about_once():
    assert said("Region Halland leder projektets partner.") == [(HALLAND, "coordinates", "bron")]
