"""Claims about the tables of data/gria as they stand, read with csv alone. What they give in analyses is tested elsewhere."""

from __future__ import annotations

import csv
import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parent.parent / "data" / "gria"
TABLES = ("actors", "networks", "projects", "municipalities", "themes", "documents", "relationships", "coverage")
NODE_TABLES = TABLES[:-2]
STATUSES = {"stated", "stated_collectively", "implied", "planned", "denied"}
# How many lines each of the five documents has.
LINES = {"gr-fordjupad": 35, "gr-plug-in-2": 27, "esf-plug-in-gr-fi": 97, "esf-ungas-larande": 46, "esf-invux": 39}


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    with (DATA / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def row(name: str, id_: str) -> dict[str, str]:
    return next(row for row in table(name) if row["id"] == id_)


def statements(source: str, type_: str, target: str) -> list[dict[str, str]]:
    return [tie for tie in table("relationships") if (tie["source"], tie["type"], tie["target"]) == (source, type_, target)]


def five() -> list[dict[str, str]]:
    return [row for name in TABLES if name != "documents" for row in table(name) if row.get("document") in LINES]


def plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


# --- form ------------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_no_stray_or_missing_cell(name):
    assert table(name)
    assert all(None not in row and None not in row.values() for row in table(name))
    assert all(cell == cell.strip() for row in table(name) for cell in row.values())


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_utf_8_without_mark_with_commas_and_unix_line_ends(name):
    content = (DATA / f"{name}.csv").read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")


def test_an_id_is_used_once_in_all_the_tables():
    ids = Counter(row["id"] for name in NODE_TABLES for row in table(name))
    assert [id_ for id_, times in ids.items() if times > 1] == []


def test_a_name_or_alias_means_one_thing_only():
    meant: dict[str, set[str]] = {}
    for name in ("actors", "networks", "projects", "municipalities"):
        for row in table(name):
            for word in [row["name"], *filter(None, row["aliases"].split("|"))]:
                meant.setdefault(plain(word), set()).add(row["id"])
    assert {word: ids for word, ids in meant.items() if len(ids) > 1} == {}


def test_an_alias_says_something_that_the_name_and_the_other_aliases_do_not():
    doubled = [
        row["id"]
        for name in ("actors", "networks", "projects", "municipalities")
        for row in table(name)
        if len(words := [plain(word) for word in [row["name"], *row["aliases"].split("|")]]) != len(set(words))
    ]
    assert doubled == []


def test_no_statement_stands_twice():
    keys = Counter(
        tuple(tie[column] for column in ("source", "type", "target", "role", "valid_from", "document", "locator"))
        for tie in table("relationships")
    )
    assert [key for key, times in keys.items() if times > 1] == []


# --- sources ---------------------------------------------------------------------------------------------------------------------------


def test_every_row_names_a_document_that_exists():
    documents = {row["id"] for row in table("documents")}
    assert documents.issuperset(tie["document"] for tie in table("relationships"))
    named = {row["document"] for name in ("actors", "networks", "projects", "municipalities", "coverage") for row in table(name)}
    assert named <= documents


def test_every_document_is_of_one_of_two_collections_and_has_an_address():
    assert {row["id"] for row in table("documents") if row["collection"] == "five"} == set(LINES)
    assert {row["collection"] for row in table("documents")} == {"five", "public"}
    assert all(row["address"].startswith(("https://", "http://")) for row in table("documents"))


def test_every_row_from_the_five_documents_says_at_which_line():
    for row in five():
        first, _, last = row["locator"].partition("-")
        assert first.isdigit(), row
        assert 1 <= int(first) <= int(last or first) <= LINES[row["document"]], row


def test_only_the_block_of_fields_of_a_project_page_spans_lines():
    assert {row["id"] for row in five() if "-" in row["locator"]} == {"ungas-larande", "invux"}


def test_rows_from_public_pages_have_no_line():
    assert all(not tie["locator"] for tie in table("relationships") if tie["document"] not in LINES)


def test_statuses_are_of_the_closed_list():
    assert {tie["status"] for tie in table("relationships")} <= STATUSES
    assert {row["status"] for row in table("actors")} <= STATUSES


def test_relationships_join_ids_that_exist():
    ids = {row["id"] for name in NODE_TABLES for row in table(name)}
    assert ids.issuperset(chain.from_iterable((tie["source"], tie["target"]) for tie in table("relationships")))
    assert all(tie["source"] != tie["target"] for tie in table("relationships"))


def test_every_document_but_the_population_table_carries_a_statement_or_a_row():
    used = {row.get("document") for name in TABLES for row in table(name)}
    assert {row["id"] for row in table("documents")} - used == {"gr-folkmangd-2023"}


# --- municipalities --------------------------------------------------------------------------------------------------------------------


def test_there_are_13_municipalities_with_codes_of_four_digits():
    codes = {row["code"] for row in table("municipalities")}
    assert len(table("municipalities")) == len(codes) == 13
    assert all(re.fullmatch(r"\d{4}", code) for code in codes)


def test_kungsbacka_alone_lies_in_halland():
    # The first two digits of a code are the county's.
    counties = {row["id"]: (row["county"], row["code"][:2]) for row in table("municipalities")}
    assert counties.pop("kungsbacka") == ("Hallands län", "13")
    assert set(counties.values()) == {("Västra Götalands län", "14")}


def test_the_municipalities_lie_in_western_sweden_and_add_up_to_the_region():
    assert all(57.3 < float(row["latitude"]) < 58.3 and 11.4 < float(row["longitude"]) < 12.8 for row in table("municipalities"))
    assert sum(int(row["population"]) for row in table("municipalities")) == 1_080_980


def test_lilla_edet_is_known_with_the_hyphen_of_the_document():
    assert row("municipalities", "lilla-edet")["name"] == "Lilla Edet"
    assert "Lilla-Edet" in row("municipalities", "lilla-edet")["aliases"].split("|")


def test_every_municipality_is_known_by_its_official_name():
    assert all(re.search(r"(kommun|stad)(\||$)", row["aliases"]) for row in table("municipalities"))


# --- the traps of the sources ----------------------------------------------------------------------------------------------------------


def test_every_municipality_sits_in_gria_through_its_kia_officer_by_one_collective_statement():
    seats = [tie for tie in table("relationships") if tie["target"] == "gria" and tie["type"] == "member_of"]
    assert {tie["source"] for tie in seats} == {row["id"] for row in table("municipalities")}
    said = {(tie["role"], tie["status"], tie["document"], tie["locator"]) for tie in seats}
    assert said == {("KIA-ansvarig", "stated_collectively", "esf-plug-in-gr-fi", "41")}


def test_both_definitions_of_gria_are_kept():
    note = row("networks", "gria")["note"]
    assert "KIA" in note
    assert "gr-fordjupad 9" in note
    assert [tie["locator"] for tie in statements("kia-ansvariga", "represented_in", "gria")] == ["41"]
    assert [tie["locator"] for tie in statements("utanforskapsfragan-inom-gr", "represented_in", "gria")] == ["9"]


def test_the_rate_stated_for_invux_contradicts_its_amounts():
    invux = row("projects", "invux")
    assert invux["union_rate_percent"] == "50"
    assert round(100 * int(invux["esf_support_sek"]) / int(invux["total_budget_sek"]), 2) == 46.98
    assert "46.98" in invux["note"]


def test_the_pre_study_of_rar_says_50_percent_though_its_grant_is_its_budget():
    prestudy = row("projects", "ungas-larande")
    assert prestudy["kind"] == "prestudy"
    assert prestudy["union_rate_percent"] == "50"
    assert prestudy["esf_support_sek"] == prestudy["total_budget_sek"] == "399697"
    assert "contradicts" in prestudy["note"]


def test_programme_area_2_belongs_to_two_programmes():
    programmes = {row["programme"] for row in table("projects") if row["programme_area"] == "2"}
    assert programmes == {"2007-2013", "2014-2020"}
    assert "2007-2013" in row("projects", "plug-in-gr-fi")["note"]


def test_the_project_group_is_three_possible_groups():
    assert re.search(r"either.*\(52\)", row("networks", "fi-projektgrupp")["note"])
    assert not any(plain("Projektgruppen") in map(plain, row["aliases"].split("|")) for row in table("networks"))


def test_the_numbers_of_regions_that_differ_are_both_told():
    assert {"six", "eight"} <= set(re.findall(r"\w+", row("projects", "plug-in-2")["note"]))
    assert {"four", "five"} <= set(re.findall(r"\w+", row("projects", "plug-in")["note"]))


def test_the_target_groups_say_that_their_ages_differ():
    assert all("ages differ" in row["note"] for row in table("themes") if row["kind"] == "target_group")


def test_earlier_and_later_names_lead_to_the_same():
    assert {"SKL", "SKR"} <= set(row("actors", "skl")["aliases"].split("|"))
    assert "KAA-ansvarig" in row("actors", "kia-ansvariga")["aliases"].split("|")
    assert "KAA" in row("themes", "kia")["name"]


def test_the_footer_that_misspells_the_federation_leads_to_it():
    assert "Göteborgregionens Kommunalaförbund" in row("actors", "gr")["aliases"].split("|")


def test_the_municipality_list_of_a_project_page_is_area_and_not_participation():
    area = [tie for tie in table("relationships") if tie["source"] == "plug-in-gr-fi" and tie["type"] == "active_in"]
    assert [tie["locator"] for tie in area] == [str(line) for line in range(85, 98)]
    municipalities = {row["id"] for row in table("municipalities")}
    assert not [tie for tie in table("relationships") if tie["source"] in municipalities and tie["target"] == "plug-in-gr-fi"]


def test_participation_in_invux_is_only_implied():
    participants = {
        tie["source"]: tie["status"] for tie in table("relationships") if tie["type"] == "participates_in" and tie["target"] == "invux"
    }
    assert participants == dict.fromkeys(("ale", "harryda", "molndal", "lerum", "partille", "stenungsund"), "implied")


# --- what is required of the network ---------------------------------------------------------------------------------------------------


def test_every_requirement_says_where_it_comes_from_or_that_it_is_a_proposal_and_why():
    for line in table("coverage"):
        assert line["document"], line
        assert len(line["note"]) > 40, line
        assert line["note"].startswith("our proposal: ") or line["locator"], line


def test_every_function_is_required_of_every_municipality_and_nothing_else_is():
    of_towns = [line for line in table("coverage") if line["municipality"]]
    assert {line["municipality"] for line in of_towns} == {"*"}
    assert len(of_towns) == len({line["role"] for line in of_towns}) == 4
    assert {line["row"] for line in of_towns} == {"Kommunerna"}


def test_the_activity_responsibility_is_required_under_the_role_that_the_seats_have():
    seats = {tie["role"] for tie in table("relationships") if tie["target"] == "gria" and tie["type"] == "member_of"}
    assert seats == {line["role"] for line in table("coverage") if "KAA" in line["column"]}


def test_the_themes_and_kinds_required_are_those_of_the_tables_and_the_vocabulary():
    from actormap.model.vocabulary import Vocabulary

    assert {line["theme"] for line in table("coverage")} - {""} <= {row["id"] for row in table("themes")}
    kinds = Vocabulary.load().kinds
    assert {line["kind"] for line in table("coverage")} - {""} <= {*kinds["actor"], *kinds["municipality"]}


def test_nobody_has_answered_yet_and_no_cell_is_required_twice():
    assert {line["answer"] for line in table("coverage")} == {""}
    assert len({line["column"] for line in table("coverage")}) == len(table("coverage"))


# --- the law of the data ---------------------------------------------------------------------------------------------------------------


def test_whoever_is_a_contact_is_a_role():
    contacts = {tie["source"] for tie in table("relationships") if tie["type"] == "contact_for"}
    assert contacts
    assert {row("actors", id_)["kind"] for id_ in contacts} == {"role"}


def test_no_cell_has_an_e_mail_address_or_looks_like_a_telephone_number():
    cells = [cell for name in TABLES for row in table(name) for column, cell in row.items() if column != "address"]
    assert [cell for cell in cells if "@" in cell] == []
    assert [cell for cell in cells if re.search(r"(?<!\d)(\+46|0)[\d -]{7,}", cell)] == []


# --- the workspace ---------------------------------------------------------------------------------------------------------------------


def test_the_workspace_names_what_the_tables_hold():
    settings = tomllib.loads((DATA / "actormap.toml").read_text(encoding="utf-8"))
    assert settings["title"] == "GRIA"
    assert settings["language"] == "sv"
    assert row("networks", settings["focal_network"])
    regions = {row["region"] for row in table("actors")}
    assert set(settings["invite"]["regions"]) <= regions
    assert all(row("actors", id_) for id_ in settings["invite"]["exclude"])


def test_the_readme_speaks_of_every_table():
    readme = (DATA / "README.md").read_text(encoding="utf-8")
    assert all(f"{path.name}" in readme for path in DATA.iterdir() if path.suffix in (".csv", ".toml"))


def test_what_is_a_municipalitys_own_duty_is_asked_of_municipalities_alone_and_nobody_unnamed_is_invited():
    from actormap import workspace

    read = workspace.read("gria+esf")
    own = {line.column for line in read.snapshot.coverage if line.municipality and line.role}
    assert own == {line.column for line in read.snapshot.coverage if line.kind == "municipality"}
    unnamed = {row["id"] for row in table("actors") if "the members are not named" in row["note"]}
    assert unnamed
    assert unnamed <= set(read.settings["invite"]["exclude"])
