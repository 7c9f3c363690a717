"""No person of the source documents is named anywhere in the project, and the detector that says so works."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import zipfile
from pathlib import Path
from urllib.parse import quote

import openpyxl
import pytest

from tests.privacy import HASHES, Watch, leaks, sayings, texts

ROOT = Path(__file__).resolve().parent.parent
UNKEPT = frozenset(
    {
        ".git",
        ".venv",
        "venv",
        "env",
        "__pycache__",
        "node_modules",
        "build",
        "dist",
        ".mypy_cache",
        ".ruff_cache",
        ".pytest_cache",
        ".hypothesis",
    }
)

# These people do not exist; the numbers are of those set aside for fiction.
PEOPLE = [("Ödla Grävlingsdotter", "odla.gravlingsdotter@example.se", "070-174 06 05"), ("-Igelkotta Svensson", "", "031-390 06 05")]


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch.for_people(PEOPLE)


def test_no_file_of_the_project_gives_away_a_person_of_the_sources():
    found = [
        f"{path.relative_to(ROOT).as_posix()}: {where} line {leak.line}: {leak.kind}"
        for path in project_files()
        for where, text in texts(path)
        for leak in leaks(text)
    ]
    assert found == []


def test_no_file_name_of_the_project_gives_away_a_person_of_the_sources():
    assert leaks("\n".join(path.relative_to(ROOT).as_posix() for path in project_files())) == []


def test_the_files_searched_are_those_of_the_project():
    names = {path.relative_to(ROOT).as_posix() for path in project_files()}
    assert {"data/gria/actors.csv", "src/actormap/model/records.py", "tests/test_privacy.py"} <= names


def test_what_is_kept_are_hashes_and_nothing_else():
    lines = HASHES.read_text(encoding="utf-8").splitlines()
    assert len(lines) >= 30
    assert lines == sorted(set(lines))
    assert all(len(line) == 64 and set(line) <= set("0123456789abcdef") for line in lines)


@pytest.mark.parametrize(
    "text",
    [
        "Kontakta Ödla Grävlingsdotter.",
        "GRÄVLINGSDOTTER, ÖDLA",
        "enligt Grävlingsdotters plan",
        "KontaktpersonÖdla Projektledare Grävlingsdotter",
        "Ödla\nGrävlingsdotter",
        "O\u0308dla Gra\u0308vlingsdotter",
        "odla-gravlingsdotter.html",
        "OdlaGravlingsdotter",
        quote("Grävlingsdotter"),
        "Gr&auml;vlingsdotter",
        r'{"name": "Gr\u00e4vlingsdotter"}',
    ],
)
def test_a_name_is_found_however_it_is_written(watch, text):
    assert "name" in {leak.kind for leak in watch.leaks(text)}


def test_a_name_with_a_common_surname_is_found_whole_and_the_surname_alone_is_not(watch):
    assert [leak.kind for leak in watch.leaks("Svensson, Igelkotta")] == ["name"]
    assert watch.leaks("Svensson 2011") == []


@pytest.mark.parametrize(
    "text", ["<odla.gravlingsdotter@example.se>", "E-postOdla.Gravlingsdotter@Example.se", "mailto:odla.gravlingsdotter%40example.se"]
)
def test_an_address_is_found_glued_or_escaped(watch, text):
    assert "e-mail address" in {leak.kind for leak in watch.leaks(text)}


@pytest.mark.parametrize(
    "text",
    ["0701740605", "070-174 06 05", "+46 (0)70 174 06 05", "0046701740605", "Telefonnummer070/1740605", "031\u00a0390\u00a006\u00a005"],
)
def test_a_number_is_found_however_it_is_grouped(watch, text):
    assert [leak.kind for leak in watch.leaks(text)] == ["telephone number"]


@pytest.mark.parametrize(
    "text", ["", "Ödla bor i Ale.", "kommun@example.se", "1 497 352 kr, 57.7094, 11.9579", "2014-01-06 till 2014-12-19"]
)
def test_other_words_and_figures_are_left_alone(watch, text):
    assert watch.leaks(text) == []


def test_a_leak_says_the_line_and_not_what_stands_there(watch):
    (leak,) = watch.leaks("en rad\nen till: 0701740605\n")
    assert (leak.kind, leak.line) == ("telephone number", 2)


def test_workbooks_archives_and_compressed_files_are_opened(watch, tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["namn", "Ödla Grävlingsdotter"])
    book.save(tmp_path / "book.xlsx")
    (tmp_path / "backup.jsonl.gz").write_bytes(gzip.compress("Ödla Grävlingsdotter".encode()))
    inner = io.BytesIO()
    book.save(inner)
    with zipfile.ZipFile(tmp_path / "all.zip", "w") as archive:
        archive.writestr("book.xlsx", inner.getvalue())
    for name in ("book.xlsx", "backup.jsonl.gz", "all.zip"):
        assert any(watch.leaks(text) for _, text in texts(tmp_path / name)), name


@pytest.mark.parametrize("encoding", ["utf-8-sig", "windows-1252", "utf-16"])
def test_files_are_read_in_the_encodings_that_excel_writes(watch, tmp_path, encoding):
    (tmp_path / "table.csv").write_text("namn\nÖdla Grävlingsdotter\n", encoding=encoding)
    assert any(watch.leaks(text) for _, text in texts(tmp_path / "table.csv"))


def test_a_damaged_workbook_is_read_as_it_is(watch, tmp_path):
    (tmp_path / "broken.xlsx").write_bytes(b"PK no archive, by odla gravlingsdotter")
    assert any(watch.leaks(text) for _, text in texts(tmp_path / "broken.xlsx"))


def test_pictures_are_not_searched(tmp_path):
    (tmp_path / "map.png").write_bytes(b"odla gravlingsdotter")
    assert list(texts(tmp_path / "map.png")) == []


def test_an_empty_part_of_a_person_hashes_to_nothing():
    assert list(sayings("", "", "")) == []


def project_files() -> list[Path]:
    """Return every file that is or may become part of the project, and the maps and reports made in it, in the order of names."""
    outputs = [path for path in (ROOT / "visualisations").rglob("*") if path.is_file()]
    return sorted({*(_listed_by_git() or _walked()), *outputs})


def _listed_by_git() -> list[Path]:
    # An unpacked source distribution may lie inside somebody else's repository, which then ignores it.
    try:
        top = subprocess.run(["git", "rev-parse", "--show-toplevel"], cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
        if not Path(top.strip()).samefile(ROOT):
            return []
        command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
        names = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, encoding="utf-8").stdout
    except (OSError, subprocess.CalledProcessError):
        return []
    return [ROOT / name for name in names.split("\0") if name and (ROOT / name).is_file()]


def _walked() -> list[Path]:
    found = []
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if name not in UNKEPT and not name.endswith(".egg-info")]
        found += [Path(folder) / name for name in names]
    return found
