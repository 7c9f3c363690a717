"""The interactive map: one page that needs nothing but a browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import networkx as nx

from actormap import i18n
from actormap.model import Relationship, Snapshot
from actormap.render.map import content, edges, families, layout, nodes, page
from actormap.render.map.groups import find as find_groups
from actormap.vocabulary import Vocabulary


def draw(
    snapshot: Snapshot,
    *,
    vocabulary: Vocabulary,
    title: str,
    lang: str,
    date: str,
    groups: Mapping[str, int],
    measures: Mapping[str, Mapping[str, float]],
    gaps: Mapping[str, Sequence[Mapping[str, str]]],
    focal: str | None = None,
    source_note: Mapping[str, str] | None = None,
    seed: int = 7,
    words: str = "",
) -> str:
    """Return the map of a snapshot as a page of HTML, which the caller writes as UTF-8.

    `groups` numbers the community of each node; nodes that are not in it join their neighbours, or stand apart if they have none.
    `measures` are what a node's size can show: {"degree": {id: value}, …}. `gaps` holds reasons in both languages by node. `focal` is the
    network the map is about, which is drawn with a ring. `source_note` and `date` stand in the footer. `words` names a part of the
    catalogue that goes before the map's own, for a map of something else. The same input gives the same text.
    """
    from actormap.render.map.pyvis_network import ActorNetwork, library

    texts = tuple(i18n.Texts.load(name) for name in i18n.LANGUAGES)
    own = next(text for text in texts if text.lang == lang)
    shown = nodes.shown(snapshot)
    ties = edges.shown(snapshot, (node.id for node in shown))
    legend = families.of(shown, vocabulary, {text.lang: text("map.family.unanalysed") for text in texts})
    graph = _graph([node.id for node in shown], ties, vocabulary)
    boxes = find_groups(graph, groups, snapshot, texts)
    labels = {node.id: node.name for node in shown}
    layouts = {frame.name: layout.arrange(graph, boxes, labels, frame, seed=seed) for frame in (layout.LANDSCAPE, layout.PORTRAIT)}
    number = content.box_numbers(boxes)
    network = ActorNetwork()
    network.add(
        [row | {"box": number[row["key"]]} for row in nodes.as_data(snapshot, vocabulary, legend, measures, gaps)],
        edges.as_data(ties, snapshot, vocabulary),
    )
    data = {
        "lang": lang,
        "title": title,
        "date": date,
        "note": dict(source_note or {}),
        "focal": focal,
        "texts": {text.lang: {**text.under("map"), **(text.under(words) if words else {})} for text in texts},
        **content.words(vocabulary, snapshot),
        "families": [family.as_data() for family in legend],
        "measures": content.measure_names(measures, texts),
        "municipalities": [municipality.name for municipality in snapshot.municipalities],
        "themes": [theme.name for theme in snapshot.themes],
        "documents": content.documents(snapshot),
        "layouts": {name: content.layout(found, boxes) for name, found in layouts.items()},
        "network": network.as_data(),
    }
    context = {"lang": lang, "title": title, "suffix": own("map.suffix"), "no_script": own("map.no_script")}
    return page.write(context, data=content.block(data), library=library())


def positions(snapshot: Snapshot, *, vocabulary: Vocabulary, groups: Mapping[str, int], seed: int = 7) -> Mapping[str, tuple[float, float]]:
    """Return where `draw` puts every node of a wide screen, in pixels from the upper left, y downwards."""
    texts = tuple(i18n.Texts.load(name) for name in i18n.LANGUAGES)
    shown = nodes.shown(snapshot)
    ties = edges.shown(snapshot, (node.id for node in shown))
    graph = _graph([node.id for node in shown], ties, vocabulary)
    boxes = find_groups(graph, groups, snapshot, texts)
    return layout.arrange(graph, boxes, {node.id: node.name for node in shown}, layout.LANDSCAPE, seed=seed).positions


def _graph(node_ids: Sequence[str], ties: Sequence[Relationship], vocabulary: Vocabulary) -> nx.Graph[str]:
    # What was denied is no reason to stand close.
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(node_ids)
    pairs = {
        (min(tie.source, tie.target), max(tie.source, tie.target))
        for tie in ties
        if tie.source != tie.target and vocabulary.best(evidence.status for evidence in tie.evidence) != "denied"
    }
    graph.add_edges_from(sorted(pairs))
    return graph
