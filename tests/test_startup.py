"""What a command may load before it answers: each is asked in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from functools import cache

import pytest

WATCHED = (
    *("numpy", "scipy", "pandas", "networkx", "jinja2", "pyvis", "openpyxl", "neo4j", "babel", "rich", "lxml", "pypdfium2"),
    "typst",
    "xml.etree",
)
ROOMS = ("analysis", "atlas", "map", "report", "export", "store")
OF_WORKBOOKS = ("ods_file", "xlsx_file", "grid")
NETWORKX = {"networkx", "xml.etree"}
# A table takes rich.
MAY_LOAD = {
    ("--help",): (set(), {"map", "export", "report"}),  # the tables that options are read off
    ("check", "gria"): (set(), {"analysis"}),
    ("status", "gria"): ({"rich"}, {"analysis", "atlas", "store"}),
    ("load", "gria", "--store", "sqlite:///graph.sqlite"): ({"rich"}, {"analysis", "atlas", "store"}),
    ("gaps", "--workspace", "gria"): ({"rich"} | NETWORKX, {"analysis", "atlas", "store"}),
    ("centrality", "--no-certainty", "--workspace", "gria"): ({"rich", "numpy", "scipy"} | NETWORKX, {"analysis", "atlas", "store"}),
}
ASK = """
import sys
from actormap.cli.main import run
code = run(sys.argv[1:])
print(*sys.modules, file=sys.stderr)
sys.exit(code)
"""


@cache
def loaded_by(*command):
    with tempfile.TemporaryDirectory() as folder:
        asked = [sys.executable, "-c", ASK, *command]
        told = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", check=True, cwd=folder)
    return frozenset(told.stderr.split("\n")[-2].split())


@pytest.mark.parametrize("command", MAY_LOAD, ids=" ".join)
def test_a_command_loads_only_what_it_uses(command):
    loaded = loaded_by(*command)
    libraries, rooms = MAY_LOAD[command]
    assert loaded & set(WATCHED) <= libraries
    assert not {name for name in OF_WORKBOOKS if f"actormap.workspace.reading.{name}" in loaded}
    assert {room for room in ROOMS if any(name.startswith(f"actormap.{room}.") for name in loaded)} <= rooms


def test_gaps_are_found_without_another_analysis():
    loaded = {name.removeprefix("actormap.analysis.") for name in loaded_by("gaps", "--workspace", "gria") if "actormap.analysis." in name}
    assert {name for name in loaded if "." in name} == {
        "composition.gaps",
        "composition.members",
        "composition.nearness",
        "composition.requirements",
        "composition.requirements.conditions",
    }
