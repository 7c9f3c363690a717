"""The ties of documents: every node that a document says something of is tied to it, `(node)-[:STATED_IN]->(document)`.

A document says something of the ends of a relationship that it is evidence for, of a node whose row names it, and of the network whose
coverage it tells. The ties follow from the records and are never read back; a fingerprint of them on the document (`actormap_told`) tells
whether they differ. A tie of ours carries the document's id as `actormap_document`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from actormap.model.records import NODE_TABLES
from actormap.store.neo4j import rows
from actormap.store.neo4j.reading import Pages

# In order and each once: sets of them take ten times the memory.
Told = Mapping[str, tuple[str, ...]]
# A document may say something of everything there is; what travels at a time is a part of that.
PART = 5_000


@dataclass(frozen=True, slots=True)
class SourceDifference:
    """Of each document whose ties differ: the nodes that it is to be tied to and those it is, and the fingerprint that it carries."""

    new: Told
    old: Told
    hashes: Mapping[str, int | None]

    def untied(self) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """Yield the rows that untie, each with the one that undoes it; a document loses its fingerprint even if it loses no tie."""
        for document in sorted(self.old):
            for tying, untying in _rows(document, _without(self.old[document], self.new.get(document, ())), self.hashes[document]):
                yield untying, tying

    def tied(self) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
        """Yield the rows that tie, each with the one that undoes it."""
        for document in sorted(self.new):
            nodes = self.new[document]
            yield from _rows(document, _without(nodes, self.old.get(document, ())), fingerprint(nodes))


def _without(nodes: Sequence[str], others: Sequence[str]) -> list[str]:
    left_out = set(others)
    return [node for node in nodes if node not in left_out]


def _within(nodes: Sequence[str], there: set[str]) -> tuple[str, ...]:
    return tuple(node for node in nodes if node in there)


def _rows(document: str, nodes: Sequence[str], told: int | None) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    starts = range(0, len(nodes), PART) or range(1)
    for start in starts:
        part = {"id": document, "nodes": list(nodes[start : start + PART])}
        # The last part says that all are there.
        yield {**part, "told": told if start == starts[-1] else None}, {**part, "told": None}


def fingerprint(nodes: Sequence[str]) -> int:
    """Return the nodes that a document says something of, in order, as one number of 64 bits."""
    return rows.fingerprint(list(nodes))


def told_by(new: Mapping[str, Mapping[str, Any]]) -> Told:
    """Return, of each document among the records, which of their nodes it says something of."""
    found: dict[str, list[str]] = {document: [] for document in new["documents"]}
    for tie in new["relationships"].values():
        for piece in tie.evidence:
            if (nodes := found.get(piece.document)) is not None:
                nodes += (tie.source, tie.target)
    for table in NODE_TABLES:
        for node in new[table].values():
            if getattr(node, "document", None) in found:
                found[node.document].append(node.id)
    for line in new["coverage"].values():
        if line.document in found:
            found[line.document].append(line.network)
    return {document: tuple(sorted(set(found.pop(document)))) for document in list(found)}


def compare(new: Mapping[str, Mapping[str, Any]], pages: Pages | None, *, merge: bool) -> SourceDifference:
    """Return what makes the ties of documents follow from the records; with `merge` those that are there stay."""
    wanted = told_by(new)
    hashes: dict[str, int | None] = dict(pages.told()) if pages else {}
    concerned = {document for document, told in hashes.items() if document not in wanted or told != fingerprint(wanted[document])}
    if merge:
        concerned &= wanted.keys()
    old: dict[str, set[str]] = {document: set() for document in concerned}
    for document, node in pages.told_of(concerned) if pages else ():
        old[document].add(node)
    changed = {document: nodes for document, nodes in wanted.items() if document not in hashes or document in concerned}
    if merge:
        new_told = {document: tuple(sorted({*nodes, *old.get(document, ())})) for document, nodes in changed.items()}
    else:
        there = {node for table in NODE_TABLES for node in new[table]}
        new_told = {document: nodes if there.issuperset(nodes) else _within(nodes, there) for document, nodes in changed.items()}
    same = {document for document in new_told if document in hashes and hashes[document] == fingerprint(new_told[document])}
    return SourceDifference(
        {document: nodes for document, nodes in new_told.items() if document not in same},
        {document: tuple(sorted(nodes)) for document, nodes in old.items() if document not in same},
        hashes,
    )
