"""Opens an atlas: the graph of a workspace, of a store, or of a store with a workspace's words and settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from actormap import workspace as workspaces
from actormap.atlas import stores, sync
from actormap.atlas.atlas import Atlas
from actormap.errors import UsageError, parameter
from actormap.i18n import LANGUAGES
from actormap.model.invite_rules import InviteRules
from actormap.model.selection import Selection
from actormap.model.vocabulary import Vocabulary


def open_atlas(
    place: str | Path | None = "gria",
    *,
    store: str | None = None,
    lang: str | None = None,
    selection: Selection | None = None,
    progress: Any = None,
) -> Atlas:
    """Return the graph of a workspace, of a store, or of a store with a workspace's words and settings.

    Without `store` the workspace's own is asked. The one in its folder is first brought up to date with the files (`difference` says what
    that changed); the built-in workspace's is in memory. Any other is read as it is; `remarks` say where the files differ from it.
    Raises `InvalidWorkspace` if the files have errors, `UntrustedStore` if the workspace names a server that the user has not,
    `StoreError` if the store fails.
    """
    if place is None and store is None:
        raise UsageError("Neither a workspace nor a store is named.", hint=f"Say {parameter('place')} or {parameter('store')}.")
    workspace = None if place is None else workspaces.read(place)
    address = stores.address(workspace, store)
    remarks = list(stores.remarks(workspace, store))
    difference = None
    if workspace is not None and address.private:
        snapshot, difference, said = sync.current(workspace, address, progress=progress)
        remarks += said
    else:
        with address.open() as opened:
            if workspace is not None and opened.exists() and not sync.is_current(opened, workspace):
                remarks.append(stores.Remark("files_differ", {"title": workspace.title}))
            snapshot = opened.read()
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
        remarks=tuple(remarks),
    )
