"""The judgements of a workspace in its own files: written all or nothing, and taken back to the very same bytes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from actormap import workspace as workspaces
from actormap.errors import InputError, UsageError
from actormap.i18n import Texts
from actormap.workspace import editing
from actormap.workspace.editing.answers import refuse_personal
from actormap.workspace.identity.judgements import Judgement
from actormap.workspace.schema.rows import IDENTITY


def write(place: str | Path, new: Iterable[Judgement]) -> int:
    """Write judgements in the table identity, each in the place of what was judged of the two before, and return how many are new.

    Raises `UsageError` if the workspace is the built-in one or a role could be somebody's name and number, `InputError` if the table would
    have errors; then nothing is written.
    """
    change = editing.begin(place)
    table = change.table(IDENTITY)
    known = {frozenset((given.get("a", ""), given.get("b", ""))): (number, given) for number, given in table.rows()}
    count = 0
    for each in new:
        refuse_personal(each.by)
        refuse_personal(each.why)
        said = {name: getattr(each, name) for name in ("a", "b", "verdict", "by", "date", "why")}
        number, given = known.get(each.pair, (None, {}))
        if number is None:
            table.add(said)
        elif any(given.get(name) != said[name] for name in ("a", "b", "verdict", "why")):
            table.change(number, said)
        else:
            continue
        count += 1
    if count:
        change.write({"what": IDENTITY, "n": count})
        _refuse_errors(place)
    return count


def take_back(place: str | Path) -> int:
    """Give the files the bytes they had before judgements were last written and return how many those were; `UsageError` if none were."""
    about: Any = editing.take_back(place, IDENTITY)
    if about is None:
        raise UsageError("There is no judgement to take back.", hint="actormap duplicates lists what may be one.")
    return int(about["n"])


def _refuse_errors(place: str | Path) -> None:
    errors = [problem for problem in workspaces.read(place).errors if IDENTITY in problem.file]
    if errors:
        editing.take_back(place, IDENTITY)
        raise InputError(
            f"With the judgements {errors[0].place()} would be wrong, so nothing has been written.", hint=errors[0].meant(Texts.load("en"))
        )
