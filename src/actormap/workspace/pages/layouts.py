"""Which layout a page of the project bank has: told by the labels that are there, never by the file's name."""

from __future__ import annotations

from collections.abc import Collection

from actormap.workspace.pages.header import PageHeader

OTHER = "other"
LEAST = 3  # labels by which a page is known
# Labels that only pages of 2021-2027 have, those of one of their layouts among them.
_LATER = frozenset(
    {
        *("country", "programme_cci", "nuts2", "fund_concerned", "fund", "programming_period", "child_poverty", "strategic"),
        *("owner_number", "recipient_place", "recipient_country", "participants"),
    }
)
_PLUS_B = frozenset(
    {"fund", "programming_period", "recipient_country", "planned_participants", "total_budget_sek", "esf_support_sek", "period"}
)
_PLUS_AC = frozenset({"fund_concerned", "country", "participants", "region", "name"})
_1420_BCD = frozenset({"programme_area", "intervention", "union_rate_percent", "recipient_postcode", "recipient_address"})
_0713 = frozenset({"phase", "telephone"})
_EVERY_0713 = _0713 | {*("programme_area", "owner", "contact_person", "email", "esf_support_sek", "total_budget_sek", "period", "region")}
_NEEDED = frozenset({"owner", "name", "number", "registration_number", "period", "programme_area", "esf_support_sek", "total_budget_sek"})
PROGRAMMES = {"0713": "2007-2013", "1420": "2014-2020", "plus": "2021-2027"}


def layout(header: PageHeader) -> str:
    """Return 0713, 1420A to 1420D, plusA to plusC, or other if the labels are those of no page of the project bank."""
    found = header.labels()
    if len(found) < LEAST or not found & _NEEDED:
        return OTHER
    later = len(found & _LATER)
    earlier = len(found & _0713) + 2 * header.glued
    if earlier and later < 2:
        return "0713" if header.glued or found & {"phase"} else _of_2014(found)
    return _of_2021(found) if later else _of_2014(found)


def programme(name: str) -> str | None:
    """Return the programming period whose pages have a layout."""
    return PROGRAMMES.get(name[:4])


def _of_2021(found: Collection[str]) -> str:
    own, others = len(_PLUS_B.intersection(found)), len(_PLUS_AC.intersection(found))
    if own > others:
        return "plusB"
    return "plusC" if "number" in found else "plusA"


def _of_2014(found: Collection[str]) -> str:
    # Without any label that tells the project's name or number, only pages of 2007-2013.
    if _EVERY_0713.issuperset(found):
        return "0713"
    if "registration_number" in found:
        return "1420D" if "start_date" in found or "end_date" in found or "recipient_address" in found else "1420C"
    return "1420B" if _1420_BCD.intersection(found) else "1420A"
