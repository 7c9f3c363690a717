"""Claims about one actor, in data and in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.analysis.actor import profile
from actormap.errors import UnknownName, UsageError
from actormap.i18n import Texts
from actormap.model.records import Evidence, Theme
from actormap.model.selection import Selection
from actormap.output.cells import Writer
from actormap.output.pages import profile as page
from actormap.output.pages.profile import sentences
from tests.graphs import VOCABULARY, actor, network, project, snapshot, taking_part, tie, view

HINT = Evidence(document="d", status="implied")
NODES = [
    actor("a", aliases=("The first",)),
    actor("b"),
    actor("c"),
    actor("u", "unit"),
    actor("lone"),
    network("v"),
    network("w"),
    project("p"),
]
OF = view(
    snapshot(
        NODES,
        tie("a", "member_of", "v", role="chair"),
        tie("b", "member_of", "v"),
        tie("a", "coordinates", "w"),
        tie("c", "member_of", "w"),
        tie("u", "part_of", "a"),
        tie("u", "owns", "p", HINT),
    )
)


def told(who, **options):
    return profile.explain(OF, who, **options)


def said(who, lang="en", **options):
    return sentences(told(who, **options), Texts.load(lang), VOCABULARY)


def test_what_an_actor_takes_part_in_is_told_with_role_status_and_documents():
    rows = [(row["id"], row["type"], row["role"], row["by"], row["status"], row["documents"], row["others"]) for row in told("a").rows]
    assert rows == [
        ("p", "owns", None, "U", "implied", ["d"], 0),
        ("v", "member_of", "chair", None, "stated", [], 1),
        ("w", "coordinates", None, None, "stated", [], 1),
    ]
    assert (told("a").venues, told("a").all_venues, told("a").implied) == (3, 3, pytest.approx(1 / 3))


def test_a_cut_point_is_told_with_whom_it_alone_connects():
    assert told("a").cut_off == ("C", "W")
    assert told("a").parts == 2
    assert (told("b").cut_off, told("b").parts) == ((), 0)


def test_ranks_come_with_their_certainty():
    found = told("a", by=["degree", "harmonic"])
    assert list(found.ranks) == ["degree", "harmonic"]
    assert (found.ranks["degree"]["rank"], found.of_actors) == (1, 3)
    assert found.context.parameters["done"] == 5


def test_company_is_told_with_how_much_is_shared():
    assert [(name, times) for _, name, times in told("a").shares_most] == [("B", 1), ("C", 1)]
    assert told("a").meets == 2


def test_of_many_with_as_much_in_common_none_is_preferred():
    everybody = profile.explain(view(taking_part({"v": "abcdefghijkl", "w": "ab"})), "a")
    assert everybody.meets == 11
    assert [who for who, _, _ in everybody.shares_most] == ["b"]


def test_an_actor_is_found_by_id_name_and_alias():
    assert [told(who).subject["id"] for who in ("a", "A", "the  First")] == ["a", "a", "a"]
    with pytest.raises(UnknownName, match="lone"):
        told("lonely")


def test_a_unit_is_answered_with_the_organisation_it_is_lifted_to():
    assert (told("u").subject["id"], told("u").asked_name) == ("a", "U")
    assert said("u")[0] == "U is counted here as A."


def test_who_takes_part_in_nothing_has_no_ranks():
    found = told("lone", focal="v")
    assert (found.rows, found.ranks, found.implied) == ((), {}, None)
    assert said("lone", focal="v") == [
        (
            "The sources do not show that LONE takes part in any network or project. Direct contacts, if there are any, are shown by: "
            'actormap ego "LONE"'
        ),
        "LONE has no seat in V.",
        "The sources tie LONE to nothing.",
    ]


def test_gaps_are_told_with_what_tempers_them():
    assert told("a", focal="w").gaps == (("not_in_network", "coordinates"),)
    assert said("a", focal="w")[-1] == "A coordinates the network but has no seat in W."


def test_the_actors_view_cannot_explain():
    with pytest.raises(UsageError, match="affiliation"):
        profile.explain(view(taking_part({"v": "ab"}), "actors"), "a")


def test_plain_words_say_it_in_either_language():
    assert said("b")[:3] == [
        "B takes part in one of the 3 networks and projects looked at.",
        "B is a member of V (stated). One other actor takes part there too.",
        "This rests on a single statement, in documents that are not named.",
    ]
    assert said("b", "sv")[1] == "B är medlem i V (sägs rakt ut). Där deltar också en annan aktör."


def test_a_place_that_is_shared_is_said_to_be():
    assert any(line.startswith("Number of networks and projects: shared place 2–3 of 3.") for line in said("b"))


def test_what_holds_of_several_sub_projects_is_said_once_as_firmly_as_it_is():
    ties = [tie("q", "part_of", "p"), tie("r", "part_of", "p"), tie("a", "owns", "q", HINT), tie("a", "owns", "r")]
    of = view(snapshot([actor("a"), project("p"), project("q"), project("r")], *ties))
    lines = sentences(profile.explain(of, "a"), Texts.load("en"))
    assert "A owns P (stated). No other actor takes part there." in lines


def test_several_ties_to_one_venue_are_one_sentence():
    of = view(snapshot([actor("a"), project("p")], tie("a", "owns", "p"), tie("a", "carries_out", "p", HINT)))
    lines = sentences(profile.explain(of, "a"), Texts.load("sv"))
    assert lines[1] == "A genomför P (underförstått) och äger P (sägs rakt ut). Ingen annan aktör deltar där."


class Keys(dict):
    """A catalogue in which every sentence is its own key."""

    def __missing__(self, key):
        return key

    def get(self, key, default=None):
        return default if "." in key and key.rpartition(".")[2] in ("one", "other", "zero", "two", "few", "many") else key


KEYS = Texts("en", Keys())
RANKED = {"score": 1.0, "rank": 2.0, "place": "2", "may_be": None, "p_top": None, "stated_rank": 2.0, "stated_place": "2"}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({}, ["explain.rank_unknown"]),
        ({"may_be": "2"}, ["explain.rank_sure"]),
        ({"may_be": "1–2"}, ["explain.rank"]),
        ({"stated_rank": None}, ["explain.rank_unknown", "explain.not_stated"]),
        ({"stated_rank": 3.0}, ["explain.rank_unknown", "explain.stated"]),
        ({"p_top": 0.004}, ["explain.rank_unknown", "explain.top_hardly", "explain.alike_none"]),
        ({"p_top": 0.5}, ["explain.rank_unknown", "explain.top", "explain.alike_none"]),
        ({"p_top": 0.996}, ["explain.rank_unknown", "explain.top_surely", "explain.alike_none"]),
    ],
)
def test_a_rank_is_told_as_far_as_it_is_known(row, said):
    found = replace(told("a"), ranks={"degree": {**RANKED, **row}}, alike={"degree": []})
    assert list(page._ranks(found, KEYS)) == [" ".join(said)]


@pytest.mark.parametrize(("first", "second", "sure"), [(0.5, 0.5, True), (None, 0.5, True), (None, None, False)])
def test_the_page_says_how_chances_were_tried_if_one_rank_has_one(first, second, sure):
    base = told("a", resamples=5)
    ranks = {measure: {**row, "p_top": chance} for (measure, row), chance in zip(base.ranks.items(), (first, second), strict=False)}
    how, asked = Texts.load("en"), base.context.parameters
    tried = how("explain.page.sure", n=asked["done"], top=asked["top"], seed=asked["seed"], share=10)
    assert (tried in page.page(replace(base, ranks=ranks), Writer(how, VOCABULARY))) == sure


@pytest.mark.parametrize(("names", "said"), [([], "explain.alike_none"), ("abcdef", "explain.alike"), ("abcdefg", "explain.alike_many")])
def test_six_are_named_who_cannot_be_told_apart(names, said):
    assert page._alike(names, KEYS) == said


@pytest.mark.parametrize(
    ("place", "may_be", "said"), [("2", "2", "explain.alike_still"), ("2", "1–2", "explain.alike"), ("2–3", "2–3", "explain.alike")]
)
def test_that_a_sure_place_is_not_told_apart_is_put_down_to_the_others_but_not_where_it_is_shared(place, may_be, said):
    row = {**RANKED, "place": place, "may_be": may_be, "p_top": 0.5}
    (told_of,) = page._ranks(replace(told("a"), ranks={"degree": row}, alike={"degree": ["B"]}), KEYS)
    assert said in told_of.split()
    assert page._alike("abcdefg", KEYS, sure=True) == "explain.alike_still_many"


@pytest.mark.parametrize(("implied", "said"), [(None, "explain.rests_stated"), (0.004, "explain.rests_stated"), (0.01, "explain.rests")])
def test_what_is_implied_is_told_from_one_per_cent_on(implied, said):
    found = replace(told("a"), implied=implied)
    assert list(page._basis(found, KEYS)) == [said]
    assert list(page._basis(replace(found, rows=()), KEYS)) == []


def test_what_methods_and_factors_an_actor_carries_is_told_for_a_day_and_not_without_one():
    coaching, plan = (Theme(id=name, name=name.title(), kind="method") for name in ("coaching", "plan"))
    nodes = [*NODES, coaching, plan, project("now", start="2020", end="2021"), project("old", end="2012")]
    uses = [tie("now", "uses_method", "coaching"), tie("old", "uses_method", "plan"), tie("old", "uses_method", "coaching")]
    of = view(snapshot(nodes, *uses, tie("a", "owns", "now"), tie("a", "owns", "old")))
    told = profile.explain(of, "a", resamples=0, date="2020-06")
    assert told.factors == (("Coaching", "running"), ("Plan", "ended"))
    assert sentences(told, Texts.load("en"))[-2:] == [
        "A carries today, through what goes on: Coaching.",
        "A has carried this in what has ended: Plan.",
    ]
    assert profile.explain(of, "a", resamples=0).factors == ()


def test_a_venue_is_planned_where_all_that_ties_to_it_is_and_no_less():
    plan = Evidence(status="planned")
    ties = [tie("a", "member_of", "v", plan), tie("a", "coordinates", "v"), tie("a", "member_of", "w", plan), tie("b", "member_of", "w")]
    of = view(snapshot([actor("a"), actor("b"), network("v"), network("w")], *ties), selection=Selection(statuses=("stated", "planned")))
    told = sentences(profile.explain(of, "a"), Texts.load("en"), VOCABULARY)
    assert told[:4] == [
        "A takes part in 2 of the 2 networks and projects looked at.",
        "In one of them it is only planned.",
        "A coordinates V (stated) and is a member of V (planned). No other actor takes part there.",
        "It is only planned that A is a member of W (planned). One other actor takes part there.",
    ]
