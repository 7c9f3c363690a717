"""Claims about how sections are set as text and as Markdown."""

from __future__ import annotations

from actormap.report.review.document import flat, items, paragraph, section, write

INNER = section("Inner", items("one *two*", lead="Lead:"))
TOP = section("Top", paragraph("First.", "", "Second."), items(), sections=(INNER,))


def test_markdown_has_headings_paragraphs_and_lists_with_signs_taken_literally():
    assert write(TOP, "md") == "# Top\n\nFirst. Second.\n\n## Inner\n\n**Lead:**\n\n- one \\*two\\*\n"


def test_text_has_lines_under_its_headings():
    assert write(TOP, "table") == "TOP\n===\nFirst. Second.\n\nInner\n-----\nLead:\n- one *two*\n"


def test_text_is_no_wider_than_asked_and_lists_hang():
    lines = write(section("T", items("aaa bbb ccc")), "table", width=9).splitlines()
    assert lines[2:] == ["- aaa bbb", "  ccc"]


def test_what_has_nothing_to_say_leaves_no_trace():
    assert section("T", items(lead="Lead:"), paragraph("")).blocks == ()


def test_sections_come_in_the_order_to_read_them():
    assert [part.title for part in flat(TOP)] == ["Top", "Inner"]
