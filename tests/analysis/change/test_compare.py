"""Claims about two views side by side."""

from __future__ import annotations

import pytest

from actormap.analysis.change import compare
from actormap.errors import UsageError
from actormap.model.selection import Selection
from tests.graphs import actor, network, snapshot, taking_part, tie, view

OLD = view(taking_part({"v": "abc", "w": "a"}))
NEW = view(taking_part({"v": "abd", "w": "b", "x": "b"}))
FOUND = compare.compare(OLD, NEW)


def row(of):
    return next(row for row in FOUND.rows if row["id"] == of)


def test_who_came_went_and_stayed():
    assert (FOUND.of("came"), FOUND.of("went"), FOUND.of("stayed")) == (("d", "x"), ("c",), ("b", "a", "v", "w"))
    counts = FOUND.context.summary
    assert [counts[name] for name in ("actors_came", "actors_went", "actors_stayed", "venues_came")] == [1, 1, 2, 1]


def test_a_shift_is_the_places_gained():
    assert (row("b")["rank_before"], row("b")["rank_after"], row("b")["shift"]) == (2.5, 1, 1.5)
    assert (row("b")["place_before"], row("b")["place_after"]) == ("2–3", "1")
    assert row("a")["shift"] == -1.5


def test_who_was_not_there_has_no_rank_then_and_no_shift():
    assert [row("d")[name] for name in ("before", "rank_before", "shift", "clear")] == [None, None, None, None]
    assert FOUND.undefined["shift"] == FOUND.undefined["clear"] == compare.ELSEWHERE


def test_why_no_shift_can_be_told_from_chance_is_said_of_those_who_stayed():
    assert compare.compare(OLD, OLD).undefined == {}
    assert compare.compare(OLD, OLD, resamples=0).undefined == {"clear": "places_not_tried"}
    assert compare.compare(OLD, NEW, resamples=0).undefined["clear"] == "not_in_both, places_not_tried"


def test_where_somebody_only_came_nothing_is_lacking_after():
    grown = compare.compare(OLD, view(taking_part({"v": "abcd", "w": "a"})))
    assert grown.undefined == dict.fromkeys(("before", "rank_before", "place_before", "shift", "clear"), compare.ELSEWHERE)


def test_how_progress_is_told_is_nothing_that_was_asked():
    found = compare.compare(OLD, NEW, resamples=2, progress=lambda *_: None)
    assert found.context.parameters.items() >= {"resamples": 2}.items()
    assert "progress" not in found.context.parameters


def test_ties_of_one_actor_stand_in_order_of_the_names_they_lead_to():
    nodes = [actor("a"), network("w"), network("x")]
    nodes = [type(node)(id=node.id, name={"w": "Z", "x": "B"}.get(node.id, "A"), kind=node.kind) for node in nodes]
    joined = view(snapshot(nodes, tie("a", "member_of", "w"), tie("a", "member_of", "x")))
    assert [row["target"] for row in compare.compare(view(snapshot(nodes)), joined).ties.rows] == ["x", "w"]


def test_a_tie_of_two_actors_or_two_venues_begins_with_the_first_by_id():
    nodes = [actor("a"), actor("b"), network("v"), network("w")]
    every = view(snapshot(nodes, tie("a", "member_of", "b"), tie("v", "succeeds", "w"), tie("a", "member_of", "v")), "all")
    found = {(row["source"], row["target"]) for row in compare.compare(every, every, resamples=0).ties.rows}
    assert found == {("a", "b"), ("v", "w"), ("a", "v")}


def test_ties_are_kept_new_and_gone():
    found = [(each["source"] + each["target"], each["change"]) for each in FOUND.ties.rows]
    assert found == [("bw", "new"), ("bx", "new"), ("dv", "new"), ("aw", "gone"), ("cv", "gone"), ("av", "kept"), ("bv", "kept")]
    assert FOUND.to_dict()["ties"][0]["change"] == "new"
    assert FOUND.context.summary["ties_kept"] == 2


def test_a_view_beside_itself_shows_no_change():
    same = compare.compare(OLD, OLD, ["degree", "betweenness"])
    assert {each["change"] for each in same.rows} == {"stayed"}
    assert {each["shift"] for each in same.rows} == {0}
    assert {each["clear"] for each in same.rows} == {False}
    assert {each["change"] for each in same.ties.rows} == {"kept"}


def test_a_shift_is_clear_when_no_loss_of_statements_could_make_it():
    """Forty strangers come before a and b, who had only each other to be ranked with."""
    crowd = [actor(f"n{number:02}") for number in range(40)]
    ties = [tie(each.id, "member_of", venue) for each in crowd for venue in ("x", "y", "z")]
    pair = [tie(name, "member_of", "v") for name in "ab"]
    nodes = [actor("a"), actor("b"), *crowd, *map(network, "vxyz")]
    found = compare.compare(view(snapshot(nodes, *pair)), view(snapshot(nodes, *pair, *ties)), resamples=20)
    assert {each["clear"] for each in found.rows if each["id"] in "ab"} == {True}
    back = compare.compare(view(snapshot(nodes, *pair, *ties)), view(snapshot(nodes, *pair)), resamples=20)
    assert {each["clear"] for each in back.rows if each["id"] in "ab"} == {True}


def test_each_measure_has_its_rows():
    found = compare.compare(OLD, NEW, ["degree", "harmonic"])
    assert [each["measure"] for each in found.rows] == ["degree"] * 7 + ["harmonic"] * 7


def test_two_dates_of_one_network_are_two_views():
    nodes = [actor("a"), actor("b"), network("v"), network("w", valid_from="2012")]
    of = snapshot(nodes, tie("a", "member_of", "v"), tie("b", "member_of", "v"), tie("b", "member_of", "w"))
    before, after = (view(of, selection=Selection(at=year)) for year in ("2011", "2013"))
    found = compare.compare(before, after)
    assert found.of("came") == ("w",)
    assert found.context.parameters["before"]["at"] == "2011"


def test_views_of_different_kinds_cannot_be_compared():
    with pytest.raises(UsageError, match="cannot be compared"):
        compare.compare(OLD, view(taking_part({"v": "ab"}), "actors"))


def test_nothing_beside_nothing_is_nothing():
    empty = view(taking_part({}))
    assert compare.compare(empty, empty).rows == ()
