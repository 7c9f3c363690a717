"""What stands in a cell and is no text of anybody's is told, and what is text is not."""

import pytest

from actormap.workspace.checks import error_text, formula_text, garbled, month_text, placeholder, shortened, unseen
from actormap.workspace.checks.short_row import ShortRows


@pytest.mark.parametrize(
    "text",
    [
        "#SAKNAS!",
        "#REFERENS!",
        "#VÄRDEFEL!",
        "#N/A",
        "#NAMN?",
        "#DIVISION/0!",
        "#OGILTIGT!",
        "#REF!",
        "#DIV/0!",
        "#SPILL!",
        "#####",
        "Err:502",
        "#N/V",
        "#REF!A1",
        "Error: #N/A",
        "Loading...",
        "Läser in …",
    ],
)
def test_an_error_value_is_told_in_every_language(text):
    assert error_text.look(text)


@pytest.mark.parametrize("text", ["#1", "# heading", "#ungdom", "#metoo", "Err", "##", "A#B!", "Fel: sidan"])
def test_a_hash_alone_is_no_error_value(text):
    assert error_text.look(text) is None


SIGNED = ["+A2", "-B12*2", "@SUM(A1:A9)", "{=SUMMA(A1:A9)}", "=Blad1!A2", "='Blad 1'!$A$2", "='[bok.xlsx]Blad1'!A2"]


@pytest.mark.parametrize(
    "text", ["=SUMMA(B2:B9)", "=A1", "=$B$2*2", "=750000*2", "=LETARAUPP(A2;Blad1!A:B;2;FALSKT)", "=+SUM(A1)", *SIGNED]
)
def test_a_formula_is_told(text):
    assert formula_text.look(text)


@pytest.mark.parametrize("text", ["=", "=> vidare", "= lika", "a=b", "=Hamnbyn", "+46 31", "-1", "- A1", "@hamnbyn", "{a}", "+A", "-B2B"])
def test_an_equals_sign_alone_is_no_formula(text):
    assert formula_text.look(text) is None


@pytest.mark.parametrize("text", ["2,01E+11", "2.01E+11", "1E+06", "2,0140012E+12"])
def test_a_number_that_has_lost_its_digits_is_told(text):
    assert shortened.look(text)


@pytest.mark.parametrize("text", ["1,497352E+06", "2E4", "E14", "201400120015", "2.5"])
def test_a_number_that_is_whole_is_not_told(text):
    assert shortened.look(text) is None


@pytest.mark.parametrize("text", ["03-apr", "jun-14", "3-maj", "OKT-98"])
def test_a_day_that_was_something_else_is_told(text):
    assert month_text.look(text)


@pytest.mark.parametrize("text", ["3-4", "maj", "apr-projektet", "12-mars", "jun-2014x"])
def test_other_text_is_no_day(text):
    assert month_text.look(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "-",
        "–",
        "—",
        "?",
        "...",
        "n/a",
        "N/A",
        "NA",
        "NaN",
        "saknas",
        "Okänt",
        "uppgift saknas",
        "vet ej",
        "<NA>",
        "t.b.d.",
        "i.u.",
        "ej aktuellt",
        "undefined",
    ],
)
def test_what_means_that_nobody_knows_is_no_value(text):
    assert placeholder.is_one(text, "municipality")


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("saknas", "note"), ("-", "note"), ("NA", "id"), ("na", "source"), ("Okänd", "name"), ("-5", "population"), ("*", "municipality"),
        ("Nan Ling", "role"), ("0", "population"), ("3", "locator"), ("?", "locator"), ("missing link", "role"),
    ],
)  # fmt: skip
def test_a_value_is_a_value(text, column):
    assert not placeholder.is_one(text, column)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Vuxen\x06lä\x1b[31mrarna", "Vuxenlärarna"),
        ("a\x1b]0;title\x07b", "ab"),
        ("fri\u00adtids\u200bgård", "fritidsgård"),
        ("\u202eabc", "abc"),
        ("en\u2028två", "en\ntvå"),
        ("10\x96tolv", "10\u2013tolv"),
        ("rad_x000B_slut", "radslut"),
        ("en\ntvå\t3", "en\ntvå\t3"),
        ("\U0001f469\u200d\U0001f4bb", "\U0001f469\u200d\U0001f4bb"),
        ("Lilla\u00a0Edet", "Lilla\u00a0Edet"),
        ("G\u3164R\u2800\u034f", "GR"),
        ("Ale\U000e0041\u180e", "Ale"),
        ("Ale\ufe0f \u2764\ufe0f 1\ufe0f\u20e3", "Ale \u2764\ufe0f 1\ufe0f\u20e3"),
    ],
)
def test_what_is_not_seen_is_taken_away(text, seen):
    assert unseen.without(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "GÃ¶teborg", "fritidsg†rd", "Vuxenl„rarna", "G├Âteborg", "G√∂teborg", "fritidsg\ufffdrd", "GÃ\u0096teborg", "h\u02c6st", "G÷teborg",
        "G&ouml;teborg", "G\\u00f6teborg", "G?teborg", "f{rening", "skolanâ€™s", "G=C3=B6teborg",
    ],
)  # fmt: skip
def test_letters_that_no_word_has_are_told(text):
    assert garbled.may_be(text)
    assert garbled.is_garbled(text, "name")


@pytest.mark.parametrize(
    "text",
    [
        "Göteborg", "Vem? Alla", "Varför?", "kön?", "https://exempel.se/sida?id=3&b=2", "sida?visa=alla", "Ångström", "São Paulo", "„ord”",
        "AT&T", "5 ÷ 2", "C:\\mapp\\fil", "{mall}", "Œuvre", "Škoda", "10–12", "naïve", "Â", "ja/nej?och",
    ],
)  # fmt: skip
def test_letters_that_words_have_are_not_told(text):
    assert not garbled.is_garbled(text, "name")


def lengths(*cells, width=7):
    short = ShortRows(width)
    for number, each in enumerate(cells, start=2):
        short.add(number, each)
    return [number for number, _ in short.told()]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ((7, 6), [3]),
        ((6, 7, 7, 7), [2]),
        ((7, 3, 7, 5), [3, 5]),
        ((7, 7, 7), []),
        ((5, 4, 6, 3), []),  # a program that leaves the last cells out if they are empty
        ((6, 6, 7, 7), [2]),  # once: a column added to the headings and to the rows since
        ((6, 6, 7, 5, 7), [2, 5]),
        ((6, 7), [2]),
        ((6, 6, 6), []),
    ],
)
def test_a_row_shorter_than_the_others_is_told(cells, told):
    assert lengths(*cells) == told
