"""Disks that are full or read-only, for real: a small file system in memory where one may be mounted, the folder's own rights elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class NotHere(Exception):
    """This machine cannot make such a disk; the message says why."""


@contextmanager
def small_disk(folder: Path, kilobytes: int) -> Iterator[Path]:
    """Give a folder on a file system of its own that holds no more than that."""
    with _mounted(folder, f"size={kilobytes}k") as mounted:
        yield mounted


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Make a folder that is mounted, or any folder if rights bind this user, impossible to write in."""
    if _may_mount() and folder.is_mount():
        subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
        try:
            yield
        finally:
            subprocess.run(["mount", "-o", "remount,rw", str(folder)], check=True)
        return
    if sys.platform == "win32" or os.geteuid() == 0:
        raise NotHere("rights do not bind this user, and it may not mount")
    paths = [folder, *folder.iterdir()]
    for path in paths:
        path.chmod(path.stat().st_mode & ~0o222)
    try:
        yield
    finally:
        for path in paths:
            path.chmod(path.stat().st_mode | 0o200)


@contextmanager
def any_disk(folder: Path) -> Iterator[Path]:
    """Give a folder that `read_only` can close."""
    if _may_mount():
        with _mounted(folder, "size=64m") as mounted:
            yield mounted
    else:
        folder.mkdir()
        yield folder


@contextmanager
def _mounted(folder: Path, options: str) -> Iterator[Path]:
    if not _may_mount():
        raise NotHere("only root may mount a file system, on Linux")
    folder.mkdir()
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)], check=False, capture_output=True)
    if done.returncode:
        raise NotHere("this container may not mount a file system")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def _may_mount() -> bool:
    return sys.platform == "linux" and os.geteuid() == 0 and shutil.which("mount") is not None
