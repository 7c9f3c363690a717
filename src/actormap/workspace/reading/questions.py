"""The set questions of a workspace: what each may be answered with, and what an answer is kept as."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from actormap.i18n import Texts
from actormap.model.coding import NO, YES, SetQuestion
from actormap.workspace.problems import Fault, Findings, InEach
from actormap.workspace.reading import cells
from actormap.workspace.reading.fuzzy import closest, squeeze
from actormap.workspace.reading.names import Index
from actormap.workspace.reading.nodes import resolved
from actormap.workspace.reading.tables import Table, TableLine
from actormap.workspace.schema import closed_lists
from actormap.workspace.schema.closed_lists import ClosedList

_FIGURE = cells.quantity(units="st|pers|personer|deltagare|kr|kronor|sek", percent="keep")


@dataclass(slots=True)
class Questions:
    """The set questions by id and by their words. Of one whose row has faults the id is known, and None stands for what it asks.

    `complete` is False if the table could not be read to its end: then no question is called unknown.
    """

    complete: bool = True
    by_id: dict[str, SetQuestion | None] = field(default_factory=dict)
    _spelt: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, questions: Iterable[SetQuestion]) -> Questions:
        """Return questions that have been read."""
        made = cls()
        for each in questions:
            made._add(each.id, each)
        return made

    def read(self, table: Table, index: Index, findings: Findings) -> Iterator[SetQuestion]:
        """Yield the questions of a table."""
        rows: dict[str, tuple[SetQuestion | None, int]] = {}
        for line in table:
            id_ = cells.text(line.cells.get("id", ""))
            values, sound = resolved(table, line, ("theme", "document"), index, findings)
            question = SetQuestion(**values, attributes=line.attributes) if sound else None
            if question and not _is_sound(table, line, question, findings):
                question = None
            first, number = rows.setdefault(id_, (question, line.number))
            if number == line.number:
                self._add(id_, question)
                if question:
                    yield question
            elif id_:
                where = {"file": table.file, "line": str(number)}
                if question and question == first:
                    findings.warn(table.file, line.number, "id", id_, Fault("double_row", **where))
                else:
                    findings.error(table.file, line.number, "id", id_, Fault("double_id", **where))
        self.complete = table.complete

    def _add(self, id_: str, question: SetQuestion | None) -> None:
        self.by_id[id_] = question
        for word in (id_, question.sv, question.en) if question else (id_,):
            self._spelt.setdefault(squeeze(word), id_)

    def find(self, found: str) -> SetQuestion | None:
        """Return the question that a cell means by its id or its words, None if it has faults itself; raise `Fault` if there is none."""
        id_ = found if found in self.by_id else self._spelt.get(squeeze(found))
        if id_ is None:
            if not self.complete:
                return None
            raise Fault("unknown_question", next(iter(closest(found, self._spelt)), None))
        return self.by_id[id_]


def answer_of(found: str, question: SetQuestion, silences: ClosedList, yes_no: ClosedList) -> str:
    """Return an answer as it is kept: a closed word, a value of the scale as the question spells it, a number, or the text.

    Raises `Fault` if the question's scale has no such answer.
    """
    if closed := _closed(found, silences):
        return closed
    if question.scale == "free":
        return found
    if question.scale == "number":
        return cells.text(_FIGURE(found))
    values = (*question.values, *question.outside)
    spelt = yes_no.spellings if question.scale == "yes_no" else {squeeze(value): value for value in values}
    known = spelt.get(squeeze(found))
    if known is None:
        near = next(iter(closest(found, yes_no.typed if question.scale == "yes_no" else spelt)), None)
        raise Fault("answer_outside_scale", near, allowed=_allowed(values, silences))
    return known


def _allowed(values: Sequence[str], silences: ClosedList) -> InEach:
    """Return what an answer may be, in each language by its words: a question's own values are in the language of whoever asks."""
    found = {}
    for language in closed_lists.LANGUAGES:
        texts = Texts.load(language.code)
        closed = [texts(f"words.silence.{each}") for each in silences.ids]
        found[language.code] = ", ".join([*(values or (language.yes[0], language.no[0])), *closed])
    return InEach(found)


def _is_sound(table: Table, line: TableLine, question: SetQuestion, findings: Findings) -> bool:
    said = list(_faults(question, table.lists["silences"]))
    for column, found, fault in said:
        findings.error(table.file, line.number, column, found, fault)
    return not said


def _faults(question: SetQuestion, silences: ClosedList) -> Iterator[tuple[str, str | None, Fault]]:
    """Yield the column, what stands there and what is wrong, of answers that a scale cannot have."""
    known = question.values or ((YES, NO) if question.scale == "yes_no" else ())
    if question.scale == "ordinal" and not question.values:
        yield "values", None, Fault("values_missing")
    elif question.scale != "ordinal" and question.values:
        yield "values", "|".join(question.values), Fault("values_unused")
    else:
        yield from _strange(question, known)
    for column, others in (("reached", question.partly), ("outside", known)):
        yield from ((column, value, Fault("value_in_two_places")) for value in getattr(question, column) if value in others)
    for column in ("values", "outside"):
        closed = ((value, _closed(value, silences)) for value in getattr(question, column))
        yield from ((column, value, Fault("value_is_closed", word=word)) for value, word in closed if word)


def _strange(question: SetQuestion, known: Collection[str]) -> Iterator[tuple[str, str | None, Fault]]:
    spelt = {squeeze(value): value for value in known}
    for column in ("partly", "reached"):
        for value in getattr(question, column):
            if value not in known:
                near = next(iter(closest(value, spelt)), None)
                yield column, value, Fault("not_in_values", near, allowed=", ".join(known) or "–")


def _closed(word: str, silences: ClosedList) -> str | None:
    return silences.spellings.get(word) or silences.spellings.get(squeeze(word))
