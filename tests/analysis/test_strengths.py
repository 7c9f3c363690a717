"""Claims about which analyses how strong ties are has a part in."""

from __future__ import annotations

import pytest

from actormap.atlas.atlas import Atlas
from actormap.model.records import Evidence
from tests.graphs import VOCABULARY, actor, snapshot, tie

# Two triangles with one heavy tie each, and a path between them.
HEAVY = {"ab": 9, "bc": 1, "ac": 1, "cd": 2, "de": 1, "ef": 7, "df": 1}
KINDS = {name: "region" if name in "acd" else "business" for name in "abcdef"}
NODES = [actor(name, kind) for name, kind in KINDS.items()]
ATLAS = Atlas(snapshot(NODES, *(tie(a, "connects", b, Evidence(weight=weight)) for (a, b), weight in HEAVY.items())), VOCABULARY)
ASKED = {
    "blocks": ATLAS.blocks,
    "bridges": ATLAS.bridges,
    "brokers": ATLAS.brokers,
    "centrality": ATLAS.centrality,
    "certainty": lambda **options: ATLAS.centrality(certainty={"resamples": 5, "budget": None}, **options).certainty,
    "cliques": lambda **options: ATLAS.cliques(2, **options),
    "communities": lambda **options: ATLAS.communities(runs=2, **options),
    "compare": lambda **options: ATLAS.compare(ATLAS, ("degree",), resamples=2, budget=None, **options),
    "core": ATLAS.core,
    "cutpoints": ATLAS.cutpoints,
    "describe": lambda **options: ATLAS.describe(resamples=0, **options),
    "ego": lambda **options: ATLAS.ego("a", **options),
    "group": lambda **options: ATLAS.group(["a", "b"], **options),
    "homophily": ATLAS.homophily,
    "keyplayers": lambda **options: ATLAS.keyplayers(2, **options),
    "positions": ATLAS.positions,
    "qap": lambda **options: ATLAS.qap("contacts", (), ("kind",), permutations=9, **options),
    "similar": lambda **options: ATLAS.similar("a", **options),
}


@pytest.mark.parametrize("name", ASKED)
def test_a_result_says_whether_the_strengths_of_ties_change_it(name):
    plain, weighted = (ASKED[name](view="actors", weighted=how) for how in (False, True))
    changed = (plain.rows, plain.figures()) != (weighted.rows, weighted.figures())
    assert weighted.by_strength == changed
