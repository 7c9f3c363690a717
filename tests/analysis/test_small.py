"""Claims about the least there can be: no node, one node, two that are alone together; every analysis has an answer."""

from __future__ import annotations

import json

import pytest

from actormap.analysis import evidence
from actormap.analysis.actor import profile, salience
from actormap.analysis.centrality import measures
from actormap.analysis.certainty import next_question, ranking
from actormap.analysis.change import compare, timeline
from actormap.analysis.cohesion import blocks, bridges, cliques, communities, core_periphery, cutpoints, fragmentation
from actormap.analysis.composition import gaps
from actormap.analysis.groups import brokerage, collaboration, description, equivalence, homophily, overlap
from actormap.analysis.key_players import group_centrality, reach, sets
from actormap.graph.dataset import Dataset
from tests.graphs import VOCABULARY, actor, network, snapshot, tie, view

NOBODY = snapshot([actor("lone"), network("v")])
ONE = snapshot([actor("a"), network("v")], tie("a", "member_of", "v"))
TWO = snapshot([actor("a"), actor("b"), network("v")], tie("a", "member_of", "v"), tie("b", "member_of", "v"))
VIEWS = {f"{name} of {size}": (of, name) for size, of in enumerate((NOBODY, ONE, TWO)) for name in ("affiliation", "actors", "all")}
EVERY = tuple(measures.MEASURES)


def some(of):
    return list(of.graph)[:1]


ANALYSES = {
    "centrality": lambda of: ranking.rank(of, EVERY),
    "centrality with certainty": lambda of: ranking.rank_with_certainty(of, EVERY, resamples=5),
    "cutpoints": cutpoints.find,
    "bridges": bridges.find,
    "blocks": blocks.find,
    "brokers": brokerage.find,
    "communities": lambda of: communities.find(of, runs=3, levels=2),
    "core": core_periphery.find,
    "describe": lambda of: description.describe(of, resamples=3),
    "cliques": cliques.find,
    "positions": equivalence.positions,
    "regular positions": lambda of: equivalence.positions(of, "regular"),
    "homophily": lambda of: homophily.find(of, permutations=5),
    "overlap": overlap.find,
    "collaboration": collaboration.find,
    "fragmentation": lambda of: fragmentation.find(of, some(of)),
    "reach": lambda of: reach.find(of, some(of)),
    "group": lambda of: group_centrality.find(of, some(of)),
    "comparison": lambda of: compare.compare(of, of, EVERY, resamples=5),
    "question": lambda of: next_question.ask(of, resamples=5),
    "salience": salience.find,
    "gaps": lambda of: gaps.find(of, "v"),
    "timeline": lambda of: timeline.trace(Dataset(of.snapshot, VOCABULARY), of.name, years=[2014]),
    **{f"keyplayers {name}": lambda of, name=name: sets.find(of, 1, name) for name in sets.OBJECTIVES},
}


@pytest.mark.parametrize("size", VIEWS)
@pytest.mark.parametrize("name", ANALYSES)
def test_every_analysis_has_an_answer_with_reasons_and_what_it_rests_on(name, size):
    of = view(*VIEWS[size])
    found = ANALYSES[name](of)
    told = json.loads(json.dumps(found.to_dict(), allow_nan=False))
    assert list(found.to_frame().columns) == list(found.columns())
    missing = {key for row in told["rows"] for key, value in row.items() if value is None} - MAY_BE_UNKNOWN.get(found.name, set())
    assert missing <= set(found.undefined)
    rest = evidence.of(found, of)
    assert all((row["implied"] is None) == (row["statements"] == 0) for row in rest.rows)


# A note, a group: nothing to be told, rather than something that could not be counted.
# Where the index is unknown, so is what chance would give; the reason is told of the index.
MAY_BE_UNKNOWN = {
    "homophily": {"expected", "p"},
    "gaps": {"note"},
    "brokers": {"group"},
}


@pytest.mark.parametrize("who", ["lone", "a"])
def test_an_actor_with_little_is_explained(who):
    of = view(NOBODY if who == "lone" else ONE)
    found = profile.explain(of, who, by=EVERY, resamples=5)
    assert json.dumps(found.to_dict(), allow_nan=False)
    assert found.venues == (who == "a")
