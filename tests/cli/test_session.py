"""Claims about which workspace is meant."""

from __future__ import annotations

import pytest

from actormap.cli import session
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
