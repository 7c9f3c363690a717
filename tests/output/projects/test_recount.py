"""Every cell of the map of evidence, counted anew from the tables by a script that knows nothing of the package."""

from __future__ import annotations

import pytest

from actormap.atlas.atlas import Atlas
from tests.analysis.projects import five
from tests.graphs import VOCABULARY
from tests.output.projects import recount


@pytest.mark.parametrize(("lines", "kind"), [("methods", "method"), ("factors", "success_factor")])
def test_every_cell_is_as_the_tables_have_it(lines, kind, tmp_path):
    found = Atlas(five.snapshot(), VOCABULARY).projects().map(lines=lines, context="youth=yes")
    counted = recount.cells(five.tables(tmp_path), kind, ("youth", "yes"))
    assert {(row["line"], row["column"]) for row in found.rows} == set(counted)
    for row in found.rows:
        told = counted[row["line"], row["column"]]
        assert {name: row[name] for name in told} == told
