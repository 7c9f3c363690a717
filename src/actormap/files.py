"""Files: those shipped beside the code, found in a wheel and in a checkout alike, and those written whole or not at all."""

from __future__ import annotations

import math
import os
import tempfile
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from actormap.errors import InputError

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent.parent
LANGUAGE = "language"  # the file of a folder of `locale` that says which language it is


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


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that are shipped: the folders of `locale`, first those that say which place they have."""
    places = {path.parent.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in shipped("locale").glob(f"*/{LANGUAGE}.toml")}
    return tuple(sorted(places, key=lambda code: (places[code].get("order", math.inf), code)))


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Yield a file to write; when the block ends well it takes the place of `path`, otherwise it is removed and `path` stays as it was.

    Folders that are missing are made. Raises `InputError` if the place cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", hint="Name another place with --output.") from error
    try:
        with os.fdopen(handle, "wb") as file:
            yield file
        if os.name == "posix":
            Path(name).chmod(0o666 & ~_umask())  # a temporary file is private; a result is as any other file
        Path(name).replace(path)
    except OSError as error:
        with suppress(OSError):
            Path(name).unlink()
        raise InputError(f"{path} cannot be written: {error.strerror}.", hint="Close it if it is open elsewhere.") from error
    except BaseException:
        with suppress(OSError):
            Path(name).unlink()
        raise


def write_bytes(path: Path, data: bytes) -> Path:
    """Write a whole file and return its path."""
    with replacing(path) as file:
        file.write(data)
    return path


def write_text(path: Path, text: str) -> Path:
    """Write a whole UTF-8 file with the line ends that the text has, on every system, and return its path."""
    return write_bytes(path, text.encode("utf-8"))


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
