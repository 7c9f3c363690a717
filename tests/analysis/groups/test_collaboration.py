"""Claims about how closely two work together by what each of them says."""

from __future__ import annotations

import pytest

from actormap.analysis import evidence
from actormap.analysis.groups import collaboration
from actormap.i18n import Texts
from actormap.model.records import Document, Evidence
from actormap.model.selection import Selection
from actormap.output.sentences import say
from tests.graphs import actor, network, snapshot, tie, view

NODES = (actor("a", aliases=("Alfa kommun",)), actor("b"), actor("c"), network("v"))


def says(informant, level, **more):
    return Evidence(informant=informant, level=level, **more)


def found(*ties, selection=None, nodes=NODES):
    return collaboration.find(view(snapshot(nodes, *ties), selection=selection))


def the_row(*statements):
    (row,) = found(tie("a", "coordinates", "b", *statements)).rows
    return row


def told(row):
    return tuple(row[name] for name in ("says_a", "says_b", "says_others", "difference", "low", "high", "statements"))


def test_each_side_says_its_own_level_and_the_difference_is_shown():
    assert told(the_row(says("a", 4), says("b", 2))) == (4, 2, None, 2, 2, 4, 2)


@pytest.mark.parametrize("informant", ["a", "A", "alfa  KOMMUN"])
def test_an_informant_is_known_by_id_name_or_alias_whatever_the_case(informant):
    assert the_row(says(informant, 3))["says_a"] == 3


@pytest.mark.parametrize("informant", ["somebody", "c", None])
def test_whoever_is_neither_of_the_two_speaks_for_the_others(informant):
    assert told(the_row(says("a", 4), says("b", 4), says(informant, 0))) == (4, 4, 0, 0, 0, 4, 3)


def test_a_name_that_two_share_speaks_for_neither():
    nodes = [actor("a", aliases=("x",)), actor("b", aliases=("X",))]
    (row,) = found(tie("a", "coordinates", "b", says("x", 3)), nodes=nodes).rows
    assert told(row)[:3] == (None, None, 3)


def test_a_document_does_not_take_the_name_of_an_actor_from_it():
    nodes = [actor("a"), actor("b"), Document(id="d", title="A")]
    assert found(tie("b", "coordinates", "a", says(" A ", 5)), nodes=nodes).rows[0]["says_a"] == 5


def test_several_levels_of_one_side_are_averaged_over_types_and_directions():
    ties = [tie("a", "coordinates", "b", says("a", 1), says("b", 3)), tie("b", "connects", "a", says("a", 4))]
    (row,) = found(*ties).rows
    assert told(row) == (2.5, 3, None, 0.5, 1, 4, 3)


def test_where_one_side_is_silent_there_is_no_difference_and_the_reason_is_given():
    result = found(tie("a", "member_of", "v", says("a", 4)))
    assert (result.rows[0]["b"], told(result.rows[0])) == ("v", (4, None, None, None, 4, 4, 1))
    assert result.undefined["difference"] == collaboration.ONE_SILENT
    assert (result.figures()["both_told"], result.mean_difference, result.agreeing) == (0, None, None)


def test_nothing_said_is_not_nought_but_nought_is_said():
    assert told(the_row(says("a", 0), says("b", None))) == (0, None, None, None, 0, 0, 1)


def test_those_who_differ_most_come_first_and_those_with_a_silent_side_last():
    ties = [
        tie("a", "coordinates", "b", says("a", 1)),
        tie("a", "coordinates", "c", says("a", 2), says("c", 3)),
        tie("c", "coordinates", "b", says("b", 5), says("c", 1)),
    ]
    result = found(*ties)
    assert [(row["a"], row["b"], row["difference"]) for row in result.rows] == [("b", "c", 4), ("a", "c", 1), ("a", "b", None)]
    assert result.figures() == {"pairs_told": 3, "both_told": 2, "mean_difference": 2.5, "agreeing": 0.5}
    reasons = {"says_b": collaboration.NOT_SAID, "says_others": collaboration.NOT_SAID, "difference": collaboration.ONE_SILENT}
    assert result.undefined == reasons


def test_nobody_works_with_itself():
    assert found(tie("a", "coordinates", "a", says("a", 4))).rows == ()


def test_data_without_levels_has_no_rows_and_says_why():
    result = found(tie("a", "coordinates", "b"))
    assert (result.rows, set(result.undefined.values())) == ((), {collaboration.NO_LEVELS})
    assert list(result.to_frame().columns) == list(collaboration.Collaboration.header)


def test_what_the_selection_leaves_out_says_nothing():
    later = Evidence(informant="b", level=2, valid_to="2010")
    ties = [tie("a", "coordinates", "b", says("a", 4)), tie("b", "coordinates", "a", later, valid_from="2009")]
    assert told(found(*ties).rows[0])[1] == 2
    assert told(found(*ties, selection=Selection(at="2020")).rows[0])[1] is None


def test_a_row_rests_on_the_statements_that_give_a_level():
    of = view(snapshot(NODES, tie("a", "coordinates", "b", says("a", 4), Evidence(), says("b", 2))))
    result = collaboration.find(of)
    assert [row["statements"] for row in evidence.of(result, of).rows] == [result.rows[0]["statements"]] == [2]


@pytest.mark.parametrize(
    ("statements", "swedish", "english"),
    [
        ([says("a", 4), says("b", 2)], "ni säger 4, de säger 2", "you say 4, they say 2"),
        ([says("a", 4), says("b", 4)], "A och B säger båda 4.", "A and B both say 4."),
        ([says("b", 2)], "B säger 2. Vad A säger framgår inte.", "B says 2. What A says is not known."),
        ([says(None, 1)], "Andra säger 1.", "Others say 1."),
    ],
)
def test_what_the_two_say_is_told_in_words(statements, swedish, english):
    result = found(tie("a", "coordinates", "b", *statements))
    assert swedish in say(result, result.rows[0], Texts.load("sv"))
    assert english in say(result, result.rows[0], Texts.load("en"))


def test_a_folder_of_tables_is_asked_and_answers_with_evidence(ask, tmp_path):
    (tmp_path / "actors.csv").write_text("id,name,kind\na,Alfa,region\n", encoding="utf-8")
    (tmp_path / "networks.csv").write_text("id,name,kind\nv,Nätet,network\n", encoding="utf-8")
    lines = "source,type,target,informant,level\na,member_of,v,Alfa,4\na,member_of,v,nätet,2\n"
    (tmp_path / "relationships.csv").write_text(lines, encoding="utf-8")
    told_of = ask("collaboration", "--workspace", tmp_path, "--evidence")
    assert [(row["says_a"], row["says_b"], row["difference"]) for row in told_of["rows"]] == [(4, 2, 2)]
    assert {line["informant"] for line in told_of["evidence"]} == {"Alfa", "nätet"}
    assert told_of["figures"] == {"pairs_told": 1, "both_told": 1, "mean_difference": 2, "agreeing": 0}


def test_who_is_a_step_apart_agrees_and_who_is_further_apart_does_not():
    ties = [tie("a", "coordinates", "b", says("a", 3), says("b", 4)), tie("a", "coordinates", "c", says("a", 1), says("c", 3))]
    told = found(*ties)
    assert (told.both_told, told.mean_difference, told.agreeing) == (2, 1.5, 0.5)
    assert [row["difference"] for row in told.rows] == [2, 1]
