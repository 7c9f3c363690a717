"""A number that is wrong by a factor is told, with what was meant, and one that is right is not."""

import pytest

from actormap.model.vocabulary import Vocabulary
from actormap.workspace.checks import (
    budget,
    coordinates,
    county,
    magnitude,
    municipality_code,
    municipality_name,
    people,
    rate,
    thousands,
    unit,
)
from actormap.workspace.reading import number_format
from actormap.workspace.reading.cells import FormattedNumber
from actormap.workspace.schema import rows
from actormap.workspace.schema.closed_lists import lists
from actormap.workspace.schema.columns import KRONOR


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("32,446", "32446"),
        ("48.272", "48272"),
        ("1.500 kr", "1500"),
        ("SEK 1,500", "1500"),
        ("1 497.352", "1497352"),
        ("999,000:-", "999000"),
        ("7.000", "7000"),
    ],
)
@pytest.mark.parametrize("form", ["amount", "people", "whole"])
def test_one_mark_before_three_digits_is_a_thousands_mark(written, meant, form):
    assert thousands.look(written, 0, form).suggestion == meant


@pytest.mark.parametrize("written", ["1497352", "1 497 352", "1497352,50", "1497352.5", "0,125", "1,497352E+06", "12,3456", "1.5", ",500"])
@pytest.mark.parametrize("form", ["amount", "people", "whole"])
def test_other_numbers_have_no_thousands_mark(written, form):
    assert thousands.look(written, 0, form) is None


def test_a_weight_may_have_three_decimals_but_not_a_last_zero():
    assert thousands.look("2.125", 2.125, "number") is None
    assert thousands.look("1.500", 1.5, "number").suggestion == "1500"


def test_an_amount_that_a_workbook_holds_with_three_decimals_is_told():
    assert thousands.look(1497.352, 1497.352, "amount").suggestion == "1497352"
    assert thousands.look(1497.35, 1497.35, "amount") is None


@pytest.mark.parametrize(
    ("shown_as", "unit", "divisor", "digits", "percent"),
    [
        ('#,##0\\ "tkr"', "tkr", 1, 0, False),
        ('#,##0, "tkr"', "tkr", 1000, 0, False),
        ("#,##0.0\\ \\m\\k\\r", "mkr", 1, 0, False),
        ("#,##0 [$€-407]", "€", 1, 0, False),
        ('#,##0 [$kr-41D];[Red]-#,##0 "minus"', "kr", 1, 0, False),
        ("000", "", 1, 3, False),
        ("0000;-0000", "", 1, 4, False),
        ("0.00%", "", 1, 0, True),
        ("General", "", 1, 0, False),
        ('_-* #,##0.00\\ "kr"_-;', "kr", 1, 0, False),
        ("0.00E+00", "", 1, 0, False),
        ("@", "", 1, 0, False),
    ],
)
def test_a_number_format_says_what_it_adds(shown_as, unit, divisor, digits, percent):
    assert number_format.form(shown_as) == (unit, divisor, digits, percent)


@pytest.mark.parametrize(("written", "meant"), [("tkr", "1497000"), ("mkr", "1497000000"), ("Mkr", "1497000000"), ("k SEK", "1497000")])
def test_a_unit_of_the_number_format_is_told_with_what_is_meant(written, meant):
    assert unit.look(FormattedNumber.of(1497, unit=written), 1497, "amount").suggestion == meant


def test_a_format_that_divides_by_a_thousand_before_it_writes_tkr_is_right():
    assert unit.look(FormattedNumber.of(1497000, unit="tkr", divisor=1000), 1497000, "amount") is None


@pytest.mark.parametrize("written", ["kr", "SEK", "kronor", "", ":-"])
def test_kronor_are_the_unit_of_an_amount(written):
    assert unit.look(FormattedNumber.of(1497, unit=written), 1497, "amount") is None


@pytest.mark.parametrize("written", ["€", "EUR", "US$", "NOK", "£"])
def test_another_currency_is_no_krona(written):
    assert unit.look(FormattedNumber.of(1497, unit=written), 1497, "amount").key == "unit_foreign"
    with pytest.raises(Exception, match="unit_foreign"):
        KRONOR(f"1497 {written}")


@pytest.mark.parametrize(
    ("title", "factor"),
    [("total_budget_sek (tkr)", 1000), ("Budget, mkr", 1_000_000), ("Budget (1000 kr)", 1000), ("ESF-stöd i tusental", 1000)],
)
def test_a_heading_that_says_thousands_is_told(title, factor):
    assert unit.in_heading(title).values["n"] == factor


@pytest.mark.parametrize("title", ["total_budget_sek", "Total budget (kr)", "population 2024", "Budget 2000", "Planerade deltagare"])
def test_a_heading_without_a_unit_of_its_own_is_not_told(title):
    assert unit.in_heading(title) is None


@pytest.mark.parametrize(("value", "meant"), [(32.446, "32446"), (120.5, "120500"), (0.5, None), (1234.5678, None)])
def test_part_of_a_person_is_told(value, meant):
    assert people.look(value, value, "people").suggestion == meant


def test_whole_people_are_not_told():
    assert people.look(32446, 32446, "people") is None


@pytest.mark.parametrize(
    ("column", "value"), [("total_budget_sek", 1.5), ("esf_support_sek", 999), ("population", 0), ("population", 32), ("population", 604)]
)
def test_a_number_too_small_for_its_column_is_told(column, value):
    assert magnitude.look(value, value, column).key == "unusually_small"


@pytest.mark.parametrize(("column", "value"), [("total_budget_sek", 2e11), ("population", 6_046_160), ("planned_participants", 2e6)])
def test_a_number_too_large_for_its_column_is_told(column, value):
    assert magnitude.look(value, value, column).key == "unusually_large"


@pytest.mark.parametrize(
    ("column", "value"), [("total_budget_sek", 0), ("total_budget_sek", 15_000), ("population", 2_400), ("planned_participants", 12)]
)
def test_a_usual_number_is_not_told(column, value):
    assert magnitude.look(value, value, column) is None


def test_a_rate_below_one_is_told_in_per_cent():
    assert rate.look("0,5", 0.5, "percent").suggestion == "50"
    assert rate.look("50", 50, "percent") is None


@pytest.mark.parametrize("code", ["0000", "1450", "0144", "2600"])
def test_a_code_of_no_municipality_is_told(code):
    assert municipality_code.look(code, code, "code").key == "unknown_code"


def test_a_code_of_a_municipality_is_none_and_neither_is_one_that_is_plainly_invented():
    assert municipality_code.look("0180", "0180", "code") is None
    assert municipality_code.look("9901", "9901", "code") is None


@pytest.mark.parametrize(
    ("code", "named", "told"),
    [
        ("115", "Västra Götalands län", True), ("1480", "Hallands län", True), ("1384", "Skåne", True), ("1480", "Västra Götaland", False),
        ("0180", "Stockholms län", False), ("1480", "Länet", False),
    ],
)  # fmt: skip
def test_a_code_of_another_county_is_told(code, named, told):
    row, _ = rows.read("municipalities", {"id": "m", "name": "M", "code": code, "county": named}, {})
    assert bool(county.look(row)) == told


@pytest.mark.parametrize(
    ("name", "code", "meant"),
    [
        ("Ale", "1480", "1440"), ("Göteborgs Stad", "1440", "1480"), ("Orsa kommun", "2039", "2034"), ("Habo", "0305", "0643"),
        ("Ale", "1440", None), ("Göteborg", "1480", None), ("Hamnbyn", "1480", None), ("Ale", "9901", None), ("Ale", None, None),
    ],
)  # fmt: skip
def test_a_code_of_another_municipality_is_told_with_that_of_the_one_named_and_the_county_is_not_told_besides(name, code, meant):
    row, _ = rows.read("municipalities", {"id": "m", "name": name, "county": "Gotlands län"} | ({"code": code} if code else {}), {})
    found = municipality_name.look(row)
    assert (found[1].suggestion if found else None) == meant
    assert not (found and county.look(row))


@pytest.mark.parametrize(
    ("shown_as", "value", "meant"),
    [('0" 000"', 3, "3000"), ('0"000"', 1497, "1497000"), ('#,##0" 000 000 kr"', 2, "2000000"), ('#,##0,"000"', 1497352, None)],
)
def test_noughts_that_only_a_number_format_writes_are_told(shown_as, value, meant):
    form = number_format.form(shown_as)
    found = unit.look(FormattedNumber.of(value, unit=form.unit, divisor=form.divisor), value, "people")
    assert (found.suggestion if found else None) == meant


def place(latitude, longitude):
    given = {"id": "m", "name": "M", "latitude": latitude} | ({"longitude": longitude} if longitude else {})
    row, _ = rows.read("municipalities", given, {})
    return row


@pytest.mark.parametrize(
    ("latitude", "longitude", "key", "suggestion"),
    [
        ("12,22", "57,96", "coordinates_swapped", "57.96 12.22"),
        ("57.96", "-12.22", "outside_country", None),
        ("0", "0", "outside_country", None),
        ("48.85", "2.35", "outside_country", None),
        ("12.2", "", "latitude_outside", None),
    ],
)
def test_a_place_outside_the_country_is_told(latitude, longitude, key, suggestion):
    column, fault = coordinates.look(place(latitude, longitude))
    assert (column, fault.key, fault.suggestion) == ("latitude", key, suggestion)


@pytest.mark.parametrize(
    ("latitude", "longitude"), [("57.96", "12.22"), ("55.34", "13.36"), ("69.06", "20.55"), ("65.84", "24.15"), ("57.9", "")]
)
def test_a_place_in_the_country_is_not_told(latitude, longitude):
    assert coordinates.look(place(latitude, longitude)) is None


def test_support_above_the_budget_is_told():
    def look(**cells):
        row, _ = rows.read("projects", whole | cells, lists(Vocabulary.load()))
        return budget.look(row)

    whole = {"id": "p", "name": "P", "kind": "project", "total_budget_sek": "500000"}
    assert look(esf_support_sek="1500000")[1].values["budget"] == 500000
    assert look(esf_support_sek="500000") is None
    assert look() is None
