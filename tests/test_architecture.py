"""Claims about how the code is built, which a reader may rely on."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
import tomllib
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

import actormap
from tests.offenders import none_of

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
HEAVY = (
    *("networkx", "pandas", "numpy", "scipy", "pyvis", "IPython", "openpyxl", "neo4j", "rich", "babel", "jinja2", "sqlite3"),
    *("lxml", "pypdfium2", "typst"),
)
# What options and the lists in the help are read off: names and words, and nothing that draws.
TABLES = {f"actormap.map{name}" for name in ("", ".engines", ".layout", ".layout.registry", ".paper")}
TABLES |= {"actormap.report", "actormap.report.editions"}


def loaded_by(statement):
    code = f"{statement}\nimport sys\nprint(' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_no_heavy_library_is_loaded_before_it_is_needed():
    none_of(sorted(loaded_by("import actormap\nfrom actormap.cli.main import cli") & set(HEAVY)))


HELP = """
import contextlib, io
from actormap.cli.main import run
with contextlib.redirect_stdout(io.StringIO()):
    for asked in ("--help", "help --all", "centrality --help"):
        assert run(asked.split()) == 0, asked
"""


def test_no_analysis_is_loaded_to_help():
    loaded = loaded_by(HELP)
    assert "actormap.cli.actors" in loaded
    rooms = ("actormap.analysis", "actormap.atlas", "actormap.map", "actormap.report")
    none_of(sorted(name for name in loaded - TABLES if name in HEAVY or name.startswith(rooms)))


@cache
def trees():
    """Return every module as it is parsed."""
    return {path: ast.parse(path.read_text(encoding="utf-8")) for path in SOURCES}


def test_every_module_says_what_it_is():
    assert SOURCES
    none_of(path for path, tree in trees().items() if not ast.get_docstring(tree))


def test_every_module_is_short_and_half_of_them_are_shorter_than_a_screen_or_two():
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    none_of(f"{path}: {number} lines" for path, number in lines.items() if number > 300)
    assert statistics.median(number for path, number in lines.items() if path.stem != "__init__") < 110


def test_no_two_classes_have_one_name():
    classes = [(node.name, path) for path, tree in trees().items() for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
    times = Counter(name for name, _ in classes)
    assert times
    none_of(f"{path}: {name}" for name, path in classes if times[name] > 1)


def test_only_the_command_line_and_its_entry_know_exit_codes():
    leaving = [path for path in SOURCES if "sys.exit" in path.read_text(encoding="utf-8")]
    assert [path.name for path in leaving] == ["__main__.py", "main.py"]


def test_the_public_names_are_there():
    for name in actormap.__all__:
        assert getattr(actormap, name) is not None
    with pytest.raises(AttributeError, match="nonsense"):
        _ = actormap.nonsense


def test_the_version_is_said_once():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert project["project"]["version"] == actormap.__version__


def test_every_text_file_is_written_in_utf8_whatever_the_system():
    for path, tree in trees().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("read_text", "write_text"):
                assert any(word.arg == "encoding" for word in node.keywords) or len(node.args) > 1, f"{path}:{node.lineno}"
