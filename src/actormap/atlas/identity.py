"""What judgements of who is the same change in the figures that a reader knows: before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from actormap.graph.dataset import Dataset
from actormap.model.records import Actor, Municipality
from actormap.model.redirect import former_ids
from actormap.workspace import Workspace
from actormap.workspace.identity.judgements import PART_OF

ACTORS, RELATIONSHIPS, CONTEXTS, PART = "actors", "relationships", "contexts", "part"


@dataclass(frozen=True, slots=True)
class FigureChange:
    """A figure before and after: how many actors or relationships there are, or contexts that an actor is in, or what it is a part of."""

    what: str
    before: int
    after: int
    name: str = ""
    whole: str = ""


def changes(before: Workspace, after: Workspace) -> tuple[FigureChange, ...]:
    """Return the figures that differ between two readings of a workspace: of all, and of each actor that has become one, or several again.

    A context is a network or project that an actor takes part in, counted as every ranking counts them: in the view of affiliations.
    """
    sizes = {
        ACTORS: [len(each.snapshot.actors) + len(each.snapshot.municipalities) for each in (before, after)],
        RELATIONSHIPS: [len(each.snapshot.relationships) for each in (before, after)],
    }
    found = [FigureChange(what, was, now) for what, (was, now) in sizes.items()]
    old, new = _joined(before), _joined(after)
    differing = [id_ for id_ in dict.fromkeys((*old, *new)) if old.get(id_) != new.get(id_)]
    if differing:
        were, are, named = _contexts(before), _contexts(after), after.snapshot.by_id
        found += [FigureChange(CONTEXTS, were.get(id_, 0), are[id_], named[id_].name) for id_ in differing if id_ in are]
    return (*(each for each in found if each.before != each.after), *_parts(before, after))


def _joined(read: Workspace) -> Mapping[str, tuple[str, ...]]:
    acting = (node for node in read.snapshot.nodes() if isinstance(node, Actor | Municipality))
    return {node.id: ids for node in acting if (ids := tuple(former_ids(node)))}


def _contexts(read: Workspace) -> Mapping[str, int]:
    view = Dataset(read.snapshot, read.vocabulary).view("affiliation")
    acting = {node.id for node in read.snapshot.nodes() if isinstance(node, Actor | Municipality)}
    return {id_: int(view.graph.degree(id_)) if id_ in view.graph else 0 for id_ in acting}


def _parts(before: Workspace, after: Workspace) -> tuple[FigureChange, ...]:
    judged = {(each.a, each.b) for each in after.judgements if each.verdict == PART_OF}
    were = {tie.id for tie in before.snapshot.relationships}
    named = after.snapshot.by_id
    new = [tie for tie in after.snapshot.relationships if tie.type == PART_OF and tie.id not in were and (tie.source, tie.target) in judged]
    return tuple(FigureChange(PART, 0, 1, named[tie.source].name, named[tie.target].name) for tie in new)
