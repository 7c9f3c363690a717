"""Writes the graph for another program: everything, or a view of it, in one of the forms of `FORMATS`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from actormap import files
from actormap.atlas.atlas import Atlas
from actormap.export import graph_files
from actormap.store import Origin
from actormap.workspace import write_tables

Positions = Mapping[str, tuple[float, float]]


def write(atlas: Atlas, form: str, target: Path, *, whole: bool = True, positions: Callable[[], Positions] = dict, **options: Any) -> Path:
    """Write the graph for another program and return the path; `options` are those of `Atlas.view`.

    `csv` writes the tables again, as a workspace; `neo4j-import` a folder for Neo4j's own bulk import, with its command in import.txt;
    `adjacency` and `affiliation` write the matrix of a view; `graphml`, `gexf` and `cytoscape` write everything, or with `whole=False` the
    view with its measures, and where `positions` puts its nodes.
    """
    if form == "csv":
        return write_tables(atlas.shown(), target)
    if form == "neo4j-import":
        from actormap.store.neo4j.bulk import write_import_files

        origin = Origin(atlas.title, datetime.now(UTC).isoformat(timespec="seconds"))
        command = write_import_files(atlas.shown(), origin, target)
        return files.write_text(target / "import.txt", command + "\n")
    if form == "adjacency":
        return files.write_bytes(target, graph_files.adjacency(atlas.view(**options)))
    if form == "affiliation":
        return files.write_bytes(target, graph_files.affiliation(atlas.view(**{**options, "view": "affiliation"})))
    graph = graph_files.whole(atlas.shown(), atlas.vocabulary) if whole else graph_files.of_view(atlas.view(**options), positions())
    return files.write_bytes(target, getattr(graph_files, form)(graph))
