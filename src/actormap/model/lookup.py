"""Whom or what somebody means: a record by id, name or alias, a word of a closed list by id or by the word for it in any language."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from actormap.errors import SeveralMeant, UnknownName
from actormap.model.records import Node
from actormap.model.redirect import former_ids


class Worded(Protocol):
    """An entry of a closed list: a word, or several forms of it, in each language."""

    @property
    def words(self) -> Mapping[str, Any]:
        """The word in each language, or its forms, the usual one first."""
        ...


def the(what: str, wanted: str, nodes: Iterable[Node]) -> str:
    """Return the id of the one node that is meant, an id before a name, whatever its case and spaces.

    Raises `UnknownName`, calling it `what`, if none is, and `SeveralMeant` if several are.
    """
    known = list(nodes)
    if any(node.id == wanted for node in known):
        return wanted
    if former := [node.id for node in known if wanted in former_ids(node)]:
        return former[0]
    sought = folded(wanted)
    named = [node.id for node in known if sought in map(folded, _names(node))] or [node.id for node in known if sought == folded(node.id)]
    if len(named) == 1:
        return named[0]
    if named:
        raise SeveralMeant(what, wanted, named)
    raise UnknownName(what, wanted, (), offered=spellings(known))


def only(nodes: Iterable[Node]) -> str | None:
    """Return the id of the one node there is; None if there are none or several."""
    ids = [node.id for node in nodes]
    return ids[0] if len(ids) == 1 else None


def spellings(nodes: Iterable[Node]) -> dict[str, str]:
    """Return each id, name and alias with how its node is offered: by its name, and its id beside that if others have the name."""
    known = list(nodes)
    shared = Counter(node.name for node in known)
    offered: dict[str, str] = {}
    for node in known:
        shown = node.name if shared[node.name] == 1 else f"{node.name} ({node.id})"
        for spelling in (node.id, *_names(node)):
            offered.setdefault(spelling, shown)
    return offered


def word(what: str, wanted: str, entries: Mapping[str, Worded]) -> str:
    """Return the id of a word of a closed list, given as the id or as the word for it in any language, whatever its case.

    Raises `UnknownName`, calling it `what`, if the list has no such word; it offers each language's own.
    """
    if wanted in entries:
        return wanted
    known: dict[str, str | Mapping[str, str]] = {}
    meant: dict[str, str] = {}
    for name, entry in entries.items():
        usual = {lang: _forms(said)[0] for lang, said in entry.words.items()}
        spoken = (form for said in entry.words.values() for form in _forms(said))
        for spelling in (name, *spoken, *getattr(entry, "also", ())):
            known.setdefault(spelling, usual)
            meant.setdefault(folded(spelling), name)
    if (found := meant.get(folded(wanted))) is not None:
        return found
    raise UnknownName(what, wanted, (), offered=known)


def _forms(said: Any) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else tuple(said)


def _names(node: Node) -> tuple[str, ...]:
    return (node.name, *getattr(node, "aliases", ()))


def folded(text: str) -> str:
    """Return what two spellings of a name have in common, but for case, spaces and whether letters are composed."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())
