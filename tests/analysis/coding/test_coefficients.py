"""Claims about kappa and alpha, on the examples that their authors have published."""

from __future__ import annotations

import pytest

from actormap.analysis.coding.coefficients import cohen_kappa, interval, krippendorff_alpha, nominal, ordinal

# Krippendorff 2011, C: four observers, twelve units, * where an observer has passed a unit by.
OBSERVERS = ("1 2 3 3 2 1 4 1 2 * * *", "1 2 3 3 2 2 4 1 2 5 * 3", "* 3 3 3 2 3 4 2 2 5 1 *", "1 2 3 3 2 4 4 1 2 5 1 *")
UNITS = [[int(value) for value in unit if value != "*"] for unit in zip(*map(str.split, OBSERVERS), strict=True)]
# Krippendorff 2011, B: two observers, ten binary units without a gap: alpha 0.095.
BINARY = list(zip("0100000100", "1110010000", strict=True))
# Cohen 1960, table 1: 200 cases, two judges, three diagnoses.
COHEN = ((88, 14, 18), (10, 40, 10), (2, 6, 12))


def test_alpha_of_four_observers_with_gaps_is_krippendorffs():
    assert krippendorff_alpha(UNITS, nominal) == pytest.approx(0.743, abs=5e-4)
    assert krippendorff_alpha(UNITS, ordinal(UNITS, (1, 2, 3, 4, 5))) == pytest.approx(0.815, abs=5e-4)
    assert krippendorff_alpha(UNITS, interval) == pytest.approx(0.849, abs=5e-4)


def test_alpha_of_two_observers_of_binary_data_is_krippendorffs():
    assert krippendorff_alpha(BINARY, nominal) == pytest.approx(0.095, abs=5e-4)


def test_kappa_is_cohens():
    pairs = [(row, column) for row, line in enumerate(COHEN) for column, n in enumerate(line) for _ in range(n)]
    assert cohen_kappa(pairs) == pytest.approx((0.7 - 0.41) / 0.59)


def test_full_agreement_is_one_and_agreement_by_chance_alone_is_none():
    assert cohen_kappa([("a", "a"), ("b", "b")]) == krippendorff_alpha([("a", "a"), ("b", "b")], nominal) == 1
    assert cohen_kappa([("a", "a"), ("a", "a")]) is None
    assert krippendorff_alpha([("a", "a"), ("a", "a")], nominal) is None
    assert cohen_kappa([]) is None
    assert krippendorff_alpha([("a",), ()], nominal) is None


def test_the_order_of_coders_and_units_plays_no_part():
    turned = [tuple(reversed(unit)) for unit in reversed(UNITS)]
    assert krippendorff_alpha(turned, nominal) == pytest.approx(krippendorff_alpha(UNITS, nominal))


def test_a_value_outside_the_order_is_refused():
    with pytest.raises(ValueError, match="6"):
        ordinal([(1, 6)], (1, 2))
