"""The story that a review tells on the map, in every language, for the edition that is drawn."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from actormap.atlas.atlas import Atlas
from actormap.i18n import LANGUAGES, Texts
from actormap.model.story import Story

SUNSET = "sunset"


def review(
    atlas: Atlas, issued: Atlas, date: str, *, network: str | None = None, ending: str | None = None, public: bool = False
) -> Story | None:
    """Return the story of a network, the focal one unless another is named, None if the edition leaves the network out.

    `issued` is the atlas as the edition shows it. A step is told only if both say it alike: what the edition leaves out then can neither be
    read out of the story, nor make it say less than is known. `ending` names the project whose end is laid over the map.
    """
    focal = atlas.network(network)
    if focal not in issued.snapshot.by_id:
        return None
    shown = frozenset(node.id for node in issued.snapshot.nodes())
    last = atlas.project(ending) if ending else None
    found = _story(atlas, atlas, shown, date, focal, last, public=public)
    if issued.snapshot is atlas.snapshot:
        return found
    alike = _story(issued, atlas, shown, date, focal, last, public=public).steps
    return Story(steps=tuple(step for step in found.steps if step in alike))


def ending(story: Story | None) -> str | None:
    """Return the project whose end a story made from a review lays over the map, if there is one."""
    return next((step.focus[0] for step in story.steps if step.overlay == SUNSET), None) if story else None


def _story(atlas: Atlas, whole: Atlas, shown: Collection[str], date: str, focal: str, last: str | None, *, public: bool) -> Story:
    from actormap.report.review import messages
    from actormap.report.review.writer import Pen

    # What an edition leaves out is no gap in the sources, so the gaps are those of the whole, of what is shown.
    gaps = whole.gaps(focal)
    gaps = replace(gaps, rows=tuple(row for row in gaps.rows if row["id"] in shown))
    names = {node.id: node.name for node in atlas.snapshot.nodes()}
    pens = {lang: Pen(Texts.load(lang), atlas.vocabulary, names) for lang in LANGUAGES}
    return messages.make(atlas.review(focal, date=date), gaps, pens, ending=last, public=public)
