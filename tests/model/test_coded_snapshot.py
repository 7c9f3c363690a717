"""Claims about what is coded as a graph is issued, narrowed, changed or joined: it goes with its project, and nothing leaks."""

from __future__ import annotations

import pytest

from actormap.errors import InputError
from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.edition import PRINT, PUBLIC, ROOM
from actormap.model.issue import issue
from actormap.model.records import Actor, Document, Evidence, Project, Relationship, Snapshot, Theme
from actormap.model.scenario import ScenarioChanges, apply, inverse, plan
from actormap.model.selection import Selection
from tests.graphs import VOCABULARY

INSIDE = (("internal", "ja"),)
QUESTION = SetQuestion(id="f1", group="form", sv="Vad?", en="What?", scale="free", theme="t", note="för oss")


def answer(text, project="p", **more):
    return CodedAnswer(project=project, question="f1", answer=text, document="d", coder="analyst", note="för oss", **more)


def graph(*rows):
    nodes = [
        Project(id="p", name="P", kind="project"),
        Project(id="q", name="Q", kind="project", attributes=INSIDE),
        Actor(id="a", name="A", kind="unit"),
        Theme(id="t", name="T", kind="method"),
        *(Document(id=name, title=name) for name in ("d", "e")),
    ]
    tie = Relationship(source="a", type="owns", target="p", evidence=(Evidence(),))
    return Snapshot.of(nodes, [tie], coding=[QUESTION, *rows])


def test_the_room_sees_all_and_a_print_no_notes_and_nothing_internal():
    coded = graph(answer("Öppet"), answer("Hemligt", attributes=INSIDE), answer("Om det inre", project="q"))
    assert issue(coded, ROOM) == coded
    printed = issue(coded, PRINT)
    assert [(row.answer, row.note) for row in printed.answers] == [("Öppet", None)]
    assert printed.questions[0].note is None
    assert {each.id for each in printed.documents} == {"d"}


def test_the_public_sees_no_personal_data_in_a_free_answer_or_figure():
    coded = graph(answer("Ring 070-174 06 05"), Indicator(project="p", indicator="svar till namn@exempel.se", value=1.0))
    public = issue(coded, PUBLIC)
    assert "174" not in repr(public)
    assert "exempel.se" not in repr(public)
    assert (public.answers[0].question, public.indicators[0].value) == ("f1", 1.0)


@pytest.mark.parametrize("column", ["answer", "question", "scale"])
def test_no_edition_leaves_out_what_an_answer_is_nothing_without(column):
    with pytest.raises(InputError, match=column):
        issue(graph(), PRINT, internal=[column])


def test_a_scenario_that_takes_a_project_away_takes_what_is_coded_of_it_and_undone_gives_it_back():
    coded = graph(answer("Öppet"), answer("Annat", project="q"))
    scenario = plan(coded, ScenarioChanges(remove=("p",)))
    after = apply(coded, scenario)
    assert [row.answer for row in after.answers] == ["Annat"]
    assert apply(after, inverse(scenario)) == coded


def test_what_a_selection_shows_holds_what_is_coded_of_its_projects_and_the_questions_asked():
    from actormap.graph.dataset import Dataset

    coded = graph(answer("Öppet"), answer("Annat", project="q"))
    shown = Dataset(coded, VOCABULARY, Selection(where=(("kind", "unit"),))).shown()
    assert [row.answer for row in shown.answers] == ["Öppet"]
    assert shown.questions == (QUESTION,)
    assert {"d", "t"} <= shown.by_id.keys()
