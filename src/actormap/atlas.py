"""One graph, ready to be asked: what `actormap.open` gives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from actormap.analysis import (
    brokerage,
    centrality,
    communities,
    compare,
    core,
    cutpoints,
    explain,
    gaps,
    homophily,
    keyplayers,
    overlap,
    question,
    timeline,
)
from actormap.analysis.brokerage import Brokerage
from actormap.analysis.compare import Comparison
from actormap.analysis.core import Core
from actormap.analysis.explain import Explanation
from actormap.analysis.homophily import Homophily
from actormap.analysis.keyplayers import KeyPlayers
from actormap.analysis.overlap import Overlap
from actormap.analysis.question import Question
from actormap.analysis.timeline import Timeline
from actormap.boundary import Boundary
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
    boundaries: tuple[Boundary, ...] = field(default=(), repr=False)
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
        self,
        by: str | Sequence[str] = "degree",
        *,
        normalised: bool = True,
        top: int | None = None,
        by_kind: bool = False,
        certainty: Mapping[str, Any] | None = None,
        **options: Any,
    ) -> centrality.Ranking:
        """Return the nodes ranked by one or more measures; `options` are those of `view`.

        With `certainty`, the options of `analysis.certainty.estimate` (which may be empty), each row also has its rank, the interval it may
        lie in, and the chance that it is among the top.
        """
        view = self.view(**options)
        if certainty is None:
            return centrality.rank(view, by, normalised=normalised, top=top, by_kind=by_kind)
        return centrality.rank_with_certainty(view, by, normalised=normalised, top=top, by_kind=by_kind, **certainty)

    def cutpoints(self, **options: Any) -> cutpoints.Cutpoints:
        """Return whom the network cannot do without; `options` are those of `view`."""
        return cutpoints.find(self.view(**options))

    def communities(self, *, seed: int = 7, resolution: float = 1.0, runs: int = 0, **options: Any) -> communities.Communities:
        """Return who works closely together; `runs` more seeds tell how stable that is; `options` are those of `view`."""
        return communities.find(self.view(**options), seed=seed, resolution=resolution, runs=runs)

    def keyplayers(self, k: int = 1, objective: str = "distance_fragmentation", *, view: str = "actors", **options: Any) -> KeyPlayers:
        """Return the best sets of k actors, all of them if they are proven; `options` are those of `keyplayers.find` and `view`."""
        asked, chosen = _split(options)
        return keyplayers.find(self.view(view, **chosen), k, objective, **asked)

    def brokers(self, by: str = "kind", *, view: str = "actors", seed: int = 7, **options: Any) -> Brokerage:
        """Return who links which groups (Gould-Fernandez); `options` are those of `view`."""
        return brokerage.find(self.view(view, **options), by, seed=seed)

    def homophily(self, by: str = "kind", *, view: str = "actors", seed: int = 7, **options: Any) -> Homophily:
        """Return whether ties stay inside groups (E-I index); `options` are those of `view`."""
        return homophily.find(self.view(view, **options), by, seed=seed)

    def core(self, *, view: str = "actors", seed: int = 7, **options: Any) -> Core:
        """Return who is the core and who the edge; `options` are those of `view`."""
        return core.find(self.view(view, **options), seed=seed)

    def overlap(self, **options: Any) -> Overlap:
        """Return which networks share which members; `options` are those of `view`."""
        return overlap.find(self.view(**options))

    def question(self, measure: str = "degree", **options: Any) -> Question:
        """Return what would be most worth asking about who is among the top; `options` are those of `question.ask` and `view`."""
        asked, chosen = _split(options)
        return question.ask(self.view(**chosen), measure, **asked)

    def compare(self, other: Atlas, by: str | Sequence[str] = "degree", **options: Any) -> Comparison:
        """Return what differs between this graph and another, such as the same at a later date; `options` as for `question`."""
        asked, chosen = _split(options)
        return compare.compare(self.view(**chosen), other.view(**chosen), by, **asked)

    def timeline(self, by: str | Sequence[str] = ("degree", "betweenness"), *, top: int = 3, **options: Any) -> Timeline:
        """Return the network year by year; `options` are those of `view`."""
        view = options.pop("view", None) or self.default_view
        return timeline.trace(self.snapshot, self.vocabulary, view, by=by, top=top, selection=self.selection, **options)

    def explain(self, actor: str, by: Sequence[str] = ("degree", "betweenness"), **options: Any) -> Explanation:
        """Return all that is said of one actor, named by id, name or alias; `options` as for `question`."""
        asked, chosen = _split(options)
        return explain.explain(self.view("affiliation", **chosen), self.vocabulary, actor, focal=self.focal, by=by, **asked)

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


VIEW_OPTIONS = ("view", "lift", "also", "weighted")


def _split(options: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the options of an analysis, and those of its view."""
    return (
        {name: value for name, value in options.items() if name not in VIEW_OPTIONS},
        {name: value for name, value in options.items() if name in VIEW_OPTIONS},
    )
