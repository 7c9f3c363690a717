"""A document for Word: headings, lists, tables and pictures as Word knows them, so that it can be edited and still be read by everybody.

It is written from templates, part by part: no library knows alternative texts, headings of tables and pictures of vectors at once.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

from actormap import files
from actormap.errors import InputError
from actormap.i18n import Texts
from actormap.output.document import typst, word_fields
from actormap.output.document.blocks import Bullets, DataTable, Figure, KeyFigures, SectionHeading
from actormap.output.document.layout import DocumentLayout, DocumentPart, is_short, lay_out, share_of_width, shares, size
from actormap.output.document.publication import Publication
from actormap.output.document.style import DocumentStyle
from actormap.output.document.word_package import CONTENT_TYPES, OFFICE, PICTURES, WORD, PartReference, WordPackage, element, read
from actormap.output.templates import environment
from actormap.xlsx import EPOCH

if TYPE_CHECKING:
    from jinja2 import Environment

_DOCUMENT = "word/document.xml"
_STYLE = re.compile(r'<w:style\b[^>]*w:styleId="([^"]*)".*?<w:name w:val="([^"]*)".*?</w:style>', re.DOTALL)
_LANGUAGE = re.compile(r"<w:lang\b[^>]*/>")
_NUMBERS = re.compile(r'w:(abstractNumId|numId)="(\d+)"')
_PAGE = re.compile(r'\bw:(w|left|right)="(\d+)"')
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FIRST_ROWS = 2  # of a long table, which stay with its headings
_TWIPS, _TO_A_TWIP = 9072, 635  # the width of the text in the house's pages, and how many units of a picture make one twip


def write(publication: Publication, style: DocumentStyle) -> bytes:
    """Return a document as DOCX.

    Raises `InputError` if the template of the workspace is no Word document, or if there are pictures and typst, which draws them for
    programs that show no vectors, is not installed.
    """
    return _zipped(_package(publication, style), publication)


def template(publication: Publication, style: DocumentStyle) -> bytes:
    """Return a document as a template for others, DOTX, which shows how each of its blocks looks."""
    package = _package(publication, style)
    package.kinds[_DOCUMENT] = CONTENT_TYPES["template"]
    return _zipped(package, publication)


def _package(publication: Publication, style: DocumentStyle) -> WordPackage:
    laid_out = lay_out(publication)
    looks = _environment().get_template("styles.xml").render(locale=laid_out.texts("document.locale"), **_colours(style))
    package = _own(style.template_docx, publication) if style.template_docx else _house(publication, laid_out.texts)
    ids = _dress(package, looks, laid_out.texts("document.locale"))
    first = _count(package, sum(isinstance(part.block, Bullets) and part.block.ordered for part in laid_out.parts) + 1)
    _fill(package, laid_out, ids, first)
    return package


def _colours(style: DocumentStyle) -> dict[str, str]:
    return {"accent": style.accent[1:].upper(), "ink": style.ink[1:].upper(), "panel": style.panel[1:].upper()}


def _own(template: bytes, publication: Publication) -> WordPackage:
    package = read(template)
    said = {word_fields.TITLE: publication.title, word_fields.DATE: publication.date}
    for name in [name for name, kind in package.kinds.items() if kind.endswith(("header+xml", "footer+xml"))]:
        package.parts[name] = word_fields.filled(package.parts[name].decode("utf-8"), said).encode()
    return package


def _house(publication: Publication, texts: Texts) -> WordPackage:
    package = WordPackage(section=files.text("output/document/templates/docx/section.xml").strip())
    for name in ("header", "header_first", "footer"):
        data = _rendered(f"{name}.xml", doc=publication, t=texts)
        package.add(f"word/{name}.xml", name.partition("_")[0], data, _DOCUMENT, name)
    return package


def _dress(package: WordPackage, looks: str, locale: str) -> dict[str, str]:
    """Give a package every style that a document uses, and its language; return the ids of styles by their names."""
    name = next((name for name, kind in package.kinds.items() if kind.endswith("styles+xml")), "")
    if not name:
        name = "word/styles.xml"
        package.add(name, "styles", looks.encode(), _DOCUMENT)
    own = package.parts[name].decode("utf-8")
    try:
        known = {_name(each): each.get(f"{{{WORD}}}styleId", "") for each in element(own.encode()).iter(f"{{{WORD}}}style")}
    except ET.ParseError as error:
        raise InputError("The template of Word documents is no Word document.", hint="Save it in Word as .dotx or .docx.") from error
    more = [found[0] for found in _STYLE.finditer(looks) if found[2].lower() not in known]
    known |= {found[2].lower(): found[1] for found in _STYLE.finditer(looks) if found[2].lower() not in known}
    said = f'<w:lang w:val="{locale}" w:eastAsia="{locale}" w:bidi="ar-SA"/>'
    own, times = _LANGUAGE.subn(said, own)
    if not times:
        defaults = f"<w:docDefaults><w:rPrDefault><w:rPr>{said}</w:rPr></w:rPrDefault></w:docDefaults>"
        own = re.sub(r"(<w:styles\b[^>]*>)(?:\s*<w:docDefaults\b.*?</w:docDefaults>)?", rf"\g<1>{defaults}", own, count=1, flags=re.DOTALL)
    package.parts[name] = own.replace("</w:styles>", "\n".join((*more, "</w:styles>"))).encode()
    return known


def _name(style: ET.Element) -> str:
    name = style.find(f"{{{WORD}}}name")
    return "" if name is None else name.get(f"{{{WORD}}}val", "").lower()


def _count(package: WordPackage, ordered: int) -> int:
    """Give a package a list of signs and so many lists of numbers; return the number of the first, that of signs."""
    name = next((name for name, kind in package.kinds.items() if kind.endswith("numbering+xml")), "")
    if not name:
        name = "word/numbering.xml"
        package.add(name, "numbering", files.text("output/document/templates/docx/numbering.xml").encode(), _DOCUMENT)
    own = package.parts[name].decode("utf-8")
    used: dict[str, int] = {"abstractNumId": -1, "numId": 0}
    for key, value in _NUMBERS.findall(own):
        used[key] = max(used[key], int(value))
    first = used["numId"] + 1
    made = _rendered("lists.xml", first_abstract=used["abstractNumId"] + 1, first=first, ordered=ordered).decode()
    abstract, numbers = (re.sub(rf"(?s).*<{tag}>(.*)</{tag}>.*", r"\1", made).strip() for tag in ("abstract", "numbers"))
    at = own.find("<w:num ") if "<w:num " in own else own.find("</w:numbering>")
    own = own[:at] + abstract + own[at:]
    last = next((place for mark in ("<w:numIdMacAtCleanup", "</w:numbering>") if (place := own.find(mark)) >= 0), len(own))
    package.parts[name] = (own[:last] + numbers + own[last:]).encode()
    return first


def _fill(package: WordPackage, laid_out: DocumentLayout, ids: dict[str, str], first: int) -> None:
    """Put the document itself into a package, with its pictures and the addresses that it leads to."""
    addresses = dict.fromkeys(
        piece.address for part in laid_out.parts for row in part.rows for cell in row for piece in cell if piece.kind == "link"
    )
    links = {address: f"link_{place}" for place, address in enumerate(addresses, start=1)}
    for address, name in links.items():
        package.relationships.setdefault(_DOCUMENT, []).append(PartReference(name, f"{OFFICE}/hyperlink", address, external=True))
    width = _width(package.section)
    items = list(_items(laid_out, first, width))
    for part in laid_out.parts:
        if isinstance(part.block, Figure):
            drawn = typst.png(files.text("output/document/templates/picture.typ"), part.block.svg, width / 20 * share_of_width(part.block))
            package.add(f"word/media/{part.anchor}.png", "image", drawn, _DOCUMENT, f"png_{part.number}")
            package.add(f"word/media/{part.anchor}.svg", "image", part.block.svg.encode(), _DOCUMENT, f"svg_{part.number}")
    names = [item["name"] for item in items if item["name"]]
    names += [name for note in laid_out.notes for name in (f"note_{note.number}",)]
    lines = (line for part in laid_out.parts for row in (part.marks, *part.rows) for line in row)
    pieces = (piece for line in lines for piece in line if piece.kind == "note")
    names += [f"ref_{piece.number}_{piece.nth}" for piece in pieces]
    values: dict[str, Any] = {
        "marks": {name: place for place, name in enumerate(names, start=1)},
        "ends_in_table": bool(items) and items[-1]["part"].kind == "table",
        "notes_number": first + 1 + sum(isinstance(part.block, Bullets) and part.block.ordered for part in laid_out.parts),
        "section": package.section,
    }
    package.add(
        _DOCUMENT,
        "document",
        _rendered("document.xml", doc=laid_out.publication, a=laid_out, t=laid_out.texts, s=ids, links=links, items=items, **values),
    )


def _items(laid_out: DocumentLayout, first: int, width: int) -> Iterator[dict[str, Any]]:
    """Yield each part with what Word must know of it; `fresh` begins a page, `far` keeps its distance from what stands above."""
    fresh, above, ordered = False, "", 0
    for part in laid_out.parts:
        if part.kind == "break":
            fresh = True
            continue
        item: dict[str, Any] = {"part": part, "fresh": fresh, "far": above in ("table", "figures", "figure"), "name": ""}
        match part.block:
            case SectionHeading():
                item["name"] = _mark(part)
            case Bullets() as block:
                ordered += block.ordered
                item["number"] = first + ordered if block.ordered else first
            case DataTable() as block:
                item["widths"] = [int(share * width) for share in shares(block)]
                item["numeric"] = numeric = [block.numeric(place) for place in range(len(block.columns))]
                item["apart"] = [left and not here for left, here in zip([False, *numeric], numeric, strict=False)]
                item["kept"] = len(block.rows) - 1 if is_short(block) else _FIRST_ROWS
            case KeyFigures():
                item["far"] = above != "heading"
            case Figure() as block:
                wide, high = size(block)
                item["width"] = int(width * share_of_width(block)) * _TO_A_TWIP
                item["height"] = int(item["width"] * high / wide)
            case None:
                item["headings"] = [{"part": each, "name": _mark(each)} for each in laid_out.contents]
                levels = [each.block.level for each in laid_out.contents if isinstance(each.block, SectionHeading)]
                item["depth"] = max(levels, default=1)
        yield item
        fresh, above = False, part.kind


def _mark(part: DocumentPart) -> str:
    return part.anchor.replace("-", "_")


def _width(section: str) -> int:
    """Return the width of the text on the pages of a section, in twips."""
    said: dict[str, str] = {}
    for tag in ("pgSz", "pgMar"):
        if found := re.search(rf"<w:{tag}\b[^>]*>", section):
            said |= dict(_PAGE.findall(found[0]))
    if {"w", "left", "right"} <= set(said):
        return max(int(said["w"]) - int(said["left"]) - int(said["right"]), _TWIPS // 4)
    return _TWIPS


def _zipped(package: WordPackage, publication: Publication) -> bytes:
    """Return a package as a file without a time, an author or a program of its own."""
    texts = Texts.load(publication.language)
    package.add("word/settings.xml", "settings", _rendered("settings.xml", t=texts, both_sides=package.both_sides), _DOCUMENT)
    package.parts["docProps/core.xml"] = _rendered("core.xml", doc=publication, t=texts)
    package.kinds["docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml"
    core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    package.relationships[""] = [
        PartReference("document", f"{OFFICE}/officeDocument", _DOCUMENT),
        PartReference("core", core, "docProps/core.xml"),
    ]
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"} | PICTURES
    parts = {"[Content_Types].xml": _rendered("content_types.xml", defaults=defaults.items(), overrides=package.kinds.items())}
    for part, relationships in package.relationships.items():
        folder, name = posixpath.split(part)
        parts[posixpath.join(folder, "_rels", f"{name}.rels")] = _rendered("relationships.xml", relationships=relationships)
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in (parts | package.parts).items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 0  # otherwise the file says on which system it was made
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return whole.getvalue()


def _rendered(template: str, **values: Any) -> bytes:
    return _NOT_IN_XML.sub("", _environment().get_template(template).render(**values)).encode()


@cache
def _environment() -> Environment:
    from jinja2 import PackageLoader

    made = environment("actormap.output.document")
    made.loader = PackageLoader("actormap.output.document", "templates/docx")
    return made
