"""Who works closely together: the communities of a view, found with a fixed seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import networkx as nx

from actormap.analysis.result import Context, Result, described
from actormap.graph import WEIGHT, View


@dataclass(frozen=True)
class Communities(Result):
    """Nodes with the number of their community; community 1 is the largest. `modularity` says how clearly they part, None without ties."""

    name: ClassVar[str] = "communities"

    modularity: float | None = None

    def membership(self) -> Mapping[str, int]:
        """Return each node's community number."""
        return {row["id"]: row["community"] for row in self.rows}


def find(view: View, *, seed: int = 7, resolution: float = 1.0) -> Communities:
    """Return the communities of a view by the Louvain method (Blondel et al. 2008), the same for the same seed.

    On the two-mode view modularity is that of the simple graph, so actors and venues share communities.
    """
    weight = WEIGHT if view.weighted else None
    found = nx.community.louvain_communities(view.graph, weight=weight, seed=seed, resolution=resolution) if view.graph else []
    ordered = sorted((sorted(group) for group in found), key=lambda group: (-len(group), group))
    ties = view.graph.number_of_edges()
    modularity = nx.community.modularity(view.graph, map(set, ordered), weight=weight, resolution=resolution) if ties else None
    rows = tuple(described(view, node) | {"community": number} for number, group in enumerate(ordered, start=1) for node in group)
    return Communities(Context.of(view, seed=seed, resolution=resolution), rows, modularity=modularity)
