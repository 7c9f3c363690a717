"""A workspace into which one page has been read, and that page."""

from __future__ import annotations

import pytest

from actormap.workspace.pages import entry
from tests.workspace.pages import samples

BODY = (
    "Projektet drivs i samarbete med Lerums kommun, Region Insjön och Folkhögskolan i Vara.",
    "Projektledare Ödla Grävlingsdotter leder arbetet. Medel från Europeiska socialfonden gör projektet möjligt.",
)


@pytest.fixture
def page(tmp_path):
    path = tmp_path / "pages" / "bron.txt"
    path.parent.mkdir()
    path.write_text(samples.page("1420B", body=BODY), encoding="utf-8")
    return path


@pytest.fixture
def place(tmp_path, page):
    folder = tmp_path / "mine"
    entry.enter(folder, [page])
    return folder


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}
