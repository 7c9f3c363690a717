"""Claims about dates that are as precise as their source."""

from __future__ import annotations

import time
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.model import dates

ANY_DATE = st.builds(lambda day, length: day.isoformat()[:length], st.dates(), st.sampled_from((4, 7, 10)))


@pytest.mark.parametrize("text", ["2014", "2014-06", "2014-06-01", "2016-02-29"])
def test_three_forms_are_dates(text):
    assert dates.parse(text) == text


@pytest.mark.parametrize("text", ["14", "2014-13", "2014-02-30", "2014-6-1", "2014/06/01", "", "0000", "2015-02-29", "20140601"])
def test_nothing_else_is(text):
    with pytest.raises(ValueError, match=r"^"):
        dates.parse(text)


def test_a_year_covers_all_its_days():
    assert (dates.first_day("2014"), dates.last_day("2014")) == ("2014-01-01", "2014-12-31")


def test_a_month_ends_on_its_last_day_leap_years_included():
    assert (dates.last_day("2015-02"), dates.last_day("2016-02")) == ("2015-02-28", "2016-02-29")


def test_an_end_within_the_year_of_the_start_is_possible():
    assert not dates.ends_before_start("2014-06", "2014")
    assert dates.ends_before_start("2014-06", "2014-05-31")


@given(ANY_DATE)
def test_a_date_overlaps_itself_and_all_time(text):
    assert dates.overlaps(text, text, text, text)
    assert dates.overlaps(None, None, text, text)


@given(ANY_DATE, ANY_DATE)
def test_overlap_is_mutual(one, other):
    assert dates.overlaps(one, one, other, other) == dates.overlaps(other, other, one, one)


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows sets the time zone for all programs at once")
@pytest.mark.parametrize(("zone", "hours"), [("UTC-14", 14), ("UTC+12", -12)])
def test_today_is_the_day_where_one_is(monkeypatch, zone, hours):
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    try:
        there = timezone(timedelta(hours=hours))
        before, said, after = datetime.now(there).date(), dates.today(), datetime.now(there).date()
        assert said in {before.isoformat(), after.isoformat()}
    finally:
        monkeypatch.undo()
        time.tzset()


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2014", "2014-01-01", "2014-12-31"),
        ("2014-06", "2014-06-01", "2014-06-30"),
        ("2014-06-07", "2014-06-07", "2014-06-07"),
        ("2014-12", "2014-12-01", "2014-12-31"),
    ],
)
def test_a_date_covers_its_days_from_the_first_to_the_last(text, first, last):
    assert (dates.first_day(text), dates.last_day(text)) == (first, last)


@pytest.mark.parametrize(
    ("start", "end", "impossible"),
    [
        ("2014", "2014", False),
        ("2014-06-01", "2014-06-01", False),
        ("2014-06-02", "2014-06-01", True),
        ("2014-07", "2014-06", True),
        (None, "2014", False),
        ("2014", None, False),
    ],
)
def test_an_interval_may_be_one_day_long_but_no_shorter(start, end, impossible):
    assert dates.ends_before_start(start, end) == impossible


@pytest.mark.parametrize(
    ("start", "end", "period", "shared"),
    [
        ("2014-06-30", "2014-07-02", ("2014-06-30", "2014-06-30"), True),
        ("2014-06-30", "2014-07-02", ("2014-07-02", "2014-07-02"), True),
        ("2014-06-30", "2014-07-02", ("2014-06-29", "2014-06-29"), False),
        ("2014-06-30", "2014-07-02", ("2014-07-03", "2015"), False),
        ("2014-07", None, ("2014-07-31", "2014-07-31"), True),
        ("2014-07", None, ("2014", "2014"), True),
        ("2014-07", None, ("2013", "2014-06"), False),
        (None, "2014-06", ("2014-06-30", "2015"), True),
        (None, "2014-06", ("2014-07", "2015"), False),
    ],
)
def test_an_interval_and_a_period_that_share_one_day_overlap(start, end, period, shared):
    assert dates.overlaps(start, end, *period) == shared


def test_the_latest_end_is_that_which_lasts_longest():
    assert dates.latest_end(["2014-06", "2014", "2014-11-30"]) == "2014"
    assert dates.latest_end(["2014-06", "2014-06-29", "2013"]) == "2014-06"
    assert dates.latest_end(["2014-12-31", "x"]) in ("2014-12-31", "x")
    assert dates.latest_end([]) is None
