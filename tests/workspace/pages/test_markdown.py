"""Claims about pages that were saved as Markdown."""

from __future__ import annotations

from actormap.workspace.pages import markdown

MARKED = ("# Bron till arbete", "**Region** Västsverige", "| Start | 2019-02-01 |")


def test_marks_of_headings_bold_words_tables_and_links_are_taken_off():
    rule = "|---|:--:|"
    assert markdown.plain((*MARKED, rule, r"Läs [mer](https://example.se) \(här\)")) == (
        *("Bron till arbete", "Region\tVästsverige", "Start\t2019-02-01", "", "Läs mer (här)"),
    )


def test_fewer_than_three_marked_lines_are_no_markdown():
    assert markdown.plain(MARKED[:2]) == MARKED[:2]
    assert markdown.plain(MARKED) != MARKED
