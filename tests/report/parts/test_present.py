"""Claims about the present state: the map that is told in words after its picture."""

from __future__ import annotations

import pytest

from actormap.atlas.atlas import Atlas
from actormap.output.document.blocks import DataTable, Figure
from actormap.output.document.inline import plain
from actormap.report.composition import compose
from tests.graphs import VOCABULARY, actor, network, snapshot, tie
from tests.output.document.publications import SVG

DATE = "2026-01-31"
ACTORS = [actor("a"), actor("b"), actor("c")]
MEETING = snapshot(
    [*ACTORS, network("v"), network("w")], tie("a", "member_of", "w"), tie("b", "member_of", "w"), tie("a", "member_of", "v")
)
CONTACTS = snapshot(ACTORS, tie("a", "connects", "b"))


@pytest.mark.parametrize(
    ("of", "columns", "rows"),
    [
        (MEETING, ("Network or project", "How many", "Who"), [("W", "2", "A and B"), ("V", "1", "A")]),
        (CONTACTS, ("Actor", "How many", "Who"), [("A", "1", "B"), ("B", "1", "A")]),
    ],
)
def test_the_table_after_the_map_says_who_meets_where_and_is_not_there_without_it(of, columns, rows):
    atlas = Atlas(snapshot=of, vocabulary=VOCABULARY, lang="en", title="T")
    blocks = compose(atlas, DATE, map_svg=SVG).blocks
    (place,) = [place for place, block in enumerate(blocks) if isinstance(block, Figure) and block.svg == SVG]
    table = blocks[place + 1]
    assert isinstance(table, DataTable)
    assert table.columns == columns
    assert [tuple(plain(cell.line) for cell in row) for row in table.rows] == rows
    assert "The table after the picture says who meets where." in blocks[place].alternative
    assert not [each for each in compose(atlas, DATE).blocks if isinstance(each, DataTable) and "The map in words" in each.caption]
