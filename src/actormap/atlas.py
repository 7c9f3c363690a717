"""One graph, ready to be asked: what `actormap.open` gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from actormap.analysis import centrality, communities, cutpoints, gaps
from actormap.errors import UsageError
from actormap.graph import View, build
from actormap.model import Snapshot
from actormap.selection import Selection, select
from actormap.store.base import Difference
from actormap.vocabulary import Vocabulary

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class Atlas:
    """One graph, ready to be asked: its records, its words, its settings. Every answer is a named result with `to_frame()`.

    `selection` narrows every answer; `narrowed` gives the same graph with another one.
    """

    snapshot: Snapshot = field(repr=False)
    vocabulary: Vocabulary = field(repr=False)
    title: str = "actormap"
    lang: str = "sv"
    focal: str | None = None
    default_view: str = "affiliation"
    selection: Selection = field(default_factory=Selection)
    internal: tuple[str, ...] = ()
    difference: Difference | None = field(default=None, repr=False)

    def narrowed(self, **conditions: Any) -> Atlas:
        """Return the same graph, narrowed by the fields of `Selection`, such as `documents=("five",)` or `at="2014"`."""
        return replace(self, selection=replace(self.selection, **conditions))

    def view(self, view: str | None = None, *, lift: bool = True, also: tuple[str, ...] = (), weighted: bool = False) -> View:
        """Return a view of the graph: `affiliation`, `actors` or `all`; see `actormap.graph.build`."""
        return build(
            self.snapshot, self.vocabulary, view or self.default_view, selection=self.selection, lift=lift, also=also, weighted=weighted
        )

    def graph(self, view: str | None = None, **options: Any) -> nx.Graph[str]:
        """Return the networkx graph of a view; its nodes carry `name`, `kind` and `side`, its edges `ties`."""
        return self.view(view, **options).graph

    def centrality(
        self, by: str | Sequence[str] = "degree", *, normalised: bool = True, top: int | None = None, **options: Any
    ) -> centrality.Ranking:
        """Return the nodes ranked by one or more measures; `options` are those of `view`."""
        return centrality.rank(self.view(**options), by, normalised=normalised, top=top)

    def cutpoints(self, **options: Any) -> cutpoints.Cutpoints:
        """Return whom the network cannot do without; `options` are those of `view`."""
        return cutpoints.find(self.view(**options))

    def communities(self, *, seed: int = 7, resolution: float = 1.0, **options: Any) -> communities.Communities:
        """Return who works closely together; `options` are those of `view`."""
        return communities.find(self.view(**options), seed=seed, resolution=resolution)

    def gaps(self, network: str | None = None, **options: Any) -> gaps.Gaps:
        """Return what the sources show no sign of round a network, the focal one unless another is named."""
        return gaps.find(self.view("affiliation", **options), self.vocabulary, self.network(network))

    def network(self, named: str | None = None) -> str:
        """Return the id of the network in focus; raise `UsageError` if none is named and the workspace has none."""
        chosen = named or self.focal
        if chosen is None:
            raise UsageError("No network is in focus.", hint="Name one with --network, or as focal_network in actormap.toml.")
        return chosen

    def shown(self) -> Snapshot:
        """Return what a map or an export of the selection shows: statements of every status, and the nodes present or tied to something."""
        if self.selection == Selection():
            return self.snapshot
        every = replace(self.selection, statuses=self.selection.statuses or tuple(self.vocabulary.statuses))
        selected = select(self.snapshot, every, self.vocabulary)
        ends = {end for tie in selected.relationships for end in (tie.source, tie.target)}
        keep = ends if self.selection.where else ends | selected.present
        cited = {e.document for tie in selected.relationships for e in tie.evidence}
        cited |= {getattr(node, "document", None) for node in self.snapshot.nodes() if node.id in keep}
        nodes = [node for node in self.snapshot.nodes() if node.id in keep or node.id in cited]
        lines = [line for line in self.snapshot.coverage if line.network in keep]
        return Snapshot.of(nodes, selected.relationships, lines)
