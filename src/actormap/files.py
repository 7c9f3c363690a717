"""Files: those shipped beside the code, found in a wheel and in a checkout alike, and those written whole or not at all."""

from __future__ import annotations

import errno
import json
import math
import os
import stat
import time
import tomllib
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from actormap.errors import InputError, parameter

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent.parent
ATTEMPTS, PATIENCE = 3, 1.0
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


def json_value(text: str | bytes) -> Any:
    """Return what a JSON text says; raise `ValueError` if it is none, or none that can be read to its depth."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("it is nested too deep") from None


def toml_table(text: str) -> dict[str, Any]:
    """Return what a TOML text says; raise `tomllib.TOMLDecodeError` if it is none, or none that can be read to its depth and digits."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError("it is nested too deep") from None
    except ValueError as error:  # a number of thousands of digits
        raise tomllib.TOMLDecodeError(str(error)) from None


@cache
def languages() -> tuple[str, ...]:
    """Return the codes of the languages that are shipped: the folders of `locale`, first those that say which place they have."""
    places = {path.parent.name: tomllib.loads(path.read_text(encoding="utf-8")) for path in shipped("locale").glob(f"*/{LANGUAGE}.toml")}
    return tuple(sorted(places, key=lambda code: (places[code].get("order", math.inf), code)))


def as_it_lies(path: Path) -> Path:
    """Return a path as its names lie on the disk, whether "å" is one character there or two; a path that is not there as it is.

    Folders that come from a Mac have two, and what is typed has one. Raises `OSError` if that cannot be seen.
    """
    if path.exists() or path.parent == path:
        return path
    folder = as_it_lies(path.parent)
    wanted = unicodedata.normalize("NFC", path.name)
    names = () if wanted.isascii() or not folder.is_dir() else sorted(entry.name for entry in folder.iterdir())
    return folder / next((name for name in names if unicodedata.normalize("NFC", name) == wanted), path.name)


ELSEWHERE = f"Name another place with {parameter('path')}."
ANOTHER = "Name another place."
FULL = "Make room there, or write to another disk."


def expanded(place: str | Path) -> Path:
    """Return a path with the home folder that ~ stands for; raise `InputError` if it lies in that of nobody."""
    path = Path(place)
    # Of "./~a" a path keeps "~a", which would stand for a home folder to whoever looks at it next.
    here = path.absolute() if str(path).startswith("~") else path
    if not str(place).startswith("~"):
        return here
    try:
        return path.expanduser()
    except RuntimeError as error:
        if len(path.parts) == 1:  # what a program has left: "~$book.xlsx"
            return here
        raise InputError(
            f"{path} begins with ~ and names no user.", hint="Write the path out, or begin it with ./ if it lies here."
        ) from error


def resolved(path: Path) -> Path:
    """Return where a path leads through symbolic links; raise `InputError` if they lead back to themselves."""
    try:
        return path.resolve()
    except (RuntimeError, OSError) as error:  # the first up to Python 3.12
        raise InputError(f"{path} is a symbolic link that leads back to itself.", hint="Name another place, or mend the link.") from error


@dataclass
class WriteCount:
    """How many files and graphs this process has put in place or was about to: with any, nobody is told that nothing has changed."""

    count: int = 0


WRITTEN = WriteCount()


@contextmanager
def replacing(path: Path, hint: str = ELSEWHERE) -> Iterator[BinaryIO]:
    """Yield a file to write; when the block ends well it takes the place of `path`, otherwise it is removed and `path` stays as it was.

    Folders that are missing are made. A symbolic link is followed, and what is no file, such as a pipe or a device, is written through. A
    file that was there keeps its rights; what is written lies on the disk before it takes the place. Where another program holds the old
    file, as scanners and folders in the cloud do, the last step is tried again for `PATIENCE` seconds.
    Raises `InputError` if the place cannot be written, with the `hint` what to do about it; of a full disk it says so itself.
    """
    if "\0" in str(path):
        raise InputError(f"{str(path)!r} holds a NUL character, which no name does.", hint=hint)
    with _telling(path, hint):
        mode = path.stat().st_mode if path.exists() else None
        # Where a link such as /dev/stdout leads to a pipe, what it says is no name that could be opened; the link itself can.
        place = resolved(path) if path.is_symlink() and (mode is None or stat.S_ISREG(mode)) else path
    if mode is not None and not stat.S_ISREG(mode):
        with _telling(path, hint), place.open("wb") as file:
            WRITTEN.count += 1
            yield file
        return
    with _telling(path, hint):
        place.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = _temporary(place.parent)
    try:
        with _telling(path, "Close it if it is open elsewhere, or make room."):
            with os.fdopen(handle, "wb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                temporary.chmod(stat.S_IMODE(mode))
            WRITTEN.count += 1
            _take_place(temporary, place)
    except BaseException:
        with suppress(OSError):
            temporary.unlink()
        raise


@contextmanager
def _telling(path: Path, hint: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise InputError(f"{path} cannot be written: {error.strerror}.", hint=FULL if is_full(error) else hint) from error


def is_full(error: OSError) -> bool:
    """Return whether what stands in the way is a lack of room, on the disk or of what one may use of it."""
    return error.errno in {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def _temporary(folder: Path) -> tuple[int, Path]:
    """Return the handle and path of a new file in a folder, under a short name.

    The library's own way tries two thousand million names in a folder of Windows that may not be written (CPython issue 66305).
    """
    last = FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
    for _ in range(ATTEMPTS):
        path = folder / f".{os.urandom(6).hex()}"
        try:
            return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666), path
        except FileExistsError as error:
            last = error
    raise last


def _take_place(temporary: Path, path: Path) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            temporary.replace(path)
        except PermissionError:
            if time.monotonic() > until:
                raise
            time.sleep(0.05)
        else:
            return


def write_bytes(path: Path, data: bytes, hint: str = ELSEWHERE) -> Path:
    """Write a whole file and return its path; see `replacing`."""
    with replacing(path, hint) as file:
        file.write(data)
    return path


def write_text(path: Path, text: str, hint: str = ELSEWHERE) -> Path:
    """Write a whole UTF-8 file with the line ends that the text has, on every system, and return its path; see `replacing`."""
    return write_bytes(path, text.encode("utf-8"), hint)
