"""Claims about how the sentences of a review are written."""

from __future__ import annotations

import pytest

from actormap.i18n import Texts
from actormap.report.review.writer import Pen
from tests.graphs import VOCABULARY

SV, EN = (Pen(Texts.load(lang), VOCABULARY, {"a": "Ale", "o": "Öckerö", "s": "Stenungsund"}) for lang in ("sv", "en"))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a och b"),
        (["a", "b", "c"], "a, b och c"),
        (["a", "b, c"], "a; b, c"),
        (["a och b", "c"], "a och b; c"),
    ],
)
def test_a_list_reads_as_in_a_sentence_and_keeps_lists_within_it_apart(words, told):
    assert SV.listed(words) == told


def test_names_stand_in_the_order_of_a_swedish_list():
    assert SV.named(["o", "s", "a"]) == "Ale, Stenungsund och Öckerö"


def test_names_stand_in_swedish_order_where_a_computer_would_have_another():
    pen = Pen(Texts.load("sv"), VOCABULARY, {"1": "Åby", "2": "Äng", "3": "bäck", "4": "Zinkboda"})
    assert pen.named(["2", "4", "1", "3"]) == "bäck, Zinkboda, Åby och Äng"


def test_kinds_are_counted_in_words_the_most_first():
    assert SV.kinds({"region": 1, "municipality": 13}) == "13 kommuner och 1 region"
    assert EN.kinds({"municipality": 1}) == "1 municipality"
    assert EN.kinds({"municipality": 1, "region": 1}) == "municipality and region"


def test_where_a_thing_is_said_stands_in_brackets_with_how_firmly():
    assert SV.cited(["doc 1"]) == " [doc 1]"
    assert SV.cited(["doc 1"], "implied") == " [underförstått: doc 1]"
    assert EN.cited(["doc 1"], "said") == " [doc 1]"
    assert SV.cited([]) == ""


def test_many_places_are_cut_short_but_never_by_one():
    assert EN.cited(list("abcde")) == " [a; b; c; d; e]"
    assert EN.cited(list("abcdef")) == " [a; b; c; d; 2 more places]"


def test_places_stand_as_they_are_counted():
    assert EN.cited(["doc 13", "doc 3"]) == " [doc 3; doc 13]"
