"""What is required of a network, line by line, as it holds: stars written out, answers in the place of what they answer."""

from __future__ import annotations

from dataclasses import replace

from actormap.model.ordering import alphabetical
from actormap.model.records import Requirement, Snapshot

EVERY = "*"
YES, NO = "yes", "no"


def lines(snapshot: Snapshot, network: str) -> tuple[Requirement, ...]:
    """Return the lines of a network's required coverage in the order of row, column, municipality and the other conditions.

    A line with municipality `*` becomes one for each municipality of the data, save those that a line of the same row and column names.
    A line with an answer takes the place of one with the same row, column and conditions that has none.
    """
    own = [line for line in snapshot.coverage if line.network == network]
    answered = {_conditions(line) for line in own if line.answer}
    own = [line for line in own if line.answer or _conditions(line) not in answered]
    named = {(line.row, line.column, line.municipality) for line in own if line.municipality != EVERY}
    places = {place.id: place.name for place in snapshot.municipalities}
    found = [line for line in own if line.municipality != EVERY]
    found += [
        replace(line, municipality=place)
        for line in own
        if line.municipality == EVERY
        for place in places
        if (line.row, line.column, place) not in named
    ]

    def order(line: Requirement) -> tuple[str, ...]:
        place = places.get(line.municipality or "", "")
        return (*map(alphabetical, (line.row, line.column, place)), line.kind or "", line.theme or "", line.role or "", line.id)

    return tuple(sorted(found, key=order))


def _conditions(line: Requirement) -> tuple[str | None, ...]:
    return line.row, line.column, line.municipality, line.kind, line.theme, line.role
