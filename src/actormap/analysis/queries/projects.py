"""Projects, what they do where, who pays and what ends with them; themes nobody carries."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from actormap.analysis.queries.scope import TAKING_PART, QuestionScope, Row, is_actor, named, types
from actormap.model.records import Actor, Municipality, Project, Relationship

CARRYING = frozenset({"addresses", "uses_method"})


def municipalities_without_project(kept: QuestionScope, left_out: Collection[str]) -> Iterator[Row]:
    """Yield the municipalities of which neither they nor what is part of them takes part in a project."""
    for municipality in kept.snapshot.municipalities:
        parts = kept.below(municipality.id, (Actor, Municipality))
        if not any(_in_project(kept, tie, left_out) for part in parts for tie in kept.touching.get(part, ()) if tie.source == part):
            yield {"id": municipality.id, "name": municipality.name, "code": municipality.code}


def _in_project(kept: QuestionScope, tie: Relationship, left_out: Collection[str]) -> bool:
    target = kept.nodes[tie.target]
    return tie.type in TAKING_PART and isinstance(target, Project) and target.kind not in left_out


def projects_in_municipality(kept: QuestionScope, municipality: str) -> Iterator[Row]:
    """Yield the projects that are active in the municipality or have it as owner or participant."""
    found: dict[str, list[Relationship]] = {}
    for tie in kept.touching.get(municipality, ()):
        other = tie.source if tie.target == municipality else tie.target
        if tie.type in TAKING_PART | {"active_in"} and isinstance(kept.nodes[other], Project):
            found.setdefault(other, []).append(tie)
    for project, ties in found.items():
        node = kept.nodes[project]
        if isinstance(node, Project):
            yield named(node) | {"start": node.start, "end": node.end, "how": types(ties)}


def ends_with_project(kept: QuestionScope, project: str) -> Iterator[Row]:
    """Yield who is tied to the project or its parts, with how many relationships, and how many are left without them."""
    ending = kept.below(project, Project)
    here: dict[str, int] = {}
    for tie in kept.ties:
        inside = (tie.source in ending) + (tie.target in ending)
        if inside == 1:
            outside = tie.target if tie.source in ending else tie.source
            here[outside] = here.get(outside, 0) + 1
    for other, ties in here.items():
        yield named(kept.nodes[other]) | {"ties": ties, "left": len(kept.touching[other]) - ties}


def ends_by_year(kept: QuestionScope, since: int, until: int) -> Iterator[Row]:
    """Yield the projects that end within some years."""
    taking: dict[str, set[str]] = {}
    for tie in kept.of_types(TAKING_PART):
        if is_actor(kept.nodes[tie.source]):
            taking.setdefault(tie.target, set()).add(tie.source)
    for project in kept.snapshot.projects:
        if project.end and re.fullmatch("[0-9]{4}", project.end[:4]) and since <= int(project.end[:4]) <= until:
            yield {"year": int(project.end[:4])} | named(project) | {"end": project.end, "actors": len(taking.get(project.id, ()))}


def funded_by(kept: QuestionScope, funder: str) -> Iterator[Row]:
    """Yield what is funded, by whom and since when; each once."""
    found = {
        (tie.source, tie.target, tie.valid_from): None
        for tie in kept.of_types({"funds"})
        if is_actor(kept.nodes[tie.source]) and funder in ("", tie.source)
    }
    for source, target, since in found:
        yield {"funder": source, "funder_name": kept.nodes[source].name} | named(kept.nodes[target]) | {"since": since}


def themes_without_carrier(kept: QuestionScope, left_out: Collection[str]) -> Iterator[Row]:
    """Yield the themes that nothing addresses or uses."""
    carried = {tie.target for tie in kept.of_types(CARRYING)}
    for theme in kept.snapshot.themes:
        if theme.id not in carried and theme.kind not in left_out:
            yield named(theme)
