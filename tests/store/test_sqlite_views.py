"""Claims about the views that a person asks with any SQLite tool."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.model.records import Actor, Document, Evidence, Municipality, Network, Project, Relationship, Snapshot
from actormap.model.vocabulary import Vocabulary
from tests.store.places import SqlitePlace, load, small, tie
from tests.store.tool import ask, one, rich

VIEWS = (
    "v_answers",
    "v_coverage",
    "v_evidence",
    "v_indicators",
    "v_loads",
    "v_members",
    "v_nodes",
    "v_projects",
    "v_relationships",
    "v_statuses",
)


@pytest.fixture
def place(tmp_path):
    return SqlitePlace(tmp_path)


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_answers(place, path, view):
    load(place, rich())
    assert ask(path, f"SELECT * FROM {view}")  # noqa: S608  # a name from the list above


def test_there_are_no_other_views_than_those_asked_here(place, path):
    load(place, small())
    assert tuple(row["name"] for row in ask(path, "SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name")) == VIEWS


def test_a_relationship_is_seen_with_names_best_status_and_documents(place, path):
    load(place, rich())
    (row,) = ask(path, "SELECT * FROM v_relationships WHERE type = 'participates_in'")
    assert (row["source_name"], row["target_name"], row["source_node"], row["target_node"]) == (
        "Ale",
        "Vägen in",
        "municipality",
        "project",
    )
    assert (row["status"], row["documents"], row["statements"]) == ("stated", 2, 3)
    assert (row["valid_to"], row["confidence"]) == ("2015", 0.9)


def test_a_relationship_lasts_as_long_as_the_latest_day_of_its_evidence(place, path):
    evidence = [Evidence(valid_to=end) for end in ("2014-06", "2014", "2014-12-01", None)]
    load(place, Snapshot.of(small().nodes(), [tie("anna", "ring", *evidence)]))
    assert one(path, "SELECT valid_to FROM v_relationships") == "2014"


def test_a_status_that_the_views_do_not_know_is_the_weakest(place, path):
    evidence = (Evidence(status="rumoured"), Evidence(status="denied"))
    load(place, Snapshot.of([replace(actor, region=None) for actor in small().nodes()], [tie("anna", "ring", *evidence)]))
    assert one(path, "SELECT status FROM v_relationships") == "denied"


def test_evidence_is_seen_with_the_title_of_its_document(place, path):
    load(place, rich())
    rows = ask(path, "SELECT source_name, document_title, locator FROM v_evidence WHERE role = 'skola' AND locator IS NOT NULL")
    assert rows == [{"source_name": "Ale", "document_title": "Rapport", "locator": "s. 3"}]


def test_members_are_those_whose_membership_is_not_denied_or_only_planned(place, path):
    load(place, rich())
    members = ask(path, "SELECT venue_name, member_name, type FROM v_members ORDER BY venue_name, member_name")
    assert [tuple(row.values()) for row in members] == [
        ("GRIA", "Göteborgsregionen", "coordinates"),
        ("Vägen in", "Ale", "participates_in"),
        ("Vägen in", "Göteborgsregionen", "owns"),
    ]


def test_a_project_is_seen_with_its_owner_and_the_share_the_fund_bears(place, path):
    load(place, rich())
    (row,) = ask(path, "SELECT owners, members, municipalities, esf_support_percent FROM v_projects")
    assert row == {"owners": "Göteborgsregionen", "members": 2, "municipalities": 1, "esf_support_percent": 46.98}


def test_who_owns_takes_part_or_is_worked_in_twice_counts_once_and_in_the_order_of_names(place, path):
    nodes = [
        *(Actor(id=each, name=each.upper(), kind="unit") for each in "cab"),
        *(Municipality(id=each, name=each.upper()) for each in "mn"),
        Project(id="p", name="P", kind="project", total_budget_sek=0.0, esf_support_sek=1.0),
        Document(id="d", title="D"),
    ]
    ends = [("c", "owns"), ("a", "owns"), ("a", "participates_in"), ("b", "participates_in"), ("m", "participates_in")]
    twice = [
        Relationship(
            source=source, type=type_, target="p", role=role, evidence=(Evidence(document="d"), Evidence(document="d", locator="2"))
        )
        for source, type_ in ends
        for role in (None, "chair")
    ]
    works = [
        Relationship(source="p", type="active_in", target=town, valid_from=year, evidence=(Evidence(status=status),))
        for town, status in (("m", "stated"), ("n", "planned"))
        for year in (None, "2014")
    ]
    load(place, Snapshot.of(nodes, [*twice, *works]))
    (row,) = ask(path, "SELECT owners, members, municipalities, esf_support_percent FROM v_projects")
    assert row == {"owners": "A, C", "members": 4, "municipalities": 1, "esf_support_percent": None}
    assert {(each["documents"], each["statements"]) for each in ask(path, "SELECT * FROM v_relationships WHERE type = 'owns'")} == {(1, 2)}


def test_coverage_is_seen_with_names(place, path):
    load(place, rich())
    (row,) = ask(path, "SELECT network_name, municipality, theme, answer FROM v_coverage")
    assert row == {"network_name": "GRIA", "municipality": "Ale", "theme": "avhopp", "answer": "no"}


def test_the_views_weigh_statuses_as_the_vocabulary_does(place, path):
    load(place, small())
    vocabulary = Vocabulary.load()
    rows = ask(path, "SELECT status, makes_ties FROM v_statuses ORDER BY rank")
    assert [row["status"] for row in rows] == list(vocabulary.statuses)
    assert tuple(row["status"] for row in rows if row["makes_ties"]) == vocabulary.default_statuses()


@pytest.mark.parametrize("type_", sorted(Vocabulary.load().types))
def test_a_type_makes_members_if_the_vocabulary_says_that_it_makes_affiliations(place, path, type_):
    nodes = [Actor(id="a", name="A", kind="unit"), Network(id="n", name="N", kind="network")]
    load(place, Snapshot.of(nodes, [Relationship(source="a", type=type_, target="n", evidence=(Evidence(),))]))
    assert bool(ask(path, "SELECT * FROM v_members")) == (type_ in Vocabulary.load().types_of_view("affiliation"))


def test_what_partners_say_of_each_other_is_seen_beside_their_level(place, path):
    load(place, Snapshot.of(small().nodes(), [tie("anna", "ring", Evidence(level=5, influence=4, openness=1))]))
    (row,) = ask(path, "SELECT level, influence, involvement, contribution, reliability, mission, openness FROM v_evidence")
    assert tuple(row.values()) == (5, 4, None, None, None, None, 1)
