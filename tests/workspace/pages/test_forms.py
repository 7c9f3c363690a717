"""Claims about pages in every form in which they are saved: each header field of each layout is read, and nothing else."""

from __future__ import annotations

import pytest

from actormap.workspace.pages import page, text
from tests.workspace.pages import forms, samples
from tests.workspace.pages.samples import LAYOUTS
from tests.workspace.pages.test_page import COLUMNS, columns, read, wanted


@pytest.mark.parametrize("form", forms.FORMS)
def test_every_header_field_is_read_in_each_form(form):
    for number, layout in enumerate(LAYOUTS):
        for place, said in enumerate(forms.FACTS):
            told = samples.facts(layout, **said)
            shown = forms.FORMS[form](layout, told)
            data = shown if isinstance(shown, bytes) else shown.encode()
            found = page.read("page.txt", text.lines_of(forms.name(form), data))
            assert (found.layout, columns(found)) == (layout, wanted(layout, told)), (number, place)
            assert not any(part in repr(found) for part in (samples.PERSON, samples.EMAIL, samples.TELEPHONE))


def test_a_title_and_a_label_that_are_wrapped_are_whole():
    title = ["2019/00777 - Unga till arbete och studier, en fortsättning", "för dem som varken arbetar eller studerar i", "Västra Götaland"]
    fields = ["Projektnummer 2019/00777", "Unionens", "medfinansieringsgrad 67%", "Planerat antal", "deltagare 120", "Programområde 2"]
    shown = "\n".join([*title, *fields, "", "Projektet prövar nytt."])
    found = read(shown)
    name = "Unga till arbete och studier, en fortsättning för dem som varken arbetar eller studerar i Västra Götaland"
    assert (found.value("name"), found.value("union_rate_percent"), found.value("planned_participants")) == (name, 67, 120)
    assert (found.line("name"), found.line("union_rate_percent"), found.line("planned_participants")) == (1, 6, 8)
    above = "Unga till arbete och studier, en fortsättning\nför dem som varken arbetar"
    assert read(samples.page("0713", samples.facts("0713", name=above))).value("name") == above.replace("\n", " ")


NAMES = ("Ale", "Alingsås", "Göteborg", "Lilla Edet", "Upplands Väsby", "Malung-Sälen", "Öckerö", "Håbo", "Habo")


@pytest.mark.parametrize(
    "listed",
    [
        ["Kommun", "", *(f"\u00a0\u00a0\u2022\u00a0{name}" for name in NAMES)],
        ["Kommun", *(f"- {name}" for name in NAMES)],
        ["Kommun", *(f"{number}. {name}" for number, name in enumerate(NAMES, start=1))],
        ["Kommun", *(f"{1400 + number} {name}" for number, name in enumerate(NAMES))],
        ["Kommun", *(f"\uf0b7 {name}" for name in NAMES)],
        ["Kommun", *(f"\u2610 {name} (1440)" for name in NAMES)],
        ["Kommun", "\u2022 Västra Götalands län", *(f"   \u2022 {name}" for name in NAMES)],
        ["Kommuner", f"{', '.join(NAMES[:-1])} och {NAMES[-1]}"],
        ["Kommuner", f"{', '.join(NAMES[:-1])} & {NAMES[-1]}"],
        *(["Kommun", between.join(NAMES)] for between in ("; ", " / ", "|", "\t", " \u00b7 ", "/")),
        [f"Kommun: {', '.join(NAMES[:4])},", ", ".join(NAMES[4:])],
        ["Kommun\t" + "\t".join(NAMES)],
        [f"Kommun{NAMES[0]}", *NAMES[1:]],
        ["KOMMUN", *(name.upper() for name in NAMES)],
        ["Deltagande kommuner", *(f"{name} kommun" for name in NAMES)],
    ],
    ids=lambda listed: listed[-1][:12],
)
def test_a_list_of_municipalities_is_read_in_each_form_and_ends_where_it_ends(listed):
    found = read(samples.page("0713", body=[*samples.BODY, "", *listed, "", "Kontakta oss", "Stockholm", "Svenska ESF-rådet"]))
    assert found.value("municipalities") == "|".join(NAMES)


def test_a_sentence_that_begins_with_the_word_is_no_list():
    found = read(samples.page("0713", body=["Kommun och landsting ska samverka.", "Stockholm", "Kommunernas bild är delad."]))
    assert found.value("municipalities") is None


# Of ten thousand spoilt pages those whose contact person, address or number had come under another label.
SPOILT = (
    *((1, 1088), (1, 5104), (1, 6136), (1, 7384), (1, 8072), (1, 8330), (1, 8840), (2, 312), (2, 400), (2, 1130), (2, 1225), (2, 2488)),
    *((2, 2659), (2, 2888), (2, 3866), (2, 5712), (2, 7666), (2, 8353), (2, 8608), (3, 5441), (3, 7770), (4, 1264)),
    *((11, 232), (12, 6264), (13, 2964), (14, 4560), (15, 2920), (15, 2944), (15, 6610), (15, 8169), (4711, 7514)),
    *((801, 9185), (802, 4563), (803, 3984), (805, 9761), (902, 5720), (911, 2696), (912, 1304)),
)


@pytest.mark.parametrize(("seed", "number"), SPOILT)
def test_no_contact_is_kept_of_a_page_on_which_labels_and_names_are_spoilt(seed, number):
    whole = samples.page(LAYOUTS[number % len(LAYOUTS)])
    shown = samples.mutated(whole, samples.chance(seed * 1_000_003 + number))
    assert samples.somebody(read(shown)) == []


@pytest.mark.parametrize("name", ["Ung Kraft", "Anna Lindhs Skola", "Kontaktpersoner i skolan", "E-postskolan", "Jobb@Ung", "Vi Unga Nu"])
@pytest.mark.parametrize("layout", ["0713", "1420B", "plusA"])
def test_a_name_that_might_be_anybodys_is_the_projects_where_nothing_speaks_against_it(layout, name):
    found = read(samples.page(layout, samples.facts(layout, name=name)))
    assert (found.value("name"), {column for column in COLUMNS if found.value(column) is None}) == (
        name,
        {column for column, value in wanted(layout, samples.facts(layout)).items() if value is None},
    )
