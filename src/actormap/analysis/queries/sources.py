"""What the graph rests on: which documents say what, what is only implied, what is denied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from actormap.analysis.queries.scope import DENIED, FIRM, IMPLIED, QuestionScope, Row, is_actor, is_venue, named
from actormap.model.records import Document, Evidence, Relationship


def rests_on_implied_alone(kept: QuestionScope) -> Iterator[Row]:
    """Yield the relationships that are implied and nowhere stated."""
    for tie in kept.ties:
        counted = kept.counted(tie)
        implied = [piece for piece in counted if piece.status == IMPLIED]
        if implied and not any(piece.status in FIRM for piece in counted):
            yield _ends(kept, tie) | {"statements": len(implied), "documents": _documents(implied)}


def contradicted(kept: QuestionScope) -> Iterator[Row]:
    """Yield the relationships that one statement maintains and another denies."""
    for tie in kept.ties:
        counted = kept.counted(tie)
        yes = [piece for piece in counted if piece.status in FIRM | {IMPLIED}]
        no = [piece for piece in counted if piece.status == DENIED]
        if yes and no:
            yield _ends(kept, tie) | {"maintained_by": _documents(yes), "denied_by": _documents(no)}


def documents_behind(kept: QuestionScope, node: str) -> Iterator[Row]:
    """Yield the documents that say something of a node."""
    pieces = [piece for tie in kept.touching.get(node, ()) for piece in tie.evidence if piece.document]
    implied = Counter(piece.document for piece in pieces if piece.status == IMPLIED)
    for document, statements in Counter(piece.document for piece in pieces).items():
        record = kept.nodes.get(document or "")
        known = record if isinstance(record, Document) else None
        yield {
            "id": document,
            "title": known.title if known else None,
            "collection": known.collection if known else None,
            "statements": statements,
            "implied": implied[document],
        }


def told_by_one_document(kept: QuestionScope) -> Iterator[Row]:
    """Yield the actors, networks and projects that one document alone speaks of."""
    for node, ties in kept.touching.items():
        pieces = [piece for tie in ties for piece in kept.counted(tie) if piece.document]
        documents = {piece.document for piece in pieces}
        record = kept.nodes[node]
        if len(documents) == 1 and (is_actor(record) or is_venue(record)):
            yield named(record) | {"document": documents.pop(), "statements": len(pieces)}


def _ends(kept: QuestionScope, tie: Relationship) -> Row:
    source, target = kept.nodes[tie.source], kept.nodes[tie.target]
    return {"source": source.id, "source_name": source.name, "type": tie.type, "target": target.id, "target_name": target.name}


def _documents(pieces: Collection[Evidence]) -> list[str]:
    return sorted({piece.document for piece in pieces if piece.document})
