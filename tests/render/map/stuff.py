"""What layouts are made of, for tests: the material of a snapshot, with its communities found anew."""

from __future__ import annotations

import networkx as nx

from actormap.i18n import LANGUAGES, Texts
from actormap.render.map import edges, material
from actormap.render.map.nodes import shown
from tests.render.map import pages

TEXTS = tuple(map(Texts.load, LANGUAGES))


def stuff_of(snapshot, communities=None, **options):
    ties = edges.shown(snapshot, (node.id for node in shown(snapshot)))
    if communities is None:
        graph = material.graph_of([node.id for node in shown(snapshot)], ties, pages.VOCABULARY)
        found = nx.community.louvain_communities(graph, seed=7)
        communities = {node: number for number, members in enumerate(sorted(map(sorted, found))) for node in members}
    return material.gather(snapshot, ties, pages.VOCABULARY, communities, TEXTS, **options)
