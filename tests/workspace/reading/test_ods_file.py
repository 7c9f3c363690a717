"""A workbook of LibreOffice is read like one of Excel: what its cells hold, and what only their format says."""

import io
import zipfile

import pytest

from actormap.errors import InputError
from actormap.workspace import choice_sheet, read
from actormap.workspace.problems import Findings

NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
)
STYLES = (
    '<office:automatic-styles><style:style style:name="struck" style:family="table-cell">'
    '<style:text-properties style:text-line-through-style="solid"/></style:style>'
    '<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style>'
    "</office:automatic-styles>"
)
EDGE = '<table:table-cell table:number-columns-repeated="16380"/>'
REST = f'<table:table-row table:number-rows-repeated="1048570">{EDGE}</table:table-row>'


def text(*words, more=""):
    return "".join(f'<table:table-cell {more} office:value-type="string"><text:p>{word}</text:p></table:table-cell>' for word in words)


def number(value, shown, kind="float", more=""):
    return f'<table:table-cell office:value-type="{kind}" office:value="{value}" {more}><text:p>{shown}</text:p></table:table-cell>'


def date(value, shown):
    return f'<table:table-cell office:value-type="date" office:date-value="{value}"><text:p>{shown}</text:p></table:table-cell>'


def row(*cells, more=""):
    return f"<table:table-row {more}>{''.join(cells)}{EDGE}</table:table-row>"


SHEETS = {
    "actors": [row(text("id", "name", "kind", "region")), row(text("gr", "Göteborgs<text:s/>region", "region", "Norr"))],
    "projects": [row(text("id", "name", "kind", "start", "end", "total_budget_sek")), row(text("p", "P", "project"))],
    "relationships": [row(text("source", "type", "target")), row(text("gr", "owns", "p"))],
}


@pytest.fixture
def book(tmp_path):
    """Return a function that writes an OpenDocument workbook with some of its sheets replaced, and returns its path."""

    def make(**sheets):
        tables = "".join(
            f'<table:table table:name="{name}">{"".join(rows)}{REST}</table:table>' for name, rows in {**SHEETS, **sheets}.items()
        )
        body = f"<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        raw = io.BytesIO()
        with zipfile.ZipFile(raw, "w") as archive:
            archive.writestr("content.xml", f"<office:document-content {NAMES}>{STYLES}{body}</office:document-content>")
        (tmp_path / "karta.ods").write_bytes(raw.getvalue())
        return tmp_path / "karta.ods"

    return make


def told(found):
    return [(problem.place().partition("] ")[2] or problem.place(), problem.key, problem.suggestion) for problem in found.problems]


def project(*cells):
    return [SHEETS["projects"][0], row(text("p", "P", "project"), *cells)]


def test_a_workbook_reads_like_a_folder(book, tmp_path):
    found = read(book())
    assert found.problems == ()
    assert [actor.name for actor in found.snapshot.actors] == ["Göteborgs region"]
    assert read(tmp_path).snapshot == found.snapshot


def test_a_row_has_the_number_that_the_program_shows_whatever_is_repeated_above_it(book):
    empty = f'<table:table-row table:number-rows-repeated="3">{EDGE}</table:table-row>'
    alike = row(text("gr", "GR", "region"), more='table:number-rows-repeated="2"')
    found = read(book(actors=[SHEETS["actors"][0], empty, alike, row(text("x", "X", "nonsense"))]))
    assert [(each.key, each.row) for each in found.problems if each.row] == [("double_row", 6), ("unknown_kind", 7)]


def test_a_large_sheet_tells_how_many_of_its_rows_are_read(book):
    said = []
    lines = [row(text("id", "title")), *(row(text(f"d{n}", f"D{n}")) for n in range(2_100))]
    read(book(documents=lines), lambda *so_far: said.append(so_far))
    assert said[0] == (2_000, 2 * 2_102)


def test_dates_numbers_and_percentages_are_read_as_they_are_shown(book):
    cells = (date("2014-06-01", "2014-06"), date("2015-06-30T00:00:00", "2015-06-30"), number(1500000, "1 500 000 kr", "currency"))
    (read_project,) = read(book(projects=project(*cells))).snapshot.projects
    assert (read_project.start, read_project.end, read_project.total_budget_sek) == ("2014-06", "2015-06-30", 1500000)


@pytest.mark.parametrize(
    ("cell", "key", "suggestion"),
    [
        (number(1497, "1 497 tkr"), "unit_scaled", "1497000"),
        (number(1.5, "1,5 mkr"), "unit_scaled", "1500000"),
        (number(1497, "1 497 €", "currency", 'office:currency="EUR"'), "unit_foreign", None),
        ('<table:table-cell table:formula="of:=1+1"/>', "uncalculated", None),
        (
            number(0, "#DIV/0!", more='calcext:value-type="error"'),
            "error_cell",
            None,
        ),
    ],
)
def test_what_only_a_format_or_a_formula_says_is_told(book, cell, key, suggestion):
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    found = read(book(projects=project(empty, cell)))
    assert [(each.column, each.key, each.suggestion) for each in found.problems][:1] == [("total_budget_sek", key, suggestion)]


def test_a_format_that_divides_before_it_writes_tkr_is_right(book):
    empty = '<table:table-cell table:number-columns-repeated="2"/>'
    found = read(book(projects=project(empty, number(1497000, "1 497 tkr"))))
    assert (found.problems, found.snapshot.projects[0].total_budget_sek) == ((), 1497000)


def test_leading_zeros_of_the_format_are_part_of_an_id(book):
    actors = [SHEETS["actors"][0], row(number(7, "007"), text("Sju", "region"))]
    assert read(book(actors=actors, relationships=[SHEETS["relationships"][0], row(text("007", "owns", "p"))])).problems == ()


def test_a_hidden_sheet_and_letters_struck_out_within_a_cell_are_told(book):
    actors = [SHEETS["actors"][0], row(text("gr", 'GR <text:span text:style-name="struck">gamla</text:span>', "region"))]
    path = book(actors=actors)
    with zipfile.ZipFile(path) as archive:
        xml = archive.read("content.xml").decode()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", xml.replace('table:name="actors"', 'table:name="actors" table:style-name="unseen"'))
    assert sorted(key for _, key, _ in told(read(path))) == ["hidden_sheet", "struck_out"]


def test_merged_hidden_and_struck_out_cells_are_told(book):
    covered = "<table:covered-table-cell/>"
    actors = [
        SHEETS["actors"][0],
        row(text("gr", "GR", "region"), text("Norr", more='table:number-rows-spanned="2"')),
        row(text("skolan", "Skolan", "school"), covered, more='table:visibility="filter"'),
        row(text("vux", more='table:style-name="struck"'), text("Vux", "school")),
    ]
    found = read(book(actors=actors))
    assert sorted(key for _, key, _ in told(found)) == ["hidden_rows", "merged_cells", "struck_out"]
    assert {actor.id: actor.region for actor in found.snapshot.actors} == {"gr": "Norr", "skolan": "Norr", "vux": None}


@pytest.mark.parametrize(("data", "said"), [(b"", "is empty"), (b"PK\x03\x04", "OpenDocument"), (b"no workbook", "OpenDocument")])
def test_what_is_no_workbook_is_refused_in_a_sentence(tmp_path, data, said):
    (tmp_path / "karta.ods").write_bytes(data)
    with pytest.raises(InputError, match=said):
        read(tmp_path / "karta.ods")


def test_a_workbook_that_declares_entities_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "karta.ods", "w") as archive:
        archive.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>')
    with pytest.raises(InputError, match="OpenDocument"):
        read(tmp_path / "karta.ods")


def test_a_protected_workbook_is_told_to_be_one(tmp_path):
    with zipfile.ZipFile(tmp_path / "karta.ods", "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
        archive.writestr("content.xml", "")
    with pytest.raises(InputError, match="password"):
        read(tmp_path / "karta.ods")


@pytest.mark.parametrize("suffix", [".ods", ".xlsx"])
def test_a_sheet_that_was_filled_in_in_libreoffice_comes_back_whatever_it_is_called(book, suffix):
    file = book(identity=[row(text("a", "b", "verdict")), row(text("gr", "gr2", "samma"))])
    named = file.rename(file.with_suffix(suffix))
    sheet = choice_sheet.read(named, choice_sheet.opened(named), "identity", ("a", "b"), Findings())
    assert [tuple(cells) for _, cells in sheet.lines] == [("a", "b", "verdict"), ("gr", "gr2", "samma")]
