"""From files to an import: what they hold, read in the form each has and gathered into one graph."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from actormap.errors import InputError, UnknownName, parameter
from actormap.i18n import Texts
from actormap.workspace.importing import forms, inputs, recognise
from actormap.workspace.importing.assemble import Imported, assemble
from actormap.workspace.importing.found import Found, findings
from actormap.workspace.importing.inputs import Grid, Input
from actormap.workspace.reading.course import Course, Progress


def read(
    paths: Sequence[Path],
    texts: Texts,
    *,
    form: str | None = None,
    given: Mapping[str, str] | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Return what some files or folders hold together.

    `form` is one of `FORMS`, recognised unless named; `given` says what columns hold; `progress` is told how many rows of how many
    have been taken from the files and gathered. Raises `InputError` if a file has no form that is known, or if all of them hold no node and
    nothing tells why.
    """
    if form is not None and form not in forms.FORMS:
        raise UnknownName("form", form, forms.FORMS)
    noted = findings()
    course = Course(progress)
    found = _found(inputs.read(paths, noted, course.taking), form, given or {})
    told = noted.in_order() or any(each.left_out or each.findings.in_order() for each in found)
    if not told and not any(each.nodes or each.ties for each in found):
        names = ", ".join(dict.fromkeys(each.spot.file for each in found))
        raise InputError(
            f"{names} holds no relationship and no actor.", hint=f"Say what its columns hold with {parameter('map')} column=field."
        )
    ties = course.second(sum(len(each.ties) for each in found))
    return assemble(found, texts, noted, ties)


def _found(given: Sequence[Input], form: str | None, columns: Mapping[str, str]) -> list[Found]:
    """Return what each input holds; one among several that has no form, such as a sheet of instructions, is noted as not read."""
    found: list[Found] = []
    unread: list[Found] = []
    faults: list[InputError] = []
    for each in given:
        try:
            found += recognise.read(each, form, columns)
        except InputError as fault:
            faults.append(fault)
            nothing = Found("unknown", each.spot)
            nothing.leave_out(
                each.spot, "unknown_form", " | ".join(filter(None, each.lines[0][1])) if isinstance(each, Grid) and each.lines else ""
            )
            unread.append(nothing)
    if faults and not found:
        raise faults[0]
    return [*found, *unread]
