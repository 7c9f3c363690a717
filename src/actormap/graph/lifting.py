"""What stands for what it is part of: units under their organisation, sub-projects under their project."""

from __future__ import annotations

from collections.abc import Iterable

from actormap.model.records import Actor, Municipality, Node, Project, Relationship, Snapshot
from actormap.model.vocabulary import Vocabulary


def parents(snapshot: Snapshot, structure: Iterable[Relationship], vocabulary: Vocabulary) -> dict[str, str]:
    """Return for every unit and sub-project the organisation or project at the top of what it is part of.

    Something that is part of several things goes with the firmest statement, then with the first by id.
    """
    above: dict[str, list[tuple[int, str]]] = {}
    for tie in structure:
        if tie.type == "part_of" and _absorbs(snapshot.by_id[tie.source], snapshot.by_id[tie.target]):
            weight = vocabulary.weight_of(vocabulary.best(e.status for e in tie.evidence))
            above.setdefault(tie.source, []).append((weight, tie.target))
    next_up = {child: min(choices)[1] for child, choices in above.items()}
    tops: dict[str, str] = {}
    for child in sorted(next_up):
        path, top = {child}, next_up[child]
        while top in next_up and next_up[top] not in path:
            path.add(top)
            top = next_up[top]
        if top != child:
            tops[child] = top
    return tops


def _absorbs(child: Node, parent: Node) -> bool:
    if isinstance(child, Actor):
        return child.kind == "unit" and isinstance(parent, Actor | Municipality)
    return isinstance(child, Project) and isinstance(parent, Project)
