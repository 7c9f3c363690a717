"""The package of a Word document: the parts that hold its looks, the house's or those of a workspace's own template."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree import ElementTree as ET

from actormap import xlsx
from actormap.errors import InputError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml."
CONTENT_TYPES = {
    "styles": f"{_KINDS}styles+xml",
    "numbering": f"{_KINDS}numbering+xml",
    "settings": f"{_KINDS}settings+xml",
    "header": f"{_KINDS}header+xml",
    "footer": f"{_KINDS}footer+xml",
    "theme": "application/vnd.openxmlformats-officedocument.theme+xml",
    "document": f"{_KINDS}document.main+xml",
    "template": f"{_KINDS}template.main+xml",
}
PICTURES = {"png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif", "svg": "image/svg+xml"}
_KEPT = ("header", "footer", "theme", "styles", "numbering")
_SECTION = re.compile(r"<w:sectPr\b(?:[^>]*/>|.*?</w:sectPr>)", re.DOTALL)
_REVISION = re.compile(r'\s+(?:w|w14):(?:rsid\w*|paraId|textId)="[^"]*"|<w:rsid\b[^>]*/>')  # who wrote what in which sitting
_HINT = "Save it in Word as .dotx or .docx."


@dataclass(frozen=True, slots=True)
class PartReference:
    """What a part refers to: another part, by its path from the folder of the first, or an address that is `external`."""

    id: str
    type: str
    target: str
    external: bool = False


@dataclass(slots=True)
class WordPackage:
    """The parts of a document by name, what kinds they are of, what each refers to, and the paper and margins of its pages."""

    parts: dict[str, bytes] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    relationships: dict[str, list[PartReference]] = field(default_factory=dict)
    section: str = ""
    both_sides: bool = False

    def add(self, name: str, kind: str, data: bytes, of: str = "", id_: str = "") -> None:
        """Put in a part, to which the part `of` refers."""
        self.parts[name] = data
        if kind in CONTENT_TYPES:
            self.kinds[name] = CONTENT_TYPES[kind]
        if of:
            target = posixpath.relpath(name, posixpath.dirname(of))
            self.relationships.setdefault(of, []).append(PartReference(id_ or kind, f"{OFFICE}/{kind}", target))


def read(data: bytes) -> WordPackage:
    """Return what gives a template its looks: styles, lists, theme, headers, footers and paper, and none of its text.

    Raises `InputError` if it is no Word document.
    """
    try:
        if xlsx.is_too_large(data):
            raise InputError("The template of Word documents unpacks to more than can be read.", hint=_HINT)
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
        document = files["word/document.xml"].decode("utf-8")
        found = WordPackage(section=_section(document), both_sides=b"<w:evenAndOddHeaders" in files.get("word/settings.xml", b""))
        _copy(files, "word/document.xml", found)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, KeyError, UnicodeDecodeError, ET.ParseError) as error:
        raise InputError("The template of Word documents is no Word document.", hint=_HINT) from error
    return found


def element(data: bytes) -> ET.Element:
    """Return an XML part; raise `ET.ParseError` if it is none, or declares entities, which no Word document does."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise ET.ParseError("entities")
    return ET.fromstring(data)  # noqa: S314  (no entities are left that could grow)


def relations(files: Mapping[str, bytes], part: str) -> list[PartReference]:
    """Return what a part of some files refers to."""
    data = files.get(posixpath.join(posixpath.dirname(part), "_rels", posixpath.basename(part) + ".rels"))
    return [] if data is None else [_relationship(each.attrib) for each in element(data)]


def _relationship(said: Mapping[str, Any]) -> PartReference:
    return PartReference(said["Id"], said["Type"], said["Target"], said.get("TargetMode") == "External")


def _section(document: str) -> str:
    sections = _SECTION.findall(document)
    return _REVISION.sub("", sections[-1]) if sections else ""


def _copy(files: Mapping[str, bytes], part: str, found: WordPackage) -> None:
    for each in relations(files, part):
        kind = each.type.rpartition("/")[2]
        name = (
            posixpath.normpath(posixpath.join(posixpath.dirname(part), each.target)) if not each.target.startswith("/") else each.target[1:]
        )
        picture = kind == "image" and name.rpartition(".")[2].lower() in PICTURES
        if each.external or name not in files or not (kind in _KEPT or (picture and part != "word/document.xml")):
            continue
        data = files[name] if picture else _REVISION.sub("", files[name].decode("utf-8")).encode()
        found.add(name, kind, data, part, each.id)
        if kind in ("header", "footer"):
            _copy(files, name, found)
