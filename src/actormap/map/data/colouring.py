"""What colours can tell of the nodes besides what every map has: a closed column of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from actormap.model.ordering import alphabetical
from actormap.model.records import Actor, Municipality, Snapshot
from actormap.model.selection import attribute_of

# What the page colours by whatever the tables hold, under the names that groups go by.
OWN = ("kind", "municipality", "community")
Names = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Colouring:
    """What the map begins with: `by` names it. `name` is that of a column, and `values` what it says of the nodes, by id."""

    by: str
    name: Names
    values: Mapping[str, str]

    def as_data(self) -> dict[str, object]:
        """Return what the page needs: what the colours tell first, and of a column its name and its values, the most usual first."""
        if self.by in OWN:
            return {"colour": self.by}
        return {"colour": "column", "column": {"name": dict(self.name), "values": list(self.ordered())}}

    def ordered(self) -> Mapping[str, int]:
        """Return the number of each value of a column, those of most nodes first."""
        times = Counter(self.values.values())
        return {value: index for index, value in enumerate(sorted(times, key=lambda value: (-times[value], alphabetical(value))))}


def of(snapshot: Snapshot, by: str, name: Names) -> Colouring:
    """Return the colouring by a column of actors and municipalities, or one of `OWN`."""
    acting: tuple[Actor | Municipality, ...] = (*snapshot.actors, *snapshot.municipalities)
    said = {} if by in OWN else {node.id: attribute_of(node, by) for node in acting}
    return Colouring(by, name, {node: value for node, value in said.items() if value})
