"""Claims about files that are written whole or not at all."""

from __future__ import annotations

import sys

import pytest

from actormap import files
from actormap.errors import InputError


def test_a_file_is_replaced_by_the_new_one(tmp_path):
    target = tmp_path / "new folder" / "a.txt"
    for text in ("ett\n", "två\r\n"):
        assert files.write_text(target, text) == target
        assert target.read_bytes() == text.encode()
    assert [path.name for path in target.parent.iterdir()] == ["a.txt"]


def test_what_goes_wrong_on_the_way_leaves_the_old_file_and_nothing_else(tmp_path):
    target = files.write_text(tmp_path / "a.txt", "old")

    def half():
        with files.replacing(target) as file:
            file.write(b"half")
            raise RuntimeError("stopped")

    with pytest.raises(RuntimeError, match="stopped"):
        half()
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        files.write_text(tmp_path / "file" / "a.txt", "text")
    with pytest.raises(InputError, match="cannot be written"):
        files.write_text(tmp_path, "text")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions")
def test_a_new_file_may_be_read_by_whoever_may_read_others(tmp_path):
    (tmp_path / "plain").touch()
    assert files.write_text(tmp_path / "ours", "").stat().st_mode == (tmp_path / "plain").stat().st_mode
