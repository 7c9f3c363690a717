"""One record of several that are one: nothing of them is lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from actormap.model.issue import MARK, YES
from actormap.model.records import ActorLike, Venue
from actormap.model.redirect import BETWEEN, SAME_AS, otherwise

Record = TypeVar("Record", bound=ActorLike | Venue)
_APART = frozenset({"id", "name", "aliases", "attributes"})


def union(kept: Record, others: Iterable[ActorLike | Venue]) -> tuple[Record, Mapping[str, tuple[str, ...]]]:
    """Return a record with what others that are one with it say besides, and by id the columns in which they say otherwise.

    Their names become other names, their ids stand in `same_as`; a cell that is empty is filled, and what differs stands in a column of its
    own. One that is internal makes the whole of it internal.
    """
    names = [*kept.aliases]
    values: dict[str, Any] = {}
    differing: dict[str, tuple[str, ...]] = {}
    own = dict(kept.attributes)
    ids: list[str] = []
    has = {each.name for each in fields(kept)}
    for other in others:
        ids.append(other.id)
        # A bar is what stands between names where they are written.
        names += [other.name.replace(BETWEEN, "/"), *other.aliases]
        said: dict[str, Any] = {each.name: getattr(other, each.name) for each in fields(other) if each.name not in _APART}
        against: list[str] = []
        for column, value in said.items():
            here = values.get(column, getattr(kept, column, None))
            if value is None or value == here or (column == "municipality" and value == kept.id):
                continue
            if here is None and column in has:
                values[column] = value
            else:
                own[otherwise(column, other.id)] = str(value)
                against.append(column)
        for column, text in other.attributes:
            if column == SAME_AS:
                ids += text.split(BETWEEN)
            elif column.casefold() == MARK and text.strip().casefold() in YES:
                own = {name: cell for name, cell in own.items() if name.casefold() != MARK} | {column: text}
            elif own.setdefault(column, text) != text:
                own[otherwise(column, other.id)] = text
                against.append(column)
        if against:
            differing[other.id] = tuple(against)
    known = own.get(SAME_AS)
    own[SAME_AS] = BETWEEN.join(dict.fromkeys([*(known.split(BETWEEN) if known else ()), *ids]))
    aliases = tuple(name for name in dict.fromkeys(names) if name != kept.name)
    return replace(kept, **values, aliases=aliases, attributes=tuple(sorted(own.items()))), differing
