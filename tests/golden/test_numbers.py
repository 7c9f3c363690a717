"""The numbers that the catalogues speak of are those that the analyses count with."""

from __future__ import annotations

import inspect
import re

import pytest

from actormap.analysis.actor.salience import CLASSES, HIGHEST
from actormap.analysis.centrality.ranks import COVERED
from actormap.analysis.centrality.walks import KATZ_SHARE
from actormap.analysis.certainty import estimate, next_question, ranking, resamples
from actormap.analysis.certainty.next_question import CHANCE_IMPLIED
from actormap.analysis.certainty.ranking import TOP
from actormap.analysis.composition.invitation import stability
from actormap.analysis.composition.invitation.terms import InvitationTerms
from actormap.analysis.review.five_fields import FEW
from actormap.i18n import Texts
from actormap.model.ratings import LEAST, MOST
from actormap.workspace.problems import Fault
from actormap.workspace.reading.cells import code as code_of
from actormap.workspace.schema import rows

SV, EN = Texts.load("sv"), Texts.load("en")
BOTH = pytest.mark.parametrize("texts", [SV, EN], ids=["sv", "en"])
IN_WORDS = {
    "sv": {3: "tre", 8: "åtta", 4: "fyra", 0.1: "en tiondel"},
    "en": {3: "three", 8: "eight", 4: "four", 0.1: "a tenth"},
}


def default(function, name):
    return inspect.signature(function).parameters[name].default


def in_words(number, texts):
    return IN_WORDS[texts.lang][number]


@BOTH
def test_the_interval_of_a_rank_holds_what_its_definition_says(texts):
    assert f"{COVERED}{'-procent' if texts.lang == 'sv' else ' per cent'}" in texts("results.definition.rank_low")


@BOTH
@pytest.mark.parametrize("ask", [resamples.take, estimate.estimate, next_question.ask, stability.estimate])
def test_what_is_left_out_of_a_trial_is_what_the_texts_say(texts, ask):
    share = in_words(default(ask, "share"), texts)
    keys = (
        "results.definition.rank_low",
        "results.definition.chance",
        "report.key_actors_note",
        "report.certainty_note",
    )
    assert [key for key in keys if share not in texts.entries[key]] == []


@BOTH
def test_so_many_are_the_first_unless_another_number_is_given(texts):
    assert default(estimate.estimate, "top") == default(next_question.ask, "top") == default(ranking.rank_with_certainty, "k") == TOP
    assert f"({TOP} " in texts("results.definition.p_top")


@BOTH
def test_katz_counts_with_the_share_that_its_definition_names(texts):
    assert f" {texts.number(KATZ_SHARE)} " in texts("measures.katz.definition")


@BOTH
def test_an_implied_statement_is_as_likely_as_its_definition_says(texts):
    assert f" {texts.number(CHANCE_IMPLIED)} " in texts("results.definition.chance")


@BOTH
def test_there_are_as_many_classes_of_stakeholders_as_the_definition_counts(texts):
    assert f" {in_words(len(CLASSES), texts)} " in texts("results.definition.salience")


@BOTH
def test_so_many_members_can_govern_together_as_the_research_cited_says(texts):
    assert all(f" {in_words(FEW, texts)} " in texts.entries[f"fields.form.{size}"] for size in ("small", "large"))


@BOTH
def test_the_overlay_of_those_to_invite_counts_the_seats_that_are_asked_for(texts):
    assert in_words(InvitationTerms().seats, texts) in texts("overlays.invitation.meaning").split()


@BOTH
def test_a_stake_is_a_number_up_to_the_highest_one(texts):
    assert f" 0 {'till' if texts.lang == 'sv' else 'to'} {HIGHEST:g}." in texts("undefined.attribute_unreadable")


@BOTH
def test_the_levels_of_collaboration_are_those_that_a_table_may_hold(texts):
    cells = {"source": "a", "target": "b"}
    levels = [level for level in range(10) if not rows.read("relationships", cells | {"level": str(level)}, {})[1].get("level")]
    told = re.findall(r"(?<=[ ,])\d(?= )", texts("results.definition.says_a"))
    assert told == list(map(str, levels))
    assert f"({levels[0]}–{levels[-1]})" in texts("undefined.no_levels")
    assert texts("template.forms.level").endswith(f" {levels[0]} {'till' if texts.lang == 'sv' else 'to'} {levels[-1]}")


@BOTH
def test_the_ratings_are_those_that_a_table_may_hold(texts):
    cells = {"source": "a", "target": "b"}
    levels = [level for level in range(10) if not rows.read("relationships", cells | {"openness": str(level)}, {})[1].get("openness")]
    assert levels == list(range(LEAST, MOST + 1))
    word = "till" if texts.lang == "sv" else "to"
    assert texts("template.forms.rating").endswith(f" {LEAST} {word} {MOST}")
    assert texts("results.definition.of.ratings.openness").endswith(f"{LEAST} {word} {MOST}.")
    assert f"({LEAST}–{MOST})" in texts("undefined.no_ratings")


@BOTH
def test_a_code_has_as_many_digits_as_the_problem_says(texts):
    assert f" {in_words(len(code_of('1480')), texts)} " in texts("problems.not_a_code")
    with pytest.raises(Fault, match="not_a_code"):
        code_of("14800")


@BOTH
def test_what_is_called_rare_by_custom_is_told_as_there(texts):
    """0.05 is the custom of tests. Nothing counts with it."""
    assert texts.number(0.05) in texts("results.definition.p").split()
