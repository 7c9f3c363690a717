"""Claims about backups: one file, the same bytes for the same graph, and nothing restored that was not written."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from actormap.errors import BackupDamaged, InputError
from actormap.model import graph_settings
from actormap.model.records import Actor, Evidence, Requirement, Snapshot
from actormap.store.backup import Backup, backup, restore
from tests.store.disks import NotHere, small_disk
from tests.store.generated import graph
from tests.store.places import SqlitePlace, actor, load, network, read, small, tie
from tests.store.records import snapshots

ROOT = Path(__file__).resolve().parent.parent.parent
drawn = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture
def file(tmp_path):
    return tmp_path / "gria.backup.gz"


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("backups")


def lines(file):
    return gzip.decompress(file.read_bytes()).decode("utf-8").splitlines(keepends=True)


def rewrite(file, lines):
    file.write_bytes(gzip.compress("".join(lines).encode("utf-8")))


@drawn
@given(snapshot=snapshots())
def test_what_is_backed_up_is_what_is_restored(folder, snapshot):
    backup(snapshot, folder / "a.gz")
    restored = restore(folder / "a.gz").snapshot
    assert restored == snapshot
    backup(restored, folder / "b.gz")
    assert (folder / "b.gz").read_bytes() == (folder / "a.gz").read_bytes()


def test_a_backup_keeps_what_the_graph_says_of_itself_and_older_ones_say_nothing(tmp_path):
    said = graph_settings.text({"title": "Å", "kinds": {"actor": {"bibliotek": {"en": ["library", "libraries"]}}}})
    for name, kept in (("a.gz", said), ("b.gz", "")):
        backup(small(), tmp_path / name, kept)
        assert restore(tmp_path / name) == Backup(small(), kept)


def test_the_way_over_a_store_gives_the_same_bytes(tmp_path):
    snapshot = graph(300, 900)
    load(SqlitePlace(tmp_path), snapshot)
    backup(snapshot, tmp_path / "a.gz")
    backup(read(SqlitePlace(tmp_path)), tmp_path / "b.gz")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()


def test_another_name_time_and_order_give_the_same_bytes(tmp_path):
    backup(small(), tmp_path / "a.gz")
    mixed = Snapshot.of(reversed(list(small().nodes())), reversed(small().relationships), small().coverage)
    backup(mixed, tmp_path / "another name.gz")
    os.utime(tmp_path / "a.gz", (0, 0))
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "another name.gz").read_bytes()


def test_another_hash_seed_gives_the_same_bytes(tmp_path):
    code = "from sys import argv; from pathlib import Path; from tests.store import test_backup as t; t.backup(t.small(), Path(argv[1]))"
    for seed in ("1", "2"):
        subprocess.run([sys.executable, "-c", code, tmp_path / seed], check=True, cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed})
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_a_number_is_the_same_bytes_however_it_is_held(tmp_path):
    for name, weight in (("a.gz", 1), ("b.gz", 1.0)):
        backup(Snapshot.of([], [], [Requirement(network="n", row="r", column="c", weight=weight)]), tmp_path / name)
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()


def test_the_file_is_lines_that_a_person_can_read(file):
    backup(Snapshot.of([actor("å", aliases=("Ö",), attributes=(("färg", "blå"),))]), file)
    header, record = lines(file)
    assert json.loads(header)["counts"]["actors"] == 1
    assert record == '{"table":"actors","id":"å","name":"Å","kind":"unit","aliases":["Ö"],"attributes":{"färg":"blå"}}\n'


def test_a_backup_replaces_an_older_one_whole(file):
    backup(graph(100, 300), file)
    backup(small(), file)
    assert restore(file).snapshot == small()
    assert list(file.parent.iterdir()) == [file]


def test_a_graph_that_cannot_be_kept_leaves_the_older_backup(file):
    backup(small(), file)
    with pytest.raises(InputError, match="NUL"):
        backup(Snapshot.of([actor("a", note="\0")]), file)
    assert restore(file).snapshot == small()


def test_a_full_disk_leaves_the_older_backup_and_no_other_file(tmp_path):
    try:
        with small_disk(tmp_path / "disk", kilobytes=64) as folder:
            backup(small(), folder / "a.gz")
            with pytest.raises(InputError, match="cannot be written"):
                backup(graph(3000, 10_000), folder / "a.gz")
            assert restore(folder / "a.gz").snapshot == small()
            assert [file.name for file in folder.iterdir()] == ["a.gz"]
    except NotHere as reason:
        pytest.skip(str(reason))


def test_a_place_that_is_a_folder_is_refused(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(InputError, match="cannot be written"):
        backup(small(), tmp_path / "a")


@pytest.mark.parametrize("kept", [0, 1, 5, 20, 60, 0.3, 0.6, 0.9, -9, -8, -4, -1])
def test_a_file_that_is_cut_off_anywhere_is_refused(file, kept):
    backup(graph(60, 200), file)
    whole = file.read_bytes()
    file.write_bytes(whole[: int(len(whole) * kept) if isinstance(kept, float) else kept])
    with pytest.raises(BackupDamaged, match=r"gria\.backup\.gz, line \d+: "):
        restore(file)


@pytest.mark.parametrize("place", [0.2, 0.5, 0.8, 0.999])
def test_a_file_with_one_byte_changed_is_refused(file, place):
    backup(graph(60, 200), file)
    content = bytearray(file.read_bytes())
    content[int(len(content) * place)] ^= 0x55
    file.write_bytes(content)
    with pytest.raises(BackupDamaged, match="line"):
        restore(file)


SPOILT = {
    "a line gone": (lambda rows: rows[:-1], r"8: 5 records have been read and the first line promises 6|line 7: 5 records"),
    "a line twice": (lambda rows: [*rows, rows[-1]], "7 records have been read and the first line promises 6"),
    "two tables exchanged": (
        lambda rows: [rows[0].replace('"actors":2', '"actors":1').replace('"themes":0', '"themes":1'), *rows[1:]],
        "records",
    ),
    "the last line half": (lambda rows: [*rows[:-1], rows[-1][:20]], "line 7: the file is cut off here"),
    "no header": (lambda rows: rows[1:], "line 1: this is no backup"),
    "another format": (lambda rows: [rows[0].replace("actormap backup", "annat"), *rows[1:]], "line 1: this is no backup"),
    "no counts": (lambda rows: [rows[0].replace('"counts"', '"antal"'), *rows[1:]], "line 1: the first line does not say how many"),
    "no JSON": (lambda rows: [rows[0], "hej\n", *rows[2:]], "line 2: this is no line of a backup"),
    "a list": (lambda rows: [rows[0], "[1]\n", *rows[2:]], "line 2: this is no record"),
    "deep brackets": (lambda rows: [rows[0], "[" * 100_000 + "\n", *rows[2:]], "line 2: this is no line of a backup"),
    "an unknown table": (
        lambda rows: [*rows[:2], rows[2].replace('"actors"', '"persons"'), *rows[3:]],
        'line 3: there is no table "persons"',
    ),
    "no table": (lambda rows: [*rows[:2], "{}\n", *rows[3:]], "line 3: there is no table null"),
    "an unknown field": (lambda rows: [*rows[:2], rows[2].replace('"name"', '"namn"'), *rows[3:]], 'line 3: the field "namn" is unknown'),
    "a field gone": (lambda rows: [*rows[:2], rows[2].replace('"name":"Bo",', ""), *rows[3:]], r"line 3: the record lacks a field: name\."),
    "a number for a text": (
        lambda rows: [*rows[:2], rows[2].replace('"Bo"', "7"), *rows[3:]],
        'line 3: the field "name" holds another kind of value',
    ),
    "a text for a number": (lambda rows: [*rows[:6], rows[6].replace('"minimum":1', '"minimum":"1"')], 'line 7: the field "minimum"'),
    "true for a number": (lambda rows: [*rows[:6], rows[6].replace('"minimum":1', '"minimum":true')], 'line 7: the field "minimum"'),
    "an endless number": (lambda rows: [*rows[:6], rows[6].replace('"weight":1.0', '"weight":1e999')], "finite"),
    "an unknown field of a statement": (
        lambda rows: [*rows[:5], rows[5].replace('"status"', '"läge"', 1), *rows[6:]],
        r'line 6: the field "l\\u00e4ge" is unknown',
    ),
    "an id twice": (lambda rows: [*rows[:2], rows[1], *rows[3:]], 'two records with the id "anna"'),
    "a NUL": (lambda rows: [*rows[:2], rows[2].replace("Bo", "B\\u0000"), *rows[3:]], "NUL"),
    "half a pair": (lambda rows: [*rows[:2], rows[2].replace("Bo", "B\\ud800"), *rows[3:]], "surrogate"),
}


@pytest.mark.parametrize("fault", SPOILT)
def test_what_was_not_written_so_is_refused_with_its_line(file, fault):
    spoil, sentence = SPOILT[fault]
    backup(small(), file)
    rewrite(file, spoil(lines(file)))
    with pytest.raises(BackupDamaged, match=sentence) as refused:
        restore(file)
    assert str(file) in str(refused.value)


def test_a_backup_of_a_newer_form_is_refused_with_both_numbers(file):
    backup(small(), file)
    rows = lines(file)
    rewrite(file, [rows[0].replace('"version":1', '"version":4'), *rows[1:]])
    with pytest.raises(BackupDamaged, match=r"version 4 .* up to 3.*Update actormap"):
        restore(file)


@pytest.mark.parametrize(
    "content",
    # The hour of packing would give the same claim another name in each process.
    [b"", b"id;namn\n", b"PK\x03\x04", b"\x1f\x8b", *(gzip.compress(told, mtime=0) for told in (b"", b"\xff\xfe\n", b"{}\n"))],
)
def test_a_file_of_another_kind_is_refused(file, content):
    file.write_bytes(content)
    with pytest.raises(BackupDamaged, match="line 1"):
        restore(file)


def test_a_file_that_is_not_there_is_refused(file):
    with pytest.raises(BackupDamaged, match="cannot be read: No such file"):
        restore(file)


def test_a_folder_is_refused(tmp_path):
    with pytest.raises(BackupDamaged, match="cannot be read"):
        restore(tmp_path)


def test_a_note_of_a_megabyte_comes_back(file):
    snapshot = Snapshot.of([actor("a", note="å" * 1_000_000), network("n")], [tie("a", "n", Evidence(note="\u2028\n" * 400_000))])
    backup(snapshot, file)
    assert restore(file).snapshot == snapshot


def test_a_restored_graph_is_loaded_without_any_difference(tmp_path):
    place = SqlitePlace(tmp_path)
    load(place, small())
    backup(read(place), tmp_path / "a.gz")
    assert not load(place, restore(tmp_path / "a.gz").snapshot)


def test_empty_and_missing_texts_stay_apart(file):
    snapshot = Snapshot.of([Actor(id="a", name="", kind="unit", note=""), replace(actor("b"), note=None)])
    backup(snapshot, file)
    assert [one.note for one in restore(file).snapshot.actors] == ["", None]


def test_a_name_with_a_nul_character_is_no_backup():
    with pytest.raises(BackupDamaged) as raised:
        restore(Path("a\0.gz"))
    assert str(raised.value) == r"'a\x00.gz' holds a NUL character, which no name does. Restore another backup."


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ('{"table":["actors"]}', 'there is no table ["actors"]'),
        (
            '{"table":"actors","id":"\\ud800","name":"A","kind":"unit"}',
            'the field "id" holds half of a surrogate pair, which is no character',
        ),
    ],
)
def test_a_line_that_somebody_has_edited_is_one_sentence_with_its_number(file, line, what):
    backup(small(), file)
    header, *others = gzip.decompress(file.read_bytes()).split(b"\n")
    file.write_bytes(gzip.compress(b"\n".join([header, line.encode(), *others])))
    with pytest.raises(BackupDamaged) as told:
        restore(file)
    assert told.value.message == f"{file}, line 2: {what}."


def test_only_a_graph_with_ratings_is_written_in_the_form_that_knows_them(file):
    backup(small(), file)
    assert '"version":1' in lines(file)[0]
    of = Snapshot.of(small().nodes(), [tie("anna", "ring", Evidence(reliability=1, openness=4))])
    backup(of, file)
    assert '"version":3' in lines(file)[0]
    assert restore(file).snapshot == of
