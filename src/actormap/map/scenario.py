"""The jobs round a scenario: read it, cite what it touches, draw the difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from actormap.analysis.change.whatif import WhatIf
from actormap.analysis.evidence import Grounds
from actormap.atlas import open as workflow
from actormap.atlas.atlas import Atlas
from actormap.errors import InvalidScenario
from actormap.i18n import LANGUAGES, Texts
from actormap.map import compose
from actormap.map.overlays import difference
from actormap.model.scenario import Scenario
from actormap.workspace.reading import scenario as written


def scenario(atlas: Atlas, file: Path | None, options: Sequence[written.Option], network: str | None = None) -> Scenario:
    """Return the scenario of a file and of options, together; see `actormap.workspace.reading.scenario.read`."""
    try:
        return written.read(file, options, atlas.snapshot, atlas.vocabulary, network or atlas.focal)
    except InvalidScenario as error:
        error.lang = atlas.lang
        raise


def evidence(atlas: Atlas, tried: Scenario) -> Grounds:
    """Return the statements of the relationships that a scenario takes away."""
    return atlas.evidence_of(tie.id for tie in tried.removed.relationships)


def draw(atlas: Atlas, tried: Scenario, found: WhatIf, date: str | None, *, seed: int = 7, network: str | None = None) -> str:
    """Return the map of both sides of a scenario at once, as one HTML page: what comes and goes is marked, and why."""
    from actormap import map as page
    from actormap.map.overlays.overlay import Overlay

    words = {lang: Texts.load(lang) for lang in LANGUAGES}
    both = replace(atlas, snapshot=difference.both(atlas.snapshot, tried), selection=replace(atlas.after(tried).selection))
    vocabulary = difference.vocabulary(atlas.vocabulary, words)
    whole = replace(both, vocabulary=vocabulary, selection=difference.selection(both.selection, vocabulary))
    shown = whole.shown()
    view = whole.view("affiliation", lift=False)
    marks = difference.overlay(atlas.snapshot, tried, found, words)
    name, meaning = ({lang: words[lang](f"difference.overlay.{part}") for lang in LANGUAGES} for part in ("name", "meaning"))
    return page.draw(
        shown,
        vocabulary=vocabulary,
        title=f"{atlas.title}: {tried.title}",
        lang=atlas.lang,
        date=date or workflow.today(),
        groups=compose.groups(whole, shown, seed=seed),
        measures=compose.sizes(view),
        overlays=(Overlay("difference", name, meaning, difference.reasons(marks), difference.reasons(marks, "relationship")),),
        focal=network or atlas.focal,
        source_note={lang: words[lang]("difference.note", title=tried.title) for lang in LANGUAGES},
        seed=seed,
    )
