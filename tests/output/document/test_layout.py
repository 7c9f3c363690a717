"""Claims about a document laid out: numbers, places, contents."""

from __future__ import annotations

import pytest

from actormap.errors import InvalidDocument
from actormap.output.document.blocks import AnswerSpace, Bullets, DataTable, Figure, Paragraph, SectionHeading, TableCell
from actormap.output.document.inline import Note, Strong, line
from actormap.output.document.layout import is_short, lay_out, share_of_width, shares, size
from actormap.output.document.publication import Publication
from tests.output.document import publications


def document(*blocks):
    return Publication("A network", "en", "2026-11-30", blocks)


def heads(count, under=0):
    parts = [[SectionHeading(1, f"Part {n}"), *(SectionHeading(2, f"{n}.{m}") for m in range(under))] for n in range(count)]
    return document(*(each for part in parts for each in part))


def test_a_figure_s_description_is_a_table_of_its_own_after_it_and_tables_are_numbered_as_they_come():
    parts = lay_out(publications.every_block()).parts
    kinds = [(part.kind, part.number) for part in parts if part.kind in ("table", "figure")]
    assert kinds == [("table", 1), ("figure", 1), ("table", 2)]
    assert len({part.anchor for part in parts}) == len(parts)


def test_a_note_knows_its_number_and_how_many_times_it_has_been_met():
    found = lay_out(document(Paragraph(line("a", Note("x"), Note("y"))), Bullets((line("b", Note("x")),))))
    met = [(piece.number, piece.nth) for part in found.parts for row in part.rows for cell in row for piece in cell if piece.kind == "note"]
    assert met == [(1, 1), (2, 1), (1, 2)]
    assert [(note.number, note.words, note.references) for note in found.notes] == [(1, "x", 2), (2, "y", 1)]


@pytest.mark.parametrize(("count", "long"), [(4, False), (5, True)])
def test_a_document_of_five_parts_or_more_has_a_list_of_its_contents_after_the_first(count, long):
    found = lay_out(heads(count))
    assert [part.kind for part in found.parts][:2] == (["heading", "contents"] if long else ["heading", "heading"])
    assert bool(found.contents) is long


def test_contents_name_parts_of_parts_unless_they_are_many():
    assert [part.block.words for part in lay_out(heads(5, under=1)).contents][:2] == ["Part 0", "0.0"]
    assert [part.block.words for part in lay_out(heads(5, under=6)).contents] == [f"Part {n}" for n in range(5)]


def test_a_column_is_given_room_by_its_words_and_none_takes_all():
    rows = ((TableCell(line("A name")), TableCell(line("x " * 2000)), TableCell(line("3"), 3)),)
    narrow, wide, number = shares(DataTable("t", ("Name", "Long", "n"), rows))
    assert (narrow, wide, number) == (round(10 / 88, 4), round(48 / 88, 4), round(5 / 88, 4))


def test_what_is_short_is_not_broken_where_long_lines_share_the_rest():
    rows = ((TableCell(line("2014-01-06")), *(TableCell(line("word " * 20)) for _ in range(3))),)
    date, *lines = shares(DataTable("t", ("Start", "a", "b", "c"), rows))
    assert date == round(14 / 88, 4)
    assert lines == [round(74 / 3 / 88, 4)] * 3


def test_what_is_narrow_is_not_drawn_out_over_the_page():
    assert sum(shares(DataTable("t", ("Name", "n"), ((TableCell(line("A name")), TableCell(line("3"), 3)),)))) < 0.2
    assert sum(shares(DataTable("t", ("a" * 40, "b" * 40, "c" * 40), ((TableCell(()),) * 3,)))) == pytest.approx(1, abs=0.001)


@pytest.mark.parametrize(
    ("head", "found"),
    [
        ('<svg width="640" height="320" viewBox="0 0 2 1">', (640, 320)),
        ("<svg viewBox='0 0 30 10.5' width='100%'>", (30, 10.5)),
        ('<svg width="20px" height="10px">', (20, 10)),
        ("<svg>", (1, 1)),
    ],
)
def test_a_picture_s_size_is_what_it_says(head, found):
    assert size(Figure(f"<?xml version='1.0'?>{head}</svg>", "c", "a")) == found


def test_a_high_picture_is_narrower_than_the_page():
    assert share_of_width(Figure('<svg viewBox="0 0 100 100"></svg>', "c", "a")) == 1
    assert share_of_width(Figure('<svg viewBox="0 0 100 250"></svg>', "c", "a")) == 0.5


def test_what_is_no_picture_is_refused():
    with pytest.raises(InvalidDocument, match=r'The figure "c" is no SVG. Draw it as SVG.'):
        size(Figure("<p>", "c", "a"))


def test_a_note_leads_back_to_no_more_than_ten_places():
    assert lay_out(document(*(Paragraph(line("a", Note("x"))) for _ in range(12)))).notes[0].references == 10


def test_a_paragraph_that_ends_in_a_colon_leads_into_the_list_after_it_and_no_other_does():
    said, led = Paragraph(line("These:")), Bullets((line("a"),))
    found = [part.leads for part in lay_out(document(said, led, said, Paragraph(line("b")), Paragraph(line("c")), led)).parts]
    assert found == [True, False, False, False, False, False]


@pytest.mark.parametrize("after", [Figure(publications.SVG, "b", "c"), AnswerSpace("What do you say?")])
def test_a_paragraph_before_a_picture_or_a_place_to_write_in_leads_into_it(after):
    assert [part.leads for part in lay_out(document(Paragraph(line("a.")), Paragraph(line("b.")), after)).parts] == [False, True, False]


def test_a_paragraph_that_stands_out_as_a_whole_leads_into_the_list_that_it_heads():
    heading, half = Paragraph(line(Strong("How sure?"))), Paragraph(line(Strong("Sure"), " of it."))
    assert [part.leads for part in lay_out(document(half, Bullets((line("a"),)), heading, Bullets((line("a"),)))).parts][::2] == [
        False,
        True,
    ]


def test_a_table_of_few_lines_is_short_and_one_with_many_rows_or_long_cells_is_not():
    def table(*cells):
        return DataTable("T", ("A",), tuple((TableCell(line(cell)),) for cell in cells))

    assert is_short(table(*"a" * 20))
    assert not is_short(table(*"a" * 21))
    assert not is_short(table("word " * 400))


def test_the_longest_word_of_a_heading_has_room_for_bold_letters():
    wide, narrow = shares(DataTable("T", ("Sammanhangen", "b"), ((TableCell(line("x" * 11)), TableCell(line("y" * 200))),)))
    assert wide * 88 >= 4 + len("Sammanhangen") * 7 / 6 - 0.1
    assert narrow * 88 == pytest.approx(4 + 44, abs=0.1)  # the widest that a column of sentences is
