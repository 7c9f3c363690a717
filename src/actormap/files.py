"""Files written whole or not at all: beside the target first, then put in its place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from actormap.errors import InputError


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
