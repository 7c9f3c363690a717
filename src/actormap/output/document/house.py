"""The templates of the house: what a workspace begins with that wants looks of its own for its documents."""

from __future__ import annotations

from actormap import files
from actormap.i18n import Texts
from actormap.output.document import docx
from actormap.output.document.blocks import AnswerSpace, Bullets, DataTable, KeyFigure, KeyFigures, Paragraph, SectionHeading, TableCell
from actormap.output.document.inline import Link, Note, Strong, line
from actormap.output.document.publication import Publication
from actormap.output.document.style import DocumentStyle
from actormap.workspace.writing.report_settings import TemplateFile

_TEMPLATES = "output/document/templates"
_DATE = "2026-01-01"


def templates(texts: Texts, style: DocumentStyle) -> tuple[TemplateFile, ...]:
    """Return the templates of the house in a language, which make documents look as they do without any; a style gives Word its colours.

    The others take the colours of actormap.toml whenever they are used.
    """
    return (
        TemplateFile("template_docx", "house.dotx", docx.template(_sample(texts), style)),
        TemplateFile("template_pdf", "house.typ", _typst(texts).encode()),
        TemplateFile("stylesheet", "house.css", _css(texts).encode()),
    )


def _typst(texts: Texts) -> str:
    lines = files.text(f"{_TEMPLATES}/house.typ").splitlines(keepends=True)
    code = "".join(each for each in lines if not each.startswith("//"))
    return f"// {texts('document.own.template_pdf')}\n{code}"


def _css(texts: Texts) -> str:
    return f"/* {texts('document.own.stylesheet')} */\n\n{files.text(f'{_TEMPLATES}/own.css')}"


def _sample(texts: Texts) -> Publication:
    """Return a document with every block that text is made of, so that each of its styles can be seen and changed."""

    def said(key: str, **values: int) -> str:
        return texts(f"document.own.{key}", **values)

    row = (TableCell(line(said("row"))), TableCell(line("12"), 12))
    return Publication(
        said("title"),
        texts.lang,
        _DATE,
        (
            Paragraph(line(said("lead")), lead=True),
            *(SectionHeading(level, said("heading", level=level)) for level in (1, 2, 3, 4)),
            Paragraph(line(said("text"), Note(said("note")), " ", Strong(said("strong")), " ", Link(said("link"), "https://example.org/"))),
            Bullets((line(said("item")), line(said("item")))),
            Bullets((line(said("item")), line(said("item"))), ordered=True),
            KeyFigures((KeyFigure("12", said("label"), said("meaning")),)),
            DataTable(said("caption"), (said("row"), said("label")), (row, row)),
            AnswerSpace(said("prompt")),
        ),
        subject=said("template_docx"),
    )
