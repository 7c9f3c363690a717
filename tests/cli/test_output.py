"""Claims about the form of an answer, where it goes, and how wide it is."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from actormap.cli import output
from actormap.cli.request import Request, names
from actormap.errors import UsageError


def to(file):
    return Request(output=None if file is None else Path(file))


@pytest.mark.parametrize(("columns", "terminal", "width"), [("60", True, 60), ("100", True, 100), ("240", True, 100), ("60", False, None)])
def test_text_is_as_wide_as_the_terminal_but_no_wider_than_is_easy_to_read(columns, terminal, width, monkeypatch):
    monkeypatch.setenv("COLUMNS", columns)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert output.width_of_text(Request()) == width
    assert output.width_of_text(to("a.txt")) is None


@pytest.mark.parametrize(
    ("file", "form"),
    [
        (None, "table"),
        ("a", "table"),
        ("a.CSV", "csv"),
        ("a.txt", "table"),
        ("a.json", "json"),
        ("a.xlsx", "xlsx"),
        ("a.html", "html"),
        ("a.svg", "svg"),
        ("a.b", "table"),
    ],
)
def test_the_form_is_that_of_the_file_s_name_unless_one_is_named(file, form):
    assert output.form_of(to(file)) == form


def test_a_file_called_by_another_form_than_the_one_named_is_refused():
    assert output.form_of(Request(form="md", output=Path("a.MD"))) == "md"
    assert output.form_of(Request(form="csv", output=Path("a.b"))) == "csv"
    for form, file, fitting in (("csv", "a.md", ".csv"), ("html", "a.svg", ".html"), ("table", "a.csv", ".txt")):
        said = rf"--format says {form}, and the name of a\S+ ends in \{Path(file).suffix}\. Let the name end in \{fitting}, or leave out"
        with pytest.raises(UsageError, match=said):
            output.form_of(Request(form=form, output=Path(file)))


def test_text_may_be_called_txt_and_nothing_else_may():
    assert output.form_of(Request(form="csv", output=Path("a.txt"))) == "csv"
    with pytest.raises(UsageError, match="--format says xlsx"):
        output.form_of(Request(form="xlsx", output=Path("a.txt")))


def test_what_is_not_known_by_its_name_has_the_usual_form():
    assert output.form_of(to("a.b"), "html") == "html"
    assert output.form_of(to("a.csv"), "html") == "csv"


def test_a_form_that_a_command_does_not_write_is_refused_with_those_that_it_does():
    assert output.form_of(to("a.svg"), "html", ("html", "svg")) == "svg"
    with pytest.raises(UsageError, match=r"a\.csv would be no csv file\. Let its name end in one of these: \.html, \.svg\."):
        output.form_of(to("a.csv"), "html", ("html", "svg"))
    with pytest.raises(UsageError, match=r"a\.PDF would be no pdf file\. Let its name end in one of these: \.html, \.svg\."):
        output.form_of(to("a.PDF"), "html", ("html", "svg"))
    with pytest.raises(UsageError, match=r"Let its name end in one of these: \.csv, \.json, \.md, \.txt, \.xlsx\."):
        output.form_of(Request(form="csv", output=Path("a.pdf")))


def test_only_a_workbook_needs_a_file():
    for form in ("table", "csv", "json", "md", "html"):
        output.need_file(form, None, "gaps")
    output.need_file("xlsx", Path("a.xlsx"), "gaps")
    with pytest.raises(UsageError, match=r"A xlsx answer needs a file\. Say --output gaps\.xlsx"):
        output.need_file("xlsx", None, "gaps")


def test_what_is_no_answer_is_said_aside_unless_nothing_is_to_be_said(capsys):
    output.say("Told.", Request())
    output.say("Not told.", Request(quiet=True))
    assert capsys.readouterr() == ("", "Told.\n")


def test_what_is_delivered_goes_to_the_screen_as_it_is_or_to_the_file(capsys, tmp_path):
    texts = output.texts("en")
    output.deliver("answer\n", texts, Request())
    assert capsys.readouterr().out == "answer\n"
    output.deliver("å", texts, to(tmp_path / "a.txt"))
    output.deliver(b"\x00", texts, to(tmp_path / "b"))
    assert ((tmp_path / "a.txt").read_bytes(), (tmp_path / "b").read_bytes()) == ("å".encode(), b"\x00")
    assert capsys.readouterr() == ("", f"Wrote {tmp_path / 'a.txt'}\nWrote {tmp_path / 'b'}\n")


def test_a_list_of_words_has_commas_between_and_nothing_empty():
    assert names(" a, b ,,c,") == ("a", "b", "c")
    assert (names(None), names(""), names(" , ")) == ((), (), ())
