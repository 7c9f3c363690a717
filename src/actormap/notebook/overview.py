"""A graph as a notebook shows it: what it is called and holds, is narrowed to, has in focus, and what may be asked of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING

from actormap.i18n import Texts
from actormap.model.records import Snapshot
from actormap.output.cells import Writer
from actormap.output.page_text import at_first
from actormap.output.templates import environment

if TYPE_CHECKING:
    from actormap.atlas.atlas import Atlas

# What is asked first, as the call that asks it; the command of that name says what it tells.
QUESTIONS = {
    "describe": "()",
    "centrality": "(certainty={})",
    "keyplayers": "(3)",
    "communities": "()",
    "explain": '("…")',
    "gaps": "()",
    "invite": "()",
    "map": "()",
}
OF_A_NETWORK = ("invite",)  # what can only be asked with a network in focus


def write(atlas: Atlas) -> str:
    """Return a graph in HTML, every text of it escaped."""
    texts = Texts.load(atlas.lang)
    writer = Writer(texts, atlas.vocabulary)
    focal = atlas.focus()
    asked = {name: call for name, call in QUESTIONS.items() if focal or name not in OF_A_NETWORK}
    return (
        environment("actormap.notebook")
        .get_template("overview.html")
        .render(
            lang=atlas.lang,
            title=atlas.title,
            lines=[*_counts(atlas, texts), *_narrowed(atlas, writer), *_focus(atlas, focal, writer)],
            questions=[(f"atlas.{name}{call}", _says(name, texts)) for name, call in asked.items()],
            t=texts,
        )
    )


def _counts(atlas: Atlas, texts: Texts) -> Iterator[tuple[str, str]]:
    """Yield how many there are of what the graph shows, table by table."""
    shown = atlas.shown()
    for table in (each.name for each in fields(Snapshot)):
        if rows := getattr(shown, table):
            yield at_first(texts(f"words.table.{table}")), texts.number(len(rows))


def _narrowed(atlas: Atlas, writer: Writer) -> Iterator[tuple[str, str]]:
    """Yield what the graph is narrowed to."""
    chosen = atlas.selection
    where = [f"{name}={value}" for name, value in chosen.where]
    said = {"status": chosen.statuses, "documents": chosen.documents, "at": chosen.at, "from": chosen.since, "to": chosen.until}
    for name, value in {**said, "where": where}.items():
        if value:
            yield writer.parameter(name), writer.cell(name, ", ".join(value) if isinstance(value, tuple | list) else value)


def _focus(atlas: Atlas, focal: str | None, writer: Writer) -> Iterator[tuple[str, str]]:
    if focal is not None:
        yield writer.parameter("network"), atlas.snapshot.by_id[focal].name


def _says(question: str, texts: Texts) -> str:
    """Return what a question tells: what the command of its name does, but where a notebook does it otherwise."""
    own = f"notebook.does.{question}"
    return texts(own if texts.says(own) else f"contents.short.{question}")
