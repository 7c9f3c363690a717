"""Claims about what keeps somebody from reading a document, after people have edited it."""

from __future__ import annotations

import io
import sys
import tomllib

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import RGBColor

from actormap import files
from actormap.errors import InputError
from actormap.i18n import LANGUAGES, Texts
from actormap.output.document import typst, writers
from actormap.output.document.accessibility import pdf
from actormap.output.document.accessibility.check import Barrier, check, told
from tests.output.document import publications

TITLED = '#set document(title: "Titel")\n#set text(lang: "sv")\n'
PAGE = "<html lang='sv'><title>Titel</title><body>{}</body></html>"


@pytest.fixture
def barriers(tmp_path):
    """Return what finds the barriers of a file of some kind, as rule, place and number."""

    def found(data, suffix):
        file = tmp_path / f"file{suffix}"
        file.write_bytes(data if isinstance(data, bytes) else data.encode())
        return [(each.rule, each.place, each.number) for each in check(file)]

    return found


@pytest.fixture
def edited(barriers):
    """Return what finds the barriers of the document that holds every block, after an edit in Word."""

    def found(edit):
        document = docx.Document(io.BytesIO(writers.write(publications.every_block(), "docx")))
        edit(document)
        whole = io.BytesIO()
        document.save(whole)
        return barriers(whole.getvalue(), ".docx")

    return found


@pytest.mark.parametrize("suffix", [".docx", ".html", ".pdf"])
def test_in_what_is_written_nothing_is_found(barriers, suffix):
    assert barriers(writers.write(publications.every_block(), suffix[1:]), suffix) == []


# --- Word -----------------------------------------------------------------------------------------------------------------------------


def styled(document, name):
    return next(each for each in document.paragraphs if each.style.name == name)


def remove(document, tag):
    for each in list(document.element.iter(qn(tag))):
        each.getparent().remove(each)


def without_language(document):
    for each in list(document.styles.element.iter(qn("w:lang"))):
        each.getparent().remove(each)


def bold(document):
    document.add_paragraph().add_run("Nästa steg").bold = True


def pale(document):
    document.add_paragraph("x").runs[0].font.color.rgb = RGBColor(0xAA, 0xAA, 0xAA)


def pale_on_its_own(document):
    cell = document.tables[0].rows[1].cells[0]
    cell._tc.get_or_add_tcPr().append(docx.oxml.parse_xml(f'<w:shd {docx.oxml.ns.nsdecls("w")} w:val="clear" w:fill="333333"/>'))
    cell.paragraphs[0].runs[0].font.color.rgb = RGBColor(0, 0, 0)


def pale_in_a_marked_paragraph(document):
    paragraph = document.add_paragraph()
    paragraph._p.get_or_add_pPr().append(docx.oxml.parse_xml(f'<w:shd {docx.oxml.ns.nsdecls("w")} w:val="clear" w:fill="777777"/>'))
    paragraph.add_run("x").font.color.rgb = RGBColor(0x66, 0x66, 0x66)


def deep(document):
    about = document.add_paragraph("x")._p.get_or_add_pPr()
    about.append(docx.oxml.parse_xml(f'<w:outlineLvl {docx.oxml.ns.nsdecls("w")} w:val="2"/>'))


def linked(words):
    def edit(document):
        link = next(each for each in document.element.iter(qn("w:hyperlink")) if each.get(qn("r:id")))
        next(link.iter(qn("w:t"))).text = words

    return edit


@pytest.mark.parametrize(
    ("edit", "found"),
    [
        (lambda made: setattr(made.core_properties, "title", ""), ("title", "document", 0)),
        (without_language, ("language", "document", 0)),
        (lambda made: setattr(styled(made, "Heading 2"), "style", made.styles["Normal"]), ("skipped", "heading", 4)),
        (lambda made: styled(made, "Heading 1").clear(), ("empty_heading", "heading", 1)),
        (bold, ("bold", "paragraph", 0)),
        (lambda made: made.inline_shapes[0]._inline.docPr.set("descr", " "), ("alternative", "picture", 1)),
        (lambda made: made.tables[0].cell(1, 0).merge(made.tables[0].cell(1, 1)), ("merged", "table", 1)),
        (lambda made: made.add_paragraph("- en punkt"), ("typed", "paragraph", 0)),
        (pale, ("contrast", "text", 0)),
        (pale_in_a_marked_paragraph, ("contrast", "text", 0)),
        (deep, ("skipped", "heading", 11)),
        (pale_on_its_own, ("contrast", "text", 0)),
        (linked("Klicka här!"), ("link_words", "link", 7)),
        (linked("read more"), ("link_words", "link", 7)),
        (linked("https://example.org/plan"), ("bare_address", "link", 7)),
        (linked(""), ("empty_link", "link", 7)),
    ],
)
def test_an_edit_that_keeps_somebody_out_is_told_with_its_place(edited, edit, found):
    places = edited(edit)
    assert [each[0] for each in places] == [found[0]]
    assert places[0][1] == found[1]
    assert found[0] in ("link_words", "bare_address", "empty_link") or places == [found]


def test_every_table_without_a_marked_row_of_headings_is_told(edited):
    assert edited(lambda made: remove(made, "w:tblHeader")) == [("header", "table", 1), ("header", "table", 2)]


@pytest.mark.parametrize(
    "edit",
    [
        lambda made: made.add_paragraph("Ett helt stycke som är fett, med punkt.").runs[0].font.__setattr__("bold", True),
        lambda made: made.add_paragraph("2014-2016 var åren"),
        lambda made: made.add_paragraph("- en punkt", style="List Bullet").paragraph_format.element.get_or_add_pPr().get_or_add_numPr(),
        lambda made: made.tables[0].rows[1].cells[0].paragraphs[0].runs[0].font.__setattr__("bold", True),
    ],
)
def test_what_only_looks_alike_is_let_be(edited, edit):
    assert edited(edit) == []


def test_a_picture_that_is_marked_as_decoration_needs_no_words(edited):
    mark = (
        '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}">'
        '<d:decorative xmlns:d="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
    )

    def decorate(document):
        about = document.inline_shapes[0]._inline.docPr
        about.set("descr", "")
        about.append(docx.oxml.parse_xml(mark))

    assert edited(decorate) == []


def test_a_long_text_needs_headings(barriers):
    assert barriers(PAGE.format("ord " * 499), ".html") == []
    assert barriers(PAGE.format("ord " * 500), ".html") == [("no_headings", "document", 0)]


# --- HTML -----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("<h1>a</h1><h3>b</h3>", [("skipped", "heading", 2)]),
        ("<h2>a</h2>", [("skipped", "heading", 1)]),
        ("<h1>a</h1><h2>b</h2><h3>c</h3><h1>d</h1><h3>e</h3>", [("skipped", "heading", 5)]),
        ("<h1> <b></b></h1>", [("empty_heading", "heading", 1)]),
        ("<h1><b></b>a</h1>", []),
        ("<img src='x'>", [("alternative", "picture", 1)]),
        ("<img src='x' alt=''><img src='x' alt='En karta'>", []),
        ("<svg><title>En karta</title></svg><svg aria-hidden='true'></svg>", []),
        ("<svg></svg>", [("alternative", "picture", 1)]),
        ("<table><tr><td>a</table>", [("header", "table", 1)]),
        ("<table><tr><th colspan='2'>a</table>", [("merged", "table", 1)]),
        ("<table role='presentation'><tr><td>a</table>", []),
        ("<a href='x'></a>", [("empty_link", "link", 1)]),
        ("<a href='x'><img src='x' alt='Startsidan'></a>", []),
        ("<a href='x' aria-label='Noten'>1</a>", []),
        ("<a href='x'>Läs <b>mer</b></a>", [("link_words", "link", 1)]),
        ("<p style='color:#999'>a</p>", [("contrast", "text", 0)]),
        ("<p style='color:#fff; background:#000'>a</p>", []),
        ("<p><br/>a<script>'<h4>'</script>", []),
    ],
)
def test_of_a_page_the_same_is_told(barriers, body, found):
    assert barriers(PAGE.format(body), ".html") == found


def test_a_page_says_its_language_and_its_title(barriers):
    assert barriers("<p>x", ".htm") == [("title", "document", 0), ("language", "document", 0)]


# --- PDF ------------------------------------------------------------------------------------------------------------------------------


def made(source, **options):
    return typst.compiled(source, {}, bare=True, format="pdf", timestamp=0, **options)


@pytest.mark.parametrize(
    ("source", "options", "found"),
    [
        (TITLED + "x", {"pdf_tags": False}, [("tagged", "document", 0)]),
        (TITLED + "x", {}, [("declared", "document", 0)]),
        (TITLED + "x", {"pdf_standards": "ua-1"}, []),
        (TITLED + "= a\n=== b", {}, [("declared", "document", 0), ("skipped", "heading", 2)]),
        (TITLED + "#table(columns: 2)[a][b]", {}, [("declared", "document", 0), ("header", "table", 1)]),
        (
            TITLED + "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><path d='M0 0h9v9z'/></svg>\"))",
            {},
            [("declared", "document", 0), ("alternative", "picture", 1)],
        ),
    ],
)
def test_of_a_pdf_the_tags_are_judged(barriers, source, options, found):
    assert barriers(made(source, **options), ".pdf") == found


def test_a_table_that_goes_on_over_the_page_has_its_headings_once(barriers):
    source = TITLED + "#set page(height: 5cm)\n#table(columns: 1, table.header[A], ..range(30).map(n => [#n]))\n= b\n"
    assert barriers(made(source, pdf_standards="ua-1"), ".pdf") == []
    facts = pdf.read(made(source, pdf_standards="ua-1"), "x.pdf")
    assert (len(facts.tables), facts.headings, facts.language) == (1, [(1, "H1")], "sv")


def test_a_page_that_is_a_picture_alone_is_told(barriers):
    picture = typst.png(files.text("output/document/templates/picture.typ"), publications.SVG, 100)
    numbers = ",".join(str(each) for each in picture)
    found = barriers(made(f'{TITLED}#image(bytes(({numbers})), alt: "x")\n#pagebreak()\nx'), ".pdf")
    assert ("image_only", "page", 1) in found
    assert ("image_only", "page", 2) not in found


# --- what cannot be read, and the words ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "data", "fault"),
    [
        ("a.odt", b"", "a.odt is no document that can be checked. Give one that ends in .docx, .html, .htm, .pdf."),
        ("a.docx", b"text", "a.docx is no Word document. Save it in Word as .docx."),
        ("a.html", b"", "a.html is no HTML page. Save it as a web page, in UTF-8."),
        ("a.htm", b"text <1 and > 2", "a.htm is no HTML page. Save it as a web page, in UTF-8."),
        ("a.html", b"\x00<p>\xff\x9c", "a.html is no HTML page. Save it as a web page, in UTF-8."),
        ("a.pdf", b"text", "a.pdf is no PDF that can be opened. Save it anew, without a password."),
        ("none.pdf", None, "none.pdf cannot be opened"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(tmp_path, name, data, fault):
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError) as refused:
        check(tmp_path / name)
    assert fault in str(refused.value)


def test_without_pdfium_one_sentence_says_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    with pytest.raises(InputError, match=r'Checking a PDF takes pypdfium2. Install it with: pip install "actormap\[pdf\]"'):
        check(tmp_path / "a.pdf")


def test_a_barrier_is_told_with_its_place_its_words_and_what_to_do():
    assert told(Barrier("header", "table", 2), Texts.load("sv")) == (
        "Tabell 2: rubrikraden är inte markerad. Markera första raden som rubrikrad."
    )
    assert told(Barrier("contrast", "text", words="x" * 70, found=2.3), Texts.load("en")) == (
        f"Text in a colour of its own ({'x' * 60}…): the contrast is 2.3 to 1, and text needs 4.5 to 1. "
        "Take a darker colour, or a lighter background."
    )


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_rule_says_what_is_wrong_and_what_to_do(lang):
    said = tomllib.loads(files.text(f"locale/{lang}/accessibility.toml"))
    assert list(said["says"]) == list(said["do"])
    assert all(sentence.endswith(".") for part in ("says", "do") for sentence in said[part].values())
