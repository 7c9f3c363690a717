"""Claims about who else there is round a network."""

from __future__ import annotations

from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given
from hypothesis import strategies as st

import actormap
from actormap.analysis.review import outsiders
from actormap.errors import UnknownName
from actormap.graph.views import build
from actormap.model.records import Evidence, Theme
from actormap.model.vocabulary import Vocabulary
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie, view

ROUND = [network("v"), network("w"), network("x"), network("y"), *map(actor, "mnabcd")]
# m sits in v; n meets it in w; a meets n in x; b meets a in y; c is tied to m directly; d to nobody.
TIES = [
    tie("m", "member_of", "v"),
    *(tie(name, "member_of", "w") for name in "mn"),
    *(tie(name, "member_of", "x") for name in "na"),
    *(tie(name, "member_of", "y") for name in "ab"),
    tie("m", "member_of", "c", Evidence(document="doc", locator="7")),
]


def find(nodes=(), *ties, vocabulary=VOCABULARY, lang="en", **options):
    return outsiders.find(build(snapshot(nodes or ROUND, *(ties or TIES)), vocabulary, **options), "v", lang=lang)


def row(found, name):
    return next(row for row in found.rows if row["id"] == name)


def test_who_meets_a_member_in_any_venue_is_not_listed():
    assert [row["id"] for row in find().of("actor")] == ["c", "a", "b", "d"]


def test_the_distance_is_steps_of_shared_venues_and_relationships_and_unknown_without_a_path():
    assert {row["id"]: row["distance"] for row in find().of("actor")} == {"c": 1, "a": 2, "b": 3, "d": None}


def test_the_way_goes_through_those_one_step_nearer_and_where_they_meet():
    found = find()
    assert (row(found, "a")["through"], row(found, "a")["venues"]) == (["n"], ["x"])
    assert (row(found, "b")["through"], row(found, "b")["venues"]) == (["a"], ["y"])
    assert (row(found, "c")["through"], row(found, "c")["venues"], row(found, "c")["evidence"]) == (["m"], [], ["doc 7"])


def test_who_coordinates_the_network_meets_its_members_there():
    assert "a" not in [row["id"] for row in find(ROUND, *TIES, tie("a", "coordinates", "v")).of("actor")]


def test_planned_parts_are_no_meetings():
    planned = tie("a", "participates_in", "v", Evidence(status="planned"))
    assert row(find(ROUND, *TIES, planned), "a")["distance"] == 2


def test_funds_roles_and_units_that_are_lifted_are_nobody_to_list():
    nodes = [*ROUND, actor("f", "eu_fund"), actor("r", "role"), actor("u", "unit")]
    assert not {"f", "r", "u"} & {row["id"] for row in find(nodes, *TIES, tie("u", "part_of", "b")).of("actor")}


def test_without_members_nobody_is_near():
    assert {row["distance"] for row in find(ROUND, tie("a", "member_of", "w")).of("actor")} == {None}


def test_a_profession_that_nothing_names_is_named_in_no_source():
    police = row(find(), "police")
    assert (police["state"], police["by"], police["seat"], police["name"]) == ("unnamed", [], False, "the police")
    assert row(find(lang="sv"), "police")["name"] == "polisen"


def test_a_profession_is_named_by_a_word_or_a_kind_and_has_a_seat_if_one_of_these_has():
    nodes = [*ROUND, actor("p", aliases=("Polisen",)), actor("h", "health_care")]
    found = find(nodes, *TIES, tie("h", "member_of", "v"))
    assert (row(found, "police")["by"], row(found, "police")["seat"]) == (["p"], False)
    assert (row(found, "health_care")["by"], row(found, "health_care")["seat"]) == (["h"], True)
    assert not {"police", "health_care"} & set(found.unnamed())


def test_a_workspace_adds_to_the_checklist():
    words = Vocabulary.load({"checklist": {"libraries": {"sv": "bibliotek", "en": "libraries", "words": ["bibliotek"]}}})
    assert find(vocabulary=words).unnamed()[-1] == "libraries"


def test_groups_collectives_and_actors_said_to_stand_for_several_are_named_without_members():
    nodes = [
        *ROUND, actor("g", "group"), network("k", "collective"), project("q", "collective"),
        actor("u", "university", note="collective; the members are not named"),
    ]  # fmt: skip
    found = find(nodes, *TIES, tie("g", "participates_in", "w"))
    assert [row["id"] for row in found.of("group")] == ["g", "k", "q", "u"]
    assert row(found, "g")["by"] == ["w"]
    themes = [*nodes, Theme(id="t", name="T", kind="problem_area"), actor("f", "eu_fund")]
    more = find(themes, *TIES, tie("g", "participates_in", "w"), tie("g", "addresses", "t"), tie("f", "funds", "g"))
    assert row(more, "g")["by"] == ["w"]  # neither what it is about nor who pays


def test_a_network_that_is_not_there_is_answered_with_the_nearest():
    with pytest.raises(UnknownName, match="unknown"):
        outsiders.find(view(snapshot(ROUND)), "vv")


@given(st.lists(st.tuples(st.sampled_from("mabcde"), st.sampled_from("vwxyz")), max_size=14))
def test_every_actor_meets_a_member_or_is_listed_at_its_distance_and_never_both(pairs):
    ties = [tie("m", "member_of", "v"), *(tie(name, "member_of", venue) for name, venue in set(pairs) if (name, venue) != ("m", "v"))]
    nodes = [*map(network, "vwxyz"), *map(actor, "mabcde")]
    of = view(snapshot(nodes, *ties))
    members = {"m", *(name for name, venue in pairs if venue == "v")}
    shares = nx.Graph([(a, b) for venue in of.venues for a, b in combinations(of.graph[venue], 2)])
    shares.add_nodes_from("mabcde")
    for actor_row in outsiders.find(of, "v").of("actor"):
        far = min(
            (nx.shortest_path_length(shares, m, actor_row["id"]) for m in members if nx.has_path(shares, m, actor_row["id"])), default=None
        )
        assert actor_row["distance"] == far != 1
    near = {name for name in "mabcde" if name in members or any(shares.has_edge(name, m) for m in members)}
    assert {row["id"] for row in outsiders.find(of, "v").of("actor")} == set("mabcde") - near


NAMED_BY_NOBODY = ["social_services", "health_care", "civil_society", "police", "parents", "young_people"]


@pytest.mark.parametrize(("documents", "unnamed"), [((), NAMED_BY_NOBODY), (("five",), [*NAMED_BY_NOBODY, "social_insurance"])])
def test_gria_whom_no_source_names(documents, unnamed):
    assert list(actormap.open("gria").narrowed(documents=documents).others().unnamed()) == unnamed


def test_gria_who_is_near_and_through_whom():
    found = actormap.open("gria").others()
    assert row(found, "alv-och-kust")["through"] == ["ale", "kungalv", "ockero", "stenungsund", "tjorn"]
    assert (row(found, "lo")["distance"], row(found, "lo")["through"], row(found, "lo")["venues"]) == (2, ["gr"], ["kompetensradet"])
    assert row(found, "regeringen")["distance"] is None
    assert "gr" not in {row["id"] for row in found.of("actor")}
