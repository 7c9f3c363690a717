"""Where graphs are kept: one protocol in domain verbs, and the stores that keep it."""

from actormap.store.address import open_store
from actormap.store.base import TABLES, Change, Difference, LoadRecord, Origin, Progress, Store, StoreStatus
from actormap.store.transfer import copy, undo

__all__ = ["TABLES", "Change", "Difference", "LoadRecord", "Origin", "Progress", "Store", "StoreStatus", "copy", "open_store", "undo"]
