"""Opens an atlas: the graph of a workspace, of a store, or of a store with a workspace's words and settings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from actormap import workspace as workspaces
from actormap.atlas import stores, sync
from actormap.atlas.atlas import Atlas
from actormap.atlas.settings import AtlasSettings, stored_settings
from actormap.errors import UsageError, parameter, several
from actormap.model.selection import Selection


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
    workspace = None if place is None else workspaces.read(place, progress)
    address = stores.address(workspace, store)
    remarks = list(stores.remarks(workspace, store))
    difference = None
    if workspace is not None and address.private:
        settings = AtlasSettings.of_workspace(workspace)
        snapshot, difference, said = sync.current(workspace, address, progress=progress)
        remarks += said
    else:
        with address.open(progress) as opened:
            if workspace is not None and opened.exists() and not sync.is_current(opened, workspace):
                remarks.append(stores.Remark("files_differ", {"title": workspace.title}))
            snapshot = opened.read()
            own = AtlasSettings.of_workspace(workspace) if workspace else stored_settings(opened)
        settings, missing = own.explaining(snapshot)
        if missing:
            remarks.append(stores.Remark("unexplained", {"words": several(missing)}))
    return Atlas(
        snapshot=snapshot,
        vocabulary=settings.vocabulary,
        title=settings.title,
        lang=lang or settings.language,
        focal=settings.focal,
        default_view=settings.view,
        selection=selection or Selection(),
        internal=settings.internal,
        invite_rules=settings.invite_rules,
        outlines=workspace.outlines if workspace else (),
        settings=settings.text,
        difference=difference,
        remarks=tuple(remarks),
    )
