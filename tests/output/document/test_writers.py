"""Claims about every form that a document is written into."""

from __future__ import annotations

from pathlib import Path

import pytest

from actormap.errors import InputError, UnknownName
from actormap.output.document import writers
from actormap.output.document.blocks import Paragraph
from actormap.output.document.inline import line
from actormap.output.document.publication import Publication
from tests.output.document import publications

SUFFIXES = [each.suffix for each in writers.FORMATS.values()]


@pytest.mark.parametrize("form", writers.FORMATS)
def test_the_same_document_is_the_same_bytes(form):
    assert writers.write(publications.every_block(), form) == writers.write(publications.every_block(), form)


@pytest.mark.parametrize("form", writers.FORMATS)
@pytest.mark.parametrize("date", ["2026", "2026-02"])
def test_a_date_may_be_a_month_or_a_year(form, date):
    made = Publication("A network", "en", date, (Paragraph(line("x")),))
    assert writers.write(made, form)
    assert made.day() == f"{date}-01-01"[:10]


def test_a_form_is_read_off_the_end_of_a_file_s_name():
    assert [writers.form_of(Path(f"report{suffix.upper()}")) for suffix in SUFFIXES] == list(writers.FORMATS)


def test_another_end_is_refused_with_those_there_are():
    with pytest.raises(InputError, match=r"report.odt ends in no kind of file that a document is written into. End the name in .*\.html"):
        writers.form_of(Path("report.odt"))


def test_a_form_that_is_not_there_is_refused():
    with pytest.raises(UnknownName, match='form of a document "odt" is unknown'):
        writers.write(publications.every_block(), "odt")
