"""What a record keeps of those that have become one with it: their ids, and what they say otherwise.

Both are columns of its own: `same_as` holds the ids, and `gr-2: kind` the kind that gr-2 had.
"""

from __future__ import annotations

from collections.abc import Sequence

from actormap.model.records import Node

SAME_AS = "same_as"
BETWEEN = "|"
_FROM = ": "


def former_ids(node: Node) -> Sequence[str]:
    """Return the ids that have led to a record since the records that had them became one with it."""
    return [id_ for name, ids in node.attributes if name == SAME_AS for id_ in ids.split(BETWEEN)]


def otherwise(column: str, id_: str) -> str:
    """Return the name of the column for what the record that had an id says otherwise in one."""
    return f"{id_}{_FROM}{column}"


def column_of(name: str) -> str:
    """Return the column that a column of one's own is about: what is left out of an edition goes with all that is said otherwise."""
    return name.rpartition(_FROM)[2]
