"""Claims about which way relationships go."""

from __future__ import annotations

from actormap.graph.views import build
from actormap.model.records import Evidence
from actormap.model.vocabulary import Vocabulary
from tests.graphs import actor, network, snapshot, tie, view

CONTACT = {
    "sv": ["har kontakt med", "har kontakt med"], "en": ["is in contact with", "is in contact with"],
    "from": ["actor"], "to": ["actor"], "views": ["actors"],
}  # fmt: skip
WORDS = Vocabulary.load({"types": {"contact": CONTACT}})


def contacts(*pairs, name="actors"):
    names = sorted({end for pair in pairs for end in pair})
    return build(snapshot(map(actor, names), *(tie(a, "contact", b) for a, b in pairs)), WORDS, name)


def test_a_type_that_is_said_otherwise_from_its_other_end_has_a_direction():
    assert WORDS.type("owns").directed
    assert not WORDS.type("contact").directed
    assert view(snapshot([actor("a"), actor("b")], tie("b", "connects", "a")), "actors").arcs == {("b", "a"): 1}


def test_a_list_of_contacts_that_tells_each_once_has_no_direction_and_neither_has_one_that_tells_each_twice():
    assert contacts("ab", "ac", "bc").arcs == {}
    assert contacts("ab", "ba", "bc", "cb").arcs == {}


def test_a_survey_in_which_some_name_each_other_and_others_do_not_has_a_direction():
    assert list(contacts("ab", "ba", "cb").arcs) == [("a", "b"), ("b", "a"), ("c", "b")]
    assert list(contacts("ab", "ba", "cb", name="all").arcs) == [("a", "b"), ("b", "a"), ("c", "b")]


def test_an_arc_is_as_strong_as_the_relationships_that_go_its_way_together():
    of = snapshot([actor("a"), actor("b")], tie("a", "connects", "b", Evidence(weight=3)), tie("a", "owns", "b"), tie("b", "connects", "a"))
    assert view(of, "all").arcs == {("a", "b"): 4, ("b", "a"): 1}


def test_who_takes_part_in_what_has_no_arcs_beside_that_of_two_actors():
    of = snapshot([actor("a"), actor("b"), network("v")], tie("a", "member_of", "v"), tie("b", "member_of", "v"), tie("a", "connects", "b"))
    assert view(of).arcs == {}
    assert list(view(of, "actors").arcs) == [("a", "b")]
    assert set(view(of, "all").arcs) == {("a", "b"), ("a", "v"), ("b", "v")}


def test_what_a_unit_has_towards_others_goes_from_what_it_is_part_of():
    nodes = [actor("a", kind="unit"), actor("b"), actor("c")]
    of = snapshot(nodes, tie("a", "part_of", "b"), tie("a", "connects", "c"), tie("b", "connects", "a"))
    assert list(view(of, "actors").arcs) == [("b", "c")]
