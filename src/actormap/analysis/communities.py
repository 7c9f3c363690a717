"""Who works closely together: the communities of a view, found with a fixed seed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

import networkx as nx

from actormap.analysis.result import Context, Result, described
from actormap.graph import WEIGHT, View
from actormap.model import Snapshot


@dataclass(frozen=True)
class Communities(Result):
    """Nodes with the number of their community; community 1 is the largest. `modularity` says how clearly they part, None without ties."""

    name: ClassVar[str] = "communities"

    modularity: float | None = None

    def membership(self) -> Mapping[str, int]:
        """Return each node's community number."""
        return {row["id"]: row["community"] for row in self.rows}


def spread(membership: Mapping[str, int], snapshot: Snapshot) -> Mapping[str, int]:
    """Return the membership, extended to the nodes that stand in no view: each joins the community that most of its neighbours are in.

    Neighbours of neighbours follow in later rounds; among equals the community with the lower number wins. Who is tied to nobody stays out.
    """
    neighbours: dict[str, set[str]] = {}
    for tie in snapshot.relationships:
        neighbours.setdefault(tie.source, set()).add(tie.target)
        neighbours.setdefault(tie.target, set()).add(tie.source)
    joined = dict(membership)
    waiting = sorted(node for node in neighbours if node not in joined)
    while waiting:
        votes = {node: Counter(joined[other] for other in neighbours[node] if other in joined) for node in waiting}
        new = {node: min(count, key=lambda number, count=count: (-count[number], number)) for node, count in votes.items() if count}
        if not new:
            break
        joined |= new
        waiting = [node for node in waiting if node not in new]
    return joined


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
