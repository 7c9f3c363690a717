"""Claims about the evidence of cells: the statements under those who cover them, and the network's own answers."""

from __future__ import annotations

from actormap.analysis.composition.requirements import coverage, evidence
from actormap.model.records import Evidence
from tests.analysis.composition.networks import graph, line, theme, town
from tests.graphs import actor, project, tie, view


def under(nodes, *ties, lines, **options):
    told = view(graph(nodes, *ties, lines=lines), **options)
    found = evidence.rows(told, coverage.find(told, "v"))
    return [(row["column"], row["source"], row["type"], row["target"], row["document"], row["locator"]) for row in found.rows]


def said(document, locator="1"):
    return Evidence(document=document, locator=locator)


def test_a_cell_rests_on_the_seats_of_those_who_cover_it():
    nodes = [actor("a", "school"), actor("b")]
    ties = (tie("a", "member_of", "v", said("d", "4"), said("e")), tie("b", "member_of", "v", said("d")))
    assert under(nodes, *ties, lines=[line(kind="school")]) == [
        ("c", "a", "member_of", "v", "d", "4"),
        ("c", "a", "member_of", "v", "e", "1"),
    ]


def test_a_place_and_a_theme_are_evidenced_too():
    nodes = [town("t"), theme("h"), actor("a", "school"), town("u"), theme("k"), *map(project, "pqr")]
    ties = (
        tie("a", "member_of", "v", said("d")),
        tie("a", "located_in", "t", said("d", "2")),
        tie("a", "participates_in", "p", said("d", "3")),
        tie("p", "addresses", "h", said("d", "4")),
        tie("a", "disseminates_to", "t", said("d", "5")),  # no place
        tie("a", "disseminates_to", "h", said("d", "6")),  # no theme it works with
        tie("a", "coordinates", "v", said("d", "7")),  # no seat
        tie("a", "disseminates_to", "q", said("d", "8")),  # no part in q
        tie("q", "addresses", "h", said("d", "9")),
        tie("v", "addresses", "h", said("d", "10")),  # the network itself
        tie("a", "located_in", "u", said("d", "11")),  # another place
        tie("a", "participates_in", "r", said("d", "12")),  # a project with another theme
        tie("r", "addresses", "k", said("d", "13")),
        tie("p", "addresses", "k", said("d", "14")),
    )
    assert [row[4:] for row in under(nodes, *ties, lines=[line(municipality="t", theme="h")])] == [("d", str(n)) for n in (1, 2, 3, 4)]


def test_a_cell_that_nobody_surely_covers_rests_on_nothing():
    assert under([actor("a")], tie("a", "member_of", "v", said("d")), lines=[line(role="head"), line("x", kind="school")]) == []


def test_an_answer_rests_on_its_document():
    assert under([], lines=[line(answer="no", document="meeting", locator="coordinator")]) == [
        ("c", "v", "answer", "no", "meeting", "coordinator")
    ]


def test_the_seat_of_a_unit_is_evidence_for_its_organisation():
    nodes = [actor("org", "school"), actor("u", "unit")]
    ties = (tie("u", "part_of", "org", said("d")), tie("u", "member_of", "v", said("d", "7")))
    assert under(nodes, *ties, lines=[line(kind="school")]) == [("c", "u", "member_of", "v", "d", "7")]
