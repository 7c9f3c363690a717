"""Runs the cells of a notebook as Jupyter's kernel does, and tells what each would show: `python notebook.py FILE FOLDER`.

IPython's shell is what a kernel asks, and comes with pyvis; the kernel, its protocol and a client would be forty packages more to install.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output
from traitlets.config import Config

MOST = 200_000  # characters of one output: a map is larger, and is not kept in the file


def shown(shell, source):
    """Return what a cell shows, by media type; raise what it raises."""
    with capture_output():  # of the text beside the result
        done = shell.run_cell(source)
    done.raise_error()
    data, _ = shell.display_formatter.format(done.result) if done.result is not None else ({}, {})
    return data


def outputs(cells):
    """Return the outputs of each cell in order, None of those that hold no code."""
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    return [shown(shell, "".join(cell["source"])) if cell["cell_type"] == "code" else None for cell in cells]


if __name__ == "__main__":
    notebook = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    os.chdir(sys.argv[2])
    found = outputs(notebook["cells"])
    Path("outputs.json").write_text(json.dumps(found), encoding="utf-8")
