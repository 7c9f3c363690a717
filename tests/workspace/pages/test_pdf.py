"""Claims about the lines of a PDF where the library that reads it takes several for one."""

from __future__ import annotations

from actormap.workspace.pages import pdf
from tests.workspace.pages.test_collection import as_pdf, set_in_pdf


def test_letters_that_stand_below_each_other_are_lines():
    assert pdf.text_of("a.pdf", as_pdf("\n".join("abcdefgh"))).split("\n") == [*"abcdefgh"]


def test_in_a_narrow_column_lines_that_hyphens_end_stay_lines_and_a_gap_parts_words():
    column = [b"Ungdoms-", b"center", b"Lilla-", b"Edet", b"till-", b"och", b"KIA-", b"del"]
    shown = b"".join(b"(%s) Tj T*\n" % line for line in column)
    for gap, last in ((b"4.6", "xy"), (b"8", "x y")):
        told = pdf.text_of("a.pdf", set_in_pdf(shown + b"(x) Tj %s 0 Td (y) Tj\n" % gap))
        assert told.split("\n") == [*(line.decode() for line in column), last]
