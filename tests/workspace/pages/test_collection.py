"""Claims about files: pages saved as text, HTML and PDF, tables of other sites, and what cannot be read."""

from __future__ import annotations

import html
import sys
import zlib

import pytest

from actormap.errors import InputError
from actormap.workspace.pages import collection
from tests.workspace.pages import samples


def read(folder):
    return collection.read(collection.files_of([folder]))


def as_html(told):
    """Return the header of a page as a definition list, and one of 2007-2013 glued as its pages are."""
    lines = [f"<p>{html.escape(line)}</p>" for line in told.split("\n")]
    return f"<html><head><title>T</title><script>Namn: X</script></head><body>{''.join(lines)}</body></html>"


def as_table(layout):
    told = samples.facts(layout)
    rows = "".join(f"<tr><th>{label}:</th><td>{value}</td></tr>" for label, value in samples.fields(layout, told))
    return f"<h1>{samples.title(layout, told)}</h1><table>{rows}</table><p>Projektet prövar hur unga kan få en väg in.</p>"


def as_pdf(told):
    """Return a page as a PDF of one page, a line below the other."""
    shown = b"".join(b"(" + line.encode("cp1252").replace(b"(", b"").replace(b")", b"") + b") Tj T*\n" for line in told.split("\n"))
    return set_in_pdf(shown)


def set_in_pdf(shown):
    """Return a PDF of one page with letters set from its top left corner, lines 11 points apart."""
    drawn = zlib.compress(b"BT /F1 9 Tf 11 TL 20 820 Td\n" + shown + b"ET")
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(drawn), drawn),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    whole, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, start=1):
        places.append(len(whole))
        whole += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return whole + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (table, len(whole))


@pytest.mark.parametrize("layout", samples.LAYOUTS)
def test_a_page_says_the_same_saved_as_text_html_and_pdf(layout, tmp_path):
    told = samples.page(layout)
    (tmp_path / "a.txt").write_text(told, encoding="utf-8-sig")
    (tmp_path / "b.txt").write_text(told, encoding="cp1252")
    (tmp_path / "c.html").write_text(as_html(told), encoding="utf-8")
    (tmp_path / "d.htm").write_text(as_table(layout), encoding="utf-8")
    (tmp_path / "e.pdf").write_bytes(as_pdf(told))
    found = read(tmp_path)
    assert found.refused == ()
    first, *others = found.readings
    assert first.value("start") == "2019-02-01"
    for other in others:
        assert (other.layout, other.columns()) == (layout, first.columns()), other.file


def test_a_file_that_cannot_be_read_is_told_and_the_others_are_read(tmp_path):
    (tmp_path / "a.txt").write_text("Ett samtal om unga.\n", encoding="utf-8")
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.4 cut off")
    (tmp_path / "c.txt").write_bytes(bytes(range(256)))
    (tmp_path / "d.txt").write_text(samples.page("1420B"), encoding="utf-8")
    (tmp_path / "e.csv").write_text("a,b\n1,2\n", encoding="utf-8")
    (tmp_path / "f.xlsx").write_bytes(b"PK\x03\x04 no archive")
    found = read(tmp_path)
    assert [each.file.rpartition("/")[2] for each in found.pages()] == ["d.txt"]
    assert [name.rpartition("/")[2] for name, _ in found.refused] == ["a.txt", "b.pdf", "c.txt", "e.csv", "f.xlsx"]


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(InputError, match="There is no file"):
        collection.files_of([tmp_path / "none.txt"])


def test_what_has_been_read_before_is_not_read_again(tmp_path):
    (tmp_path / "a.txt").write_text(samples.page("1420B"), encoding="utf-8")
    first = read(tmp_path)
    ((name, mark),) = first.prints.items()
    again = collection.read([tmp_path / "a.txt"], known={mark: first.readings})
    assert (again.readings, again.unchanged) == (first.readings, {name})


KOHESIO = {
    "Operation_Unique_Identifier": "Q1",
    "Operation_Local_Identifier": "2021SE05SFPR001_23-077-S02",
    "Operation_Name_English": "The bridge",
    "Operation_Name_Programme_Language": "Bron till arbete",
    "Operation_Start_Date": "04/09/2023",
    "Operation_End_Date": "31/08/2026",
    "Cofinancing_Rate": "40.0",
    "Total_Eligible_Expenditure_amount": "337478.4",
    "Total_Eligible_Expenditure_Currency": "EUR",
    "Project_EU_Budget": "134991.36",
    "Beneficiary_Name": "Insjöns kommun",
    "Programming_Period": "2021-2027",
}


def test_a_table_of_kohesio_fills_the_same_columns_and_no_kronor_from_euro(tmp_path):
    (tmp_path / "k.csv").write_text("\n".join(map(",".join, (KOHESIO, KOHESIO.values()))), encoding="utf-8")
    (found,) = read(tmp_path).readings
    told = found.columns()
    assert (told["name"], told["number"], told["owner"]) == ("Bron till arbete", "23-077-S02", "Insjöns kommun")
    assert (told["start"], told["end"], told["total_budget_sek"]) == ("2023-09-04", "2026-08-31", None)
    assert (found.value("total_budget_eur"), found.value("union_rate_percent"), found.programme, found.row) == (
        337478.4,
        40,
        "2021-2027",
        2,
    )


def test_the_two_tables_of_cordis_are_joined_by_the_coordinator(tmp_path):
    (tmp_path / "project.csv").write_text(
        '"id";"acronym";"title";"startDate";"endDate";"totalCost";"ecMaxContribution"\n'
        '"1";"BRO";"Bron";"2022-09-01";"2025-08-31";"2073781,25";"1000000"\n',
        encoding="utf-8",
    )
    (tmp_path / "organization.csv").write_text(
        '"projectID";"organisationID";"name";"role"\n"1";"8";"Andra högskolan";"participant"\n"1";"9";"Insjöns högskola";"coordinator"\n',
        encoding="utf-8",
    )
    (found,) = read(tmp_path).readings
    assert (found.layout, found.value("name"), found.value("owner"), found.value("end")) == (
        "cordis",
        "Bron",
        "Insjöns högskola",
        "2025-08-31",
    )
    assert found.value("total_budget_eur") == 2073781.25


def test_a_table_of_keep_tells_its_lead_partner(tmp_path):
    (tmp_path / "projects.csv").write_text(
        "Period,Programme,Project acronym,Project name in English,Project start,Project end,Project's EU funding,Union co-financing rate\n"
        "2014-2020,North,BRO,The bridge,2019-01-01,N.a.,1879493.6,80%\n",
        encoding="utf-8",
    )
    (tmp_path / "partners.csv").write_text(
        "Programme,Project acronym,Organisation in English,Lead partner\nNorth,BRO,Other,No\nNorth,BRO,Insjön municipality,Yes\n",
        encoding="utf-8",
    )
    (found,) = read(tmp_path).readings
    assert (found.layout, found.value("owner"), found.value("end"), found.value("start")) == (
        "keep",
        "Insjön municipality",
        None,
        "2019-01-01",
    )


# The headings of files as they are handed out, in their order: Kohesio's export, ESF-rådet's list of operations, CORDIS' two tables.
KOHESIO_EXPORT = (
    *("Operation_Unique_Identifier", "Operation_Local_Identifier", "Operation_Name_English", "Operation_Name_Programme_Language"),
    *("Operation_Summary_English", "Operation_Summary_Programme_Language", "Country", "CountryCode", "Operation_Start_Date"),
    *("Operation_End_Date", "Cofinancing_Rate", "Total_Eligible_Expenditure_amount", "Total_Eligible_Expenditure_Currency"),
    *("Project_EU_Budget", "Beneficiary_Unique_Identifier", "Beneficiary_Name", "Beneficiary_Local_Identifier", "Fund_Code", "Fund_Name"),
    *("Programme_Name", "Category_Label", "Specific_Objective_Label", "Policy_Objective_Label", "Location_Indicator_latitude_longitude"),
    *("NUTS1_Label", "NUTS2_Label", "NUTS3_Label", "NUTS1_Code", "NUTS2_Code", "NUTS3_Code", "LAU_Labels", "Programming_Period"),
)
ESF_LIST = {
    "Diarienummer / Operation ID": "25-031-S02",
    "Stödmottagare / Beneficiary": "INSJÖNS KOMMUN",
    "Projektägare organisationsnummer / Beneficiary ID": "2120003005",
    "Projektägare ort / Beneficiary city": "INSJÖN",
    "Stödmottagarens land / Beneficiary country": "Sverige",
    "Namn på insatsen / Operation Name": "Bron till arbete",
    "Total projektbudget / Total budget SEK": "4 973 906",
    "Unionens medfinansieringsgrad / Union co-financing rate": "90%",
    "EU-stöd i SEK / EU contribution SEK": "",
    "Sammanfattning / Summary": "<p>Kontakt: bron@example.se</p>",
    "Startdatum / Start date": "2026-09-04",
    "Slutdatum / End date": "2028-03-31",
    "EU-fond / EU fund": "ESF+",
    "Program CCI / Program CCI": "2021SE05SFPR",
}
CORDIS_PROJECT = (
    *("id", "acronym", "status", "title", "startDate", "endDate", "totalCost", "ecMaxContribution", "topics", "ecSignatureDate"),
    *("frameworkProgramme", "masterCall", "subCall", "fundingScheme", "nature", "objective", "contentUpdateDate", "rcn", "grantDoi"),
    *("keywords", "Human-validated", "legalBasis"),
)
CORDIS_ORGANIZATION = (
    *("projectID", "projectAcronym", "organisationID", "vatNumber", "name", "shortName", "SME", "activityType", "street", "postCode"),
    *("city", "country", "nutsCode", "geolocation", "organizationURL", "contactForm", "contentUpdateDate", "rcn", "order", "role"),
    *("ecContribution", "netEcContribution", "totalCost", "endOfParticipation", "active"),
)


def written(file, headings, *rows, separator=","):
    lines = [headings, *([row.get(heading, "") for heading in headings] for row in rows)]
    text = "\r\n".join(separator.join(f'"{cell}"' for cell in line) for line in lines)
    file.write_text(f"\ufeff{text}\r\n", encoding="utf-8")


def test_an_export_of_kohesio_with_all_its_headings(tmp_path):
    row = KOHESIO | {"NUTS2_Label": "Västsverige", "Category_Label": "Stöd", "Specific_Objective_Label": "ESO4.7"}
    written(tmp_path / "latest_SE.csv", KOHESIO_EXPORT, row)
    (found,) = read(tmp_path).readings
    told = found.columns()
    assert (told["region"], told["intervention"], told["specific_objective"], told["number"]) == (
        "Västsverige",
        "Stöd",
        "ESO4.7",
        "23-077-S02",
    )


def test_the_list_of_esf_radet_fills_the_columns_in_kronor(tmp_path):
    written(tmp_path / "lista.csv", ESF_LIST, ESF_LIST, separator=";")
    (found,) = read(tmp_path).readings
    told = found.columns()
    assert (told["name"], told["number"], told["owner"], told["owner_raw"]) == (
        *("Bron till arbete", "25-031-S02", "Insjöns kommun", "INSJÖNS KOMMUN"),
    )
    assert (told["start"], told["end"], told["total_budget_sek"], told["esf_support_sek"]) == ("2026-09-04", "2028-03-31", 4973906, None)
    assert (found.value("union_rate_percent"), found.programme, found.dropped) == (90, "2021-2027", {"email": 1})


def test_tables_of_cordis_with_all_their_headings_and_an_objective_that_breaks_its_row(tmp_path):
    row = {
        "id": "101",
        "title": "Bron",
        "acronym": "BRO",
        "startDate": "2022-09-01",
        "totalCost": "1.234.567,5",
        "legalBasis": "HORIZON.2.5",
    }
    row |= {"objective": '"The action ""X"" goes on\r\nin a new; line"', "ecMaxContribution": "1000000"}
    written(tmp_path / "project.csv", CORDIS_PROJECT, row, {**row, "id": "102", "title": "Stegen", "objective": ""}, separator=";")
    org = {"projectID": "101", "organisationID": "9", "name": "Insjöns högskola", "role": "coordinator"}
    written(tmp_path / "organization.csv", CORDIS_ORGANIZATION, org, separator=";")
    told = [
        (each.value("number"), each.value("name"), each.value("owner"), each.value("total_budget_eur")) for each in read(tmp_path).readings
    ]
    assert told == [("101", "Bron", "Insjöns högskola", 1234567.5), ("102", "Stegen", None, 1234567.5)]


@pytest.mark.parametrize(("library", "file", "data"), [("lxml", "a.html", b"<p>Namn</p>"), ("pypdfium2", "a.pdf", b"%PDF-1.4")])
def test_a_library_that_is_missing_is_named_with_what_installs_it(library, file, data, tmp_path, monkeypatch):
    (tmp_path / file).write_bytes(data)
    monkeypatch.setitem(sys.modules, library, None)
    ((_, sentence),) = read(tmp_path).refused
    assert library in sentence
    assert 'pip install "actormap[pages]"' in sentence


def test_municipalities_of_running_text_are_no_label_that_was_recognised(tmp_path):
    path = tmp_path / "page.txt"
    path.write_text("Ett projekt\n\nPågår\n2022\n\nProjektet genomförs i Ale och Kungälv.\n", encoding="utf-8")
    found = collection.read([path])
    assert found.readings[0].value("municipalities") == "Ale|Kungälv"
    assert found.refused[0][1].endswith("Recognised were Pågår (line 4).")
