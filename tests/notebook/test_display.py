"""Claims about pictures and maps in a notebook: that they are those of the command line."""

from __future__ import annotations

import shutil
from html import unescape
from inspect import signature

import click
import pytest

import actormap
from actormap.atlas.atlas import Atlas
from actormap.cli.main import cli
from actormap.errors import UsageError
from actormap.notebook.display import NotebookDisplay
from actormap.output.pictures import PICTURES
from tests.golden.runs import CIRCLE
from tests.graphs import VOCABULARY, taking_part

SURE = {"resamples": 5, "budget": 600}
DATE = "2026-01-31"
# What draws each: the command, and the same asked of the atlas.
DRAWN = {
    "centrality": ("centrality --resamples 5 --budget 600", lambda atlas: atlas.centrality(certainty=SURE)),
    "certainty": ("centrality --resamples 5 --budget 600", lambda atlas: atlas.centrality(certainty=SURE).certainty),
    "coverage": ("coverage", lambda atlas: atlas.coverage()),
    "evidence_map": ("projects map", lambda atlas: atlas.projects().map()),
    "front": ("invite --no-certainty --front", lambda atlas: atlas.invite(front=True).front),
    "invitation": ("invite --no-certainty --front", lambda atlas: atlas.invite(front=True)),
    "positions": ("similar", lambda atlas: atlas.positions()),
    "sunset_calendar": ("sunset --calendar", lambda atlas: atlas.sunset_calendar()),
    "timeline": ("timeline", lambda atlas: atlas.timeline()),
}


@pytest.fixture(scope="module")
def circle(tmp_path_factory):
    return shutil.copytree(CIRCLE, tmp_path_factory.mktemp("notebook") / "circle")


@pytest.fixture(scope="module")
def atlas(circle):
    return actormap.open(circle)


@pytest.mark.parametrize("name", PICTURES)
def test_a_plot_is_the_picture_of_the_command_byte_by_byte(name, circle, atlas, actormap_says, tmp_path):
    command, ask = DRAWN[name]
    file = tmp_path / "drawn.svg"
    told = actormap_says(*command.split(), "--workspace", circle, "--picture", file)
    assert told.code == 0, told.err
    drawn = ask(atlas).plot()
    assert drawn._repr_svg_().encode() == file.read_bytes()
    assert drawn.save(tmp_path / "saved.svg").read_bytes() == file.read_bytes()


@pytest.mark.parametrize(
    ("ask", "says"),
    [
        (lambda atlas: atlas.gaps(), "There is no picture of gaps."),
        (lambda atlas: atlas.centrality(), "certainty={}"),
        (lambda atlas: atlas.invite(), "front=True"),
        (lambda _: Atlas(taking_part({"v": "ab"}), VOCABULARY).coverage("v"), "actormap.open"),
    ],
)
def test_what_has_no_picture_says_why(ask, says, atlas):
    with pytest.raises(UsageError) as error:
        ask(atlas).plot()
    assert says in str(error.value)


def test_the_map_is_the_commands_and_is_saved_by_name(circle, atlas, actormap_says, tmp_path):
    options = {"engine": "canvas", "layout": "concentric", "sunset": "bron", "seed": 3}
    asked = [word for name, value in options.items() for word in (f"--{name}", value)]
    told = actormap_says("map", "--workspace", circle, "--date", DATE, *asked, "-o", tmp_path / "drawn.html")
    assert told.code == 0, told.err
    page = atlas.map(tmp_path / "saved.html", date=DATE, **options)
    assert (tmp_path / "saved.html").read_bytes() == (tmp_path / "drawn.html").read_bytes() == page.html.encode()
    assert unescape(page._repr_html_().partition('srcdoc="')[2].rpartition('"></iframe>')[0]) == page.html


def test_a_graph_without_a_display_has_no_map():
    with pytest.raises(UsageError, match=r"actormap\.open"):
        Atlas(taking_part({"v": "ab"}), VOCABULARY).map()


def test_what_is_not_said_of_a_map_is_as_the_command_has_it(atlas):
    given = {name: each.default for name, each in signature(NotebookDisplay.map).parameters.items()}
    taken = {each.name: each.default for each in cli.get_command(click.Context(cli), "map").params}
    shared = ("seed", "engine", "layout", "edition", "least")
    assert {name: given[name] for name in shared} == {name: taken[name] for name in shared}
    assert 'height="640"' in atlas.map(date=DATE, engine="canvas")._repr_html_()
    assert 'height="300"' in atlas.map(date=DATE, engine="canvas", height=300)._repr_html_()
