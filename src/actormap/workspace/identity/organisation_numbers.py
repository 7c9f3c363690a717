"""Swedish organisation numbers: which column holds them, and whether one can be true."""

from __future__ import annotations

import re
from collections.abc import Iterable

from actormap.workspace.reading.fuzzy import squeeze

# As headings are squeezed: without case, spaces and hyphens, and here without points.
HEADINGS = frozenset(
    {
        *("organisationsnummer", "organisationsnr", "orgnummer", "orgnr"),
        *("organisationnumber", "organizationnumber", "organisationid", "orgnumber", "orgno", "registrationnumber"),
    }
)
_FORM = re.compile(r"(?:16)?(\d{6})-?(\d{4})")


def number_of(attributes: Iterable[tuple[str, str]]) -> str | None:
    """Return the organisation number among a record's own columns, ten figures; None if there is none, or one that cannot be true."""
    for heading, value in attributes:
        if squeeze(heading).replace(".", "") in HEADINGS and (number := valid(value)):
            return number
    return None


def valid(text: str) -> str | None:
    """Return an organisation number as ten figures, None if it is none: its last figure is a check by Luhn's rule, its third at least 2.

    With a lower third figure it may be a person's.
    """
    found = _FORM.fullmatch("".join(text.split()))
    if found is None:
        return None
    number = found[1] + found[2]
    doubled = (int(figure) * (2 - place % 2) for place, figure in enumerate(number))
    return number if number[2] >= "2" and sum(sum(divmod(each, 10)) for each in doubled) % 10 == 0 else None
