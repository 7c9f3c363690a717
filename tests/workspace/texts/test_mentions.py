"""Claims about the names that a text holds: the longest wins, in whatever form, and a part of a longer name is not the thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.workspace.texts import people
from tests.workspace.pages import samples
from tests.workspace.texts.small import found, read


@pytest.mark.parametrize(
    ("text", "form", "whom", "rule"),
    [
        ("Arbetet inom GRIA-nätverket fortsätter.", "GRIA-nätverket", "gria", "exact"),
        ("GRIA-nätverkets uppdrag är brett.", "GRIA-nätverkets", "gria", "genitive"),
        ("Det gäller GRs uppdrag.", "GRs", "gr", "genitive"),
        ("Det gäller GR:s uppdrag.", "GR:s", "gr", "genitive"),
        ("Unga i GR-kommunerna möts.", "GR", "gr", "compound"),
        ("Ett kompetensråd finns.", "kompetensråd", "radet", "indefinite"),
        ("Frågan togs upp i kompetensrådet.", "kompetensrådet", "radet", "small"),
        ("GÖTEBORGSREGIONEN", "GÖTEBORGSREGIONEN", "gr", "capitals"),
        ("Projektet Stegen 2.0 är slut.", "Stegen 2.0", "stegen", "exact"),
        ("Unga i Lerums kommun möts.", "Lerums kommun", "lerum", "exact"),
        ("Här möts Göteborgs Stad.", "Göteborgs Stad", "Göteborg", "exact"),
        ("Allt sker i Lilla-Edet idag.", "Lilla-Edet", "Lilla Edet", "exact"),
        ("En fråga för Västra Götalandsregionen.", "Västra Götalandsregionen", "Västra Götalandsregionen", "exact"),
        ("Så var det i Landstinget Kronoberg.", "Landstinget Kronoberg", "Region Kronoberg", "exact"),
        ("Region Skånes arbete är nytt.", "Region Skånes", "Region Skåne", "genitive"),
        ("Många unga och skolk är ett ämne.", "skolk", "skolk", "exact"),
    ],
)
def test_a_name_is_found_in_its_forms(text, form, whom, rule):
    assert (form, whom, rule) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Elever vid Lerums gymnasium deltog.",
        "Här växer Lerums hamn.",
        "Det avgjorde Lerums tingsrätt.",
        "Finsam Lerum har bildats.",
        "I Västra Göteborg är det så.",
        "Stockholmsregionen växer.",
        "I Nya Lund finns huset.",
        "Kontakta Anna Lund om det.",
        "Vara med från början är viktigt.",
        "Ett berg av frågor, och mark och sala.",
        "Deltagarna, Vara ledig kan man.",
    ],
)
def test_a_part_of_a_longer_name_or_a_common_word_is_no_municipality(text):
    assert [each for each in read(text).mentions if each.known.node == "municipality"] == []


@pytest.mark.parametrize("text", ["unga i Vara möts", "Essunga, Skara och Vara deltog", "Vara kommun deltog", "Skara, och Vara kommuner"])
def test_a_municipality_that_is_a_common_word_is_one_where_words_beside_it_say_so(text):
    assert "Vara" in [each.known.name for each in read(text).mentions]


def test_a_name_broken_at_the_end_of_a_line_or_glued_to_another_is_found_with_its_place():
    broken = read("Kommunerna som möts en gång om året är Göte-\nborg och den lilla kommunen som heter Lilla\nEdet.\n\nLerumKungälv")
    told = [(each.known.name, each.line, each.character) for each in broken.mentions]
    assert told == [("Göteborg", 1, 40), ("Lilla Edet", 2, 39), ("Lerum", 5, 1), ("Kungälv", 5, 6)]


def test_a_name_that_nobody_knows_is_new_and_one_that_is_nearly_known_is_new_too():
    text = "Med är Folkhögskolan i Vara, Möldals stad och projektet Sätt färg på staden Ale."
    assert [(each.known.name, each.known.id, each.rule) for each in read(text).mentions][:2] == [
        ("Folkhögskolan i Vara", None, "unknown"),
        ("Möldals stad", None, "near"),
    ]


def test_people_beside_roles_are_read_by_nobody():
    text = "Projektledare Ödla Grävlingsdotter och Igelkotta Svensson leder Bron. Ödla Grävlingsdotter, rektor, håller med."
    told = read(text)
    assert "Gräv" not in repr(told)
    assert "Svensson" not in repr(told)


A, B = samples.PERSON, "Igelkotta Svensson"


@pytest.mark.parametrize(
    "text",
    [
        *(f"Rapporten är skriven av {A}, bolaget.", f"Ansvarig för rapporten på SKL är {A}, avdelningen.", f"I juni {A}, sektionschef"),
        *(f"All insamling är gjord av {A}, utredare.", f"För mer information: {A}", f"Kontaktperson på GR: {A}", f"– Bra, säger {A}."),
        *(f"Projektledare är {A} och {B}.", f"{A} (projektledare) och {B}, rektor", f"{A}\nprojektledare", f"projektledare:\n{A}"),
        *(f"Vår samordnare {A}s arbete", f"{A}, som är projektledare", f"Projektledare {A.upper()}", f"{A} vid Göteborgs Stad leder det."),
        *(f"enhetschef {A.split()[0]} säger", f"Frågor besvaras av {A}, 031-390 06 05."),
    ],
)
def test_a_name_beside_a_role_is_unreadable(text):
    left = list(text)
    for start, end in people.spans(text):
        left[start:end] = ["\u2026"] * (end - start)
    assert not {"ödla", "grävlingsdotter", "igelkotta", "svensson"} & set("".join(left).casefold().replace(".", " ").split())


def test_organisations_beside_roles_are_no_people():
    assert list(people.spans("Samordnare Göteborgs Stad och projektledare Region Halland")) == []


LINES = st.lists(
    st.sampled_from(
        [
            *("Lerum", "Göte-", "borg", "GRs nätverk", "• Ale", "• Kungälv", "", "i samarbete med Skara, Vara och Essunga", "GRIA-"),
            *("nätverket", "Lilla", "Edet är med.", "Samordningsförbundet", "Insjön äger projektet.", "SKARA KOMMUN", samples.PERSON),
        ]
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\n\n", "\n ", "\n\u00a0"]))
def test_every_mention_and_candidate_stands_where_it_is_said_to(lines, end):
    text = end.join(lines)
    told = read(text)
    shown = text.split("\n")
    for each in told.mentions:
        rest = "".join(shown[each.line - 1 :])[each.character - 1 :]
        squeezed = "".join(rest.split()).replace("-", "").replace("\u2022", "")
        assert squeezed.startswith("".join(each.form.split()).replace("-", "").replace("\u2022", ""))
    for one in told.candidates:
        assert one.source.name != one.target.name
        assert 1 <= one.line <= len(shown)
        assert 0 < one.score <= 1


def test_of_two_unknown_names_the_one_that_holds_the_other_is_the_name():
    told = read("Med är Föreningen Finsam Ale Norra.")
    assert [each.known.name for each in told.mentions if each.rule == "unknown"] == ["Föreningen Finsam Ale Norra"]
