"""The commands that show and hand on: map, report, export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from actormap.cli import lists, options, session
from actormap.export.write import FORMATS, NEO4J_IMPORT, write
from actormap.map import engines
from actormap.map.layout import registry
from actormap.map.paper import PAPERS
from actormap.model import dates
from actormap.model.edition import EDITIONS

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas
    from actormap.map.options import MapOptions

SELECTION = ("documents", "status", "at", "since", "until", "where")
MAPS = Path("visualisations")
REVIEW = Path("review")


def _atlas(given: dict[str, Any]) -> Any:
    conditions = {name: given.pop(name) for name in SELECTION}
    return session.atlas(**given, conditions=conditions)


def _file_name(workspace: str | None) -> str:
    return Path(workspace).resolve().stem if workspace and workspace != "gria" else workspace or Path.cwd().name


ENGINES, LAYOUTS = (engines.AUTO, *engines.ENGINES), (registry.AUTO, *registry.LAYOUTS)
LOOKS = (
    click.option("--engine", type=click.Choice(ENGINES), default="auto", show_default=True, help="What draws; auto goes by size."),
    click.option("--layout", type=click.Choice(LAYOUTS), default="auto", show_default=True, help="How it is laid out; auto goes by size."),
    click.option("--layout-from", type=options.A_FILE, metavar="FILE", help="Keep the positions that the map saved in this file."),
    click.option("--edition", type=click.Choice(tuple(EDITIONS)), default="room", show_default=True, help="For whose eyes."),
    click.option(
        "--least", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="How sure statements are in the public edition."
    ),
    click.option(
        "--story", type=options.A_FILE, metavar="FILE|review", help="Steps to tell on the map: a TOML file, or made from the review."
    ),
    click.option("--sunset", metavar="PROJECT", help="Lay over the map what ends with this project."),
    click.option("--paper", type=click.Choice(tuple(PAPERS)), default="A3", show_default=True, help="The sheet of an SVG poster."),
    click.option("--format", "-f", "form", type=click.Choice(("html", "svg")), help="A page, or a poster  [default: html]"),
)


@click.command("map", cls=lists.Command)
@click.option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="[default: visualisations/NAME.html]")
@options.together(*LOOKS)
@options.network
@options.date
@options.seed
@options.selection
@options.source
def draw(
    form: str | None, output: Path | None, paper: str, engine: str, network: str | None, date: str | None, seed: int, **given: Any
) -> None:
    """Draw the map: one HTML file that opens by double click, offline, or an SVG poster.

    \b
    {looks}
    """
    from actormap.map import compose
    from actormap.map.options import MapOptions

    chosen = session.form_of(form, output, "html")
    target = output or MAPS / f"{_file_name(given['workspace'])}.{chosen}"
    quiet = given["quiet"]
    story = given.pop("story")
    wanted = MapOptions(**{name: given.pop(name) for name in ("layout", "layout_from", "edition", "least", "sunset")})
    atlas = _atlas(given)
    day = session.a_date(date, "--date") or dates.today()
    if chosen == "svg":
        page = compose.draw_poster(atlas, day, paper=paper, seed=seed, network=network, options=wanted)
    else:
        key, values = compose.engine_of(atlas, engine)
        session.say(session.texts(atlas.lang)(key, **values), quiet=quiet)
        wanted = wanted if story is None else _with_story(wanted, story, atlas, day, network)
        page = compose.draw_map(atlas, day, seed=seed, network=network, engine=engine, options=wanted)
    session.deliver(page, target, session.texts(atlas.lang), quiet=quiet)


def _with_story(wanted: MapOptions, story: Path, atlas: Atlas, date: str, network: str | None) -> MapOptions:
    """Return the options with the story of a file, or with one made from the review and the end of a project that it tells of."""
    if story == REVIEW:
        from actormap.report import story as told

        made = told.review(atlas, wanted.issued(atlas), date, network=network, ending=wanted.sunset, public=wanted.public)
        return replace(wanted, story=made, sunset=wanted.sunset or told.ending(made))
    from actormap.analysis.centrality.measures import MEASURES
    from actormap.map.overlays.findings import OVERLAYS
    from actormap.workspace import read_story

    with session.speaking(atlas.lang):
        read = read_story(story, atlas.snapshot, atlas.vocabulary, layouts=registry.NAMES, measures=MEASURES, overlays=OVERLAYS)
    return replace(wanted, story=read)


@click.command()
@options.output("md", "html")
@options.network
@options.date
@options.selection
@options.source
def report(form: str | None, output: Path | None, network: str | None, date: str | None, **given: Any) -> None:
    """Write one page about the network: who is key, what holds it together, what is missing, how sure that is."""
    from actormap.report.onepage import report as page

    quiet = given["quiet"]
    atlas = _atlas(given)
    day = session.a_date(date, "--date") or dates.today()
    written = page.write(atlas, session.form_of(form, output, "md"), day, network=network)
    session.deliver(written, output, session.texts(atlas.lang), quiet=quiet)


@click.command(cls=lists.Command)
@click.argument("form", metavar="FORM", type=click.Choice(tuple(FORMATS)))
@click.option(
    "--output", "-o", required=True, type=click.Path(path_type=Path), metavar="PLACE", help="The file, or for csv the folder, to write."
)
@options.view
@options.selection
@options.source
def export(form: str, output: Path, view_name: str | None, no_lift: bool, also: str | None, weighted: bool, **given: Any) -> None:
    """Hand the graph on to other programs.

    \b
    {exports}
    """
    from actormap.map import compose

    quiet = given["quiet"]
    atlas = _atlas(given)
    chosen = session.view_options(view_name, no_lift, also, weighted)
    written = write(atlas, form, output, whole=view_name is None, positions=lambda: compose.positions(atlas), **chosen)
    texts = session.texts(atlas.lang)
    session.say(texts("load.written", file=output), quiet=quiet)
    if form == NEO4J_IMPORT:
        session.say(texts("load.import", folder=output), quiet=quiet)
        click.echo(written.read_text(encoding="utf-8"), nl=False)


COMMANDS = (draw, report, export)
