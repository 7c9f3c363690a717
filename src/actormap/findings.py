"""The results that the map lays over itself. What each marks is what the rows of the result name, with their words as reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actormap.atlas import Atlas
from actormap.i18n import LANGUAGES, Texts

if TYPE_CHECKING:
    from actormap.render.map.overlays import Overlay


def overlays(atlas: Atlas, *, network: str | None = None) -> tuple[Overlay, ...]:
    """Return the overlays of an atlas round a network, or round its focal one; none without either."""
    if not (network or atlas.focal):
        return ()
    return gaps(atlas, network), coverage(atlas, network)


def gaps(atlas: Atlas, network: str | None = None) -> Overlay:
    """Return the gap report as an overlay."""
    from actormap.render.map.overlays import Overlay

    words = {lang: Texts.load(lang) for lang in LANGUAGES}
    reasons: dict[str, list[dict[str, str]]] = {}
    for row in atlas.gaps(network).rows:
        reasons.setdefault(row["id"], []).append({lang: words[lang](f"words.gap.{row['gap']}") for lang in LANGUAGES})
    name, meaning = ({lang: words[lang](f"overlays.gaps.{part}") for lang in LANGUAGES} for part in ("name", "meaning"))
    return Overlay("gaps", name, meaning, reasons)


def coverage(atlas: Atlas, network: str | None = None) -> Overlay:
    """Return what is required of a network as an overlay: who covers it, what is missing, and what is not known."""
    from actormap.render.map import findings
    from actormap.render.map.overlays import Overlay

    words = {lang: Texts.load(lang) for lang in LANGUAGES}
    told = findings.of(atlas.coverage(network), words.values())
    reasons = {node: [{lang: each[lang] for lang in LANGUAGES} for each in listed] for node, listed in told.items()}
    name, meaning = ({lang: words[lang](f"overlays.coverage.{part}") for lang in LANGUAGES} for part in ("name", "meaning"))
    return Overlay("coverage", name, meaning, reasons)
