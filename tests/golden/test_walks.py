"""Every word of a walk through questions at the terminal, from the first to the last, is what was read and found true.

`walks` holds what is shown, and after > what is typed: a walk through pairs that may be one, and one through the questions of a project.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from actormap import workspace
from actormap.cli import output
from actormap.cli.coding_walk import CodingWalk
from actormap.cli.walk import Asker
from actormap.i18n import LANGUAGES, Texts
from actormap.model.vocabulary import Vocabulary
from actormap.workspace.coding import task
from actormap.workspace.identity import waiting
from actormap.workspace.identity.walk import Walk
from actormap.workspace.schema import closed_lists
from tests.golden.test_files import compared
from tests.tables import written
from tests.workspace.coding.conftest import TABLES as CODED
from tests.workspace.identity.conftest import TABLES as NAMED

GOLDEN = Path(__file__).parent / "walks"
WIDTH = 72
# Undo before the first and after it, which of two is the part, words that mean nothing, and the whole that stays.
PAIRS = {"sv": ("å", "vet ej", "n", "å", "m", "d", "m", "b", "senare", "d", "å", "n", "m", "j"), "en": ("u", "n", "u", "Yes", "p", "q")}
CODING = {
    "sv": ("b", "kanske", "3", "", "b", "lite", "s. 4", "", "tolv", "12", "rad 7", "=1", "Fritt", "s. 1"),
    "en": ("?", "1", "p. 2", "q"),
}


class Conversation:
    """What is said and typed: the answers are given in turn, and then there are no more."""

    def __init__(self, answers: tuple[str, ...]) -> None:
        self.left, self.lines = list(answers), []

    def typed(self, prompt: str) -> str | None:
        answer = self.left.pop(0) if self.left else None
        self.lines.append(f"{prompt}> {answer}" if answer is not None else f"{prompt}> (end)")
        return answer

    def say(self, text: str) -> None:
        self.lines.append(text)

    def told(self, *kept: object) -> str:
        return "\n".join([*self.lines, "", *map(str, kept)]) + "\n"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_walk_through_pairs_says_what_was_read_and_found_true(lang, tmp_path):
    read = workspace.read(written(tmp_path / "plats", NAMED))
    walk, speech = Walk(waiting.pairs(read)), Conversation(PAIRS[lang])
    writer = output.writer_for(read.vocabulary, lang, read.snapshot)
    Asker(speech.typed, speech.say, WIDTH, writer, "samordnare", "2026-01-31").go(walk, read)
    compared(GOLDEN / f"pairs_{lang}.txt", speech.told(*walk.new))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_walk_through_questions_says_what_was_read_and_found_true(lang, tmp_path):
    place = written(tmp_path / "mine", CODED)
    page = place / "page.txt"
    page.write_text("ett\ntvå\n", encoding="utf-8")
    asked = task.of(workspace.read(place).snapshot, "p", coder="granskare", file=page)
    speech, lists = Conversation(CODING[lang]), closed_lists.lists(Vocabulary.load())
    found = CodingWalk(speech.typed, speech.say, WIDTH, Texts.load(lang), asked, lists).go()
    compared(GOLDEN / f"questions_{lang}.txt", speech.told(*found).replace(str(page), "page.txt"))


def test_no_golden_file_is_left_over():
    assert {path.stem for path in GOLDEN.iterdir()} == {f"{what}_{lang}" for what in ("pairs", "questions") for lang in LANGUAGES}
