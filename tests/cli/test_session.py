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


@pytest.mark.parametrize(
    ("workspace", "store", "place"),
    [
        ("gria", None, "gria"),
        ("gria", "sqlite:///a.sqlite", "gria"),
        (None, "sqlite:///a.sqlite", None),
        ("", "neo4j://host", None),
        (None, None, "."),
        (None, "sqlite:///:memory:", "."),
    ],
)
def test_a_store_that_is_named_alone_needs_no_workspace_unless_it_is_empty(workspace, store, place, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "relationships.csv").touch()
    assert session.place_unless_stored(workspace, store) == place


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"since": "2015", "until": "2014"}, "--to 2014 lies before --from 2015."),
        ({"at": "2014-13"}, '--at "2014-13" is no date.'),
        ({"since": "x"}, '--from "x" is no date.'),
        ({"until": "x"}, '--to "x" is no date.'),
        ({"where": ("kind",)}, '--where "kind" is no condition.'),
        ({"where": ("=x",)}, '--where "=x" is no condition.'),
        ({"where": ("kind=",)}, '--where "kind=" is no condition.'),
    ],
)
def test_what_cannot_be_meant_of_a_selection_is_told_with_its_option(asked, said):
    with pytest.raises(UsageError) as raised:
        session.selection(Request(**asked))
    assert raised.value.message == said


def test_a_selection_holds_what_was_asked_for():
    chosen = session.selection(Request(documents="a, b", status="stated", since="2014", until="2014", where=(" kind = x=y ",)))
    assert (chosen.documents, chosen.statuses, chosen.since, chosen.until) == (("a", "b"), ("stated",), "2014", "2014")
    assert chosen.where == (("kind", "x=y"),)
    assert session.selection(Request(documents="all")).documents == ()


def test_progress_is_for_who_sees_the_terminal_and_has_not_asked_for_quiet(monkeypatch):
    for terminal, quiet, seen in ((True, False, True), (True, True, False), (False, False, False)):
        monkeypatch.setattr(session.sys.stderr, "isatty", lambda terminal=terminal: terminal)
        with session.progress("Reading", Request(quiet=quiet)) as advance:
            assert (advance is not None) == seen


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


def test_a_bar_comes_when_its_time_has_come_shows_how_far_it_is_and_goes(monkeypatch):
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.setattr(session, "PATIENCE", 1000.0)
    with session.progress("Loading", Request()) as bar:
        bar(1, 2)
        bar.waiting("the turn to write")
    assert shown.getvalue() == ""
    monkeypatch.setattr(session, "PATIENCE", 0.0)
    with session.progress("Loading", Request()) as bar:
        bar(1, 2)
        bar.refresh()
        assert "Loading" in shown.getvalue()
        assert "50%" in shown.getvalue()
    assert not bar._shown.live.is_started
