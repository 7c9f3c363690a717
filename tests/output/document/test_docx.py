"""Claims about documents for Word, read back by a library that did not write them."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from actormap import files
from actormap.errors import InputError
from actormap.output.document import typst, writers
from actormap.output.document.blocks import Bullets, DataTable, KeyFigure, KeyFigures, PageBreak, Paragraph, SectionHeading, TableCell
from actormap.output.document.inline import line
from actormap.output.document.publication import Publication
from actormap.output.document.style import DocumentStyle
from tests.output.document import publications

PLAIN = Publication(
    "En titel",
    "sv",
    "2026-11-30",
    (
        SectionHeading(1, "Del"),
        Bullets((line("ett"), line("två")), ordered=True),
        Paragraph(line("text")),
        Bullets((line("ett"),), ordered=True),
        Bullets((line("a"),)),
        DataTable("T", ("A", "n"), ((TableCell(line("x")), TableCell(line("1"), 1)),)),
    ),
)


def written(publication, style=None):
    return writers.write(publication, "docx", style)


def opened(data):
    return docx.Document(io.BytesIO(data))


def parts(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def every():
    return opened(written(publications.every_block()))


def own_template(edit=lambda _: None):
    """Return the template of another house, as Word would save it, with a secret in everything that is no looks."""
    made = docx.Document()
    made.core_properties.author = "secret"
    made.add_paragraph("secret")
    made.sections[0].footer.paragraphs[0].text = "Kommunens sidfot"
    made.sections[0].left_margin = made.sections[0].right_margin = docx.shared.Cm(4)
    edit(made)
    whole = io.BytesIO()
    made.save(whole)
    return whole.getvalue()


def test_headings_are_nested_headings_of_word(every):
    styles = [each.style.name for each in every.paragraphs if each.style.name.startswith(("Title", "Heading"))]
    assert styles == ["Title", *(f"Heading {level}" for level in (1, 1, 1, 2, 3, 4, 1, 1, 1, 1))]


def test_every_text_is_in_the_document_in_order():
    body = opened(written(publications.every_block())).element.body
    for mark in body.findall(f".//{qn('w:hyperlink')}"):
        if mark.get(qn("w:anchor"), "").startswith("note_"):
            mark.getparent().remove(mark)
    said = " ".join(each.text or "" for each in body.iter(qn("w:t")))
    squeezed, place = "".join(said.split()), 0
    for words in publications.every_block().words():
        if words != "Två kommuner, Partille och Mölndal, har var sin koppling till nätverket.":
            place = squeezed.find("".join(words.split()), place)
            assert place >= 0, words


def test_a_picture_has_its_words_and_is_there_as_vectors_and_as_points(every):
    (picture,) = every.inline_shapes
    words = "Två kommuner, Partille och Mölndal, har var sin koppling till nätverket."
    assert picture._inline.docPr.get("descr") == words
    named = parts(written(publications.every_block()))
    assert named["word/media/figure-1.svg"].decode() == publications.SVG
    assert named["word/media/figure-1.png"].startswith(b"\x89PNG")
    assert b'svgBlip r:embed="svg_1"' in named["word/document.xml"]
    assert picture.width / picture.height == pytest.approx(640 / 240, abs=0.01)


def test_a_table_has_a_title_a_row_of_headings_that_every_page_repeats_and_no_merged_cells(every):
    table = every.tables[0]
    assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) == "Kommuner och hur många nätverk de deltar i"
    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows] == [True, False, False, False]
    assert not table._tbl.findall(f".//{qn('w:gridSpan')}") + table._tbl.findall(f".//{qn('w:vMerge')}")
    assert [[cell.text for cell in row.cells] for row in table.rows][1] == ["Partille", "12", "Värd för två2", "48 %"]


def test_each_list_of_numbers_begins_with_one():
    numbers = {}
    for each in opened(written(PLAIN)).paragraphs:
        if each.style.name.startswith("List"):
            numbers.setdefault((each.style.name, each._p.pPr.numPr.numId.val), []).append(each.text)
    assert list(numbers.values()) == [["ett", "två"], ["ett"], ["a"]]


def test_links_lead_to_places_that_there_are(every):
    body = every.element.body
    marks = {each.get(qn("w:name")) for each in body.iter(qn("w:bookmarkStart"))}
    led = {each.get(qn("w:anchor")) for each in body.iter(qn("w:hyperlink"))} - {None}
    assert led <= marks
    assert {"note_1", "ref_1_1", "ref_1_2", "heading_1"} <= led
    ids = [each.get(qn("w:id")) for each in body.iter(qn("w:bookmarkStart"))]
    assert len(ids) == len(set(ids))
    outside = [every.part.rels[each.get(qn("r:id"))].target_ref for each in body.iter(qn("w:hyperlink")) if each.get(qn("r:id"))]
    assert outside == ["https://example.org/plan?a=1&b=2"]


def test_the_language_and_the_title_are_said(every):
    assert (every.core_properties.title, every.core_properties.language) == ("Vilka möts kring unga utanför skolan?", "sv-SE")
    assert [each.get(qn("w:val")) for each in every.styles.element.iter(qn("w:lang"))] == ["sv-SE"]


def test_it_says_no_author_but_the_publisher_no_program_no_revision_and_no_other_day_than_the_document_s(every):
    assert every.core_properties.author == "Göteborgsregionen"
    assert every.core_properties.created.isoformat()[:10] == every.core_properties.modified.isoformat()[:10] == "2026-11-30"
    found = parts(written(publications.every_block()))
    assert not [name for name in found if "thumbnail" in name or "app.xml" in name or "comments" in name]
    assert not [name for name, data in found.items() if b"rsid" in data or b"lastModifiedBy" in data]
    assert b"creator" not in parts(written(PLAIN))["docProps/core.xml"]


def test_no_sign_of_a_text_means_anything():
    found = opened(written(publications.hostile()))
    assert found.paragraphs[0].text == found.core_properties.title == publications.HOSTILE
    assert [each for each in found.paragraphs if each.text == "- no list"]


def test_what_follows_a_page_break_begins_a_page_and_nothing_else_does():
    blocks = (PageBreak(), SectionHeading(1, "a"), Paragraph(line("b")), PageBreak(), Bullets((line("c"), line("d"))))
    found = opened(written(Publication("En titel", "sv", "2026-11-30", blocks))).paragraphs
    assert [each.text for each in found if each.paragraph_format.page_break_before] == ["a", "c"]


def test_the_contents_begin_a_page_since_libreoffice_parts_them_from_their_heading_otherwise(every):
    assert [each.text for each in every.paragraphs if each.text and each.style.name == "Heading 1"][1] == "Innehåll"
    assert next(each for each in every.paragraphs if each.text == "Innehåll").paragraph_format.page_break_before


def test_what_follows_a_table_or_key_figures_keeps_its_distance():
    after = (
        PLAIN.blocks[-1],
        Paragraph(line("a")),
        Paragraph(line("b")),
        KeyFigures((KeyFigure("1", "x"),)),
        Bullets((line("c"), line("d"))),
    )
    found = opened(written(Publication("En titel", "sv", "2026-11-30", after))).paragraphs
    assert [each.text for each in found if each.paragraph_format.space_before] == ["a", "1 x", "c"]


def test_a_short_table_stays_on_its_page_and_of_a_long_one_the_first_rows():
    def kept(rows):
        table = DataTable("T", ("A", "n", "B"), ((TableCell(line("x")), TableCell(line("1"), 1), TableCell(line("y"))),) * rows)
        (made,) = opened(written(Publication("En titel", "sv", "2026-11-30", (table,)))).tables
        cells = made.rows[0].cells
        assert [each.paragraphs[0].paragraph_format.left_indent is not None for each in cells] == [False, False, True]
        return [row.cells[0].paragraphs[0].paragraph_format.keep_with_next for row in made.rows]

    assert kept(3) == [True, True, True, None]
    assert kept(30) == [True, True, True, *[None] * 28]


def test_the_file_does_not_say_on_which_system_or_when_it_was_made():
    entries = zipfile.ZipFile(io.BytesIO(written(PLAIN))).infolist()
    assert {(each.create_system, each.date_time) for each in entries} == {(0, (1980, 1, 1, 0, 0, 0))}


def test_letters_that_no_xml_holds_are_left_out():
    assert opened(written(Publication("a\x07b\ufffe", "sv", "2026-11-30", (Paragraph(line("\x00x")),)))).paragraphs[0].text == "ab"


def test_every_part_is_xml_and_has_a_kind():
    for publication in (publications.every_block(), publications.hostile(), PLAIN):
        found = parts(written(publication))
        kinds = etree.fromstring(found["[Content_Types].xml"])
        said = {each.get("PartName") for each in kinds} | {each.get("Extension") for each in kinds}
        for name, data in found.items():
            if name.endswith((".xml", ".rels", ".svg")):
                etree.fromstring(data)
            assert f"/{name}" in said or name.rpartition(".")[2] in said


def test_after_a_table_at_the_end_there_is_a_paragraph_as_word_wants():
    assert [etree.QName(each).localname for each in opened(written(PLAIN)).element.body][-3:] == ["tbl", "p", "sectPr"]


# --- a template of the workspace's own ------------------------------------------------------------------------------------------------


def test_a_template_gives_its_styles_its_paper_and_its_footer():
    def green(made):
        made.styles["Heading 1"].font.color.rgb = docx.shared.RGBColor(0, 90, 0)

    found = opened(written(publications.every_block(), DocumentStyle(template_docx=own_template(green))))
    heading = next(each for each in found.paragraphs if each.style.name == "Heading 1")
    assert str(heading.style.font.color.rgb) == "005A00"
    assert found.sections[0].left_margin.cm == pytest.approx(4, abs=0.01)
    assert found.sections[0].footer.paragraphs[0].text == "Kommunens sidfot"
    assert sum(int(each.get(qn("w:w"))) for each in found.tables[0]._tbl.tblGrid) <= (21.6 - 8) / 2.54 * 1440
    assert {each.get(qn("w:val")) for each in found.styles.element.iter(qn("w:lang"))} == {"sv-SE"}


def test_a_template_gives_the_picture_of_its_header_and_none_of_its_text():
    def pictured(made):
        drawn = typst.png(files.text("output/document/templates/picture.typ"), publications.SVG, 40)
        made.sections[0].header.paragraphs[0].add_run().add_picture(io.BytesIO(drawn))
        made.add_picture(io.BytesIO(typst.png(files.text("output/document/templates/picture.typ"), publications.SVG, 60)))

    template = own_template(pictured)
    assert len([name for name in parts(template) if "media" in name]) == 2
    made = parts(written(PLAIN, DocumentStyle(template_docx=template)))
    assert len([name for name in made if "media" in name]) == 1
    assert b'r:embed="rId1"' in made["word/header1.xml"]


def test_a_template_gives_neither_its_text_nor_its_author():
    found = parts(written(PLAIN, DocumentStyle(template_docx=own_template())))
    assert not [name for name, data in found.items() if b"secret" in data or b"rsid" in data or "thumbnail" in name or "app.xml" in name]
    assert opened(written(PLAIN, DocumentStyle(template_docx=own_template()))).paragraphs[0].text == "En titel"


def test_styles_are_found_by_their_names_whatever_their_ids_are():
    def swedish(made):
        made.styles["Heading 1"].element.set(qn("w:styleId"), "Rubrik1")

    found = opened(written(PLAIN, DocumentStyle(template_docx=own_template(swedish))))
    assert [each.style.style_id for each in found.paragraphs if each.text == "Del"] == ["Rubrik1"]


def test_lists_of_a_template_stay_apart_from_those_of_the_document():
    data = parts(written(PLAIN, DocumentStyle(template_docx=own_template())))["word/numbering.xml"]
    numbering = etree.fromstring(data)
    for tag in ("abstractNum", "num"):
        ids = [each.get(qn(f"w:{tag}Id")) for each in numbering.findall(qn(f"w:{tag}"))]
        assert len(ids) == len(set(ids)) > 2
    assert [etree.QName(each).localname for each in numbering] == sorted(etree.QName(each).localname for each in numbering)


@pytest.mark.parametrize("data", [b"no zip", b"PK\x03\x04", b""], ids=["text", "cut", "empty"])
def test_what_is_no_word_document_is_refused_in_a_sentence(data):
    if data:
        with pytest.raises(InputError, match=r"The template of Word documents is no Word document. Save it in Word as .dotx or .docx."):
            written(PLAIN, DocumentStyle(template_docx=data))


def test_a_template_with_entities_or_without_a_document_is_refused():
    bomb = {**parts(own_template()), "word/_rels/document.xml.rels": b'<!DOCTYPE x [<!ENTITY a "b">]><Relationships/>'}
    bare = {name: data for name, data in parts(own_template()).items() if name != "word/document.xml"}
    for held in (bomb, bare):
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            for name, data in held.items():
                archive.writestr(name, data)
        with pytest.raises(InputError, match="is no Word document"):
            written(PLAIN, DocumentStyle(template_docx=whole.getvalue()))


def test_only_pictures_take_typst(monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "typst", None)
    assert written(PLAIN).startswith(b"PK")
    with pytest.raises(InputError, match="pictures in a Word document, take typst"):
        written(publications.every_block())
