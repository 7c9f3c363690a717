"""How documents look: the colours of the house, and what a workspace puts in their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actormap import files
from actormap.errors import InputError, several
from actormap.model import graph_settings

PAPER, DARK = "#ffffff", "#12181f"
READABLE = 4.5  # the least contrast of text with what it stands on (WCAG 2.1, 1.4.3)
COLOURS = ("accent", "ink", "panel")
_OF_CONTENT = (graph_settings.COMPARE,)  # settings of a report that are about what it says, not about how it looks
FILES = {"template_docx": (".docx", ".dotx"), "template_pdf": (".typ",), "stylesheet": (".css",)}
_NAME_ONE = "Name a file in the workspace's folder."
_HEX = re.compile(r"#[0-9a-fA-F]{6}")
_FETCHED = re.compile(r"@import|url\s*\(\s*(?![\"']?(?:data:|#))", re.IGNORECASE)
# A template of typst could ask the network for packages, or put the words together that do.
_BROUGHT = re.compile(r"\b(?:import|include|eval|plugin)\b")


@dataclass(frozen=True, slots=True)
class DocumentStyle:
    """The colours of a document, and its own style sheet (HTML) and templates (a DOCX's bytes, typst for PDF), empty where not given.

    `accent` is the colour of headings and links, `ink` that of text, `panel` that behind headings of tables and key figures.
    """

    accent: str = "#0b4f8a"
    ink: str = "#16202b"
    panel: str = "#eef3f8"
    stylesheet: str = ""
    template_docx: bytes = b""
    template_pdf: str = ""

    def told(self) -> str:
        """Return the colours as actormap.toml says them."""
        said = ", ".join(f'{name} = "{getattr(self, name)}"' for name in COLOURS)
        return f"{{ {said} }}"

    @property
    def accent_on_dark(self) -> str:
        """Return the accent mixed with white until it can be read on a dark screen."""
        for share in range(0, 101, 5):
            mixed = _mixed(self.accent, PAPER, share / 100)
            if contrast(mixed, DARK) >= READABLE + 1.5:
                return mixed
        return PAPER


def read(report: Any, base: Path | None) -> DocumentStyle:
    """Return the style that the table `report` of actormap.toml describes; files are looked for in the workspace's folder `base`.

    Raises `InputError` for a colour that is none or that cannot be read, and for a file that is missing, of another kind, outside the
    workspace, or that would fetch something when it is used.
    """
    table = report if isinstance(report, Mapping) else {}
    known = ("colours", *FILES, *_OF_CONTENT)
    if unknown := sorted(set(table) - {*known}):
        raise InputError(f"report.{unknown[0]} in actormap.toml is no setting of a document.", hint=f"There is {several(known)}.")
    colours = table.get("colours", {})
    if not isinstance(colours, Mapping):
        raise InputError("report.colours in actormap.toml is no table of colours.", hint='Write it as { accent = "#0b4f8a" }.')
    if others := sorted(set(colours) - set(COLOURS)):
        raise InputError(f"report.colours.{others[0]} in actormap.toml is no colour of a document.", hint=f"There is {several(COLOURS)}.")
    for name, value in colours.items():
        if not (isinstance(value, str) and _HEX.fullmatch(value)):
            raise InputError(
                f'report.colours.{name} in actormap.toml is "{value}", which is no colour.',
                hint="Write it as six hexadecimal digits, such as #0b4f8a.",
            )
    found = DocumentStyle(**{name: value.lower() for name, value in colours.items()})
    _be_readable(found)
    readers: Mapping[str, Callable[[Path], str | bytes]] = {
        "template_docx": Path.read_bytes,
        "template_pdf": lambda path: _alone(path, _BROUGHT),
        "stylesheet": lambda path: _alone(path, _FETCHED),
    }
    given = {key: reader(_inside(key, table[key], base)) for key, reader in readers.items() if key in table}
    return DocumentStyle(found.accent, found.ink, found.panel, **given)  # type: ignore[arg-type]  # each reader returns what its field holds


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21 (WCAG 2.1, relative luminance)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _be_readable(style: DocumentStyle) -> None:
    for name, colour, behind in (
        ("accent", style.accent, PAPER),
        ("ink", style.ink, PAPER),
        ("ink", style.ink, style.panel),
        ("accent", style.accent, style.panel),
    ):
        if (found := contrast(colour, behind)) < READABLE:
            raise InputError(
                f"report.colours.{name} in actormap.toml has a contrast of {found:.1f} to 1 with {behind}, and text needs {READABLE} to 1.",
                hint="Take a darker colour for text, or a lighter one for the panel.",
            )


def _inside(key: str, said: Any, base: Path | None) -> Path:
    if not isinstance(said, str) or not said.strip():
        raise InputError(f"report.{key} in actormap.toml names no file.", hint=_NAME_ONE)
    if base is None:
        raise InputError(
            f"report.{key} in actormap.toml names {said}, and this workspace is no folder.", hint="Copy the workspace to a folder first."
        )
    try:
        root = base.resolve()
        path = files.resolved(files.as_it_lies(root / said))
        within, there = path.is_relative_to(root), path.is_file()
    except (OSError, ValueError):
        within, there = True, False
    if not within:
        raise InputError(
            f"report.{key} in actormap.toml names {said}, which lies outside the workspace.",
            hint="Copy the file into the workspace's folder.",
        )
    if not there:
        raise InputError(f"report.{key} in actormap.toml names {said}, and there is no such file.", hint=_NAME_ONE)
    if path.suffix.lower() not in FILES[key]:
        raise InputError(f"report.{key} in actormap.toml names {said}, which is of another kind.", hint=f"It takes {several(FILES[key])}.")
    return path


def _alone(path: Path, forbidden: re.Pattern[str]) -> str:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path.name} is not in UTF-8.", hint="Save it as UTF-8.") from error
    if path.suffix.lower() == ".css" and (at := text.find("<")) >= 0:
        line = text.count("\n", 0, at) + 1
        raise InputError(f'{path.name}, line {line}: "<" may not stand in a style sheet.', hint="Write \\3c where the sign is meant.")
    if found := forbidden.search(text):
        line = text.count("\n", 0, found.start()) + 1
        raise InputError(
            f'{path.name}, line {line}: "{found[0].strip()}" could fetch something that a document may not.',
            hint="Put what it needs in the file itself.",
        )
    return text


def _channels(colour: str) -> list[int]:
    return [int(colour[place : place + 2], 16) for place in (1, 3, 5)]


def _luminance(colour: str) -> float:
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in (c / 255 for c in _channels(colour))]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _mixed(one: str, other: str, share: float) -> str:
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in zip(_channels(one), _channels(other), strict=True))
