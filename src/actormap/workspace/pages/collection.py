"""Many files read: pages and tables of projects, those that have been read before passed over, and what could not be read told."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from actormap.errors import InputError
from actormap.workspace.pages import exchange, layouts, page, text
from actormap.workspace.pages.exchange import ProjectTable
from actormap.workspace.pages.page import PageReading

SUFFIXES = (".txt", ".html", ".htm", ".xhtml", ".pdf", ".csv", ".tsv", ".xlsx")
TABLES = (".csv", ".tsv", ".xlsx")
Progress = Callable[[int, int], None]
Known = Mapping[str, Sequence[PageReading]]


@dataclass(frozen=True, slots=True)
class PageCollection:
    """What some files say, in their order. `refused` are those that could not be read, with the reason; `prints` the fingerprints."""

    readings: tuple[PageReading, ...] = ()
    refused: tuple[tuple[str, str], ...] = ()
    prints: Mapping[str, str] = field(default_factory=dict)
    unchanged: frozenset[str] = frozenset()

    def pages(self) -> tuple[PageReading, ...]:
        """Return what was read of a layout that is known."""
        return tuple(each for each in self.readings if each.layout != layouts.OTHER)

    def dropped(self) -> dict[str, int]:
        """Return how many personal data were left out, by kind."""
        counted: Counter[str] = Counter()
        for each in self.readings:
            counted.update(each.dropped)
        return dict(sorted(counted.items()))


def files_of(places: Iterable[Path]) -> list[Path]:
    """Return the files that are meant, those of a folder in the order of their names; raise `InputError` if one is not there."""
    found: list[Path] = []
    for place in places:
        if place.is_dir():
            within = sorted(path for path in place.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
            if not within:
                raise InputError(f"{place} holds no page.", hint=f"Pages end in {', '.join(SUFFIXES)}.")
            found += within
        elif place.is_file():
            found.append(place)
        else:
            raise InputError(f"There is no file {place}.", hint="Name the pages, or the folder they lie in.")
    return list(dict.fromkeys(found))


def read(paths: Sequence[Path], *, known: Known | None = None, progress: Progress | None = None) -> PageCollection:
    """Return what some files say. `known` are readings by the fingerprint of their file, which are taken as they are.

    A file that cannot be read, or whose layout is not known, does not stop the others.
    """
    told: dict[str, list[PageReading]] = {}
    tables: list[ProjectTable] = []
    refused: list[tuple[str, str]] = []
    prints: dict[str, str] = {}
    unchanged: set[str] = set()
    for number, path in enumerate(paths, start=1):
        name = path.as_posix()
        told[name] = []
        try:
            data = _bytes(path)
            prints[name] = hashlib.sha256(data).hexdigest()
            if known and prints[name] in known:
                told[name] = [replace(each, file=name) for each in known[prints[name]]]
                unchanged.add(name)
            elif path.suffix.lower() in TABLES:
                tables.append(exchange.table_of(name, data))
            else:
                told[name] = [page.read(name, text.lines_of(name, data))]
        except InputError as error:
            refused.append((name, str(error)))
        refused += [(name, unrecognised(each)) for each in told[name] if each.layout == layouts.OTHER]
        if progress:
            progress(number, len(paths))
    for each in exchange.readings(tables):
        told[each.file].append(each)
    return PageCollection(tuple(each for readings in told.values() for each in readings), tuple(refused), prints, frozenset(unchanged))


def unrecognised(reading: PageReading) -> str:
    """Return the sentence about a page whose layout is not known: what of it was recognised, by label and line."""
    labels = sorted({(each.line, each.label) for each in reading.fields.values() if each.label != page.RUNNING_TEXT})
    known = ", ".join(f"{label} (line {line})" for line, label in labels)
    if not known:
        return (
            f"{reading.file} has no layout of the project bank's pages. No label of one was recognised. "
            "Save the whole page of the project, with its header, as text, HTML or PDF."
        )
    return f"{reading.file} has no layout of the project bank's pages. Recognised were {known}."


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"{path} cannot be opened: {error.strerror}.") from error
