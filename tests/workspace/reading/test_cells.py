"""Cells spelt as Excel in Sweden spells them are read as what they say."""

import pytest

from actormap.workspace.problems import Fault
from actormap.workspace.reading import cells
from actormap.workspace.schema.columns import KRONOR, PER_CENT, SHARE


@pytest.mark.parametrize(
    "written",
    [
        "1497352",
        "1 497 352",
        "1\u00a0497\u00a0352",
        "1\u202f497\u202f352 kr",
        "1 497 352 SEK",
        "SEK 1 497 352",
        "kr 1\u00a0497\u00a0352",
        "1497352kr",
        "1 497 352:-",
        "1 497 352,00 kronor",
        "1497352.0",
        "1,497352E+06",
        1497352,
        1497352.0,
    ],
)
def test_an_amount_is_read_however_it_is_spelt(written):
    amount = KRONOR(written)
    assert amount == 1497352
    assert isinstance(amount, int)


@pytest.mark.parametrize(
    "written", ["okänt", "12 34", "1.497.352", "NaN", "Infinity", "1_000", "kr", "1 2 3", "0x10", "50 %", "1e999", True]
)
def test_what_is_no_amount_is_refused(written):
    with pytest.raises(Fault) as fault:
        KRONOR(written)
    assert fault.value.key == "not_a_number"


@pytest.mark.parametrize(
    ("written", "suggestion"), [("1.497.352", "1497352"), ("1,5 mkr", "1500000"), ("300 tkr", "300000"), ("4 miljoner kronor", "4000000")]
)
def test_an_amount_that_can_be_guessed_is_suggested_and_not_taken(written, suggestion):
    with pytest.raises(Fault) as fault:
        KRONOR(written)
    assert fault.value.suggestion == suggestion


@pytest.mark.parametrize("written", ["0,3", "0.3", ",3", ".3", "30 %", "30%", 0.3, cells.Percentage(0.3)])
def test_a_confidence_is_read_with_comma_point_or_percent(written):
    assert SHARE(written) == 0.3


@pytest.mark.parametrize("written", ["50", "50 %", "50,0%", 50, cells.Percentage(0.5)])
def test_a_rate_is_read_in_per_cent(written):
    assert PER_CENT(written) == 50


@pytest.mark.parametrize(("written", "code"), [("180", "0180"), (180, "0180"), (180.0, "0180"), ("0180", "0180"), ("1480", "1480")])
def test_a_code_gets_back_the_zero_that_excel_took(written, code):
    assert cells.code(written) == code


@pytest.mark.parametrize("written", ["80", "14800", "148O", "14,8", "", "١٤٨٠"])
def test_what_is_no_code_is_refused(written):
    with pytest.raises(Fault):
        cells.code(written)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2014", "2014"),
        (2014, "2014"),
        (2014.0, "2014"),
        ("2014-06", "2014-06"),
        ("2014-6", "2014-06"),
        ("2014-06-01", "2014-06-01"),
        ("2014/6/1", "2014-06-01"),
        ("20140601", "2014-06-01"),
        ("2014-06-01 00:00:00", "2014-06-01"),
        ("2014-06-01T12:30:00Z", "2014-06-01"),
        ("2014-06-01 12.30", "2014-06-01"),
        ("41640", "2014-01-01"),
        (41640, "2014-01-01"),
        (41640.75, "2014-01-01"),
        ("41640,75", "2014-01-01"),
    ],
)
def test_a_date_is_read_as_precisely_as_it_is_given(written, date):
    assert cells.date(written) == date


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("2014-13", "impossible_date"),
        ("2015-02-29", "impossible_date"),
        ("0000", "impossible_date"),
        ("våren 2014", "not_a_date"),
        ("1/6/2014", "not_a_date"),
        ("140601", "not_a_date"),
        ("٢٠١٤", "not_a_date"),
    ],
)
def test_what_is_no_date_is_refused(written, key):
    with pytest.raises(Fault) as fault:
        cells.date(written)
    assert fault.value.key == key


def test_text_is_stripped_of_every_kind_of_space_and_composed():
    assert cells.clean("\ufeff\u00a0 Go\u0308teborg\u200b\u202f\n") == "Göteborg"
    assert cells.clean("en\r\ntvå\rtre") == "en\ntvå\ntre"


@pytest.mark.parametrize("text", ["=1+1", "+46", "-", "@namn", "'=x", "''-x", "'", "'a", "plain", "=HYPERLINK(1)"])
def test_a_guarded_text_is_no_formula_and_comes_back(text):
    assert cells.guarded(text)[0] not in "=+-@"
    assert cells.clean(cells.guarded(text)) == text


def test_names_are_parted_by_bars_and_stand_once():
    assert cells.names(" GR | Göteborgsregionen||GR ") == ("GR", "Göteborgsregionen")


@pytest.mark.parametrize(
    ("serial", "date"),
    [(10_000, "1927-05-18"), ("10000", "1927-05-18"), ("99999,5", "2173-10-13"), ("09999", None), (100_000, None)],
)
def test_a_number_of_five_digits_is_a_day_unless_it_begins_with_nought(serial, date):
    if date is None:
        with pytest.raises(Fault):
            cells.date(serial)
    else:
        assert cells.date(serial) == date


@pytest.mark.parametrize(
    ("least", "most", "number", "key"),
    [
        (0, None, "0", None),
        (0, None, "-1", "negative"),
        (1, None, "1", None),
        (1, None, "0", "too_small"),
        (0, 1, "1", None),
        (0, 1, "1.01", "out_of_range"),
        (0, 1, "-0.01", "out_of_range"),
    ],
)
def test_a_number_may_be_as_small_and_as_large_as_its_bounds(least, most, number, key):
    read = cells.quantity(least=least, most=most)
    if key is None:
        assert read(number) == float(number)
    else:
        with pytest.raises(Fault) as fault:
            read(number)
        assert fault.value.key == key


@pytest.mark.parametrize(("number", "suggestion"), [("10", "0.1"), ("100", "1.0"), ("9", None), ("101", None)])
def test_a_share_of_ten_to_a_hundred_was_meant_per_cent(number, suggestion):
    with pytest.raises(Fault) as fault:
        cells.quantity(least=0, most=1)(number)
    assert fault.value.suggestion == suggestion


@pytest.mark.parametrize(("number", "suggestion"), [("2.4", "2"), ("2.6", "3")])
def test_what_has_to_be_whole_is_suggested_as_the_nearest(number, suggestion):
    with pytest.raises(Fault) as fault:
        cells.quantity(whole=True)(number)
    assert (fault.value.key, fault.value.suggestion) == ("not_whole", suggestion)


def test_numbers_become_text_without_what_only_excel_adds():
    assert [cells.text(value) for value in (True, False, 3.0, 3.5, 7, cells.Percentage(0.125), None)] == [
        *("true", "false", "3", "3.5", "7", "12.5 %", "None")
    ]


@pytest.mark.parametrize("written", ["2014-06", "2014-06-30 23:59:59", "2014.6.30", "20140630"])
def test_a_date_has_no_time_of_day(written):
    assert cells.date(written).startswith("2014-06")
    assert len(cells.date(written)) in (7, 10)
