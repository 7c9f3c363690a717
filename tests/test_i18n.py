"""Claims about the catalogues and what they say."""

from __future__ import annotations

import math
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

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
    assert (SV.number(1497352.5, 1), EN.number(1497352.5, 1)) == ("1\u00a0497\u00a0352,5", "1,497,352.5")
    assert (SV.number(0.55627), EN.number(0.55627)) == ("0,56", "0.56")
    assert [SV.number(whole) for whole in (999, 1000, -1000)] == ["999", "1\u00a0000", "-1\u00a0000"]
    assert SV.number(None) == "–"


@given(st.sampled_from(LANGUAGES), st.integers(-(10**20), 10**20) | st.floats(-1e20, 1e20) | st.just(math.inf))
@example("sv", 1)
@example("en", -1234.5)
def test_what_a_language_says_of_its_numbers_is_what_cldr_says(code, n):
    declared, cldr = Language.load(code), Language(code, code, ",", (), ())
    assert declared.one
    assert declared.number(n) == cldr.number(n)
    if math.isfinite(n):
        assert declared.plural_form(n) == cldr.plural_form(n)


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


# Numbers of what there is always much of, and those that mean the whole of something.
NEVER_ONE = {"explain.takes_part", "fields.composition.one_sentence", "invite.fewer", "invite.sure.how", "measures.degree.venue"}
# A word that is a noun in the plural elsewhere and a verb here, and counts whose sentences name them with a verb.
OTHERWISE = {"notes.factor_places", "notes.meetings", "notes.outcomes", "projects.map.new_note"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_number_that_may_be_one_stands_before_a_noun_in_the_plural(lang):
    """The nouns are those of counts.toml, where each has its forms: {n:tie} is one tie, two ties."""
    entries = Texts.load(lang).entries
    keys = [key for key in entries if key.startswith("counts.") and f"{key}.one" in entries]
    plural = {entries[key].removeprefix("{n} ") for key in keys} - {entries[f"{key}.one"].partition(" ")[2] for key in keys}
    before_a_noun = re.compile(r"\{(\w+)\} (?:" + "|".join(map(re.escape, plural)) + r")\b")
    looked_at = {
        key: text for key, text in entries.items() if not key.startswith(("counts.", "map.")) and not key.endswith((".one", ".other"))
    }
    slips = {
        key: text
        for key, text in looked_at.items()
        for found in before_a_noun.findall(text)
        if not (found == "n" and f"{key}.one" in entries) and not found.endswith("_name")
    }
    none_of(key for key in slips if key not in NEVER_ONE | OTHERWISE)


@pytest.mark.parametrize(
    ("lang", "said"), [("sv", ["0 kopplingar", "en koppling", "2 kopplingar"]), ("en", ["0 ties", "one tie", "2 ties"])]
)
def test_a_number_stands_with_its_noun_in_the_right_form(lang, said):
    texts = Texts(lang, {**Texts.load(lang).entries, "x": "{many:tie}"})
    assert [texts("x", many=many) for many in range(3)] == said
