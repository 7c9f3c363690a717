"""Claims about the catalogues and what they say."""

from __future__ import annotations

import pytest

from actormap.errors import UnknownName
from actormap.i18n import LANGUAGES, Language, Texts, placeholders
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
    assert [SV.number(whole) for whole in (999, 1000, -1000)] == ["999", "1\u00a0000", "-1\u00a0000"]
    assert SV.number(None) == "–"


def test_one_has_a_sentence_of_its_own():
    assert "en enda del" in SV("report.parts", n=1, sizes="3")
    assert "2 delar" in SV("report.parts", n=2, sizes="3, 1")


def test_a_language_that_has_more_plural_forms_has_a_sentence_for_each():
    polish = Texts(
        "pl", {"actors.one": "{n} aktor", "actors.few": "{n} aktorzy", "actors.many": "{n} aktorów", "actors.other": "{n} aktora"}
    )
    assert [polish("actors", n=n) for n in (1, 2, 5, 22, 1.5)] == ["1 aktor", "2 aktorzy", "5 aktorów", "22 aktorzy", "1,5 aktora"]


def test_a_form_that_the_catalogue_does_not_have_is_said_as_any_other():
    texts = Texts("pl", {"one": "{n} x", "other.other": "{n} y"})
    assert (texts("one", n=2), texts("other", n=2), texts("other", n="?")) == ("2 x", "2 y", "? y")


def test_the_languages_come_in_the_order_that_they_say_of_themselves():
    assert LANGUAGES == ("sv", "en")
    assert [Language.load(code).name for code in LANGUAGES] == ["Svenska", "English"]


def test_another_language_is_answered_with_those_there_are():
    with pytest.raises(UnknownName, match="sv"):
        Texts.load("fi")
