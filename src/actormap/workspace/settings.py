"""actormap.toml: what a workspace says of itself. All of it is optional, and what is wrong with it is a problem like any other."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, get_args

from actormap import files
from actormap.errors import InputError, InvalidVocabulary
from actormap.i18n import LANGUAGES
from actormap.model import personal_data
from actormap.model.choices import VIEWS
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.checks.registry import LEVELS
from actormap.workspace.problems import Fault, Findings, Level
from actormap.workspace.reading.csv_file import decode
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.schema import rows

NAME = "actormap.toml"
WORDS = ("kinds", "types", "styles", "programmes", "checklist", "looked_for")
OTHERS = ("invite", "map", "report")  # tables that other parts read, each checked where it is used
CHECKS = "checks"
_LINE = re.compile(r"\(at line (\d+)")
_EDITED = "Somebody has edited them; load the workspace again."
_CHOICES = {"language": LANGUAGES, "view": VIEWS}
_LISTS = ("internal",)


@dataclass(frozen=True, slots=True)
class SettingsKeys:
    """The keys that every workspace may have."""

    title: str | None = None
    language: str = LANGUAGES[0]
    focal_network: str | None = None
    view: str = "affiliation"
    store: str | None = None
    internal: tuple[str, ...] = ()


KEYS = tuple(each.name for each in fields(SettingsKeys))


@dataclass(frozen=True, slots=True)
class Settings:
    """What the file says, with the shipped vocabulary if it has no `words` of its own; `rest` is what other parts of the program read."""

    keys: SettingsKeys = field(default_factory=SettingsKeys)
    rest: Mapping[str, Any] = field(default_factory=dict)
    vocabulary: Vocabulary = field(default_factory=Vocabulary.load)
    words: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    checks: Mapping[str, Level] = field(default_factory=dict)


def read(data: bytes, file: str, findings: Findings) -> Settings:
    """Return the settings in a file; whatever in it cannot be used is noted and left at its default."""
    try:
        text = decode(data)
        table = files.toml_table(text)
    except tomllib.TOMLDecodeError as error:
        where = _LINE.search(str(error))
        findings.error(file, int(where[1]) if where else None, None, None, Fault("bad_toml", detail=str(error)))
        return Settings()
    except Fault as fault:
        findings.error(file, None, None, None, fault)
        return Settings()
    lines = _lines(text)
    _tell_unknown(table, file, lines, findings)
    _tell_personal(table, file, lines, findings)
    said, wrong = _keys(table)
    for key, what in wrong.items():
        findings.error(file, lines.get(key), key, table[key], what)
    for column in said.internal:
        _tell_internal(column, file, lines.get("internal"), findings)
    rest = {key: value for key, value in table.items() if key not in KEYS and key not in (*WORDS, CHECKS)}
    words = {key: table[key] for key in WORDS if key in table}
    checks = _checks(table.get(CHECKS, {}), file, lines.get(CHECKS), findings)
    return Settings(said, rest, _vocabulary(words, file, findings), words, lines, checks)


def kept(table: Mapping[str, Any], where: str) -> Settings:
    """Return the settings that a store or a backup has kept; raise `InputError`, naming `where`, if they cannot be used."""
    words = {key: table[key] for key in WORDS if key in table}
    keys, wrong = _keys(table)
    if wrong:
        raise InputError(f"{where} holds settings that cannot be used: {', '.join(wrong)}.", hint=_EDITED)
    try:
        vocabulary = Vocabulary.load(words)
    except InvalidVocabulary as error:
        raise InputError(f"{where} holds words that cannot be used. {error.message}", hint=_EDITED) from None
    rest = {key: table[key] for key in OTHERS if isinstance(table.get(key), Mapping)}
    for key, value in rest.get("invite", {}).items():
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise InputError(f"{where} holds settings that cannot be used: invite.{key}.", hint=_EDITED)
    return Settings(keys, rest, vocabulary, words)


def _keys(table: Mapping[str, Any]) -> tuple[SettingsKeys, dict[str, Fault]]:
    """Return the keys of a file, and by key what is wrong with it; one that is wrong is left at its default."""
    given = {key: table[key] for key in KEYS if key in table}
    wrong = {key: fault for key, value in given.items() if (fault := _fault(key, value))}
    kept: dict[str, Any] = {key: tuple(value) if key in _LISTS else value for key, value in given.items() if key not in wrong}
    return SettingsKeys(**kept), wrong


def _fault(key: str, value: Any) -> Fault | None:
    if key in _LISTS:
        return None if isinstance(value, list) and all(isinstance(each, str) for each in value) else Fault("not_a_list")
    choices = _CHOICES.get(key)
    if choices is None:
        return None if isinstance(value, str) else Fault("not_a_text")
    if value in choices:
        return None
    near = closest(str(value), {squeeze(choice): choice for choice in choices})
    return Fault("unknown_choice", near[0] if near else None, allowed=", ".join(choices))


def _tell_unknown(table: Mapping[str, Any], file: str, lines: Mapping[str, int], findings: Findings) -> None:
    known = (*KEYS, *WORDS, *OTHERS, CHECKS)
    for key in table:
        if key not in known:
            near = closest(key, {squeeze(name): name for name in known})
            findings.warn(file, lines.get(key), key, key, Fault("unknown_setting", near[0] if near else None))


def _tell_personal(table: Mapping[str, Any], file: str, lines: Mapping[str, int], findings: Findings) -> None:
    # The store is a place, which travels nowhere and is judged where it is read.
    for key, kind in personal_data.within({name: value for name, value in table.items() if name != "store"}):
        findings.warn(file, lines.get(key.partition(".")[0]), key, None, Fault(kind))


def _tell_internal(column: str, file: str, line: int | None, findings: Findings) -> None:
    known = {squeeze(name): name for table in rows.TABLES for name in rows.columns(table)}
    if squeeze(column) not in known and (near := closest(column, known, cutoff=0.75)):
        # Any other name may be a column of the workspace's own.
        findings.warn(file, line, "internal", column, Fault("unknown_internal", near[0]))


def _checks(switches: Any, file: str, line: int | None, findings: Findings) -> dict[str, Level]:
    """Return the switches that can be used; a misspelt one would leave a check as it is without a word."""
    if not isinstance(switches, Mapping):
        findings.error(file, line, CHECKS, switches, Fault("not_a_table"))
        return {}
    result: dict[str, Level] = {}
    for name, level in switches.items():
        if name not in LEVELS:
            near = closest(name, {squeeze(each): each for each in LEVELS})
            findings.error(
                file, line, f"{CHECKS}.{name}", level, Fault("unknown_check", near[0] if near else None, allowed=", ".join(LEVELS))
            )
        elif level not in get_args(Level):
            findings.error(file, line, f"{CHECKS}.{name}", level, Fault("unknown_choice", allowed=", ".join(get_args(Level))))
        else:
            result[name] = level
    return result


def _vocabulary(words: Mapping[str, Any], file: str, findings: Findings) -> Vocabulary:
    try:
        return Vocabulary.load(words)
    except InvalidVocabulary as error:
        findings.error(file, None, None, None, Fault("bad_vocabulary", detail=str(error)))
        return Vocabulary.load()


def _lines(text: str) -> dict[str, int]:
    """Return the line where each key or table at the top begins; tomllib does not tell."""
    found: dict[str, int] = {}
    inside = False
    for number, line in enumerate(text.splitlines(), start=1):
        if match := re.match(r"\s*\[+\s*[\"']?([\w-]+)", line):
            inside = True
            found.setdefault(match[1], number)
        elif not inside and (match := re.match(r"\s*[\"']?([\w-]+)[\"']?\s*[=.]", line)):
            found.setdefault(match[1], number)
    return found
