"""The language that somebody is spoken to in, before and after the command is understood.

It is the one that --lang or ACTORMAP_LANG names, else the one of the workspace or store, as far as that is known, else the machine's, else
English.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from actormap import files
from actormap.cli import place
from actormap.cli.phrasebook import SOURCE, Phrasebook
from actormap.errors import InputError
from actormap.i18n import LANGUAGES
from actormap.model.choices import BUILT_IN

VARIABLE, OF_LANGUAGE = "ACTORMAP_WORKSPACE", "ACTORMAP_LANG"
OF_MACHINE = ("LC_ALL", "LC_MESSAGES", "LANG")  # the first that says something is right


@dataclass(slots=True)
class Speech:
    """What is known of the language in the course of one command: what was written, and what the workspace or the store has said since."""

    arguments: Sequence[str]
    heard: str | None = None
    guessed: str | None = None

    @property
    def asked(self) -> str | None:
        """Return the language that --lang names, or ACTORMAP_LANG for it, if it names one."""
        named = (*_after(self.arguments, "--lang"), os.environ.get(OF_LANGUAGE, ""))
        return next((word for word in named if word in LANGUAGES), None)

    @property
    def lang(self) -> str:
        """Return the language."""
        return self.asked or self.heard or self._guess()

    def _guess(self) -> str:
        if self.guessed is None:  # which looks into folders
            self.guessed = next(filter(None, map(language_at, self._places())), None) or of_machine() or SOURCE
        return self.guessed

    def _places(self) -> Iterator[str]:
        yield from _after(self.arguments, "-w", "--workspace")
        if VARIABLE in os.environ:
            yield os.environ[VARIABLE]
        yield from (word for word in reversed(self.arguments) if not word.startswith("-") and place.names_workspace(word))
        yield "."

    def said(self, sentence: str) -> str:
        """Return an English sentence of errors.toml in the language."""
        return said(sentence, self.lang)


def said(sentence: str, lang: str) -> str:
    """Return an English sentence of errors.toml in a language."""
    return sentence if lang == SOURCE else Phrasebook.to(lang).said(sentence)


def here() -> Speech:
    """Return the language of the command that is under way."""
    context = click.get_current_context(silent=True)
    found = context.find_root().obj if context else None
    return found if isinstance(found, Speech) else Speech(())


def hear(lang: str) -> None:
    """Remember the language of what has been opened, for what may have to be said yet."""
    here().heard = lang


def of_machine() -> str | None:
    """Return the language that the machine is set to, if it is one that is spoken here."""
    named = next(filter(None, map(os.environ.get, OF_MACHINE)), "")
    if not named and sys.platform == "win32":
        import ctypes
        import locale

        named = locale.windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage(), "")
    code = named.partition(".")[0].partition("_")[0]
    return code if code in LANGUAGES else None


def language_at(where: str) -> str | None:
    """Return the language that a workspace says it has; None if there is none there, or it does not say."""
    try:
        return _language_at(where)
    except (OSError, ValueError, InputError):  # no file could have that name
        return None


def _language_at(where: str) -> str | None:
    if place.JOIN in where and not Path(where).exists():
        return next(filter(None, map(language_at, where.split(place.JOIN))), None)
    path = files.shipped(f"data/{where}") if where in BUILT_IN else files.expanded(where)
    candidates = (
        (path / place.SETTINGS,) if path.is_dir() else (path.with_suffix(".toml"), path.parent / place.SETTINGS) if path.is_file() else ()
    )
    for each in candidates:
        try:
            table: dict[str, Any] = files.toml_table(each.read_text(encoding="utf-8-sig"))
        except (OSError, ValueError):
            continue
        language = table.get("language")
        return language if language in LANGUAGES else LANGUAGES[0]
    return LANGUAGES[0] if path.is_dir() and place.names_workspace(where) else None


def _after(arguments: Sequence[str], *options: str) -> Iterator[str]:
    for at, word in enumerate(arguments):
        if word in options and at + 1 < len(arguments):
            yield arguments[at + 1]
        for option in options:
            if word.startswith(f"{option}="):
                yield word.removeprefix(f"{option}=")
