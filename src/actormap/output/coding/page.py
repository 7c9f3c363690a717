"""The page on which a project is coded: one HTML file that needs nothing else, and gives the answers as a file."""

from __future__ import annotations

from typing import Any

from actormap.i18n import Texts
from actormap.model.coding import VOICES
from actormap.output.templates import environment
from actormap.workspace.coding import task as tasks
from actormap.workspace.coding.task import CodingTask


def write(task: CodingTask, texts: Texts) -> str:
    """Return the page in the language of the texts."""
    said = ("saved", "none", "answered", "line")
    return (
        environment("actormap.output.coding")
        .get_template("coding.html")
        .render(
            task=task,
            titles=[each.title for each in task.documents],
            asked=[_asked(task, question, texts) for question in task.questions],
            voices={voice: texts(f"words.voice.{voice}") for voice in VOICES},
            about={"project": task.project.id, "words": {name: texts.entries[f"coding.page.{name}"] for name in said}},
            t=texts,
        )
    )


def _asked(task: CodingTask, question: Any, texts: Texts) -> dict[str, Any]:
    given = task.given.get(question.id, ())
    return {
        "id": question.id,
        "words": tasks.words(question, texts),
        "closed": question.scale in tasks.CLOSED,
        "number": question.scale == "number",
        "choices": tasks.choices(question, texts),
        "given": given[0] if len(given) == 1 else None,
    }
