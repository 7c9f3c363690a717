"""The files that give a workspace's documents their looks, named in its actormap.toml."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actormap import files
from actormap.errors import InputError
from actormap.workspace import location, settings
from actormap.workspace.problems import Findings

TABLE = "report"
_HEADER = re.compile(rf"^[ \t]*\[[ \t]*{TABLE}[ \t]*\][^\r\n]*(?:\r?\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """A file that gives documents their looks: the setting that names it, what it is called, and what is in it."""

    setting: str
    name: str
    data: bytes


def place(workspace: Path) -> Path | None:
    """Return where the settings of a workspace lie, or may lie if it has none yet; None if there is no workspace."""
    if not workspace.exists():
        return None
    found = location.find(workspace, Findings())
    if found.settings or found.base is None:
        return found.settings
    if found.workbook:
        return found.workbook.with_suffix(".toml")
    return found.base / settings.NAME if found.tables else None


def add(settings_file: Path, templates: tuple[TemplateFile, ...], comment: str) -> tuple[Path, ...]:
    """Write the files beside the settings that name none yet, name them there, and return what was written, nothing where all was there.

    What is there stays as it is: a file of the same name, and a setting that names another. `comment` is written above a table that is
    new. Raises `InputError`, before anything is written, if the settings cannot be read, or not be added to.
    """
    text, table = read(settings_file)
    said = table.get(TABLE, {})
    if not isinstance(said, Mapping):
        raise _by_hand(settings_file, templates)
    wanted = [each for each in templates if said.get(each.setting, each.name) == each.name]
    missing = {each.setting: each.name for each in wanted if each.setting not in said}
    added = _with(text, missing, comment)
    if _parsed(added) != {**table, **({TABLE: {**said, **missing}} if missing else {})}:
        raise _by_hand(settings_file, templates)
    absent = [(settings_file.parent / each.name, each.data) for each in wanted if not (settings_file.parent / each.name).exists()]
    written = [files.write_bytes(path, data, files.ANOTHER) for path, data in absent]
    if missing:
        written.append(files.write_text(settings_file, added, files.ANOTHER))
    return tuple(written)


def read(settings_file: Path) -> tuple[str, dict[str, Any]]:
    """Return the text of the settings and what it says, nothing without a file; raise `InputError` if it cannot be read."""
    try:
        text = settings_file.read_bytes().decode("utf-8-sig") if settings_file.exists() else ""
        return text, files.toml_table(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{settings_file.name} cannot be read: {error}.", hint="Mend it first.") from error


def _with(text: str, missing: Mapping[str, str], comment: str) -> str:
    """Return settings with further lines: below the header of their table, or at the end in a table of their own."""
    if not missing:
        return text
    end = "\r\n" if "\r\n" in text else "\n"
    lines = [f'{setting} = "{name}"' for setting, name in missing.items()]
    if header := _HEADER.search(text):
        line_end = "" if header[0].endswith("\n") else end
        return text[: header.end()] + line_end + end.join(lines) + end + text[header.end() :]
    above = text + (end if text and not text.endswith("\n") else "") + (end if text else "")
    return above + end.join([*comment.splitlines(), f"[{TABLE}]", *lines]) + end


def _parsed(text: str) -> dict[str, Any] | None:
    try:
        return files.toml_table(text)
    except tomllib.TOMLDecodeError:
        return None


def _by_hand(settings_file: Path, templates: tuple[TemplateFile, ...]) -> InputError:
    told = ", ".join(f'{each.setting} = "{each.name}"' for each in templates)
    return InputError(f"{settings_file.name} says {TABLE} in a way that nothing can be added to.", hint=f"Write there: [{TABLE}] {told}")
