"""Runs a group of commands in one process, and keeps what each says and writes; `same` starts it once a checkout and group.

    python -P benchmarks/recording.py COMMANDS.json FOLDER

It imports only `actormap.cli.main`, of whichever checkout PYTHONPATH names. The clock stands still, since some answers tell the time.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import json
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

NOON = (2026, 1, 31, 12, 0)


class Still(dt.datetime):
    """A moment whose `now` is always the same."""

    @classmethod
    def now(cls, tz: dt.tzinfo | None = None) -> Still:
        return cls(*NOON, tzinfo=tz)


def main() -> None:
    commands = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    import pandas as pd  # noqa: F401  # it takes hold of the true class while it is imported, and dies of another

    dt.datetime = Still  # type: ignore[misc]
    from actormap.cli.main import run

    for number, command in enumerate(commands):
        folder = Path(sys.argv[2]) / f"{number:04}"
        folder.mkdir(parents=True)
        started = time.perf_counter()
        said = of_process(command["arguments"]) if command["fresh"] else of_call(run, command["arguments"])
        seconds = time.perf_counter() - started
        for name, text in zip(("exit", "stdout", "stderr"), said, strict=True):
            (folder / name).write_bytes(text)
        for name in command["written"]:
            keep(Path(name), folder / "written" / name)
        sys.__stdout__.write(f"{number} {seconds:.2f} {' '.join(command['arguments'])}\n")
        sys.__stdout__.flush()


def of_process(arguments: list[str]) -> tuple[bytes, bytes, bytes]:
    done = subprocess.run([sys.executable, "-P", "-m", "actormap", *arguments], capture_output=True, check=False)
    return str(done.returncode).encode(), done.stdout, done.stderr


def of_call(run: Any, arguments: list[str]) -> tuple[bytes, bytes, bytes]:
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            code = str(run(arguments))
        except BaseException as error:  # noqa: BLE001  # whatever escapes is part of the answer
            code = f"{type(error).__name__}: {error}"
    out.flush()
    err.flush()
    return code.encode(), out.buffer.getvalue(), err.buffer.getvalue()


def keep(made: Path, to: Path) -> None:
    """Keep what a command wrote; a single file is taken away, so that a later command that fails to write it is noticed."""
    if not made.exists():
        return
    to.parent.mkdir(parents=True, exist_ok=True)
    if made.is_dir():
        shutil.copytree(made, to, ignore=shutil.ignore_patterns(".actormap"))
        if made.name == "handed":
            shutil.rmtree(made)
    elif made.suffix in {".html", ".svg", ".md"} or made.name in {"answer.xlsx", "handed"}:
        shutil.move(made, to)
    else:
        shutil.copy(made, to)


if __name__ == "__main__":
    main()
