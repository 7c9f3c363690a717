"""Claims about text in the cells of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.output.screen import cells

WORDS = st.lists(st.text(st.sampled_from("aåöW漢字e\u0301\u200b-,"), min_size=1, max_size=12), max_size=12).map(" ".join)


@pytest.mark.parametrize(
    ("text", "wide"), [("", 0), ("Åmål", 4), ("e\u0301", 1), ("漢字", 4), ("a\u200bb", 2), ("\u200d", 0), ("…", 1), ("9\u00a0139", 5)]
)
def test_a_letter_takes_none_one_or_two_cells(text, wide):
    assert cells.width(text) == wide


@given(WORDS, st.integers(2, 30))
def test_a_text_is_parted_at_spaces_alone_and_no_line_is_too_long(text, wide):
    lines = cells.wrapped(text, wide)
    assert all(cells.width(line) <= wide for line in lines)
    whole = [word for word in cells.words(text) if cells.width(word) <= wide]
    assert [word for line in lines for word in cells.words(line) if not word.endswith(cells.MORE)] == whole


def test_a_word_that_is_too_long_ends_in_a_sign_that_there_is_more():
    assert cells.wrapped("en arbetsmarknadsförvaltning här", 10) == ["en", "arbetsmar…", "här"]
    assert cells.shortened("漢字漢字", 6) == "漢字…"
    assert cells.shortened("漢字", 4) == "漢字"


def test_a_number_keeps_its_sign_of_per_cent_and_a_sentence_its_note():
    assert cells.wrapped("det är 19 % av", 8) == ["det är", "19 % av"]
    assert cells.wrapped("[2] det är så. [12] Och", 11) == ["[2] det är", "så. [12]", "Och"]


def test_of_a_tall_cell_the_first_lines_stand_and_say_that_there_are_more():
    assert cells.cut(["a", "b"], 2, 5) == ["a", "b"]
    assert cells.cut(["a", "bb cc", "d"], 2, 5) == ["a", "bb …"]
    assert cells.cut(["a", "bbbbb", "d"], 2, 5) == ["a", "…"]


def test_in_a_tall_list_whole_names_give_way_where_the_last_line_holds_one():
    assert cells.cut(["Ale,", "Öckerö, Lilla", "Edet"], 2, 20) == ["Ale,", "Öckerö, …"]
    assert cells.cut(["A, B; Lilla", "Edet; Nya, C", "D"], 2, 20) == ["A, B; Lilla", "Edet; …"]


@pytest.mark.parametrize(
    ("wide", "told"), [(17, "Lilla Edet, delen"), (16, "Lilla Edet…"), (12, "Lilla Edet…"), (10, "Lilla…"), (4, "Li…")]
)
def test_a_name_that_has_no_room_keeps_its_first_whole_words(wide, told):
    assert cells.abridged("Lilla Edet, delen", wide) == told
    assert cells.width(told) <= wide


def test_a_name_moves_no_cursor_and_ends_no_line():
    assert cells.plain("a\x1b[2Jb\r\nc\td\u2028e") == "a [2Jb  c d e"
    assert cells.plain("Öckerö a\u200bb") == "Öckerö a\u200bb"


def test_a_folded_line_is_set_in_as_it_began():
    assert cells.folded("kort\n", 9) == "kort\n"
    assert cells.folded("  - ett två tre\nett två tre\n", 9) == "  - ett\n    två\n    tre\nett två\ntre\n"
    assert cells.folded("- ett två tre\n\n  ett två tre\n", 9) == "- ett två\n  tre\n\n  ett två\n    tre\n"
    assert cells.folded("1. ett två\n12. ett två\n[3] ett två\n", 9) == "1. ett\n   två\n12. ett\n    två\n[3] ett\n    två\n"


def test_a_rule_under_a_heading_is_as_long_as_there_is_room():
    assert cells.folded("ett två tre\n===========\n", 8) == "ett två\ntre\n========\n"


def test_an_address_is_kept_whole_where_it_is_to_be_followed():
    assert cells.folded("se https://example.org/a/b\n", 10) == "se\nhttps://example.org/a/b\n"
    assert cells.wrapped("se https://example.org/a/b", 10) == ["se", "https://e…"]


def test_texts_beside_each_other_are_never_parted():
    assert cells.beside(["en två", "tre", "fyra"], 11) == ["en två  tre", "fyra"]
    assert cells.beside([], 9) == []


def test_the_longest_word_of_nothing_has_no_width():
    assert [cells.longest_word(text) for text in ("", " ", "a bb c", "9 % a")] == [0, 0, 2, 3]
