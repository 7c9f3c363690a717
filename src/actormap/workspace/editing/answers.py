"""Writes down in a workspace's files what a network itself answers about its required coverage, and takes it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from actormap import workspace as workspaces
from actormap.errors import InputError, UnknownName, UsageError, parameter
from actormap.i18n import Texts
from actormap.model import lookup
from actormap.model.records import Document, Municipality, Network, Requirement, Snapshot
from actormap.model.requirements import lines
from actormap.workspace import editing
from actormap.workspace.editing.edit import EditableTable
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.reading.privacy import personal
from actormap.workspace.writing.example import slug

UNKNOWN = "unknown"
MOST_DIGITS = 5  # in what is no date: a role or a title has no use for more, a telephone number has


@dataclass(frozen=True, slots=True)
class RoomAnswer:
    """What was said in the room: yes, no, or unknown, which takes an answer away; by which role, never which person; where and when.

    `document` is the id or title of the meeting's document, one named after the date unless given.
    """

    answer: str
    date: str
    by: str | None = None
    document: str | None = None


def record(
    place: str | Path, row: str, column: str, answer: RoomAnswer, *, lang: str | None = None, **where: str | None
) -> Mapping[str, Any]:
    """Write an answer as a line of its own in the table coverage, its meeting in documents if that is new, and return what was written.

    `where` may name the `municipality` and the `network`. An answer to what is answered already takes its place.
    Raises `UsageError` if the workspace is the built-in one, the cell is not clear or somebody could be identified, `UnknownName` if there
    is no such cell, `InvalidWorkspace` if the files have errors.
    """
    change = editing.begin(place)
    workspace = workspaces.require_valid(workspaces.read(place))
    for text in (answer.by, answer.document):
        refuse_personal(text)
    snapshot = workspace.snapshot
    network = _network(snapshot, where.get("network") or workspace.focal_network)
    asked = _asked(snapshot, network, row, column, where.get("municipality"))
    table = change.table("coverage")
    if answer.answer == UNKNOWN:
        _remove(table, snapshot, asked)
    else:
        document = _document(snapshot, network, answer, Texts.load(lang or workspace.language))
        if document.id not in snapshot.by_id:
            columns = ("id", "title", "publisher", "published")
            change.table("documents").add({name: getattr(document, name) for name in columns})
        for line in asked:
            _write(table, snapshot, line, {"answer": answer.answer, "document": document.id, "locator": answer.by})
    about = _about(snapshot, asked[0], answer)
    change.write(about)
    if errors := workspaces.read(place).errors:
        editing.take_back(place)
        raise InputError(
            f"With the answer {errors[0].place()} would be wrong, so nothing has been written.",
            hint=errors[0].meant(Texts.load("en")),
        )
    return about


def _about(snapshot: Snapshot, line: Requirement, answer: RoomAnswer) -> dict[str, Any]:
    place = snapshot.by_id[line.municipality].name if line.municipality else None
    labels = {"network": line.network, "row": line.row, "column": line.column, "municipality": place}
    return labels | {"answer": answer.answer, "by": answer.by, "date": answer.date}


def take_back(place: str | Path) -> Mapping[str, Any]:
    """Give the files the bytes they had before the latest answer and return what it was; raise `UsageError` if there is none."""
    about = editing.take_back(place)
    if about is None:
        raise UsageError("There is no answer to take back.", hint="actormap answer --list shows what is recorded.")
    return about


def refuse_personal(text: str | None, said_as: str = "by") -> None:
    """Raise `UsageError` if a text, given as the parameter `said_as`, seems to identify somebody."""
    bare = "".join((text or "").split("-"))
    if text and ("@" in text or personal(text) or (sum(map(str.isdigit, bare)) > MOST_DIGITS and not _is_dated(text))):
        raise UsageError(
            "That looks like an e-mail address or a telephone number, and what is kept here names nobody.",
            hint=f"Write the role that answered, such as {parameter(said_as)} nätverksansvarig.",
        )


def _is_dated(text: str) -> bool:
    """Return whether all the figures of a text are those of dates, such as a meeting's."""
    words = text.replace(",", " ").split()
    return all(sum(map(str.isdigit, word)) <= MOST_DIGITS or _is_date(word) for word in words)


def _is_date(word: str) -> bool:
    parts = word.strip("().:;").split("-")
    return len(parts) == 3 and list(map(len, parts)) == [4, 2, 2] and all(map(str.isdigit, parts))


def _network(snapshot: Snapshot, named: str | None) -> Network:
    meant = lookup.only(snapshot.networks) if named is None else lookup.the("network", named, snapshot.networks)
    if meant is None:
        raise UsageError("No network is in focus.", hint=f"Name one with {parameter('network')}, or as focal_network in actormap.toml.")
    return next(network for network in snapshot.networks if network.id == meant)


def _asked(snapshot: Snapshot, network: Network, row: str, column: str, municipality: str | None) -> list[Requirement]:
    """Return the lines that are answered: one cell, mostly one line."""
    every = lines(snapshot, network.id)
    of_row = [line for line in every if squeeze(line.row) == squeeze(row)]
    if not of_row:
        raise UnknownName("row", row, {line.row for line in every})
    found = [line for line in of_row if squeeze(line.column) == squeeze(column)]
    if not found:
        raise UnknownName("column", column, {line.column for line in of_row})
    places = [place for place in snapshot.municipalities if place.id in {line.municipality for line in found}]
    if municipality is not None:
        chosen = {place.id for place in places if _means(municipality, place)}
        if not chosen:
            raise UnknownName("municipality", municipality, {place.name for place in places})
        found = [line for line in found if line.municipality in chosen]
    elif len(places) > 1:
        names = ", ".join(sorted(place.name for place in places))
        raise UsageError(
            f"{found[0].row}, {found[0].column} is a cell of each of {names}.", hint=f"Say which with {parameter('municipality')}."
        )
    return found


def _document(snapshot: Snapshot, network: Network, answer: RoomAnswer, texts: Texts) -> Document:
    title = answer.document or texts("answer.document", network=network.name, date=answer.date)
    for document in snapshot.documents:
        if title == document.id or squeeze(title) == squeeze(document.title):
            if document.published not in (None, answer.date) and answer.document is not None:
                raise UsageError(
                    f'The document "{document.title}" is from {document.published}, not {answer.date}.',
                    hint=f"Say {parameter('date')} as the document has it, or name another document.",
                )
            return document
    wanted = slug(title) or f"{network.id}-{answer.date}"
    free = next(name for name in _numbered(wanted) if name not in snapshot.by_id)
    return Document(id=free, title=title, publisher=network.name, published=answer.date)


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}-{number}" for number in range(2, 10_000))


def _write(table: EditableTable, snapshot: Snapshot, line: Requirement, said: Mapping[str, Any]) -> None:
    found = _rows(table, snapshot, line)
    if found:
        table.change(found[0], said)
        return
    weight = int(line.weight) if line.weight == int(line.weight) else line.weight
    asked = {name: getattr(line, name) for name in ("network", "row", "column", "municipality", "kind", "theme", "role")}
    asked |= {"minimum": line.minimum if line.minimum != 1 else None, "weight": weight if weight != 1 else None}
    table.add({name: value for name, value in (asked | dict(said)).items() if value is not None})


def _remove(table: EditableTable, snapshot: Snapshot, asked: Iterable[Requirement]) -> None:
    found = sorted({number for line in asked for number in _rows(table, snapshot, line)}, reverse=True)
    if not found:
        raise UsageError("There is no answer there to take away.", hint="actormap answer --list shows what is recorded.")
    for number in found:
        table.remove(number)


def _rows(table: EditableTable, snapshot: Snapshot, line: Requirement) -> list[int]:
    """Return the numbers of the rows that hold the answer to a line, whatever names they use."""
    found = [(number, given) for number, given in table.rows() if given.get("answer") and _is_about(given, snapshot, line)]
    if len(found) > 1:
        exact = [
            (number, given)
            for number, given in found
            if all((given.get(name) or None) == getattr(line, name) for name in ("kind", "theme", "role"))
        ]
        found = exact or found
    return [number for number, _ in found]


def _is_about(given: Mapping[str, str], snapshot: Snapshot, line: Requirement) -> bool:
    labels = all(given.get(name) == getattr(line, name) for name in ("row", "column"))
    return labels and all(_same(given.get(name), getattr(line, name), snapshot) for name in ("network", "municipality"))


def _same(given: str | None, wanted: str | None, snapshot: Snapshot) -> bool:
    if given is None or wanted is None:
        return given is wanted
    return _means(given, snapshot.by_id[wanted])


def _means(word: str, node: Any) -> bool:
    names = [node.id, node.name, *node.aliases]
    if isinstance(node, Municipality):
        names.append(f"{node.name} kommun")
    return squeeze(word) in map(squeeze, names)
