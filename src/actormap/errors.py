"""Every error that actormap raises on purpose, under one root.

    ActormapError                 the root: catch this one
    ├── InputError                what was given is wrong            (exit code 1)
    │   ├── InvalidWorkspace      the files have errors; carries all the problems
    │   │   └── InvalidScenario   a scenario's file or options have
    │   ├── InvalidVocabulary     a vocabulary file says something impossible
    │   ├── InvalidDocument       a document that some reader could not use, such as a figure without alternative text
    │   ├── UnknownName           an id, a measure, a type that does not exist; suggests near ones
    │   ├── SeveralMeant          a name that several records carry
    │   ├── BackupDamaged         a backup file is no backup, is cut off, or holds what no workspace can
    │   └── MassRemoval           a load would remove more than half of the rows, unasked
    ├── UsageError                the command or the call cannot be meant (exit code 2)
    │   ├── UntrustedStore        a workspace names a server that the user has not
    │   └── ForeignStore          a store holds another workspace than the one to be loaded
    └── StoreError                the store cannot do it             (exit code 3)
        ├── StoreUnreachable      not there, not permitted, not a store
        │   └── StoreReadOnly     its place may not be written
        ├── StoreBusy             somebody else is writing
        └── StoreTooNew           written by a newer actormap

An error says what is wrong, where, and how to mend it, in one sentence or two. Only the command line turns errors into exit codes, and only
it knows that what a call names `may_leave` is its option `--may-leave`: an error names the parameter.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from difflib import SequenceMatcher, get_close_matches
from itertools import islice
from typing import Any

# Two characters for private use, so that nothing a user has written is taken for the name of a parameter.
_OPENING, _CLOSING = "\ue000", "\ue001"
LONGEST_NAME = 80
FARTHER = 0.2  # how much less alike than the nearest a name may be, to be offered
_PARAMETER = re.compile(f"{_OPENING}(.*?){_CLOSING}")


def parameter(name: str) -> str:
    """Return the name of a parameter as it stands in the text of an error, which whoever shows it may spell in their own way."""
    return f"{_OPENING}{name}{_CLOSING}"


def several(texts: Sequence[str], between: str = ", ", most: int = 10) -> str:
    """Return texts as one, of more than ten the first ten and how many others there are."""
    rest = len(texts) - most
    return between.join(texts[:most]) + (f"{between}… (+{rest})" if rest > 0 else "")


class ActormapError(Exception):
    """Something the user can understand and mend; `str()` is the sentence to show."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        self._message, self._hint = message, hint
        self.message = _spelled(message, str)
        self.hint = _spelled(hint, str)
        super().__init__(f"{self.message} {self.hint}".strip())

    def told(self, spelling: Callable[[str], str], lang: str = "en") -> tuple[str, str]:  # noqa: ARG002  (words of closed lists have one)
        """Return the sentence to show and what to do, in English, with each parameter that they name spelled as `spelling` has it.

        Words of closed lists are those of a language.
        """
        return _spelled(self._message, spelling), _spelled(self._hint, spelling)


def _spelled(text: str, spelling: Callable[[str], str]) -> str:
    return _PARAMETER.sub(lambda found: spelling(found[1]), text)


class InputError(ActormapError):
    """What was given is wrong."""


class UsageError(ActormapError):
    """The call itself cannot be meant, such as two options that exclude each other."""

    exit_code = 2


class UntrustedStore(UsageError):
    """A workspace names a server that the user has neither named nor trusted it with."""


class ForeignStore(UsageError):
    """A store that is not the workspace's alone holds another workspace."""


class InvalidWorkspace(InputError):
    """The tables have errors; `problems` holds every one of them, located. `lang` is the language to tell them in, if it is known."""

    def __init__(self, message: str, problems: Sequence[Any], lang: str | None = None) -> None:
        self.problems = tuple(problems)
        self.lang = lang
        super().__init__(message)


class InvalidScenario(InvalidWorkspace):
    """A scenario, in its file or in options, has errors; `problems` holds every one of them, located."""


class InvalidVocabulary(InputError):
    """A vocabulary file, or the vocabulary part of actormap.toml, says something impossible."""


class InvalidDocument(InputError):
    """A document that some reader could not use, such as one with a figure without alternative text."""


class UnknownName(InputError):
    """A name that nothing here carries; the message offers the closest ones there are, each thing once.

    `known` are the names there are. Where one thing has several, `offered` has what the thing is offered as by each; a word of a closed
    list is offered as each language has it.
    """

    def __init__(self, what: str, name: str, known: Iterable[str], *, offered: Mapping[str, str | Mapping[str, str]] | None = None) -> None:
        self.what, self.name = what, name
        self._offered: Mapping[str, str | Mapping[str, str]] = offered or {each: each for each in known}
        self._near = _near(name, sorted(self._offered))
        super().__init__(f'{what} "{_short(name)}" is unknown.', hint=self._offer("en"))

    def told(self, spelling: Callable[[str], str], lang: str = "en") -> tuple[str, str]:
        """Return that the name is unknown, and what is near or there is, as a language has the words of closed lists."""
        return _spelled(self._message, spelling), _spelled(self._offer(lang), spelling)

    def _offer(self, lang: str) -> str:
        choices = sorted({_said(shown, lang) for shown in self._offered.values()})
        if self._near:
            near = dict.fromkeys(_said(self._offered[each], lang) for each in self._near)
            return f"Did you mean {_either(near)}?"
        if len(choices) <= 30:
            return f"There is {', '.join(choices)}." if choices else "There is none."
        some = ", ".join(f'"{choice}"' for choice in choices[:: len(choices) // 3][:3])
        return f"None that is there resembles it. There are {some} and others; say a part of one, and what is near is offered."


class SeveralMeant(InputError):
    """A name that several records carry; the message says which."""

    def __init__(self, what: str, name: str, ids: Sequence[str]) -> None:
        self.what, self.name = what, name
        super().__init__(f'{what} "{_short(name)}" may be {several(ids)}.', hint="Say the id of the one that is meant.")


def _either(names: Iterable[str]) -> str:
    return " or ".join(f'"{name}"' for name in names)


def _said(shown: str | Mapping[str, str], lang: str) -> str:
    return shown if isinstance(shown, str) else shown.get(lang) or next(iter(shown.values()))


def _near(name: str, choices: Sequence[str]) -> list[str]:
    """Return up to three names that resemble one or, failing that, hold it."""
    wanted = name.casefold().strip()[:LONGEST_NAME]
    folded = {choice.casefold(): choice for choice in reversed(choices)}
    # Of very many, those that begin alike, since comparing takes its time.
    compared = folded if len(folded) <= 10_000 else [choice for choice in folded if choice[:1] == wanted[:1]][:10_000]
    close = get_close_matches(wanted, compared, n=3, cutoff=0.5)
    # What is far from the nearest is not meant.
    near = [folded[choice] for choice in close if _likeness(wanted, choice) > _likeness(wanted, close[0]) - FARTHER]
    holding = (choice for key, choice in folded.items() if len(wanted) > 1 and wanted in key)
    return near or sorted(islice(holding, 3))


def _likeness(wanted: str, choice: str) -> float:
    return SequenceMatcher(None, choice, wanted).ratio()


def _short(name: str) -> str:
    shown = "".join(letter if letter.isprintable() else " " for letter in name[:LONGEST_NAME])
    return shown if len(name) <= LONGEST_NAME else f"{shown}…"


class BackupDamaged(InputError):
    """A file is no backup of a graph, is cut off, or holds what no workspace can."""


class MassRemoval(InputError):
    """A load would remove more than half of what the store holds, and nobody has said yes."""

    def __init__(self, removed: int, total: int) -> None:
        self.removed = removed
        self.total = total
        super().__init__(
            f"The load would remove {removed} of {total} rows.",
            hint=f"Say {parameter('allow_mass_removal')} if that is meant, {parameter('merge')} to keep them, "
            f"or {parameter('dry_run')} to see which.",
        )


class StoreError(ActormapError):
    """The store cannot do what was asked."""

    exit_code = 3


class StoreUnreachable(StoreError):
    """The store is not there, may not be opened or written, or is no store of ours."""


class StoreReadOnly(StoreUnreachable):
    """The store, its folder or its disk may not be written."""


class StoreBusy(StoreError):
    """Somebody else is writing to the store."""


class StoreTooNew(StoreError):
    """The store was written by a newer version, whose schema this one does not know."""


def refuse_blank(variable: str) -> None:
    """Raise `UsageError` if a variable of the environment is set and holds nothing: it would be passed over, and something else chosen."""
    if variable in os.environ and not os.environ[variable].strip():
        raise UsageError(f"The variable {variable} is set, and holds nothing.", hint="Give it a value, or unset it.")
