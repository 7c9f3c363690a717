"""Every form in which graphs go to other programs, of two that hold each thing a form decides on, is what was read and found true.

The files in `exports` are renewed and read like those of `test_files`. What follows the name of a form is the graph: everything, with
parallel ties, names that look alike, unknown values, several statements and places of some; or a view with measures, in which no tie has
a direction. GEXF and the workbook are written line by line, so that one value that changes is one line of a difference.
"""

from __future__ import annotations

import io
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import networkx as nx
import openpyxl
import pytest

from actormap.export import graphs
from actormap.export.graph_files import FORMATS, GraphFile
from actormap.graph.views import build
from actormap.model.records import Document, Evidence, Municipality, Theme
from tests.golden.test_files import compared, graph_text
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie

GOLDEN = Path(__file__).parent / "exports"
SAID, MEANT, PLANNED = (Evidence(document="rapport", status=status) for status in ("stated", "implied", "planned"))
OF = snapshot(
    [
        actor("bolag", kind="business"),
        actor("bo/lag", aliases=("Å & Ö", "Ä"), note='rad\nmed "citat", <tecken>\x0b\toch', attributes=(("färg", "röd"), ("mått", 1.5))),
        actor("chef", kind="role", region="Norra", attributes=(("mått", "stort"), ("vald", True))),
        actor("enhet", kind="unit", municipality="by"),
        actor("grupp", kind="group"),
        network("kretsen", valid_from="2012", status="existing"),
        network("rådet", kind="council", valid_to="2020-02"),
        project("bron", number="7/1", start="2014", end="2016-02", objective="broar", total_budget_sek=1.5),
        project("steg"),
        Municipality(id="by", name="Bo-Lag", code="9901", latitude=60.5, longitude=15.25),
        Theme(id="avbrott", name='Avbrott, "svåra"  &\tnya', kind="problem_area", note="n"),
        Document(id="rapport", title="Rapport", publisher="Förbund", published="2016", address="https://example.org/r"),
        Document(id="brev", title="Brev"),
    ],
    tie("bolag", "member_of", "kretsen", Evidence(document="rapport", valid_to="2013"), valid_from="2012"),
    tie("bolag", "member_of", "kretsen", Evidence(document="brev", locator="s. 3", note="igen"), valid_from="2015-03"),
    tie("bolag", "member_of", "kretsen", MEANT),
    tie("bolag", "member_of", "kretsen", Evidence(), role="kassör"),
    tie("bolag", "owns", "bron", Evidence(weight=2.0, level=1), Evidence(document="rapport", weight=3.0, level=4), role="ägare"),
    tie("bolag", "represented_in", "bo/lag", Evidence(document="rapport", locator="4", confidence=0.5)),
    tie("bolag", "owns", "enhet", Evidence(document="annan", status="planned", note="ej här")),
    tie("bo/lag", "participates_in", "bron", Evidence(document="brev", informant="enhet")),
    tie("bo/lag", "participates_in", "kretsen", SAID),
    tie("bo/lag", "funds", "steg", Evidence(weight=0.5)),
    tie("chef", "coordinates", "kretsen", SAID, valid_from="2014-05-06"),
    tie("chef", "coordinates", "bron", PLANNED),
    tie("grupp", "carries_out", "bron", SAID, Evidence(document="brev", locator="1"), Evidence(document="brev", locator="2")),
    tie("enhet", "part_of", "bo/lag", SAID),
    tie("grupp", "part_of", "bo/lag", Evidence()),
    tie("enhet", "located_in", "by", SAID),
    tie("by", "member_of", "rådet", Evidence(valid_to="2019-12-31")),
    tie("by", "coordinates", "kretsen", Evidence(document="rapport", locator="9"), valid_from="2016"),
    tie("by", "coordinates", "kretsen", Evidence(document="rapport", locator="8", valid_to="2013-06"), valid_from="2013"),
    tie("by", "coordinates", "kretsen", Evidence(document="rapport", locator="7")),
    tie("bron", "addresses", "avbrott", SAID),
    tie("steg", "follows_up", "bron", Evidence(document="brev")),
)
PLACES = {"bolag": (1.0, 2.0), "bo/lag": (-3.456, 4.0), "kretsen": (0.0, 0.0)}
VIEW = build(OF, VOCABULARY)
GRAPHS = {
    "whole": lambda: graphs.whole(OF, VOCABULARY, lang="sv", title="Kretsen & co", positions=PLACES),
    "view": lambda: graphs.of_view(VIEW, PLACES),
}
FORMS = [form for form, each in FORMATS.items() if isinstance(each, GraphFile)]


def read(data: bytes) -> str:
    """Return what a file says as lines: of a workbook each row, of GEXF each element, and otherwise its text."""
    if data.startswith(b"PK"):
        sheets = openpyxl.load_workbook(io.BytesIO(data)).worksheets
        return "".join(f"[{sheet.title}]\n" + "".join(_row(row) for row in sheet.values) for sheet in sheets)
    if data.startswith(b"<graphml"):
        return graph_text(nx.read_graphml(io.BytesIO(data), force_multigraph=True))
    if data.startswith(b"<?xml"):
        return "".join(_element(ET.fromstring(data), 0))  # noqa: S314  (the project's own bytes)
    return data.decode().replace("\r\n", "␍\n")


def _row(row: tuple[object, ...]) -> str:
    return " | ".join("" if cell is None else repr(cell) if isinstance(cell, int | float) else str(cell) for cell in row) + "\n"


def _element(element: ET.Element, depth: int) -> list[str]:
    name = element.tag.rpartition("}")[2]
    about = "".join(f" {key}={value!r}" for key, value in sorted(element.attrib.items()) if "schemaLocation" not in key)
    text = f": {element.text!r}" if (element.text or "").strip() else ""
    children = [line for child in element for line in _element(child, depth + 1)]
    return ["  " * depth + f"{name}{about}{text}\n", *children]


def rounded(text: str) -> str:
    """Return a text whose numbers do not depend on the last bits of a machine's arithmetic."""
    return re.sub(r"\d+\.\d{5,}(?:e-?\d+)?", lambda number: repr(float(f"{float(number[0]):.4g}")), text)


@pytest.mark.parametrize("graph", GRAPHS)
@pytest.mark.parametrize("form", FORMS)
def test_what_another_program_gets_is_what_was_read_and_found_true(form, graph):
    compared(GOLDEN / f"{form}_{graph}.txt", rounded(read(FORMATS[form].write(GRAPHS[graph]()))))


def test_no_golden_file_is_left_over():
    assert {path.stem for path in GOLDEN.iterdir()} == {f"{form}_{graph}" for form in FORMS for graph in GRAPHS}
