"""A graph from one store into another, and back from a load that was not finished."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol, runtime_checkable

from actormap.errors import UsageError
from actormap.model import graph_settings
from actormap.store.base import Difference, Origin, Progress, Store


@runtime_checkable
class Undoing(Protocol):
    """A store whose large loads are written step by step, and can be taken back when they were not finished."""

    def undo(self, progress: Callable[[int], None] | None = None) -> int:
        """Put back the graph from before the unfinished load and return how many rows that took."""
        ...


def copy(
    source: Store,
    target: Store,
    when: str,
    *,
    merge: bool = False,
    dry_run: bool = False,
    allow_mass_removal: bool = False,
    progress: Progress | None = None,
) -> Difference:
    """Make one store equal to another and return what that changed.

    The copy is remembered as coming from the files of the source's last load, at the moment `when` (ISO 8601, UTC). The options, and what
    is raised, are those of `Store.load`.
    """
    snapshot = source.read()
    loads = source.status().loads
    origin = replace(loads[0].origin, when=when) if loads else Origin("", when)
    if merge:
        origin = replace(origin, settings=graph_settings.merged(settings_in(target), origin.settings, target.place))
    return target.load(snapshot, origin, merge=merge, dry_run=dry_run, allow_mass_removal=allow_mass_removal, progress=progress)


def settings_in(store: Store) -> str:
    """Return what the graph in a store says of itself, as it was loaded last; empty if nothing is known."""
    loads = store.status().loads if store.exists() else ()
    return loads[0].origin.settings if loads else graph_settings.UNKNOWN


def undo(store: Store, progress: Callable[[int], None] | None = None) -> int:
    """Take back a load that was not finished and return how many rows that took; raise `UsageError` if there is none to take back."""
    if not isinstance(store, Undoing):
        raise UsageError("A load into this store is all or nothing, so there is none to take back.")
    return store.undo(progress)
