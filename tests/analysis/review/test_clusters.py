"""Claims about who gathers round each question."""

from __future__ import annotations

import actormap
from actormap.analysis.review import clusters
from actormap.model.records import Theme
from tests.graphs import actor, network, project, snapshot, tie, view

THEMES = [Theme(id="t", name="T", kind="problem_area"), Theme(id="m", name="M", kind="method"), Theme(id="n", name="N", kind="method")]
NODES = [network("v"), project("p", start="2014", end="2016"), project("q"), *map(actor, "abcde"), *THEMES]
# a and b sit in v; p is on t: a owns it, c carries it out, and it uses m. q is another project, where d meets nobody of v and n is used.
TIES = [
    tie("a", "member_of", "v"), tie("b", "member_of", "v"), tie("p", "addresses", "t"), tie("p", "uses_method", "m"),
    tie("a", "owns", "p"), tie("c", "carries_out", "p"), tie("d", "owns", "q"), tie("q", "uses_method", "n"),
]  # fmt: skip


def find(*ties, nodes=NODES, date=None):
    return clusters.find(view(snapshot(nodes, *TIES, *ties)), "v", date=date)


def only(*ties, **options):
    (row,) = find(*ties, **options).rows
    return row


def test_round_a_theme_stand_those_who_address_it_and_those_in_a_venue_that_does():
    assert only(tie("e", "addresses", "t"))["actors"] == ["a", "c", "e"]
    assert only()["venues"] == ["p"]


def test_owners_and_coordinators_could_carry_an_application_and_others_have_carried_out():
    assert (only()["carriers"], only()["experienced"]) == (["a"], ["c"])


def test_an_owner_that_also_carries_out_is_told_once():
    assert only(tie("a", "carries_out", "p"))["experienced"] == ["c"]


def test_a_sub_project_counts_for_its_project():
    row = only(tie("s", "part_of", "p"), tie("e", "owns", "s"), nodes=[*NODES, project("s")])
    assert row["carriers"] == ["a", "e"]


def test_a_network_on_a_theme_is_no_project_that_somebody_has_carried():
    row = only(tie("w", "addresses", "t"), tie("e", "coordinates", "w"), nodes=[*NODES, network("w")])
    assert (row["actors"], row["carriers"]) == (["a", "c", "e"], ["a"])


def test_a_project_goes_on_between_its_dates_and_without_a_date_nothing_is_said():
    assert only(date="2015-06-01")["ongoing"] == ["p"]
    assert only(date="2013")["ongoing"] == only(date="2017")["ongoing"] == []
    assert only()["ongoing"] is None


def test_members_not_in_it_and_actors_without_any_contact_are_what_it_lacks():
    row = only()
    assert (row["members_outside"], row["newcomers"]) == (["b"], ["d", "e"])


def test_who_is_tied_to_a_member_is_no_newcomer():
    assert only(tie("b", "member_of", "e"))["newcomers"] == ["d"]


def test_methods_are_those_of_its_projects_and_those_that_only_others_use():
    assert (only()["methods"], only()["methods_elsewhere"]) == (["m"], ["n"])


def test_professions_are_named_round_a_theme_only_by_those_in_it():
    assert "health_care" in only()["professions"]
    nurse = [*NODES, actor("h", "health_care")]
    assert "health_care" in only(nodes=nurse)["professions"]
    assert "health_care" not in only(tie("h", "participates_in", "p"), nodes=nurse)["professions"]


def test_a_theme_that_nobody_works_with_is_no_cluster():
    assert [row["id"] for row in find(nodes=[*NODES, Theme(id="u", name="U", kind="problem_area")]).rows] == ["t"]


def test_the_question_that_gathers_most_stands_first_and_equals_by_name():
    themes = [Theme(id=id_, name=name, kind="problem_area") for id_, name in (("k", "Z"), ("l", "Y"))]
    rows = find(tie("e", "addresses", "k"), tie("e", "addresses", "l"), nodes=[*NODES, *themes]).rows
    assert [row["id"] for row in rows] == ["t", "l", "k"]


def test_gria_clusters_as_the_documents_have_them():
    found = {row["id"]: row for row in actormap.open("gria").narrowed(documents=("five",)).clusters(date="2020").rows}
    assert found["etablering"]["carriers"] == ["gr"]
    assert found["etablering"]["ongoing"] == ["invux"]
    assert found["skolk"]["actors"] == ["gr"]
    assert found["skolk"]["experienced"] == ["gr"]
    assert found["utanforskap"]["carriers"] == ["gr", "rar"]
