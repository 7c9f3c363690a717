"""What changes have done to a workspace's files, kept beside them, so that the latest can be taken back.

Each change is one small file in .actormap/changes: the bytes that the files had before, the fingerprint of those they had after, and what
was said. It is written before the files are, so that a change that was cut short can be taken back too.
"""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from actormap import files
from actormap.errors import InputError
from actormap.workspace.location import own_copy

FOLDER = Path(".actormap") / "changes"
_WRITTEN = {"coding": "answers", "identity": "judgements", "candidates": "decisions"}  # by what a change is about
UNSETTLED = "unsettled"  # in what a change is about: it is taken back unless `settle` says that it is whole
_REMOVE = "Remove it; what was answered before it can then be taken back."


def record(base: Path, contents: Mapping[Path, bytes], about: Mapping[str, Any]) -> Path:
    """Note a change that is about to be made and return the entry."""
    entry = {
        "about": dict(about),
        "files": {
            path.name: {
                "before": base64.b64encode(path.read_bytes()).decode() if path.exists() else None,
                "after": _fingerprint(data),
            }
            for path, data in contents.items()
        },
    }
    number = max((int(path.stem) for path in _entries(base)), default=0) + 1
    return files.write_text(base / FOLDER / f"{number:06}.json", json.dumps(entry, ensure_ascii=False, indent=1) + "\n", own_copy(base))


def take_back(base: Path, within: Path | None = None, what: str | None = None) -> dict[str, Any] | None:
    """Give the files the bytes they had before the latest change and return what it was about, None if there is no change.

    `within` is the workbook that the change must have been made in, if the workspace is one. `what` is the `what` that it must be about:
    an answer has none.
    Raises `InputError`, and changes nothing, if a file has been changed since.
    """
    for entry in reversed(_entries(base)):
        told = _told(entry)
        if UNSETTLED in told["about"] or told["about"].get("what") != what:
            continue
        if (within is not None and within.name in told["files"]) or (
            within is None and all(name.endswith(".csv") for name in told["files"])
        ):
            _restore(base, told["files"], told["about"])
            entry.unlink()
            return dict(told["about"])
    return None


def settle(entry: Path) -> None:
    """Forget how to take a change back, since it is whole and can be made again."""
    entry.unlink()


def mend(base: Path) -> bool:
    """Take back the changes that were never settled, because they were cut short, and return whether there were any.

    A file that somebody has changed since is left as it is.
    """
    unsettled = [entry for entry in _entries(base) if UNSETTLED in _told(entry)["about"]]
    for entry in reversed(unsettled):
        for name, was in _told(entry)["files"].items():
            path = base / name
            if not path.exists() or _fingerprint(path.read_bytes()) != was["after"]:
                continue
            if was["before"] is None:
                path.unlink()
            else:
                files.write_bytes(path, base64.b64decode(was["before"]), own_copy(base))
        entry.unlink()
    return bool(unsettled)


def _told(entry: Path) -> dict[str, Any]:
    """Return what an entry says; raise `InputError` if it is none that was written here, such as one that names files elsewhere."""
    try:
        told = dict(files.json_value(entry.read_text(encoding="utf-8")))
        kept = [(name, was["before"], was["after"]) for name, was in told["files"].items()]
        sound = all(Path(name).name == name and isinstance(before, str | None) and isinstance(after, str) for name, before, after in kept)
        for _, before, _ in kept:
            base64.b64decode(before or "")
        about = dict(told["about"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise InputError(f"{entry} is no note of a change.", hint=_REMOVE) from error
    said = {"what", "n"} if "what" in about else {"row", "column"}
    if not sound or not (UNSETTLED in about or said <= about.keys()):
        raise InputError(f"{entry} is no note of a change to a table here.", hint=_REMOVE)
    return told


def _restore(base: Path, kept: Mapping[str, Any], about: Mapping[str, Any]) -> None:
    waiting: dict[Path, bytes | None] = {}
    for name, was in kept.items():
        path = base / name
        before = None if was["before"] is None else base64.b64decode(was["before"])
        now = path.read_bytes() if path.exists() else None
        if now == before:
            continue
        if now is None or _fingerprint(now) != was["after"]:
            said = (
                f"{about['row']}, {about['column']} was answered"
                if "row" in about
                else f"{about['n']} {_WRITTEN.get(about['what'], 'rows')} were written"
            )
            raise InputError(
                f"{name} has been changed since {said}, so that cannot be taken back.",
                hint="Take the rows away in the file, or answer anew.",
            )
        waiting[path] = before
    for path, before in waiting.items():
        if before is None:
            path.unlink()
        else:
            files.write_bytes(path, before, own_copy(base))


def _entries(base: Path) -> list[Path]:
    return sorted(path for path in (base / FOLDER).glob("*.json") if path.stem.isdigit())


def _fingerprint(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
