"""What is known of one question about one project: one of eight states that are never mixed up."""

from __future__ import annotations

from collections.abc import Iterable

from actormap.model.coding import NOT_MEASURED, SILENT, CodedAnswer, SetQuestion

NOT_SEEN, WITHOUT_EFFECT, PARTLY, REACHED, OUTSIDE, ANSWERED = "not_seen", "without_effect", "partly", "reached", "outside", "answered"
STATES = (NOT_SEEN, SILENT, NOT_MEASURED, WITHOUT_EFFECT, PARTLY, REACHED, OUTSIDE, ANSWERED)
DIRECTED = (WITHOUT_EFFECT, PARTLY, REACHED)
_WORTH = {state: worth for worth, state in enumerate((NOT_SEEN, SILENT, OUTSIDE, ANSWERED, NOT_MEASURED, REACHED, PARTLY, WITHOUT_EFFECT))}


def of_answer(question: SetQuestion, answer: CodedAnswer) -> str:
    """Return the state that one answer tells of."""
    said = answer.answer
    if said in (SILENT, NOT_MEASURED):
        return said
    if question.scale in ("free", "number"):
        return ANSWERED
    for state, values in ((OUTSIDE, question.outside), (REACHED, question.reached), (PARTLY, question.partly)):
        if said in values:
            return state
    return REACHED if question.scale == "yes_no" and said == "yes" else WITHOUT_EFFECT


def of(question: SetQuestion, answers: Iterable[CodedAnswer]) -> str:
    """Return the state of a question about a project; of several that differ the most cautious one that measures, no answer is not seen."""
    return most_cautious(of_answer(question, answer) for answer in answers)


def most_cautious(states: Iterable[str]) -> str:
    """Return of several states of one project the most cautious one that measures, else the one that tells most; none is not seen."""
    return max(states, key=_WORTH.__getitem__, default=NOT_SEEN)
