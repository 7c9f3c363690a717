"""Claims about cells as a reader sees them."""

from __future__ import annotations

import pytest

from actormap.i18n import Texts
from actormap.output.cells import Writer
from tests.graphs import VOCABULARY

SV, EN = (Writer(Texts.load(lang), VOCABULARY) for lang in ("sv", "en"))


@pytest.mark.parametrize(
    ("column", "value", "sv", "en"),
    [
        ("kind", "national_authority", "statlig myndighet", "national authority"),
        ("kind", "unheard_of", "unheard_of", "unheard_of"),
        ("side", "venue", "sammanhang", "venue"),
        ("note", "coordinates, owns", "samordnar nätverket, äger nätverket", "coordinates the network, owns the network"),
        ("degree", 0.55627, "0,56", "0.56"),
        ("degree", None, "–", "–"),
        ("sizes", [23, 6], "23, 6", "23, 6"),
        ("any", True, "ja", "yes"),
        ("through", ["Coachning, Partille", "Plug In"], "Coachning, Partille; Plug In", "Coachning, Partille; Plug In"),
        ("through", ["Coachning", "Plug In"], "Coachning, Plug In", "Coachning, Plug In"),
        (
            "coded",
            ["a: silent", "b: yes", "c: 12: 30"],
            "a: källan säger inget; b: ja; c: 12: 30",
            "a: the source is silent; b: yes; c: 12: 30",
        ),
        ("coded", ["b: yes"], "b: ja", "b: yes"),
        ("methods", {"shared": 2, "Vi": 1}, "delas av alla 2, Vi 1", "shared by all 2, Vi 1"),
        ("measure", "betweenness", "Läge mellan andra", "Position between others"),
        ("measure", "ties", "Kopplingar", "Ties"),
        ("before", "missing", "saknas", "missing"),
        ("before", 2, "2", "2"),
        ("venue_kind", "council", "råd", "council"),
        ("seats", ["member_of", "unheard_of"], "är medlem i, unheard_of", "is a member of, unheard_of"),
        ("seats", 3, "3", "3"),
        ("term", "carries_out", "genomför", "carries out"),
        ("term", "contacts", "kontakter", "contacts"),
        ("term", "same region", "samma region", "same region"),
        ("name", "Öckerö", "Öckerö", "Öckerö"),
        ("table", "coverage", "krav på bemanning", "required coverage"),
    ],
)
def test_a_cell_speaks_the_readers_language(column, value, sv, en):
    assert (SV.cell(column, value), EN.cell(column, value)) == (sv, en)


def test_a_heading_without_a_word_keeps_its_name():
    assert (SV.heading("name"), SV.heading("unheard_of")) == ("Namn", "unheard_of")


def test_ids_of_others_are_names_to_a_reader():
    writer = Writer(SV.texts, VOCABULARY, {"gr": "Göteborgsregionen"})
    assert writer.cell("cut_off", ["gr", "unheard_of"]) == "Göteborgsregionen, unheard_of"
    assert writer.cell("first_degree", ("gr",)) == "Göteborgsregionen"
    assert writer.cell("any", ["gr"]) == "gr"


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (0.7652, "0,77"), (0.0671, "0,067"), (0.00004, "0"), (1.234, "1,2"), (12.6, "13"), (1234.5, "1\u00a0234"), (-0.126, "-0,13"),
        (3.0, "3"), (0.0, "0"), (7, "7"), (12345, "12\u00a0345"), (None, "–"), (True, "ja"), ("Ale", "Ale"),
    ],
)  # fmt: skip
def test_a_fraction_has_two_significant_digits_and_a_whole_number_all_of_its_own(value, told):
    assert SV.cell("value", value) == told


def test_a_chance_that_is_not_certain_is_not_rounded_to_certainty():
    assert [SV.cell("p_top", chance) for chance in (1.0, 0.9996, 0.994)] == ["1", "> 0,99", "0,99"]


def test_a_sum_of_kronor_has_no_fractions_and_a_small_p_is_below_the_least():
    assert SV.cell("per_participant", 137940.4) == "137\u00a0940"
    assert SV.cell("p", 0.0004) == "< 0,001"


def test_a_sum_of_weights_is_not_rounded_neither_in_a_cell_nor_in_a_sentence():
    counts = {"n": 2, "covered": 1, "alone": 0, "missing": 0, "unknown": 1}
    assert "30,25 av 81,5" in SV.texts("notes.coverage", **counts, weight_covered=30.25, weight=81.5)
    columns = ("weight", "weight_covered", "weight_today", "covered", "loses_covered", "bound")
    assert {SV.cell(column, 81.5) for column in columns} == {"81,5"}
    assert SV.cell("bound", 0.66981) == SV.cell("value", 0.66981) == "0,67"
    assert SV.cell("weight", 0.1 + 0.2) == "0,3"


def test_what_is_said_has_the_numbers_of_the_table_but_where_their_decimals_are_given():
    assert SV.texts("measures.degree.weighted", name="A", score=1.25).endswith("1,2.")
    assert SV.texts.number(0.3333, 3) == "0,333"
    assert SV.texts.number(50.94, 1) == "50,9"


def test_named_ids_stand_in_the_order_of_the_alphabet_but_where_they_are_ranked():
    named = Writer(Texts.load("sv"), VOCABULARY, {"a": "Öckerö", "b": "Tjörn"})
    assert named.cell("cut_off", ["a", "b"]) == "Tjörn, Öckerö"
    assert named.cell("first_degree", ["a", "b"]) == "Öckerö, Tjörn"
