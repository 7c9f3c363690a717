"""Claims about documents in Markdown, read back by a Markdown reader."""

from __future__ import annotations

from markdown_it import MarkdownIt

from actormap.output.document import writers
from actormap.output.document.blocks import Paragraph
from actormap.output.document.inline import line
from actormap.output.document.publication import Publication
from tests.output.document import publications
from tests.output.document.publications import HOSTILE


def read(publication):
    return writers.write(publication, "md").decode()


def tokens(text):
    return MarkdownIt("commonmark").enable("table").parse(text)


def inline(text):
    """Return the words of each line, and the kinds of what else stands in them."""
    for token in tokens(text):
        if token.type == "inline":
            yield "".join(each.content for each in token.children), {each.type for each in token.children}


def test_no_sign_of_a_text_means_anything():
    lines = list(inline(read(publications.hostile())))
    assert {kind for _, kinds in lines for kind in kinds} == {"text", "strong_open", "strong_close", "link_open", "link_close"}
    said = [words for words, _ in lines]
    assert said[0] == HOSTILE
    assert {"- no list", "1. no list", "= no heading"} <= set(said)


def test_headings_are_as_deep_as_they_stand_below_the_title():
    found = [token for token in tokens(read(publications.every_block())) if token.type == "heading_open"]
    assert [token.tag for token in found] == ["h1", "h2", "h2", "h2", "h3", "h4", "h5", "h2", "h2", "h2"]


def test_a_picture_is_told_by_its_alternative_text_and_its_table():
    text = read(publications.every_block())
    assert "Två kommuner, Partille och Mölndal, har var sin koppling till nätverket." in text
    assert "| Nod | Kopplingar |\n|-|-:|\n| Partille | 1 |\n" in text


def test_notes_are_footnotes_and_equal_ones_are_one():
    text = read(publications.every_block())
    assert text.count("[^1]") == 3
    assert text.endswith("[^1]: Projektrapport 2016, s. 4\n[^2]: Protokoll, rad 3\n")


def test_a_line_break_in_a_text_breaks_no_line():
    assert read(Publication("A\nb", "en", "2026-11-30", (Paragraph(line("c\n# d")),))).endswith("# A b\n\n2026-11-30\n\nc \\# d\n")


def test_the_number_of_a_table_and_of_a_figure_stands_out():
    strong = [
        token.children[at + 1].content
        for token in tokens(read(publications.every_block()))
        for at, each in enumerate(token.children or ())
        if each.type == "strong_open"
    ]
    assert {"Tabell 1.", "Bild 1."} <= set(strong)
