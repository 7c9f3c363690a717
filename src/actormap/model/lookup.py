"""Whom or what somebody means by an id, a name or an alias."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from actormap.errors import UnknownName
from actormap.model.records import Node
from actormap.model.redirect import former_ids


def the(what: str, wanted: str, nodes: Iterable[Node]) -> str:
    """Return the id of the one node that is meant, an id before a name, whatever its case and spaces.

    Raises `UnknownName`, calling it `what`, if none or several are.
    """
    known = list(nodes)
    if any(node.id == wanted for node in known):
        return wanted
    if former := [node.id for node in known if wanted in former_ids(node)]:
        return former[0]
    named = [node.id for node in known if folded(wanted) in map(folded, (node.name, *getattr(node, "aliases", ())))]
    if len(named) == 1:
        return named[0]
    raise UnknownName(what, wanted, [node.id for node in known] + [node.name for node in known])


def folded(text: str) -> str:
    """Return what two spellings of a name have in common, but for case, spaces and whether letters are composed."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
