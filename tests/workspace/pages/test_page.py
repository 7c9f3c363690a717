"""Claims about one page: every header field of each layout is read, whatever the order and spacing, and nothing that is not there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.workspace.pages import page, text
from tests.workspace.pages import samples
from tests.workspace.pages.samples import LAYOUTS

EACH = pytest.mark.parametrize("layout", LAYOUTS)
COLUMNS = [name for name in page.COLUMNS if name not in ("owner_raw", "municipalities")]


def read(told):
    return page.read("page.txt", text.lines(told))


def wanted(layout, told):
    """Return what the columns of a page should hold, from the facts it was made of and the labels that it has."""
    labels = {label for label, _ in samples.fields(layout, told)}
    found = {name: told[name] for name in COLUMNS}
    if layout.startswith("plus") and found["owner"]:
        found["owner"] = "Insjöns kommun"
    missing = {
        "number": layout == "0713",
        "region": "Region" not in labels,
        "total_budget_sek": "Total projektbudget" not in labels,
        "esf_support_sek": "Beviljat ESF-stöd" not in labels,
        "planned_participants": not labels & {"Planerat antal deltagare", "Antal deltagare"},
        "programme_area": "Programområde" not in labels,
        "specific_objective": "Specifikt mål" not in labels,
        "intervention": "Interventionstyp" not in labels,
    }
    return {name: None if missing.get(name) else value or (value if value == 0 else None) for name, value in found.items()}


def columns(found):
    return {name: found.columns()[name] for name in COLUMNS}


@EACH
def test_every_header_field_is_read_with_its_line(layout):
    told = samples.facts(layout)
    lines = samples.page(layout, told).split("\n")
    found = read("\n".join(lines))
    assert (found.layout, columns(found)) == (layout, wanted(layout, told))
    for name, one in found.fields.items():
        if one.raw:
            assert one.raw in lines[one.line - 1], name


@EACH
@given(data=st.data())
def test_order_spacing_line_ends_and_empty_fields_do_not_matter(layout, data):
    told = samples.facts(layout)
    # The title says number and name as well, so those are never unknown.
    empty = data.draw(st.sets(st.sampled_from([name for name in COLUMNS if name not in ("number", "name", "start", "end")])))
    told = told | {name: None if isinstance(told[name], int) else "" for name in empty}
    if data.draw(st.booleans()):
        told |= {"start": "", "end": ""}
    order = data.draw(st.permutations(range(len(samples.fields(layout, told)))))
    shown = samples.page(layout, told, order=order, blanks=samples.chance(data.draw(st.integers(0, 99))))
    space, end = data.draw(st.sampled_from([" ", "\u00a0", "  "])), data.draw(st.sampled_from(["\n", "\r\n", "\r"]))
    found = read(shown.replace(" ", space).replace("\n", end))
    assert (found.layout, columns(found)) == (layout, wanted(layout, told))


@EACH
@given(seed=st.integers(0, 10**6))
def test_what_is_read_of_a_mutated_page_stands_on_it(layout, seed):
    shown = samples.mutated(samples.page(layout), samples.chance(seed))
    assert samples.invented(read(shown), shown) == []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("En förstudie i nära samarbete med Lilla Edet, februari.", "Lilla Edet"),
        ("Det görs ihop med Stockholms Stads verksamhet Ung.", None),
        ("Här finns Lilla Edet.", None),
    ],
)
def test_a_single_municipality_is_read_where_a_project_works_with_it(said, found):
    assert read(samples.page("0713", body=(said,))).value("municipalities") == found


def test_nought_is_a_value_and_what_is_empty_is_unknown():
    found = read(samples.page("1420B", samples.facts("1420B", planned_participants=0, intervention="0", rate="")))
    assert (found.value("planned_participants"), found.value("intervention")) == (0, "0")
    assert (found.fields["union_rate_percent"].value, found.fields["union_rate_percent"].raw) == (None, "")


def test_an_empty_label_before_running_text_is_empty():
    for empty in ("Region", "Namn", "Interventionstyp", "Projektägare"):
        shown = "2019/00777 - Bron\n\nProjektnummer:\n2019/00777\nProgramområde:\n2\nSpecifikt mål:\n2.1\n" + f"{empty}:\n"
        for blank in ("", "\n"):
            found = read(f"{shown}{blank}Projektet prövar hur unga utan arbete kan få en väg in tillsammans med tre kommuner.\n")
            assert found.fields[
                {"Region": "region", "Namn": "name", "Interventionstyp": "intervention", "Projektägare": "owner"}[empty]
            ].value in (
                None,
                "Bron",
            )


def test_a_label_that_begins_another_is_not_taken_for_it():
    found = read(samples.page("plusA"))
    assert (found.value("owner_raw"), found.value("owner_number")) == ("INSJÖNS KOMMUN", "2120001234")


def test_labels_in_the_running_text_belong_to_another_project():
    body = [*samples.BODY, "", "Stegen", "Projektägare:", "Någon annan", "Projektperiod:", "2001-01-01 - 2002-02-02"]
    assert columns(read(samples.page("1420C", body=body))) == wanted("1420C", samples.facts("1420C"))


def test_municipalities_are_read_from_their_list_also_among_counties():
    listed = [
        "Kommun",
        "",
        " • Ale",
        " • Västra Götalands län",
        " • Lilla-Edet (norra)",
        "\u00a0• Kungälv",
        "",
        "Resultat",
        "Partille deltar inte.",
    ]
    found = read(samples.page("0713", body=[*samples.BODY, *listed]))
    assert found.value("municipalities") == "Ale|Lilla Edet|Kungälv"
    assert [name for name, _ in found.places] == ["Ale", "Lilla Edet", "Kungälv"]
    assert found.fields["municipalities"].raw == "\n".join(listed[2:6]).strip()


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("Det genomförs i Ale, Härryda, Partille och Stenungsunds kommun.", "Ale|Härryda|Partille|Stenungsund"),
        ("Fem av länets tio kommuner - Norberg, Köping och Sala - deltar.", "Norberg|Köping|Sala"),
        ("Kungälvs kommun, Lilla Edets kommun samt Vara.", "Kungälv|Lilla Edet|Vara"),
        ("Det kan vara så i Göteborg, Malmö och Stockholm.", None),
        ("Partille kommun har Sala som förebild, och kommunen vill mer.", None),
        ("Projektet genomförs i Ale, Kungälv och Lilla Edet.", "Ale|Kungälv|Lilla Edet"),
        ("Projektet pågår på fyra orter: Luleå, Boden, Piteå och Kalix.", "Luleå|Boden|Piteå|Kalix"),
        ("Ale, Kungälv och Tjörn deltar i projektet.", "Ale|Kungälv|Tjörn"),
        ("I projektet medverkar Umeå, Vännäs och Nordmaling.", "Umeå|Vännäs|Nordmaling"),
        ("The work is done in Falun, Borlänge and Ludvika.", "Falun|Borlänge|Ludvika"),
        ("Arbetslösheten är hög i Borås, Herrljunga och Ulricehamn.", None),
        ("Metoden har tidigare prövats i Ale och Lerum.", None),
    ],
)
def test_municipalities_that_the_text_enumerates_are_less_sure_and_no_list_of_the_header(sentence, names):
    found = read(samples.page("1420B", body=["Projektet prövar nytt.", sentence]))
    assert (found.value("municipalities"), found.places) == (names, ())
    assert names is None or (found.fields["municipalities"].confidence, found.fields["municipalities"].line) == (0.6, 39)


@pytest.mark.parametrize("layout", ["0713", "1420B"])
def test_no_contact_person_is_kept_wherever_the_name_stands(layout):
    told = samples.facts(layout, owner=f"Insjön, {samples.PERSON}")
    body = [*samples.BODY, f"Ring {samples.PERSON}, {samples.TELEPHONE}, {samples.EMAIL} eller 850709-1235."]
    found = read(samples.page(layout, told, body=body))
    assert not [part for part in (samples.PERSON, "Ödla", samples.EMAIL, samples.TELEPHONE) if part in repr(found)]
    assert found.dropped["contact_person"] >= 2
    assert (found.dropped["email"], found.dropped["personal_number"]) == (2, 1)


def test_a_page_contradicts_itself_and_both_sayings_are_kept():
    told = samples.facts("1420C", rate="67%")
    header = [(label, "2019/00888" if label == "Diarienummer" else value) for label, value in samples.fields("1420C", told)]
    body = ["Projektperioden är 1 februari 2019 till 31 mars 2022 och totalt 150 deltagare ska nås."]
    found = read(samples.page("1420C", told, header=header, body=body))
    said = {(one.column, one.value, one.against, one.other) for one in found.contradictions}
    assert said == {
        ("number", "2019/00777", "header", "2019/00888"),
        ("union_rate_percent", 67, "figures", 50),
        ("end", "2021-12-31", "text", "2022-03-31"),
        ("planned_participants", 120, "text", 150),
    }


@pytest.mark.parametrize(
    ("phase", "sentence", "told"),
    [
        ("Genomförande", "Förstudien ska pröva nytt.", [("phase", "Genomförande", "text", "förstudie")]),
        ("Genomförande", "Projektet söker medel för en förstudie.", [("phase", "Genomförande", "text", "förstudie")]),
        ("Genomförande", "Projektet bygger på en förstudie, och mycket är hämtat från förstudien.", []),
        ("Förstudie", "Förstudien ska pröva nytt.", []),
    ],
)
def test_a_project_that_calls_itself_a_preliminary_study_contradicts_its_phase_and_one_that_builds_on_one_does_not(phase, sentence, told):
    header = [(label, phase if label == "Projektfas" else value) for label, value in samples.fields("0713", samples.facts("0713"))]
    found = read(samples.page("0713", header=header, body=[sentence]))
    assert [(one.column, one.value, one.against, one.other) for one in found.contradictions] == told


def test_a_page_of_another_site_is_known_by_what_was_recognised():
    found = read("Projekt\n\nEtt samtal om unga\n\nPågår\n\n01 december 2022 till 30 november 2025\n\nFinansiär\nStaten\n")
    assert (found.layout, found.value("start"), found.value("end")) == ("other", "2022-12-01", "2025-11-30")
    assert {(one.label, one.line) for one in found.fields.values()} == {("Pågår", 7), ("Finansiär", 10)}


def test_a_value_that_begins_like_a_label_is_a_value():
    found = read(samples.page("plusA", samples.facts("plusA", owner="REGION STOCKHOLM")))
    assert (found.value("owner"), found.value("region")) == ("Region Stockholm", "Västsverige")


@pytest.mark.parametrize(
    "name", ["Mobil läsning", "E-postskolan", "Region Insjön i arbete", "Telefon och tolk", "Kontaktpersoner i skolan"]
)
@pytest.mark.parametrize("layout", ["0713", "1420A"])
def test_a_name_that_begins_as_a_label_does_is_a_name(layout, name):
    found = read(samples.page(layout, samples.facts(layout, name=name)))
    assert (found.layout, found.value("name"), found.value("region")) == (layout, name, "Västsverige")


def test_a_contact_under_a_label_that_is_not_known_is_not_the_rest_of_the_owner():
    shown = samples.page("1420B").replace("\nNamn:", f"\nHandläggare:\n{samples.PERSON}\nNamn:")
    assert read(shown).value("owner") == "Samordningsförbundet Insjön"
    assert read(samples.page("0713").replace("Kontaktperson", "Handläggare")).value("owner") == "Samordningsförbundet Insjön"


def test_a_contact_that_has_come_under_another_label_is_known_by_the_address():
    told = samples.facts("1420B", name=samples.PERSON)
    found = read(samples.page("1420B", told).replace(f"Kontaktperson:\n{samples.PERSON}", "Kontaktperson:"))
    assert (found.value("name"), "Grävling" in repr(found)) == (None, False)
