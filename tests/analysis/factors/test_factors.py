"""Claims about who carries methods and factors, who should meet, and what came of it, on graphs of a few projects."""

from __future__ import annotations

import pytest

from actormap.analysis.factors import carriers, meetings, outcomes, places
from actormap.errors import UnknownName
from actormap.model.coding import CodedAnswer, SetQuestion
from actormap.model.records import Municipality, Snapshot, Theme
from tests.graphs import actor, project, snapshot, tie, view

DAY = "2020-06-01"
COACHING = Theme(id="coachning", name="Coachning", kind="method")
PLAN = Theme(id="plan", name="Plan", kind="success_factor")
TRUANCY = Theme(id="skolk", name="Skolk", kind="problem_area")
NOW = project("now", start="2020", end="2021")
OLD = project("old", start="2010", end="2012")
OPEN = project("open", start="2015")
NODES = [actor("a"), actor("b"), actor("c"), NOW, OLD, OPEN, COACHING, PLAN, TRUANCY]


def found(*ties, nodes=NODES):
    return view(snapshot(nodes, *ties))


def states(of, factor="coachning"):
    return {row["id"]: row["state"] for row in carriers.of(of, factor, DAY).rows}


def test_an_actor_carries_what_is_used_where_it_takes_part_as_long_as_that_goes_on():
    uses = [tie(each, "uses_method", "coachning") for each in ("now", "old", "open")]
    of = found(*uses, tie("a", "owns", "now"), tie("b", "participates_in", "old"), tie("c", "participates_in", "open"))
    assert states(of) == {"a": "running", "c": "unknown", "b": "ended"}
    (row,) = carriers.find(of, DAY).rows
    assert (row["used_in"], row["running"], row["carried_by"]) == (3, 1, 3)
    assert (row["carried_today"], row["carried_unsure"], row["carried_before"], row["today_names"]) == (1, 1, 1, ["A"])


def test_the_firmest_of_several_projects_counts_and_the_last_end_is_told():
    uses = [tie(each, "uses_method", "coachning") for each in ("now", "old")]
    of = found(*uses, tie("a", "owns", "now"), tie("a", "owns", "old"), tie("b", "owns", "old"))
    rows = {row["id"]: (row["state"], row["ends"], row["carried_through"]) for row in carriers.of(of, "coachning", DAY).rows}
    assert rows == {"a": ("running", "2021", ["NOW", "OLD"]), "b": ("ended", "2012", ["OLD"])}


def test_who_does_it_by_itself_carries_it_whatever_ends():
    of = found(tie("a", "uses_method", "coachning"), tie("old", "uses_method", "coachning"), tie("a", "owns", "old"))
    assert states(of) == {"a": "running"}


def test_themes_that_are_no_method_or_factor_and_projects_that_only_address_them_are_left_out():
    of = found(tie("now", "addresses", "skolk"), tie("a", "owns", "now"))
    assert carriers.find(of, DAY).rows == ()
    with pytest.raises(UnknownName):
        carriers.of(of, "skolk", DAY)


def test_what_is_said_of_a_workshop_is_carried_by_those_in_the_workshop_alone_and_counts_with_its_whole():
    nodes = [*NODES, project("one"), project("two")]
    parts = [tie("one", "part_of", "now"), tie("two", "part_of", "now")]
    ties = [tie("one", "uses_method", "coachning"), tie("a", "owns", "one"), tie("b", "owns", "two"), tie("c", "owns", "now")]
    of = found(*parts, *ties, nodes=nodes)
    assert states(of) == {"a": "running"}
    assert carriers.find(of, DAY).rows[0]["used_in"] == 1


def test_what_an_actor_has_rests_on_its_own_workshop_and_not_on_another():
    nodes = [*NODES, project("one"), project("two")]
    parts = [tie("one", "part_of", "now"), tie("two", "part_of", "now")]
    uses = [tie("one", "uses_method", "coachning"), tie("two", "uses_method", "coachning")]
    of = found(*parts, *uses, tie("a", "owns", "one"), tie("b", "owns", "two"), nodes=nodes)
    told = carriers.of(of, "coachning", DAY)
    assert [(tie.source, tie.target) for tie in told.rests_on(told.rows[0], of)] == [("a", "one"), ("one", "coachning")]


def test_what_two_share_rests_on_what_says_that_each_uses_it():
    uses = [tie("now", "uses_method", "coachning"), tie("open", "uses_method", "coachning"), tie("open", "reports", "plan")]
    of = found(*uses, tie("a", "owns", "now"), tie("b", "owns", "open"))
    told = meetings.find(of, DAY)
    assert {(tie.source, tie.target) for tie in told.rests_on(told.rows[0], of)} == {("now", "coachning"), ("open", "coachning")}


def test_a_workshop_without_an_end_of_its_own_ends_with_its_whole():
    nodes = [*NODES, project("one", start="2010-05")]
    of = found(tie("one", "part_of", "old"), tie("one", "uses_method", "coachning"), tie("a", "owns", "one"), nodes=nodes)
    assert states(of) == {"a": "ended"}


def dying(*ties, nodes=NODES):
    return [(row["id"], row["dies_with"], row["ends"]) for row in carriers.find(found(*ties, nodes=nodes), DAY).rows]


def test_a_factor_ends_with_the_one_running_project_that_has_it():
    uses = [tie("now", "reports", "plan"), tie("old", "reports", "plan"), tie("a", "owns", "now"), tie("b", "owns", "old")]
    assert dying(*uses) == [("plan", "NOW", "2021")]


def test_it_is_not_said_to_end_where_somebody_has_it_itself_or_it_is_unknown_whether_something_goes_on():
    base = [tie("now", "reports", "plan"), tie("a", "owns", "now")]
    assert dying(*base, tie("b", "addresses", "plan")) == [("plan", None, None)]
    assert dying(*base, tie("open", "reports", "plan")) == [("plan", None, None)]
    other = project("other", start="2020", end="2022")
    assert dying(*base, tie("other", "reports", "plan"), nodes=[*NODES, other]) == [("plan", None, None)]


def several(n=22):
    """Return n running projects, each with an actor of its own: two use the same eight methods, the others eight each, evenly spread."""
    methods = [Theme(id=name, name=name.upper(), kind="method") for name in ("all", *(f"m{each}" for each in range(48)))]
    venues = [project(f"p{each}", start="2020", end="2022") for each in range(n)]
    uses = {f"p{each}": [*range(8)] if each < 2 else [8 + (each + step) % 40 for step in (0, 1, 4, 9, 15, 22, 32, 34)] for each in range(n)}
    ties = [tie(f"x{each}", "owns", f"p{each}") for each in range(n)] + [tie(venue.id, "uses_method", "all") for venue in venues]
    ties += [tie(venue, "uses_method", f"m{method}") for venue, used in uses.items() for method in used]
    return [*(actor(f"x{each}") for each in range(n)), *venues, *methods], ties


def test_projects_that_share_more_than_chance_gives_and_no_actor_should_meet():
    nodes, ties = several()
    told = meetings.find(view(snapshot(nodes, *ties)), DAY)
    assert (told.rows[0]["a"], told.rows[0]["b"], told.rows[0]["shared_factors"], told.rows[0]["sure"]) == ("p0", "p1", 9, True)
    assert (told.pairs, told.found) == (231, 1)


def test_what_all_have_in_common_brings_nobody_together():
    nodes, ties = several()
    told = meetings.find(view(snapshot(nodes, *ties)), DAY)
    assert {row["p"] for row in told.rows if row["shared_factors"] == 1} == {1.0}


def test_projects_with_an_actor_in_common_have_met_and_those_without_a_known_one_cannot_be_told():
    nodes, ties = several()
    met = view(snapshot(nodes, *ties, tie("x0", "participates_in", "p1")))
    assert ("p0", "p1") not in {(row["a"], row["b"]) for row in meetings.find(met, DAY).rows}
    alone = view(snapshot(nodes, *(each for each in ties if each.source != "x0")))
    told = meetings.find(alone, DAY)
    assert told.actorless == 1
    assert "p0" not in {each for row in told.rows for each in (row["a"], row["b"])}


def test_projects_that_have_ended_are_looked_at_when_they_are_asked_for():
    nodes, ties = several()
    of = view(snapshot(nodes, *ties))
    assert meetings.find(of, "2030").pairs == 0
    assert meetings.find(of, "2030", ended=True, top=3).pairs == 231


def test_where_nobody_uses_anything_nobody_should_meet():
    assert meetings.find(view(snapshot([actor("a")])), DAY).rows == ()


def test_a_municipality_meets_what_is_used_where_it_takes_part_and_what_is_carried_out_in_it():
    nodes = [*NODES, Municipality(id="ale", name="Ale"), Municipality(id="kil", name="Kil")]
    of = found(
        *(tie("now", "uses_method", "coachning"), tie("old", "reports", "plan")),
        *(tie("ale", "participates_in", "now"), tie("old", "active_in", "ale")),
        nodes=nodes,
    )
    rows = {row["id"]: (row["takes_part_in"], row["met_today"], row["met_before"], row["met_unsure"]) for row in places.find(of, DAY).rows}
    assert rows == {"ale": (2, ["Coachning"], ["Plan"], []), "kil": (0, [], [], [])}


VALUES = ("no", "half", "yes")
GRADED = {"values": VALUES, "partly": ("half",), "reached": ("yes",), "outside": ("planned",)}
GOALS = SetQuestion(id="q", group="g", sv="Mål?", en="Goals?", scale="ordinal", **GRADED)
NAMED = SetQuestion(id="f", group="g", sv="Nämnd?", en="Named?", scale="yes_no", reached=("yes",))


def assessed(answers, ties, nodes):
    coding = [GOALS, NAMED, *(CodedAnswer(project=p, question=q, answer=said) for p, q, said in answers)]
    return outcomes.find(view(Snapshot.of(nodes, ties, coding=coding)), DAY)


def test_who_took_part_in_what_worked_is_held_against_being_in_as_many():
    names = [f"p{each}" for each in range(6)]
    nodes = [actor("a"), actor("b"), *map(project, names)]
    ties = [tie("b", "owns", name) for name in names] + [tie("a", "owns", name) for name in names[:3]]
    told = assessed([(name, "q", "yes" if n < 3 else "half") for n, name in enumerate(names)], ties, nodes)
    rows = {row["id"]: (row["assessed"], row["reached"], row["partly"], row["expected"], row["p"]) for row in told.rows}
    assert rows == {"a": (3, 3, 0, 1.5, pytest.approx(1 / 20)), "b": (6, 3, 3, 3.0, 1.0)}
    assert [row["sure"] for row in told.rows] == [False, False]
    assert (told.of, told.reaching, told.halfway) == (6, 3, 3)


def test_the_best_answer_of_a_project_counts_and_what_is_silent_not_measured_or_planned_assesses_nothing():
    nodes = [actor("a"), *map(project, "prst")]
    ties = [tie("a", "owns", each) for each in "prst"]
    answers = [("p", "q", "half"), ("r", "q", "not_measured"), ("s", "q", "silent"), ("s", "f", "yes"), ("t", "q", "planned")]
    told = assessed([*answers, ("p", "q", "yes")], ties, nodes)
    assert (told.of, told.rows[0]["reached"], told.rows[0]["reached_in"]) == (1, 1, ["P"])
