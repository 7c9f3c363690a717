"""What is read of a PDF before it is judged: what it says of itself, and the tags by which a screen reader goes."""

from __future__ import annotations

import ctypes
import re
import zlib
from collections.abc import Callable, Iterator
from typing import Any

from actormap.errors import InputError
from actormap.output.document.accessibility.facts import DocumentFacts, PictureFacts, TableFacts

_HEADING = re.compile(r"H([1-6])")
_DECLARED = re.compile(rb"pdfuaid[:\w]*part[>=\"'\s]*\d|<pdfuaid:part>")
_STREAM = re.compile(rb"/Metadata\b.*?stream\r?\n(.*?)endstream", re.DOTALL)
_DEEPEST = 60


def read(data: bytes, name: str) -> DocumentFacts:
    """Return what a PDF says of itself; raise `InputError` if it is none, is locked, or what reads it is not installed."""
    try:
        import pypdfium2
        from pypdfium2 import raw
    except ImportError as error:
        raise InputError("Checking a PDF takes pypdfium2.", hint='Install it with: pip install "actormap[pdf]"') from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{name} is no PDF that can be opened.", hint="Save it anew, without a password.") from error
    try:
        facts = DocumentFacts(
            title=document.get_metadata_dict().get("Title", ""),
            language=_said(raw.FPDFCatalog_GetLanguage, document.raw) if hasattr(raw, "FPDFCatalog_GetLanguage") else _language(data),
            tagged=bool(raw.FPDFCatalog_IsTagged(document.raw)),
            declared=_is_declared(data),
        )
        before: list[TableFacts] = []
        for number, page in enumerate(document, start=1):
            text = page.get_textpage()
            words = text.get_text_range().split()
            facts.words += len(words)
            if not words and any(each.type == raw.FPDF_PAGEOBJ_IMAGE for each in page.get_objects(max_depth=3)):
                facts.blank.append(number)
            before = _see_tags(page, raw, facts, before)
            text.close()
            page.close()
    finally:
        document.close()
    return facts


def _see_tags(page: Any, raw: Any, facts: DocumentFacts, before: list[TableFacts]) -> list[TableFacts]:
    """Note the headings, tables and pictures of a page, and return its tables."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return []
    tables: list[TableFacts] = []
    for place in range(raw.FPDF_StructTree_CountChildren(tree)):
        for kind, each in _tags(raw.FPDF_StructTree_GetChildAtIndex(tree, place), raw):
            if found := _HEADING.fullmatch(kind):
                facts.headings.append((int(found[1]), kind))
            elif kind == "Table":
                tables.append(TableFacts(any(inner == "TH" for inner, _ in _tags(each, raw))))
            elif kind == "Figure":
                said = _said(raw.FPDF_StructElement_GetAltText, each) or _said(raw.FPDF_StructElement_GetActualText, each)
                facts.pictures.append(PictureFacts(said or None))
    # Of a table that goes on from the page before, only that one has the headings.
    goes_on = bool(tables and before and not tables[0].headed and before[-1].headed)
    facts.tables.extend(tables[goes_on:])
    return [before[-1], *tables[1:]] if goes_on else tables


def _tags(each: Any, raw: Any, depth: int = 0) -> Iterator[tuple[str, Any]]:
    if not each or depth > _DEEPEST:
        return
    yield _said(raw.FPDF_StructElement_GetType, each), each
    for place in range(raw.FPDF_StructElement_CountChildren(each)):
        yield from _tags(raw.FPDF_StructElement_GetChildAtIndex(each, place), raw, depth + 1)


def _said(function: Callable[..., int], of: Any) -> str:
    """Return what a function of pdfium writes into a buffer, whose size it tells first."""
    length = function(of, None, 0)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    function(of, buffer, length)
    return bytes(buffer).decode("utf-16-le").rstrip("\0")


def _language(data: bytes) -> str:
    found = re.search(rb"/Lang\s*\(([\w-]+)\)", data)
    return found[1].decode() if found else ""


def _is_declared(data: bytes) -> bool:
    if _DECLARED.search(data):
        return True
    for found in _STREAM.finditer(data):
        try:
            unpacked = zlib.decompressobj().decompress(found[1], 1_000_000)
        except zlib.error:
            continue
        if _DECLARED.search(unpacked):
            return True
    return False
