"""What layouts are made of, for tests: the material of a snapshot, with its communities found anew."""

from __future__ import annotations

import networkx as nx

from actormap.i18n import LANGUAGES, Texts
from actormap.map.data import edges
from actormap.map.data.nodes import shown
from actormap.map.layout import inputs
from tests.map import pages

TEXTS = tuple(map(Texts.load, LANGUAGES))


def inputs_of(snapshot, communities=None, **options):
    ties = edges.shown(snapshot, (node.id for node in shown(snapshot)))
    if communities is None:
        graph = inputs.graph_of([node.id for node in shown(snapshot)], ties, pages.VOCABULARY)
        found = nx.community.louvain_communities(graph, seed=7)
        communities = {node: number for number, members in enumerate(sorted(map(sorted, found))) for node in members}
    return inputs.gather(snapshot, ties, pages.VOCABULARY, communities, TEXTS, **options)
