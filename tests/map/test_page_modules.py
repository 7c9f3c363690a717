"""The modules of the page: what stands on what, and their own tests, which run under Node."""

from __future__ import annotations

import os
import posixpath
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from actormap.map.html import page

FOLDERS = ("browser", "data", "state", "view", "draw", "control", "panels", "export")
MODULES = page.modules()
TESTS = sorted((Path(__file__).parent / "page").glob("*.test.js"))
HOW_TO_GET_NODE = "no Node found: install Node 20.19 or later (https://nodejs.org)"


def imports(name):
    """Return the modules that one imports."""
    addresses = re.findall(r"^import [^;]* from '([^']+)\.js';", MODULES[name], re.MULTILINE)
    return [posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) for address in addresses]


def height(name):
    """Return how high a module stands: main, which no folder holds, above all the others."""
    folder = posixpath.dirname(name)
    return FOLDERS.index(folder) if folder else len(FOLDERS)


def test_only_main_stands_outside_the_folders():
    assert {posixpath.dirname(name) for name in MODULES} == {"", *FOLDERS}
    assert [name for name in MODULES if "/" not in name] == ["main"]


def test_a_module_imports_only_from_its_own_folder_and_those_below():
    assert {imported for name in MODULES for imported in imports(name)} == set(MODULES) - {"main"}
    assert [(name, imported) for name in MODULES for imported in imports(name) if height(imported) > height(name)] == []


def test_imports_never_run_in_a_circle():
    left = {name: set(imports(name)) for name in MODULES}
    while free := {name for name, needed in left.items() if not needed & set(left)}:
        left = {name: needed for name, needed in left.items() if name not in free}
    assert sorted(left) == []


def test_a_folder_holds_about_a_dozen_modules_of_at_most_300_lines():
    assert {folder for folder in FOLDERS if sum(posixpath.dirname(name) == folder for name in MODULES) > 13} == set()
    assert {name for name, source in MODULES.items() if source.count("\n") > 300} == set()


def test_what_the_reader_has_chosen_is_changed_through_change_alone():
    setting = re.compile(r"\bstate\.\w+ [-+|&?]{0,2}= .*|Object\.assign\(state\b.*|delete state\b.*")
    assert setting.findall(MODULES["state/state"]) == ["Object.assign(state, patch);"]
    assert {name: setting.findall(source) for name, source in MODULES.items() if name != "state/state" and setting.search(source)} == {}


@pytest.fixture(scope="session")
def node():
    found = shutil.which("node")
    if found is None:
        if "node" in os.environ.get("ACTORMAP_REQUIRE", "").split(","):
            pytest.fail(HOW_TO_GET_NODE)
        pytest.skip(HOW_TO_GET_NODE)
    return found


@pytest.mark.parametrize("path", TESTS, ids=lambda path: path.name.removesuffix(".test.js"))
def test_a_modules_own_tests_hold(node, path):
    # Without --test, which would start a second process to run the file in.
    run = subprocess.run([node, "--test-reporter=tap", str(path)], capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert re.search(r"^# pass [1-9]", run.stdout, re.MULTILINE), run.stdout
