"""What is open: one graph as records, its words and settings, what it is narrowed to, and the views of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Self

from actormap.analysis.composition.invitation.candidates import Rules
from actormap.errors import UsageError
from actormap.graph.views import View, build
from actormap.model.outline import Boundary
from actormap.model.records import Snapshot
from actormap.model.selection import Selection, select
from actormap.model.vocabulary import Vocabulary
from actormap.store.base import Difference

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True)
class Opened:
    """One graph with its records, words and settings, before anything is asked of it.

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
    invite_rules: Rules = field(default_factory=Rules)
    difference: Difference | None = field(default=None, repr=False)

    def narrowed(self, **conditions: Any) -> Self:
        """Return the same graph, narrowed by the fields of `Selection`, such as `documents=("five",)` or `at="2014"`."""
        return replace(self, selection=replace(self.selection, **conditions))

    def view(self, view: str | None = None, *, lift: bool = True, also: tuple[str, ...] = (), weighted: bool = False) -> View:
        """Return a view of the graph: `affiliation`, `actors` or `all`; see `actormap.graph.views.build`."""
        return build(
            self.snapshot, self.vocabulary, view or self.default_view, selection=self.selection, lift=lift, also=also, weighted=weighted
        )

    def graph(self, view: str | None = None, **options: Any) -> nx.Graph[str]:
        """Return the networkx graph of a view; its nodes carry `name`, `kind` and `side`, its edges `ties`."""
        return self.view(view, **options).graph

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
        lines = [line for line in self.snapshot.coverage if line.network in keep]
        # What is required of a network is whole only with what it names, whatever the sources chosen say of that.
        cited |= {named for line in lines for named in (line.municipality, line.theme, line.document)}
        nodes = [node for node in self.snapshot.nodes() if node.id in keep or node.id in cited]
        return Snapshot.of(nodes, selected.relationships, lines)


VIEW_OPTIONS = ("view", "lift", "also", "weighted")


def split(options: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the options of an analysis, and those of its view."""
    return (
        {name: value for name, value in options.items() if name not in VIEW_OPTIONS},
        {name: value for name, value in options.items() if name in VIEW_OPTIONS},
    )
