"""Writes the graph for another program: everything, or a view of it, in one of the forms of `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from actormap import files
from actormap.export import graph_files
from actormap.export.graph_files import GraphFile, Matrix
from actormap.i18n import Language

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas

MOST_PLACED = 3_000  # nodes whose places are worth the time that they take
Positions = Mapping[str, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that holds everything: what writes it there, and returns what to look at first. Its name ends in no suffix of a file."""

    says: str
    write: Callable[[Atlas, Path], Path]
    suffixes: tuple[str, ...] = ()


def write(atlas: Atlas, form: str, target: Path, *, whole: bool = True, positions: Callable[[], Positions] = dict, **options: Any) -> Path:
    """Write the graph for another program and return the path; `options` are those of `Atlas.view`.

    A folder holds everything and a matrix a view. A file of a graph holds everything, or with `whole=False` the view with its measures,
    and where `positions` puts its nodes; so does everything in a form that is placed, unless there are thousands.
    """
    chosen = FORMATS[form]
    if isinstance(chosen, Folder):
        return chosen.write(atlas, target)
    if isinstance(chosen, Matrix):
        wanted = options if chosen.view is None else {**options, "view": chosen.view}
        return files.write_bytes(target, chosen.write(atlas.view(**wanted), atlas.lang))
    from actormap.export import graphs

    if not whole:
        view, weighted = atlas.view(**options), atlas.view(**{**options, "weighted": options.get("weighted") or True})
        return files.write_bytes(target, chosen.write(graphs.of_view(view, positions(), weighted)))
    shown = atlas.shown()
    places = positions() if chosen.placed and len(shown.by_id) <= MOST_PLACED else {}
    graph = graphs.whole(shown, atlas.vocabulary, lang=atlas.lang, title=atlas.title, positions=places)
    return files.write_bytes(target, chosen.write(graph))


def _tables(atlas: Atlas, target: Path) -> Path:
    from actormap.workspace.writing.tables import write_tables

    return write_tables(atlas.shown(), target, delimiter=";" if Language.load(atlas.lang).separator == ";" else ",")


def _neo4j_import(atlas: Atlas, target: Path) -> Path:
    """Write a folder for Neo4j's own bulk import, and return the file with its command."""
    from datetime import UTC, datetime

    from actormap.store import Origin
    from actormap.store.neo4j.bulk import write_import_files

    origin = Origin(atlas.title, datetime.now(UTC).isoformat(timespec="seconds"), settings=atlas.settings)
    command = write_import_files(atlas.shown(), origin, target)
    return files.write_text(target / "import.txt", command + "\n")


NEO4J_IMPORT = "neo4j-import"
FORMATS: Mapping[str, GraphFile | Matrix | Folder] = {
    **graph_files.FORMATS,
    "csv": Folder("the tables again, as a workspace", _tables),
    NEO4J_IMPORT: Folder("a folder for Neo4j's own bulk import, with the command to run", _neo4j_import),
}
