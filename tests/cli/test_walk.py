"""Claims about the walk through pairs at the terminal: what is shown, what the letters mean, and that it fits the screen."""

from __future__ import annotations

import pytest

from actormap import workspace
from actormap.cli import output
from actormap.cli.walk import Asker
from actormap.i18n import LANGUAGES
from actormap.workspace.identity import waiting
from actormap.workspace.identity.walk import Walk
from tests.workspace.identity.conftest import TABLES


@pytest.fixture
def go(tmp_path):
    for name, text in TABLES.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    read = workspace.read(tmp_path)

    def through(*answers, lang="sv", width=80):
        said, left = [], list(answers)

        def typed(prompt):
            said.append(prompt)
            return left.pop(0) if left else None

        walk = Walk(waiting.pairs(read))
        Asker(typed, said.append, width, output.writer_for(read.vocabulary, lang, read.snapshot), "samordnare", "2026-01-31").go(walk, read)
        return [(each.a, each.b, each.verdict) for each in walk.new], "\n".join(said)

    return through


ORDER = [("goteborg", "stad"), ("gr", "gr2"), ("gr", "gr3"), ("gr2", "gr3"), ("skola", "goteborg"), ("skola", "stad")]


@pytest.mark.parametrize(("lang", "yes", "later"), [("sv", "j", "s"), ("en", "y", "l"), ("sv", "Ja", "senare"), ("en", "YES", "Later")])
def test_yes_says_what_is_asked_and_no_that_two_are_different(go, lang, yes, later):
    judged, _ = go(yes, yes, "n", yes, lang=lang)
    assert judged == [(*ORDER[0], "same"), (*ORDER[1], "same"), (*ORDER[2], "different"), (*ORDER[4], "part_of")]
    judged, _ = go(*[later] * 6, lang=lang)
    assert [each[2] for each in judged] == ["later"] * 6


def test_a_part_of_two_that_may_be_one_is_asked_which_way(go):
    assert go("n", "d", "b")[0][-1] == ("gr2", "gr", "part_of")
    assert go("n", "d", "a")[0][-1] == ("gr", "gr2", "part_of")
    assert go("n", "d")[0] == [(*ORDER[0], "different")]


def test_which_way_may_be_left_for_the_pair_itself_or_for_the_end(go):
    assert go("n", "d", "å", "j", "q")[0] == [(*ORDER[0], "different"), (*ORDER[1], "same")]
    assert go("n", "d", "q", "j")[0] == [(*ORDER[0], "different")]


def test_of_a_part_and_its_whole_that_are_the_same_the_whole_stays(go):
    assert go("n", "n", "n", "n", "m")[0][-1] == ("goteborg", "skola", "same")


@pytest.mark.parametrize(("lang", "undo"), [("sv", "å"), ("en", "u")])
def test_a_step_back_asks_again(go, lang, undo):
    judged, said = go("n", undo, undo, "m", "q", lang=lang)
    assert judged == [(*ORDER[0], "same")]
    assert said.count("1 av 6" if lang == "sv" else "1 of 6") == 3


def test_another_letter_is_asked_about_and_the_end_of_the_input_ends_the_walk(go):
    judged, said = go("x", "", "n")
    assert judged == [(*ORDER[0], "different")]
    assert said.count("Skriv någon av bokstäverna") == 2


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_is_wider_than_the_screen(go, lang, width):
    _, said = go(*["n"] * 6, lang=lang, width=width)
    assert max(map(len, said.splitlines())) <= width + 2  # with the colon of the prompt
    assert "{" not in said


def test_what_tells_the_two_apart_is_shown(go):
    _, said = go("n")
    assert "B  GÖTEBORGSREGIONEN\n     gr2, intresseorganisation; påståenden: 2" in said
    assert "Slag (kommunalförbund / intresseorganisation)" in said
