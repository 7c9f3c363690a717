from __future__ import annotations

import pytest

from actormap.workspace.identity.organisation_numbers import number_of, valid


@pytest.mark.parametrize("text", ["202100-5489", "2021005489", "16202100-5489", " 202100-5489 "])
def test_a_number_is_read_however_it_is_written(text):
    assert valid(text) == "2021005489"


@pytest.mark.parametrize("text", ["202100-5488", "2021005", "Ale", "811218-9876", ""])
def test_a_wrong_check_figure_another_length_and_a_persons_number_are_none(text):
    assert valid(text) is None


def test_the_number_stands_in_a_column_of_its_own_whatever_that_is_called():
    assert number_of([("Färg", "202100-5489"), ("Org. nr", "202100-5489")]) == "2021005489"
    assert number_of([("Färg", "202100-5489")]) is None
