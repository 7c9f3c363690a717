"""A workbook is read as it is meant: merged cells filled, hidden and struck-out ones told, and whatever program wrote it."""

import io
import zipfile

import pytest
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from actormap.errors import InputError
from actormap.workspace import read
from actormap.workspace.editing import edit
from actormap.workspace.problems import Findings
from actormap.workspace.reading import grid, xlsx_parts
from actormap.workspace.reading.xlsx_parts import SheetLayout

ACTORS = [
    ["id", "name", "kind", "region"],
    ["gr", "GR", "region", "Norr"],
    ["skolan", "Skolan", "school", None],
    ["vux", "Vux", "school", None],
]


@pytest.fixture
def book(tmp_path):
    """Return a function that saves a workbook whose sheet of actors was changed, and returns its path."""

    def make(change=lambda _: None, title="actors"):
        workbook = Workbook()
        sheet = workbook.active
        sheet.title = title
        for row in ACTORS:
            sheet.append(row)
        ties = workbook.create_sheet("relationships")
        ties.append(["source", "type", "target"])
        ties.append(["skolan", "part_of", "gr"])
        change(sheet)
        workbook.save(tmp_path / "karta.xlsx")
        return tmp_path / "karta.xlsx"

    return make


def told(found):
    return [(problem.key, problem.found) for problem in found.problems]


def regions(found):
    return {actor.id: actor.region for actor in found.snapshot.actors}


def merge(ref):
    return lambda sheet: sheet.merge_cells(ref)


@pytest.mark.parametrize(
    ("ref", "filled", "rows"), [("D2:D3", {"skolan"}, "3"), ("D2:D4", {"skolan", "vux"}, "3-4"), ("D2:E4", {"skolan", "vux"}, "3-4")]
)
def test_a_merged_cell_fills_what_it_covers_downwards(book, ref, filled, rows):
    found = read(book(merge(ref)))
    assert regions(found) == {"gr": "Norr"} | {name: "Norr" if name in filled else None for name in ("skolan", "vux")}
    assert told(found) == [("merged_cells", rows)]


def test_a_cell_merged_across_fills_nothing(book):
    assert told(read(book(merge("D3:F3")))) == []


def hide(*rows, columns=()):
    def change(sheet):
        for row in rows:
            sheet.row_dimensions[row].hidden = True
        for column in columns:
            sheet.column_dimensions[column].hidden = True

    return change


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (hide(3), [("hidden_rows", "3")]),
        (hide(2, 3, 9), [("hidden_rows", "2-3")]),
        (hide(columns=["C"]), [("hidden_columns", "kind")]),
        (hide(columns=["D"]), [("hidden_columns", "region")]),
        (hide(columns=["J"]), []),
    ],
)
def test_what_is_hidden_is_read_and_told_once(book, change, expected):
    found = read(book(change))
    assert told(found) == expected
    assert len(found.snapshot.actors) == 3


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (b'<row r="3"', b'<row r="3" ht="0" customHeight="1"', [("hidden_rows", "3")]),
        (b"<sheetData>", b'<cols><col min="4" max="4" width="0" customWidth="1"/></cols><sheetData>', [("hidden_columns", "region")]),
        (b'<row r="3"', b'<row r="3" ht="0.75"', []),
    ],
)
def test_a_height_or_width_of_nought_hides_as_well(book, before, after, expected):
    path = book()
    with zipfile.ZipFile(path) as source:
        parts = {name: source.read(name) for name in source.namelist()}
    parts["xl/worksheets/sheet1.xml"] = parts["xl/worksheets/sheet1.xml"].replace(before, after, 1)
    with zipfile.ZipFile(path, "w") as target:
        for name, part in parts.items():
            target.writestr(name, part)
    assert told(read(path)) == expected


def test_a_hidden_sheet_is_told(book):
    def change(sheet):
        sheet.sheet_state = "hidden"
        sheet.parent.active = 1

    assert told(read(book(change))) == [("hidden_sheet", "actors")]


def test_a_row_that_is_struck_out_is_told(book):
    def change(sheet):
        sheet["B3"].font = Font(strike=True)
        sheet["B4"].font = Font(bold=True)

    assert told(read(book(change))) == [("struck_out", "3")]


def test_a_row_of_which_some_letters_are_struck_out_is_told(book):
    def change(sheet):
        sheet["B3"] = CellRichText("Skolan ", TextBlock(InlineFont(strike=True), "i Hamnbyn"))
        sheet["B4"] = CellRichText("Vux ", TextBlock(InlineFont(b=True), "i väst"))

    found = read(book(change))
    assert told(found) == [("struck_out", "3")]
    assert {actor.name for actor in found.snapshot.actors} == {"GR", "Skolan i Hamnbyn", "Vux i väst"}


def test_struck_out_letters_are_found_among_shared_texts():
    shared = b"<sst><si><t>a</t></si><si/><si><r><rPr><strike/></rPr><t>b</t></r></si></sst>"
    sheet = b'<c r="A1" t="s"><v>1</v></c><c r="B7" s="2" t="s"><v>2</v></c><c r="C8"><v>2</v></c>'
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("xl/sharedStrings.xml", shared)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    assert xlsx_parts.struck_in_part(raw.getvalue(), "/xl/worksheets/sheet1.xml") == {7}


def test_sheets_are_known_by_their_swedish_names_and_changed_under_them(book):
    path = book(title="Aktörer")
    assert read(path).problems == ()
    assert [row["id"] for _, row in edit.begin(path).table("actors").rows()] == ["gr", "skolan", "vux"]


def parts(path, change):
    """Write a workbook's parts anew, each as a function gives it."""
    raw = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(raw, "w") as target:
        for name in source.namelist():
            target.writestr(name, change(name, source.read(name)))
    path.write_bytes(raw.getvalue())
    return path


def strict(_, data):
    for strict_one, usual in xlsx_parts._TRANSITIONAL:
        data = data.replace(usual, strict_one)
    return data


def test_a_strict_workbook_is_read_and_changed(book):
    path = parts(book(), strict)
    assert read(path).problems == ()
    assert [row["id"] for _, row in edit.begin(path).table("actors").rows()] == ["gr", "skolan", "vux"]


@pytest.mark.parametrize("element", ["<f>1+1</f>", "<x:f>1+1</x:f>", "<s:f t='shared' si='0'/>", "<f/>"])
def test_a_formula_is_seen_whatever_its_prefix(element):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("xl/worksheets/blad.xml", f"<c>{element}<v></v></c>")
    assert xlsx_parts.has_formulas(raw.getvalue())


def test_an_element_that_begins_with_the_same_letter_is_no_formula():
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w") as archive:
        archive.writestr("xl/worksheets/sheet1.xml", "<font/><x:fill/><filter>")
    assert not xlsx_parts.has_formulas(raw.getvalue())


def test_a_merged_cell_that_is_empty_fills_nothing_and_a_row_of_its_own_stays():
    lines = [(2, [None, "a"]), (3, [None, "b"]), (4, ["x", "c"])]
    findings = Findings()
    read_as = list(grid.filled(lines, SheetLayout(merged=((1, 2, 4),)), "f", findings))
    assert read_as == lines
    assert findings.in_order() == ()


@pytest.mark.parametrize(("numbers", "written"), [([3], "3"), ([3, 4, 5], "3-5"), ([2, 4, 5, 9], "2, 4-5, 9")])
def test_rows_are_written_as_spans(numbers, written):
    assert grid.spans(numbers) == written


def test_an_opendocument_workbook_is_not_changed(tmp_path):
    (tmp_path / "karta.ods").write_bytes(b"PK")
    with pytest.raises(InputError, match="not changed"):
        edit.begin(tmp_path / "karta.ods").table("actors")
