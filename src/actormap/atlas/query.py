"""Asks a named question of whatever holds a graph: a store that answers questions itself does, any other is read."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from actormap import workspace as workspaces
from actormap.analysis.queries import Answer, Parameter, answer, question
from actormap.analysis.queries.catalogue import NODES
from actormap.atlas.open import open_atlas
from actormap.atlas.settings import AtlasSettings, stored_settings
from actormap.atlas.stores import Address, Remark, in_memory, remarks
from actormap.errors import UnknownName
from actormap.model import lookup
from actormap.model.records import ActorLike, Document, Node, Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.store import Store

FOCAL = "network"  # the parameter that the network in focus answers, where nobody has


@runtime_checkable
class Answering(Protocol):
    """A store that answers the named questions where the graph is."""

    def answer(self, question: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
        """Return the rows that a question finds."""
        ...

    def nodes(self, label: str) -> Collection[Node]:
        """Return the nodes with a label."""
        ...

    def documents(self) -> frozenset[str]:
        """Return the ids of documents and the collections they are gathered in."""
        ...


@dataclass(frozen=True, slots=True)
class QueryAnswer:
    """The answer to a named question, with the words and language of the workspace it was asked about, and what to know of its store."""

    result: Answer
    vocabulary: Vocabulary
    lang: str
    remarks: tuple[Remark, ...] = ()


def query(
    place: str | Path | None, name: str, parameters: Mapping[str, str], *, store: str | None = None, progress: Any = None
) -> QueryAnswer:
    """Return the answer to a named question: where the graph is if the store answers itself, else in Python."""
    if store is None or in_memory(store):
        atlas = open_atlas(place, store=store, progress=progress)
        found = ask(atlas.snapshot, name, vocabulary=atlas.vocabulary, focal=atlas.focus(), **parameters)
        return QueryAnswer(found, atlas.vocabulary, atlas.lang, atlas.remarks)
    workspace = None if place is None else workspaces.read(place)
    with Address(store, Path.cwd()).open(progress) as opened:
        settings = AtlasSettings.of_workspace(workspace) if workspace else stored_settings(opened)
        answer = ask(opened, name, vocabulary=settings.vocabulary, focal=settings.focal, **parameters)
    return QueryAnswer(answer, settings.vocabulary, settings.language, tuple(remarks(workspace, store)))


def ask(of: Store | Snapshot, name: str, /, *, vocabulary: Vocabulary | None = None, focal: str | None = None, **parameters: Any) -> Answer:
    """Return the answer to a named question; parameters that are not given have their defaults, a network that of the focal one if any.

    Raises `UnknownName` for a question, parameter, node, document, status or type that does not exist, `UsageError` for what is no number.
    """
    asked = question(name)
    in_focus = {FOCAL: focal} if focal and any(each.name == FOCAL for each in asked.parameters) else {}
    values = asked.values(in_focus | parameters)
    words = vocabulary or Vocabulary.load()
    source: Answering | Snapshot = of if isinstance(of, Snapshot | Answering) else of.read()
    values = {each.name: _meant(each, values[each.name], source, words) for each in asked.parameters}
    if isinstance(source, Snapshot):
        return answer(source, asked, values)
    return Answer.of(asked, values, source.answer(asked.name, values))


def _meant(parameter: Parameter, value: Any, source: Answering | Snapshot, words: Vocabulary) -> Any:
    """Return a value with ids for names and for the words of closed lists."""
    if parameter.kind in NODES and value != "":
        return _node(parameter.kind, value, source, words)
    if parameter.kind == "documents" and value:
        known = _documents(source)
        for name in value:
            if name not in known:
                raise UnknownName("document or collection", name, known)
    elif parameter.kind == "statuses":
        return [lookup.word("status", name, words.statuses) for name in value]
    elif parameter.kind == "types":
        return [lookup.word("relationship type", name, words.types) for name in value]
    return value


def _node(kind: str, name: str, source: Answering | Snapshot, words: Vocabulary) -> str:
    if isinstance(source, Snapshot):
        known = [node for node in source.nodes() if kind in ("node", node.node) or (kind == "actor" and isinstance(node, ActorLike))]
    else:
        known = list(source.nodes("Actormap" if kind == "node" else words.nodes[kind].label))
    documents = frozenset(node.id for node in known if isinstance(node, Document))
    return name if name in documents else lookup.the(kind, name, [node for node in known if node.id not in documents])


def _documents(source: Answering | Snapshot) -> Collection[str]:
    if isinstance(source, Snapshot):
        return {document.id for document in source.documents} | {d.collection for d in source.documents if d.collection}
    return source.documents()
