"""The present state round a network: how much the data holds, how active each member is besides, what that rests on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar

from actormap.analysis import evidence
from actormap.analysis.cohesion import cutpoints
from actormap.analysis.composition.seated import only_planned, seated
from actormap.analysis.result import Context, NodeRow, Result, described
from actormap.graph.attributes import ACTOR, SIDE
from actormap.graph.views import View
from actormap.model.ordering import alphabetical


class PresentStateRow(NodeRow):
    """A row of `PresentState`."""

    venues: list[str]


@dataclass(frozen=True)
class PresentState(Result[PresentStateRow]):
    """The members of a network, those in most other networks and projects first, then by name.

    A row has id, name, kind and `venues`, the networks and projects besides this one that the member takes part in. `support` is what the
    ties of the whole view rest on; `holding` names the actors without whom some lose contact with the rest, each with these;
    `cut_off_with` has the networks and projects that go with them; `planned` names the members whose seat is only planned.
    """

    name: ClassVar[str] = "present"
    header: ClassVar[tuple[str, ...]] = tuple(PresentStateRow.__annotations__)

    focal: str = ""
    support: evidence.Support | None = None
    holding: tuple[tuple[str, tuple[str, ...]], ...] = ()
    cut_off_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    planned: tuple[str, ...] = ()

    def figures(self) -> Mapping[str, Any]:
        """Return the counts of the whole view, and what its ties rest on."""
        counts = {name: self.context.summary[name] for name in ("actors", "venues", "ties")}
        if self.support is None:
            return counts
        return counts | {"statements": self.support.statements, "implied": self.support.implied, "documents": list(self.support.documents)}


def find(view: View, focal: str) -> PresentState:
    """Return the present state round a network, on a view of name `affiliation`; raise `UnknownName` if `focal` is no network."""
    rows: list[PresentStateRow] = [
        {**described(view, member), "venues": sorted(set(view.graph[member]) - {focal}) if member in view.graph else []}
        for member in seated(view, focal)
    ]
    rows.sort(key=lambda row: (-len(row["venues"]), alphabetical(row["name"]), row["id"]))
    sides = view.graph.nodes
    cuts = {row["id"]: row["cut_off"] for row in cutpoints.find(view).rows if sides[row["id"]][SIDE] == ACTOR}
    lost = {holder: tuple(each for each in cut_off if sides[each][SIDE] == ACTOR) for holder, cut_off in cuts.items()}
    holding = tuple((holder, actors) for holder, actors in lost.items() if actors)
    return PresentState(
        Context.of(view, network=focal),
        tuple(rows),
        focal=focal,
        support=evidence.overall(view),
        holding=holding,
        cut_off_with={holder: tuple(each for each in cuts[holder] if each not in actors) for holder, actors in holding},
        planned=only_planned(view, focal),
    )
