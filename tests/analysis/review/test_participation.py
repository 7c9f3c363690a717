"""Claims about which projects say how their target group takes part."""

from __future__ import annotations

import actormap
from actormap.analysis.review import participation
from actormap.model.records import Evidence, Theme
from tests.graphs import actor, project, snapshot, tie, view


def find(nodes, *ties):
    return {row["id"]: row for row in participation.find(view(snapshot(nodes, *ties))).rows}


def test_a_project_that_says_nothing_is_unknown_and_never_no():
    assert find([project("p")])["p"]["says"] is None


def test_it_is_said_by_a_theme_that_the_project_works_with():
    theme = Theme(id="t", name="Målgruppens medverkan", kind="method")
    row = find([project("p"), theme], tie("p", "addresses", "t", Evidence(document="doc", locator="46")))["p"]
    assert (row["says"], row["works_with"], row["evidence"]) == (True, ["t"], ["doc 46"])


def test_it_is_said_by_a_note_on_a_statement_about_somebody():
    row = find([project("p"), actor("a")], tie("a", "participates_in", "p", Evidence(note="runs participant surveys")))["p"]
    assert (row["says"], row["told_of"]) == (True, ["a"])


def test_how_many_take_part_is_not_how_they_take_part():
    assert find([project("p", planned_participants=140.0, note="the participants are staff")])["p"]["says"] is None


def test_gria_two_projects_say_it_and_the_rest_is_unknown():
    found = actormap.open("gria").participation()
    assert [row["id"] for row in found.saying()] == ["plug-in-2", "ungas-larande"]
    assert {row["says"] for row in found.rows} == {True, None}
