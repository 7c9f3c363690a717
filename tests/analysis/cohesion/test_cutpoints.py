"""Claims about whom the network cannot do without."""

from __future__ import annotations

import networkx as nx

from actormap.analysis.cohesion import cutpoints
from tests.graphs import one_mode, taking_part, view


def test_the_only_one_in_two_networks_is_a_cut_point():
    (row,) = [row for row in cutpoints.find(view(taking_part({"v": "abc", "w": "cde"}))).rows if row["side"] == "actor"]
    assert row["id"] == "c"
    assert (row["parts"], row["sizes"], row["cut_off"]) == (2, [3, 3], ["d", "e", "w"])


def test_a_second_link_takes_the_cut_point_away():
    assert not [row for row in cutpoints.find(view(taking_part({"v": "abc", "w": "bcd"}))).rows if row["side"] == "actor"]


def test_the_only_member_of_a_venue_parts_nobody_by_leaving_it():
    rows = cutpoints.find(view(taking_part({"v": "ab", "w": "b"}))).rows
    assert {row["id"]: (row["parts_before"], row["parts"]) for row in rows} == {"v": (1, 2)}


def test_parts_are_counted_from_those_there_were_before():
    rows = cutpoints.find(view(taking_part({"v": "abc", "w": "cde", "x": "fg"}))).rows
    assert [(row["parts_before"], row["parts"]) for row in rows if row["id"] == "c"] == [(2, 3)]


def test_florentine_articulation_points():
    """Padgett & Ansell 1993: Medici, Guadagni, Albizzi and Salviati."""
    rows = cutpoints.find(one_mode(nx.florentine_families_graph())).rows
    assert {row["id"] for row in rows} == {"Medici", "Guadagni", "Albizzi", "Salviati"}


def test_parts_elsewhere_are_not_cut_off():
    rows = cutpoints.find(view(taking_part({"v": "abc", "w": "cde", "x": "fg"}))).rows
    (row,) = [row for row in rows if row["id"] == "c"]
    assert (row["parts"], row["cut_off"]) == (3, ["d", "e", "w"])


def test_an_empty_view_has_none():
    assert cutpoints.find(view(taking_part({}))).rows == ()
