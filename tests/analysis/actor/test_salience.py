"""Claims about power, interest, legitimacy and urgency: the grid, the eight classes, and who is affected but has no voice."""

from __future__ import annotations

import csv
import json

import pytest

from actormap.analysis import evidence
from actormap.analysis.actor import salience
from actormap.errors import UnknownName
from actormap.i18n import Texts
from actormap.model.records import Municipality
from actormap.model.selection import Selection
from actormap.output import sentences
from tests.graphs import actor, network, snapshot, tie, view

EIGHT = {
    "yes yes yes": "definitive",
    "yes yes no": "dominant",
    "yes no yes": "dangerous",
    "no yes yes": "dependent",
    "yes no no": "dormant",
    "no yes no": "discretionary",
    "no no yes": "demanding",
    "no no no": "none",
}


def has(name, kind="region", **cells):
    return actor(name, kind, attributes=tuple(sorted(cells.items())))


def found(*actors, ties=(), focal=None):
    return salience.find(view(snapshot([*actors, network("v")], *ties)), focal)


def only(**cells):
    (row,) = found(has("a", **cells)).rows
    return row


@pytest.mark.parametrize("cells", EIGHT)
def test_power_legitimacy_and_urgency_give_one_of_eight_classes(cells):
    assert only(**dict(zip(("power", "legitimacy", "urgency"), cells.split(), strict=True)))["salience"] == EIGHT[cells]


@pytest.mark.parametrize(
    ("power", "interest", "grid"),
    [("high", "high", "key_player"), ("high", "low", "keep_satisfied"), ("low", "high", "keep_informed"), ("low", "low", "monitor")],
)
def test_power_and_interest_give_one_of_four_fields(power, interest, grid):
    assert only(power=power, interest=interest)["grid"] == grid


def test_what_is_not_known_is_unknown_and_never_no():
    row = only(power="yes", urgency="perhaps", legitimacy="")
    assert (row["power"], row["interest"], row["legitimacy"], row["urgency"]) == (True, None, None, None)
    assert (row["grid"], row["salience"], row["voice"]) == (None, None, None)
    assert found(has("a", power="yes", urgency="perhaps")).undefined == {
        "interest": "attribute_not_said",
        "legitimacy": "attribute_not_said",
        "urgency": "attribute_unreadable",
        "grid": "power_or_interest_unknown",
        "salience": "power_legitimacy_or_urgency_unknown",
        "voice": "no_focal_network",
    }


def test_swedish_columns_and_words_are_read_in_capitals_too():
    row = only(Makt="HÖG", intresse="ja", legitimitet="Nej", angelägenhet="låg")
    assert (row["grid"], row["salience"]) == ("key_player", "dormant")


def test_two_columns_that_say_different_things_of_one_attribute_cannot_be_read():
    assert (only(power="yes", makt="ja")["power"], only(power="yes", makt="nej")["power"]) == (True, None)


@pytest.mark.parametrize(
    ("text", "high"), [("2.6", True), ("5", True), ("2,4", False), ("2", False), ("2.5", None), ("5.1", None), ("nan", None)]
)
def test_a_number_is_high_above_the_middle_and_says_nothing_in_the_middle_or_off_the_scale(text, high):
    assert only(power=text, interest="yes")["power"] is high


def test_one_is_yes_among_noughts_and_ones_but_low_on_a_scale():
    yes_or_no = found(has("a", power="1"), has("b", power="0"))
    scale = found(has("a", power="1"), has("b", power="4"), has("c", power="0"))
    assert [(row["id"], row["power"]) for row in yes_or_no.rows] == [("a", True), ("b", False)]
    assert [(row["id"], row["power"]) for row in scale.rows] == [("b", True), ("a", False), ("c", False)]


def test_how_a_column_is_read_does_not_hang_on_the_selection():
    of = snapshot([has("a", power="1"), has("b", power="4"), network("v")], tie("a", "member_of", "v"), tie("b", "member_of", "v"))
    narrowed = view(of, selection=Selection(where=(("id", "a"),)))
    assert [(row["id"], row["power"]) for row in salience.find(narrowed).rows] == [("a", False)]


def test_those_with_most_stand_first_and_equal_ones_in_the_order_of_names():
    rows = found(has("ö", power="yes"), has("a", interest="yes"), has("b", urgency="yes"), has("c", power="yes", urgency="yes")).rows
    assert [row["id"] for row in rows] == ["c", "b", "ö", "a"]


def test_only_analysed_actors_of_whom_something_is_said_have_a_row_municipalities_among_them():
    town = Municipality(id="t", name="T", attributes=(("power", "yes"),))
    rows = found(town, actor("silent"), has("post", "role", power="yes")).rows
    assert [(row["id"], row["kind"]) for row in rows] == [("t", "municipality")]


def test_a_voice_is_a_seat_in_the_network_in_focus():
    rows = found(has("a", power="no"), has("b", power="no"), ties=[tie("a", "member_of", "v"), tie("b", "owns", "v")], focal="v").rows
    assert {row["id"]: row["voice"] for row in rows} == {"a": True, "b": False}
    with pytest.raises(UnknownName, match="network"):
        found(has("a", power="no"), focal="a")


@pytest.mark.parametrize("cells", [{"power": "no", "legitimacy": "yes", "urgency": "yes"}, {"power": "no", "interest": "yes"}])
def test_who_is_affected_and_has_no_seat_has_no_voice_in_plain_words(cells):
    texts = Texts.load("sv")
    outside, inside = (found(has("a", **cells), ties=ties, focal="v") for ties in ([], [tie("a", "member_of", "v")]))
    assert sentences.say(outside, outside.rows[0], texts) == "A berörs men saknar röst."
    assert "saknar röst" not in sentences.say(inside, inside.rows[0], texts)


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_class_and_field_has_a_sentence_and_a_word(lang):
    entries = Texts.load(lang).entries
    for column, names in (("salience", salience.CLASSES.values()), ("grid", salience.GRID.values())):
        assert all(f"words.{column}.{name}" in entries and f"sentences.salience.{name}" in entries for name in names)


def test_unknown_power_is_not_taken_for_lack_of_it_in_the_sentence():
    result = found(has("a", interest="yes"), focal="v")
    assert sentences.say(result, result.rows[0], Texts.load("en")) == "Too little is known of A to say anything."


def test_without_such_columns_there_is_no_row_but_a_reason():
    result = found(actor("a"))
    assert (result.rows, result.undefined) == ((), {"salience": "no_stakeholder_attributes"})
    assert list(result.to_frame().columns) == list(salience.Salience.header)


def test_a_row_rests_on_the_ties_of_its_actor():
    of = view(snapshot([has("a", power="yes"), has("b", power="yes"), network("v")], tie("a", "member_of", "v")))
    assert [(row["id"], row["statements"]) for row in evidence.of(salience.find(of), of).rows] == [("a", 1), ("b", 0)]


@pytest.fixture
def workspace(tmp_path):
    tables = {
        "actors": [
            ("id", "name", "kind", "makt", "intresse", "legitimitet", "angelägenhet"),
            ("unga", "Ungdomsrådet", "civil_society", "1", "5", "4", "4,5"),
            ("regionen", "Regionen", "region", "5", "3", "4", "2,5"),
        ],
        "networks": [("id", "name", "kind"), ("v", "Nätverket", "network")],
        "relationships": [("source", "type", "target"), ("regionen", "member_of", "v")],
    }
    for name, lines in tables.items():
        with (tmp_path / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
    (tmp_path / "actormap.toml").write_text('title = "V"\nfocal_network = "v"\n', encoding="utf-8")
    return tmp_path


def test_the_command_says_who_is_affected_but_has_no_voice(workspace, actormap_says):
    told = actormap_says("salience", "--workspace", workspace, "-f", "md", "--lang", "sv")
    assert told.code == 0, told.err
    assert "Ungdomsrådet berörs men saknar röst." in told.out
    assert "Regionen har både makt och intresse" in told.out
    assert "mitt på skalan" in told.out
    rows = json.loads(actormap_says("salience", "--workspace", workspace, "-f", "json", "-q", "--evidence").out)["rows"]
    assert {row["id"]: (row["grid"], row["salience"], row["voice"]) for row in rows} == {
        "unga": ("keep_informed", "dependent", False),
        "regionen": ("key_player", None, True),
    }
