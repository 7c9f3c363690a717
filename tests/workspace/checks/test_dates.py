"""A date that is plainly a slip is told, with what may be meant, and one that is right is not."""

import pytest

from actormap.workspace.checks import decimal_year, period, school_year, year_slip
from actormap.workspace.problems import Fault
from actormap.workspace.reading import calendar, cells
from actormap.workspace.reading.cells import DateCell, FormattedNumber


@pytest.mark.parametrize(
    ("written", "years"),
    [("20114", "2011, 2014"), (20014, "2001, 2004, 2014"), ("21014", "2014"), ("22016", "2016")],
)
def test_a_year_of_five_digits_is_told_with_the_years_it_may_be(written, years):
    fault = year_slip.look(written, cells.date(written), "date")
    assert (fault.key, fault.suggestion) == ("five_digit_year", years)


@pytest.mark.parametrize("written", ["41640", 42014, "2014", "2014-06", "20140601", "1955-01-25", "45292"])
def test_a_day_of_now_as_a_number_is_no_slip(written):
    assert year_slip.look(written, cells.date(written), "date") is None


@pytest.mark.parametrize(
    ("cell", "year"),
    [
        (DateCell.of("1905-07-06", "1905-07-06"), "2014"),
        (DateCell.of("1905", "1905-07-05"), "2013"),
        (DateCell.of("1905-07", "1905-07-17"), "2025"),
        (DateCell.of("1909-07-07", "1909-07-07"), "2014"),
        ("1905-07-06", "2014"),
    ],
)
def test_a_year_typed_into_a_cell_that_shows_dates_is_told(cell, year):
    fault = year_slip.look(cell, cells.date(cell), "date")
    assert (fault.key, fault.suggestion) == ("year_as_day", year)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2014.1", "2014-10, 2014-01"), (2014.1, "2014-10, 2014-01"), (2015.2, "2015-02"), (2014.12, "2014-12"), (2014.06, "2014-06")],
)
def test_a_month_as_decimals_is_told(written, meant):
    assert decimal_year.look(written, cells.date(written), "date").suggestion == meant


@pytest.mark.parametrize("written", ["2014.10", "2014.06", "2014.0", 2014, 2014.0, "2014-1", "2014.1.5", 41640.5])
def test_a_date_that_is_no_number_with_a_decimal_is_not_told(written):
    assert decimal_year.look(written, cells.date(written), "date") is None


@pytest.mark.parametrize(
    ("written", "told"), [("2011/12", True), ("2005/06", True), ("2011-12", False), ("2011/10", False), ("2011/6", False)]
)
def test_a_school_year_that_reads_as_a_month_is_told(written, told):
    assert bool(school_year.look(written, cells.date(written), "date")) == told


@pytest.mark.parametrize("written", ["1949-12-31", "2051", "0214", "1014-05", "2104", "9999-12-31", "18263"])
def test_a_date_of_another_time_is_told(written):
    assert period.look(written, cells.date(written), "date").key == "outside_period"


@pytest.mark.parametrize("written", ["1950", "2050-12-31", "2014-06"])
def test_a_date_of_this_time_is_not_told(written):
    assert period.look(written, cells.date(written), "date") is None


@pytest.mark.parametrize(
    ("written", "read"), [("2014.0", "2014"), ("2014,0", "2014"), ("2016.00", "2016"), ("20140601.0", "2014-06-01"), (2014.0, "2014")]
)
def test_a_year_that_pandas_or_r_has_written_is_a_year(written, read):
    assert cells.date(written) == read


def test_a_number_in_a_workbook_that_counts_from_1904_is_its_own_day():
    assert cells.date(FormattedNumber.of(40183, days=1462)) == "2014-01-06"
    assert cells.date(FormattedNumber.of(2014, days=1462)) == "2014"


@pytest.mark.parametrize(
    ("written", "key", "meant"),
    [
        ("jun-14", "month_by_name", "2014-06"),
        ("dec-16", "month_by_name", "2016-12"),
        ("okt-98", "month_by_name", "1998-10"),
        ("maj 2014", "month_by_name", "2014-05"),
        ("2014 juni", "month_by_name", "2014-06"),
        ("1 juni 2014", "month_by_name", "2014-06-01"),
        ("03-apr", "year_lost", None),
        ("201406", "not_a_date", "2014-06"),
        ("nyligen", "not_a_date", None),
    ],
)
def test_a_month_by_name_is_refused_with_what_is_meant(written, key, meant):
    with pytest.raises(Fault) as raised:
        calendar.read(written)
    assert (raised.value.key, raised.value.suggestion) == (key, meant)


@pytest.mark.parametrize(
    ("written", "key", "meant"),
    [
        ("2014/15", "not_one_date", "2014, 2015"), ("2014-15", "not_one_date", "2014, 2015"), ("2019/20", "not_one_date", "2019, 2020"),
        ("2014/16", "impossible_date", None), ("2014-13", "impossible_date", None),
    ],
)  # fmt: skip
def test_a_school_year_that_is_no_month_is_the_time_between_two_years(written, key, meant):
    with pytest.raises(Fault) as raised:
        cells.date(written)
    assert (raised.value.key, raised.value.suggestion) == (key, meant)
