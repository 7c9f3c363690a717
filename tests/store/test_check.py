"""Claims about what every store refuses, among any number of records that are as they should be."""

from __future__ import annotations

import math

import pytest

from actormap.errors import InputError
from actormap.model.records import Evidence, Project, Snapshot
from actormap.store import check
from actormap.store.base import Origin
from actormap.store.fields import forms, required, says, shown
from tests.graphs import actor, network, tie

GOOD = [
    actor("good", aliases=("G", "Go"), attributes=(("x", "1"), ("y", "2"))),
    actor("fine", note="å", aliases=("F",), attributes=(("x", ""),)),
    network("v"),
]


def refused(*nodes, ties=(), origin=None):
    with pytest.raises(InputError) as raised:
        check.check(Snapshot.of([*GOOD, *nodes], ties), origin)
    return str(raised.value)


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"aliases": ("B", "")}, 'the field "aliases" has an alias that is empty or holds a vertical bar'),
        ({"aliases": ("B|C",)}, 'the field "aliases" has an alias that is empty or holds a vertical bar'),
        ({"attributes": (("x", "1"), ("x", "2"))}, 'the field "attributes" gives one attribute twice'),
        ({"attributes": (("x", "1"), ("y", "a\0"))}, 'the field "attributes" holds a NUL character'),
        ({"aliases": ("\ud800",)}, 'the field "aliases" holds half of a surrogate pair'),
        ({"note": "a\0"}, 'the field "note" holds a NUL character'),
        ({"note": "å\ud800"}, 'the field "note" holds half of a surrogate pair'),
    ],
)
def test_one_record_among_good_ones_is_named_with_its_field(fields, said):
    assert f'The actor "bad": {said}' in refused(actor("bad", **fields))


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_a_number_has_to_be_finite(value):
    assert "no finite number" in refused(Project(id="p", name="P", kind="project", total_budget_sek=value))
    assert "no finite number" in refused(ties=[tie("good", "member_of", "v", Evidence(), Evidence(confidence=value))])


def test_a_number_with_a_decimal_point_may_be_larger_than_any_whole_one():
    ties = [tie("good", "member_of", "v", Evidence(confidence=2.0**63, level=1), Evidence(weight=-1e300))]
    check.check(Snapshot.of([*GOOD, Project(id="p", name="P", kind="project", total_budget_sek=1e300)], ties))
    assert "more than 64 bits" in refused(ties=[tie("good", "member_of", "v", Evidence(confidence=2.0**63), Evidence(level=2**63))])


def test_a_whole_number_has_sixty_four_bits():
    for level in (2**63 - 1, -(2**63)):
        check.check(Snapshot.of(GOOD, [tie("good", "member_of", "v", Evidence(level=level))]))
    for level in (2**63, -(2**63) - 1):
        assert "more than 64 bits" in refused(ties=[tie("good", "member_of", "v", Evidence(level=level))])


def test_good_records_and_their_origin_are_not_refused():
    check.check(Snapshot.of(GOOD), Origin("wörkspace", "2026-01-31T00:00:00+00:00", (("a.csv", "f"),)))
    assert "The name of the workspace or of one of its files" in refused(origin=Origin("w", "", (("a\0", "f"),)))


def test_the_later_of_two_chunks_is_looked_at_too(monkeypatch):
    monkeypatch.setattr(check, "CHUNK", 1)
    assert 'The actor "bad"' in refused(actor("bad", note="\0"))


def test_two_nodes_of_one_id_are_refused_whatever_they_are():
    assert refused(network("good")) == 'There are two records with the id "good"; one is the network "good".'


def test_an_end_that_is_nowhere_is_told_with_a_relationship_that_names_it():
    ties = [tie("good", "member_of", "v"), tie("good", "member_of", "lost"), tie("gone", "member_of", "v")]
    found = check.missing_ends(Snapshot.of(GOOD, ties))
    assert {end: (one.source, one.target) for end, one in found.items()} == {"lost": ("good", "lost"), "gone": ("gone", "v")}
    assert check.missing_ends(Snapshot.of(GOOD, ties[:1])) == {}
    with pytest.raises(InputError, match='relationship "good" "member_of" "lost" has an end, "lost", that is neither'):
        check.refuse_missing_end("lost", ties[1])


def test_a_field_without_a_default_is_required_and_every_other_is_not():
    assert required(Project) == ("id", "name", "kind")
    assert set(required(Evidence)) == set()
    assert set(forms(Project)) > set(required(Project))


def test_a_record_is_called_by_what_it_is_and_what_cannot_be_shown_is_escaped():
    assert [says(GOOD[0]), says(tie("a", "owns", "b"))] == ['actor "good"', 'relationship "a" "owns" "b"']
    assert (shown("å"), shown("a\nb")) == ('"å"', '"a\\nb"')
