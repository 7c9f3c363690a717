"""Claims about what may be missing from a view."""

from __future__ import annotations

from collections import Counter

import networkx as nx
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actormap.analysis.certainty import resamples
from actormap.analysis.certainty.imputation import Imputation, seeded
from actormap.analysis.certainty.statements import Statements
from actormap.model.records import Evidence
from tests.graphs import actor, network, one_mode, snapshot, taking_part, tie, two_mode, view

MEETINGS = st.dictionaries(st.sampled_from("vwxyz"), st.text("abcdefg", min_size=1, max_size=7), min_size=1, max_size=5)
DAVIS = two_mode(nx.davis_southern_women_graph(), nx.davis_southern_women_graph().graph["top"])


def model(of, share=0.1, *, directed=False):
    return Imputation.of(of, Statements.of(of, directed=directed), share)


def drawn(of, share=0.1, times=200, *, directed=False):
    found, chance = Imputation.of(of, Statements.of(of, directed=directed), share, directed=directed), seeded(7)
    return [found.draw(chance) for _ in range(times)]


def asked(*pairs):
    """Return the view of actors of whom some say that they have contact with others, one pair both ways."""
    names = sorted({end for pair in pairs for end in pair})
    return view(snapshot(map(actor, names), *(tie(a, "connects", b) for a, b in pairs)), "actors")


@settings(max_examples=30)
@given(MEETINGS, st.sampled_from(["affiliation", "actors", "all"]), st.floats(0.05, 0.6))
def test_what_is_known_stays_and_what_is_added_is_new_joins_two_and_has_actors_first(venues, name, share):
    of = view(taking_part({venue: "".join(sorted(set(names))) for venue, names in venues.items()}), name)
    known = Statements.of(of)
    for one in drawn(of, share, 5):
        assert one.ties[: len(known.ties)] == known.ties
        assert len(set(one.ties)) == len(one.ties)
        assert all(a != b and {a, b} <= set(one.nodes) for a, b in one.ties)
        assert set(one.patterns) == set(one.ties[len(known.ties) :])
        assert set(one.patterns.values()) <= set(known.ties)
        acting = set(one.nodes[: one.actors])
        assert set(of.actors) <= acting
        assert not acting & {venue for venue in venues}  # noqa: C416  (keys)


def test_as_many_ties_are_added_as_would_make_the_known_ones_the_share_that_is_not_missing():
    """Every tie of Davis' women is a statement of its own: 89 known ones are nine tenths of 98.9."""
    counts = [len(one.patterns) for one in drawn(DAVIS)]
    assert np.mean(counts) == pytest.approx(89 / 9, abs=0.1)
    assert set(counts) == {9, 10}


def test_a_tie_that_others_tell_of_too_hides_nothing():
    twice = (Evidence(document="d", locator="1"), Evidence(document="e", locator="1"))
    of = view(snapshot([actor("a"), actor("b"), network("v"), network("w")], *(tie(x, "member_of", y, *twice) for x in "ab" for y in "vw")))
    assert not any(one.patterns for one in drawn(of, 0.4))


def test_a_sentence_that_names_several_of_one_venue_is_missed_as_one_that_names_as_many():
    """Three are named in one sentence of each of four venues, and each is in another venue too: so what is missing names three of one."""
    pairs = {"v": "abc", "w": "def", "x": "abd", "y": "cef"}
    ties = [tie(who, "member_of", venue, Evidence(document="d", locator=venue)) for venue, names in pairs.items() for who in names]
    of = view(snapshot([*map(actor, "abcdef"), *map(network, pairs)], *ties))
    for one in drawn(of, 0.2, 40):
        new = Counter(venue for _, venue in one.patterns)
        # A venue whose members only that sentence names would not be known without it.
        assert all(venue.startswith("?") for venue in new)
        assert sorted(new.values()) == [3] * len(new)
        assert len(new) <= 1


def test_who_is_known_by_one_tie_alone_stands_for_somebody_who_is_not_known():
    """Each is a member of one network only: whoever is missing is nobody of these, and the network has more members."""
    of = view(taking_part({"v": "abcd", "w": "efgh"}))
    for one in drawn(of, 0.3, 40):
        assert all(who.startswith("?") for who, _ in one.patterns)
        assert {venue for _, venue in one.patterns} <= {"v", "w"}


def test_more_is_added_to_those_who_are_known_to_have_more():
    """Of two who are in no way out of the ordinary the one with three ties is given more than one with two, but not half as much again."""
    of = view(taking_part({"v": "abcdef", "w": "abcg", "x": "adeg", "y": "bdfh", "z": "cefh"}))
    added = Counter(who for one in drawn(of, 0.2, 2000) for who, _ in one.patterns)
    three, two = (np.mean([added[who] for who in names]) for names in ("abcdef", "gh"))
    free = {3: 2, 2: 3}  # of five venues
    assert 1 < (three / free[3]) / (two / free[2]) < 1.5


def test_a_missing_contact_goes_from_those_who_name_others_to_those_who_are_named():
    of = asked("ab", "ac", "ad", "ba", "bc", "cd", "db", "ec", "ed")
    for one in drawn(of, 0.3, 50, directed=True):
        assert {a for a, _ in one.patterns} <= {*"abcde"} | {node for node in one.nodes if node.startswith("?")}
        assert "e" not in {b for _, b in one.patterns}


def test_a_contact_without_direction_is_one_tie_whoever_is_named_first():
    of = one_mode(nx.karate_club_graph())
    for one in drawn(of, 0.2, 20):
        assert len({frozenset(pair) for pair in one.ties}) == len(one.ties)


def test_where_every_tie_is_there_already_none_is_added_between_the_known():
    of = view(taking_part({"v": "abc", "w": "abc", "x": "abc"}))
    assert not any(one.patterns for one in drawn(of, 0.2, 20))


def test_the_same_seed_gives_the_same_and_a_negative_one_is_one_too():
    assert drawn(DAVIS, times=3) == drawn(DAVIS, times=3)
    assert seeded(-1).random_sample() == seeded(2**32 - 1).random_sample()


@pytest.mark.parametrize("name", ["affiliation", "actors", "all"])
def test_the_chances_of_a_network_of_which_a_tenth_is_hidden_are_about_the_share_that_is_true(name):
    """Twenty networks of thirty actors: of what is told with a chance between a fifth and four fifths about as much is true."""
    told, true = [], []
    for seed in range(20):
        whole = nx.bipartite.gnmk_random_graph(30, 12, 70, seed=seed)
        edges = sorted(whole.edges())
        gone = {edges[place] for place in np.random.RandomState(seed).permutation(len(edges))[: len(edges) // 10]}
        members = {f"v{v:02}": {f"a{a:02}" for a in whole[v] if (a, v) not in gone} for v in range(30, 42)}
        every = {f"v{v:02}": {f"a{a:02}" for a in whole[v]} for v in range(30, 42)}
        seen, full = (view(_members(of), name) for of in (members, every))
        found = resamples.take(seen, ["degree"], resamples=60, seed=seed).by_measure["degree"]
        ids = [node for node in found.nodes if node.startswith("a")]
        score = [full.graph.degree(node) for node in ids]
        best = sorted(score, reverse=True)[4]
        above, level = sum(value > best for value in score), score.count(best)
        for node, value in zip(ids, score, strict=True):
            told.append(found.chances(5)[found.nodes.index(node)])
            true.append(1.0 if value > best else (5 - above) / level if value == best else 0.0)
    doubtful = (np.array(told) > 0.2) & (np.array(told) < 0.8)
    assert doubtful.sum() > 40
    assert np.array(told)[doubtful].mean() == pytest.approx(np.array(true)[doubtful].mean(), abs=0.07)


def _members(of):
    who = sorted(set().union(*of.values()))
    ties = [tie(a, "member_of", venue) for venue, names in of.items() for a in sorted(names)]
    return snapshot([*map(actor, who), *(network(venue) for venue, names in of.items() if names)], *ties)
