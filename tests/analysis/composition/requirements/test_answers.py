"""Claims about a network's own answers as a list."""

from __future__ import annotations

from dataclasses import replace

from actormap.analysis.composition.requirements import answers
from actormap.model.records import Document
from tests.analysis.composition.networks import graph, line, town


def test_only_what_is_answered_is_listed_the_latest_first():
    meetings = [Document(id="old", title="Old", published="2025-01-01"), Document(id="new", title="New", published="2026-01-01")]
    lines = [line("a", answer="yes", document="old", locator="chair"), line("b"), line("c", municipality="t", answer="no", document="new")]
    found = answers.find(graph([town("t"), *meetings], lines=lines), "v")
    assert [tuple(row.values()) for row in found.rows] == [
        ("r", "c", "T", "no", None, "2026-01-01", "New"),
        ("r", "a", None, "yes", "chair", "2025-01-01", "Old"),
    ]


def test_an_answer_without_a_document_has_no_date():
    (row,) = answers.find(graph([], lines=[line(answer="yes")]), "v").rows
    assert (row["date"], row["document"]) == (None, None)


def test_a_network_that_has_answered_nothing_has_an_empty_list_with_headings():
    found = answers.find(graph([], lines=[replace(line(), weight=2)]), "v")
    assert found.rows == ()
    assert found.columns() == answers.Answers.header
