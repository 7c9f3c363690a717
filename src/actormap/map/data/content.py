"""Everything that the page shows, as data: one JSON block."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from actormap.graph.directions import directed_types
from actormap.i18n import Language, Spoken, Texts
from actormap.map.data.groups import NodeGroup
from actormap.map.layout.layout import Box, Layout
from actormap.map.layout.pins import Pins
from actormap.model.records import Document, Snapshot
from actormap.model.vocabulary import Vocabulary, Words
from actormap.output import measure_words


def words(vocabulary: Vocabulary, snapshot: Snapshot) -> dict[str, Any]:
    """Return what the page takes from the vocabulary: looks, kinds, relationship types and statuses, in the vocabulary's order."""
    kinds = {(node.node, node.kind) for node in snapshot.nodes() if node.node != "document"}
    pairs: dict[str, set[tuple[str, str]]] = {name: set() for name in vocabulary.types}
    for tie in snapshot.relationships:
        pairs[tie.type].add((tie.source, tie.target))
    directed = directed_types(pairs, vocabulary)
    return {
        "styles": [{"colour": style.colour, "shape": style.shape} for style in vocabulary.styles.values()],
        "kinds": {f"{node}.{kind}": _number(vocabulary.kind(node, kind), 0) for node, kind in sorted(kinds)},
        "types": [
            {"colour": type_.colour, "forwards": _number(type_, 0), "backwards": _number(type_, 1), "directed": name in directed}
            for name, type_ in vocabulary.types.items()
        ],
        "statuses": [{"key": key, "name": dict(status.words)} for key, status in vocabulary.statuses.items()],
    }


def documents(snapshot: Snapshot) -> list[dict[str, str]]:
    """Return the documents as evidence names them."""
    return [_document(document) for document in snapshot.documents]


def layouts(found: Mapping[str, Mapping[str, Layout]], pins: Pins | None) -> dict[str, Any]:
    """Return the layout that the map starts with, by frame, its name, the others by name and frame, and who was pinned."""
    (name, first), *others = found.items()
    ids = list(next(iter(first.values())).positions)
    whole = {
        "layout": name,
        "layouts": {frame: layout(one) for frame, one in first.items()},
        "other_layouts": {other: {frame: layout(one) for frame, one in framed.items()} for other, framed in others},
        "pinned": [number for number, node_id in enumerate(ids) if pins and node_id in pins.ids],
    }
    return {key: value for key, value in whole.items() if value}


def layout(layout: Layout) -> dict[str, Any]:
    """Return one layout: its frame, the positions in the order of the ids, and what is drawn under them."""
    number = {node_id: index for index, node_id in enumerate(layout.positions)}
    whole = {
        "width": layout.frame.width,
        "height": layout.frame.height,
        "dot": layout.dot,
        "x": [x for x, _ in layout.positions.values()],
        "y": [y for _, y in layout.positions.values()],
        "boxes": [_box(box, number) for box in layout.boxes],
        "outlines": [
            {"name": outline.name, "rings": [[value for point in ring for value in point] for ring in outline.rings]}
            for outline in layout.outlines
        ],
        "rings": [{"x": ring.x, "y": ring.y, "rx": ring.width, "ry": ring.height, "steps": ring.steps} for ring in layout.rings],
        "titles": [{"x": heading.x, "y": heading.y, "name": dict(heading.name)} for heading in layout.headings],
        "sides": [layout.sides.get(node_id, 0) for node_id in layout.positions] if layout.sides else [],
    }
    return {key: value for key, value in whole.items() if value != [] or key in ("x", "y", "boxes")}


def _box(box: Box, number: Mapping[str, int]) -> dict[str, Any]:
    area = box.area
    return {
        "x": area.x,
        "y": area.y,
        "width": area.width,
        "height": area.height,
        "title": box.title,
        "kind": box.kind,
        "name": dict(box.name),
        "members": [number[node_id] for node_id in box.members],
    }


def edition(name: str | None, date: str, texts: Collection[Texts]) -> dict[str, Any]:
    """Return which edition it is and the sentence that says so, in every language; nothing if it is no edition."""
    return {"edition": {"name": name, "text": {text.lang: text(f"map.edition.{name}", date=date) for text in texts}}} if name else {}


def groups(found: Iterable[NodeGroup]) -> list[dict[str, Any]]:
    """Return the groups that the nodes' `box` numbers, whatever the layout."""
    return [{"kind": group.kind, "name": dict(group.name)} for group in found]


def box_numbers(groups: Iterable[NodeGroup]) -> dict[str, int]:
    """Return the number of the box that each node stands in."""
    return {node_id: number for number, group in enumerate(groups) for node_id in group.members}


def measure_names(names: Iterable[str], texts: Collection[Texts]) -> list[dict[str, str]]:
    """Return each measure's name in every language; one that the catalogue does not know keeps its own."""
    return [{text.lang: measure_words.word(text, name, "map") for text in texts} for name in names]


def page_words(texts: Texts) -> dict[str, str]:
    """Return the page's own words in a language; the names of all measures stand before those of groups."""
    found: dict[str, str] = {}
    for key, text in texts.under("map").items():
        if key == "group.two":
            found |= {f"measure.{name}": measure_words.word(texts, name, "map") for name in measure_words.names(texts)}
        found[key] = text
    return found


def languages(texts: Iterable[Texts]) -> list[dict[str, str]]:
    """Return the languages of the page in the order of its switch: code, name, and what stands between the cells of a table."""
    known = [Language.load(text.lang) for text in texts]
    return [{"code": language.code, "name": language.name, "separator": language.separator} for language in known]


def block(content: Mapping[str, Any]) -> str:
    """Return the content as JSON that is safe within a script element.

    `<` could end the element, and U+2028 and U+2029 are line ends to older readers of scripts.
    """
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _number(entry: Spoken[Words], index: int) -> dict[str, str]:
    return {lang: pair[index] for lang, pair in entry.words.items()}


def _document(document: Document) -> dict[str, str]:
    row = {"title": document.title, "publisher": document.publisher, "published": document.published, "address": document.address}
    return {key: value for key, value in row.items() if value}
