"""Claims about the words of measures: a measure that is counted can be told, everywhere and in every language."""

from __future__ import annotations

import pytest

from actormap.analysis.centrality.measures import MEASURES
from actormap.i18n import LANGUAGES, Texts
from actormap.output import measure_words
from tests.offenders import none_of

WORDS = ("heading", "name", "short", "definition", "map", "first.heading")
SAID = ("most", "some")
SAID_OF_COUNTS = ("actor", "venue", "other", "weighted", "undefined")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_measure_has_all_its_words(lang):
    texts = Texts.load(lang)
    wanted = {name: (*WORDS, *(SAID_OF_COUNTS if measure.counts else SAID)) for name, measure in MEASURES.items()}
    none_of(f"{name}.{part}" for name, parts in wanted.items() for part in parts if not texts.entries.get(f"measures.{name}.{part}"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_are_those_of_measures_there_are(lang):
    assert set(measure_words.names(Texts.load(lang))) == set(MEASURES)


def test_the_name_of_a_measure_begins_with_a_small_letter_inside_a_sentence():
    assert measure_words.word(Texts.load("en"), "betweenness") == "Position between others"
    assert measure_words.within(Texts.load("en"), "betweenness") == "position between others"


def test_what_has_no_words_keeps_its_own_name():
    assert measure_words.word(Texts.load("en"), "fame") == "fame"


def test_the_column_of_who_is_first_has_a_heading_of_its_own():
    texts = Texts.load("en")
    assert measure_words.of_column(texts, "degree", "heading") == "Degree"
    assert measure_words.of_column(texts, "first_degree", "heading") == "First in degree"
    assert measure_words.of_column(texts, "year", "heading") is None
