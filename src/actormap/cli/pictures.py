"""The commands that show and hand on: map, report, export."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from actormap.cli import desk, options

SELECTION = ("documents", "status", "at", "since", "until", "where")
EXPORTS = ("graphml", "gexf", "csv", "cytoscape", "adjacency", "affiliation", "neo4j-import")
ENGINES = ("auto", "pyvis", "canvas")
MAPS = Path("visualisations")


def _atlas(given: dict[str, Any]) -> Any:
    conditions = {name: given.pop(name) for name in SELECTION}
    return desk.atlas(**given, conditions=conditions)


def _file_name(workspace: str | None) -> str:
    return Path(workspace).resolve().stem if workspace and workspace != "gria" else workspace or Path.cwd().name


@click.command("map")
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="[default: visualisations/NAME.html]")
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    default="auto",
    show_default=True,
    help="What draws: pyvis, or our own canvas, which auto takes above 1,000 nodes.",
)
@options.network
@options.date
@options.seed
@options.selection
@options.source
def draw(output: Path | None, network: str | None, date: str | None, seed: int, engine: str, **given: Any) -> None:
    """Draw the interactive map: one HTML file that opens by double click, offline."""
    from actormap import workflow

    target = output or MAPS / f"{_file_name(given['workspace'])}.html"
    quiet = given["quiet"]
    atlas = _atlas(given)
    day = desk.a_date(date, "--date") or workflow.today()
    key, values = workflow.map_engine(atlas, engine)
    desk.say(desk.texts(atlas.lang)(key, **values), quiet=quiet)
    page = workflow.draw_map(atlas, day, seed=seed, network=network, engine=engine)
    desk.deliver(page, target, desk.texts(atlas.lang), quiet=quiet)


@click.command()
@options.output("md", "html")
@options.network
@options.date
@options.selection
@options.source
def report(form: str | None, output: Path | None, network: str | None, date: str | None, **given: Any) -> None:
    """Write one page about the network: who is key, what holds it together, what is missing, how sure that is."""
    from actormap import workflow

    quiet = given["quiet"]
    atlas = _atlas(given)
    day = desk.a_date(date, "--date") or workflow.today()
    page = workflow.write_report(atlas, desk.form_of(form, output, "md"), day, network=network)
    desk.deliver(page, output, desk.texts(atlas.lang), quiet=quiet)


@click.command()
@click.argument("form", metavar="FORM", type=click.Choice(EXPORTS))
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path), metavar="PLACE", help="The file, or for csv the folder, to write."
)
@options.view
@options.selection
@options.source
def export(form: str, output: Path, view_name: str | None, no_lift: bool, also: str | None, weighted: bool, **given: Any) -> None:
    """Hand the graph on to other programs.

    \b
    graphml, gexf, cytoscape  for Gephi, yEd, Cytoscape and the like: the whole store,
                              or with --view that view with its measures and positions
    csv                       the tables again, as a workspace
    adjacency                 who is tied to whom, as a matrix (CSV) of a view
    affiliation               who takes part in what, as a matrix (CSV)
    neo4j-import              a folder for Neo4j's own bulk import, with the command to run
    """
    from actormap import workflow

    quiet = given["quiet"]
    atlas = _atlas(given)
    chosen = desk.view_options(view_name, no_lift, also, weighted)
    written = workflow.export(atlas, form, output, whole=view_name is None, **chosen)
    texts = desk.texts(atlas.lang)
    desk.say(texts("load.written", file=output), quiet=quiet)
    if form == "neo4j-import":
        desk.say(texts("load.import", folder=output), quiet=quiet)
        click.echo(written.read_text(encoding="utf-8"), nl=False)


COMMANDS = (draw, report, export)
