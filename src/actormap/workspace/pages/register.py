"""Which pages a workspace has read, kept beside it: the fingerprint of each file, and what was read of it.

It holds what the rows hold, and the lines; neither running text nor whom to contact. Without it every page is read again, to the same rows.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from actormap import files
from actormap.workspace.location import own_copy
from actormap.workspace.pages.contradictions import Contradiction
from actormap.workspace.pages.field import PageField
from actormap.workspace.pages.page import PageReading

FILE = Path(".actormap") / "pages.json"
READER = 2  # raised when pages are read otherwise, so that they are read again


@dataclass(frozen=True, slots=True)
class PageRegister:
    """What was read of each file, by its fingerprint, and the documents that it became."""

    readings: Mapping[str, Sequence[PageReading]] = field(default_factory=dict)
    documents: Mapping[str, Sequence[str]] = field(default_factory=dict)

    def known(self, documents: Collection[str]) -> Mapping[str, Sequence[PageReading]]:
        """Return the readings whose documents are all still there."""
        return {mark: each for mark, each in self.readings.items() if each and set(self.documents.get(mark, ("",))) <= set(documents)}


def load(base: Path) -> PageRegister:
    """Return the register of the workspace in a folder; an empty one if there is none, or none that can be used."""
    try:
        told = json.loads((base / FILE).read_text(encoding="utf-8"))
        if told["reader"] != READER:
            return PageRegister()
        return PageRegister(
            {mark: [_reading(each) for each in entry["readings"]] for mark, entry in told["files"].items()},
            {mark: entry["documents"] for mark, entry in told["files"].items()},
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return PageRegister()


def save(base: Path, register: PageRegister) -> None:
    """Write the register of the workspace in a folder."""
    entries = {
        mark: {"documents": list(register.documents.get(mark, ())), "readings": [_plain(each) for each in register.readings[mark]]}
        for mark in sorted(register.readings)
    }
    content = json.dumps({"reader": READER, "files": entries}, ensure_ascii=False, separators=(",", ":"))
    files.write_text(base / FILE, content + "\n", own_copy(base))


def _plain(reading: PageReading) -> dict[str, Any]:
    told = {name: getattr(reading, name) for name in ("file", "layout", "heading", "dropped", "programme", "row")}
    return told | {
        "fields": {name: list(one.plain().values()) for name, one in reading.fields.items()},
        "places": [list(place) for place in reading.places],
        "contradictions": [[getattr(one, name) for name in one.__slots__] for one in reading.contradictions],
    }


def _reading(told: Mapping[str, Any]) -> PageReading:
    fields = {name: PageField(*values) for name, values in told["fields"].items()}
    against = tuple(Contradiction(*values) for values in told["contradictions"])
    places = tuple((name, line) for name, line in told["places"])
    return PageReading(**{**told, "fields": fields, "contradictions": against, "places": places})
