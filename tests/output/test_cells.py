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
        ("degree", 0.55627, "0,556", "0.556"),
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
