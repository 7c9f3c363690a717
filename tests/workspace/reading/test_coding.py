"""Claims about the tables of what is coded: what a question may be, what an answer may be, and what is said of any other."""

from __future__ import annotations

import pytest

from actormap import workspace
from actormap.i18n import Texts
from actormap.model.coding import NOT_MEASURED, SILENT
from tests.offenders import none_of

TABLES = {
    "actors": "id,name,kind\ngr,GR,regional_federation\n",
    "relationships": "source,type,target\ngr,owns,p\n",
    "projects": "id,name,kind\np,Plugga,project\n",
    "themes": "id,name,kind,aliases\nsamverkan,Samverkan,success_factor,samarbete|tillsammans\n",
    "documents": "id,title,read\nd,Rapport,hela\n",
    "questions": (
        "id,group,sv,en,scale,values,partly,reached,outside,theme\n"
        "q1,form,Ökade närvaron?,Did attendance rise?,ordnad skala,nej|lite|mycket,lite,mycket,planerat,Samverkan\n"
        "q2,form,Nämns samverkan?,Is cooperation named?,yes_no,,,,,\n"
        "q3,form,Hur många?,How many?,number,,,,,\n"
        "q4,form,Vad?,What?,fritext,,,,,\n"
    ),
}


@pytest.fixture
def read(tmp_path):
    def made(**tables):
        for name, text in {**TABLES, **tables}.items():
            (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
        return workspace.read(tmp_path)

    return made


def told(found):
    return [(problem.place(), problem.key, problem.suggestion) for problem in found.problems]


def answers(*rows):
    return "project,question,answer,document,locator,voice,coder\n" + "".join(f"{row}\n" for row in rows)


def test_an_answer_is_kept_as_its_question_spells_it(read):
    rows = ("p,q1,Mycket,d,s. 4,projektet,analyst", "Plugga,Nämns samverkan?,ja,,,,", "p,q3,1 200 personer,,,,", "p,q4,Ett och annat,,,,")
    found = read(answers=answers(*rows, "p,q1,planerat,d,s. 9,,"))
    assert found.problems == ()
    assert {(row.question, row.answer) for row in found.snapshot.answers} == {
        ("q1", "mycket"),
        ("q1", "planerat"),
        ("q2", "yes"),
        ("q3", "1200"),
        ("q4", "Ett och annat"),
    }
    (first,) = (row for row in found.snapshot.answers if row.answer == "mycket")
    assert (first.project, first.voice, first.coder, first.status) == ("p", "project", "analyst", "stated")
    assert (found.snapshot.documents[0].read, found.snapshot.themes[0].aliases) == ("whole", ("samarbete", "tillsammans"))
    assert found.snapshot.questions[0].theme == "samverkan"


def test_silence_and_what_is_not_measured_are_words_of_every_scale_in_both_languages(read):
    words = {"tyst": SILENT, "silent": SILENT, "har ej mätt": NOT_MEASURED, "not measured": NOT_MEASURED}
    rows = [f"p,{question},{word},,{number}-{question},," for number, word in enumerate(words) for question in ("q1", "q2", "q3", "q4")]
    found = read(answers=answers(*rows))
    assert found.problems == ()
    assert sorted(row.answer for row in found.snapshot.answers) == sorted(4 * [SILENT, SILENT, NOT_MEASURED, NOT_MEASURED])


def test_an_answer_outside_the_scale_or_about_nothing_is_told_where_it_stands(read):
    rows = (
        "p,q1,mycke,,,,",
        "p,q2,kanske,,,,",
        "p,q3,många,,,,",
        "x,q1,lite,,,,",
        "p,q9,lite,,,,",
        "p,q1,lite,,,skvaller,",
        "p,q3,1.200,,,,",
    )
    found = read(answers=answers(*rows))
    assert told(found) == [
        ("answers.csv:2 answer", "answer_outside_scale", "mycket"),
        ("answers.csv:3 answer", "answer_outside_scale", None),
        ("answers.csv:4 answer", "not_a_number", None),
        ("answers.csv:5 project", "unknown_project", None),
        ("answers.csv:6 question", "unknown_question", None),
        ("answers.csv:7 voice", "unknown_word", None),
        ("answers.csv:8 answer", "thousands", "1200"),
    ]
    said = [found.problems[1].meant(Texts.load(lang)) for lang in ("sv", "en")]
    assert [each.rpartition(": ")[2] for each in said] == [
        "ja, nej, källan säger inget, ej mätt.",
        "yes, no, the source is silent, not measured.",
    ]
    assert found.snapshot.answers == ()
    none_of(problem.key for problem in found.problems for lang in ("sv", "en") if not problem.meant(Texts.load(lang)))


def test_a_question_whose_scale_contradicts_itself_is_told(read):
    rows = (
        "a,g,A?,A?,ordinal,,,,",
        "b,g,B?,B?,free,x|y,,,",
        "c,g,C?,C?,ordinal,ja|nej,,jo,",
        "d,g,D?,D?,ordinal,ja|nej,ja,ja,nej",
        "e,g,E?,E?,ordinal,ja|ej mätt,,,",
        "e,g,F?,F?,free,,,,",
        "g,g,G?,,free,,,,",
    )
    found = read(questions="id,group,sv,en,scale,values,partly,reached,outside\n" + "".join(f"{row}\n" for row in rows))
    assert [told_of[:2] for told_of in told(found)] == [
        ("questions.csv:2 values", "values_missing"),
        ("questions.csv:3 values", "values_unused"),
        ("questions.csv:4 reached", "not_in_values"),
        ("questions.csv:5 reached", "value_in_two_places"),
        ("questions.csv:5 outside", "value_in_two_places"),
        ("questions.csv:6 values", "value_is_closed"),
        ("questions.csv:7 id", "double_id"),
        ("questions.csv:8 en", "required"),
    ]


def test_one_answer_twice_counts_once_and_two_that_differ_are_told(read):
    found = read(answers=answers("p,q1,lite,d,s. 4,,x", "p,q1,lite,d,s. 4,,x", "p,q1,lite,d,s. 4,projektet,x", "p,q1,nej,d,s. 4,,x"))
    assert [told_of[:2] for told_of in told(found)] == [("answers.csv:3", "double_row"), ("answers.csv:4", "double_answer")]


def test_a_figure_is_read_as_numbers_are(read):
    rows = 'p,närvaro,resultat,"-2,5",90 %,procent,samarbete\np,x,mål,12 tkr,,,\n'
    found = read(indicators=f"project,indicator,kind,value,target,unit,theme\n{rows}")
    assert [told_of[:2] for told_of in told(found)] == [("indicators.csv:3 value", "not_a_number")]
    (figure,) = found.snapshot.indicators
    assert (figure.kind, figure.value, figure.target, figure.theme) == ("result", -2.5, 90, "samverkan")


def test_personal_data_in_a_free_answer_is_told_and_not_repeated(read):
    found = read(answers=answers("p,q4,Ring 070-174 06 05,,,,"))
    assert [(problem.key, problem.severity) for problem in found.problems] == [("telephone", "warning")]
    none_of(str(problem.found) for problem in found.problems if "174" in str(problem.found))


def test_a_workspace_without_them_is_whole_and_is_written_without_them(read, tmp_path):
    from actormap.workspace.writing.tables import write_tables

    found = read(questions="id,group,sv,en,scale\n")
    assert found.problems == ()
    made = write_tables(found.snapshot, tmp_path / "made")
    assert not any((made / f"{table}.csv").exists() for table in ("questions", "answers", "indicators"))


def test_what_is_written_is_read_back_as_it_was(read, tmp_path):
    from actormap.workspace.writing.tables import write_tables

    rows = ("p,q1,mycket,d,s. 4,projektet,analyst", "p,q3,2.5,,,,", "p,q4,=summa,,,,")
    found = read(answers=answers(*rows), indicators="project,indicator,value\np,närvaro,1.5\n").snapshot
    for delimiter in (",", ";"):
        assert workspace.read(write_tables(found, tmp_path / f"made{ord(delimiter)}", delimiter=delimiter)).snapshot == found
