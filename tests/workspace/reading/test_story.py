"""A story file: what a step may say, and everything wrong with it told at once."""

from __future__ import annotations

import re

import pytest

from actormap.errors import InputError, InvalidWorkspace
from actormap.i18n import Texts
from actormap.model.story import Shown
from actormap.workspace.reading.story import read as read_story
from tests.map import pages

LAYOUTS = ("group", "geographic")
MEASURES = ("degree", "closeness")


@pytest.fixture
def told(tmp_path):
    def tell(text):
        file = tmp_path / "story.toml"
        file.write_text(text, encoding="utf-8")
        return read_story(file, pages.small(), pages.VOCABULARY, layouts=LAYOUTS, measures=MEASURES, overlays=("gaps",))

    return tell


def test_a_step_says_one_thing_and_what_to_show(told):
    story = told(
        """
        title = "Nätet"
        [[step]]
        title = {sv = "Vem är med?", en = "Who is there?"}
        text = "Älvsta"
        focus = ["alvsta"]
        reach = 2
        to = "oby"
        layout = "geographic"
        colour = "certainty"
        size = "closeness"
        gaps = true
        [step.show]
        families = ["municipality"]
        types = ["member_of"]
        statuses = ["stated"]
        municipality = "alvsta"
        theme = "skolk"
        year = 2015
        [[step]]
        title = "Slut"
        """
    )
    first, last = story.steps
    assert story.title == {"sv": "Nätet", "en": "Nätet"}
    assert (first.title["en"], first.text["en"], first.focus, first.reach, first.to) == ("Who is there?", "Älvsta", ("alvsta",), 2, "oby")
    assert (first.layout, first.overlay) == ("geographic", "gaps")
    assert (first.colour, first.size) == ("certainty", "closeness")
    assert first.shown == Shown(
        families=("municipality",), types=("member_of",), statuses=("stated",), municipality="alvsta", theme="skolk", year=2015
    )
    assert (last.text, last.focus, last.layout, last.overlay, last.shown) == ({"sv": "", "en": ""}, (), None, None, Shown())


def test_everything_wrong_is_told_at_once_with_its_line_and_what_was_meant(told):
    with pytest.raises(InvalidWorkspace, match="11 errors") as caught:
        told(
            """stop = 1
            [[step]]
            title = {sv = "Bara svenska"}
            focus = ["alvstad"]
            reach = 3
            [[step]]
            titel = "Felstavat"
            layout = "geografic"
            gaps = "ja"
            show = {types = ["member"], year = 3000, theme = "skol"}
            """
        )
    found = {(problem.row, problem.column): problem.suggestion for problem in caught.value.problems}
    assert found[None, "stop"] == "step"
    assert found[2, "focus"] == "alvsta"
    assert {(2, "title"), (2, "reach"), (6, "title"), (6, "gaps"), (6, "year")} <= set(found)
    assert (found[6, "titel"], found[6, "layout"], found[6, "types"], found[6, "theme"]) == ("title", "geographic", "member_of", "skolk")
    for lang in ("sv", "en"):
        assert all(problem.meant(Texts.load(lang)) for problem in caught.value.problems)


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("reach = true", "reach"),
        ("show = {year = true}", "year"),
        ("show = {year = 1899}", "year"),
        ("show = {year = 2200}", "year"),
        ('text = " "', "text"),
        ('text = {sv = "A", en = " "}', "text"),
        ('text = {sv = "A", en = "B", de = "C"}', "text"),
        ('overlay = "gap"', "overlay"),
    ],
)
def test_a_value_that_says_nothing_is_told_by_its_key(told, line, column):
    with pytest.raises(InvalidWorkspace, match="an error") as caught:
        told(f'[[step]]\ntitle = "A"\n{line}')
    assert [problem.column for problem in caught.value.problems] == [column]


@pytest.mark.parametrize("year", [1900, 2199])
def test_the_first_and_the_last_year_may_be_shown(told, year):
    assert told(f'[[step]]\ntitle = "A"\nshow = {{year = {year}}}').steps[0].shown.year == year


def test_the_bounds_of_a_number_are_told_the_lower_first(told):
    with pytest.raises(InvalidWorkspace) as caught:
        told('[[step]]\ntitle = "A"\nreach = 3')
    for lang in ("sv", "en"):
        words = [re.findall(r"\d+", problem.meant(Texts.load(lang))) for problem in caught.value.problems]
        assert words == [["0", "2"]]


def test_years_are_told_without_a_mark_between_their_thousands(told):
    with pytest.raises(InvalidWorkspace) as caught:
        told('[[step]]\ntitle = "A"\nshow = {year = 2200}')
    (problem,) = caught.value.problems
    assert [(*re.findall(r"[\d\s]*\d", problem.meant(Texts.load(lang))),) for lang in ("sv", "en")] == [(" 1900", " 2199")] * 2


def test_a_text_where_a_list_is_wanted_is_told(told):
    with pytest.raises(InvalidWorkspace, match="3 errors") as caught:
        told('[[step]]\ntitle = "A"\nfocus = "alvsta"\nlayout = 3\nshow = {families = [1]}')
    assert [(problem.column, problem.key) for problem in caught.value.problems] == [
        ("focus", "not_a_list"),
        ("layout", "not_a_list"),
        ("families", "not_a_list"),
    ]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "no_steps"),
        ("step = 3", "no_steps"),
        ("step = []", "no_steps"),
        ('step = [{title = "A"}, 3]', "no_steps"),
        ("[[step]\n", "bad_toml"),
        ("[[step]]\nshow=1", "not_told"),
        ('[[step]]\ntitle = "A"\nfocus = ["d1"]', "unknown_id"),
    ],
)
def test_a_file_that_is_no_story_says_so(told, text, key):
    with pytest.raises(InvalidWorkspace) as caught:
        told(text)
    assert key in [problem.key for problem in caught.value.problems]


def test_a_text_that_is_told_in_one_language_alone_is_asked_for_in_all(told):
    with pytest.raises(InvalidWorkspace) as caught:
        told('[[step]]\ntitle = {sv = "Vem?"}')
    (problem,) = caught.value.problems
    assert problem.meant(Texts.load("sv")).endswith("en text för varje språk: sv och en.")
    assert problem.meant(Texts.load("en")).endswith("a text for each language: sv and en.")


def test_a_file_that_is_not_there_is_one_sentence(tmp_path):
    with pytest.raises(InputError, match="cannot be opened"):
        read_story(tmp_path / "none.toml", pages.small(), pages.VOCABULARY, layouts=LAYOUTS, measures=MEASURES)
