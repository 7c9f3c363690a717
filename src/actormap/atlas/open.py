"""The whole jobs, by the verbs that the command line and a script share: open, load, back up, draw, report, export."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from actormap import files
from actormap import workspace as sources
from actormap.analysis import evidence
from actormap.analysis.composition.invitation.candidates import Rules
from actormap.analysis.queries import Answer
from actormap.atlas import query as asking
from actormap.atlas.atlas import Atlas
from actormap.errors import UsageError
from actormap.graph.views import ACTOR
from actormap.i18n import Texts
from actormap.map.compose import cited, draw_map, positions
from actormap.model.selection import Selection
from actormap.model.vocabulary import Vocabulary
from actormap.store import Difference, Origin, Store, StoreStatus, open_store, transfer
from actormap.store.backup import backup, restore
from actormap.workspace import Workspace

EMBEDDED = "sqlite:///.actormap/graph.sqlite"
IN_MEMORY = "sqlite:///:memory:"


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
    workspace = None if place is None else sources.read(place)
    if workspace is None:
        if store is None:
            raise UsageError("Neither a workspace nor a store is named.", hint="Say --workspace or --store.")
        vocabulary, difference = Vocabulary.load(), None
        with open_store(store) as opened:
            snapshot = opened.read()
    else:
        vocabulary = workspace.vocabulary
        if store is not None:
            difference = None
            with open_store(store, base=Path.cwd()) as opened:
                snapshot = opened.read()
        else:
            with open_store(store_of(workspace), base=workspace.base) as opened:
                difference = bring_up_to_date(opened, workspace, progress=progress)
                snapshot = opened.read()
    return Atlas(
        snapshot=snapshot,
        vocabulary=vocabulary,
        title=workspace.title if workspace else "actormap",
        lang=lang or (workspace.language if workspace else "sv"),
        focal=workspace.focal_network if workspace else None,
        default_view=workspace.view if workspace else "affiliation",
        selection=selection or Selection(),
        internal=workspace.internal if workspace else (),
        invite_rules=Rules.of(workspace.settings.get("invite", {})) if workspace else Rules(),
        boundaries=workspace.boundaries if workspace else (),
        difference=difference,
    )


def store_of(workspace: Workspace) -> str:
    """Return the address of the store that a workspace is loaded into unless another is named."""
    return IN_MEMORY if workspace.builtin else workspace.store or EMBEDDED


def bring_up_to_date(store: Store, workspace: Workspace, *, progress: Any = None) -> Difference | None:
    """Load the workspace if its files are not those of the store's last load; return what changed, None if nothing was loaded."""
    if _is_current(store, workspace):
        return None
    sources.require_valid(workspace)
    return store.load(workspace.snapshot, origin_of(workspace), allow_mass_removal=True, progress=progress)


def _is_current(store: Store, workspace: Workspace) -> bool:
    loads = store.status().loads if store.exists() else ()
    return bool(loads) and loads[0].origin.files == workspace.files


def load(
    workspace: Workspace,
    *,
    store: str | None = None,
    merge: bool = False,
    dry_run: bool = False,
    allow_mass_removal: bool = False,
    progress: Any = None,
) -> Difference:
    """Make a store equal to a workspace's files and return what that changed; see `Store.load`."""
    sources.require_valid(workspace)
    uri, base = (store, Path.cwd()) if store else (store_of(workspace), workspace.base)
    with open_store(uri, base=base) as opened:
        return opened.load(
            workspace.snapshot,
            origin_of(workspace),
            merge=merge,
            dry_run=dry_run,
            allow_mass_removal=allow_mass_removal,
            progress=progress,
        )


def origin_of(workspace: Workspace) -> Origin:
    """Return what a load remembers of a workspace, with the present moment."""
    return Origin(workspace.title, datetime.now(UTC).isoformat(timespec="seconds"), workspace.files)


def undo(workspace: Workspace | None, *, store: str | None = None) -> int:
    """Take back a load that was not finished, and return how many rows that took."""
    uri, base = (store, Path.cwd()) if store or workspace is None else (store_of(workspace), workspace.base)
    with open_store(uri or EMBEDDED, base=base) as opened:
        return transfer.undo(opened)


def copy(source: str, target: str, **options: Any) -> Difference:
    """Make one store equal to another and return what that changed; `options` are those of `Store.load`."""
    with open_store(source, base=Path.cwd()) as old, open_store(target, base=Path.cwd()) as new:
        return transfer.copy(old, new, datetime.now(UTC).isoformat(timespec="seconds"), **options)


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a named question, with the words and language of the workspace it was asked about."""

    result: Answer
    vocabulary: Vocabulary
    lang: str


def query(place: str | Path | None, name: str, parameters: Mapping[str, str], *, store: str | None = None) -> Answered:
    """Return the answer to a named question: where the graph is if the store answers itself, else in Python."""
    if store is None:
        atlas = open_atlas(place)
        return Answered(asking.ask(atlas.snapshot, name, vocabulary=atlas.vocabulary, **parameters), atlas.vocabulary, atlas.lang)
    workspace = None if place is None else sources.read(place)
    vocabulary = workspace.vocabulary if workspace else Vocabulary.load()
    with open_store(store, base=Path.cwd()) as opened:
        answer = asking.ask(opened, name, vocabulary=vocabulary, **parameters)
    return Answered(answer, vocabulary, workspace.language if workspace else "sv")


def save_backup(atlas: Atlas, file: Path) -> Path:
    """Write the whole graph to one file and return its path; the same graph gives the same bytes."""
    backup(atlas.snapshot, file)
    return file


def load_backup(file: Path, store: str, *, allow_mass_removal: bool = False) -> Difference:
    """Make a store equal to a backup and return what that changed."""
    snapshot = restore(file)
    origin = Origin(file.name, datetime.now(UTC).isoformat(timespec="seconds"), ())
    with open_store(store, base=Path.cwd()) as opened:
        return opened.load(snapshot, origin, allow_mass_removal=allow_mass_removal)


def status(workspace: Workspace | None, *, store: str | None = None) -> StoreStatus:
    """Return what a store says of itself: the one named, or the workspace's own, brought up to date if it is only in memory."""
    if store is None and workspace is not None and workspace.builtin:
        with open_store(IN_MEMORY) as opened:
            bring_up_to_date(opened, workspace)
            return opened.status()
    uri, base = (store, Path.cwd()) if store or workspace is None else (store_of(workspace), workspace.base)
    with open_store(uri or EMBEDDED, base=base) as opened:
        return opened.status()


def write_report(atlas: Atlas, form: str, date: str, *, network: str | None = None) -> str:
    """Return the report, one page, as `md` or `html`."""
    from actormap.output.cells import Writer
    from actormap.report import onepage

    stated = atlas.narrowed(statuses=evidence.FIRM).view("affiliation")
    page = onepage.compose(atlas.view("affiliation"), stated, atlas.gaps(network), title=atlas.title, date=date)
    return onepage.write(page, form, Writer(Texts.load(atlas.lang), atlas.vocabulary))


def export(atlas: Atlas, form: str, target: Path, *, whole: bool = True, **options: Any) -> Path:
    """Write the graph for another program and return the path; `options` are those of `Atlas.view`.

    `csv` writes the tables again, as a workspace; `neo4j-import` a folder for Neo4j's own bulk import, with its command in import.txt;
    `adjacency` and `affiliation` write the matrix of a view; `graphml`, `gexf` and `cytoscape` write everything, or with `whole=False` the
    view with its measures and positions.
    """
    from actormap.export import graph_files as write

    if form == "csv":
        return sources.write_tables(atlas.shown(), target)
    if form == "neo4j-import":
        from actormap.store.neo4j.bulk import write_import_files

        origin = Origin(atlas.title, datetime.now(UTC).isoformat(timespec="seconds"))
        command = write_import_files(atlas.shown(), origin, target)
        return files.write_text(target / "import.txt", command + "\n")
    if form == "adjacency":
        return files.write_bytes(target, write.adjacency(atlas.view(**options)))
    if form == "affiliation":
        return files.write_bytes(target, write.affiliation(atlas.view(**{**options, "view": "affiliation"})))
    graph = write.whole(atlas.shown(), atlas.vocabulary) if whole else write.of_view(atlas.view(**options), positions(atlas))
    return files.write_bytes(target, getattr(write, form)(graph))


@dataclass(frozen=True, slots=True)
class Step:
    """One thing done, to be told: a key of the catalogue and what fills it."""

    key: str
    values: Mapping[str, Any]


def demo(atlas: Atlas, folder: Path, date: str) -> Iterator[Step]:
    """Go the whole way from a loaded graph to a map and a report in a folder, and yield each step as it is done."""
    ranking, found = atlas.centrality("degree", normalised=False, top=1), atlas.gaps()
    counts, first = ranking.context.summary, ranking.rows[0]
    shown = atlas.shown()
    yield Step("demo.checked", {"documents": len(cited(shown)), "relationships": len(shown.relationships)})
    yield Step("demo.loaded", {name: counts[name] for name in ("actors", "venues", "ties")})
    yield Step("demo.key", {"name": first["name"], "n": first["degree"], "of": counts["venues"]})
    for row in atlas.cutpoints().rows:
        if row["side"] == ACTOR and row["cut_off"]:
            yield Step("demo.split", {"name": row["name"], "n": row["parts"], "before": len(counts["parts"])})
    outsiders, idle = found.of("not_in_network"), found.of("no_project")
    network = atlas.snapshot.by_id[found.focal].name
    yield Step("demo.gaps", {"outsiders": len(outsiders), "network": network, "municipalities": len(idle)})
    yield Step("demo.map", {"file": files.write_text(folder / "gria.html", draw_map(atlas, date))})
    yield Step("demo.report", {"file": files.write_text(folder / "gria-report.html", write_report(atlas, "html", date))})


def today() -> str:
    """Return today's date, for pages that are not given one; a page given its date is the same bytes every time."""
    return datetime.now(UTC).date().isoformat()
