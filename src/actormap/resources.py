"""Finds the files that are shipped beside the code, in a wheel and in a checkout alike."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent.parent


def shipped(name: str) -> Path:
    """Return the path of a shipped file or folder such as `vocabulary.toml` or `data/gria`.

    The wheel holds `data/` inside the package; a checkout holds it at the top.
    Raises `FileNotFoundError` if neither has it: then the installation is broken, not the input.
    """
    for base in (PACKAGE, CHECKOUT):
        path = base / name
        if path.exists():
            return path
    raise FileNotFoundError(f"actormap is installed without {name}")


@cache
def text(name: str) -> str:
    """Return the contents of a shipped UTF-8 file."""
    return shipped(name).read_text(encoding="utf-8")


def table(name: str) -> dict[str, Any]:
    """Return a shipped TOML file as a fresh dictionary."""
    return tomllib.loads(text(name))
