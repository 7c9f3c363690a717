"""Claims about the tables of a document as a workbook, read back."""

from __future__ import annotations

import io
import zipfile

from openpyxl import load_workbook

from actormap.output.document import writers
from actormap.output.document.blocks import DataTable, Paragraph, TableCell
from actormap.output.document.inline import line
from actormap.output.document.publication import Publication
from tests.output.document import publications


def book(publication):
    return load_workbook(io.BytesIO(writers.write(publication, "xlsx")))


def document(*captions):
    tables = (DataTable(caption, ("Name",), ((TableCell(line("A")),),)) for caption in captions)
    return Publication("A network", "en", "2026-11-30", (Paragraph(line("x")), *tables))


def test_numbers_are_numbers_and_the_others_are_words():
    sheet = book(publications.every_block()).worksheets[1]
    assert [[cell.value for cell in row] for row in sheet.rows] == [
        ["Kommun", "Nätverk", "Roll", "Andel"],
        ["Partille", 12, "Värd för två", 0.48],
        ["Mölndal", 9, "Deltar", 0.36],
        ["Härryda", 1234.5, None, "–"],
    ]


def test_the_first_sheet_says_which_tables_there_are_and_leads_to_them():
    found = book(publications.every_block())
    first = found.worksheets[0]
    assert [cell.value for cell in first["A"]][:2] == ["Vilka möts kring unga utanför skolan?", "Göteborgsregionen · 2026-11-30"]
    assert [first["A5"].value, first["B5"].value] == [found.sheetnames[1], "Tabell 1. Kommuner och hur många nätverk de deltar i"]
    assert first["A5"].hyperlink.location == f"'{found.sheetnames[1]}'!A1"


def test_sheets_of_one_caption_or_of_a_long_one_have_names_of_their_own_that_excel_takes():
    names = book(document("Same", "Same", "a/b: [c]? *d*", "x" * 60, "It's")).sheetnames
    assert names == ["Contents", "1 Same", "2 Same", "3 a b   c    d", f"4 {'x' * 29}", "5 It's"]


def test_a_document_without_tables_is_a_workbook_that_says_so():
    assert book(document()).sheetnames == ["Contents"]


def test_nobody_made_it_but_the_publisher():
    about = zipfile.ZipFile(io.BytesIO(writers.write(document(), "xlsx"))).read("docProps/core.xml")
    assert b"creator" not in about
    assert book(publications.every_block()).properties.creator == "Göteborgsregionen"
