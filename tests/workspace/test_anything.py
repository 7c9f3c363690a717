"""Whatever bytes stand in a file, reading it gives problems or one sentence, never a traceback."""

import contextlib
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actormap.errors import ActormapError
from actormap.i18n import Texts
from actormap.workspace import read
from actormap.workspace.schema import rows

SV = Texts.load("sv")
WORDS = [
    "id",
    "name",
    "kind",
    "source",
    "type",
    "target",
    "gr",
    "owns",
    "=",
    "'",
    '"',
    ";",
    ",",
    "\t",
    "\n",
    "\r",
    "|",
    "sep=",
    "2014-06",
    "1 000 kr",
    "é",
    "\u0301",
    "*",
    "%",
    "-",
]
pieces = st.lists(st.sampled_from(WORDS) | st.text(max_size=5), max_size=60).map("".join)
data = (
    st.binary(max_size=300)
    | pieces.map(lambda text: text.encode("utf-8", "surrogatepass"))
    | pieces.map(lambda text: text.encode("utf-16", "replace"))
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from([*(f"{table}.csv" for table in rows.TABLES), "actormap.toml", "x.xlsx"]), data, min_size=1))
def test_any_bytes_are_read_or_refused(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name).write_bytes(content)
        for place in (folder, f"{folder}/x.xlsx"):
            with contextlib.suppress(ActormapError):
                for problem in read(place).problems:
                    assert problem.meant(SV)


@pytest.mark.parametrize("table", rows.TABLES)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(
    lines=st.lists(
        st.lists(st.sampled_from(WORDS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=4), max_size=12), max_size=4
    )
)
def test_any_cells_under_the_right_headings_are_read(table, lines, write):
    heading = ";".join(rows.columns(table))
    body = "\n".join(";".join('"' + cell.replace('"', '""') + '"' for cell in line) for line in lines)
    workspace = read(write(**{table: f"{heading}\n{body}\n"}))
    assert {problem.severity for problem in workspace.problems} <= {"error", "warning"}
    assert set(workspace.snapshot.by_id) >= {end for tie in workspace.snapshot.relationships for end in (tie.source, tie.target)}
