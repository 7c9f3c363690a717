"""A copy of the package beside the small workspace of the golden tests, to be changed and then asked in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import actormap

CIRCLE = Path(__file__).parent / "golden" / "circle"
# One process answers all, so that the package is read once.
RUNS = """
import contextlib, io, json, sys
from actormap.cli.main import run
answers = {}
for name, question in json.loads(sys.argv[1]).items():
    out = io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(out):
        code = run([*question.split(), *sys.argv[2:]])
    answers[name] = [code, out.getvalue()]
print(json.dumps(answers))
"""


def copy_into(folder: Path) -> Path:
    """Copy the package and the workspace into a folder and return the package."""
    shutil.copytree(CIRCLE, folder / "circle")
    return Path(shutil.copytree(Path(actormap.__file__).parent, folder / "actormap"))


def ask(folder: Path, questions: dict[str, str], *options: str) -> dict[str, list]:
    """Return the exit code and what is printed of each command line, asked in the workspace; all of them end with the options."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", RUNS, json.dumps(questions), *options]
    done = subprocess.run(command, cwd=folder / "circle", env=environment, capture_output=True, encoding="utf-8", check=True)
    return json.loads(done.stdout)
