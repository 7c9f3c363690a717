"""Makes stores equal to files, to backups and to each other, and says what a store holds."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actormap import workspace as workspaces
from actormap.atlas import stores, validity
from actormap.atlas.settings import AtlasSettings, stored_settings, text_of
from actormap.atlas.stores import Address, Remark
from actormap.errors import BackupDamaged, ForeignStore, InputError, StoreReadOnly, parameter
from actormap.model import graph_settings, unexplained
from actormap.model.records import Snapshot
from actormap.store import Difference, Origin, Store, StoreStatus, transfer
from actormap.store.backup import RESTORE_ANOTHER, Backup, backup, restore
from actormap.store.base import TABLES, Change
from actormap.workspace import Workspace

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas


def current(workspace: Workspace, address: Address, *, progress: Any = None) -> tuple[Snapshot, Difference | None, tuple[Remark, ...]]:
    """Return the graph of a workspace from the store that is its alone, what bringing it up to date changed, and what is to be said of it.

    A store in memory would give the workspace's own records back, so they are asked themselves; so they are where the store may not be
    written, as on a share or a stick.
    """
    if stores.in_memory(address.uri):
        return workspaces.require_valid(workspace).snapshot, None, ()
    try:
        with address.open(progress) as opened:
            difference = bring_up_to_date(opened, workspace, progress=progress)
            return opened.read(), difference, ()
    except StoreReadOnly:
        return workspaces.require_valid(workspace).snapshot, None, (Remark("in_memory", {"title": workspace.title}),)


def bring_up_to_date(store: Store, workspace: Workspace, *, progress: Any = None) -> Difference | None:
    """Load the workspace if its files or settings are not those of the last load; return what changed, None if nothing was loaded."""
    origin = origin_of(workspace)
    loads = store.status().loads if store.exists() else ()
    if loads and loads[0].comes_as(origin):
        return None
    workspaces.require_valid(workspace)
    return store.load(workspace.snapshot, origin, allow_mass_removal=True, progress=progress)


def load(
    workspace: Workspace,
    *,
    store: str | None = None,
    merge: bool = False,
    dry_run: bool = False,
    thorough: bool = False,
    allow_mass_removal: bool = False,
    progress: Any = None,
) -> Difference:
    """Make a store equal to a workspace's files and return what that changed; see `Store.load`.

    Raises `ForeignStore` if the store is not the workspace's alone and another was loaded into it last, unless mass removal is allowed.
    """
    workspaces.require_valid(workspace)
    address = stores.address(workspace, store)
    with address.open(progress) as opened:
        if not (address.private or merge or allow_mass_removal):
            _refuse_another(opened, workspace)
        origin = origin_of(workspace)
        if merge:
            origin = replace(origin, settings=graph_settings.merged(transfer.settings_in(opened), origin.settings, opened.place))
        elif not thorough and _holds(opened, workspace.snapshot, origin):
            return Difference({table: Change(unchanged=count) for table, count in _counts(workspace.snapshot).items()})
        return opened.load(
            workspace.snapshot,
            origin,
            merge=merge,
            dry_run=dry_run,
            thorough=thorough,
            allow_mass_removal=allow_mass_removal,
            progress=progress,
        )


def _holds(store: Store, snapshot: Snapshot, origin: Origin) -> bool:
    # The same files give the same records, and nobody has written since; after a merge there may be more than they say.
    if not store.is_untouched():
        return False
    status = store.status()
    return bool(status.loads) and status.loads[0].comes_as(origin) and dict(status.counts) == _counts(snapshot)


def _counts(snapshot: Snapshot) -> dict[str, int]:
    return {table: len(getattr(snapshot, table)) for table in TABLES}


def origin_of(workspace: Workspace) -> Origin:
    """Return what a load remembers of a workspace, with the present moment."""
    return Origin(workspace.title, _now(), workspace.files, text_of(workspace))


def undo(workspace: Workspace | None, *, store: str | None = None, progress: Any = None) -> int:
    """Take back a load that was not finished, and return how many rows that took."""
    with stores.address(workspace, store).open(progress) as opened:
        return transfer.undo(opened)


def copy(source: str, target: str, *, progress: Any = None, **options: Any) -> Difference:
    """Make one store equal to another and return what that changed; `options` are those of `Store.load`."""
    places = (Address(each, Path.cwd()) for each in (source, target))
    with next(places).open(progress) as old, next(places).open(progress) as new:
        return transfer.copy(old, new, _now(), progress=progress, **options)


def save_backup(atlas: Atlas, file: Path) -> Path:
    """Write the whole graph, with what is said of it, to one file and return its path; the same graph gives the same bytes."""
    backup(atlas.snapshot, file, _explaining(atlas, str(file)))
    return file


def _explaining(atlas: Atlas, where: str) -> str:
    # A workspace asked with another's store, or merged into one that has no words of its own, has records that its settings do not explain.
    if not atlas.settings:
        return atlas.settings
    missing = unexplained.words(atlas.snapshot, AtlasSettings.of_text(atlas.settings, where).vocabulary)
    return graph_settings.text(graph_settings.union(graph_settings.table(atlas.settings, where), missing)) if missing else atlas.settings


def load_backup(file: Path, store: str, *, allow_mass_removal: bool = False, progress: Any = None) -> Difference:
    """Make a store equal to a backup and return what that changed.

    Raises `BackupDamaged` before anything is written if the backup holds what no workspace can. One without settings is from a version that
    did not keep the words of a graph, so any kind, type and status will do there; they are shown as they stand.
    """
    kept = restore(file)
    refuse_invalid(kept, str(file))
    origin = Origin(file.name, _now(), (), kept.settings)
    with Address(store, Path.cwd()).open(progress) as opened:
        return opened.load(kept.snapshot, origin, allow_mass_removal=allow_mass_removal, progress=progress)


def refuse_invalid(kept: Backup, where: str) -> None:
    """Raise `BackupDamaged`, naming `where`, the record and the field, if a backup holds what the tables of a workspace cannot."""
    try:
        said = AtlasSettings.of_text(kept.settings, where)
    except InputError as error:
        raise BackupDamaged(error.message, hint=RESTORE_ANOTHER) from error
    faults = list(validity.faults(kept.snapshot, said.vocabulary if kept.settings else None))
    if faults:
        more = f" It is the first of {len(faults)} faults." if len(faults) > 1 else ""
        raise BackupDamaged(f"{where}: {faults[0]}{more}", hint=RESTORE_ANOTHER)


def status(workspace: Workspace | None, *, store: str | None = None, progress: Any = None) -> tuple[StoreStatus, str]:
    """Return what a store says of itself, and the language of its graph.

    It is the store named, or the workspace's own, brought up to date if it is only in memory.
    """
    address = stores.address(workspace, store)
    with address.open(progress) as opened:
        if workspace is not None and stores.in_memory(address.uri):
            bring_up_to_date(opened, workspace)
        if workspace is not None and not workspace.files and not opened.exists():
            workspaces.require_valid(workspace)  # that a folder has no tables says more than that nothing has been loaded
        told = opened.status()
        return told, workspace.language if workspace else stored_settings(opened).language


def _refuse_another(store: Store, workspace: Workspace) -> None:
    loads = store.status().loads if store.exists() else ()
    if loads and loads[0].origin.files and loads[0].origin.workspace != workspace.title:
        raise ForeignStore(
            f"The store holds the workspace {loads[0].origin.workspace}, and this is {workspace.title}.",
            hint=f"Name a store of its own with {parameter('store')}, or say {parameter('allow_mass_removal')} to replace what is there.",
        )


def is_current(store: Store, workspace: Workspace) -> bool:
    """Return whether the files of a workspace are those of the store's last load."""
    loads = store.status().loads if store.exists() else ()
    return bool(loads) and loads[0].origin.files == workspace.files


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
