"""Personal data is told of in every column that holds free text, and never repeated."""

from __future__ import annotations

import csv

import pytest

from actormap import workspace
from actormap.workspace.schema import rows

# These people do not exist; the number is of those set aside for fiction.
STRAYED = {
    "email": "odla@example.se",
    "telephone": "031-390 06 05",
    "personal_number": "850709-1235",
    "contact_person": "Kontaktperson: Ödla Grävlingsdotter",
}
FREE = [(table, column) for table in rows.TABLES for column in rows.columns(table) if rows.form(table, column).name in ("text", "names")]


@pytest.mark.parametrize("kind", STRAYED)
def test_every_free_text_column_is_watched(kind, tmp_path):
    for table in rows.TABLES:
        columns = [*rows.columns(table), "own"]
        with (tmp_path / f"{table}.csv").open("w", encoding="utf-8", newline="") as stream:
            table_rows = csv.DictWriter(stream, columns)
            table_rows.writeheader()
            table_rows.writerow({column: STRAYED[kind] for column in columns if column == "own" or (table, column) in FREE})
    found = [each for each in workspace.read(tmp_path).problems if each.key == kind]
    assert {(each.file, each.column) for each in found} == {(f"{table}.csv", column) for table, column in FREE} | {
        (f"{table}.csv", "own") for table in rows.TABLES
    }
    assert {each.severity for each in found} == {"warning"}
    assert not any(STRAYED[kind].rpartition(" ")[2] in str(each.found) for each in found)
