"""Tables as somebody has them in a folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def written(folder: Path, tables: Mapping[str, str]) -> Path:
    """Write the texts of tables as CSV files into a new folder and return it."""
    folder.mkdir()
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder
