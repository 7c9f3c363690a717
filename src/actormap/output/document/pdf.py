"""A document as PDF/UA-1: tagged, with its language and title, so that a screen reader reads it as it is read."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from typing import Any

from actormap import files
from actormap.output.document import typst
from actormap.output.document.blocks import AnswerSpace, Bullets, DataTable, Figure, KeyFigures, Paragraph, SectionHeading
from actormap.output.document.layout import DocumentLayout, DocumentPart, Piece, goes_on_one_page, is_short, lay_out, share_of_width, shares
from actormap.output.document.publication import Publication
from actormap.output.document.style import DocumentStyle

_TEMPLATES = "output/document/templates"
_LONG = re.compile(r"\S{33,}")
_STEP = 16


def write(publication: Publication, style: DocumentStyle) -> bytes:
    """Return a document as PDF.

    Raises `InputError` if typst is not installed, `InvalidDocument` if a template of the workspace has errors.
    """
    laid_out = lay_out(publication)
    look = style.template_pdf or files.text(f"{_TEMPLATES}/house.typ")
    day = datetime.fromisoformat(publication.day()).replace(tzinfo=UTC)
    data = json.dumps(_data(laid_out, style, day), ensure_ascii=False)
    return typst.pdf(f"{look}\n{files.text(f'{_TEMPLATES}/publication.typ')}", data, int(day.timestamp()))


def _data(laid_out: DocumentLayout, style: DocumentStyle, day: datetime) -> dict[str, Any]:
    doc, t = laid_out.publication, laid_out.texts
    language, _, region = t("document.locale").partition("-")
    said = {"title": doc.title, "subject": doc.subject, "publisher": doc.publisher, "date": doc.date, "lang": language, "region": region}
    look = {"accent": style.accent, "ink": style.ink, "panel": style.panel, "page": t("document.page"), "page_of": t("document.page_of")}
    return {
        "doc": said | look | {"day": [day.year, day.month, day.day]},
        "parts": [{"kind": part.kind, "anchor": part.anchor} | _part(part, laid_out) for part in laid_out.parts],
        "notes": [{"number": each.number, "words": _broken(each.words), "references": each.references} for each in laid_out.notes],
        "notes_title": t("document.notes"),
    }


def _part(part: DocumentPart, laid_out: DocumentLayout) -> dict[str, Any]:
    t = laid_out.texts
    match part.block:
        case SectionHeading() as block:
            return {"level": block.level, "words": _broken(block.words)}
        case Paragraph() as block:
            return {"lead": block.lead, "leads": part.leads, "pieces": _pieces(part.rows[0][0])}
        case Bullets() as block:
            return {"ordered": block.ordered, "lines": [_pieces(row[0]) for row in part.rows]}
        case DataTable() as block:
            columns = shares(block)
            return {
                "width": sum(columns),
                "caption": _broken(t("document.table", n=part.number, caption=block.caption)),
                "marks": _pieces(part.marks[0]),
                "columns": [_broken(each) for each in block.columns],
                "numeric": [block.numeric(place) for place in range(len(block.columns))],
                "shares": columns,
                "short": is_short(block),
                "rows": [[{"pieces": _pieces(cell), "breakable": not goes_on_one_page(row)} for cell in row] for row in part.rows],
            }
        case Figure() as block:
            caption = _broken(t("document.figure", n=part.number, caption=block.caption))
            return {"caption": caption, "svg": block.svg, "width": share_of_width(block), "alternative": block.alternative}
        case KeyFigures() as block:
            told = zip(block.figures, part.marks, strict=True)
            return {"figures": [{"value": of.value, "label": of.label, "meaning": of.meaning, "marks": _pieces(mark)} for of, mark in told]}
        case AnswerSpace() as block:
            return {"prompt": _broken(block.prompt), "short": block.short}
    levels = [each.block.level for each in laid_out.contents if isinstance(each.block, SectionHeading)]
    return {"title": t("document.contents"), "depth": max(levels, default=1)} if part.kind == "contents" else {}


def _pieces(pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
    return [
        {"kind": each.kind, "words": _broken(each.words), "address": each.address, "number": each.number, "nth": each.nth}
        if each.kind != "note"
        else {"kind": each.kind, "number": each.number, "nth": each.nth}
        for each in pieces
    ]


def _broken(words: str) -> str:
    """Return words that may be broken anywhere where they are too long for any line."""
    return _LONG.sub(lambda found: "\u200b".join(found[0][at : at + _STEP] for at in range(0, len(found[0]), _STEP)), words)
