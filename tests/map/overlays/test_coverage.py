"""Claims about what the map says of required coverage, node by node."""

from __future__ import annotations

from actormap.i18n import LANGUAGES, Texts
from actormap.map.overlays import coverage
from tests.analysis.composition.networks import found, line, theme, town
from tests.graphs import actor, tie

TEXTS = [Texts.load(lang) for lang in LANGUAGES]
MEMBER = "member_of"


def told(nodes, *ties, lines):
    return {
        node: [(each["state"], each["en"]) for each in found_there]
        for node, found_there in coverage.of(found(nodes, *ties, lines=lines), TEXTS).items()
    }


def test_who_covers_a_cell_is_told_so_and_who_is_alone_in_it():
    nodes = [actor("a", "school"), actor("b", "school"), actor("c", "business")]
    ties = [tie(name, MEMBER, "v") for name in "abc"]
    assert told(nodes, *ties, lines=[line("School", kind="school"), line("Work", kind="business")]) == {
        "a": [("covered", "Covers School")],
        "b": [("covered", "Covers School")],
        "c": [("alone", "Alone in covering Work")],
    }


def test_what_is_missing_or_unknown_stands_at_the_municipality_it_is_about():
    nodes, lines = [town("x"), town("y")], [line("Guide", municipality="*", role="guide"), line("Seat", municipality="*")]
    assert told(nodes, tie("x", MEMBER, "v"), lines=lines) == {
        "x": [("unknown", "Unknown: Guide"), ("alone", "Alone in covering Seat")],
        "y": [("missing", "Missing in the network: Guide"), ("missing", "Missing in the network: Seat")],
    }


def test_what_is_about_no_municipality_stands_at_the_network():
    nodes = [theme("t"), actor("a", "business")]
    assert told(nodes, tie("a", MEMBER, "v"), lines=[line("Health", kind="health_care"), line("Theme", theme="t")]) == {
        "v": [("missing", "Missing in the network: Health"), ("unknown", "Unknown: Theme")],
    }


def test_a_municipality_that_others_cover_is_told_so_too():
    nodes = [town("x"), actor("a", "school", municipality="x")]
    assert told(nodes, tie("a", MEMBER, "v"), lines=[line("School", municipality="x", kind="school")]) == {
        "a": [("alone", "Alone in covering School")],
        "x": [("alone", "There is in the network: School")],
    }


def test_what_the_network_itself_says_it_has_stands_at_the_network():
    assert told([], lines=[line("Health", answer="yes")]) == {"v": [("covered", "There is in the network: Health")]}


def test_every_finding_is_in_both_languages():
    listed = coverage.of(found([town("x")], lines=[line(municipality="*")]), TEXTS)
    assert listed == {"x": [{"state": "missing", "sv": "Saknas i nätverket: c", "en": "Missing in the network: c"}]}
