"""Maps of an atlas, for the screen and for paper: what is worked out, and handed to whoever draws."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actormap.analysis.centrality import measures
from actormap.analysis.cohesion import communities
from actormap.atlas.atlas import Atlas
from actormap.graph.views import View
from actormap.i18n import LANGUAGES, Texts
from actormap.map.data import colouring as colours
from actormap.map.data.colouring import Colouring
from actormap.map.options import MapOptions
from actormap.map.overlays import findings
from actormap.map.paper import PAPERS, Paper
from actormap.model.records import Snapshot

# Up to how many nodes a map carries every measure, not those alone that lead: beyond that the page would grow heavy.
MOST_FOR_ALL = 2000


def draw_map(
    atlas: Atlas, date: str, *, seed: int = 7, network: str | None = None, engine: str = "auto", options: MapOptions | None = None
) -> str:
    """Return the interactive map of what the atlas shows, as one HTML page that needs nothing else."""
    from actormap.map import draw as page

    options = options or MapOptions()
    whole, atlas = atlas, options.issued(atlas)
    view = drawn(atlas)
    shown = atlas.shown()
    words = {lang: Texts.load(lang) for lang in LANGUAGES}
    return page.draw(
        shown,
        vocabulary=atlas.vocabulary,
        title=atlas.title,
        lang=atlas.lang,
        date=date,
        groups=groups(atlas, shown, seed=seed),
        measures=sizes(view),
        # What an edition leaves out is no gap in the sources: what is laid over it are the findings of the whole.
        overlays=findings.overlays(whole, network=network, ending=options.sunset, public=options.public, date=date),
        focal=atlas.focus(network),
        source_note={lang: words[lang]("map_note.documents", n=len(cited(shown))) for lang in LANGUAGES},
        seed=seed,
        engine=engine,
        arrangement=options.layout,
        outlines=atlas.outlines,
        pins=options.pins(),
        edition=options.edition,
        story=options.story,
        colouring=colouring(atlas, options.by, seed=seed) if options.by else None,
    )


def draw_poster(
    atlas: Atlas, date: str, *, paper: Paper = PAPERS["A3"], seed: int = 7, network: str | None = None, options: MapOptions | None = None
) -> str:
    """Return the map in SVG, laid out for a sheet of paper."""
    from actormap.map import poster
    from actormap.map.data import edges, nodes
    from actormap.map.layout import inputs

    options = options or MapOptions()
    atlas = options.issued(atlas)
    shown, texts = atlas.shown(), Texts.load(atlas.lang)
    ties = edges.shown(shown, (node.id for node in nodes.shown(shown)))
    layout_inputs = inputs.gather(
        shown,
        ties,
        atlas.vocabulary,
        groups(atlas, shown, seed=seed),
        (texts,),
        focal=atlas.focus(network),
        outlines=atlas.outlines,
        seed=seed,
    )
    degree = measures.degree(drawn(atlas), normalised=False)
    told = poster.PosterTexts(
        title=f"{atlas.title} – {texts('map.suffix')}",
        edition=texts(f"map.edition.{options.edition}", date=date),
        sources=texts("map_note.documents", n=len(cited(shown))),
    )
    return poster.draw(layout_inputs, ties, atlas.vocabulary, texts, paper, told, degree=_defined(degree), arrangement=options.layout)


def engine_of(atlas: Atlas, asked: str = "auto") -> tuple[str, dict[str, Any]]:
    """Return why which engine draws the map: a key of the catalogue, and what fills it."""
    from actormap.map import engines

    nodes = sum(node.node != "document" for node in atlas.shown().nodes())
    choice = engines.choose(asked, nodes)
    return f"map_note.engine.{choice.reason}", {"engine": choice.engine, "n": nodes, "most": engines.MOST_FOR_PYVIS}


def colouring(atlas: Atlas, by: str, *, seed: int = 7) -> Colouring:
    """Return what the colours of a map tell first: kind, municipality, community, or a column in which several say the same.

    Raises `UnknownName` for a column that is not there, `UsageError` for one in which hardly two say the same.
    """
    from actormap.analysis.groups import partitions

    partitions.of(atlas.view("all"), by, seed=seed)
    names = {lang: words(f"map.fact.{by}") if (words := Texts.load(lang)).has(f"map.fact.{by}") else by for lang in LANGUAGES}
    return colours.of(atlas.shown(), by, names)


def drawn(atlas: Atlas) -> View:
    """Return the view by which a map sizes and groups: affiliation, or where nobody takes part in anything the first that has a tie.

    A map shows units and sub-projects, so their ties are their own there.
    """
    return replace(atlas, default_view="affiliation").view(lift=False)


def sizes(view: View) -> dict[str, dict[str, float]]:
    """Return what the size of a node can show on a map, by measure and node: the measures that lead, then all others if they fit."""
    names = measures.LEADING if len(view.graph) > MOST_FOR_ALL else dict.fromkeys([*measures.LEADING, *measures.of_view(view)])
    return {name: _defined(measures.measure(name).score(view, False)) for name in names}


def groups(atlas: Atlas, shown: Snapshot, *, seed: int = 7) -> Mapping[str, int]:
    """Return the community of every node of a map, those outside the view that it is drawn by with the neighbours they have most of."""
    found = communities.find(drawn(atlas), seed=seed)
    return communities.spread(found.membership(), shown)


def positions(atlas: Atlas, *, seed: int = 7) -> Mapping[str, tuple[float, float]]:
    """Return where the map puts every node, in its own units."""
    from actormap.map import draw as page

    shown = atlas.shown()
    return page.positions(shown, vocabulary=atlas.vocabulary, groups=groups(atlas, shown, seed=seed))


def cited(snapshot: Snapshot) -> frozenset[str]:
    """Return the documents that the statements of a snapshot rest on."""
    return frozenset(piece.document for tie in snapshot.relationships for piece in tie.evidence if piece.document)


def _defined(scores: Mapping[str, float | None]) -> dict[str, float]:
    return {node: score for node, score in scores.items() if score is not None}
