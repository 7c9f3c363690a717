"""Claims about single values: what pages write is read, and what cannot be read is left unread."""

from __future__ import annotations

import pytest

from actormap.workspace.pages import calendar, values


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("1\u00a0497\u00a0352 kr", 1497352),
        ("1.497.352", 1497352),
        ("1,497,352 kronor", 1497352),
        ("1'497'352", 1497352),
        ("399 697,00", 399697),
        ("1 497 352,50 kr", 1497352.5),
        ("SEK 400 000", 400000),
        ("1,5 mkr", 1500000),
        ("550 tkr", 550000),
        ("0", 0),
        ("700 000 kr (ESF), 500 000 kr (ERUF)", 700000),
        ("700 000 kr och 500 000 kr", None),
        ("12 34", None),
        ("-500", None),
        ("3 544 067,52 €", None),
        ("uppgift saknas", None),
    ],
)
def test_amounts_are_read_with_their_marks_of_thousands_and_decimals(raw, value):
    found = values.read("money", raw)
    assert (found and found.value) == value


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2014-01-06 till 2014-12-19", "2014-01-06", "2014-12-19"),
        ("2014/01/06-2014/12/19", "2014-01-06", "2014-12-19"),
        ("20140106–20141219", "2014-01-06", "2014-12-19"),
        ("6/1 2014 - 19/12 2014", "2014-01-06", "2014-12-19"),
        ("1 mars - 30 juni 2014", "2014-03-01", "2014-06-30"),
        ("jan 2014 t.o.m. december 2016", "2014-01", "2016-12"),
        ("1 September 2023 to August 31, 2026", "2023-09-01", "2026-08-31"),
        ("2014-2016", "2014", "2016"),
        ("1950-2100", "1950", "2100"),
        ("1949-2101", None, None),
        ("2014-01-06 till", "2014-01-06", None),
        ("till 2014-12-19", None, "2014-12-19"),
        ("2014-01-06 till 2014-02-31", "2014-01-06", None),
        ("tre år från start", None, None),
    ],
)
def test_periods_are_read_as_precisely_as_they_are_written(text, start, end):
    assert tuple(told and told[0] for told in calendar.period(text)) == (start, end)


@pytest.mark.parametrize(
    ("form", "raw", "value"),
    [
        ("count", "1 236", 1236),
        ("count", "0", 0),
        ("count", "50 kvinnor och 50 män", None),
        ("percent", "46,98 %", 46.98),
        ("percent", "150%", None),
        ("code", "A2A", "A2A"),
        ("code", "2.2 Övergång till arbete", "2.2"),
        ("date", "04/09/2023", "2023-09-04"),
        ("date", "2014-02-30", None),
    ],
)
def test_other_forms(form, raw, value):
    found = values.read(form, raw)
    assert (found and found.value) == value
