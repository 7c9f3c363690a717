"""What is read of a Word document before it is judged."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

from actormap import xlsx
from actormap.errors import InputError
from actormap.output.document.accessibility.facts import ColourFacts, DocumentFacts, LinkFacts, PictureFacts, TableFacts
from actormap.output.document.style import PAPER
from actormap.output.document.word_package import OFFICE, WORD, element, relations

W, DRAWING = f"{{{WORD}}}", "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_VML, _DECORATIVE = "{urn:schemas-microsoft-com:vml}", "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_TYPED = re.compile(r"[-–•*·]\s+\S|\d{1,2}[.)]\s+\S")
_COLOUR = re.compile(r"[0-9a-fA-F]{6}")
_SHORT = 80  # letters of what may be a heading
_DEEPEST = 12  # styles that stand on each other


@dataclass(slots=True)
class _WordStyles:
    levels: dict[str, int] = field(default_factory=dict)
    listed: set[str] = field(default_factory=set)


def read(data: bytes, name: str) -> DocumentFacts:
    """Return what a Word document says of itself; raise `InputError` if it is none."""
    try:
        if xlsx.is_too_large(data):
            raise InputError(f"{name} unpacks to more than can be read.")
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {each: archive.read(each) for each in archive.namelist() if each.endswith((".xml", ".rels"))}
        body = element(files["word/document.xml"])
        links = {each.id: each.target for each in relations(files, "word/document.xml") if each.external}
        core, styles = (element(files.get(part, b"<none/>")) for part in ("docProps/core.xml", "word/styles.xml"))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError, ET.ParseError) as error:
        raise InputError(f"{name} is no Word document.", hint="Save it in Word as .docx.") from error
    facts = DocumentFacts(title=core.findtext(_TITLE) or "", language=_language(styles))
    known = _styles(styles)
    in_tables = {id(each) for table in body.iter(f"{W}tbl") for each in table.iter(f"{W}p")}
    for paragraph in body.iter(f"{W}p"):
        _see_paragraph(paragraph, facts, known, inside=id(paragraph) in in_tables)
    for table in body.iter(f"{W}tbl"):
        row = table.find(f"{W}tr")
        headed = row is not None and row.find(f"{W}trPr/{W}tblHeader") is not None
        merged = any(next(table.iter(f"{W}{tag}"), None) is not None for tag in ("gridSpan", "vMerge", "hMerge"))
        facts.tables.append(TableFacts(headed, merged))
    facts.pictures.extend(_pictures(body))
    facts.links.extend(_links(body, links))
    facts.colours.extend(_colours(body))
    return facts


def _language(styles: ET.Element) -> str:
    said = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    return "" if said is None else said.get(f"{W}val", "")


def _styles(styles: ET.Element) -> _WordStyles:
    """Return by the ids of styles which levels of headings they are, their own or that of what they stand on, and which are lists."""
    by_id = {each.get(f"{W}styleId", ""): each for each in styles.iter(f"{W}style")}
    known = _WordStyles()
    for name, style in by_id.items():
        chain = list(_chain(style, by_id))
        if level := next((found for each in chain if (found := _level(each))), 0):
            known.levels[name] = level
        if any(each.find(f"{W}pPr/{W}numPr") is not None for each in chain):
            known.listed.add(name)
    return known


def _chain(style: ET.Element | None, by_id: Mapping[str, ET.Element]) -> Iterator[ET.Element]:
    for _ in range(_DEEPEST):
        if style is None:
            return
        yield style
        below = style.find(f"{W}basedOn")
        style = None if below is None else by_id.get(below.get(f"{W}val", ""))


def _level(style: ET.Element) -> int:
    name = style.find(f"{W}name")
    found = _HEADING.fullmatch("" if name is None else name.get(f"{W}val", ""))
    return int(found[1]) if found else _outline(style.find(f"{W}pPr"))


def _outline(said: ET.Element | None) -> int:
    level = None if said is None else said.find(f"{W}outlineLvl")
    value = "" if level is None else level.get(f"{W}val", "")
    return int(value) + 1 if value.isdigit() and int(value) < 9 else 0  # the tenth level is running text


def _see_paragraph(paragraph: ET.Element, facts: DocumentFacts, known: _WordStyles, *, inside: bool) -> None:
    words = _text(paragraph).strip()
    facts.words += len(words.split())
    about = paragraph.find(f"{W}pPr")
    named = None if about is None else about.find(f"{W}pStyle")
    style = "" if named is None else named.get(f"{W}val", "")
    level = _outline(about) or known.levels.get(style, 0)
    if level:
        facts.headings.append((level, words))
    elif words and not inside:
        listed = style in known.listed or (about is not None and about.find(f"{W}numPr") is not None)
        if not listed and _TYPED.match(words):
            facts.typed.append(words)
        runs = [run for run in paragraph.iter(f"{W}r") if _text(run).strip()]
        if len(words) <= _SHORT and words[-1] not in ".,:;?!" and all(_bold(run) for run in runs):
            facts.bold.append(words)


def _bold(run: ET.Element) -> bool:
    said = run.find(f"{W}rPr/{W}b")
    return said is not None and said.get(f"{W}val", "1") not in ("0", "false")


def _text(node: ET.Element) -> str:
    return "".join(each.text or "" for each in node.iter(f"{W}t"))


def _pictures(body: ET.Element) -> Iterator[PictureFacts]:
    for each in (*body.iter(f"{DRAWING}inline"), *body.iter(f"{DRAWING}anchor")):
        about = each.find(f"{DRAWING}docPr")
        if about is not None:
            decorative = any(mark.get("val") == "1" for mark in about.iter(_DECORATIVE))
            yield PictureFacts(about.get("descr"), decorative)
    for shape in body.iter(f"{_VML}shape"):
        if shape.find(f"{_VML}imagedata") is not None:
            yield PictureFacts(shape.get("alt"))


def _links(body: ET.Element, addresses: Mapping[str, str]) -> Iterator[LinkFacts]:
    for each in body.iter(f"{W}hyperlink"):
        address = addresses.get(each.get(f"{{{OFFICE}}}id", ""), "")
        pictures = " ".join(found.alternative or "" for found in _pictures(each))
        yield LinkFacts(_text(each) or pictures.strip(), address or f"#{each.get(f'{W}anchor', '')}")


def _colours(body: ET.Element) -> Iterator[ColourFacts]:
    """Yield words in a colour of their own, over what is nearest behind them: their own mark, their paragraph's, their cell's, or paper."""
    cells = {id(each): cell for cell in body.iter(f"{W}tc") for each in cell.iter(f"{W}p")}
    for paragraph in body.iter(f"{W}p"):
        cell = cells.get(id(paragraph))
        behind = _fill(None if cell is None else cell.find(f"{W}tcPr"), PAPER)
        behind = _fill(paragraph.find(f"{W}pPr"), behind)
        for run in paragraph.iter(f"{W}r"):
            said = run.find(f"{W}rPr")
            colour = None if said is None else said.find(f"{W}color")
            value = "" if colour is None else colour.get(f"{W}val", "")
            if _COLOUR.fullmatch(value) and _text(run).strip():
                yield ColourFacts(_text(run).strip(), f"#{value}", _fill(said, behind))


def _fill(said: ET.Element | None, behind: str) -> str:
    shade = None if said is None else said.find(f"{W}shd")
    value = "" if shade is None else shade.get(f"{W}fill", "")
    return f"#{value}" if _COLOUR.fullmatch(value) else behind
