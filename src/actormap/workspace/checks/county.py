"""A municipality code of another county than the one that is named beside it, as when a digit has been lost."""

from __future__ import annotations

from typing import Any

from actormap.workspace.problems import Fault

_COUNTIES = {
    "01": "stockholm", "03": "uppsala", "04": "södermanland", "05": "östergötland", "06": "jönköping", "07": "kronoberg", "08": "kalmar",
    "09": "gotland", "10": "blekinge", "12": "skåne", "13": "halland", "14": "västra götaland", "17": "värmland", "18": "örebro",
    "19": "västmanland", "20": "dalarna", "21": "gävleborg", "22": "västernorrland", "23": "jämtland", "24": "västerbotten",
    "25": "norrbotten",
}  # fmt: skip


def look(row: Any) -> tuple[str, Fault] | None:
    """Return the column and what is wrong if the first two digits of a code are those of another county."""
    if row.code is None or row.county is None:
        return None
    said = row.county.casefold()
    named = {digits for digits, county in _COUNTIES.items() if said.startswith(county)}
    if not named or row.code[:2] in named:
        return None
    return "code", Fault("other_county", county=row.county)
