"""The table [invite] of actormap.toml: who may be invited to a network. What is wrong with it is a problem like any other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from actormap.model.vocabulary import ACTOR_NODES, Vocabulary
from actormap.workspace.problems import Fault, Findings
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.reading.names import Index
from actormap.workspace.settings import Settings

TABLE = "invite"
ACTORS = ("candidates", "exclude")
KINDS = "exclude_kinds"
KEYS = ("regions", *ACTORS, KINDS)


def read(settings: Settings, file: str, index: Index, findings: Findings) -> Mapping[str, Any]:
    """Return the settings that other parts read, with what [invite] says of actors as their ids and without what cannot be used."""
    if TABLE not in settings.rest:
        return settings.rest
    said, line = settings.rest[TABLE], settings.lines.get(TABLE)
    if not isinstance(said, Mapping):
        findings.error(file, line, TABLE, said, Fault("not_a_table"))
        return {key: value for key, value in settings.rest.items() if key != TABLE}
    found: dict[str, list[str]] = {}
    for key, value in said.items():
        name = f"{TABLE}.{key}"
        if key not in KEYS:
            near = closest(key, {squeeze(each): each for each in KEYS})
            findings.warn(file, line, name, key, Fault("unknown_setting", near[0] if near else None))
        elif not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            findings.error(file, line, name, value, Fault("not_a_list"))
        else:
            found[key] = [word for each in value if (word := _word(key, each, settings.vocabulary, index, findings, (file, line, name)))]
    return {**settings.rest, TABLE: found}


def _word(key: str, word: str, vocabulary: Vocabulary, index: Index, findings: Findings, where: tuple[str, int | None, str]) -> str | None:
    try:
        if key in ACTORS:
            return index.resolve(word, ACTOR_NODES, unknown="unknown_invited", wrong="unknown_invited")
        return _kind(key, word, vocabulary)
    except Fault as fault:
        findings.error(*where, word, fault)
        return None


def _kind(key: str, word: str, vocabulary: Vocabulary) -> str:
    kinds = [kind for node in ACTOR_NODES for kind in vocabulary.kinds[node]]
    if key == KINDS and word not in kinds:
        near = closest(word, {squeeze(kind): kind for kind in kinds})
        raise Fault("unknown_choice", near[0] if near else None, allowed=", ".join(kinds))
    return word
