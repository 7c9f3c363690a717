"""Claims about the map, the report and exports from the command line."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile

import networkx as nx
import pytest

from actormap import files
from actormap.cli import show
from tests.privacy import leaks

GRIA = ("--workspace", "gria", "--documents", "five")
MADE = ("--date", "2026-01-31")


def test_a_map_lands_in_visualisations_unless_told_otherwise(actormap_says, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert actormap_says("map", *GRIA, *MADE).code == 0
    assert (tmp_path / "visualisations" / "gria.html").stat().st_size < 800_000


@pytest.mark.parametrize("layout", ["group", "geographic", "affiliation", "concentric", "force"])
def test_a_poster_is_drawn_in_every_layout(layout, actormap_says, tmp_path):
    answer = actormap_says("map", *GRIA, *MADE, "-o", tmp_path / "poster.svg", "--layout", layout, "--paper", "A0", "--edition", "public")
    assert answer.code == 0
    text = (tmp_path / "poster.svg").read_text(encoding="utf-8")
    assert 'width="1189mm"' in text
    assert "Offentlig utgåva" in text


def test_a_map_keeps_positions_and_tells_a_story(actormap_says, tmp_path):
    positions = tmp_path / "positions.json"
    positions.write_text('{"actormap": "positions", "layout": "group", "positions": {"landscape": {"gria": [321.5, 123.5]}}}', "utf-8")
    made = actormap_says(
        "map", *GRIA, *MADE, "-o", tmp_path / "m.html", "--layout-from", positions, "--story", files.shipped("data/gria/story.toml")
    )
    assert (made.code, made.err.count("\n")) == (0, 2)
    data = (tmp_path / "m.html").read_text(encoding="utf-8")
    assert "321.5" in data
    assert "Vilka sitter i GRIA?" in data


def test_a_story_with_faults_lists_them_all(actormap_says, tmp_path):
    (tmp_path / "s.toml").write_text('[[step]]\ntitle = "A"\nfocus = ["gri", "grr"]\nlayout = "geo"\n', encoding="utf-8")
    answer = actormap_says("map", *GRIA, *MADE, "-o", tmp_path / "m.html", "--story", tmp_path / "s.toml")
    assert answer.code == 1
    assert answer.err.count("s.toml:1") == 3
    assert not (tmp_path / "m.html").exists()


def test_a_story_whose_overlay_is_nonsense_is_refused_with_its_place_and_what_is_meant(actormap_says, tmp_path):
    (tmp_path / "s.toml").write_text('[[step]]\ntitle = "A"\noverlay = "gapps"\n', encoding="utf-8")
    answer = actormap_says("map", *GRIA, *MADE, "-o", tmp_path / "m.html", "--story", tmp_path / "s.toml", "--lang", "en")
    assert answer.code == 1
    assert 's.toml:1: error: overlay "gapps"' in answer.err
    assert "gaps, coverage, invitation, posts, factors, sunset. Did you mean gaps?" in answer.err
    assert not (tmp_path / "m.html").exists()


def test_a_layout_that_does_not_apply_is_one_sentence(in_english, tmp_path):
    in_english("init", tmp_path / "mine")
    answer = in_english("map", "-w", tmp_path / "mine", "-o", tmp_path / "m.html", "--layout", "geographic", "-q")
    assert answer.code == 2
    assert "does not apply" in answer.err


def test_a_report_says_who_is_key_what_is_missing_and_how_sure(actormap_says):
    told = actormap_says("report", *GRIA, *MADE).out
    for words in ("ta ställning till", "Nyckelaktörer", "9 av 10", "Luckor", "Öckerö", "Säkerhet:", "13 medlemmar", "underförstådda"):
        assert words in told
    english = actormap_says("report", *GRIA, *MADE, "--lang", "en", "-f", "html").out
    for words in ('<html lang="en">', "decide", "Key actors", "9 of 10", "Certainty:"):
        assert words in english


@pytest.mark.parametrize("form", ["graphml", "gexf", "cytoscape", "adjacency", "affiliation"])
def test_an_export_is_written(form, actormap_says, tmp_path):
    assert actormap_says("export", form, "-o", tmp_path / "out", *GRIA).code == 0
    assert (tmp_path / "out").stat().st_size > 100


def test_a_view_is_exported_with_measures_and_positions(actormap_says, tmp_path):
    assert actormap_says("export", "graphml", "--view", "affiliation", "-o", tmp_path / "out", *GRIA).code == 0
    graph = nx.read_graphml(tmp_path / "out")
    assert (graph.number_of_nodes(), graph.number_of_edges()) == (36, 44)
    assert graph.nodes["gr"]["degree_raw"] == 9
    assert all({"x", "y"} <= set(about) for _, about in graph.nodes(data=True))


def test_exported_tables_are_a_workspace_with_the_same_graph(actormap_says, ask, tmp_path):
    assert actormap_says("export", "csv", "-o", tmp_path / "again", "-w", "gria").code == 0
    assert ask("centrality", "-w", tmp_path / "again")["rows"] == ask("centrality", "-w", "gria")["rows"]


BUILDS = (
    ["map", "-o", "m.html", *GRIA, *MADE, "--story", "review"],
    ["map", "-o", "m.svg", *GRIA, *MADE, "--edition", "public"],
    ["report", "-o", "r.html", *GRIA, *MADE],
    ["report", "-o", "r.md", *GRIA, *MADE],
    ["export", "gexf", "-o", "g.gexf", *GRIA],
    ["backup", "b.gz", *GRIA[:2]],
    ["gaps", "-o", "gaps.xlsx", *GRIA],
    ["centrality", "-m", "betweenness", "-o", "centrality.xlsx", *GRIA],
    ["init", "new.xlsx", "--xlsx"],
)


# One process makes all, so that the libraries are read once.
RUNS = """
import json, sys
from actormap.cli.main import run
for command in json.loads(sys.argv[1]):
    assert run([*command, "-q"]) == 0, command
"""


def built(folder, seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    subprocess.run([sys.executable, "-c", RUNS, json.dumps(BUILDS)], cwd=folder, env=environment, check=True)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture(scope="module")
def one_build(tmp_path_factory):
    return built(tmp_path_factory.mktemp("one"), "1")


def test_two_builds_are_the_same_bytes_under_different_hash_seeds(one_build, tmp_path):
    two = built(tmp_path, "2")
    assert len(one_build) == len(BUILDS)
    assert two.keys() == one_build.keys()
    assert {name for name in one_build if one_build[name] != two[name]} == set()


def test_nothing_that_is_made_names_a_person(one_build):
    for name, data in one_build.items():
        if name.endswith(".xlsx"):
            archive = zipfile.ZipFile(io.BytesIO(data))
            texts = [archive.read(part).decode("utf-8", "replace") for part in archive.namelist()]
        else:
            texts = [data.decode("utf-8", "replace")]
        assert [leak for text in texts for leak in leaks(text)] == [], name


def test_a_map_tells_the_review_as_a_story(one_build):
    assert "Runt bordet: 13 kommuner" in one_build["m.html"].decode("utf-8")


def test_a_file_whose_name_ends_in_a_form_the_command_does_not_write_is_refused(in_english, tmp_path):
    answer = in_english("map", "-w", "gria", "-o", tmp_path / "page.csv")
    assert answer.code == 2
    assert "would be no csv file" in answer.err


@pytest.mark.parametrize(("command", "written"), [("map", ".html, .svg."), ("gaps", ".csv, ")])
def test_no_file_is_called_by_a_form_that_nothing_writes(in_english, tmp_path, command, written):
    answer = in_english(command, "-w", "gria", "-o", tmp_path / "page.PDF")
    assert answer.code == 2
    assert f"would be no pdf file. Let its name end in one of these: {written}" in answer.err
    assert list(tmp_path.iterdir()) == []
    assert not (tmp_path / "page.csv").exists()


def test_a_map_is_named_by_its_folder_whole_or_by_its_workbook(tmp_path, monkeypatch):
    (tmp_path / "net.a").mkdir()
    (tmp_path / "net.a" / "net.b.xlsx").touch()
    (tmp_path / "net.a.xlsx").touch()
    monkeypatch.chdir(tmp_path / "net.a")
    monkeypatch.setenv("HOME", str(tmp_path / "net.a"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "net.a"))
    said = (None, ".", "../net.a", "net.b.xlsx", "~/net.b.xlsx", "../net.a.xlsx", "gria", "./gria")
    assert [show._file_name(place) for place in said] == [
        "net.a",
        "net.a",
        "net.a",
        "net.b",
        "net.b",
        "net.a.xlsx",
        "gria",
        "gria-own",
    ]


def test_a_story_that_is_refused_is_refused_before_anything_is_said_of_drawing(actormap_says, tmp_path):
    answer = actormap_says("map", "-w", "gria", "--story", tmp_path / "none.toml", "-o", tmp_path / "map.html", "--lang", "en")
    assert answer.code == 1
    assert answer.err == f"Error: {tmp_path / 'none.toml'} cannot be opened: No such file or directory. Give a story as a TOML file.\n"


@pytest.mark.parametrize("asked", [("--network", "nowhere"), ("--sunset", "nowhere")])
def test_a_name_that_nothing_has_is_refused_before_anything_is_said_of_drawing(asked, actormap_says, tmp_path):
    answer = actormap_says("map", "-w", "gria", *asked, "-o", tmp_path / "map.html", "--lang", "en")
    assert (answer.code, answer.err.startswith("Error: ")) == (1, True)


@pytest.mark.parametrize(
    ("form", "name", "hint"),
    [
        ("gexf", "x.csv", "Let its name end in one of these: .gexf, .xml."),
        ("adjacency", "x.XLSX", "Let its name end in .csv."),
        ("csv", "x.csv", "Name a folder to write in."),
    ],
)
def test_no_export_is_called_by_another_form(form, name, hint, in_english, tmp_path):
    told = in_english("export", form, "-o", tmp_path / name, *GRIA)
    assert (told.code, told.err.endswith(f"would be no {name[2:].lower()} file. {hint}\n")) == (2, True)
    assert not (tmp_path / name).exists()


def test_an_export_may_have_a_name_that_says_nothing(actormap_says, tmp_path):
    assert actormap_says("export", "adjacency", "-o", tmp_path / "x.dat", *GRIA).code == 0
