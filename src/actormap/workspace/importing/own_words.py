"""What the words for kinds and types in a file are in the vocabulary; those it does not have become the workspace's own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from actormap.i18n import LANGUAGES, Texts
from actormap.model.vocabulary import NODES, Vocabulary
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.schema import closed_lists

DEFAULT_KINDS: Mapping[str, str] = {
    "actor": "other",
    "network": "network",
    "project": "project",
    "municipality": "municipality",
    "theme": "problem_area",
    "document": "document",
}
ANY_END = ("actor", "municipality", "network", "project", "theme")
CONTACT, COLLABORATES = TYPES = ("contact", "collaborates")
_ALIKE = 0.8  # a slip of the pen: "komun" is kommun
SAID = "import.types."
PARTICIPATES, ADDRESSES = "participates_in", "addresses"


class OwnWords:
    """Kinds and types by their words; `own` grows with those that the vocabulary lacks, in the form of actormap.toml."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.own: dict[str, Any] = {}
        self.mapped: dict[str, str] = {}
        self._lists = closed_lists.lists(vocabulary)
        self._kinds = {node: self._words_of(node) for node in NODES}

    def _words_of(self, node: str) -> dict[str, str]:
        spellings = dict(self._lists[f"kinds.{node}"].spellings)
        for name, kind in self.vocabulary.kinds[node].items():
            for _, plural in kind.words.values():
                spellings.setdefault(squeeze(plural), name)
        for words in self.vocabulary.nodes[node].words.values():
            for word in (node, *words):
                spellings.setdefault(squeeze(word), DEFAULT_KINDS[node])
        return spellings

    def kind(self, word: str, node: str | None) -> tuple[str, str]:
        """Return the record and the kind that a word means; a word that no list has becomes a kind of `node`, or of actors."""
        given = node if node in NODES else None
        for record in (given,) if given else NODES:
            found = self._kinds[record].get(word) or self._kinds[record].get(squeeze(word))
            if found:
                return record, found
        if given in ("municipality", "document"):
            return given, DEFAULT_KINDS[given]
        record = given or "actor"
        name = _key(word)
        self.own.setdefault("kinds", {}).setdefault(record, {})[name] = {lang: [word, word] for lang in LANGUAGES}
        self._kinds[record][squeeze(word)] = name
        return record, name

    def type(self, word: str) -> tuple[str, bool]:
        """Return the type that a word means, and whether it is said backwards; a word that the list lacks is a type of one's own."""
        if word.startswith(SAID):
            return self.shipped(word.removeprefix(SAID)), False
        known = self._lists["types"]
        squeezed = squeeze(word)
        if found := known.spellings.get(word) or known.spellings.get(squeezed):
            return found, False
        if found := known.backwards.get(squeezed):
            return found, True
        return self._own_type(_key(word), {lang: [word, word] for lang in LANGUAGES}), False

    def shipped(self, name: str) -> str:
        """Return a type of `TYPES`, in the words of the catalogues: the same both ways."""
        said = {lang: Texts.load(lang)(f"{SAID}{name}") for lang in LANGUAGES}
        return self._own_type(name, {lang: [words, words] for lang, words in said.items()})

    def _own_type(self, name: str, words: Mapping[str, list[str]]) -> str:
        own = self.own.setdefault("types", {})
        own.setdefault(name, {**words, "from": list(ANY_END), "to": list(ANY_END), "views": ["affiliation", "actors"]})
        return name

    def near(self) -> Iterator[tuple[str, Mapping[str, str]]]:
        """Yield own words that are nearly one of the vocabulary: what is told, the word, and the kind or type that it resembles."""
        for kinds in self.own.get("kinds", {}).values():
            shipped = {spelt: f"{node} {name}" for node, named in self._kinds.items() for spelt, name in named.items() if name not in kinds}
            for word in _said(kinds):
                for known in closest(word, shipped, cutoff=_ALIKE):
                    record, _, kind = known.partition(" ")
                    yield "near_kind", {"word": word, "record": record, "kind": kind}
        known_types = {squeeze(spelt): name for spelt, name in self._lists["types"].spellings.items()}
        own = {name: said for name, said in self.own.get("types", {}).items() if self.is_own(name) and name not in TYPES}
        for word in _said(own):
            yield from (("near_type", {"word": word, "type": name}) for name in closest(word, known_types, cutoff=_ALIKE))

    def ends(self, type_: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Return which records may stand at the ends of a type."""
        own = self.own.get("types", {}).get(type_, {})
        known = self.vocabulary.types.get(type_)
        sources = own.get("from") or (known.sources if known else ANY_END)
        targets = own.get("to") or (known.targets if known else ANY_END)
        return tuple(sources), tuple(targets)

    def is_own(self, type_: str) -> bool:
        """Return whether the shipped vocabulary lacks a type."""
        return type_ not in self.vocabulary.types

    def makes_ties(self, type_: str) -> bool:
        """Return whether a type makes ties of the affiliation view."""
        return self.is_own(type_) or "affiliation" in self.vocabulary.types[type_].views

    def allow(self, type_: str, source: str, target: str) -> bool:
        """Let a type go between two kinds of record; return whether that is new."""
        sources, targets = self.ends(type_)
        if source in sources and target in targets:
            return False
        wider = {"from": _with(sources, source), "to": _with(targets, target)}
        self.own.setdefault("types", {}).setdefault(type_, {}).update(wider)
        return True

    def closed(self, of: str, word: str) -> str | None:
        """Return the id of a word of another closed list, None if it lacks the word."""
        spellings = self._lists[of].spellings
        return spellings.get(word) or spellings.get(squeeze(word))


def _said(own: Mapping[str, Any]) -> list[str]:
    return [said[LANGUAGES[0]][0] for said in own.values()]


def _with(names: Iterable[str], name: str) -> list[str]:
    return list(dict.fromkeys([*names, name]))


def _key(word: str) -> str:
    """Return a word as the key of a table: `Regionförbund` is regionforbund; one without Latin letters is spelt by their code points."""
    plain = unicodedata.normalize("NFKD", word).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "_".join(f"u{ord(letter):x}" for letter in word[:8])
