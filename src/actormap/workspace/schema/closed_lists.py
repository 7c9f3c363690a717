"""The closed lists a cell may hold a word of: ids and the words for them in every language, and what is said of any other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from actormap import i18n
from actormap.i18n import Language, Spoken, Texts
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.problems import Fault
from actormap.workspace.reading.fuzzy import closest, squeeze

LANGUAGES = tuple(Language.load(code) for code in i18n.LANGUAGES)
# The usual words of every language before what else stands for them.
ANSWERS = {
    answer: (*(words[0] for words in spelt), *(word for words in spelt for word in words[1:]))
    for answer, spelt in {"yes": [each.yes for each in LANGUAGES], "no": [each.no for each in LANGUAGES]}.items()
}


# Lists that no workspace extends: what is said of a word outside, and the part of `words` in the catalogues that words them.
WORDED = {
    "verdicts": ("unknown_verdict", "verdict"),
    "decisions": ("unknown_decision", "decision"),
    "scales": ("unknown_word", "scale"),
    "voices": ("unknown_word", "voice"),
    "figures": ("unknown_word", "figure"),
    "read": ("unknown_word", "read"),
    "silences": ("unknown_word", "silence"),
}


@dataclass(frozen=True, slots=True)
class ClosedList:
    """One closed list. `key` names what is said of a word outside it; `spellings` are ids as they are, squeezed words, and their ids."""

    key: str
    ids: tuple[str, ...]
    spellings: Mapping[str, str]
    typed: Mapping[str, str]
    backwards: Mapping[str, str] = field(default_factory=dict)
    elsewhere: Mapping[str, str] = field(default_factory=dict)

    def read(self, word: str) -> str:
        """Return the id of a word; raise `Fault` with the closest word there is, as one would type it."""
        found = self.spellings.get(word) or self.spellings.get(squeeze(word))
        if found is not None:
            return found
        squeezed = squeeze(word)
        if squeezed in self.elsewhere:
            raise Fault("municipality_elsewhere")
        if squeezed in self.backwards:
            raise Fault("backward_type", self.backwards[squeezed], type=self.backwards[squeezed])
        near = next(iter(closest(word, {**self.typed, **self.elsewhere})), None)
        key = "unknown_kind_municipality" if near in self.elsewhere.values() else self.key
        raise Fault(key, near, allowed=", ".join(self.ids))


def first_words(entry: Spoken[tuple[str, str]]) -> tuple[str, ...]:
    """Return an entry as a cell says it, in each language: in the singular, or forwards."""
    return tuple(first for first, _ in entry.words.values())


def lists(vocabulary: Vocabulary) -> dict[str, ClosedList]:
    """Return every closed list by the name that the row models use."""
    kinds = vocabulary.kinds
    municipalities = kinds["municipality"]
    # An actor's kind may not be municipality, but who writes so should hear where municipalities stand.
    elsewhere = {squeeze(word): word for name, kind in municipalities.items() for word in (*reversed(first_words(kind)), name)}
    result = {
        f"kinds.{node}": _list(
            "unknown_kind",
            {name: (*first_words(kind), *kind.also) for name, kind in kinds[node].items()},
            elsewhere=elsewhere if node == "actor" else {},
        )
        for node in kinds
    }
    anyone = {**municipalities, **kinds["actor"]}
    result["kinds.member"] = _list("unknown_kind", {name: (*first_words(kind), *kind.also) for name, kind in anyone.items()})
    forwards = {name: first_words(tie) for name, tie in vocabulary.types.items()}
    backwards = {squeeze(word): name for name, tie in vocabulary.types.items() for _, word in tie.words.values()}
    result["types"] = _list("unknown_type", forwards, backwards=backwards)
    result["statuses"] = _list("unknown_status", {name: tuple(status.words.values()) for name, status in vocabulary.statuses.items()})
    result["network_statuses"] = _list(
        "unknown_status", {name: tuple(status.words.values()) for name, status in vocabulary.network_statuses.items()}
    )
    result["programmes"] = _list("unknown_programme", dict.fromkeys(vocabulary.programmes, ()))
    result["answers"] = _list("unknown_answer", ANSWERS)
    return result | {name: _list(key, spoken(words)) for name, (key, words) in WORDED.items()}


def spoken(words: str) -> dict[str, tuple[str, ...]]:
    """Return the ids that a part of the catalogue words, each with its words in every language, the usual ones first."""
    said = [Texts.load(code) for code in i18n.LANGUAGES]
    found = {}
    for each in said[0].under(f"words.{words}"):
        also = (texts.entries.get(f"words.also.{words}.{each}", "").split("|") for texts in said)
        found[each] = (*(texts(f"words.{words}.{each}") for texts in said), *(word for more in also for word in more if word))
    return found


def _list(
    key: str,
    entries: Mapping[str, tuple[str, ...]],
    *,
    backwards: Mapping[str, str] | None = None,
    elsewhere: Mapping[str, str] | None = None,
) -> ClosedList:
    spellings = {name: name for name in entries} | {squeeze(name): name for name in entries}
    typed = {squeeze(name): name for name in entries}
    for name, words in entries.items():
        for word in words:
            # Where two entries share a word, an id goes before a word and the first entry before the later ones.
            spellings.setdefault(squeeze(word), name)
            typed.setdefault(squeeze(word), word)
    return ClosedList(key, tuple(entries), spellings, typed, backwards or {}, elsewhere or {})
