"""What all files together hold, as the records of a workspace with the words it needs besides the shipped vocabulary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from actormap.errors import several
from actormap.i18n import Texts
from actormap.model.records import Document, Evidence, Municipality, Node, Relationship, Snapshot
from actormap.model.vocabulary import ACTOR_NODES, NODES, VENUE_NODES, Vocabulary
from actormap.workspace.importing import identifiers, records
from actormap.workspace.importing.cleaning import cell_text
from actormap.workspace.importing.found import Found, FoundTie, Noticed, NotTaken
from actormap.workspace.importing.own_words import ADDRESSES, ANY_END, CONTACT, DEFAULT_KINDS, PARTICIPATES, OwnWords
from actormap.workspace.importing.register import Gathered, Register
from actormap.workspace.problems import Findings, Problem
from actormap.workspace.reading.fuzzy import squeeze

_VENUE_FIRST = ("network", "actor", "project", "municipality", "theme")
_ACTOR_FIRST = ("actor", "network", "project", "municipality", "theme")
_SUFFIXES = ("kommun", "stad")
Counted = Callable[[Iterable[FoundTie]], Iterable[FoundTie]]


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import makes: the graph, own words in the form of actormap.toml, and everything to tell of how it came about.

    A value that one of the `problems` calls an error was not taken; one that is warned of was. `refused` are how many of the ties found in
    each sheet are among those left out.
    """

    found: tuple[Found, ...]
    snapshot: Snapshot
    words: Mapping[str, Any]
    view: str
    left_out: tuple[NotTaken, ...]
    problems: tuple[Problem, ...]
    remarks: tuple[Noticed, ...]
    refused: Mapping[str, int]


@dataclass(slots=True)
class _Tie:
    """A tie between two nodes that are known, of a type of the vocabulary or the workspace's own."""

    found: FoundTie
    source: Gathered
    target: Gathered
    type: str | None = None


@dataclass(slots=True)
class _Assembly:
    texts: Texts
    words: OwnWords
    register: Register = field(default_factory=Register)
    ties: list[_Tie] = field(default_factory=list)
    noted: records.Noted = field(default_factory=records.Noted)
    remarks: list[Noticed] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)
    kinds: dict[int, tuple[str, str]] = field(default_factory=dict)
    ids: dict[int, str] = field(default_factory=dict)
    added: dict[tuple[str, str], Municipality | Document] = field(default_factory=dict)
    known: dict[tuple[str, str], str] = field(default_factory=dict)

    def gather(self, found: Sequence[Found], counted: Counted) -> None:
        self.register.declare(found)
        for each in found:
            self.noted.left_out.extend(each.left_out)
            self.remarks += each.remarks
            for tie in counted(each.ties):
                self._tie(tie)
        self.remarks += self.register.remarks
        if strange := self.register.undeclared:
            self.remarks.append(Noticed("undeclared", {"names": several(strange), "n": len(strange)}))

    def _tie(self, tie: FoundTie) -> None:
        ends = {"source": cell_text(tie.source), "target": cell_text(tie.target)}
        if missing := next((end for end, name in ends.items() if not name), None):
            self._refuse(tie, f"no_{missing}")
            return
        source, target = (self.register.meant(name, tie.spot) for name in ends.values())
        if source is target:
            self._refuse(tie, "to_itself")
            return
        type_, backwards = self.words.type(tie.type) if tie.type else (None, False)
        self.ties.append(_Tie(tie, target, source, type_) if backwards else _Tie(tie, source, target, type_))

    def _refuse(self, tie: FoundTie, key: str) -> None:
        self.refused[tie.spot.sheet_name] += 1
        self.noted.left_out.append(NotTaken(tie.spot, key, f"{tie.source} – {tie.target}"))

    def name_kinds(self) -> None:
        """Settle which record and kind every node is: what its file says, or what its ties allow."""
        allowed: dict[int, set[str]] = {}
        only_target: dict[int, bool] = {}
        for tie in self.ties:
            sources, targets = self.words.ends(tie.type) if tie.type else (ANY_END, ANY_END)
            allowed.setdefault(id(tie.source), set(ANY_END)).intersection_update(sources)
            allowed.setdefault(id(tie.target), set(ANY_END)).intersection_update(targets)
            only_target[id(tie.source)] = False
            venue = tie.type is not None and not self.words.is_own(tie.type) and self.words.makes_ties(tie.type)
            only_target[id(tie.target)] = only_target.get(id(tie.target), True) and venue
        assumed: Counter[str] = Counter()
        for node in self.register.nodes:
            if node.kind:
                self.kinds[id(node)] = self.words.kind(node.kind, node.node)
                continue
            record = node.node if node.node in NODES else None
            if record is None:
                order = _VENUE_FIRST if only_target.get(id(node)) else _ACTOR_FIRST
                record = next((each for each in order if each in allowed.get(id(node), ANY_END)), "actor")
            if node.node not in ("municipality", "document"):
                assumed[record] += 1
            self.kinds[id(node)] = (record, DEFAULT_KINDS[record])
        for record, times in assumed.items():
            self.remarks.append(Noticed("assumed_kind", {"record": record, "kind": DEFAULT_KINDS[record], "n": times}))

    def name_types(self) -> None:
        """Settle the type of every tie that says none, and let types go where the file has them."""
        assumed: Counter[str] = Counter()
        wider: dict[str, None] = {}
        for tie in self.ties:
            source, target = self.kinds[id(tie.source)][0], self.kinds[id(tie.target)][0]
            if tie.type is None:
                if source in VENUE_NODES and target in ACTOR_NODES and tie.found.directed is not True:
                    # Who takes part is the actor, whichever of them a tie without direction names first.
                    tie.source, tie.target, source, target = tie.target, tie.source, target, source
                tie.type = self._default(source, target)
                assumed[tie.type] += 1
            if self.words.allow(tie.type, source, target):
                wider.setdefault(tie.type)
        for name, times in assumed.items():
            self.remarks.append(Noticed("assumed_type", {"type": name, "n": times}))
        for name in wider:
            self.remarks.append(Noticed("wider_type", {"type": name}))

    def _default(self, source: str, target: str) -> str:
        if source in ACTOR_NODES and target in VENUE_NODES:
            return PARTICIPATES
        return ADDRESSES if target == "theme" and source != "theme" else self.words.shipped(CONTACT)

    def refer(self, record: str, word: str) -> str:
        """Return the id of the municipality or document that a word means; one that no file declares is added."""
        squeezed = squeeze(word)
        bare = (squeezed.removesuffix(suffix) for suffix in _SUFFIXES)
        for spelling in (word, squeezed, *bare, *(squeezed + suffix for suffix in _SUFFIXES)):
            if found := self.known.get((record, spelling)):
                return found
        key = (record, squeezed)
        if key not in self.added:
            name = identifiers.free(word, [*self.ids.values(), *(each.id for each in self.added.values())])
            self.added[key] = Municipality(id=name, name=word) if record == "municipality" else Document(id=name, title=word)
            self.remarks.append(Noticed(f"added_{record}", {"name": word}))
        return self.added[key].id

    def documents(self, found: Sequence[Found]) -> dict[str, str]:
        """Return the document that each file is, by its name; a file whose statements all name documents of their own is none."""
        for name in dict.fromkeys(tie.spot.file for each in found for tie in each.ties if not _is_cited(tie)):
            given = [*self.ids.values(), *(each.id for each in self.added.values())]
            self.added["document", squeeze(name)] = Document(id=identifiers.free(name.rpartition(".")[0], given), title=name)
        return {
            each.spot.file: self.added["document", squeeze(each.spot.file)].id
            for each in found
            if ("document", squeeze(each.spot.file)) in self.added
        }

    def nodes(self) -> list[Node]:
        return [
            records.node(node, self.ids[id(node)], *self.kinds[id(node)], self.words, self.refer, self.noted)
            for node in self.register.nodes
        ]

    def relationships(self, documents: Mapping[str, str]) -> list[Relationship]:
        made: dict[tuple[Any, ...], dict[Evidence, None]] = {}
        repeated = 0
        for tie in self.ties:
            key, evidence = records.statements(
                tie.found, self.texts, self.words, documents.get(tie.found.spot.file, ""), self.refer, self._who, self.noted.left_out
            )
            ends = (self.ids[id(tie.source)], tie.type, self.ids[id(tie.target)], key.get("role"), key.get("valid_from"))
            repeated += ends in made
            made.setdefault(ends, {}).update(dict.fromkeys(evidence))
        if repeated:
            self.remarks.append(Noticed("repeated", {"n": repeated}))
        return [
            Relationship(source=source, type=type_, target=target, role=role, valid_from=since, evidence=tuple(evidence))
            for (source, type_, target, role, since), evidence in made.items()
        ]

    def _who(self, word: str) -> str:
        return next((found for record in NODES if (found := self.known.get((record, squeeze(word))))), word)

    def name_ids(self) -> None:
        """Settle the id of every node, and note what leads to it."""
        self.ids = identifiers.of(self.register.nodes)
        for node in self.register.nodes:
            record, id_ = self.kinds[id(node)][0], self.ids[id(node)]
            self.known.setdefault((record, squeeze(node.name)), id_)
            self.known[record, id_] = id_


def assemble(found: Sequence[Found], texts: Texts, findings: Findings, counted: Counted = iter) -> Imported:
    """Return the graph that some files hold together; the same files give the same graph.

    `findings` are what their cells have shown; `counted` hands on the ties of each as they are gathered.
    """
    problems = (*findings.in_order(), *(problem for each in found for problem in each.findings.in_order()))
    made = _Assembly(texts, OwnWords(Vocabulary.load()))
    made.gather(found, counted)
    made.name_kinds()
    made.name_types()
    made.name_ids()
    made.remarks += [Noticed(key, values) for key, values in made.words.near()]
    documents = made.documents(found)
    nodes = made.nodes()
    relationships = made.relationships(documents)
    for name, spellings in made.register.spelt().items():
        made.remarks.append(Noticed("spelt", {"name": name, "spellings": ", ".join(spellings)}))
    snapshot = Snapshot.of([*nodes, *made.added.values()], relationships)
    return Imported(
        found=tuple(found),
        snapshot=snapshot,
        words=made.words.own,
        view=_view(snapshot, made.words),
        problems=(*problems, *made.noted.findings.in_order()),
        left_out=tuple(made.noted.left_out),
        remarks=_once(made.remarks),
        refused=made.refused,
    )


def _is_cited(tie: FoundTie) -> bool:
    return bool(tie.evidence) or "document" in tie.values


def _once(remarks: Sequence[Noticed]) -> tuple[Noticed, ...]:
    """Return remarks in order, what is said twice once."""
    return tuple({repr(each): each for each in remarks}.values())


def _view(snapshot: Snapshot, words: OwnWords) -> str:
    """Return the view to ask of.

    Actors against what they take part in; where ties of other ends are as many or more, actors in contact with each other, or everything
    if some ties have neither ends.
    """
    nodes = {node.id: node.node for node in snapshot.nodes()}
    ends = [(nodes[tie.source], nodes[tie.target]) for tie in snapshot.relationships if words.makes_ties(tie.type)]
    joins = sum(source in ACTOR_NODES and target in VENUE_NODES for source, target in ends)
    contacts = sum(source in ACTOR_NODES and target in ACTOR_NODES for source, target in ends)
    return "affiliation" if joins > len(ends) - joins else "actors" if joins + contacts == len(ends) else "all"
