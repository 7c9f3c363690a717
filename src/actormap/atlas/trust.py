"""Which servers the user has trusted which workspaces with: a file of the user's own, outside every workspace."""

from __future__ import annotations

import json
import os
from pathlib import Path

from actormap import files
from actormap.errors import InputError

NAME = "trusted.json"


def servers(workspace: Path) -> tuple[str, ...]:
    """Return the servers that a workspace is trusted with."""
    return tuple(_read().get(_key(workspace), ()))


def add(workspace: Path, server: str) -> Path:
    """Trust a workspace with a server, and return the file that remembers it."""
    known = _read()
    known[_key(workspace)] = sorted({*known.get(_key(workspace), ()), server})
    return _write(known)


def remove(workspace: Path) -> Path:
    """Trust a workspace with no server any more, and return the file."""
    known = _read()
    known.pop(_key(workspace), None)
    return _write(known)


def path() -> Path:
    """Return the file; its folder is what ACTORMAP_CONFIG names, else where the system keeps what programs remember of a user."""
    import click

    return Path(os.environ.get("ACTORMAP_CONFIG") or click.get_app_dir("actormap")) / NAME


def _key(workspace: Path) -> str:
    return str(workspace.resolve())


def _read() -> dict[str, list[str]]:
    try:
        found = files.json_value(path().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise InputError(f"{path()} cannot be read: {error}.", hint="Remove it; what was trusted is then asked for again.") from error
    if not isinstance(found, dict) or not all(_are_names(names) for names in found.values()):
        raise InputError(f"{path()} is no list of trusted servers.", hint="Remove it; what was trusted is then asked for again.")
    return found


def _are_names(names: object) -> bool:
    return isinstance(names, list) and all(isinstance(name, str) for name in names)


def _write(known: dict[str, list[str]]) -> Path:
    file = path()
    return files.write_text(file, json.dumps(known, ensure_ascii=False, indent=2, sort_keys=True) + "\n")
