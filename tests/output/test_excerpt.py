"""Claims about the beginning of a list, and how many more there are."""

from __future__ import annotations

import pytest

from actormap.i18n import Texts
from actormap.output import excerpt
from actormap.output.terminal import Terminal

EN = Texts.load("en")
TWO = Terminal(top=2, more="--top")


@pytest.mark.parametrize(
    ("every", "shown"),
    [("ab", ["a", "b"]), ("abc", ["a", "b", "and 1 more: --top"]), ("abcd", ["a", "b", "and 2 more: --top"])],
)
def test_of_the_lines_beyond_those_shown_it_is_said_how_many_there_are(every, shown):
    assert excerpt.lines(every, TWO, EN) == shown


@pytest.mark.parametrize(("every", "told"), [("abc", ["a", "b", "c"]), ("abcd", ["a", "b", "2 more"])])
def test_one_name_beyond_those_told_is_told_as_well(every, told):
    assert excerpt.names(every, TWO, EN) == told


@pytest.mark.parametrize(
    ("terminal", "most"),
    [(Terminal(), None), (Terminal(80), 50), (Terminal(80, rows=None), None), (Terminal(80, top=2), 2), (Terminal(top=2), 2)],
)
def test_a_terminal_is_shown_fifty_and_a_pipe_all_unless_so_many_are_asked_for(terminal, most):
    assert terminal.most == most
    assert len(excerpt.lines("x" * 60, terminal, EN)) == (60 if most is None else most + 1)
