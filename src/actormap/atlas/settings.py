"""What is said of a graph beside its records, from the workspace that it is read with, else from the store that it came out of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from actormap.i18n import LANGUAGES
from actormap.model import graph_settings, unexplained
from actormap.model.invite_rules import InviteRules
from actormap.model.records import Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.store import Store, transfer
from actormap.workspace import Workspace, settings

TITLE = "actormap"


@dataclass(frozen=True, slots=True)
class AtlasSettings:
    """The title, language, focal network, view, words and rules of a graph; `text` is what travels with it."""

    title: str = TITLE
    language: str = LANGUAGES[0]
    focal: str | None = None
    view: str = "affiliation"
    internal: tuple[str, ...] = ()
    invite_rules: InviteRules = field(default_factory=InviteRules)
    vocabulary: Vocabulary = field(default_factory=Vocabulary.load)
    words: Mapping[str, Any] = field(default_factory=dict)
    text: str = graph_settings.UNKNOWN

    @classmethod
    def of_workspace(cls, workspace: Workspace) -> AtlasSettings:
        """Return what a workspace says of itself."""
        return cls(
            title=workspace.title,
            language=workspace.language,
            focal=workspace.focal_network,
            view=workspace.view,
            internal=workspace.internal,
            invite_rules=InviteRules.of(workspace.settings.get("invite", {})),
            vocabulary=workspace.vocabulary,
            words=workspace.words,
            text=text_of(workspace),
        )

    @classmethod
    def of_text(cls, text: str, where: str) -> AtlasSettings:
        """Return what a store or a backup says of its graph; raise `InputError`, naming `where`, if it cannot be used."""
        kept = settings.kept(graph_settings.table(text, where), where)
        return cls(
            title=kept.keys.title or TITLE,
            language=kept.keys.language,
            focal=kept.keys.focal_network,
            view=kept.keys.view,
            internal=tuple(kept.keys.internal),
            invite_rules=InviteRules.of(kept.rest.get("invite", {})),
            vocabulary=kept.vocabulary,
            words=kept.words,
            text=text,
        )

    def explaining(self, snapshot: Snapshot) -> tuple[AtlasSettings, tuple[str, ...]]:
        """Return settings whose vocabulary has every word of the records, and those of them that it did not have."""
        missing = unexplained.words(snapshot, self.vocabulary)
        if not missing:
            return self, ()
        return replace(self, vocabulary=Vocabulary.load(graph_settings.union(self.words, missing))), unexplained.names(missing)


def stored_settings(store: Store) -> AtlasSettings:
    """Return what a store says of its graph; raise `InputError` if it cannot be used."""
    return AtlasSettings.of_text(transfer.settings_in(store), store.place)


def text_of(workspace: Workspace) -> str:
    """Return what a workspace says of itself as it travels with its graph."""
    said: dict[str, Any] = {
        "title": workspace.title,
        "language": workspace.language,
        "focal_network": workspace.focal_network,
        "view": workspace.view,
        "internal": list(workspace.internal),
        **workspace.settings,
        **workspace.words,
    }
    return graph_settings.text({key: value for key, value in said.items() if value})
