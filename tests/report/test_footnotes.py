"""Claims about sentences with notes in place of brackets."""

from __future__ import annotations

from actormap.i18n import Texts
from actormap.model.records import Document
from actormap.output.cells import Writer
from actormap.output.document.inline import Note
from actormap.report.footnotes import noted, pen_for
from tests.graphs import VOCABULARY, snapshot

DOCUMENTS = [Document(id="d", title="The plan", publisher="GR", published="2014"), Document(id="e", title="A page")]


def pen(lang="en"):
    return pen_for(Writer(Texts.load(lang), VOCABULARY), snapshot(DOCUMENTS))


def test_a_note_names_each_document_once_by_title_with_its_places_as_they_are_counted():
    assert pen().note(["d 13", "d 3", "e", "d 3"]) == "The plan (GR, 2014), at 3 and 13; A page."


def test_a_statement_without_a_document_is_counted_in_the_note():
    assert pen().note(["d 3", "a owns p", "b owns p"]) == "The plan (GR, 2014), at 3; 2 statements in the tables that name no document."


def test_what_is_only_implied_or_planned_says_so_in_the_sentence_and_what_is_said_outright_does_not():
    for state, said in (("implied", " This is only implied."), ("planned", " This is only planned."), ("said", ""), (None, "")):
        assert noted("X." + pen().cited(["e"], state)) == (f"X.{said}", Note("A page."))


def test_what_is_implied_says_so_without_a_place_too():
    assert noted("X." + pen().cited([], "implied")) == ("X. This is only implied.",)


def test_text_goes_on_after_a_note():
    assert noted("X." + pen().cited(["e"]) + " Y.") == ("X.", Note("A page."), " Y.")


def test_a_document_has_its_own_words_where_the_review_speaks_of_brackets():
    assert "bracket" not in pen()("review.coverage.motives")
    assert "hakparentes" not in pen("sv")("review.coverage.motives")
