"""Claims about what sentences may say of relationships, and what they do not."""

from __future__ import annotations

import pytest

from tests.workspace.texts.small import read, said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Region Halland leder projektet.", [("Region Halland", "coordinates", "bron")]),
        ("Projektet leds av Region Halland.", [("Region Halland", "coordinates", "bron")]),
        ("GR har också genomfört Stegen 2.0.", [("gr", "carries_out", "stegen")]),
        (
            "Projektet genomförs i samarbete med Ale, Lerum och Vara kommuner.",
            [("Ale", "participates_in", "bron"), ("lerum", "participates_in", "bron"), ("Vara", "participates_in", "bron")],
        ),
        ("Medel från Europeiska socialfonden används i projektet.", [("Europeiska socialfonden", "funds", "bron")]),
        ("Medlemmar i Kompetensrådet är GR och Lerum.", [("gr", "member_of", "radet"), ("lerum", "member_of", "radet")]),
        ("GRIA är projektets referensgrupp.", [("gria", "reference_group_for", "bron")]),
        ("Arbetet bygger vidare på projektet Stegen 2.0.", [("bron", "follows_up", "stegen")]),
        ("Metoden kommer från projektet FAMN.", [("bron", "follows_up", "FAMN")]),
        ("Medverkande\n\nGR, Lerums kommun", [("gr", "participates_in", "bron"), ("lerum", "participates_in", "bron")]),
        ("GR:s roll\n\nProjektledare", [("gr", "coordinates", "bron")]),
        ("Vi mötte GRIA. Nätverket har bidragit med synpunkter.", [("gria", "reference_group_for", "bron")]),
    ],
)
def test_a_cue_shows_a_relationship(text, told):
    assert said(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Enligt Arbetsförmedlingens statistik deltar få.",
        "Arbetslösheten är, efter Landskrona, högst i länet.",
        "Forskning vid Århus universitet ligger till grund.",
        "Enligt Region Halland deltar få i projektet.",
        "Till skillnad från Region Halland genomförs projektet av unga.",
        "Lerum deltar inte i projektet.",
        "Aldrig har Lerum medverkat, och inte leder Region Halland projektet.",
        "Projektet genomförs utan Lerum.",
        "Personer inom GR samverkar.",
        "ESF-projekt finns i Lerum.",
        "Samordningsförbundet Insjön deltar i projektet.",  # who owns it takes part in it
        "Skolk samverkar med ingen.",
    ],
)
def test_a_name_that_is_only_mentioned_makes_no_candidate(text):
    assert said(text) == []


def test_a_candidate_has_its_place_its_cue_and_its_score_and_a_wish_is_less_sure():
    sure, wish = (read(f"Rubrik\n\n{text}").candidates[0] for text in ("Lerum deltar i projektet.", "Lerum deltar eventuellt i projektet."))
    assert (sure.line, sure.character, sure.cue, sure.direction, sure.score) == (3, 7, "deltar i", "forwards", 0.8)
    assert wish.score < sure.score


def test_the_sentence_is_shown_without_whom_it_names():
    told = read("Lerum deltar i projektet, säger Ödla Grävlingsdotter, 031-390 06 05.")
    shown = told.sentence(told.candidates[0])
    assert shown.startswith("Lerum deltar i projektet, säger \u2026")
    assert "Gräv" not in shown
    assert "031" not in shown


def test_an_unknown_project_has_no_relationships_of_its_own():
    assert said("Region Halland leder projektet.", project=None) == []
