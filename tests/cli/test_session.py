"""Claims about which workspace is meant."""

from __future__ import annotations

import io
import sys

import pytest

from actormap.cli import session
from actormap.cli.request import Request
from actormap.errors import UsageError


@pytest.mark.parametrize("name", ["actormap.toml", "relationships.csv"])
def test_a_folder_with_tables_or_with_settings_is_the_workspace_one_stands_in(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).touch()
    assert session.place_of(None) == "."


def test_a_folder_without_them_is_none_and_the_sentence_says_what_to_do(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageError, match=r"No workspace is named, and this folder holds no tables\..*actormap init"):
        session.place_of(None)


class Terminal(io.StringIO):
    def isatty(self):
        return True


def test_the_bar_says_what_is_waited_for_until_it_has_come(monkeypatch):
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(session, "PATIENCE", 0.0)
    with session.progress("Loading", Request()) as bar:
        bar.waiting("the turn to write")
        bar.refresh()
        assert "Loading: waiting for the turn to write" in sys.stderr.getvalue()
        begun = len(sys.stderr.getvalue())
        bar(1, 2)
        bar.refresh()
        assert "waiting" not in sys.stderr.getvalue()[begun:]


def test_nobody_is_told_where_nobody_looks(monkeypatch):
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    with session.progress("Loading", Request()) as bar:
        assert bar is None
