"""Which municipalities lie far from a network: in counties where it has no member, and of none of the regions that may be invited."""

from __future__ import annotations

from collections.abc import Collection

from actormap.analysis.composition.members import members
from actormap.graph.views import View
from actormap.model.records import Municipality


def far_away(view: View, network: str, regions: Collection[str]) -> frozenset[str]:
    """Return the municipalities that lie far from a network; none if no regions are named, and none whose county is unknown.

    A county is near if a member municipality lies in it, or if a region is called after it, as Västra Götaland is.
    """
    if not regions:
        return frozenset()
    inside = members(view, network)
    towns = view.snapshot.municipalities
    near = {town.county for town in towns if town.id in inside}
    return frozenset(town.id for town in towns if town.county and town.county not in near and not _is_of(town, regions))


def _is_of(town: Municipality, regions: Collection[str]) -> bool:
    county = (town.county or "").casefold()
    return any(county in (region.casefold(), f"{region.casefold()} län", f"{region.casefold()}s län") for region in regions)
