"""What a workspace already has of the projects, organisations and municipalities that pages name, and what it will have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actormap.model import dates
from actormap.model.records import Snapshot
from actormap.workspace.pages import municipalities
from actormap.workspace.reading.fuzzy import squeeze
from actormap.workspace.writing.example import slug

# What an organisation's name says of its kind; a name that says nothing is an "other".
_KINDS = (
    (re.compile(r"samordningsförbund", re.IGNORECASE), "coordination_association"),
    (re.compile(r"kommunalförbund|kommunförbund|regionförbund|göteborgsregionen\b", re.IGNORECASE), "regional_federation"),
    (re.compile(r"^region\s|regionen$|landsting(?:et)?\b", re.IGNORECASE), "region"),
    (
        re.compile(r"^länsstyrelsen|^myndigheten\b|^arbetsförmedlingen|^försäkringskassan|verket$|^statens\b", re.IGNORECASE),
        "national_authority",
    ),
    (re.compile(r"\b(?:universitet|högskola)(?:n|et)?\b", re.IGNORECASE), "university"),
    (re.compile(r"\b(?:AB|aktiebolag|HB|KB)\b"), "business"),
    (
        re.compile(r"förening\b|föreningen\b|folkbildning|studieförbund|^rädda barnen|röda korset|stiftelsen\b", re.IGNORECASE),
        "civil_society",
    ),
)
_SHORT_TOO = re.compile(r"(.{6,}), ([A-ZÅÄÖ]{2,6})")  # "Göteborgsregionens kommunalförbund, GR"
_LONGEST_ID = 60
Row = dict[str, Any]


@dataclass(slots=True)
class KnownRecords:
    """The records of a workspace by id and by name, and the rows that are to be added and changed."""

    projects: dict[str, Row]
    ids: set[str]
    added: dict[str, dict[str, Row]] = field(default_factory=dict)
    changed: dict[str, Row] = field(default_factory=dict)
    ties: list[Row] = field(default_factory=list)
    _names: dict[str, list[str]] = field(default_factory=dict)
    _stated: set[tuple[Any, ...]] = field(default_factory=set)
    _called: dict[str, list[str]] = field(default_factory=dict)
    _numbers: dict[str, str] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, snapshot: Snapshot) -> KnownRecords:
        """Return what a workspace has."""
        columns = list(snapshot.projects[0].__slots__) if snapshot.projects else []
        known = cls({each.id: {name: getattr(each, name) for name in columns} for each in snapshot.projects}, set(snapshot.by_id))
        known.titles = {each.id: each.title for each in snapshot.documents}
        for actor in snapshot.actors:
            known._name(actor.id, (actor.name, *actor.aliases))
        for municipality in snapshot.municipalities:
            known._name(municipality.id, (municipality.name, *municipality.aliases))
        for project in snapshot.projects:
            known._call(project.id, (project.name, *project.aliases), project.number)
        for tie in snapshot.relationships:
            known._stated |= {(tie.source, tie.type, tie.target, evidence.document) for evidence in tie.evidence}
        return known

    def project(self, values: Mapping[str, Any]) -> str | None:
        """Return the project that a page is about: the one with its number, or with its name if nothing speaks against it."""
        number, name = values.get("number"), values.get("name")
        if number and number in self._numbers:
            return self._numbers[number]
        return next((id_ for id_ in self._called.get(squeeze(name or ""), ()) if _agree(self.projects[id_], values)), None)

    def owner(self, names: Iterable[str]) -> str | None:
        """Return the organisation or municipality of the first name that one here has, None if there is none or they are several."""
        for name in names:
            place = municipalities.named(name)
            for word in (name, *((place.name,) if place else ())):
                found = self._names.get(squeeze(word), [])
                if found:
                    return found[0] if len(found) == 1 else None
        return None

    def is_ambiguous(self, names: Iterable[str]) -> bool:
        """Return whether one of some names is that of several."""
        return any(len(self._names.get(squeeze(name), ())) > 1 for name in names)

    def add_project(self, values: Row) -> str:
        """Note a new project and return its id."""
        id_ = self._free(
            slug(values["name"])[:_LONGEST_ID].strip("-") or slug(values.get("number") or "") or "project", values.get("number")
        )
        self.projects[id_] = values
        self.added.setdefault("projects", {})[id_] = values
        self._call(id_, (values["name"],), values.get("number"))
        return id_

    def kind_of(self, name: str) -> str:
        """Return the kind of organisation that a name says, "other" if it says none."""
        return next((kind for pattern, kind in _KINDS if pattern.search(name)), "other")

    def add_owner(self, names: Sequence[str], source: Row) -> str:
        """Note a new organisation by the first of its names, or a municipality if one of them is a municipality's, and return its id."""
        if place := next(filter(None, map(municipalities.named, names)), None):
            return self.municipality(place.name, source)
        name = names[0]
        id_ = self.add("actors", name, {"kind": self.kind_of(name)} | source)
        if both := _SHORT_TOO.fullmatch(name):
            # Another page has the name without its short form, or the text has that alone.
            self.added["actors"][id_]["aliases"] = "|".join(both.groups())
            self._name(id_, both.groups())
        return id_

    def municipality(self, name: str, source: Row) -> str:
        """Return the id of a municipality, noting it if it is new."""
        if found := self._names.get(squeeze(name)):
            return found[0]
        place = municipalities.known()[squeeze(name)]
        return self.add("municipalities", place.name, {"code": place.code, "county": place.county} | source)

    def document(self, title: str, publisher: str | None, wanted: str) -> str:
        """Note a new document and return its id."""
        id_ = self._free(slug(wanted)[:_LONGEST_ID].strip("-") or "page", None)
        self.added.setdefault("documents", {})[id_] = {"title": title, "publisher": publisher}
        return id_

    def tie(self, source: str, type_: str, target: str, evidence: Row) -> None:
        """Note a relationship, unless the same document says it already."""
        key = (source, type_, target, evidence["document"])
        if key not in self._stated:
            self._stated.add(key)
            self.ties.append({"source": source, "type": type_, "target": target, "status": "stated"} | evidence)

    def change(self, project: str, values: Row) -> None:
        """Give some cells of a project other values."""
        self.projects[project].update(values)
        if values.get("number"):
            self._numbers.setdefault(values["number"], project)
        if project not in self.added.get("projects", {}):
            self.changed.setdefault(project, {}).update(values)

    def add(self, table: str, name: str, row: Row) -> str:
        """Note a new record of a table and return its id."""
        id_ = self._free(slug(name)[:_LONGEST_ID].strip("-") or "actor", None)
        self.added.setdefault(table, {})[id_] = {"name": name} | row
        self._name(id_, (name,))
        return id_

    def _name(self, id_: str, names: Iterable[str]) -> None:
        for name in dict.fromkeys(map(squeeze, names)):
            self._names.setdefault(name, []).append(id_)

    def _call(self, id_: str, names: Iterable[str], number: str | None) -> None:
        if number:
            self._numbers.setdefault(number, id_)
        for name in dict.fromkeys(map(squeeze, names)):
            self._called.setdefault(name, []).append(id_)

    def _free(self, wanted: str, number: str | None) -> str:
        id_ = next(name for name in _numbered(wanted, number) if name not in self.ids)
        self.ids.add(id_)
        return id_


def _agree(row: Mapping[str, Any], values: Mapping[str, Any]) -> bool:
    """Return whether nothing that both say of a project of one name tells that they are two."""
    if row.get("number") and values.get("number"):
        return False
    if row.get("programme") and values.get("programme") and row["programme"] != values["programme"]:
        return False
    start, other = row.get("start"), values.get("start")
    return not (start and other) or dates.overlaps(start, dates.last_day(start), dates.first_day(other), dates.last_day(other))


def _numbered(wanted: str, number: str | None) -> Iterator[str]:
    yield wanted
    if number:
        yield f"{wanted}-{slug(number)}"
    yield from (f"{wanted}-{place}" for place in range(2, 1_000_000))
