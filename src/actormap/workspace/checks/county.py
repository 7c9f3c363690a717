"""A municipality code of another county than the one that is named beside it, as when a digit has been lost."""

from __future__ import annotations

from typing import Any

from actormap.model import places
from actormap.workspace.checks import municipality_name
from actormap.workspace.problems import Fault


def look(row: Any) -> tuple[str, Fault] | None:
    """Return the column and what is wrong if the first two digits of a code are those of another county."""
    # One cause, one sentence: that the code is another municipality's says that it is of another county too.
    if row.code is None or row.county is None or municipality_name.look(row):
        return None
    said = row.county.casefold()
    named = {digits for digits, county in places.counties().items() if said.startswith(county.casefold())}
    if not named or row.code[:2] in named:
        return None
    return "code", Fault("other_county", county=row.county)
