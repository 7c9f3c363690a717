"""The Cypher that is shipped as files in cypher/, one statement a file."""

from __future__ import annotations

from functools import cache

from actormap import files

FOLDER = "cypher"


@cache
def statement(name: str) -> str:
    """Return the statement of a shipped file such as `read/nodes`, without the lines that only a client reads (`:param …`)."""
    lines = files.text(f"{FOLDER}/{name}.cypher").splitlines()
    return "\n".join(line for line in lines if not line.startswith(":")).strip().removesuffix(";")


def names(folder: str) -> tuple[str, ...]:
    """Return the names of the statements of a folder, in order."""
    return tuple(sorted(path.stem for path in files.shipped(f"{FOLDER}/{folder}").glob("*.cypher")))
