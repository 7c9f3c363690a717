"""The names that texts are searched for: those of a workspace, the municipalities and regions of Sweden, and organisations often named."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Any

from actormap import files
from actormap.model import places
from actormap.model.records import Actor, Network, Project, Snapshot, Theme
from actormap.workspace.reading.fuzzy import squeeze

DATA = "workspace/texts/names.toml"
# A word, a part of one that begins with a capital after a small letter, or a figure.
TOKEN = re.compile(r"[A-ZÅÄÖÉ\u00d8]*[a-zà-öø-ÿ]+|[^\W\d_]+|\d+")
_SEATS = ("kommun", "kommuns", "kommunen", "stad", "stads")


@dataclass(frozen=True, slots=True)
class KnownName:
    """One name of one record: `id` is None if the workspace does not have it yet; `more` are columns that it would have.

    `tokens` are its words as they stand, `gaps` what stands between them. A name that is `common` means the record only where a word
    beside it says so.
    """

    id: str | None
    name: str
    node: str
    kind: str
    tokens: tuple[str, ...]
    gaps: tuple[str, ...]
    common: bool = False
    more: tuple[tuple[str, str], ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        """Return what tells whom it means from others."""
        return (self.node, self.id or squeeze(self.name))

    @property
    def is_acronym(self) -> bool:
        """Return whether it is one short word in capitals."""
        return len(self.tokens) == 1 and len(self.tokens[0]) <= 6 and self.tokens[0].isupper()


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Names by the first word of each and its second, empty if it has none, in small letters; names `above` go before them."""

    by_words: Mapping[str, Mapping[str, tuple[KnownName, ...]]]
    above: Gazetteer | None = None

    def names(self) -> Iterator[KnownName]:
        """Yield every name."""
        for seconds in self.by_words.values():
            for each in seconds.values():
                yield from each

    def starting(self, first: str, seconds: Iterable[str]) -> Iterator[KnownName]:
        """Yield the names that begin with a word and have no other, or one of some."""
        mine = tuple(self.above.starting(first, seconds)) if self.above else ()
        yield from mine
        told = {each.tokens for each in mine}
        found = self.by_words.get(first, {})
        for second in ("", *seconds) if found else ():
            yield from (each for each in found.get(second, ()) if each.tokens not in told)

    def with_names(self, more: Iterable[KnownName]) -> Gazetteer:
        """Return it with some names more, which go before those that are spelt alike."""
        return Gazetteer(self.by_words, _by_words(more))

    @classmethod
    def of(cls, snapshot: Snapshot) -> Gazetteer:
        """Return the names of a workspace and of Sweden."""
        own = list(_own(snapshot))
        having = {squeeze("".join(each.tokens)): each for each in own}
        return _by_words([*own, *(each for each in _sweden(having) if squeeze("".join(each.tokens)) not in having)])


def _by_words(names: Iterable[KnownName]) -> Gazetteer:
    found: defaultdict[str, defaultdict[str, dict[tuple[Any, ...], KnownName]]] = defaultdict(lambda: defaultdict(dict))
    for each in names:
        if each.tokens:
            second = each.tokens[1].casefold() if len(each.tokens) > 1 else ""
            found[each.tokens[0].casefold()][second].setdefault((each.key, each.tokens), each)
    return Gazetteer({first: {second: tuple(each.values()) for second, each in rest.items()} for first, rest in found.items()})


def new(name: str, node: str, kind: str) -> KnownName:
    """Return a name that nobody here knows."""
    return _known(None, name, name, node, kind)


def record(snapshot: Snapshot, id_: str) -> KnownName:
    """Return a record of a workspace by its own name."""
    return next(iter(called(snapshot, [(id_, snapshot.by_id[id_].name)])))


def called(snapshot: Snapshot, also: Iterable[tuple[str, str]]) -> Iterator[KnownName]:
    """Yield further names of records of a workspace, by id."""
    for id_, name in also:
        node = snapshot.by_id[id_]
        yield _known(id_, name, node.name, node.node, node.kind)


@cache
def data() -> Mapping[str, Any]:
    """Return the names and words that are shipped."""
    return files.table(DATA)


def split(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words of a name and what stands between them."""
    found = list(TOKEN.finditer(name))
    gaps = (name[one.end() : other.start()] for one, other in pairwise(found))
    return tuple(each[0] for each in found), tuple(gaps)


def _known(id_: str | None, word: str, name: str, node: str, kind: str, **more: str) -> KnownName:
    tokens, gaps = split(word)
    common = node == "municipality" and word in data()["ambiguous"]
    return KnownName(id_, name, node, kind, tokens, gaps, common, tuple(sorted(more.items())))


def _own(snapshot: Snapshot) -> Iterator[KnownName]:
    nodes: tuple[Actor | Network | Project | Theme, ...] = (*snapshot.actors, *snapshot.networks, *snapshot.projects, *snapshot.themes)
    for node in nodes:
        for word in dict.fromkeys((node.name, *getattr(node, "aliases", ()))):
            yield _known(node.id, word, node.name, node.node, node.kind)
    for town in snapshot.municipalities:
        for word in dict.fromkeys((town.name, *town.aliases)):
            yield from _seat(town.id, word, town.name)


def _seat(id_: str | None, word: str, name: str, **more: str) -> Iterator[KnownName]:
    yield _known(id_, word, name, "municipality", "municipality", **more)
    if re.search(r"(?i)\b(?:kommun|stad)\b", word):
        return
    genitive = word if word[-1:] in "sxz" else f"{word}s"
    for stem in dict.fromkeys((word, genitive)):
        for seat in _SEATS:
            yield _known(id_, f"{stem} {seat}", name, "municipality", "municipality", **more)


def _sweden(having: Mapping[str, KnownName]) -> Iterator[KnownName]:
    """Yield the names of Sweden; where the workspace has a record by one of them, the others are its too."""
    for town in places.municipalities():
        mine = having.get(squeeze(town.name))
        town_id = mine.id if mine and mine.node == "municipality" else None
        for word in dict.fromkeys((town.name, town.name.replace("-", " "))):
            yield from _seat(town_id, word, town.name, code=town.code, county=town.county)
        if town.before_kommun != town.name:
            for seat in _SEATS:
                yield _known(
                    town_id, f"{town.before_kommun} {seat}", town.name, "municipality", "municipality", code=town.code, county=town.county
                )
    shipped = data()
    listed = [(name, "region", also) for name, also in shipped["regions"].items()]
    listed += [(name, told["kind"], told["also"]) for name, told in shipped["organisations"].items()]
    for name, kind, also in listed:
        mine = next((having[word] for word in map(squeeze, map(_bare, (name, *also))) if word in having), None)
        own = mine if mine and mine.node == "actor" else None
        for word in (name, *also):
            yield _known(own.id if own else None, word, own.name if own else name, "actor", own.kind if own else kind)


def _bare(name: str) -> str:
    return "".join(split(name)[0])
