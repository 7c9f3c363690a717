"""Claims about a table as lines."""

from __future__ import annotations

from actormap.output.screen import table
from actormap.output.screen.fit import Column

NAME = Column("name", "Namn", ("Ale kommun i väster", "Bo"), stands=True)
SCORE = Column("score", "Hur många", ("1,5", "12"), right=True)
SHARED = Column("shared", "Vilka", ("a, b, c, d, e, f, g, h, i, j", "–"))


def drawn(widths, **how):
    return table.draw([NAME, SCORE, SHARED], widths, **{"whole": False, "colour": False} | how)


def test_headings_stand_on_a_rule_figures_to_the_right_and_further_lines_of_a_name_are_set_in():
    assert drawn({"name": 10, "score": 5, "shared": 20})[0] == [
        "              Hur",
        "Namn        många  Vilka",
        "─" * 39,
        "Ale kommun    1,5  a, b, c, d, e, f, g,",
        "  i väster         h, i, j",
        "Bo             12  –",
    ]


def test_a_column_without_a_width_is_left_out():
    assert drawn({"name": 20})[0] == ["Namn", "─" * 20, "Ale kommun i väster", "Bo"]


def test_a_tall_cell_is_cut_and_that_is_known_but_not_a_name_nor_where_all_is_wanted():
    cut, was_cut = drawn({"name": 6, "shared": 5})
    assert (cut[-2].endswith("…"), was_cut) == (True, True)
    whole, was_cut = drawn({"name": 6, "shared": 5}, whole=True)
    assert ("…" in " ".join(whole), was_cut) == (False, False)


def test_an_empty_line_stands_before_a_part():
    assert drawn({"score": 9}, parted=(1,))[0][2:] == ["      1,5", "", "       12"]
