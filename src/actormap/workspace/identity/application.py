"""A graph as it is when the judgements of its records hold: one record for what is one, and everything that led to another leads to it.

A judgement that cannot hold is told and left; so is a group that is one and kept apart at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from actormap.model.issue import POST
from actormap.model.records import ActorLike, Coded, Evidence, Node, Relationship, Requirement, Snapshot, Venue
from actormap.model.vocabulary import ACTOR_NODES, VENUE_NODES, Vocabulary
from actormap.workspace.identity.groups import Groups
from actormap.workspace.identity.judgements import DIFFERENT, LATER, PART_OF, SAME, Judgement
from actormap.workspace.identity.union import union
from actormap.workspace.problems import Fault, Findings

Tell = Callable[[Judgement, str | None, Fault], None]
Key = tuple[str, str, str, str | None, str | None]
Record = TypeVar("Record", bound=Node | Coded)


@dataclass(frozen=True, slots=True)
class Applied:
    """The graph; `first` leads from the id of each record that has become one with another to that one."""

    snapshot: Snapshot
    first: Mapping[str, str]


def apply(
    snapshot: Snapshot, judgements: tuple[Judgement, ...], vocabulary: Vocabulary, file: str, findings: Findings, *, whole: bool = True
) -> Applied:
    """Return the graph with some judgements, those of the table in `file`; what cannot hold is noted there.

    Unless the graph is `whole`, since rows with faults are left out of it, nothing is said of ids that it lacks.
    """
    if not judgements:
        return Applied(snapshot, {})

    def tell(each: Judgement, column: str | None, fault: Fault) -> None:
        findings.warn(file, each.row, column, getattr(each, column) if column else None, fault)

    holding = tuple(each for each in judgements if _holds(each, snapshot.by_id, vocabulary, tell, whole=whole))
    groups = Groups.of(holding, {town.id for town in snapshot.municipalities})
    for each in groups.against:
        rows = ", ".join(str(other.row) for other in groups.between(holding, each))
        tell(each, "verdict", Fault("judged_both", a=each.a, b=each.b, rows=rows))
    said = {id_: each for each in reversed(holding) if each.verdict == SAME for id_ in (each.a, each.b)}
    merging = _Merging(snapshot, vocabulary, said, tell)
    first = merging.fitting(groups.members())
    return Applied(merging.snapshot_of(first, [each for each in holding if each.verdict == PART_OF and each not in groups.against]), first)


def _holds(each: Judgement, known: Mapping[str, Node], vocabulary: Vocabulary, tell: Tell, *, whole: bool) -> bool:
    gone = [column for column in ("a", "b") if getattr(each, column) not in known]
    for column in gone if whole else ():
        tell(each, column, Fault("judged_gone"))
    if gone or each.verdict in (DIFFERENT, LATER):
        return not gone
    one, other = known[each.a], known[each.b]
    if one is other:
        tell(each, "b", Fault("judged_itself"))
        return False
    part = vocabulary.types[PART_OF]
    fit = each.verdict == PART_OF and one.node in part.sources and other.node in part.targets
    if not fit and not _may_become_one(one, other):
        tell(each, "verdict", Fault("judged_unlike"))
        return False
    return True


def _may_become_one(one: Node, other: Node) -> bool:
    if one.node in ACTOR_NODES and other.node in ACTOR_NODES:
        return bool((one.kind == POST) == (other.kind == POST))
    return one.node in VENUE_NODES and one.node == other.node


class _Merging:
    def __init__(self, snapshot: Snapshot, vocabulary: Vocabulary, said: Mapping[str, Judgement], tell: Tell) -> None:
        self.snapshot, self.vocabulary, self.said, self.tell = snapshot, vocabulary, said, tell

    def fitting(self, members: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
        """Return which id each leads to, of the groups whose relationships the one that stays may have."""
        first = {id_: stays for stays, ids in members.items() for id_ in ids}
        unfit: set[str] = set()
        for tie in self.snapshot.relationships:
            if first.get(tie.source, tie.source) == first.get(tie.target, tie.target):
                continue
            for id_, ends in ((tie.source, "sources"), (tie.target, "targets")):
                stays = first.get(id_)
                if stays and stays not in unfit and self.snapshot.by_id[stays].node not in getattr(self.vocabulary.types[tie.type], ends):
                    unfit.add(stays)
                    self.tell(self.said[id_], None, Fault("judged_unfit", id=id_, type=tie.type, stays=stays))
        return {id_: stays for id_, stays in first.items() if stays not in unfit}

    def snapshot_of(self, first: Mapping[str, str], parts: Iterable[Judgement]) -> Snapshot:
        """Return the graph in which ids lead to the first, with the parts that are judged to be."""
        ties = self._ties(first)
        known = {key[:3] for key in ties}
        for each in parts:
            part = (first.get(each.a, each.a), PART_OF, first.get(each.b, each.b))
            if part not in known:
                known.add(part)
                ties[*part, None, None] = [Evidence(informant=each.by, note=each.why)]
        return Snapshot.of(
            self._nodes(first),
            (
                Relationship(source=source, type=type_, target=target, role=role, valid_from=start, evidence=tuple(dict.fromkeys(evidence)))
                for (source, type_, target, role, start), evidence in ties.items()
            ),
            self._coverage(first),
            {row.id: row for row in (_led(row, first) for row in self.snapshot.coding())}.values(),
        )

    def _nodes(self, first: Mapping[str, str]) -> Iterable[Node]:
        joined: defaultdict[str, list[ActorLike | Venue]] = defaultdict(list)
        named: tuple[ActorLike | Venue, ...] = (
            *self.snapshot.municipalities,
            *self.snapshot.actors,
            *self.snapshot.networks,
            *self.snapshot.projects,
        )
        for each in named:
            if each.id in first:
                joined[first[each.id]].append(_led(each, first))
        for node in self.snapshot.nodes():
            kept = _led(node, first)
            if isinstance(kept, ActorLike | Venue) and kept.id in joined:
                kept, differing = union(kept, joined[kept.id])
                for id_, columns in differing.items():
                    self.tell(self.said[id_], None, Fault("judged_otherwise", id=id_, stays=node.id, columns=", ".join(columns)))
            if node.id not in first:
                yield kept

    def _ties(self, first: Mapping[str, str]) -> dict[Key, list[Evidence]]:
        found: defaultdict[Key, list[Evidence]] = defaultdict(list)
        for tie in self.snapshot.relationships:
            source, target = first.get(tie.source, tie.source), first.get(tie.target, tie.target)
            if source == target:
                gone = self.said[tie.source if tie.source in first else tie.target]
                self.tell(gone, None, Fault("judged_tie", source=tie.source, type=tie.type, target=tie.target))
                continue
            evidence = (replace(each, informant=first.get(each.informant or "", each.informant)) for each in tie.evidence)
            found[source, tie.type, target, tie.role, tie.valid_from].extend(evidence)
        return found

    def _coverage(self, first: Mapping[str, str]) -> Iterable[Requirement]:
        kept: dict[str, Requirement] = {}
        for line in self.snapshot.coverage:
            ends = [id_ for id_ in (line.municipality, line.network) if id_ in first]
            town = first.get(line.municipality or "", line.municipality)
            led = replace(line, municipality=town, network=first.get(line.network, line.network))
            other = kept.setdefault(led.id, led)
            if other != led and ends:
                self.tell(self.said[str(ends[0])], None, Fault("judged_requirement", row=line.row, column=line.column))
        return kept.values()


def _led(node: Record, first: Mapping[str, str]) -> Record:
    references = {name: getattr(node, name, None) for name in ("municipality", "project", "theme", "document")}
    changed: Any = {name: first[id_] for name, id_ in references.items() if id_ is not None and id_ in first}
    return replace(node, **changed) if changed else node
