"""Claims about numbers as a person compares them."""

from __future__ import annotations

import pytest

from actormap.i18n import Texts
from actormap.output.cells import Writer
from actormap.output.screen import numbers
from tests.graphs import VOCABULARY

SV = Writer(Texts.load("sv"), VOCABULARY)


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
