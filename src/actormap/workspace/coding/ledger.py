"""Writes coded answers into the table answers, all or nothing, and takes the last of them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actormap import workspace as workspaces
from actormap.errors import InputError, UsageError
from actormap.i18n import Texts
from actormap.model.coding import CodedAnswer, SetQuestion
from actormap.model.records import Snapshot
from actormap.workspace import editing
from actormap.workspace.coding.sheet import ANSWERS
from actormap.workspace.reading.fuzzy import squeeze

WHAT = "coding"
_SAID = ("project", "question", "answer", "status", "voice", "coder", "document", "locator", "note")
Key = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class Coded:
    """What writing some answers did: how many were new, how many took the place of the coder's own, how many stood there already."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0

    @property
    def written(self) -> int:
        """Return how many rows were written."""
        return self.added + self.changed


def write(place: str | Path, answers: Iterable[CodedAnswer], date: str) -> Coded:
    """Write answers into a workspace's table and return what that did; an answer takes the place of the same coder's to the same question.

    The same is a project, question, document and coder, and of free texts the place in the document too; other coders' answers are never
    touched. An answer that stands there already keeps its date. Raises `UsageError` if the workspace is a built-in one,
    `InvalidWorkspace` if the files have errors.
    """
    change = editing.begin(place)
    snapshot = workspaces.require_valid(workspaces.read(place)).snapshot
    table = change.table(ANSWERS)
    asked = {each.id: each for each in snapshot.questions}
    names = _names(snapshot)
    there: dict[Key, list[tuple[int, Mapping[str, str]]]] = {}
    for number, given in table.rows():
        there.setdefault(_key({**given, **_ids(given, names)}, asked), []).append((number, given))
    known = {each.id: each for each in snapshot.answers}
    added = changed = unchanged = 0
    for answer in dict.fromkeys(answers):
        said = {name: getattr(answer, name) for name in _SAID}
        rows = there.get(_key(said, asked), [])
        same = known.get(answer.id)
        if same is not None and all(getattr(same, name) == said[name] for name in _SAID):
            unchanged += 1
        elif len(rows) == 1:
            number, before = rows[0]
            table.change(number, {name: value for name, value in {**said, "date": date}.items() if value is not None or name in before})
            changed += 1
        else:
            table.add({name: value for name, value in {**said, "date": date}.items() if value is not None})
            added += 1
    done = Coded(added, changed, unchanged)
    if done.written:
        change.write({"what": WHAT, "n": done.written})
        if errors := workspaces.read(place).errors:
            editing.take_back(place, WHAT)
            raise InputError(
                f"With the answers {errors[0].place()} would be wrong, so nothing has been written.",
                hint=errors[0].meant(Texts.load("en")),
            )
    return done


def take_back(place: str | Path) -> int:
    """Give the files the bytes they had before the last answers and return how many those were; raise `UsageError` if there are none."""
    about = editing.take_back(place, WHAT)
    if about is None:
        raise UsageError("There are no coded answers to take back.")
    return int(about["n"])


def _key(given: Mapping[str, Any], asked: Mapping[str, SetQuestion]) -> Key:
    question = asked.get(given.get("question") or "")
    place = given.get("locator") if question is None or question.scale == "free" else None
    return (*(given.get(name) or None for name in ("project", "question", "document", "coder")), place)


def _names(snapshot: Snapshot) -> dict[str, dict[str, str]]:
    words = {each.id: each.id for each in snapshot.questions}
    words |= {squeeze(said): each.id for each in snapshot.questions for said in (each.id, each.sv, each.en)}
    return {
        "project": {squeeze(name): each.id for each in snapshot.projects for name in (*each.aliases, each.name, each.id)},
        "document": {squeeze(name): each.id for each in snapshot.documents for name in (each.title, each.id)},
        "question": words,
    }


def _ids(given: Mapping[str, str], names: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    return {column: known.get(squeeze(given[column]), given[column]) for column, known in names.items() if column in given}
