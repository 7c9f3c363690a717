"""Opens an atlas: the graph of a workspace, of a store, or of a store with a workspace's words and settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from actormap import workspace as workspaces
from actormap.atlas import sync
from actormap.atlas.atlas import Atlas
from actormap.errors import UsageError
from actormap.i18n import LANGUAGES
from actormap.model.invite_rules import InviteRules
from actormap.model.selection import Selection
from actormap.model.vocabulary import Vocabulary
from actormap.store import open_store


def open_atlas(
    place: str | Path | None = "gria",
    *,
    store: str | None = None,
    lang: str | None = None,
    selection: Selection | None = None,
    progress: Any = None,
) -> Atlas:
    """Return the graph of a workspace, of a store, or of a store with a workspace's words and settings.

    Without `store` the workspace's embedded store is asked, after it has been brought up to date with the files (`difference` says what
    that changed); the built-in workspace's is in memory.
    Raises `InvalidWorkspace` if the files have errors, `StoreError` if the store fails.
    """
    workspace = None if place is None else workspaces.read(place)
    difference = None
    if store is not None:
        with open_store(store, base=Path.cwd()) as opened:
            snapshot = opened.read()
    elif workspace is not None:
        with open_store(sync.store_of(workspace), base=workspace.base) as opened:
            difference = sync.bring_up_to_date(opened, workspace, progress=progress)
            snapshot = opened.read()
    else:
        raise UsageError("Neither a workspace nor a store is named.", hint="Say --workspace or --store.")
    return Atlas(
        snapshot=snapshot,
        vocabulary=workspace.vocabulary if workspace else Vocabulary.load(),
        title=workspace.title if workspace else "actormap",
        lang=lang or (workspace.language if workspace else LANGUAGES[0]),
        focal=workspace.focal_network if workspace else None,
        default_view=workspace.view if workspace else "affiliation",
        selection=selection or Selection(),
        internal=workspace.internal if workspace else (),
        invite_rules=InviteRules.of(workspace.settings.get("invite", {})) if workspace else InviteRules(),
        outlines=workspace.outlines if workspace else (),
        difference=difference,
    )
