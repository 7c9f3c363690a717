"""The commands that show and hand on: map, export."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from actormap.cli import options, output, session
from actormap.cli.command import FORM, command, option
from actormap.cli.request import Request
from actormap.errors import UsageError
from actormap.export.write import FORMATS, NEO4J_IMPORT, write
from actormap.files import expanded
from actormap.map import engines
from actormap.map.layout import registry
from actormap.map.paper import PAPERS
from actormap.model.choices import BUILT_IN, GROUPINGS
from actormap.model.edition import EDITIONS

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas
    from actormap.map.options import MapOptions

MAPS = Path("visualisations")
REVIEW = Path("review")


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
    click.option("--by", metavar="COLUMN", help=f"What the colours tell first: {', '.join(GROUPINGS)}, or a column of the tables."),
    click.option("--sunset", metavar="PROJECT", help="Lay over the map what ends with this project."),
    click.option("--paper", type=click.Choice(tuple(PAPERS)), default="A3", show_default=True, help="The sheet of an SVG poster."),
    click.option("--portrait", is_flag=True, help="Stand the sheet of a poster up; it lies otherwise."),
    options.of_answer("--format", "-f", "form", type=click.Choice(("html", "svg")), help="A page, or a poster  [default: html]"),
)


@command(
    "map",
    short="Draw the map: one HTML file, or an SVG poster.",
    headings={
        "How it looks": ("engine", "layout", "layout_from", "by", "paper", "portrait", "seed"),
        "What it shows, and to whom": ("edition", "least", "story", "sunset", "network", "date"),
    },
)
@options.of_answer("--output", "-o", type=options.A_FILE, metavar="FILE", help="[default: visualisations/NAME.html]")
@options.together(*LOOKS)
@options.network
@options.date
@options.seed
@options.selection
@options.source
def draw(
    request: Request,
    engine: str,
    layout: str,
    layout_from: Path | None,
    edition: str,
    least: float,
    story: Path | None,
    by: str | None,
    sunset: str | None,
    paper: str,
    portrait: bool,
    network: str | None,
    date: str | None,
    seed: int,
) -> None:
    """Draw the map: one HTML file that opens by double click, offline, or an SVG poster.

    \b
    {looks}
    """
    from actormap.map import compose
    from actormap.map.options import MapOptions

    form = output.form_of(request, "html", ("html", "svg"))
    target = request.output or MAPS / f"{_file_name(request.workspace)}.{form}"
    wanted = MapOptions(layout=layout, layout_from=layout_from, edition=edition, least=least, sunset=sunset, by=by)
    atlas = session.open(request)
    day, texts = session.the_day(date), output.texts(atlas.lang)
    network = atlas.focus(network)
    if sunset is not None:
        atlas.project(sunset)
    if form == "svg":
        sheet = PAPERS[paper].turned() if portrait else PAPERS[paper]
        drawn = compose.draw_poster(atlas, day, paper=sheet, seed=seed, network=network, options=wanted)
    else:
        wanted = wanted if story is None else _with_story(wanted, story, atlas, day, network)
        key, values = compose.engine_of(atlas, engine)
        output.say(texts(key, **values), request)
        drawn = compose.draw_map(atlas, day, seed=seed, network=network, engine=engine, options=wanted)
    output.write(drawn, target, texts, request)


def _file_name(workspace: str | None) -> str:
    if workspace in BUILT_IN:
        return workspace
    from actormap.workspace.combination import places

    if workspace and (joined := places.several(workspace)):
        return places.JOIN.join(_file_name(place) for place in joined)
    place = expanded(workspace or "").resolve()
    # A folder beside a workbook may have its name, and is another workspace.
    alone = place.is_file() and not place.with_suffix("").is_dir()
    name = unicodedata.normalize("NFC", place.stem if alone else place.name)
    # One that is built in has that name, and neither map may take the place of the other.
    return f"{name}-own" if name in BUILT_IN else name


def _with_story(wanted: MapOptions, story: Path, atlas: Atlas, date: str, network: str | None) -> MapOptions:
    """Return the options with the story of a file, or with one made from the review and the end of a project that it tells of."""
    if story == REVIEW:
        from actormap.report import story as told

        made = told.review(atlas, wanted.issued(atlas), date, network=network, ending=wanted.sunset, public=wanted.public)
        return replace(wanted, story=made, sunset=wanted.sunset or told.ending(made))
    from actormap.analysis.centrality.measures import MEASURES
    from actormap.map.overlays.findings import OVERLAYS
    from actormap.workspace.reading.story import read as read_story

    with session.speaking(atlas.lang):
        read = read_story(story, atlas.snapshot, atlas.vocabulary, layouts=registry.NAMES, measures=MEASURES, overlays=OVERLAYS)
    return replace(wanted, story=read)


def refuse_other_suffix(form: str, target: Path) -> None:
    """Raise `UsageError` if the name that is to be written ends as files of other forms do, and not as those of this one."""
    known = {suffix for each in FORMATS.values() for suffix in each.suffixes} | {*output.SUFFIXES, *output.UNWRITTEN}
    own, suffix = FORMATS[form].suffixes, target.suffix.lower()
    if suffix in known and suffix not in own:
        hint = output.ending(own) if own else "Name a folder to write in."
        raise UsageError(f"{target} would be no {suffix[1:]} file.", hint=hint)


@command()
@click.argument("form", metavar="FORM", type=click.Choice(tuple(FORMATS)))
@option(
    "--output",
    "-o",
    "target",
    required=True,
    type=options.A_PATH,
    metavar="PLACE",
    heading=FORM,
    help="The file, or for csv the folder, to write.",
)
@options.view
@options.selection
@options.source
def export(request: Request, form: str, target: Path) -> None:
    """Hand the graph on to other programs.

    \b
    {exports}
    """
    from actormap.map import compose

    refuse_other_suffix(form, target)
    atlas = session.open(request)
    whole = request.view_name is None
    written = write(atlas, form, target, whole=whole, positions=lambda: compose.positions(atlas), **request.view())
    texts = output.texts(atlas.lang)
    output.say(texts("load.written", file=target), request)
    if texts.has(f"export.lacks.{form}"):
        output.say(texts(f"export.lacks.{form}"), request)
    if form == NEO4J_IMPORT:
        output.say(texts("load.import", folder=target), request)
        click.echo(written.read_text(encoding="utf-8"), nl=False)


COMMANDS = (draw, export)
