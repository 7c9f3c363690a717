"""Claims about scenario files and options: what they can say, and that everything wrong is told at once."""

from __future__ import annotations

import pytest

from actormap.errors import InputError, InvalidScenario
from actormap.i18n import Texts
from actormap.model.records import Evidence, Municipality, Snapshot
from actormap.model.scenario import apply
from actormap.workspace.reading.scenario import positions, read
from tests.graphs import VOCABULARY, actor, network, project, tie

GRAPH = Snapshot.of(
    [
        actor("a"),
        actor("b"),
        actor("c"),
        actor("u", "unit"),
        network("n"),
        network("m"),
        project("p"),
        Municipality(id="town", name="Town"),
    ],
    [tie("a", "member_of", "n"), tie("b", "participates_in", "p"), tie("u", "part_of", "c"), tie("u", "member_of", "n")],
)


def tried(tmp_path, text, *options, focal="n"):
    file = tmp_path / "try.toml"
    file.write_text(text, encoding="utf-8")
    return apply(GRAPH, read(file, options, GRAPH, VOCABULARY, focal))


def said(graph):
    return {(each.source, each.type, each.target, each.role) for each in graph.relationships}


def problems(tmp_path, text, *options, focal="n"):
    with pytest.raises(InvalidScenario) as error:
        tried(tmp_path, text, *options, focal=focal)
    return [(each.file, each.row, each.column, each.key) for each in error.value.problems]


def test_members_join_and_leave_the_network_in_focus(tmp_path):
    graph = tried(tmp_path, 'add_members = ["B", { actor = "c", role = "chair" }]\nremove_members = ["a"]')
    assert {each for each in said(graph) if each[2] == "n"} == {
        ("b", "member_of", "n", None),
        ("c", "member_of", "n", "chair"),
        ("u", "member_of", "n", None),
    }


def test_with_an_organisation_its_unit_leaves(tmp_path):
    assert ("u", "member_of", "n", None) not in said(tried(tmp_path, 'remove_members = ["c"]'))


def test_another_network_can_be_named(tmp_path):
    assert ("a", "member_of", "m", None) in said(tried(tmp_path, 'network = "M"\nadd_members = ["a"]'))


def test_new_nodes_can_be_tied_and_join_at_once(tmp_path):
    text = """
title = "Tried"
add_members = ["x"]

[[actors]]
id = "x"
name = "X"
kind = "vårdgivare"
municipality = "Town"
aliases = ["Y", "Z"]

[[projects]]
id = "q"
name = "Q"
kind = "project"
start = 2026-01-01

[[relationships]]
source = "x"
type = "deltar i"
target = "Q"
"""
    graph = tried(tmp_path, text)
    assert (graph.by_id["x"].kind, graph.by_id["x"].municipality, graph.by_id["x"].aliases) == ("health_care", "town", ("Y", "Z"))
    assert graph.by_id["q"].start == "2026-01-01"
    assert {("x", "member_of", "n", None), ("x", "participates_in", "q", None)} <= said(graph)
    assert graph.by_id["scenario"].name == "Tried"


def test_nodes_and_relationships_go(tmp_path):
    graph = tried(tmp_path, 'remove = ["P"]\n[[remove_relationships]]\nsource = "a"\ntype = "member_of"\ntarget = "n"')
    assert "p" not in graph.by_id
    assert said(graph) == {("u", "part_of", "c", None), ("u", "member_of", "n", None)}


def test_somebody_taken_out_can_come_back_in_another_role(tmp_path):
    graph = tried(tmp_path, 'remove_members = ["a"]\nadd_members = [{ actor = "a", role = "chair" }]')
    assert ("a", "member_of", "n", "chair") in said(graph)


def test_a_seat_that_one_place_affirms_and_another_denies_is_a_seat(tmp_path):
    graph = Snapshot.of([actor("a"), network("n")], [tie("a", "member_of", "n", Evidence(), Evidence(document="d", status="denied"))])
    file = tmp_path / "try.toml"
    file.write_text('remove_members = ["a"]', encoding="utf-8")
    assert said(apply(graph, read(file, (), graph, VOCABULARY, "n"))) == set()


SEVERAL = Snapshot.of(
    [actor("a"), actor("c"), actor("d"), actor("u", "unit"), actor("e", "unit"), network("n")],
    [
        *(tie("a", type_, "n") for type_ in ("member_of", "represented_in", "coordinates")),
        *(tie(name, "part_of", "c") for name in "du"),
        tie("e", "coordinates", "c"),  # a unit, but none of its own
        *(tie(name, "member_of", "n") for name in "due"),
    ],
)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ('remove_members = ["a"]', {("a", "member_of"), ("a", "represented_in")}),
        ('remove_members = ["c"]', {("u", "member_of")}),
        ('[[remove_relationships]]\nsource = "a"\ntype = "member_of"\ntarget = "n"', {("a", "member_of")}),
    ],
    ids=["seats go and tasks stay", "only a unit's seat is its organisation's", "a relationship goes and another between the two stays"],
)
def test_nothing_else_goes(tmp_path, text, gone):
    file = tmp_path / "try.toml"
    file.write_text(text, encoding="utf-8")
    left = apply(SEVERAL, read(file, (), SEVERAL, VOCABULARY, "n"))
    assert {each[:2] for each in said(SEVERAL) - said(left)} == gone


def test_who_keeps_one_of_two_seats_is_still_a_member(tmp_path):
    file = tmp_path / "try.toml"
    removal = '[[remove_relationships]]\nsource = "a"\ntype = "member_of"\ntarget = "n"'
    file.write_text(f'add_members = ["a"]\n{removal}', encoding="utf-8")
    with pytest.raises(InvalidScenario) as error:
        read(file, (), SEVERAL, VOCABULARY, "n")
    assert [each.key for each in error.value.problems] == ["already_member"]


def test_a_seat_that_is_only_denied_is_none(tmp_path):
    graph = Snapshot.of([actor("a"), network("n")], [tie("a", "member_of", "n", Evidence(document="d", status="denied"))])
    file = tmp_path / "try.toml"
    file.write_text('remove_members = ["a"]', encoding="utf-8")
    with pytest.raises(InvalidScenario) as error:
        read(file, (), graph, VOCABULARY, "n")
    assert [each.key for each in error.value.problems] == ["no_member"]


def test_options_say_the_same(tmp_path):
    graph = tried(
        tmp_path,
        "",
        ("--add-member", "add_members", ["b"]),
        ("--remove", "remove", ["a"]),
        ("--add", "relationships", [{"source": "c", "type": "participates_in", "target": "p", "role": "lead"}]),
    )
    assert {("b", "member_of", "n", None), ("c", "participates_in", "p", "lead")} <= said(graph)
    assert "a" not in graph.by_id


BROKEN = """title = 3
netwrk = "n"
add_members = ["zz", "a", 7]
remove_members = "a"
remove = ["p", "town2"]

[[actors]]
id = "b"
name = "B2"
kind = "unit"

[[actors]]
id = "new"
kind = "nonsense"

[[relationships]]
source = "b"
type = "participates_in"
target = "p"

[[relationships]]
source = "n"
type = "funds"
target = "nowhere"

[[remove_relationships]]
source = "a"
type = "funds"
target = "n"
"""


def test_a_broken_file_tells_every_problem_at_once_with_file_line_and_key(tmp_path):
    assert problems(tmp_path, BROKEN, ("--remove-member", "remove_members", ["b"])) == [
        ("try.toml", 1, "title", "not_a_text"),
        ("try.toml", 2, "netwrk", "unknown_key"),
        ("try.toml", 3, "add_members", "unknown_id"),
        ("try.toml", 3, "add_members", "already_member"),
        ("try.toml", 3, "add_members", "not_a_text"),
        ("try.toml", 4, "remove_members", "not_a_list_of_names"),
        ("try.toml", 5, "remove", "unknown_id"),
        ("try.toml", 7, "id", "known_id"),
        ("try.toml", 12, "name", "required"),
        ("try.toml", 12, "kind", "unknown_kind"),
        ("try.toml", 16, "relationships", "removed_end"),
        ("try.toml", 21, "source", "start_not_allowed"),
        ("try.toml", 21, "target", "unknown_id"),
        ("try.toml", 26, "remove_relationships", "no_such_relationship"),
        ("--remove-member", None, "remove_members", "no_member"),
    ]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_problem_has_a_sentence(tmp_path, lang):
    with pytest.raises(InvalidScenario) as error:
        tried(tmp_path, BROKEN)
    assert all(problem.meant(Texts.load(lang)) for problem in error.value.problems)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title == 3", ("try.toml", 1, None, "bad_toml")),
        ("actors = 3", ("try.toml", 1, "actors", "not_tables")),
        ('actors = [{ id = "x", name = "X", kind = "region" }, 3]', ("try.toml", 1, "actors", "not_tables")),
        ("network = 3", ("try.toml", 1, "network", "not_a_text")),
        ('add_members = [{ actor = "b", role = 3 }]', ("try.toml", 1, "add_members", "not_a_text")),
        ('network = "x"\nadd_members = ["b"]', ("try.toml", 1, "network", "unknown_network")),
    ],
)
def test_what_is_no_scenario_is_told(tmp_path, text, expected):
    assert expected in problems(tmp_path, text)


def test_without_a_network_nobody_can_join(tmp_path):
    assert problems(tmp_path, 'add_members = ["b"]', focal=None) == [("try.toml", 1, "add_members", "no_network")]


def test_a_scenario_that_changes_nothing_and_a_file_that_is_not_there_are_refused(tmp_path):
    with pytest.raises(InputError, match="changes nothing"):
        tried(tmp_path, 'title = "x"')
    with pytest.raises(InputError, match="cannot be opened"):
        read(tmp_path / "none.toml", (), GRAPH, VOCABULARY)


def test_lines_are_those_where_keys_and_tables_begin():
    assert positions('title = "x"\n\n[[actors]]\nid = "title"\n[[actors]]\n') == {"title": [1], "actors": [3, 5]}
