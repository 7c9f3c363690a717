"""Claims about what each row of each result rests on."""

from __future__ import annotations

import pytest

from actormap.analysis import evidence
from actormap.analysis.actor import profile
from actormap.analysis.certainty import next_question, ranking
from actormap.analysis.change import compare, timeline
from actormap.analysis.cohesion import blocks, bridges, communities, core_periphery, cutpoints, fragmentation
from actormap.analysis.composition import gaps
from actormap.analysis.groups import brokerage, homophily, overlap
from actormap.analysis.key_players import group_centrality, reach, sets
from actormap.graph.dataset import Dataset
from actormap.model.records import Evidence
from actormap.model.selection import Selection
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie, view

SAID = Evidence(document="d", locator="3")
HINT = Evidence(document="e", status="implied")
OF = snapshot(
    [actor("a", "school"), actor("b", "school"), actor("c"), actor("idle", "school"), network("v"), network("w"), project("p")],
    tie("a", "member_of", "v", SAID, HINT),
    tie("b", "member_of", "v", SAID),
    tie("b", "member_of", "w", SAID),
    tie("c", "member_of", "w", HINT),
    tie("idle", "coordinates", "v", HINT),
    tie("c", "owns", "p", Evidence(document="d", locator="9"), valid_from="2014"),
)
MEETINGS, ACTORS = view(OF), view(OF, "actors")


def told(result, of):
    """Return for each row of what the rows rest on the statements, how many of them are implied, and what is cited."""
    return [(row["statements"], row["implied_statements"], row["cited"]) for row in evidence.of(result, of).rows]


def ties(result, of):
    """Return for each row the source and target of each statement under it."""
    found = evidence.of(result, of)
    about = [column for column in found.rows[0] if column in result.about]
    return [
        [row["source"] + row["target"] for row in found.grounds.rows if all(row[name] == each[name] for name in about)]
        for each in found.rows
    ]


def test_a_node_rests_on_the_statements_of_its_ties_and_says_how_many_are_implied():
    found = evidence.of(ranking.rank(MEETINGS), MEETINGS)
    a = next(row for row in found.rows if row["id"] == "a")
    assert (a["statements"], a["implied_statements"], a["implied"], a["cited"]) == (2, 1, 0.5, ["d 3", "e"])
    assert [(row["relationship"], row["document"], row["locator"]) for row in found.grounds.rows if row["id"] == "a"] == [
        (a["relationships"][0], "d", "3"),
        (a["relationships"][0], "e", None),
    ]


def test_rows_about_the_same_node_by_several_measures_are_told_once():
    assert len(evidence.of(compare.compare(MEETINGS, MEETINGS, ["degree", "harmonic"], resamples=0), MEETINGS).rows) == 7


def test_a_group_rests_on_the_ties_inside_it_and_to_others():
    found = homophily.find(ACTORS, permutations=5)
    assert [row["group"] for row in evidence.of(found, ACTORS).rows] == ["school", "region"]
    assert ties(found, ACTORS)[0] == ["av", "av", "bv", "bw", "cw", "idlev"]
    alone = view(snapshot([actor("a"), network("v")], tie("a", "member_of", "v")), "actors")
    assert told(homophily.find(alone), alone) == [(0, 0, [])]


def test_a_year_rests_on_what_held_then():
    found = timeline.trace(Dataset(OF, VOCABULARY), years=[2013, 2014])
    assert [len(each) for each in ties(found, MEETINGS)] == [6, 7]
    assert "cp" in ties(found, MEETINGS)[1]


def test_who_went_rests_on_the_earlier_ties_and_who_came_on_the_later_ones():
    early, late = (view(OF, selection=Selection(at=year)) for year in ("2013", "2014"))
    found = evidence.of(compare.compare(early, late, resamples=0), late)
    assert {row["id"]: row["statements"] for row in found.rows if row["change"] == "came"} == {"p": 1}
    back = evidence.of(compare.compare(late, early, resamples=0), early)
    assert {row["id"]: row["cited"] for row in back.rows if row["change"] == "went"} == {"p": ["d 9"]}


def test_two_networks_rest_on_all_their_memberships():
    assert ties(overlap.find(MEETINGS), MEETINGS) == [["av", "av", "bv", "bw", "cw"]]


def test_a_gap_has_nothing_to_cite_and_that_is_said():
    found = evidence.of(gaps.find(MEETINGS, "v"), MEETINGS)
    by_id = {row["id"]: row for row in found.rows if row["gap"] == "not_in_network"}
    assert (by_id["c"]["statements"], by_id["c"]["implied"], by_id["c"]["cited"]) == (0, None, [])
    assert found.undefined == {"implied": "nothing_to_cite"}


def test_a_task_that_tempers_a_gap_is_cited():
    found = evidence.of(gaps.find(MEETINGS, "v"), MEETINGS)
    assert next(row["cited"] for row in found.rows if row["id"] == "idle") == ["e"]


def test_a_question_rests_on_what_implies_the_tie_and_an_absent_tie_on_nothing():
    rows = {(row["actor"], row["venue"]): row for row in evidence.of(next_question.ask(MEETINGS, resamples=5), MEETINGS).rows}
    assert rows["c", "w"]["cited"] == ["e"]
    assert rows["c", "v"]["statements"] == 0


def test_a_set_rests_on_the_ties_of_its_members():
    found = sets.find(ACTORS, 1)
    assert found.rows[0]["set"] == ["b"]
    assert ties(found, ACTORS) == [["av", "av", "bv", "bw", "cw", "idlev"]]
    assert ties(reach.find(MEETINGS, ["c"]), MEETINGS) == ties(group_centrality.find(MEETINGS, ["c"]), MEETINGS) == [["cp", "cw"]]


def test_what_is_left_rests_on_what_was_not_removed():
    found = fragmentation.find(MEETINGS, ["b"])
    assert [len(each) for each in ties(found, MEETINGS)] == [7, 5]


def test_a_bridge_a_block_and_a_row_about_an_actor_rest_on_their_own_ties():
    assert ["bw"] in ties(bridges.find(MEETINGS), MEETINGS)
    assert ["cp"] in ties(blocks.find(MEETINGS), MEETINGS)
    assert ties(profile.explain(MEETINGS, "b", resamples=0), MEETINGS) == [["bv"], ["bw"]]


@pytest.mark.parametrize("find", [cutpoints.find, communities.find, core_periphery.find, brokerage.find])
def test_rows_about_nodes_rest_on_their_ties(find):
    found = evidence.of(find(MEETINGS), MEETINGS)
    assert all(row["statements"] == evidence.support(MEETINGS)[row["id"]].statements for row in found.rows)
    assert found.rows


def test_beside_its_rows_a_result_says_what_they_rest_on():
    result = overlap.find(MEETINGS)
    (row,) = evidence.beside(result, evidence.of(result, MEETINGS)).rows
    assert (row["common"], row["evidence_statements"], row["evidence_cited"]) == (1, 5, ["d 3", "e"])
