"""Claims about what is coded of projects."""

from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.records import Snapshot


def test_two_coders_answers_to_one_question_are_two_rows():
    first = CodedAnswer(project="a", question="pi-01", answer="reached", coder="desk")
    second = CodedAnswer(project="a", question="pi-01", answer="reached", coder="reader")
    assert first.id != second.id


def test_a_remark_does_not_make_another_answer():
    plain = CodedAnswer(project="a", question="pi-01", answer="reached", coder="desk")
    assert plain.id == CodedAnswer(project="a", question="pi-01", answer="reached", coder="desk", note="seen twice").id


def test_a_figure_of_another_date_is_another_figure():
    first = Indicator(project="a", indicator="pupils", date="2014", value=3)
    assert first.id != Indicator(project="a", indicator="pupils", date="2015", value=3).id
    assert first.id == Indicator(project="a", indicator="pupils", date="2014", value=4).id


def test_a_snapshot_keeps_what_is_coded_apart_and_in_order():
    question = SetQuestion(id="pi-01", group="plug-in", sv="Nått?", en="Reached?", scale="ordinal", values=("no", "yes"))
    answers = [CodedAnswer(project=name, question="pi-01", answer="yes") for name in "ba"]
    figure = Indicator(project="a", indicator="pupils", value=3)
    found = Snapshot.of([], coding=[figure, *answers, question])
    assert (found.questions, found.indicators) == ((question,), (figure,))
    assert found.answers == tuple(sorted(answers, key=lambda answer: answer.id))
