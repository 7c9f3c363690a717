"""Claims about projects in the report: five that are counted by hand, and what is said where nothing is coded."""

from __future__ import annotations

import pytest

from actormap.atlas.atlas import Atlas
from actormap.errors import InputError, UnknownName
from actormap.model import graph_settings
from actormap.output.document.blocks import DataTable, SectionHeading, words
from actormap.output.document.inline import Note, plain
from actormap.report import settings
from actormap.report.editions import EDITIONS
from actormap.report.inquiry import Inquiry
from actormap.report.parts import easy, network, project_guidelines, projects
from tests.analysis.projects import five
from tests.graphs import VOCABULARY, project, snapshot

DAY = "2026-03-31"


def inquiry(*sides, edition="internal", of=None):
    told = graph_settings.text({"report": {"compare": list(sides)}} if sides else {})
    atlas = Atlas(of or five.snapshot(), VOCABULARY, lang="en", title="Five", settings=told)
    return Inquiry(atlas, DAY, edition=EDITIONS[edition])


def tables(blocks):
    return {block.caption: [[plain(cell.line) for cell in row] for row in block.rows] for block in blocks if isinstance(block, DataTable)}


def test_each_method_and_factor_says_how_many_of_each_side_have_it_and_parts_of_one_project_count_once():
    found = tables(projects.write(inquiry("plan")))
    assert found["The ways of working and how many projects use them"] == [
        ["Uppföljning", "3 of 3 (1 independent)", "1 of 2", "shared"],
        ["Coachning", "1 of 3", "2 of 2", "shared"],
    ]
    assert found["The success factors and how many projects name them"] == [["Koll", "2 of 3 (1 independent)", "not seen", "Only Plan"]]
    # Of Plan and its parts there is nothing that they have not; Solo and Far are read to their end.
    told = " ".join(text for block in projects.write(inquiry("plan")) for text in words(block))
    assert "All other coded projects: all 2 have a source that was read as a whole." in told


def test_what_is_not_measured_silent_and_without_effect_are_told_apart_and_unseen_projects_are_none_of_them():
    found = tables(projects.write(inquiry("plan")))
    assert found["What the projects have answered to questions with a scale"] == [
        ["Were the goals reached?", "1 partly, 1 reached", "1 not measured, 1 reached"],
        ["How has attendance changed?", "1 not measured, 1 without effect", "1 silent, 1 reached"],
    ]
    counts = {row[0]: int(row[2]) for row in found["The answers, sort by sort"]}
    assert sum(counts.values()) == len(five.PROJECTS) * len(five.QUESTIONS)
    assert list(counts.values()) == [9, 1, 2, 1, 1, 5, 0, 1]  # in the order of the states; 5 reached are two goals, attendance, two factors


def test_each_way_of_working_has_its_direction_its_certainty_and_the_documents_behind_them():
    (told,) = [block for block in projects.write(inquiry("plan")) if isinstance(block, DataTable) and "how sure" in block.caption]
    first, second = ([plain(cell.line) for cell in row] for row in told.rows)
    # Uppföljning: north and solo reach the goals, south partly; attendance rises with solo and falls with south.
    assert first[:4] == ["Uppföljning", "3 of 4", "1 reached, 1 without effect", "1"]
    assert second[:4] == ["Coachning", "2 of 3", "1 partly, 1 without effect", "1"]
    (note,) = [part.words for part in told.rows[0][-1].line if isinstance(part, Note)]
    assert [title in note for title in ("Rapport north", "Rapport south", "Utvärdering", "Fjärran")] == [True, True, True, False]


def test_money_says_of_how_many_it_is_the_median():
    money = tables(projects.write(inquiry("plan")))["Money, time and planned participants"]
    assert money[0][1:] == ["100 (stated by 1 of 3)", "300 (stated by 1 of 2)"]  # per planned participant; of none planned there is none


def test_without_projects_to_compare_with_there_is_what_they_have_shown_alone():
    blocks = list(projects.write(inquiry()))
    assert blocks[0] == SectionHeading(1, "What the projects have shown")
    assert not any("how many projects use" in caption for caption in tables(blocks))
    assert "The answers, sort by sort" in tables(blocks)


def test_where_nothing_is_coded_it_says_so_and_without_projects_nothing():
    told = [text for block in projects.write(inquiry(of=snapshot([project("p"), project("q")]))) for text in words(block)]
    assert told[1].startswith("None of the 2 projects has answers to set questions")
    assert list(projects.write(inquiry(of=snapshot([])))) == []


def test_a_project_to_compare_with_that_is_none_is_told():
    with pytest.raises(UnknownName, match="plann"):
        list(projects.write(inquiry("plann")))


@pytest.mark.parametrize("said", ["plan", [1], [""], {"a": "plan"}])
def test_sides_that_are_no_list_of_projects_are_refused(said):
    with pytest.raises(InputError, match=r"report\.compare in actormap\.toml is no list of projects"):
        settings.sides(graph_settings.text({"report": {"compare": said}}), "T")


def test_a_guideline_of_what_is_measured_says_how_sure_that_is_and_one_on_what_is_implied_alone_that_it_is():
    found = {each.key: each for each in project_guidelines.write(inquiry("plan"))}
    assert found["measured"].firmness == "judged"
    assert "Certainty is" in found["measured"].ground
    assert set(found) == {"measured", "measure"}  # the one factor is Plan's alone, and no question is mostly reached in part
    soft = [five.answer("solo", "q-goal", "helt", "evaluation", status="implied")]
    of = five.Snapshot.of(five.snapshot().nodes(), five.snapshot().relationships, coding=[*five.QUESTIONS, *soft])
    (measured,) = project_guidelines.write(inquiry("plan", of=of))
    assert measured.firmness == "implied"
    assert measured.ground.count("This is only implied.") == 2  # solo uses both ways of working


def test_who_has_no_answer_is_asked_about_and_easy_to_read_it_is_unknown_and_no_failure():
    asked = inquiry("plan")
    assert projects.questions(asked) == ["One of 5 projects has no answer to any question about results in the data. Who asks it?"]
    assert any("Who asks it?" in text for block in network.questions(asked) for text in words(block))
    told = " ".join(text for block in easy.write(inquiry("plan", edition="easy")) for text in words(block))
    assert "We have looked at 5 projects. 3 of them have said how something went. 2 of them say that they have not measured" in told
    assert "How one of them went, we do not know. That we do not know does not mean that it went badly." in told


def test_where_nobody_has_answered_or_everybody_nobody_is_asked_about():
    of = five.snapshot()
    for answering in ([], of.projects):
        coding = [*five.QUESTIONS, *(five.answer(each.id, "q-goal", "helt", "evaluation") for each in answering)]
        asked = inquiry("plan", of=five.Snapshot.of(of.nodes(), of.relationships, coding=coding))
        assert projects.questions(asked) == []
