"""What writes a document into each kind of file: `-o` is read off this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from actormap.errors import InputError, UnknownName, several
from actormap.output.document.publication import Publication
from actormap.output.document.style import DocumentStyle

WriteDocument = Callable[[Publication, DocumentStyle], bytes]


@dataclass(frozen=True, slots=True)
class DocumentForm:
    """A kind of file that a document is written into: what the names of its files end in, and what writes it."""

    suffix: str
    write: WriteDocument


def write(publication: Publication, form: str, style: DocumentStyle | None = None) -> bytes:
    """Return a document in a form of `FORMATS`, the same bytes for the same document and style.

    Raises `UnknownName` if there is no such form, `InputError` if what it takes is not installed or a template cannot be used.
    """
    if form not in FORMATS:
        raise UnknownName("form of a document", form, FORMATS)
    return FORMATS[form].write(publication, style or DocumentStyle())


def form_of(path: Path) -> str:
    """Return the form that a file's name ends in; raise `InputError` if no form does."""
    suffix = path.suffix.lower()
    for form, each in FORMATS.items():
        if suffix == each.suffix:
            return form
    raise InputError(
        f"{path.name} ends in no kind of file that a document is written into.",
        hint=f"End the name in {several([each.suffix for each in FORMATS.values()])}.",
    )


def _html(publication: Publication, style: DocumentStyle) -> bytes:
    from actormap.output.document import html

    return html.write(publication, style)


def _markdown(publication: Publication, style: DocumentStyle) -> bytes:  # noqa: ARG001  (as the others are called)
    from actormap.output.document import markdown

    return markdown.write(publication)


def _pdf(publication: Publication, style: DocumentStyle) -> bytes:
    from actormap.output.document import pdf

    return pdf.write(publication, style)


def _docx(publication: Publication, style: DocumentStyle) -> bytes:
    from actormap.output.document import docx

    return docx.write(publication, style)


def _xlsx(publication: Publication, style: DocumentStyle) -> bytes:  # noqa: ARG001
    from actormap.output.document import sheets

    return sheets.write(publication)


FORMATS: Mapping[str, DocumentForm] = {
    "docx": DocumentForm(".docx", _docx),
    "html": DocumentForm(".html", _html),
    "md": DocumentForm(".md", _markdown),
    "pdf": DocumentForm(".pdf", _pdf),
    "xlsx": DocumentForm(".xlsx", _xlsx),
}
