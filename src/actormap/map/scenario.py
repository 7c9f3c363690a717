"""The map of a scenario: both sides at once, with what comes and goes marked."""

from __future__ import annotations

from dataclasses import replace

from actormap.analysis.change.whatif import WhatIf
from actormap.atlas.atlas import Atlas
from actormap.i18n import LANGUAGES, Texts
from actormap.map import compose
from actormap.map.overlays import difference
from actormap.model.scenario import Scenario


def draw(atlas: Atlas, scenario: Scenario, whatif: WhatIf, date: str, *, seed: int = 7, network: str | None = None) -> str:
    """Return the map of both sides of a scenario at once, as one HTML page: what comes and goes is marked, and why."""
    from actormap.map import draw as page

    words = {lang: Texts.load(lang) for lang in LANGUAGES}
    both = replace(atlas, snapshot=difference.both(atlas.snapshot, scenario), selection=replace(atlas.after(scenario).selection))
    vocabulary = difference.vocabulary(atlas.vocabulary, words)
    whole = replace(both, vocabulary=vocabulary, selection=difference.selection(both.selection, vocabulary))
    shown = whole.shown()
    view = compose.drawn(whole)
    marks = difference.marked(atlas.snapshot, scenario, whatif, words)
    return page.draw(
        shown,
        vocabulary=vocabulary,
        title=f"{atlas.title}: {scenario.title}",
        lang=atlas.lang,
        date=date,
        groups=compose.groups(whole, shown, seed=seed),
        measures=compose.sizes(view),
        overlays=(difference.overlay(marks, words),),
        focal=atlas.focus(network),
        source_note={lang: words[lang]("difference.note", title=scenario.title) for lang in LANGUAGES},
        seed=seed,
    )
