"""Claims about pages that were printed: what a print adds, and what the ends of its lines break."""

from __future__ import annotations

import pytest

from actormap.workspace.pages import paper, values
from tests.workspace.pages.test_page import read

HEADER = ("2023/00777 - Bron", "", "Projektnummer:", "2019/00777", "Specifikt mål:", "2.1", "Programområde:", "2")


def test_a_number_of_a_sheet_takes_the_sites_lines_beside_it_with_it_and_nothing_else():
    sheet = ("Slut", "2023-05-02", "Svenska ESF-rådet", "1/2", "https://www.esf.se/", "Nytt")
    assert paper.bare(sheet) == ("Slut", "", "", "", "", "Nytt")
    assert paper.bare(("2.1", "Svenska ESF-rådet", "2023-05-02")) == ("2.1", "Svenska ESF-rådet", "2023-05-02")


def test_what_a_label_above_has_for_its_value_is_no_part_of_a_sheets_foot():
    assert paper.bare(("Projektägare:", "Svenska ESF-rådet", "1/2")) == ("Projektägare:", "Svenska ESF-rådet", "")
    assert paper.bare(("Slutdatum:", "2023-05-02", "1/2")) == ("Slutdatum:", "2023-05-02", "")
    assert paper.bare(("Slutdatum:", "2023-05-02", "ESF-rådet", "1/2")) == ("Slutdatum:", "2023-05-02", "", "")


def test_lines_that_every_sheet_has_alike_but_for_figures_are_left_out():
    sheets = [["Projektbanken", "Namn:", "Bron", "Sida 1"], ["Projektbanken", "Region:", "Ort 2", "Sida 2"]]
    assert paper.without_edges(sheets) == [["Namn:", "Bron"], ["Region:", "Ort 2"]]
    assert paper.without_edges(sheets[:1]) == sheets[:1]


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("fördju-\npad insats", "fördjupad insats"),
        ("KIA-\nverksamhet", "KIA-verksamhet"),
        ("till-\noch frånträde", "till- och frånträde"),
        ("Lilla-\nEdet", "Lilla- Edet"),
    ],
)
def test_a_word_that_is_broken_by_a_hyphen_is_whole_again(broken, whole):
    assert values.bare(broken) == whole


def test_a_broken_last_value_is_whole_and_running_text_after_one_that_is_not_is_no_part_of_it():
    told = [*HEADER, "Namn:", "Ungdomsc-", "enter", "", "Projektet prövar nytt."]
    assert read("\n".join(told)).value("name") == "Ungdomscenter"
    assert read("\n".join([*HEADER, "Namn:", "Ungdomscenter", "enligt ansökan", ""])).value("name") == "Ungdomscenter"


def test_labels_broken_over_three_lines_are_whole_and_their_values_stand_below_them():
    shown = "Projektnummer: 2019/00777\nNamn: Bron\nUnionens\nmedfinansieringsgrad:\n50%\nSekundärtema -\nMotverka\nbarnfattigdom\nNej"
    found = read(f"{shown}\nRegion: Stockholm\nProgramområde: A\nSpecifikt mål: A2A")
    assert [found.value(name) for name in ("union_rate_percent", "child_poverty", "region")] == [50, "Nej", "Stockholm"]


def test_a_line_with_two_labels_gives_each_its_own_value_or_none():
    shown = "Projektnummer: 2019/00777 Region: Stockholm\nNamn:\nBron\nStartdatum: Slutdatum:\n2021-12-31"
    found = read(f"{shown}\nStödmottagarens address Interventionstyp\n102\nSpecifikt mål:\n2.1\nProgramområde:\n2")
    told = {name: found.value(name) for name in ("number", "region", "name", "start", "end", "intervention")}
    assert told == {
        "number": "2019/00777",
        "region": "Stockholm",
        "name": "Bron",
        "start": None,
        "end": "2021-12-31",
        "intervention": "102",
    }


def test_a_title_that_no_blank_line_parts_from_the_sites_lines_and_the_header_is_whole():
    header = "Programområde:\nProgramområde 2 Ökat arbetskraftsutbud\nProjektfas:\nGenomförande\nProjektägare:\nVara kommun"
    assert (
        read(f"Lyssna\nDela\nRampen, utveckling av\nflexibla alternativ,\nPartille\n{header}").value("name")
        == "Rampen, utveckling av flexibla alternativ, Partille"
    )
    above = "22-044-S07 - Uppsökarteam\nUngSydväst"
    assert read(f"Dela\n{above}\nFond: ESF+\nProjektägare: VARA KOMMUN\nProgramområde: A").value("name") == "Uppsökarteam UngSydväst"
    assert read("Dela\n22-044-S07 -\nUppsökarteam\nFond: ESF+\nProjektägare: VARA KOMMUN\nProgramområde: A").value("name") is None
    # Two words as people are called by might be whom to contact.
    stray = "22-044-S07 - Uppsökarteam\nÖdla Grävlingsdotter"
    assert read(f"Dela\n{stray}\nFond: ESF+\nProjektägare: VARA KOMMUN\nProgramområde: A").value("name") == "Uppsökarteam"


def test_without_a_label_of_later_programmes_a_page_is_of_the_first_whatever_is_missing_of_it():
    found = read(
        "Bron\n\nProgramområde:\nProgramområde 2 Ökat arbetskraftsutbud\nProjektägare:\nGöteborgs stad, SDF Bergsjön\nRegion:\nVästsverige"
    )
    assert (found.layout, found.value("name"), found.value("owner"), found.value("programme_area")) == (
        *("0713", "Bron", "Göteborgs stad, SDF Bergsjön", "Programområde 2 Ökat arbetskraftsutbud"),
    )
