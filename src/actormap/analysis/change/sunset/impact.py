"""What ends with a project at a date: every loss, each with its evidence, and the smallest repairs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, ClassVar

from actormap.analysis.centrality import measures
from actormap.analysis.change.sunset import ending
from actormap.analysis.change.sunset.losses import Losses, SunsetRow
from actormap.analysis.change.sunset.repairs import Repairs
from actormap.analysis.result import Context, Result, names
from actormap.errors import UnknownName
from actormap.graph.dataset import Dataset

FINDINGS = ("lost", "lost_contact", "separated", "isolated", "rank", "theme", "repair_contact", "repair_connection")
NO_FOCAL, NO_VENUE, NOTHING_LOST, NOT_FOUND = "no_focal_network", "no_venue_goes_on", "no_contact_lost", "no_repair_found"


@dataclass(frozen=True)
class Sunset(Result[SunsetRow]):
    """The findings in the order of `FINDINGS`.

    A row has `finding`, `ids` and `names` (for a repair in turn an actor and the venue that it would join), `type` (the relationship lost,
    or the measure of a rank), `n` (venues shared, ties held, carriers, memberships needed, contacts restored), `before` and `after`
    (average ranks), `part` (who is cut off), `optimal` (whether a repair is proven smallest), `evidence` (document and locator),
    `relationships` (ids), and `implied`, how many of these are only implied. `counts` says how many findings there are of each kind,
    `memberships_contact` and `memberships_connection` how large the smallest repairs are. `broken` holds, for each part of the network that
    falls apart, the actors of the parts it falls into, and `nodes` the names of all that is spoken of, by id.
    """

    name: ClassVar[str] = "sunset"
    header: ClassVar[tuple[str, ...]] = tuple(SunsetRow.__annotations__)

    project: Mapping[str, Any] = field(default_factory=dict)
    totals: Mapping[str, Any] = field(default_factory=dict)
    broken: tuple[tuple[tuple[str, ...], ...], ...] = ()
    nodes: Mapping[str, str] = field(default_factory=dict, repr=False)

    def of(self, finding: str) -> tuple[SunsetRow, ...]:
        """Return the rows of one kind of finding."""
        return tuple(row.copy() for row in self.rows if row["finding"] == finding)

    def figures(self) -> Mapping[str, Any]:
        """Return how many findings there are of each kind, and how large the smallest repairs are."""
        return self.totals


def find(
    dataset: Dataset,
    project: str,
    at: str | None = None,
    *,
    focal: str | None = None,
    by: Sequence[str] = ("degree", "betweenness"),
    limit: int = 10,
    budget: float = 10.0,
    lift: bool = True,
    also: tuple[str, ...] = (),
) -> Sunset:
    """Return what ends with a project at a date, its own end unless one is given; see `ending.of` for what is on either side.

    `limit` is how many smallest repairs are listed at most, `budget` the seconds that a search for one may take.
    Raises `UnknownName` for a project, network or measure that does not exist, `UsageError` if the project has no end.
    """
    snapshot = dataset.snapshot
    if focal is not None and focal not in {network.id for network in snapshot.networks}:
        raise UnknownName("network", focal, (network.id for network in snapshot.networks))
    chosen = [measures.measure(name).name for name in by]
    end = ending.of(dataset, project, at, lift=lift, also=also)
    losses = Losses(end)
    repairs = Repairs(losses, focal, limit=limit, budget=budget)
    cover, contact = repairs.contact()
    needed, connection = repairs.connection()
    found = [*losses.lost(), *losses.lost_contact(), *losses.separated(), *losses.isolated(), *losses.rank(chosen), *losses.theme()]
    rows: tuple[SunsetRow, ...] = tuple({**row, "names": names(end.before, row["ids"])} for row in (*found, *contact, *connection))
    counts = {finding: sum(row["finding"] == finding for row in rows) for finding in FINDINGS} | {"separated": losses.parted()}
    why: dict[str, str] = {}
    if not contact:
        nothing = NO_FOCAL if focal is None else NOTHING_LOST if not repairs.wanted() else NO_VENUE if cover.optimal else NOT_FOUND
        why["repair_contact"] = nothing
    if needed is None:
        why["repair_connection"] = NO_VENUE
    totals = {
        "counts": counts,
        "memberships_contact": len(cover.sets[0]) if contact else None,
        "bound_contact": cover.bound if repairs.wanted() else None,
        "more_contact": cover.more if contact else None,
        "memberships_connection": needed,
        "parts_before": [len(part) for part in end.before.parts()],
        "parts_after": [len(part) for part in end.after.parts()],
    }
    node = snapshot.by_id[project]
    context = Context(
        "affiliation",
        {**end.before.parameters, **end.parameters, "network": focal, "measures": chosen, "limit": limit},
        {"before": end.before.summary(), "after": end.after.summary()},
        end.before.audience,
    )
    broken = tuple(tuple(parts) for parts in losses.broken())
    known = {each.id: each.name for each in snapshot.nodes()}
    return Sunset(context, rows, undefined=why, project={"id": node.id, "name": node.name}, totals=totals, broken=broken, nodes=known)
