"""Every file that the product writes of one small workspace is the one that has been read and found true: pictures, pages, graphs, tables.

The files in `files` stand beside the words of `test_words`, and are renewed and read like them. Numbers are rounded to what a reader sees
and no machine disputes. Of a page with a map only what its script is given stands there, for the script has tests of its own.
"""

from __future__ import annotations

import gzip
import json
import os
import re
import shutil
from contextlib import chdir
from itertools import product
from pathlib import Path

import click
import networkx as nx
import pytest

from actormap.cli.main import cli, run
from actormap.map.layout import registry
from actormap.map.layout.layout import LANDSCAPE, PORTRAIT
from actormap.model import dates
from tests.golden.runs import CIRCLE, PATIENT, SCENARIO
from tests.map.layout.test_registry import SQUARE, made_anew

GOLDEN = Path(__file__).parent / "files"
WRITE = os.environ.get("ACTORMAP_GOLDEN") == "write"
OUT = "OUT"
# Golden file -> the command that writes it, to OUT.
WRITTEN = {
    "poster_group": "map --format svg --layout group --date 2026-01-31 --output OUT",
    "poster_affiliation": "map --format svg --layout affiliation --paper A4 --lang en --date 2026-01-31 --output OUT",
    "poster_concentric": "map --format svg --layout concentric --date 2026-01-31 --output OUT",
    "map": "map --engine canvas --sunset bron --seed 7 --date 2026-01-31 --output OUT",
    "map_public": "map --engine canvas --edition public --layout concentric --story review --date 2026-01-31 --output OUT",
    "map_whatif": "whatif SCENARIO --resamples 30 --map OUT",
    "report": "report --format html --date 2026-01-31 --output OUT",
    "coverage": "coverage --format html --output OUT",
    "coverage_picture": "coverage --picture OUT",
    "intervals_picture": f"centrality -m betweenness --resamples 30 {PATIENT} --picture OUT",
    "pareto_picture": f"invite --seats 2 --front --seconds 600 --resamples 10 {PATIENT} --picture OUT",
    "timeline_picture": "timeline --picture OUT",
    "calendar_picture": "sunset --calendar --picture OUT",
    "graphml": "export graphml --output OUT",
    "graphml_actors": "export graphml --view actors --weighted --output OUT",
    "gexf_affiliation": "export gexf --view affiliation --output OUT",
    "cytoscape": "export cytoscape --output OUT",
    "adjacency": "export adjacency --view actors --weighted --output OUT",
    "affiliation": "export affiliation --output OUT",
    "tables": "export csv --output OUT",
    "neo4j_import": "export neo4j-import --output OUT",
    "backup": "backup OUT",
    "template": "init OUT",
}


@pytest.fixture(scope="module")
def circle(tmp_path_factory):
    return shutil.copytree(CIRCLE, tmp_path_factory.mktemp("files") / "circle")


def written(question: str, circle: Path) -> str:
    """Return what a command writes, of a folder each file under its name."""
    out = circle / "out" / "OUT"
    out.parent.mkdir()
    with chdir(circle):
        code = run([str(out) if word == OUT else str(SCENARIO) if word == "SCENARIO" else word for word in question.split()])
    assert code == 0
    files = sorted(out.iterdir()) if out.is_dir() else [out]
    told = "".join(f"[{file.name}]\n{_text(file)}\n" for file in files).replace(str(out), OUT)
    shutil.rmtree(out.parent)
    return timeless(told.replace(f'"date": "{dates.today()}"', '"date": "TODAY"'))


def _text(file: Path) -> str:
    data = file.read_bytes()
    text = (gzip.decompress(data) if data.startswith(b"\x1f\x8b") else data).decode().replace("\r\n", "␍\n")
    if given := re.search(r'<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL):
        content = json.loads(given[1])
        # Words of the page itself stand in the catalogues.
        return json.dumps({name: value for name, value in content.items() if name != "texts"}, ensure_ascii=False, indent=1)
    if text.startswith(("<gexf", "<graphml")):
        return graph_text(nx.read_graphml(file) if file.read_bytes().startswith(b"<graphml") else nx.read_gexf(file))
    return text


def graph_text(graph: nx.Graph) -> str:
    """Return what a graph file says, in no program's order: versions of networkx write the same graph each in its own way."""
    nodes = (f"{node} {json.dumps(about, ensure_ascii=False, sort_keys=True)}\n" for node, about in graph.nodes(data=True))
    ties = (f"{one} -> {other} {json.dumps(about, ensure_ascii=False, sort_keys=True)}\n" for one, other, about in graph.edges(data=True))
    return "".join([type(graph).__name__ + "\n", *sorted(nodes), *sorted(ties)])


def timeless(text: str) -> str:
    text = re.sub(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+:\d]*", "MOMENT", text)
    return re.sub(r"(?<![\w.])-?\d+\.\d+(?:e-?\d+)?(?![\w.])", lambda number: f"{float(number[0]):.4g}", text)


def options() -> str:
    """Return what every command may be given, and what it takes if it is not."""
    told = []
    commands = dict(cli.every())
    for name, group in tuple(commands.items()):
        if isinstance(group, click.Group):
            commands |= {f"{name} {under}": each for under, each in group.commands.items()}
    for name, command in sorted(commands.items()):
        told.append(f"{name}\n")
        for each in command.params:
            among = "|".join(map(str, each.type.choices)) if isinstance(each.type, click.Choice) else each.type.name
            bounds = f" {each.type.min}–{each.type.max}" if isinstance(each.type, click.IntRange | click.FloatRange) else ""
            said = not (each.default is None or getattr(each, "is_flag", False) or callable(each.default) or "UNSET" in repr(each.default))
            taken = f" = {each.default}" if said else ""
            marks = "".join(f", {mark}" for mark in ("required", "multiple", "is_flag", "hidden") if getattr(each, mark, False))
            told.append(f"  {', '.join(each.opts)}: {among}{bounds}{taken}{marks}\n")
    return "".join(told)


def layouts() -> str:
    """Return where every layout puts three municipalities on their outline and what belongs to them, in whole units."""
    told = []
    for name, frame in product(registry.NAMES, (LANDSCAPE, PORTRAIT)):
        found = made_anew(name, frame, focal="alla", outlines=(SQUARE,))
        told.append(f"[{name}, {'lying' if frame.lying else 'standing'}, dots of {found.dot:.1f}]")
        told += [f"{node}: {x:.0f} {y:.0f}" for node, (x, y) in found.positions.items()]
        told += [f"box {box.kind} {box.name['en']}: {_whole(box.area)} {', '.join(box.members)}" for box in found.boxes]
        told += [f"ring {_whole(ring)}" for ring in found.rings]
        told += [f"heading {heading.name['en']}: {heading.x:.0f} {heading.y:.0f}" for heading in found.headings]
        told += [
            f"outline {outline.name}: " + " ".join(f"{x:.0f},{y:.0f}" for ring in outline.rings for x, y in ring)
            for outline in found.outlines
        ]
        told += [f"sides: {found.sides}"] if found.sides else []
    return "\n".join(told) + "\n"


def _whole(record: object) -> str:
    return re.sub(r"-?\d+\.\d+", lambda number: f"{float(number[0]):.0f}", repr(record))


def compared(file: Path, said: str) -> None:
    if WRITE:
        if "CI" in os.environ:
            pytest.fail("golden files are written by hand, and read before they are committed")
        file.parent.mkdir(exist_ok=True)
        file.write_text(said, encoding="utf-8", newline="\n")
    assert said == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", WRITTEN)
def test_what_is_written_is_what_was_read_and_found_true(circle, name):
    compared(GOLDEN / f"{name}.txt", written(WRITTEN[name], circle))


def test_every_layout_puts_things_where_they_were_found_to_belong():
    compared(GOLDEN / "layouts.txt", layouts())


def test_every_command_takes_what_was_read_and_found_true():
    compared(GOLDEN / "options.txt", options())


def test_no_golden_file_is_left_over():
    assert {path.stem for path in GOLDEN.iterdir()} == {*WRITTEN, "options", "layouts"}
