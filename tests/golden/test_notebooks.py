"""The notebooks in docs run from first to last, and show what stands in them; they are renewed and read like other golden files."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.golden import notebook
from tests.golden.test_files import WRITE, timeless

DOCS = Path(__file__).parent.parent.parent / "docs"
NOTEBOOKS = sorted(DOCS.glob("*.ipynb"))


def read(file):
    return json.loads(file.read_text(encoding="utf-8"))


def kept(data, number):
    """Return the outputs of a cell as they stand in the file: without what is too large for it."""
    told = {kind: text.splitlines(keepends=True) for kind, text in sorted(data.items()) if len(text) < notebook.MOST}
    return [{"data": told, "execution_count": number, "metadata": {}, "output_type": "execute_result"}] if told else []


def written(of):
    return json.dumps(of, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


@pytest.mark.parametrize("file", NOTEBOOKS, ids=lambda file: file.stem)
def test_a_notebook_shows_what_stands_in_it(file, tmp_path):
    run = [sys.executable, notebook.__file__, str(file), str(tmp_path)]
    subprocess.run(run, check=True, env={**os.environ, "IPYTHONDIR": str(tmp_path)})
    of, number = read(file), 0
    for cell, data in zip(of["cells"], read(tmp_path / "outputs.json"), strict=True):
        if data is not None:
            number += 1
            cell["execution_count"], cell["outputs"] = number, kept(data, number)
            assert data, f"{cell['id']} shows nothing"
    if WRITE:
        if "CI" in os.environ:
            pytest.fail("notebooks are written by hand, and read before they are committed")
        file.write_text(written(of), encoding="utf-8", newline="\n")
    assert timeless(written(of)) == timeless(file.read_text(encoding="utf-8"))
    (page,) = tmp_path.glob("*.html")
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_the_notebooks_ask_the_same_in_each_language():
    assert len(NOTEBOOKS) == 2
    asked = [[(cell["id"], cell["cell_type"]) for cell in read(file)["cells"]] for file in NOTEBOOKS]
    assert asked[0] == asked[1]
