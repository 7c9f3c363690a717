"""Claims about what is laid over the map: what the results name, in both languages."""

from __future__ import annotations

import actormap
from actormap import findings

GRIA = actormap.open("gria")


def test_gaps_and_coverage_are_laid_over_the_map_of_the_network_in_focus():
    assert [overlay.key for overlay in findings.overlays(GRIA)] == ["gaps", "coverage"]


def test_the_coverage_marks_the_municipalities_and_the_network_and_nobody_else():
    marked = findings.coverage(GRIA).nodes
    assert set(marked) == {"gria", *(place.id for place in GRIA.snapshot.municipalities)}
    assert {"sv": "Okänt: Socialtjänst", "en": "Unknown: Socialtjänst"} in marked["ale"]
    assert {"sv": "Saknas i nätverket: Hälso- och sjukvård", "en": "Missing in the network: Hälso- och sjukvård"} in marked["gria"]
