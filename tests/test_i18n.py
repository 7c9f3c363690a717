"""Claims about the two catalogues."""

from __future__ import annotations

import pytest

from actormap.errors import UnknownName
from actormap.i18n import Texts, placeholders
from tests.offenders import none_of

SV, EN = Texts.load("sv"), Texts.load("en")


def test_both_languages_say_the_same_things():
    assert set(SV.entries) == set(EN.entries)


def test_both_languages_want_the_same_words_filled_in():
    both = sorted(SV.entries.keys() & EN.entries.keys())
    none_of(key for key in both if placeholders(SV.entries[key]) != placeholders(EN.entries[key]))


def test_numbers_are_written_as_the_language_writes_them():
    assert (SV.number(1497352.5), EN.number(1497352.5)) == ("1\u00a0497\u00a0352,5", "1,497,352.5")
    assert (SV.number(0.55627), EN.number(0.55627)) == ("0,556", "0.556")
    assert SV.number(None) == "–"


def test_one_has_a_sentence_of_its_own():
    assert "en enda del" in SV("report.parts", n=1, sizes="3")
    assert "2 delar" in SV("report.parts", n=2, sizes="3, 1")


def test_another_language_is_answered_with_those_there_are():
    with pytest.raises(UnknownName, match="sv"):
        Texts.load("fi")
