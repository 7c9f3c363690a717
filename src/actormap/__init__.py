"""Maps the actors, networks and projects round a question, and shows who is key and what is missing.

>>> import actormap
>>> atlas = actormap.open("gria").narrowed(documents=("five",))
>>> atlas.graph(view="affiliation").number_of_nodes()  # a networkx graph
36
>>> atlas.centrality("betweenness", top=3).to_frame()["id"].iloc[0]  # a pandas DataFrame
'gr'

What is named here is public; everything heavy is imported when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from actormap.errors import ActormapError

if TYPE_CHECKING:
    from pathlib import Path

    from actormap.atlas.atlas import Atlas
    from actormap.i18n import Texts
    from actormap.model.selection import Selection
    from actormap.model.vocabulary import Vocabulary

__version__ = "0.1.0"
__all__ = ["ActormapError", "Atlas", "Selection", "Texts", "Vocabulary", "__version__", "open"]

_HOMES = {
    "Atlas": "actormap.atlas.atlas",
    "Selection": "actormap.model.selection",
    "Texts": "actormap.i18n",
    "Vocabulary": "actormap.model.vocabulary",
}


def open(place: str | Path = "gria", *, store: str | None = None, lang: str | None = None) -> Atlas:  # noqa: A001  (read as actormap.open)
    """Return the graph of a workspace, ready to be asked: a folder or workbook with tables, or `gria` or `esf`, built in.

    With `store` the graph is read from there and the workspace gives words and settings.
    Raises `InvalidWorkspace` with all problems if the tables have errors, `StoreError` if the store fails.
    """
    from dataclasses import replace

    from actormap.atlas.open import open_atlas
    from actormap.notebook.display import NotebookDisplay

    return replace(open_atlas(place, store=store, lang=lang), display=NotebookDisplay())


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
