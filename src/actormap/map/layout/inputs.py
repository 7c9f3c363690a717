"""What every layout is made of: the graph, its groups, its words, and what is to stand in the middle or at its place."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field

import networkx as nx

from actormap.i18n import Texts
from actormap.map.data import legend
from actormap.map.data.groups import NodeGroup, complete
from actormap.map.data.groups import find as find_groups
from actormap.map.data.nodes import shown
from actormap.map.layout.geometry import Array
from actormap.map.layout.layout import Names
from actormap.model.outline import Outline
from actormap.model.records import Relationship, Snapshot
from actormap.model.vocabulary import Vocabulary


@dataclass(frozen=True)
class Material:
    """A snapshot ready to be laid out.

    `circles` numbers the community of each node that has a tie. `minor` are those that wait to be ticked: posts, unnamed groups,
    collectives.
    """

    snapshot: Snapshot
    graph: nx.Graph[str]
    circles: Mapping[str, int]
    groups: tuple[NodeGroup, ...]
    labels: Mapping[str, str]
    minor: frozenset[str]
    texts: tuple[Texts, ...]
    focal: str | None = None
    outlines: tuple[Outline, ...] = ()
    seed: int = 7
    _drafts: dict[Hashable, Array] = field(default_factory=dict, repr=False, compare=False)

    def draft(self, key: Hashable, make: Callable[[], Array]) -> Array:
        """Return what `make` gives, made once: the same draft of a group is fitted into every frame."""
        if key not in self._drafts:
            self._drafts[key] = make()
        return self._drafts[key]

    def name(self, key: str) -> Names:
        """Return a text of the map in every language."""
        return {text.lang: text(f"map.{key}") for text in self.texts}

    @property
    def themes(self) -> frozenset[str]:
        """Return the ids of the themes."""
        return frozenset(theme.id for theme in self.snapshot.themes if theme.id in self.graph)


def gather(
    snapshot: Snapshot,
    ties: Sequence[Relationship],
    vocabulary: Vocabulary,
    communities: Mapping[str, int],
    texts: Sequence[Texts],
    *,
    focal: str | None = None,
    outlines: Sequence[Outline] = (),
    seed: int = 7,
) -> Material:
    """Return the material of a snapshot; `ties` are its relationships on the map, `communities` numbers the community of each node."""
    nodes = shown(snapshot)
    graph = graph_of([node.id for node in nodes], ties, vocabulary)
    circles = complete(graph, communities)
    return Material(
        snapshot=snapshot,
        graph=graph,
        circles=circles,
        groups=find_groups(graph, circles, snapshot, vocabulary, texts),
        labels={node.id: node.name for node in nodes},
        minor=frozenset(node.id for node in nodes if legend.key_of(node, vocabulary) == legend.UNANALYSED),
        texts=tuple(texts),
        focal=focal if focal in graph else None,
        outlines=tuple(outlines),
        seed=seed,
    )


def graph_of(node_ids: Sequence[str], ties: Sequence[Relationship], vocabulary: Vocabulary) -> nx.Graph[str]:
    """Return who stands close to whom: every tie once, but for what was denied, which is no reason to stand close."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(node_ids)
    pairs = {
        (min(tie.source, tie.target), max(tie.source, tie.target))
        for tie in ties
        if tie.source != tie.target and vocabulary.best(evidence.status for evidence in tie.evidence) != "denied"
    }
    graph.add_edges_from(sorted(pairs))
    return graph
