"""How few files it takes to add what is added most often: each is done once in a copy of the package, and asked for."""

from __future__ import annotations

import json

import pytest

from tests import package_copy

TIES = """

def twofold(view: View, normalised: bool = True) -> Scores:
    return Scores({node: 2 * count for node, count in view.graph.degree()})
"""
WORDS = """
[twofold]
heading = "Twice"
name = "Twice the ties"
short = "twice the ties"
definition = "Twice the ties."
map = "Twice"
most = "Most: {name}."
some = "Some: {name}."
none = "None: {name}."
first.heading = "First in twofold"
first.definition = "Who is first in ties."
"""
LOUD = """

def _loud(results: Sequence[Result], writer: Writer, terminal: Terminal) -> str:
    return "".join(f"{row['name']}!\\n" for row in results[0].rows)


FORMATS: Mapping[str, Format] = {"loud": Format(_loud, ".loud"), **FORMATS}
"""
NAMES = """

def names(graph: AnyGraph) -> bytes:
    return "\\n".join(sorted(graph)).encode()


FORMATS: Mapping[str, GraphFile | Matrix] = {**FORMATS, "names": GraphFile(GRAPHS, names)}
"""
EVERYBODY = """

def _everybody(occasion: Occasion) -> Overlay:
    words, reasons = _words(), Reasons()
    for actor in occasion.atlas.snapshot.actors:
        _add(reasons, actor.id, words, "overlays.everybody.why")
    return _overlay("everybody", words, reasons)


OVERLAYS: Mapping[str, Callable[[Occasion], Overlay | None]] = {**OVERLAYS, "everybody": _everybody}
"""
SAID = '\n[everybody]\nname = "Everybody"\nmeaning = "All."\nwhy = "Is an actor."\n'
ENTRY = '        Measure("degree", "degree"'
MEASURE = {
    "analysis/centrality/degree.py": TIES,
    "analysis/centrality/measures.py": (ENTRY, f'        Measure("twofold", "degree"),\n{ENTRY}'),
    **{f"locale/{lang}/measures.toml": WORDS for lang in ("sv", "en")},
}
GRAPH_FORMAT = {"export/graph_files.py": NAMES}
RESULT_FORMAT = {"output/render.py": LOUD}
OVERLAY = {"map/overlays/findings.py": EVERYBODY, **{f"locale/{lang}/overlays.toml": SAID for lang in ("sv", "en")}}
ADDED = {"measure": (MEASURE, 4), "graph format": (GRAPH_FORMAT, 1), "result format": (RESULT_FORMAT, 1), "overlay": (OVERLAY, 3)}
ASKED = {
    "ranked": "centrality -m twofold --no-certainty --format json --quiet",
    "help": "centrality --help",
    "spoken": "centrality -m twofold --no-certainty --lang en",
    "loud": "gaps --format loud --quiet",
    "by suffix": "gaps --output gaps.loud --quiet",
    "names": "export names --output names.txt",
    "map": "map --date 2026-01-31 --output map.html",
}
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """Return a folder with a copy of the package to which everything has been added, and a small workspace."""
    folder = tmp_path_factory.mktemp("house")
    package = package_copy.copy_into(folder)
    for changes, _ in ADDED.values():
        for name, change in changes.items():
            file = package / name
            text = file.read_text(encoding="utf-8")
            anchor, put = change if isinstance(change, tuple) else ("", "")
            assert anchor in text
            file.write_text(text.replace(anchor, put, 1) if anchor else text + change, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def answers(place):
    found = package_copy.ask(place, ASKED)
    assert {name: said for name, said in found.items() if said[0]} == {}
    return {name: out for name, (_, out) in found.items()}


@pytest.mark.parametrize("what", ADDED)
def test_it_takes_no_more_files_than_is_said(what):
    changes, most = ADDED[what]
    assert len(changes) <= most


def test_a_measure_ranks_and_has_its_line_in_the_help_and_its_words(answers):
    assert [row["twofold"] for row in json.loads(answers["ranked"])["rows"][:2]] == [6, 4]
    assert "twofold         twice the ties" in answers["help"]
    assert "Twice" in answers["spoken"]
    assert "Most: " in answers["spoken"]


def test_a_format_of_results_is_chosen_by_name_and_by_suffix(place, answers):
    assert answers["loud"].splitlines()[0].endswith("!")
    assert (place / "circle" / "gaps.loud").read_text(encoding="utf-8") == answers["loud"]


@pytest.mark.usefixtures("answers")
def test_a_format_of_the_graph_is_written(place):
    names = (place / "circle" / "names.txt").read_text(encoding="utf-8").splitlines()
    assert names == sorted(names)
    assert "kretsen" in names


@pytest.mark.usefixtures("answers")
def test_an_overlay_is_on_the_map_and_so_is_the_measure(place):
    page = (place / "circle" / "map.html").read_text(encoding="utf-8")
    assert '"everybody"' in page
    assert "Twice" in page
