"""The interactive map: one page that needs nothing but a browser."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from actormap import i18n
from actormap.map import engines
from actormap.map.data import columnar, content, edges, legend, nodes
from actormap.map.data import story as story_data
from actormap.map.data.colouring import Colouring
from actormap.map.html import page
from actormap.map.layout import inputs, layout, registry
from actormap.map.layout.pins import Pins
from actormap.map.overlays import overlay as overlay_data
from actormap.map.overlays.overlay import Overlay
from actormap.model.outline import Outline
from actormap.model.records import Snapshot
from actormap.model.story import Story
from actormap.model.vocabulary import Vocabulary


def draw(
    snapshot: Snapshot,
    *,
    vocabulary: Vocabulary,
    title: str,
    lang: str,
    date: str,
    groups: Mapping[str, int],
    measures: Mapping[str, Mapping[str, float]],
    overlays: Sequence[Overlay] = (),
    focal: str | None = None,
    source_note: Mapping[str, str] | None = None,
    seed: int = 7,
    engine: str = "auto",
    arrangement: str = registry.AUTO,
    outlines: Sequence[Outline] = (),
    pins: Pins | None = None,
    edition: str | None = None,
    story: Story | None = None,
    colouring: Colouring | None = None,
) -> str:
    """Return the map of a snapshot as a page of HTML, which the caller writes as UTF-8.

    `groups` numbers the community of each node; nodes that are not in it join their neighbours, or stand apart if they have none.
    `measures` are what a node's size can show: {"degree": {id: value}, …}. `overlays` are results to lay over the map. `focal` is the
    network the map is about, which is drawn with a ring. `source_note` and `date` stand in the footer. `engine` is one of
    `engines.ENGINES`. `arrangement` names the layout that the map starts with (`registry.LAYOUTS`), `outlines` are drawn under the
    geographic one, `pins` are positions to keep. `edition` names the edition that the snapshot is, which the page says; `story` are the
    steps to tell on it, `colouring` is what the colours tell first. The same input gives the same text.
    """
    texts = tuple(i18n.Texts.load(name) for name in i18n.LANGUAGES)
    own = next(text for text in texts if text.lang == lang)
    shown = nodes.shown(snapshot)
    ties = edges.shown(snapshot, (node.id for node in shown))
    families_shown = legend.of(shown, vocabulary, {text.lang: text("map.family.unanalysed") for text in texts})
    layout_inputs = inputs.gather(snapshot, ties, vocabulary, groups, texts, focal=focal, outlines=outlines, seed=seed)
    layouts = registry.lay_out(layout_inputs, arrangement, pins=pins)
    box, number = content.box_numbers(layout_inputs.groups), {node.id: index for index, node in enumerate(shown)}
    chosen = engines.choose(engine, len(shown)).engine
    network, library = _network(
        [row | {"box": box[row["key"]]} for row in nodes.as_data(snapshot, vocabulary, families_shown, measures, colouring)],
        edges.as_data(ties, snapshot, vocabulary, number),
        chosen,
    )
    data = {
        "lang": lang,
        "languages": content.languages(texts),
        "title": title,
        "date": date,
        "note": dict(source_note or {}),
        "focal": layout_inputs.focal,
        "engine": chosen,
        "texts": {text.lang: content.page_words(text) for text in texts},
        **content.words(vocabulary, snapshot),
        "families": [family.as_data() for family in families_shown],
        "measures": content.measure_names(measures, texts),
        "municipalities": [municipality.name for municipality in snapshot.municipalities],
        "themes": [theme.name for theme in snapshot.themes],
        "documents": content.documents(snapshot),
        "groups": content.groups(layout_inputs.groups),
        "overlays": overlay_data.as_data(overlays, number, {tie.id: index for index, tie in enumerate(ties)}),
        **content.layouts(layouts, pins),
        **content.edition(edition, date, texts),
        **(colouring.as_data() if colouring else {}),
        **(
            {"story": story_data.as_data(story, [node.id for node in shown], snapshot, vocabulary, families_shown, measures)}
            if story
            else {}
        ),
        "network": network,
    }
    context = {"lang": lang, "title": title, "suffix": own("map.suffix"), "no_script": own("map.no_script")}
    return page.write(context, data=content.block(data), library=library)


def positions(snapshot: Snapshot, *, vocabulary: Vocabulary, groups: Mapping[str, int], seed: int = 7) -> Mapping[str, tuple[float, float]]:
    """Return where `draw` puts every node of a wide screen, in pixels from the upper left, y downwards."""
    texts = tuple(i18n.Texts.load(name) for name in i18n.LANGUAGES)
    ties = edges.shown(snapshot, (node.id for node in nodes.shown(snapshot)))
    layout_inputs = inputs.gather(snapshot, ties, vocabulary, groups, texts, seed=seed)
    name = registry.USUAL if len(layout_inputs.graph) <= registry.MANY else registry.AUTO
    return registry.make(registry.starting(layout_inputs, name), layout_inputs, layout.LANDSCAPE).positions


def _network(rows: list[dict[str, Any]], ties: list[dict[str, Any]], engine: str) -> tuple[dict[str, Any], str]:
    """Return the nodes and relationships as the engine takes them, by column when they are many, and the library it needs."""
    found: dict[str, Any] = {
        kind: [{"id": index, **row} for index, row in enumerate(some)] for kind, some in (("nodes", rows), ("edges", ties))
    }
    source = ""
    if engine == engines.PYVIS:
        from actormap.map.html.pyvis_network import ActorNetwork, library

        network = ActorNetwork()
        network.add(rows, ties)
        found, source = network.as_data(), library()
    if len(rows) > engines.MOST_FOR_ROWS:
        found["packed"] = {kind: columnar.pack([_unnumbered(row) for row in found.pop(kind)]) for kind in ("nodes", "edges")}
    return found, source


def _unnumbered(row: Mapping[str, Any]) -> dict[str, Any]:
    # A row's place in its columns is its number.
    return {key: value for key, value in row.items() if key != "id"}
