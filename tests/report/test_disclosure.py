"""Claims about what two tellings of a part have in common."""

from __future__ import annotations

from actormap.output.document.blocks import Bullets, DataTable, Figure, KeyFigure, KeyFigures, Paragraph, SectionHeading, TableCell
from actormap.output.document.inline import Note, Strong
from actormap.report import disclosure


def lines(*told):
    return Bullets(tuple((each,) for each in told))


def test_a_line_that_only_the_edition_says_is_left_out():
    assert disclosure.blocks([lines("a", "b")], [lines("b", "c")]) == [lines("b")]


def test_notes_make_no_difference():
    shown = Paragraph(("a", Note("few")))
    assert disclosure.blocks([shown], [Paragraph(("a", Note("many")))]) == [shown]


def test_a_row_a_key_figure_and_a_picture_stand_only_if_both_have_them():
    def of(value):
        row = (TableCell(("x",)), TableCell((value,)))
        return [
            DataTable("c", ("a", "b"), (row,)),
            KeyFigures((KeyFigure(value, "n"),)),
            Figure("<svg/>", "caption", f"shows {value}"),
        ]

    assert disclosure.blocks(of("1"), of("1")) == of("1")
    assert disclosure.blocks(of("1"), of("2")) == []


def test_a_heading_with_nothing_left_under_it_goes_and_one_above_a_deeper_one_stays():
    one, two, three = SectionHeading(1, "one"), SectionHeading(2, "two"), SectionHeading(1, "three")
    assert disclosure.blocks([one, two, lines("a"), three, lines("b")], [lines("a")]) == [one, two, lines("a")]
    assert disclosure.blocks([one, two, lines("b"), three, lines("a")], [lines("a")]) == [three, lines("a")]


def test_what_leads_in_a_list_goes_with_the_list():
    lead = Paragraph((Strong("Not said:"),))
    assert disclosure.blocks([lead, lines("a")], [lead, lines("b")]) == []
    assert disclosure.blocks([lead, lines("a")], [lead, lines("a")]) == [lead, lines("a")]
