"""Claims about how sure a ranking is."""

from __future__ import annotations

from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from actormap.analysis.centrality import measures
from actormap.analysis.certainty import estimate, ranking
from actormap.errors import UnknownName
from actormap.model.records import Evidence
from tests.graphs import actor, network, snapshot, taking_part, tie, view

SIX = view(taking_part({"v": "abc", "w": "ab", "x": "a"}))
MANY = view(taking_part({"v": "abcdefgh", "w": "abcdef", "x": "abch", "y": "aeg", "z": "ab"}))
MEETINGS = st.dictionaries(st.sampled_from("vwxyz"), st.text("abcdef", min_size=1, max_size=6), min_size=1, max_size=4)
SENTENCE = Evidence(document="d", locator="1")
HINT = Evidence(document="e", status="implied")
FEW = 40  # what holds of every estimate holds of one of few resamples


def test_the_chance_to_be_first_is_that_of_those_who_may_have_more_ties_than_are_known():
    """At most one statement is missing: with it b may have as many ties as a, who takes part in every known venue, and c may not."""
    found = estimate.estimate(SIX, top=1)
    a, b, c = (found.of(node)["p_top"] for node in "abc")
    assert 0.7 < a < 1
    assert 0 == c < b < 0.2
    assert a + b + c == pytest.approx(1)
    assert found.doubt() == pytest.approx(sum(chance * (1 - chance) for chance in (a, b, c)))


def test_the_more_is_missing_the_less_is_told_of_who_is_first():
    few, many = (estimate.estimate(MANY, top=1, share=share).of("a")["p_top"] for share in (0.05, 0.4))
    assert few > many + 0.1


def test_whoever_has_the_same_ties_has_the_same_chance():
    found = estimate.estimate(view(taking_part({"v": "abcde", "w": "abcf", "x": "dg"})), "betweenness", resamples=40)
    assert found.of("a")["p_top"] == found.of("b")["p_top"] == found.of("c")["p_top"]


def test_a_row_says_all_there_is_to_say():
    row = estimate.estimate(SIX).of("b")
    assert list(row) == list(estimate.Certainty.header)
    assert (row["score"], row["rank"], row["implied"], row["stated_rank"]) == (pytest.approx(2 / 3), 2, 0, 2)


def test_actors_are_ranked_apart_from_venues():
    found = estimate.estimate(SIX)
    assert [(row["id"], row["rank"]) for row in found.rows] == [("a", 1), ("b", 2), ("c", 3), ("v", 1), ("w", 2), ("x", 3)]


def test_whoever_has_an_overlapping_interval_cannot_be_told_apart():
    found = estimate.estimate(view(taking_part({"v": "ab", "w": "ab", "x": "abc"})))
    assert found.alike("a") == ("b",)
    assert found.of("a")["alike"] == ["b"]
    assert found.of("c")["alike"] == []


def test_thirteen_members_named_in_one_sentence_rest_on_one_statement():
    """d owes its place to itself; that of the others falls with a single sentence."""
    members = [tie(name, "member_of", "v", SENTENCE) for name in "abc"]
    of = view(
        snapshot(
            [*map(actor, "abcd"), network("v"), network("w"), network("x")],
            *members,
            tie("d", "member_of", "w"),
            tie("d", "member_of", "x"),
        )
    )
    found = estimate.estimate(of)
    assert found.context.parameters["groups"] == 3
    assert found.of("a")["p_top"] == found.of("b")["p_top"] == found.of("c")["p_top"]
    assert 2 < sum(row["p_top"] for row in found.rows if row["side"] == "actor") - found.of("d")["p_top"] <= 3


@settings(max_examples=25)
@given(MEETINGS, st.sampled_from(sorted(measures.MEASURES)), st.integers(1, 7))
def test_the_chances_to_be_among_the_first_add_up_to_how_many_these_are(venues, measure, k):
    of = view(taking_part({venue: "".join(sorted(set(names))) for venue, names in venues.items()}))
    found = estimate.estimate(of, measure, top=k, resamples=FEW)
    for side in ("actor", "venue"):
        chances = [row["p_top"] for row in found.rows if row["side"] == side]
        assert sum(chances) == pytest.approx(min(k, len(chances)))


@settings(max_examples=25)
@given(MEETINGS, st.sampled_from(sorted(measures.MEASURES)))
def test_the_whole_places_that_may_be_hold_the_place_itself(venues, measure):
    of = view(taking_part({venue: "".join(sorted(set(names))) for venue, names in venues.items()}))
    found = estimate.estimate(of, measure, resamples=FEW)
    for row in found.rows:
        (first, last), (low, high) = ((int(each) for each in (told.split("–") * 2)[:2]) for told in (row["place"], row["may_be"]))
        assert low <= first <= row["rank"] <= last <= high
        assert sum(other["place"] == row["place"] for other in found.rows if other["side"] == row["side"]) == last - first + 1


def test_what_is_only_implied_is_told_with_the_rank_without_it():
    ties = [
        tie("a", "member_of", "v", HINT),
        tie("a", "member_of", "w", HINT),
        tie("b", "member_of", "v"),
        tie("c", "member_of", "w", HINT),
    ]
    found = estimate.estimate(view(snapshot([*map(actor, "abc"), network("v"), network("w")], *ties)))
    assert [found.of(node)["implied"] for node in "abc"] == [1, 0, 1]
    assert [found.of(node)["stated_rank"] for node in "abc"] == [None, 1, None]
    assert found.undefined["stated_rank"] == estimate.NOTHING_STATED


def test_a_unit_stays_lifted_also_where_that_is_only_implied():
    ties = [tie("u", "part_of", "a", HINT), tie("u", "member_of", "v"), tie("b", "member_of", "v")]
    of = view(snapshot([actor("a"), actor("b"), actor("u", "unit"), network("v")], *ties))
    assert estimate.estimate(of).of("a")["stated_rank"] == 1.5


def test_the_same_seed_gives_the_same_and_another_one_something_else():
    told = [estimate.estimate(MANY, "betweenness", seed=seed, resamples=20, share=0.3) for seed in (7, 7, 8)]
    assert told[0] == told[1]
    assert told[0].rows != told[2].rows


def test_what_was_done_is_said():
    parameters = estimate.estimate(MANY, resamples=20, share=0.2, drop="actors", top=2).context.parameters
    told = {
        name: parameters[name]
        for name in ("measure", "resamples", "done", "share", "drop", "seed", "top", "answering", "left_out_each_time")
    }
    assert told == {
        "measure": "degree",
        "resamples": 20,
        "done": 20,
        "share": 0.2,
        "drop": "actors",
        "seed": 7,
        "top": 2,
        "answering": 8,
        "left_out_each_time": 2,
    }


def test_the_time_budget_ends_it_and_the_number_done_is_said():
    ticking = count().__next__
    found = estimate.estimate(MANY, resamples=100, share=0.3, budget=20, clock=lambda: float(ticking()))
    assert 1 <= found.done < 100
    assert found.context.parameters["done"] == found.done


def test_without_time_for_one_resample_nothing_is_claimed():
    found = estimate.estimate(MANY, "betweenness", budget=-1)
    row = found.of("a")
    assert (found.done, row["rank"], row["rank_low"], row["p_top"], row["alike"]) == (0, 1, None, None, None)
    assert found.undefined["rank_low"] == estimate.NO_RESAMPLE
    assert set(found.alike("a")) == set("bcdefgh")


def test_an_actor_that_always_comes_first_is_first_whatever_is_lost():
    row = estimate.estimate(MANY, drop="actors").of("a")
    assert (row["rank"], row["rank_low"], row["rank_high"], row["p_top"]) == (1, 1, 1, 1)


@settings(max_examples=25)
@given(MEETINGS, st.sampled_from(sorted(measures.MEASURES)), st.sampled_from(["statements", "actors"]), st.integers(1, 4))
def test_a_rank_lies_in_its_interval_and_a_chance_between_none_and_all(venues, measure, drop, top):
    of = view(taking_part({venue: "".join(sorted(set(names))) for venue, names in venues.items()}))
    found = estimate.estimate(of, measure, drop=drop, top=top, resamples=8)
    sizes = {"actor": len(of.actors), "venue": len(of.venues)}
    for row in found.rows:
        assert row["rank_low"] is None or 1 <= row["rank_low"] <= row["rank"] <= row["rank_high"] <= sizes[row["side"]]
        assert row["p_top"] is None or 0 <= row["p_top"] <= 1
        assert row["alike"] is None or all(row["id"] in found.of(other)["alike"] for other in row["alike"])


@settings(max_examples=25)
@given(MEETINGS, st.permutations("abcdef"))
def test_names_do_not_change_what_is_found_when_every_way_is_tried(venues, order):
    sets = {venue: "".join(sorted(set(names))) for venue, names in venues.items()}
    renamed = {venue: "".join(order["abcdef".index(who)] for who in names) for venue, names in sets.items()}
    before, after = (estimate.estimate(view(taking_part(of)), "betweenness", share=0.01) for of in (sets, renamed))
    for who in set("".join(sets.values())):
        old, new = before.of(who), after.of(order["abcdef".index(who)])
        columns = ("rank", "rank_low", "rank_high")
        assert [new[column] for column in columns] == pytest.approx([old[column] for column in columns])


@pytest.mark.parametrize("name", ["actors", "all"])
def test_other_views_have_certainty_too(name):
    found = estimate.estimate(view(taking_part({"v": "abc", "w": "ab"}), name))
    assert 0 < found.of("a")["p_top"] <= 1


def test_a_weighted_view_has_certainty_too():
    found = estimate.estimate(view(taking_part({"v": "abc", "w": "ab"}), "actors", weighted=True), "betweenness")
    assert found.of("a")["rank"] == 2


def test_an_empty_view_has_no_rows_and_still_its_columns():
    found = estimate.estimate(view(taking_part({})))
    assert (found.rows, found.columns()) == ((), estimate.Certainty.header)


def test_several_measures_are_sure_on_the_same_resamples():
    both = estimate.estimate_all(MANY, ["degree", "harmonic"], resamples=10)
    assert both["harmonic"].rows == estimate.estimate(MANY, "harmonic", resamples=10).rows


def test_a_ranking_with_certainty_is_the_ranking_with_six_columns_more():
    plain, sure = (
        ranking.rank(MANY, ["betweenness", "degree"], top=2),
        ranking.rank_with_certainty(MANY, ["betweenness", "degree"], top=2, k=4),
    )
    added = ("rank", "rank_low", "rank_high", "place", "may_be", "p_top")
    assert sure.columns() == (*plain.columns(), *added)
    assert [{name: row[name] for name in plain.columns()} for row in sure.rows] == list(plain.rows)
    assert (sure.context.parameters["top"], sure.context.parameters["top_of"]) == (2, 4)
    assert sure.certainty.of("a")["p_top"] == sure.rows[0]["p_top"]


def test_a_ranking_with_certainty_counts_the_top_three_unless_told_otherwise():
    found = ranking.rank_with_certainty(MANY, resamples=5)
    assert len(found.rows) == 13
    assert (found.context.parameters["top_of"], found.context.parameters["done"]) == (3, 5)


def test_a_measure_that_does_not_exist_is_answered_with_the_nearest():
    with pytest.raises(UnknownName, match="betweenness"):
        estimate.estimate(MANY, "betweeness")


def test_in_gria_gr_is_first_beyond_doubt_and_the_four_next_are_not_told_apart(gria):
    found = estimate.estimate(gria, "betweenness")
    first = found.of("gr")
    assert (first["rank"], first["rank_low"], first["rank_high"], first["p_top"], first["alike"]) == (1, 1, 1, 1, [])
    assert {"goteborg", "kungsbacka"} < set(found.of("partille")["alike"])


def test_in_gria_the_rank_by_what_is_stated_is_told_beside(gria):
    assert estimate.estimate(gria, "degree").of("ale")["stated_rank"] > estimate.estimate(gria, "degree").of("ale")["rank"]


@pytest.fixture(scope="module")
def gria():
    import actormap

    return actormap.open("gria").narrowed(documents=("five",)).view("affiliation")


@pytest.mark.parametrize(
    ("one", "other", "alike"), [((1, 2), (2, 3), True), ((2, 3), (1, 2), True), ((1, 1.5), (2, 3), False), ((2, 3), (1, 1), False)]
)
def test_intervals_that_touch_cannot_be_told_apart(one, other, alike):
    rows = [{"rank_low": low, "rank_high": high} for low, high in (one, other)]
    assert estimate._overlap(*rows) == alike
    assert estimate._overlap(rows[0], {"rank_low": None, "rank_high": None})
