"""Which record somebody means by an id, a name or an alias, whatever its case, hyphens and spaces."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from actormap.errors import several
from actormap.i18n import LANGUAGES
from actormap.model.vocabulary import NodeWords
from actormap.workspace.problems import Fault, InEach
from actormap.workspace.reading import cells
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.reading.tables import TableLine
from actormap.workspace.schema import rows

# Comparing a word with a hundred thousand names takes seconds; a workspace with many dangling ids must not take hours.
MOST_COMPARISONS = 100_000
_SUFFIXES = ("kommun", "stad")
FEW = 5  # of what one name may mean; the others are counted
_NUMBER = re.compile(r"0*(\d+)(?:[.,]0+)?")
_BETWEEN = re.compile(r"\s*[|;\n]\s*|,\s+|\s+(?:och|samt|and|&)\s+|\s/\s")


@dataclass(frozen=True, slots=True)
class DeclaredRecord:
    """A record that an id leads to, and where it is declared; its row may have faults and counts as existing all the same."""

    id: str
    node: str
    file: str
    line: TableLine


@dataclass(slots=True)
class Index:
    """Every id and name of a workspace.

    `complete` is False if a table could not be read to its end: then nothing is called unknown.

    `absent` are the kinds of record that no table of the workspace holds, and which would.

    `same` leads from ids that are judged to be one with another to that one, so that a name of both is no riddle.
    """

    words: Mapping[str, NodeWords]
    complete: bool = True
    absent: Mapping[str, str] = field(default_factory=dict)
    same: Mapping[str, str] = field(default_factory=dict)
    _known: dict[str, DeclaredRecord] = field(default_factory=dict)
    _named: dict[str, list[str]] = field(default_factory=dict)
    _numbered: dict[str, list[str]] = field(default_factory=dict)
    _left: int = MOST_COMPARISONS

    def add(self, known: DeclaredRecord) -> None:
        """Note a record under its id, its name and its aliases."""
        self._known[known.id] = known
        if number := _NUMBER.fullmatch(known.id):
            self._numbered.setdefault(number[1], []).append(known.id)
        for name in dict.fromkeys(map(squeeze, (known.id, *spoken_names(known.line)))):
            self._named.setdefault(name, []).append(known.id)

    def get(self, id_: str) -> DeclaredRecord | None:
        """Return the record with this id, if there is one."""
        return self._known.get(id_)

    def spelt_otherwise(self, id_: str) -> DeclaredRecord | None:
        """Return the record whose id is the same number, written otherwise: 7 for 007."""
        number = _NUMBER.fullmatch(id_)
        same = self._numbered.get(number[1], []) if number else []
        return next((self._known[other] for other in same if other != id_), None)

    def first(self, id_: str) -> str:
        """Return the id of the record that one is judged to be one with, else the id itself."""
        return self.same.get(id_, id_)

    def redirect(self, first: Mapping[str, str]) -> None:
        """Let ids lead to the records that theirs have become one with."""
        self._known |= {id_: self._known[stays] for id_, stays in first.items()}

    def resolve(self, found: Any, nodes: Collection[str], *, unknown: str, wrong: str = "wrong_record", **values: Any) -> str | None:
        """Return the id of the record of one of the `nodes` that a cell means, or None if that cannot be known.

        An id goes before a name. Raises `Fault`: `unknown` with the closest ids, `wrong` if the record is of another kind,
        or one that names the candidates if a name is shared.
        """
        word = found if type(found) is str else cells.text(found)
        known = self._known.get(word)
        if known and known.node in nodes:
            return known.id
        candidates = [known.id] if known else self._by_name(cells.text(word))
        fitting = [id_ for id_ in candidates if self._known[id_].node in nodes]
        if len({self.first(id_) for id_ in fitting}) == 1:
            return self._known[fitting[0]].id
        if fitting:
            raise Fault("ambiguous_name", ", ".join(fitting[:FEW]), candidates=several(fitting, most=FEW))
        if candidates:
            record = self._known[candidates[0]].node
            raise Fault(wrong, record=self._called((record,)), allowed=self._called(nodes), **values)
        if not self.complete:
            return None
        if names := self._several(word):
            raise Fault("several_names", names=", ".join(names))
        fault = Fault(unknown, ", ".join(self._near(word, nodes)) or None, **values)
        fault.absent = tuple(dict.fromkeys(self.absent[node] for node in nodes if node in self.absent))
        fault.elsewhere = any(node not in self.absent for node in nodes)
        raise fault

    def _several(self, word: str) -> tuple[str, ...]:
        """Return the names that a cell holds, if it holds several and each is known."""
        parts = tuple(part for part in _BETWEEN.split(word) if part)
        return parts if len(parts) > 1 and all(part in self._known or self._by_name(part) for part in parts) else ()

    def node_of(self, found: Any) -> str | None:
        """Return the kind of record that a cell means, if it means just one."""
        word = cells.text(found)
        candidates = [word] if word in self._known else self._by_name(word)
        return self._known[candidates[0]].node if len(candidates) == 1 else None

    def _by_name(self, word: str) -> list[str]:
        squeezed = squeeze(word)
        found = self._named.get(squeezed)
        return found or list(self._bare_municipality(squeezed))

    def _bare_municipality(self, squeezed: str) -> Iterator[str]:
        # "Lilla Edets kommun" and "Göteborgs Stad" are how municipalities are called in running text.
        for suffix in _SUFFIXES:
            if squeezed.endswith(suffix) and len(squeezed) > len(suffix) + 1:
                stem = squeezed.removesuffix(suffix)
                for name in (stem, stem.removesuffix("s")):
                    found = [id_ for id_ in self._named.get(name, ()) if self._known[id_].node == "municipality"]
                    if found:
                        yield from found
                        return

    def _near(self, word: str, nodes: Collection[str]) -> tuple[str, ...]:
        if same := self.spelt_otherwise(word):
            return (same.id,)
        squeezed = squeeze(word)
        alike = len(self._named) <= 5_000
        pool = {
            name: ids[0]
            for name, ids in self._named.items()
            if self._known[ids[0]].node in nodes and (alike or (name[:1] == squeezed[:1] and abs(len(name) - len(squeezed)) <= 2))
        }
        if len(pool) > self._left:
            return ()
        self._left -= len(pool)
        return closest(word, pool, n=3)

    def _called(self, nodes: Collection[str]) -> InEach:
        return InEach({lang: ", ".join(self.words[node].words[lang][0] for node in nodes) for lang in LANGUAGES})


def spoken_names(line: TableLine) -> tuple[str, ...]:
    """Return the name and aliases of a row, also of one with faults."""
    name = line.cells.get("name", line.cells.get("title"))
    return (*((cells.text(name),) if name is not None else ()), *cells.names(line.cells.get("aliases", "")))


def id_of(line: TableLine) -> str | None:
    """Return the id of a row, also of one with faults."""
    return cells.text(line.cells["id"]) if "id" in line.cells else None


def node_of(table: str) -> str:
    """Return the kind of record that a table holds."""
    return rows.NODES_OF[table]
