"""Claims about how easy a text is to read."""

from __future__ import annotations

import pytest

from actormap.report import readability


def test_lix_is_words_a_sentence_and_the_percentage_of_long_words():
    # 10 words, 2 sentences, 3 words of more than six letters: 5 + 30
    assert readability.lix("Kommunerna träffas ofta i ett nätverk. De vill mer nu.") == pytest.approx(10 / 2 + 100 * 3 / 10)


def test_six_letters_are_short_and_seven_long():
    assert readability.lix("abcdef.") == pytest.approx(1)
    assert readability.lix("abcdefg.") == pytest.approx(101)


def test_a_line_ends_a_sentence_and_a_number_is_no_word():
    assert readability.sentences("Ett\nTvå 12.5 tre. 13.") == ["Ett", "Två 12.5 tre"]


def test_nothing_has_no_length():
    assert (readability.lix(""), readability.median_length("… 12")) == (0, 0)


def test_the_median_is_of_the_words_in_each_sentence():
    assert readability.median_length("Ett två. Ett. Ett två tre fyra.") == 2
