"""A workbook is read by what its cells hold, and what is wrong with a sheet is told as it is for a file."""

import datetime as dt
import io
import re
import zipfile

import pytest
from openpyxl import Workbook

from actormap import xlsx
from actormap.errors import InputError
from actormap.i18n import Texts
from actormap.workspace import read
from actormap.workspace.problems import Findings
from actormap.workspace.reading import xlsx_file

SHEETS = {
    "actors": [["id", "name", "kind"], ["gr", "Göteborgsregionen", "regional_federation"]],
    "projects": [["id", "name", "kind"], ["plug-in", "Plug In", "project"]],
    "relationships": [["source", "type", "target"], ["gr", "owns", "plug-in"]],
}


@pytest.fixture
def book(tmp_path):
    """Return a function that saves a workbook with some of its sheets replaced, and returns its path."""

    def make(formats=None, **sheets):
        workbook = Workbook()
        workbook.remove(workbook.worksheets[0])
        for title, rows in {**SHEETS, **sheets}.items():
            sheet = workbook.create_sheet(title)
            for row in rows:
                sheet.append(row)
            for cell, number_format in (formats or {}).get(title, {}).items():
                sheet[cell].number_format = number_format
        workbook.save(tmp_path / "karta.xlsx")
        return tmp_path / "karta.xlsx"

    return make


def keys(workspace):
    return [(problem.file, problem.row, problem.column, problem.key) for problem in workspace.problems]


def test_a_workbook_reads_like_a_folder(book, tmp_path):
    workspace = read(book())
    assert workspace.problems == ()
    assert workspace.title == "karta"
    assert workspace.base == tmp_path
    assert [name for name, _ in workspace.files] == ["karta.xlsx"]
    assert [tie.type for tie in workspace.snapshot.relationships] == ["owns"]


def test_a_large_sheet_tells_how_many_of_its_rows_are_read(book):
    said = []
    read(book(documents=[["id", "title"], *([f"d{n}", f"D{n}"] for n in range(4_100))]), lambda *so_far: said.append(so_far))
    assert said[:2] == [(2_000, 2 * 4_101), (4_000, 2 * 4_101)]


def test_settings_lie_beside_a_workbook_under_its_name_or_their_own(book, tmp_path):
    path = book()
    (tmp_path / "actormap.toml").write_text('title = "Båda"', encoding="utf-8")
    assert read(path).title == "Båda"
    (tmp_path / "karta.toml").write_text('title = "Egen"', encoding="utf-8")
    workspace = read(path)
    assert workspace.title == "Egen"
    assert [name for name, _ in workspace.files] == ["karta.toml", "karta.xlsx"]


def test_a_folder_with_one_workbook_and_no_tables_is_that_workbook(book, tmp_path):
    path = book()
    (tmp_path / "~$karta.xlsx").write_bytes(b"what Excel leaves while the file is open")
    assert read(tmp_path).snapshot == read(path).snapshot
    (tmp_path / "annan.xlsx").write_bytes(path.read_bytes())
    with pytest.raises(InputError, match="several workbooks"):
        read(tmp_path)


def test_numbers_dates_and_percentages_are_read_as_they_are_shown(book):
    day = dt.datetime(2014, 6, 1)  # noqa: DTZ001  (a workbook knows no time zone)
    path = book(
        formats={
            "projects": {"D2": "yyyy\\-mm", "E2": "yyyy-mm-dd", "F2": "0%", "D3": "[$-41D]mmm\\-yy;@", "E3": "General", "F3": "0"},
            "relationships": {"D2": "yyyy-mm-dd hh:mm", "F2": "0 %"},
        },
        municipalities=[
            ["id", "name", "code", "population"],
            ["upplands", "Upplands Väsby", 114, 48000.0],
            ["ale", "Ale", "1440", "32 446"],
        ],
        projects=[
            ["id", "name", "kind", "start", "end", "union_rate_percent", "total_budget_sek", "number"],
            ["plug-in", "Plug In", "project", day, dt.date(2015, 6, 30), 0.5, 1497352.0, 2019],
            ["invux", "InVux", "project", day, 42185, 46.98, "1 497 352,50 kr", 1.5],
        ],
        relationships=[
            ["source", "type", "target", "valid_from", "valid_to", "confidence", "level"],
            ["gr", "owns", "plug-in", day, 2015, 0.3, 4.0],
        ],
    )
    workspace = read(path)
    assert workspace.problems == ()
    found = workspace.snapshot.by_id
    assert (found["upplands"].code, found["upplands"].population, found["ale"].population) == ("0114", 48000, 32446)
    plug_in, invux = found["plug-in"], found["invux"]
    assert (plug_in.start, plug_in.end, plug_in.union_rate_percent, plug_in.total_budget_sek, plug_in.number) == (
        "2014-06", "2015-06-30", 50, 1497352, "2019",
    )  # fmt: skip
    assert (invux.start, invux.end, invux.union_rate_percent, invux.total_budget_sek, invux.number) == (
        "2014-06", "2015-06-30", 46.98, 1497352.5, "1.5",
    )  # fmt: skip
    tie = workspace.snapshot.relationships[0]
    assert (tie.valid_from, tie.valid_to, tie.confidence, tie.evidence[0].level) == ("2014-06-01", "2015", 0.3, 4)


def test_rows_are_numbered_as_excel_numbers_them(book):
    workspace = read(
        book(relationships=[["source", "type", "target"], [], ["gr", "owns", "plug-in"], [], [], ["grr", "owns", "plug-in"], [None, "  "]])
    )
    assert keys(workspace) == [("karta.xlsx [relationships]", 6, "source", "unknown_id")]


def test_errors_of_excel_and_formulas_without_a_value_are_told(book):
    path = book(actors=[["id", "name", "kind", "note"], ["gr", "#REF!", "regional_federation", "#N/A"], ["b", "=A2", "school", None]])
    assert keys(read(path)) == [
        ("karta.xlsx [actors]", 2, "name", "error_cell"),
        ("karta.xlsx [actors]", 2, "note", "error_cell"),
        ("karta.xlsx [actors]", 3, "name", "uncalculated"),
    ]


def test_formulas_are_read_by_their_values(book):
    path = book(actors=[["id", "name", "kind"], ["gr", '="Göteborgs"&"regionen"', "regional_federation"], ["x", "X", "school"]])
    changed = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                assert b'<c r="B2"><f>' in data
                data = data.replace(b'<c r="B2"><f>', b'<c r="B2" t="str"><f>').replace(b"<v></v>", b"<v>G\xc3\xb6teborgsregionen</v>")
                data = data.replace(b"<v />", b"<v>G\xc3\xb6teborgsregionen</v>").replace(b"<v/>", b"<v>G\xc3\xb6teborgsregionen</v>")
            target.writestr(name, data)
    path.write_bytes(changed.getvalue())
    workspace = read(path)
    assert workspace.problems == ()
    assert workspace.snapshot.by_id["gr"].name == "Göteborgsregionen"


@pytest.mark.parametrize(("value", "told"), [(b"", ["uncalculated"]), (b"<v></v>", []), (b"<v/>", [])])
def test_a_formula_of_text_is_a_hole_without_a_value_and_empty_with_an_empty_one(value, told, book):
    path = book(actors=[["id", "name", "kind", "region"], ["gr", "GR", "regional_federation", '=""']])
    changed = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            if name == "xl/worksheets/sheet1.xml":
                data, times = re.subn(rb'<c r="D2"(><f>.*?</f>)<v ?/?>(?:</v>)?', rb'<c r="D2" t="str"\1' + value, data)
                assert times == 1
            target.writestr(name, data)
    path.write_bytes(changed.getvalue())
    assert [problem.key for problem in read(path).problems] == told


def test_a_locator_that_excel_made_a_date_of_is_told(book):
    path = book(relationships=[["source", "type", "target", "locator"], ["gr", "owns", "plug-in", dt.date(2024, 4, 3)]])
    assert [(problem.severity, problem.key) for problem in read(path).problems] == [("warning", "date_in_text")]


def test_a_sheet_with_nearly_the_name_of_a_table_is_told_and_others_are_passed_over(book):
    workspace = read(book(Network=[["id"]], Lathund=[["vad som helst"]]))
    assert keys(workspace) == [("karta.xlsx [Network]", None, None, "sheet_not_read")]
    assert workspace.problems[0].suggestion == "networks"


def test_sheets_that_are_needed_and_missing_are_told(book):
    path = book(relationships=[])
    assert [problem.meant(Texts.load("sv")) for problem in read(path).errors] == ["Bladet relationships saknas."]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "is empty"),
        (b"not a workbook at all", "damaged"),
        (b"PK\x03\x04 cut off", "damaged"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le"), "password"),
    ],
)
def test_a_file_that_only_calls_itself_a_workbook_is_refused_in_one_sentence(tmp_path, data, said):
    path = tmp_path / "karta.xlsx"
    path.write_bytes(data)
    with pytest.raises(InputError, match=said) as raised:
        read(path)
    assert raised.value.hint


def test_a_workbook_with_a_damaged_sheet_is_refused_in_one_sentence(book):
    path = book()
    changed = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(changed, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name)[:-200] if name.startswith("xl/worksheets/") else source.read(name))
    path.write_bytes(changed.getvalue())
    with pytest.raises(InputError, match="cannot be read as an Excel workbook"):
        read(path)


def test_a_workbook_that_unpacks_to_more_than_can_be_read_is_refused(book, monkeypatch):
    path = book()
    monkeypatch.setattr(xlsx, "LARGEST_UNPACKED", 1000)
    with pytest.raises(InputError) as raised:
        read(path)
    assert str(raised.value) == (
        "karta.xlsx unpacks to more than 400 MB, which is more than a workbook of tables holds. "
        "Save each sheet as CSV UTF-8 in a folder and give that."
    )


def test_rows_are_counted_as_they_are_read(book):
    told = []
    path = book(actors=[["id", "name", "kind"], *([f"a{n}", f"A {n}", "school"] for n in range(4_100))])
    xlsx_file.opened(
        "karta.xlsx", path.read_bytes(), Findings(), lambda _: {"actors": "karta"}, lambda done, total: told.append((done, total))
    )
    assert told == [(2_000, 4_101), (4_000, 4_101)]
