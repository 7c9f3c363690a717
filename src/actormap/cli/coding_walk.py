"""A walk through the set questions about one project, at the terminal: a question, what it may be answered with, where it stands."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from actormap.i18n import Texts
from actormap.model.coding import CodedAnswer, SetQuestion
from actormap.workspace.coding import task as tasks
from actormap.workspace.coding.task import CodingTask
from actormap.workspace.problems import Fault
from actormap.workspace.reading.privacy import personal
from actormap.workspace.reading.questions import answer_of
from actormap.workspace.schema.closed_lists import ClosedList

BACK, QUIT, NUMBER = "back", "quit", "number"
_LINE = re.compile(r"=\s*(\d+)")
_AROUND = 2  # lines shown before and after the one that is asked for


@dataclass(slots=True)
class CodingWalk:
    """Asks about one project. `read` gives an answer to a prompt, None when there is no more; `say` shows a text of `width` characters."""

    read: Callable[[str], str | None]
    say: Callable[[str], None]
    width: int
    texts: Texts
    task: CodingTask
    lists: Mapping[str, ClosedList]
    answers: dict[str, CodedAnswer] = field(default_factory=dict)

    def go(self) -> tuple[CodedAnswer, ...]:
        """Ask question by question, and return what has been answered; a question that is passed by has no answer."""
        place = 0
        if self.task.page:
            self._show(self.texts("coding.walk.lines", file=self.task.page.file))
        while place < len(self.task.questions):
            question = self.task.questions[place]
            said = self._asked(question, place)
            if said == QUIT:
                break
            if said == BACK:
                place = max(0, place - 1)
                continue
            self.answers.pop(question.id, None)
            if said:
                where = self._told(self.texts("coding.walk.where", **self._keys()))
                if where is None:
                    break
                ends = self._ends().get(where.casefold())
                if ends == BACK:
                    continue
                where = "" if ends else where
                self.answers[question.id] = CodedAnswer(
                    project=self.task.project.id,
                    question=question.id,
                    answer=said,
                    coder=self.task.coder,
                    document=self.task.document.id if self.task.document else None,
                    locator=where or None,
                )
                if ends:
                    break
            place += 1
        return tuple(self.answers.values())

    def _asked(self, question: SetQuestion, place: int) -> str | None:
        """Return an answer as it is kept, back, quit, or None where the question is passed by."""
        texts, choices = self.texts, tasks.choices(question, self.texts)
        words = tasks.words(question, texts)
        self.say("")
        self._show(texts("coding.walk.title", number=place + 1, total=len(self.task.questions), question=words))
        for number, word in enumerate(choices.values(), start=1):
            # A figure may itself be the answer to a question of how many: what is said in its place goes by its word.
            self._show(f"{'–' if question.scale == NUMBER else number}  {word}", "  ")
        for had in (*self.task.given.get(question.id, ()), *filter(None, [self.answers.get(question.id)])):
            self._show(texts("coding.walk.had", answer=choices.get(had.answer, had.answer)), "  ")
        while (told := self._told(self._prompt(question))) is not None:
            if not told or told.casefold() in self._ends():
                return self._ends().get(told.casefold())
            said = self._meant(told, question, tuple(choices))
            if said is not None:
                return said
        return QUIT

    def _keys(self) -> dict[str, str]:
        return {name: self.texts(f"coding.walk.{name}") for name in (BACK, QUIT)}

    def _ends(self) -> dict[str, str]:
        return {letter: name for name, letter in self._keys().items()}

    def _prompt(self, question: SetQuestion) -> str:
        keys = self._keys()
        if question.scale in tasks.CLOSED:
            return self.texts("coding.walk.keys", **keys)
        form = "number" if question.scale == NUMBER else "free"
        return self.texts(f"coding.walk.keys_{form}", what=self.texts(f"coding.walk.answer_{form}"), **keys)

    def _meant(self, told: str, question: SetQuestion, choices: tuple[str, ...]) -> str | None:
        if question.scale != NUMBER and told.isdecimal() and 0 < int(told) <= len(choices):
            return choices[int(told) - 1]
        try:
            return answer_of(told, question, self.lists["silences"], self.lists["answers"])
        except Fault:
            self._show(self.texts("coding.walk.again", allowed=", ".join(tasks.choices(question, self.texts).values())))
            return None

    def _told(self, prompt: str) -> str | None:
        """Return what is typed, None at the end; a line of the page is shown when it is asked for, and personal data are asked for anew."""
        while (told := self.read(f"{self._wrapped(prompt)}: ")) is not None:
            told = told.strip()
            if line := _LINE.fullmatch(told):
                self._page(int(line[1]))
            elif personal(told):
                self._show(self.texts("coding.walk.personal"))
            else:
                return told
        return None

    def _page(self, number: int) -> None:
        lines = self.task.page.lines if self.task.page else ()
        for each in range(max(1, number - _AROUND), min(len(lines), number + _AROUND) + 1):
            self.say(textwrap.fill(f"{each:>4}  {lines[each - 1]}", self.width, subsequent_indent=" " * 6))

    def _show(self, text: str, indent: str = "") -> None:
        self.say(self._wrapped(text, indent))

    def _wrapped(self, text: str, indent: str = "") -> str:
        return textwrap.fill(text, self.width, initial_indent=indent, subsequent_indent=f"{indent}   ")
