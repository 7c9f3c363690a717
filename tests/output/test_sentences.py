"""Claims about the sentence of a row: which of several is said, and where one turns into the other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.analysis.certainty import ranking
from actormap.analysis.cohesion import core_periphery
from actormap.analysis.composition.requirements.coverage import Coverage
from actormap.analysis.result import Context, Result
from actormap.i18n import Texts
from actormap.output import sentences, structure_sentences
from tests.graphs import taking_part, view

EN = Texts.load("en")


def told(name, row, *, rows=(), **parameters):
    """Return what is said of a row of a result of this name."""
    kind = type("Made", (Result,), {"name": name})
    return sentences.say(kind(Context(None, parameters, {}), (*rows, row)), row, EN)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 0, 0, 0), "A has no two contacts that are not already in contact with each other."),
        ((1, 0, 0, 0, 0), "A is in contact with both in one pair that is not in contact with each other: 1 within its own group."),
        (
            (0, 2, 3, 4, 1),
            "A is in contact with both in 10 pairs that are not in contact with each other: 2 within one other group, 3 between its own",
        ),
        ((None, None, None, None, 2), "A is in contact with both in 2 pairs that are not in contact with each other: 2 where somebody's"),
    ],
)
def test_a_broker_is_told_with_every_role_it_has(counts, said):
    roles = dict(zip(("coordinator", "itinerant", "gatekeeper", "liaison", "unknown"), counts, strict=True))
    assert told("brokers", {"name": "A", **roles}, by="kind").startswith(said)


@pytest.mark.parametrize(("core", "said"), [(True, "belongs to the core."), (False, "belongs to the edge."), (None, "cannot be said.")])
def test_the_core_is_told_from_the_edge_and_from_what_is_not_known(core, said):
    assert told("core", {"name": "A", "core": core}).endswith(said)


def test_where_other_divisions_are_as_good_core_and_edge_are_those_of_one_of_them():
    found = core_periphery.find(view(taking_part({"v": "abc", "w": "cd"}), "actors"))
    assert found.optima == 2
    assert all("one more divides the network as well." in sentences.say(found, row, EN) for row in found.rows)


@pytest.mark.parametrize(
    ("a", "b", "difference", "said"),
    [
        (2, 2, 0, "A and B both say 2."),
        (2, 4, 2, "To A: you say 2, they say 4 (B)."),
        (None, 4, None, "B says 4. What A says is not known."),
        (0, None, None, "A says 0. What B says is not known."),
        (None, None, None, "Neither A nor B has named a level. Others say 3."),
    ],
)
def test_collaboration_is_told_by_who_has_named_a_level(a, b, difference, said):
    row = {"a_name": "A", "b_name": "B", "says_a": a, "says_b": b, "says_others": 3, "difference": difference}
    assert told("collaboration", row) == said


@pytest.mark.parametrize(
    ("index", "expected", "p", "nodes", "said"),
    [
        (-0.8, 0.2, 0.02, 4, "Of the contacts 90 % stay within the group. That is more than chance would give (40 %)."),
        (0.8, 0.2, 0.02, 4, "Of the contacts 10 % stay within the group. That is less than chance would give (40 %)."),
        (-0.8, 0.2, 0.03, 4, "Of the contacts 90 % stay within the group. That may be chance (which would give 40 %)."),
        (1, 1, 1, 1, "The group is a single one, so all its contacts go to other groups."),
        (None, None, None, 4, "The group has no contacts."),
    ],
)
def test_contacts_stay_within_a_group_only_where_chance_seldom_gives_as_much_to_any_of_the_groups(index, expected, p, nodes, said):
    row = {"index": index, "expected": expected, "p": p, "nodes": nodes, "internal": 0}
    assert told("homophily", row, rows=({},)) == said


def test_where_there_is_one_group_only_that_is_what_is_said():
    row = {"index": None, "expected": None, "p": None, "nodes": 3, "internal": 2}
    assert told("homophily", row) == "There is only one group, so no contact can go to another."


def test_contacts_are_told_by_what_they_are_to_each_other():
    """In the star of a, b has one contact; c, d and e know each other, b and c do not."""
    star = view(taking_part({"v": "ab", "w": "ac", "x": "cde"}), "actors")
    found = ranking.rank(star, ["effective_size", "constraint"])
    said = {row["id"]: sentences.say(found, row, EN) for row in found.rows}
    assert said["b"].startswith("B has a single contact. B has a single contact, so there are no two")
    assert said["d"] == "All contacts of D know each other. All contacts of D know each other."
    assert said["a"] == "None of the contacts of A knows another of them. None of the contacts of A knows another of them."
    assert said["c"].startswith("Nobody has more contacts that do not repeat each other than C. Some of the contacts of C know each other")


def test_two_who_share_the_first_place_are_both_told_that_nobody_is_before_them():
    found = ranking.rank(view(taking_part({"v": "ab", "w": "ab"})), "pagerank")
    said = [sentences.say(found, row, EN) for row in found.rows if row["side"] == "actor"]
    assert all("at least as often as to anybody else" in each for each in said)


# The shift alone tells which way it goes; the places are said as they stand.
PLACES = {"place_before": "4–5", "place_after": "2"}


@pytest.mark.parametrize(
    ("change", "shift", "clear", "said"),
    [
        ("came", None, None, "A has come."),
        ("went", 2, True, "A has gone."),
        ("stayed", 2, True, "A has risen from place 4–5 to 2."),
        ("stayed", -2, True, "A has fallen from place 4–5 to 2."),
        ("stayed", 2, False, "A is still there; whether its place has changed cannot be said."),
        ("stayed", 2, None, "A is still there; whether its place has changed cannot be said."),
    ],
)
def test_a_place_has_changed_only_where_that_is_clear(change, shift, clear, said):
    assert told("comparison", {"name": "A", "change": change, "shift": shift, "clear": clear, **PLACES}) == said


def cell(state, *, by=(), perhaps=(), answer=None, minimum=1, municipality=None):
    names = {"names": [each.upper() for each in by], "perhaps": list(perhaps)}
    return {"column": "C", "municipality": municipality, "state": state, "by": by, "answer": answer, "minimum": minimum, **names}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (cell("covered", by="ab"), "C: 2 in the network cover it (A, B)."),
        (cell("alone", by="a", municipality="M"), "C (M): only A covers it."),
        (cell("missing"), "C: nobody in the network covers it."),
        (cell("missing", by="a", minimum=2), "C: only A covers it but 2 are needed."),
        (cell("unknown", perhaps="x"), "C: the sources do not say whether x covers it."),
        (cell("unknown", perhaps="xy"), "C: the sources do not say whether x or y covers it."),
        (cell("unknown", perhaps="xyz"), "C: the sources do not say whether x, y or z covers it."),
        (cell("unknown", perhaps="wxyz"), "C: the sources do not say whether anybody covers it. It concerns 4 members."),
        (cell("unknown", by="a", answer="yes"), "C: the network itself has answered that it is covered."),
        (cell("covered", by="a", answer="no"), "C: the network itself has answered that it is missing."),
    ],
)
def test_a_cell_is_told_by_its_state_but_what_the_network_has_answered_goes_first(row, said):
    assert sentences.say(Coverage(Context(None, {}, {}), (row,)), row, EN) == said


@pytest.mark.parametrize(
    ("stand_ins", "said"),
    [
        ("z", "It concerns 3 members and one post or unnamed group."),
        ("xyz", "It concerns one member and 3 posts or unnamed groups."),
        ("wxyz", "It concerns 4 posts or unnamed groups."),
    ],
)
def test_posts_and_unnamed_groups_are_not_counted_as_members(stand_ins, said):
    row = cell("unknown", perhaps="wxyz")
    assert sentences.say(Coverage(Context(None, {}, {}), (row,), stand_ins=frozenset(stand_ins)), row, EN).endswith(said)


def test_a_group_without_anybody_outside_it_reaches_nobody():
    nobody = "The group has nobody outside it to be in touch with."
    assert told("group", {"degree": None, "m_reach_share_outsiders": None, "size": 2}, m=2) == nobody
    assert told("group", {"degree": 0.5, "size": 2}, m=2) == nobody
    reached = "The group (2) is in touch with 0 % of the others. Others that it reaches within 2 steps are {} % of all."
    for share, percent in ((0.256, 26), (None, 0)):
        assert told("group", {"degree": 0.0, "m_reach_share_outsiders": share, "size": 2}, m=2) == reached.format(percent)


@pytest.mark.parametrize(
    ("statements", "implied", "said"),
    [
        (3, 0, "Rests on 3 statements, none of them implied."),
        (3, 0.333, "Rests on 3 statements, 33 per cent of them implied."),
        (1, 1, "Rests on one statement, which is implied."),
        (1, 0, "Rests on one statement, which is said outright."),
        (0, None, "There is no statement to cite: the sources show no such relationship."),
    ],
)
def test_what_a_row_rests_on_is_told_with_how_much_is_implied(statements, implied, said):
    assert told("basis", {"statements": statements, "implied": implied}) == said


YEAR = {"year": 2015, "actors": 2, "venues": 1, "ties": 2, "largest": 0.5, "came": 0, "went": 0, "ties_new": 0, "ties_gone": 0}


@pytest.mark.parametrize(
    ("common", "p", "pairs", "said"),
    [
        (0, 1, 1, "A and B share no member."),
        (1, 0.06, 1, "A and B share one member. That may be chance, which would give 0.4."),
        (4, 0.03, 2, "A and B share 4 members. That may be chance, which would give 0.4."),
        (4, 0.03, 1, "A and B share 4 members, more than chance would give (0.4)."),
    ],
)
def test_members_in_common_are_told_to_be_many_only_where_chance_seldom_gives_as_many_to_any_pair(common, p, pairs, said):
    row = {"a_name": "A", "b_name": "B", "common": common, "expected": 0.42, "p": p}
    assert told("overlap", row, rows=({},) * (pairs - 1)) == said


def test_the_first_year_is_told_whole_and_one_without_any_change_in_a_word():
    assert told("timeline", YEAR).startswith("2015: 2 actors, one network or project")
    assert told("timeline", {**YEAR, "year": 2016}, rows=(YEAR,)) == "2016: nothing changed in what the sources show."


@pytest.mark.parametrize("name", ["came", "went", "ties_new", "ties_gone"])
def test_a_year_has_changed_if_one_thing_has(name):
    said = told("timeline", {**YEAR, "year": 2016, name: 7, "largest": None}, rows=(YEAR,))
    numbers = {"came": 0, "went": 0, "ties_new": 0, "ties_gone": 0, name: 7}
    assert said == (
        "2016: actors who came {came}, who went {went}; ties that are new {ties_new}, that are gone {ties_gone}. "
        "The largest part holds 0 %.".format(**numbers)
    )


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"salience": "dependent", "voice": False}, "A is affected but has no voice."),
        ({"salience": "dependent", "voice": None}, "A has rightful and urgent claims, but depends on the power of others."),
        ({"interest": True, "power": False, "voice": False}, "A is affected but has no voice."),
        ({"interest": True, "power": None, "voice": False, "grid": "keep_informed"}, "A has interest but little power: keep it informed."),
        ({"interest": None, "power": False, "voice": False}, "Too little is known of A to say anything."),
        ({"salience": "dormant", "grid": "keep_satisfied"}, "A has power, but no claims that are rightful or urgent."),
        ({"grid": "monitor"}, "A has neither power nor much interest: follow from afar."),
    ],
)
def test_who_is_affected_without_a_voice_is_told_so_whatever_else_holds(row, said):
    nothing = dict.fromkeys(("salience", "grid", "interest", "power", "voice"))
    assert told("salience", {"name": "A", **nothing, **row}) == said


@pytest.mark.parametrize(
    ("before", "after", "said"), [(1, 2, "A falls from place 1 to place 2."), (2, 1, "A rises from place 2 to place 1.")]
)
def test_a_higher_place_is_a_lower_number(before, after, said):
    row = {"finding": "rank", "n": None, "before": before, "after": after, "names": ["A"]}
    assert told("sunset", {**row, "place_before": str(before), "place_after": str(after)}) == said


def test_a_repair_names_who_joins_what():
    row = {
        "finding": "repair_contact",
        "n": 2,
        "before": None,
        "after": None,
        "names": ["A", "V", "B", "W"],
        "place_before": None,
        "place_after": None,
    }
    assert told("sunset", row) == "With 2 new memberships they meet again: A → V, B → W."


@pytest.mark.parametrize(
    ("shift", "clear", "said"),
    [
        (2, True, "A clearly rises from place 4–5 to 2."),
        (2, False, "A rises from place 4–5 to 2; that may be chance."),
        (-1, True, "A clearly falls from place 4–5 to 2."),
        (-1, None, "A falls from place 4–5 to 2; that may be chance."),
        (0, True, "A stays in the same place."),
    ],
)
def test_a_shift_is_clear_or_not_but_none_is_only_none(shift, clear, said):
    row = {"aspect": "measure", "measure": "degree", "shift": shift, "clear": clear, "name": "A", "change": "stayed"}
    assert told("whatif", {**row, **PLACES}) == said


def test_what_comes_or_goes_is_told_without_places_and_a_figure_not_at_all():
    row = {"measure": "degree", "shift": None, "clear": None, "name": "A"}
    assert told("whatif", {**row, "aspect": "measure", "change": "came"}) == "A comes in."
    assert told("whatif", {**row, "aspect": "seat", "change": "went", "shift": 1}) == "A no longer has a seat in the network."
    assert told("whatif", {**row, "aspect": "figure", "change": "stayed"}) == ""


@pytest.mark.parametrize(
    ("result", "source", "others", "single", "said"),
    [
        ("posts", "P", [], True, "P is the only post that  V."),
        ("posts", "P", ["Q"], True, "P is the only post that  V; the same holds for Q."),
        ("posts", "A", ["Q"], True, "A  V through one post only: P."),
        ("vacancy", "P", [], True, "If P is vacant, nobody else  V."),
        ("vacancy", "P", ["Q"], True, "If P is vacant, what remains is Q, which also  V."),
        ("vacancy", "A", [], True, "If P is vacant, A is no longer in V."),
        ("vacancy", "A", [], False, "A is in V even if P is vacant."),
    ],
)
def test_a_vacant_post_is_told_by_who_held_what_and_who_else_does(result, source, others, single, said):
    assert told(result, {"post": "P", "source_name": source, "target_name": "V", "others": others, "single_point": single}) == said


def test_an_unproven_set_is_told_with_what_none_exceeds():
    row = {"names": ["A", "B"], "value": 0.25, "optimal": False, "bound": 0.3}
    said = told("keyplayers", row, objective="fragmentation")
    assert said.startswith("Without A, B, 25 % of the pairs have no contact. Not proven to be the best")
    assert "0.3." in said
    assert told("keyplayers", {**row, "optimal": True}, objective="fragmentation") == "Without A, B, 25 % of the pairs have no contact."


def test_of_what_the_catalogue_does_not_speak_nothing_is_said():
    assert told("unheard_of", {"name": "A"}) == ""


@pytest.mark.parametrize(
    ("who", "said"), [("abcdefg", "It cannot be told apart from B, C, D, E, F, G."), ("abcdefgh", "It cannot be told apart from 7 others.")]
)
def test_six_who_cannot_be_told_apart_are_named_more_are_counted(who, said):
    found = ranking.rank_with_certainty(view(taking_part({"v": who})), ["degree"], resamples=5)
    row = next(row for row in found.rows if row["id"] == "a")
    assert said in sentences.say(found, row, EN)


@pytest.mark.parametrize(
    ("place", "may_be", "alike", "said"),
    [
        ("1", "1", "bc", "Even so it cannot be told apart from B, C, whose places are less sure."),
        ("1", "1", "bcdefgh", "Even so it cannot be told apart from 7 others, whose places are less sure."),
        ("1", "1–2", "bc", "Its place may be 1–2. It cannot be told apart from B, C."),
        ("1–3", "1–3", "bc", "It cannot be told apart from B, C."),
    ],
)
def test_a_sure_place_is_not_told_apart_from_less_sure_ones_unless_it_is_shared(place, may_be, alike, said):
    found = ranking.rank_with_certainty(view(taking_part({"v": "abcdefgh"})), ["degree"], resamples=5)
    row = next(row for row in found.rows if row["id"] == "a") | {"place": place, "may_be": may_be}
    rows = tuple(each | ({"alike": list(alike)} if each["id"] == "a" else {}) for each in found.certainty.rows)
    told = sentences.say(replace(found, certainty=replace(found.certainty, rows=rows)), row, EN)
    assert said in told
    assert ("Even so" in told) == said.startswith("Even so")


def test_a_share_is_told_in_per_cent_as_its_cell_is_rounded():
    """Of forty actors 37 have answered: 0.925, which stands as 0.93."""
    row = {"aspect": "response_rate", "value": 0.925}
    assert structure_sentences._describe(None, row)[1]["percent"] == 93
