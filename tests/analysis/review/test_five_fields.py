"""Claims about a network in five fields."""

from __future__ import annotations

import pytest

import actormap
from actormap.analysis.review import five_fields
from actormap.analysis.review.finding import FIELDS
from actormap.errors import UnknownName
from actormap.i18n import Texts
from actormap.model.records import Document, Evidence, Theme
from actormap.model.selection import Selection
from tests.graphs import actor, network, project, snapshot, tie, view

NODES = [
    network("v", purpose="to meet", document="doc", locator="1"), network("w", status="planned"), actor("a"), actor("b", "school"),
    actor("g", "group"), project("p", start="2012-02", end="2015"), Theme(id="t", name="T", kind="problem_area"),
]  # fmt: skip


def describe(*ties, nodes=NODES, **options):
    return five_fields.describe(view(snapshot(nodes, *ties), **options), "v")


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
    assert "one_sentence" not in findings("composition", tie("a", "member_of", "v", there))
    elsewhere = Evidence(document="doc", locator="42")
    assert "one_sentence" not in findings("composition", tie("a", "member_of", "v", there), tie("b", "member_of", "v", elsewhere))


def test_one_role_for_all_is_told_as_one_and_no_role_is_unknown():
    both = [tie(name, "member_of", "v", role="officer") for name in "ab"]
    assert findings("composition", *both)["one_role"]["values"] == {"roles": ["officer"], "n": 2}
    assert findings("composition", tie("a", "member_of", "v"))["no_roles"]["state"] == "unknown"
    one = findings("composition", tie("a", "member_of", "v", role="officer"), tie("b", "member_of", "v"))
    assert ("one_role" in one, one["roles"]["values"]) == (False, {"roles": ["officer"], "n": 1})


def test_a_group_with_a_seat_is_told_of_beside_the_members():
    told = findings("composition", tie("a", "member_of", "v"), tie("g", "represented_in", "v"))
    assert told["members"]["values"]["names"] == ["A"]
    assert told["group_inside"]["values"]["names"] == ["G"]
    assert "group_inside" not in findings("composition", tie("a", "member_of", "v"), tie("g", "coordinates", "v"))


def test_a_seat_that_is_only_planned_is_told_as_planned():
    plan = Evidence(document="doc", locator="9", status="planned")
    ties = tie("a", "member_of", "v"), tie("b", "member_of", "v", plan)
    told = findings("composition", *ties, selection=Selection(statuses=("stated", "planned")))["planned"]
    assert (told["state"], told["values"]["names"]) == ("planned", ["B"])
    assert "planned" not in findings("composition", *ties)


def test_a_network_without_members_is_unknown_not_empty():
    assert findings("composition")["no_members"]["state"] == "unknown"


def test_what_the_network_does_is_told_with_the_years_of_the_project():
    told = findings("function", tie("v", "reference_group_for", "p"))["does"]
    assert (told["values"], told["state"]) == ({"type": "reference_group_for", "way": "out", "names": ["P (2012–2015)"]}, "said")


def test_what_is_only_done_with_it_is_nothing_that_it_does():
    told = findings("function", tie("p", "follows_up", "v"))
    assert (told["does"]["values"]["way"], "does_nothing_said" in told) == ("in", True)
    assert "does_nothing_said" not in findings("function", tie("v", "reference_group_for", "p"), tie("p", "follows_up", "v"))


def test_a_project_without_both_its_dates_is_told_without_years():
    nodes = [network("v"), project("p", start="2012"), project("q", end="2013")]
    ties = [tie("v", "reference_group_for", "p"), tie("v", "reference_group_for", "q")]
    assert findings("function", *ties, nodes=nodes)["does"]["values"]["names"] == ["P", "Q"]


def test_a_method_among_other_ties_is_a_method():
    nodes = [*NODES, Theme(id="m", name="M", kind="method")]
    ties = [tie("v", "uses_method", "m"), tie("v", "addresses", "t"), tie("a", "member_of", "v")]
    assert "no_method" not in findings("function", *ties, nodes=nodes)
    assert "no_method" in findings("function", *ties[1:], nodes=nodes)


def test_who_connects_it_connects_it_with_the_others_it_connects():
    nodes = [*NODES, network("k"), network("l")]
    ties = [tie("a", "connects", "v"), tie("a", "connects", "w"), tie("a", "coordinates", "k"), tie("b", "connects", "l")]
    assert findings("function", *ties, nodes=nodes)["connected"]["values"] == {"by": "A", "names": ["W"]}


def test_what_it_is_part_of_is_told_and_not_what_another_is_part_of():
    assert findings("form", tie("v", "part_of", "p"))["belongs"]["values"]["names"] == ["P"]
    assert "belongs" not in findings("form", tie("w", "part_of", "p"))


def test_the_purpose_is_in_the_words_of_the_data_or_unknown():
    assert findings("purpose")["purpose"]["values"] == {"text": "to meet"}
    assert findings("purpose")["purpose"]["evidence"] == ["doc 1"]
    assert findings("purpose", nodes=[network("v")])["no_purpose"]["state"] == "unknown"


def test_the_purpose_is_its_own_and_not_another_networks():
    target = [Theme(id="m", name="M", kind="method"), Theme(id="y", name="Y", kind="target_group")]
    nodes = [*NODES, network("k", purpose="to differ"), *target]
    ties = [tie("w", "addresses", "t"), tie("v", "uses_method", "m"), tie("w", "addresses", "y"), tie("v", "disseminates_to", "y")]
    told = findings("purpose", *ties, nodes=nodes)
    assert told["purpose"]["values"] == {"text": "to meet"}
    assert ("addresses" in told, "no_target_group" in told) == (False, True)
    assert "no_target_group" not in findings("purpose", tie("v", "addresses", "y"), nodes=nodes)


def test_names_are_in_swedish_order():
    nodes = [network("v"), *(Theme(id=id_, name=name, kind="problem_area") for id_, name in (("t", "Ö"), ("u", "Ä"), ("x", "Å")))]
    told = findings("purpose", *(tie("v", "addresses", id_) for id_ in "tux"), nodes=nodes)
    assert told["addresses"]["values"]["names"] == ["Å", "Ä", "Ö"]


def test_what_it_addresses_is_told_apart_by_how_firmly_that_is_said():
    rows = describe(tie("v", "addresses", "t", Evidence(status="implied"))).of("purpose")
    assert [row["state"] for row in rows if row["finding"] == "addresses"] == ["implied"]


@pytest.mark.parametrize(("soft", "firm"), ["tu", "ut"])
def test_what_is_said_goes_before_what_is_only_implied(soft, firm):
    nodes = [*NODES, Theme(id="u", name="U", kind="problem_area")]
    rows = describe(tie("v", "addresses", soft, Evidence(status="implied")), tie("v", "addresses", firm), nodes=nodes).of("purpose")
    told = [(row["state"], row["values"]["names"]) for row in rows if row["finding"] == "addresses"]
    assert told == [("said", [firm.upper()]), ("implied", [soft.upper()])]


def test_a_planned_successor_gives_a_direction_although_plans_make_no_ties():
    plan = Evidence(status="planned", document="doc", locator="54")
    told = findings("direction", tie("w", "succeeds", "v", plan), tie("p", "starts", "w", plan))
    row = told["successor_of_project_planned"]
    assert (row["values"], row["state"], row["evidence"]) == ({"names": ["W"], "by": ["P (2012–2015)"]}, "planned", ["doc 54"])
    assert told["outcome"]["state"] == "unknown"


def test_who_is_succeeded_is_told_once_and_whom_it_succeeds_as_something_it_does():
    told = describe(tie("w", "succeeds", "v"), tie("v", "succeeds", "w")).of("direction")
    does = [(row["values"]["type"], row["values"]["way"], row["values"]["names"]) for row in told if row["finding"] == "does"]
    assert does == [("succeeds", "out", ["W"])]
    assert [row["finding"] for row in told].count("successor") == 1


def test_what_is_planned_to_lead_on_is_told_once():
    told = describe(tie("p", "follows_up", "v", Evidence(status="planned"))).of("direction")
    assert [row["finding"] for row in told].count("does") == 1
    assert "no_successor" in [row["finding"] for row in told]


def test_what_is_said_of_others_or_done_today_gives_no_direction():
    nodes = [*NODES, network("k")]
    told = describe(tie("k", "succeeds", "w"), tie("v", "reference_group_for", "p"), nodes=nodes).of("direction")
    assert not {"does", "successor"} & {row["finding"] for row in told}


def test_a_successor_is_a_projects_only_if_a_project_starts_it():
    nodes = [*NODES, network("k")]
    told = findings("direction", tie("w", "succeeds", "v"), tie("p", "starts", "k"), tie("p", "disseminates_to", "w"), nodes=nodes)
    assert told["successor"]["values"] == {"names": ["W"], "by": []}


@pytest.mark.parametrize(("documents", "heir"), [("one", "W"), ("c", "K")], ids=["by id", "by collection"])
def test_plans_are_those_of_the_chosen_documents(documents, heir):
    nodes = [*NODES, network("k"), Document(id="one", title="One"), Document(id="two", title="Two", collection="c")]
    plans = [tie(name, "succeeds", "v", Evidence(status="planned", document=document)) for name, document in (("w", "one"), ("k", "two"))]
    rows = describe(*plans, nodes=nodes, selection=Selection(documents=(documents,))).of("direction")
    assert [row["values"]["names"] for row in rows if row["finding"] == "successor_planned"] == [[heir]]


def test_a_successor_that_is_there_already_has_no_outcome_to_wait_for():
    assert "outcome" not in findings("direction", tie("k", "succeeds", "v"), nodes=[*NODES, network("k")])


def test_what_is_planned_for_a_post_with_a_task_in_the_network_is_a_direction():
    plan = Evidence(status="planned")
    nodes = [*NODES, actor("r", "role"), actor("s", "role")]
    ties = [tie("r", "coordinates", "v"), tie("p", "disseminates_to", "r", plan), tie("p", "disseminates_to", "s", plan)]
    told = [row["values"]["names"] for row in describe(*ties, nodes=nodes).of("direction") if row["finding"] == "planned_for_post"]
    assert told == [["R"]]


def test_what_goes_to_a_post_today_or_is_planned_for_no_post_is_no_plan_for_a_post():
    nodes = [*NODES, actor("r", "role")]
    ties = [tie("r", "coordinates", "v"), tie("a", "coordinates", "v"), tie("p", "disseminates_to", "r")]
    told = findings("direction", *ties, tie("p", "disseminates_to", "a", Evidence(status="planned")), nodes=nodes)
    assert "planned_for_post" not in told


def test_without_a_successor_the_direction_is_unknown():
    assert findings("direction")["no_successor"]["state"] == "unknown"


def test_a_denied_successor_is_none():
    denied = Evidence(document="doc", status="denied")
    assert "no_successor" in findings("direction", tie("w", "succeeds", "v", denied))
    assert "no_successor" not in findings("direction", tie("w", "succeeds", "v", denied, Evidence(document="other", status="planned")))


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
        five_fields.describe(view(snapshot(NODES)), "vv")


@pytest.mark.parametrize(("members", "size"), [(8, "small"), (9, "large")])
def test_eight_can_usually_govern_together_and_nine_cannot(members, size):
    names = [f"m{each}" for each in range(members)]
    told = findings("form", *(tie(name, "member_of", "v") for name in names), nodes=[network("v"), *map(actor, names)])
    assert told[size]["values"] == {"n": members}
    assert {"small", "large"} & set(told) == {size}
