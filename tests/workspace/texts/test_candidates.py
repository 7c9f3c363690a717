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


AF, HALLAND, ESF = "Arbetsförmedlingen", "Region Halland", "Europeiska socialfonden"


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Projektet drivs gemensamt av Lerums kommun och Region Halland.", "carries_out", {"lerum", HALLAND}),
        ("I projektet samverkar Arbetsförmedlingen och Lerums kommun.", "participates_in", {AF, "lerum"}),
        ("Samverkansparter: Arbetsförmedlingen, Region Halland", "participates_in", {AF, HALLAND}),
        ("Projektet är ett samarbete mellan Lerums kommun och Region Halland.", "participates_in", {"lerum", HALLAND}),
        ("I styrgruppen ingår Lerums kommun och Arbetsförmedlingen.", "participates_in", {"lerum", AF}),
        ("Projektet omfattar Ale, Kungälv och Tjörns kommuner.", "participates_in", {"Ale", "Kungälv", "Tjörn"}),
        ("Deltagarna kommer främst från Arbetsförmedlingen.", "participates_in", {AF}),
        ("Personal från Arbetsförmedlingen och Lerums kommun arbetar i teamet.", "participates_in", {AF, "lerum"}),
        ("Arbetsförmedlingen bidrar med egen personal.", "participates_in", {AF}),
        ("Arbetsförmedlingen anvisar deltagare till projektet.", "participates_in", {AF}),
        ("Rekrytering av deltagare sker genom Arbetsförmedlingen.", "participates_in", {AF}),
        ("Arbetsförmedlingen är en viktig samarbetspart.", "participates_in", {AF}),
        ("I projektgruppen sitter Region Halland och Arbetsförmedlingen.", "participates_in", {HALLAND, AF}),
        ("Projektet ska genomföras av Region Halland.", "carries_out", {HALLAND}),
        ("Region Halland håller i samordningen.", "coordinates", {HALLAND}),
        ("Medfinansiärer är Arbetsförmedlingen och Lerums kommun.", "funds", {AF, "lerum"}),
        ("Europeiska socialfonden bidrar med 5 miljoner kronor.", "funds", {ESF}),
        ("Projektledningen finns hos Region Halland.", "coordinates", {HALLAND}),
        ("Region Halland ansvarar för projektet.", "coordinates", {HALLAND}),
        ("Huvudman för projektet är Region Halland.", "owns", {HALLAND}),
        ("Ansökan skrevs av Lerums kommun, som blir projektägare.", "owns", {"lerum"}),
        ("Det är teamet hos Region Halland som står för genomförandet.", "carries_out", {HALLAND}),
        ("Ägarskapet delas mellan Lerums kommun och Region Halland.", "owns", {"lerum", HALLAND}),
        ("Samordningen av de tre delarna görs av Region Halland.", "coordinates", {HALLAND}),
        ("Överenskommelser har slutits med Arbetsförmedlingen.", "participates_in", {AF}),
        ("Projektets partner (Arbetsförmedlingen och Lerums kommun) möts ofta.", "participates_in", {AF, "lerum"}),
        ("Till projektet är Arbetsförmedlingen knuten.", "participates_in", {AF}),
        ("Europeiska socialfonden har gett bidrag till projektet.", "funds", {ESF}),
    ],
)
def test_a_cue_may_have_other_words_within_and_list_several(text, type_, who):
    assert set(said(text)) == {(each, type_, "bron") for each in who}


@pytest.mark.parametrize(
    ("text", "type_", "who"),
    [
        ("Nu driver Region Halland projektet vidare.", "carries_out", {HALLAND}),
        ("I dag leder Region Halland Bron till arbete.", "coordinates", {HALLAND}),
        ("Från hösten medverkar även Lerums kommun och Arbetsförmedlingen.", "participates_in", {"lerum", AF}),
        ("Förutom Lerums kommun ingår Region Halland.", "participates_in", {"lerum", HALLAND}),
        ("Sedan 2019 är Region Halland projektägare.", "owns", {HALLAND}),
        ("Vi på Region Halland äger projektet.", "owns", {HALLAND}),
        ("Nu driver Region Halland en gemensam bro till arbete.", "carries_out", {HALLAND}),  # as the project is called
        ("Projektledningen, som finns hos Region Halland, planerar.", "coordinates", {HALLAND}),
        ("Medverkande organisationer i projektet är Lerums kommun samt Region Halland.", "participates_in", {"lerum", HALLAND}),
        ("Bland samarbetsparterna finns bl.a. Arbetsförmedlingen.", "participates_in", {AF}),
        ("Samtliga kommuner i projektet, Ale och Lerum, har team.", "participates_in", {"Ale", "lerum"}),
        ("Region Halland har åtagit sig att leda projektet.", "coordinates", {HALLAND}),
        ("Projektet drivs av Falu kommun.", "carries_out", {"Falun"}),
    ],
)
def test_who_does_it_may_stand_after_the_verb_beside_somebody_else_or_in_a_list_of_parties(text, type_, who):
    assert set(said(text)) == {(each, type_, "bron") for each in who}


@pytest.mark.parametrize(
    "text",
    [
        "Nu driver Region Halland en utredning.",  # no word for the project follows
        "Vi leder Region Hallands arbete.",
        "Unga deltar i Lerum.",
        "Region Halland leder till frågor.",
        "Projektet leds av en styrgrupp vald av Region Halland.",
        "Utvärderingen genomförs av Region Halland.",
        "Region Halland har drivit ett liknande projekt.",
        "Projektet drivs inte av Region Halland.",
        "Parterna i projektet har träffat Region Halland.",
        "Lerum ingår i länet.",
    ],
)
def test_a_verb_of_somebody_or_something_else_shows_nothing(text):
    assert said(text) == []


def test_what_is_done_to_another_organisation_is_not_done_to_the_project():
    assert said("Samordningsförbundet Insjön ägs av Lerums kommun.") == [("lerum", "owns", "insjon")]
    assert said("Samordningsförbundet Insjön drivs av Lerums kommun.") == []
    assert said("Insatsen i Samordningsförbundet Insjön drivs av Lerums kommun.") == [("lerum", "carries_out", "bron")]


def test_what_holds_of_the_project_as_of_another_holds_of_both():
    told = said("Precis som det förra projektet Stegen 2.0 är det nya finansierat av Europeiska socialfonden.")
    assert told == [(ESF, "funds", "bron"), (ESF, "funds", "stegen")]


def test_what_is_done_after_another_project_is_not_done_in_that():
    told = said("I spåren av Stegen 2.0 genomför Region Halland en insats i projektet.")
    assert (HALLAND, "carries_out", "bron") in told
    assert (HALLAND, "carries_out", "stegen") not in told


def test_on_whose_behalf_something_is_done_is_not_who_does_it():
    assert said("Projektet drivs av Lerums kommun på uppdrag av Region Halland.") == [("lerum", "carries_out", "bron")]


@pytest.mark.parametrize(
    ("text", "followed"),
    [
        ("Erfarenheterna från projektet Stegen 2.0 visar att unga vill.", "stegen"),
        ("Projektet tar vid där projektet Stegen 2.0 slutade.", "stegen"),
        ("Stegen 2.0 var en föregångare till detta projekt.", "stegen"),
        ("Projektet är en fortsättning på Lyftet Nord.", "Lyftet Nord"),
        ("Methods come from REACT-EU UNG Nystart.", "REACT-EU UNG Nystart"),
    ],
)
def test_a_project_goes_on_from_another_also_from_one_that_is_not_known(text, followed):
    assert said(text) == [("bron", "follows_up", followed)]


def test_a_bare_name_where_something_is_done_is_a_place_and_with_the_word_it_is_the_municipality():
    assert said("Projektet bedrivs i Ale och Öckerö.") == [("bron", "active_in", "Ale"), ("bron", "active_in", "Öckerö")]
    assert said("Projektet bedrivs i Ale och Öckerö kommuner.") == [
        ("Ale", "participates_in", "bron"),
        ("Öckerö", "participates_in", "bron"),
    ]


def test_what_stands_after_another_cue_is_no_more_of_the_list_before_it():
    told = said("Projektet genomförs av Lerums kommun med stöd av Europeiska socialfonden.")
    assert sorted(told) == [(ESF, "funds", "bron"), ("lerum", "carries_out", "bron")]


def test_whom_a_clause_of_others_is_about_is_none_of_them():
    told = said("Region Halland gör den ihop med de parter som redan är med i projektet Stegen 2.0.")
    assert [each for each in told if each[1] == "participates_in"] == []


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
