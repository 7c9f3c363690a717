"""Who may be invited to a network, as a workspace or a person rules it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

NAMED = ("regions", "candidates", "exclude", "exclude_kinds")


@dataclass(frozen=True, slots=True)
class InviteRules:
    """What a workspace or a person says of who may be invited.

    `regions`: the region is one of these, if any are named; an empty one is eligible. `candidates` need no tie. `exclude` names actors,
    `exclude_kinds` kinds. `workload`: whoever takes part in so many venues already is spared.
    """

    regions: tuple[str, ...] = ()
    candidates: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    exclude_kinds: tuple[str, ...] = ()
    workload: int | None = None

    @classmethod
    def of(cls, table: Mapping[str, Collection[str]]) -> InviteRules:
        """Return the rules of the table `[invite]` of actormap.toml."""
        regions, candidates, exclude, kinds = (tuple(table.get(name, ())) for name in NAMED)
        return cls(regions, candidates, exclude, kinds)
