"""One gathered node as a record, and one found tie as a statement: every value in the column that has it, all others as attributes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from actormap.i18n import Texts
from actormap.model import dates
from actormap.model.records import NODE_TABLES, Evidence, Node
from actormap.workspace.checks.registry import is_plausible_row
from actormap.workspace.importing import cell_values
from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.importing.found import FoundTie, NotTaken, Spot, findings
from actormap.workspace.importing.own_words import OwnWords
from actormap.workspace.importing.register import Gathered
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.titles import column_name
from actormap.workspace.schema import rows

_RECORDS = {record.node: (table, record) for table, record in NODE_TABLES.items()}
_CLOSED = {("actor", "status"): "statuses", ("network", "status"): "network_statuses", ("project", "programme"): "programmes"}
_SAME = {"start": "valid_from", "end": "valid_to", "valid_from": "start", "valid_to": "end"}
_OF_KEY = ("role", "valid_from")


@dataclass(frozen=True, slots=True)
class Noted:
    """What is noted while records are made: lines and values that are not taken, and what is odd about a row as a whole."""

    left_out: list[NotTaken] = field(default_factory=list)
    findings: Findings = field(default_factory=findings)


Referred = Callable[[str, str], str]  # a kind of record and a word for one -> its id


def node(gathered: Gathered, id_: str, record: str, kind: str, words: OwnWords, refer: Referred, noted: Noted) -> Node:
    """Return a node as a record of a kind; values that its table has no column for are attributes."""
    table, made = _RECORDS[record]
    columns = {each.name for each in fields(made)} - {"id", "name", "title", "kind", "attributes"}
    values: dict[str, Any] = {}
    extra: dict[str, str] = dict(gathered.attributes)
    for name, value in gathered.values.items():
        column = name if name in columns else _SAME.get(name, name)
        closed = _CLOSED.get((record, column))
        said = words.closed(closed, str(value)) if closed else value
        if column in columns and said is not None:
            values.setdefault(column, said)
        elif value not in (gathered.name, (gathered.name,)):
            extra[name] = "|".join(value) if isinstance(value, tuple) else str(value)
    if "municipality" in values:
        values["municipality"] = refer("municipality", values["municipality"])
    if "document" in values:
        values["document"] = refer("document", values["document"])
    if "aliases" in columns:
        own = [*values.get("aliases", ()), *(spelt for spelt in gathered.spellings if spelt != id_)]
        values["aliases"] = tuple(each for each in dict.fromkeys(own) if each != gathered.name)
    _end_after_start(values, ("start", "end") if record == "project" else ("valid_from", "valid_to"), gathered.spot, noted.left_out)
    named: dict[str, Any] = {"title": gathered.name} if record == "document" else {"name": gathered.name}
    kinds: dict[str, Any] = {} if record in ("municipality", "document") else {"kind": kind}
    record_made: Node = made(id=id_, **named, **kinds, **values, attributes=attributes(extra, table))
    is_plausible_row(table, gathered.spot.sheet_name, gathered.spot.row, values, record_made, noted.findings)
    return record_made


def attributes(given: Mapping[str, str], table: str) -> tuple[tuple[str, str], ...]:
    """Return attributes as a table keeps them: none under the name of a column, no two under one name."""
    known = set(rows.columns(table))
    kept: dict[str, tuple[str, str]] = {}
    for title, value in given.items():
        text = cell_text(value)
        name = " ".join(cell_text(title).split())
        if column_name(name) in known or not column_name(name):
            name = f"{name}_2"
        if text:
            kept.setdefault(column_name(name), (name, text))
    return tuple(sorted(kept.values()))


def statements(
    tie: FoundTie, texts: Texts, words: OwnWords, document: str, refer: Referred, who: Callable[[str], str], left_out: list[NotTaken]
) -> tuple[dict[str, Any], tuple[Evidence, ...]]:
    """Return what a tie adds to the key of its relationship, role and valid_from, and the statements that it makes."""
    values = dict(tie.values)
    _end_after_start(values, ("valid_from", "valid_to"), tie.spot, left_out)
    key = {name: values.pop(name) for name in _OF_KEY if name in values}
    if tie.evidence:
        return key, tuple(_kept(each, words, refer) for each in tie.evidence)
    if "status" in values and (status := words.closed("statuses", values.pop("status"))):
        values["status"] = status
    elsewhere = "document" in values
    values["document"] = refer("document", values["document"]) if elsewhere else document
    if not elsewhere:
        values["locator"] = locator(tie.spot, texts)
    if "informant" in values:
        values["informant"] = who(values["informant"])
    return key, (Evidence(**values, attributes=attributes(tie.attributes, "relationships")),)


def _kept(given: Mapping[str, Any], words: OwnWords, refer: Referred) -> Evidence:
    """Return a statement as exports from here write it; what somebody has made of it that no statement can say is left out."""
    known = {each.name for each in fields(Evidence)} - {"attributes"}
    read = {name: _sound(name, value, words) for name, value in given.items() if name in known}
    values = {name: value for name, value in read.items() if value is not None}
    pairs = given.get("attributes", ())
    sound = isinstance(pairs, list | tuple) and all(isinstance(pair, list | tuple) and len(pair) == 2 for pair in pairs)
    values["attributes"] = attributes({str(name): str(value) for name, value in pairs} if sound else {}, "relationships")
    if "document" in values:
        values["document"] = refer("document", values["document"])
    return Evidence(**values)


def _sound(name: str, value: Any, words: OwnWords) -> Any:
    """Return a value of a statement as its column reads it, None if that cannot."""
    if isinstance(value, list | dict | bool) or value in (None, ""):
        return None
    if name == "status":
        return words.closed("statuses", str(value))
    form = cell_values.forms().get(name)
    try:
        return form.read(value) if form and form.read else cell_text(value) or None
    except Fault:
        return None


def locator(spot: Spot, texts: Texts) -> str:
    """Return where in its file something stands, in words."""
    said = [texts("import.locator.sheet", sheet=spot.sheet)] if spot.sheet else []
    said += [texts("import.locator.row", row=str(spot.row))] if spot.row is not None else []
    said += [texts("import.locator.column", column=spot.column)] if spot.column else []
    said += [texts("import.locator.element", id=spot.element)] if spot.element else []
    return ", ".join(said)


def _end_after_start(values: dict[str, Any], names: tuple[str, str], spot: Spot, left_out: list[NotTaken]) -> None:
    start, end = (values.get(name) for name in names)
    if dates.ends_before_start(start, end):
        left_out.append(NotTaken(spot, "ends_before_start", f"{start} – {end}", part=True))
        del values[names[1]]
