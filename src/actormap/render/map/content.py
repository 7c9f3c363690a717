"""Everything that the page shows, as data: one JSON block."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from actormap.i18n import Texts
from actormap.model import Document, Snapshot
from actormap.render.map.groups import Group
from actormap.render.map.layout import Layout
from actormap.vocabulary import Vocabulary, Words


def words(vocabulary: Vocabulary, snapshot: Snapshot) -> dict[str, Any]:
    """Return what the page takes from the vocabulary: looks, kinds, relationship types and statuses, in the vocabulary's order."""
    kinds = {(node.node, node.kind) for node in snapshot.nodes() if node.node != "document"}
    return {
        "styles": [{"colour": style.colour, "shape": style.shape} for style in vocabulary.styles.values()],
        "kinds": {f"{node}.{kind}": _number(vocabulary.kind(node, kind), 0) for node, kind in sorted(kinds)},
        "types": [
            {"colour": type_.colour, "forwards": _number(type_, 0), "backwards": _number(type_, 1)} for type_ in vocabulary.types.values()
        ],
        "statuses": [{"key": key, "name": {"sv": status.sv, "en": status.en}} for key, status in vocabulary.statuses.items()],
    }


def documents(snapshot: Snapshot) -> list[dict[str, str]]:
    """Return the documents as evidence names them."""
    return [_document(document) for document in snapshot.documents]


def layout(found: Layout, groups: Sequence[Group]) -> dict[str, Any]:
    """Return one layout: its frame, the positions in the order of the ids, and the groups' boxes."""
    ordered = [found.positions[node_id] for node_id in sorted(found.positions)]
    return {
        "width": found.frame.width,
        "height": found.frame.height,
        "dot": found.dot,
        "x": [x for x, _ in ordered],
        "y": [y for _, y in ordered],
        "boxes": [
            {"x": box.x, "y": box.y, "width": box.width, "height": box.height, "kind": group.kind, "name": dict(group.name)}
            for group, box in zip(groups, found.boxes, strict=True)
        ],
    }


def box_numbers(groups: Iterable[Group]) -> dict[str, int]:
    """Return the number of the box that each node stands in."""
    return {node_id: number for number, group in enumerate(groups) for node_id in group.members}


def measure_names(names: Iterable[str], texts: Collection[Texts]) -> list[dict[str, str]]:
    """Return each measure's name in every language; one that the catalogue does not know keeps its own."""
    return [{text.lang: text.entries.get(f"map.measure.{name}", name) for text in texts} for name in names]


def block(content: Mapping[str, Any]) -> str:
    """Return the content as JSON that is safe within a script element.

    `<` could end the element, and U+2028 and U+2029 are line ends to older readers of scripts.
    """
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _number(entry: Any, index: int) -> dict[str, str]:
    forms: dict[str, Words] = {"sv": entry.sv, "en": entry.en}
    return {lang: pair[index] for lang, pair in forms.items()}


def _document(document: Document) -> dict[str, str]:
    row = {"title": document.title, "publisher": document.publisher, "published": document.published, "address": document.address}
    return {key: value for key, value in row.items() if value}
