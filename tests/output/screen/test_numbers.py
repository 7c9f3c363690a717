"""Claims about numbers as a person compares them."""

from __future__ import annotations

import pytest

from actormap.i18n import Texts
from actormap.output.cells import Writer
from actormap.output.screen import numbers
from tests.graphs import VOCABULARY

SV = numbers.rounded(Writer(Texts.load("sv"), VOCABULARY))


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0.7652, "0,77"), (0.0671, "0,067"), (0.00004, "0"), (1.234, "1,2"), (12.6, "13"), (1234.5, "1\u00a0234"), (-0.126, "-0,13"),
        (3.0, "3"), (0.0, "0"), (7, "7"), (12345, "12\u00a0345"), (None, "–"), (True, "ja"), ("Ale", "Ale"),
    ],
)  # fmt: skip
def test_a_fraction_has_two_significant_digits_and_a_whole_number_all_of_its_own(value, told):
    assert numbers.cell(SV, "value", value) == told


def test_a_chance_that_is_not_certain_is_not_rounded_to_certainty():
    assert [numbers.cell(SV, "p_top", chance) for chance in (1.0, 0.9996, 0.994)] == ["1", "> 0,99", "0,99"]


def test_a_sum_of_kronor_has_no_fractions_and_a_small_p_is_below_the_least():
    assert numbers.cell(SV, "per_participant", 137940.4) == "137\u00a0940"
    assert numbers.cell(SV, "p", 0.0004) == "< 0,001"


def test_what_is_said_has_the_numbers_of_the_table():
    assert (
        SV.texts("notes.coverage", n=2, covered=1, alone=0, missing=0, unknown=1, weight_covered=0.3333, weight=1.25).count("0,33 av 1,2")
        == 1
    )
    assert SV.texts.number(0.3333, 3) == "0,33"
    assert SV.texts.number(50.94, 1) == "50,9"
