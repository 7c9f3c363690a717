"""From files to an import: what they hold, read in the form each has and gathered into one graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from actormap.errors import InputError, UnknownName
from actormap.i18n import Texts
from actormap.workspace.importing import forms, inputs, recognise
from actormap.workspace.importing.assemble import Imported, assemble


def read(paths: Sequence[Path], texts: Texts, *, form: str | None = None, given: Mapping[str, str] | None = None) -> Imported:
    """Return what some files or folders hold together.

    `form` is one of `FORMS`, recognised unless named; `given` says what columns hold. Raises `InputError` if a file has no form that is
    known, or if all of them hold no node.
    """
    if form is not None and form not in forms.FORMS:
        raise UnknownName("form", form, forms.FORMS)
    found = [part for each in inputs.read(paths) for part in recognise.read(each, form, given or {})]
    if not any(each.nodes or each.ties for each in found):
        names = ", ".join(dict.fromkeys(each.spot.file for each in found))
        raise InputError(f"{names} holds no relationship and no actor.", hint="Say what its columns hold with --map column=field.")
    return assemble(found, texts)
