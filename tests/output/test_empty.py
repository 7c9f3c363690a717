"""Why a result has no row: its view holds nothing, or nobody is what it looks for; else nothing is said."""

from __future__ import annotations

import pytest

from actormap.analysis.coding.agreement import Disagreements
from actormap.analysis.cohesion import cutpoints
from actormap.analysis.result import Context
from actormap.i18n import LANGUAGES, Texts
from actormap.output import brief, empty
from actormap.output.cells import Writer
from tests.graphs import VOCABULARY, taking_part, view

RING = view(taking_part({"v": "abc", "w": "abc"}))
ROWS = cutpoints.find(view(taking_part({"v": "ab", "w": "bc"})))


def told(result, lang="en"):
    return empty.reason(result, Writer(Texts.load(lang), VOCABULARY))


def test_an_empty_view_is_told_before_what_is_looked_for_in_it():
    assert told(cutpoints.find(view(taking_part({})))).startswith("No rows: the view is empty")
    assert told(cutpoints.find(RING)).startswith("No rows: nobody alone holds the net together.")


def test_that_coders_have_coded_alike_is_told_where_nothing_is_listed():
    assert told(Disagreements(Context(None, {}, {}), ())).startswith("No rows: what two coders or more have coded")


def test_nothing_is_said_of_a_result_with_rows():
    assert ROWS.rows
    assert told(ROWS) == ""


def test_a_result_that_says_why_by_itself_is_left_to_say_it():
    found = cutpoints.find(RING)
    assert told(type(found)(found.context, (), {"parts": "no_ties"})) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reason_is_the_first_of_the_notes(lang):
    writer = Writer(Texts.load(lang), VOCABULARY)
    assert brief.notes(cutpoints.find(RING), writer)[0] == empty.reason(cutpoints.find(RING), writer) != ""


def test_columns_are_known_without_a_row():
    assert cutpoints.find(RING).columns() == ROWS.columns()
