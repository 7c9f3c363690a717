"""A story as the page carries it: everything that a step names told by number, what is not on the map passed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from actormap.map.data.legend import Family
from actormap.model.records import Snapshot
from actormap.model.story import Shown, Story, StoryStep
from actormap.model.vocabulary import Vocabulary


def as_data(
    story: Story,
    node_ids: Sequence[str],
    snapshot: Snapshot,
    vocabulary: Vocabulary,
    legend: Sequence[Family],
    measures: Iterable[str] = (),
) -> dict[str, Any]:
    """Return the story; `node_ids` are the nodes of the map and `measures` the measures of its nodes, each in their order."""
    number = {node_id: index for index, node_id in enumerate(node_ids)}
    numbers = {
        "families": {family.key: index for index, family in enumerate(legend)},
        "types": {name: index for index, name in enumerate(vocabulary.types)},
        "statuses": {name: index for index, name in enumerate(vocabulary.statuses)},
        "municipality": {place.id: index for index, place in enumerate(snapshot.municipalities)},
        "theme": {theme.id: index for index, theme in enumerate(snapshot.themes)},
        "size": {name: index for index, name in enumerate(measures)},
    }
    told: dict[str, Any] = {"steps": [_step(step, number, numbers) for step in story.steps]}
    return told | ({"title": dict(story.title)} if story.title else {})


def _step(step: StoryStep, number: Mapping[str, int], numbers: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    row = {
        "title": dict(step.title),
        "text": dict(step.text),
        "focus": [number[node_id] for node_id in step.focus if node_id in number],
        "reach": step.reach,
        "to": number.get(step.to or ""),
        "layout": step.layout,
        "colour": step.colour,
        "size": numbers["size"].get(step.size or ""),
        "overlay": step.overlay,
        "gaps": step.overlay == "gaps",
        **_shown(step.shown, numbers),
    }
    return {key: value for key, value in row.items() if value is not None}


def _shown(shown: Shown, numbers: Mapping[str, Mapping[str, int]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key in ("families", "types", "statuses"):
        named = [numbers[key][name] for name in getattr(shown, key) if name in numbers[key]]
        if named:
            found[key] = named
    for key in ("municipality", "theme"):
        if (one := numbers[key].get(getattr(shown, key) or "")) is not None:
            found[key] = one
    return found | ({"year": shown.year} if shown.year else {})
