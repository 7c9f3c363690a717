"""Claims about what has changed since another date or another workspace."""

from __future__ import annotations

from actormap.atlas.atlas import Atlas
from actormap.output.document.blocks import Bullets, DataTable, Paragraph
from actormap.output.document.inline import plain
from actormap.report.inquiry import Inquiry
from actormap.report.parts import changes
from tests.graphs import VOCABULARY, actor, network, snapshot, tie


def atlas(*ties, nodes="abc"):
    of = snapshot([*map(actor, nodes), network("v"), network("w")], *ties)
    return Atlas(snapshot=of, vocabulary=VOCABULARY, lang="en", focal="v", title="Now")


def told(of, before):
    blocks = list(changes.write(Inquiry(of, "2020", "v", before=before)))
    lines = [plain(line) for block in blocks if isinstance(block, Bullets) for line in block.lines]
    rows = [[plain(cell.line) for cell in row] for block in blocks if isinstance(block, DataTable) for row in block.rows]
    return rows, lines


BEFORE = atlas(tie("a", "member_of", "v"), tie("b", "member_of", "v"))


def test_who_and_what_has_come_and_gone_is_told_with_the_counts_of_both():
    rows, lines = told(atlas(tie("a", "member_of", "v"), tie("c", "member_of", "w")), BEFORE)
    assert rows == [["Actors", "2", "2"], ["Networks and projects", "1", "2"], ["Ties", "2", "2"]]
    assert lines == [
        "One actor has come: C.",
        "One network or project has come: W.",
        "One actor is no longer there: B.",
        "One tie has come: C in W.",
        "One tie has gone: B in V.",
    ]


def test_that_nothing_has_changed_is_said_and_without_anything_to_compare_with_there_is_nothing():
    assert told(BEFORE, BEFORE)[1] == ["Nothing has come and nothing has gone, as the sources show."]
    assert list(changes.write(Inquiry(BEFORE, "2020", "v"))) == []


def test_since_a_date_compares_with_the_day_of_the_report_and_not_with_all_years():
    dated = atlas(tie("a", "member_of", "v"), tie("b", "member_of", "v", valid_from="2012"), tie("c", "member_of", "v", valid_from="2030"))
    rows, lines = told(dated, dated.narrowed(at="2010"))
    assert rows[0] == ["Actors", "1", "2"]
    assert lines[0] == "One actor has come: B."


UNDATED = "Ties without a date are counted in every year, so both before and now. When they came or went is therefore not seen here."


def paragraphs(of, before):
    return [plain(block.line) for block in changes.write(Inquiry(of, "2020", "v", before=before)) if isinstance(block, Paragraph)]


def test_that_ties_without_a_date_stand_in_every_year_is_said_where_there_are_such_and_a_date_is_asked_about():
    dated = [tie(name, "member_of", "v", valid_from="2012") for name in "ab"]
    some, none = atlas(*dated, tie("c", "member_of", "v")), atlas(*dated)
    assert paragraphs(some, some.narrowed(at="1066"))[1:] == [UNDATED]
    assert paragraphs(none, none.narrowed(at="2013"))[1:] == []
    assert paragraphs(some, BEFORE)[1:] == []
