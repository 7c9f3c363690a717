"""Claims about files that are written whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
import time
import tomllib
from pathlib import Path
from threading import Thread

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


def test_a_file_keeps_its_rights_and_a_link_stays_a_link(tmp_path):
    target, link = tmp_path / "a.txt", tmp_path / "link"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o444 if sys.platform == "win32" else 0o640)
    before = stat.S_IMODE(target.stat().st_mode)
    try:
        link.symlink_to(target)
    except OSError:
        link = target  # Windows lets few users make links
    files.write_text(link, "new")
    assert target.read_text(encoding="utf-8") == "new"
    assert stat.S_IMODE(target.stat().st_mode) == before
    assert link == target or link.is_symlink()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes with a place in the file system")
def test_a_pipe_is_written_through_and_stays_one(tmp_path):
    pipe, heard = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = Thread(target=lambda: heard.append(pipe.read_bytes()))
    reader.start()
    files.write_text(pipe, "text")
    reader.join()
    assert heard == [b"text"]
    assert pipe.is_fifo()


@pytest.mark.skipif(not Path("/dev/fd").is_dir(), reason="the system gives open pipes no names")
def test_a_link_to_a_pipe_without_a_place_is_written_through():
    heard, told = os.pipe()
    with os.fdopen(heard, "rb") as reading:
        with os.fdopen(told, "wb"):
            files.write_text(Path(f"/dev/fd/{told}"), "text")
        assert reading.read() == b"text"


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="only Linux has a device that is always full")
def test_a_full_device_is_one_sentence_and_stays_a_device():
    with pytest.raises(InputError) as raised:
        files.write_text(Path("/dev/full"), "text")
    assert str(raised.value) == "/dev/full cannot be written: No space left on device. Make room there, or write to another disk."
    assert Path("/dev/full").is_char_device()


def test_what_to_do_about_a_place_that_cannot_be_written_is_said_by_whoever_writes_there(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(InputError) as raised:
        files.write_text(tmp_path / "file" / "a.txt", "text", "Ask for the key.")
    assert str(raised.value).endswith("Ask for the key.")


def test_a_name_with_a_nul_character_is_one_sentence():
    with pytest.raises(InputError) as raised:
        files.write_text(Path("a\0.txt"), "text")
    assert str(raised.value) == r"'a\x00.txt' holds a NUL character, which no name does. Name another place with path."


def test_tilde_at_the_beginning_is_the_home_folder_and_after_a_dot_a_name(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("USERPROFILE", str(tmp_path / "home"))
    assert files.expanded("~/a") == files.expanded(Path("~/a")) == tmp_path / "home" / "a"
    assert files.expanded("./~/a") == tmp_path / "~" / "a"
    assert files.expanded(files.expanded("./~nobody-here")) == tmp_path / "~nobody-here"
    assert files.expanded("~$book.xlsx") == tmp_path / "~$book.xlsx"
    assert files.expanded("a/~") == Path("a/~")
    with pytest.raises(InputError, match="begins with ~ and names no user"):
        files.expanded("~nobody-here/a")


def test_a_long_name_needs_no_longer_one(tmp_path):
    target = tmp_path / ("a" * 250)
    assert files.write_text(target, "text").read_text(encoding="utf-8") == "text"


def test_a_folder_without_a_free_name_is_given_up_after_three_attempts(tmp_path, monkeypatch):
    (tmp_path / f".{'00' * 6}").touch()
    asked = []
    monkeypatch.setattr(os, "urandom", lambda size: asked.append(size) or bytes(size))
    with pytest.raises(InputError, match="cannot be written: File exists"):
        files.write_text(tmp_path / "a.txt", "text")
    assert len(asked) == 3


@pytest.mark.parametrize(("held", "written"), [(0.3, True), (60, False)])
def test_an_old_file_that_is_held_is_waited_for_a_second(tmp_path, monkeypatch, held, written):
    target, until = files.write_text(tmp_path / "a.txt", "old"), time.monotonic() + held
    replace = Path.replace

    def refused(path, place):
        if time.monotonic() < until:
            raise PermissionError(13, "held by another program")
        return replace(path, place)

    monkeypatch.setattr(Path, "replace", refused)
    if written:
        files.write_text(target, "new")
    else:
        with pytest.raises(InputError, match="held by another program"):
            files.write_text(target, "new")
    assert target.read_text(encoding="utf-8") == ("new" if written else "old")
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


DEEP = "[" * 100_000


@pytest.mark.parametrize("text", [DEEP, "{", "1" * 5000])
def test_json_that_cannot_be_read_is_a_value_error_however_deep_or_long(text):
    with pytest.raises(ValueError, match=r"."):
        files.json_value(text)


@pytest.mark.parametrize("text", [f"a = {DEEP}", "a", f"a = {'1' * 5000}"])
def test_toml_that_cannot_be_read_is_one_kind_of_error_however_deep_or_long(text):
    with pytest.raises(tomllib.TOMLDecodeError):
        files.toml_table(text)


def test_all_that_is_written_is_on_the_disk_before_it_takes_the_place(tmp_path, monkeypatch):
    target, seen = tmp_path / "a.txt", []
    monkeypatch.setattr(files.os, "fsync", lambda handle: seen.append((os.fstat(handle).st_size, target.exists())))
    files.write_bytes(target, b"12345")
    assert seen == [(5, False)]


def test_a_name_in_a_folder_that_is_not_there_is_left_as_it_is_typed(tmp_path):
    assert files.as_it_lies(tmp_path / "none" / "Åmål.csv") == tmp_path / "none" / "Åmål.csv"
