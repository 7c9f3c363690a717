"""Claims about drawing the difference that a scenario makes."""

from __future__ import annotations

import json
import re

from actormap.atlas.atlas import Atlas
from actormap.map import scenario as drawing
from actormap.model.records import Snapshot
from actormap.workspace.reading.scenario import read
from tests.graphs import VOCABULARY, actor, network, tie

ATLAS = Atlas(
    snapshot=Snapshot.of(
        [actor("a"), actor("b"), network("v"), network("w")],
        [tie("a", "member_of", "v"), tie("b", "member_of", "v"), tie("b", "member_of", "w")],
    ),
    vocabulary=VOCABULARY,
    focal="v",
)


def drawn():
    said = [("--remove", "remove", ["w"]), ("--remove-member", "remove_members", ["a"])]
    scenario = read(None, said, ATLAS.snapshot, ATLAS.vocabulary, ATLAS.focal)
    return drawing.draw(ATLAS, scenario, ATLAS.whatif(scenario, resamples=2), "2026-01-31")


def test_the_map_shows_what_goes_among_what_stays_with_its_reason():
    (content,) = [
        json.loads(block) for block in re.findall(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', drawn(), flags=re.DOTALL)
    ]
    assert {"sv": "försvinner", "en": "goes"} in [status["name"] for status in content["statuses"]]
    text = json.dumps(content, ensure_ascii=False)
    assert all(word in text for word in ("Försvinner", "Loses its seat in the network", "Ändringar"))


def test_the_same_scenario_gives_the_same_map():
    assert drawn() == drawn()
