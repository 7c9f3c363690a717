"""Claims about a network in five fields."""

from __future__ import annotations

import pytest

import actormap
from actormap.analysis.review import five_fields
from actormap.analysis.review.finding import FIELDS
from actormap.errors import UnknownName
from actormap.i18n import Texts
from actormap.model.records import Evidence, Theme
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie, view

NODES = [
    network("v", purpose="to meet", document="doc", locator="1"), network("w", status="planned"), actor("a"), actor("b", "school"),
    actor("g", "group"), project("p", start="2012-02", end="2015"), Theme(id="t", name="T", kind="problem_area"),
]  # fmt: skip


def describe(*ties, nodes=NODES, **options):
    return five_fields.describe(view(snapshot(nodes, *ties), **options), VOCABULARY, "v")


def findings(field, *ties, **options):
    return {row["finding"]: row for row in describe(*ties, **options).of(field)}


def test_every_field_has_its_turn_what_is_said_first_and_questions_last():
    rows = describe(tie("a", "member_of", "v")).rows
    assert list(dict.fromkeys(row["field"] for row in rows)) == list(FIELDS)
    for field in FIELDS:
        turns = [{"unknown": 1, "open": 2}.get(row["state"], 0) for row in rows if row["field"] == field]
        assert turns == sorted(turns)
        assert turns[-1] == 2


def test_members_are_named_and_counted_by_kind():
    told = findings("composition", tie("a", "member_of", "v"), tie("b", "represented_in", "v"))
    assert told["members"]["values"] == {"names": ["A", "B"], "n": 2}
    assert told["kinds"]["values"]["kinds"] == {"region": 1, "school": 1}


def test_seats_that_rest_on_one_place_are_told_to_fall_together():
    there = Evidence(document="doc", locator="41")
    assert "one_sentence" in findings("composition", tie("a", "member_of", "v", there), tie("b", "member_of", "v", there))
    elsewhere = Evidence(document="doc", locator="42")
    assert "one_sentence" not in findings("composition", tie("a", "member_of", "v", there), tie("b", "member_of", "v", elsewhere))


def test_one_role_for_all_is_told_as_one_and_no_role_is_unknown():
    both = [tie(name, "member_of", "v", role="officer") for name in "ab"]
    assert findings("composition", *both)["one_role"]["values"] == {"roles": ["officer"], "n": 2}
    assert findings("composition", tie("a", "member_of", "v"))["no_roles"]["state"] == "unknown"


def test_a_group_with_a_seat_is_told_of_beside_the_members():
    told = findings("composition", tie("a", "member_of", "v"), tie("g", "represented_in", "v"))
    assert told["members"]["values"]["names"] == ["A"]
    assert told["group_inside"]["values"]["names"] == ["G"]


def test_a_network_without_members_is_unknown_not_empty():
    assert findings("composition")["no_members"]["state"] == "unknown"


def test_what_the_network_does_is_told_with_the_years_of_the_project():
    told = findings("function", tie("v", "reference_group_for", "p"))["does"]
    assert (told["values"], told["state"]) == ({"type": "reference_group_for", "way": "out", "names": ["P (2012–2015)"]}, "said")


def test_the_purpose_is_in_the_words_of_the_data_or_unknown():
    assert findings("purpose")["purpose"]["values"] == {"text": "to meet"}
    assert findings("purpose")["purpose"]["evidence"] == ["doc 1"]
    assert findings("purpose", nodes=[network("v")])["no_purpose"]["state"] == "unknown"


def test_what_it_addresses_is_told_apart_by_how_firmly_that_is_said():
    rows = describe(tie("v", "addresses", "t", Evidence(status="implied"))).of("purpose")
    assert [row["state"] for row in rows if row["finding"] == "addresses"] == ["implied"]


def test_what_is_said_goes_before_what_is_only_implied():
    nodes = [*NODES, Theme(id="u", name="U", kind="problem_area")]
    rows = describe(tie("v", "addresses", "t", Evidence(status="implied")), tie("v", "addresses", "u"), nodes=nodes).of("purpose")
    told = [(row["state"], row["values"]["names"]) for row in rows if row["finding"] == "addresses"]
    assert told == [("said", ["U"]), ("implied", ["T"])]


def test_a_planned_successor_gives_a_direction_although_plans_make_no_ties():
    plan = Evidence(status="planned", document="doc", locator="54")
    told = findings("direction", tie("w", "succeeds", "v", plan), tie("p", "starts", "w", plan))
    row = told["successor_of_project_planned"]
    assert (row["values"], row["state"], row["evidence"]) == ({"names": ["W"], "by": ["P (2012–2015)"]}, "planned", ["doc 54"])
    assert told["outcome"]["state"] == "unknown"


def test_what_is_planned_for_a_post_with_a_task_in_the_network_is_a_direction():
    plan = Evidence(status="planned")
    nodes = [*NODES, actor("r", "role"), actor("s", "role")]
    ties = [tie("r", "coordinates", "v"), tie("p", "disseminates_to", "r", plan), tie("p", "disseminates_to", "s", plan)]
    told = [row["values"]["names"] for row in describe(*ties, nodes=nodes).of("direction") if row["finding"] == "planned_for_post"]
    assert told == [["R"]]


def test_without_a_successor_the_direction_is_unknown():
    assert findings("direction")["no_successor"]["state"] == "unknown"


def test_a_denied_successor_is_none():
    assert "no_successor" in findings("direction", tie("w", "succeeds", "v", Evidence(status="denied")))


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_finding_of_gria_has_its_sentence(lang):
    texts = Texts.load(lang)
    for row in actormap.open("gria").fields().rows:
        assert f"fields.{row['field']}.{row['finding']}" in texts.entries


def test_gria_in_five_fields_as_the_documents_have_it():
    found = actormap.open("gria").narrowed(documents=("five",)).fields()
    told = {(row["field"], row["finding"]): row for row in found.rows}
    assert told["composition", "members"]["values"]["n"] == 13
    assert told["composition", "one_role"]["values"]["roles"] == ["KIA-ansvarig"]
    assert told["composition", "one_sentence"]["evidence"] == ["esf-plug-in-gr-fi 41"]
    assert told["direction", "successor_of_project_planned"]["values"]["names"] == ["Uppdaterat permanent nätverk"]
    assert told["direction", "outcome"]["state"] == "unknown"


def test_a_network_that_is_not_there_is_answered_with_the_nearest():
    with pytest.raises(UnknownName, match="unknown"):
        five_fields.describe(view(snapshot(NODES)), VOCABULARY, "vv")
