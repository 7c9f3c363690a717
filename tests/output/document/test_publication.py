"""Claims about what a document is made of: what some reader could not use cannot be made."""

from __future__ import annotations

import re

import pytest

from actormap.errors import InvalidDocument
from actormap.output.document import inline
from actormap.output.document.blocks import Bullets, DataTable, Figure, KeyFigure, KeyFigures, Paragraph, SectionHeading, TableCell, words
from actormap.output.document.inline import Link, Note, Strong, line
from actormap.output.document.publication import Publication

SAID = Paragraph(line("Said", Note("minutes, line 3"), "."))
TABLE = DataTable("Members", ("Name", "Networks"), ((TableCell(line("A")), TableCell(line("2"), 2)), (TableCell(line("B")), TableCell(()))))


def document(*blocks):
    return Publication("A network", "en", "2026-11-30", blocks or (SAID,))


@pytest.mark.parametrize(
    ("make", "fault"),
    [
        (lambda: Figure("<svg/>", "A map", " "), 'The figure "A map" has no alternative text. Say in words what it shows.'),
        (lambda: Figure("<svg/>", "", "A map"), "A figure has no caption."),
        (lambda: SectionHeading(5, "Deep"), 'The heading "Deep" is of level 5.'),
        (lambda: SectionHeading(1, ""), "A heading has no words."),
        (lambda: Bullets(()), "A list is empty."),
        (lambda: KeyFigures(()), "There are no key figures."),
        (lambda: DataTable("", ("Name",), ((TableCell(line("A")),),)), "A table has no caption."),
        (lambda: DataTable("Members", ("Name", ""), ()), 'The table "Members" has a column without a heading.'),
        (lambda: DataTable("Members", (), ()), 'The table "Members" has a column without a heading.'),
        (lambda: DataTable("Members", ("Name",), ()), 'The table "Members" has no rows.'),
        (lambda: DataTable("Members", ("Name",), ((),)), 'The table "Members" has a row of 0 cells for 1 columns.'),
        (lambda: Link(" ", "https://example.org"), 'The link to "https://example.org" does not say where it leads.'),
        (lambda: Link("https://example.org", "https://example.org"), "does not say where it leads. Give it words of its own."),
        (lambda: Publication(" ", "en", "2026-11-30", (SAID,)), "A document has no title."),
        (lambda: Publication("A network", "en", "2026-11-30", ()), 'The document "A network" is empty.'),
        (lambda: Publication("A network", "en", "30 November", (SAID,)), 'The date of a document is "30 November".'),
        (lambda: Publication("A network", "en", "2026-13", (SAID,)), "Write it as 2026, 2026-11 or 2026-11-30."),
        (lambda: Link("Here", "javascript:alert(1)"), 'The link "Here" leads to "javascript:alert(1)", which is no address on the web.'),
    ],
)
def test_what_some_reader_could_not_use_is_refused(make, fault):
    with pytest.raises(InvalidDocument, match=re.escape(fault)):
        make()


@pytest.mark.parametrize(
    ("levels", "fault"), [((2,), "level 2 stands right below one of level 0"), ((1, 2, 4), "level 4 stands right below one of level 2")]
)
def test_no_level_of_headings_is_skipped(levels, fault):
    with pytest.raises(InvalidDocument, match=fault):
        document(*(SectionHeading(level, "Part") for level in levels))


def test_headings_may_come_up_as_many_levels_as_they_like():
    assert [each.level for each in document(*(SectionHeading(level, "Part") for level in (1, 2, 3, 1, 2))).headings()] == [1, 2, 3, 1, 2]


def test_equal_notes_are_one_numbered_as_they_are_met():
    made = document(
        Bullets((line("a", Note("second source")), line("b", Note("first source")))),
        SAID,
        DataTable("t", ("c",), ((TableCell(line("c", Note("first source"))),),)),
    )
    assert made.notes == ("second source", "first source", "minutes, line 3")
    assert (made.number("second source"), made.number("minutes, line 3")) == (1, 3)


def test_every_text_is_read_in_order_with_the_notes_last():
    figure = Figure("<svg/>", "The map", "Two actors", TABLE)
    made = document(SectionHeading(1, "Who"), SAID, figure, KeyFigures((KeyFigure("2", "actors", "few"), KeyFigure("1", "network"))))
    assert [*made.words()] == [
        *("A network", "Who", "Said.", "Two actors", "The map", "Members", "Name", "Networks", "A", "2", "B", ""),
        *("2", "actors", "few", "1", "network", "minutes, line 3"),
    ]


def test_a_line_is_flat_and_without_what_is_empty():
    assert line("a ", "", (Strong("b"), " c")) == ("a ", Strong("b"), " c")
    assert inline.plain(line("a ", Strong("b"), Note("n"), Link(" c", "https://example.org"))) == "a b c"


def test_a_column_of_numbers_and_of_nothing_is_numeric():
    assert [TABLE.numeric(column) for column in (0, 1)] == [False, True]


def test_what_a_figure_is_about_is_read_once():
    assert [*words(Figure("<svg/>", "The map", "Two actors"))] == ["Two actors", "The map"]
