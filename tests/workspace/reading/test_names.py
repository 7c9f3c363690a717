"""What refers to nothing is told with its cause: a table that is absent, several names in one cell, an id spelt otherwise."""

import pytest

from actormap.workspace import read


def told(workspace):
    return [(problem.place(), problem.key, problem.suggestion) for problem in workspace.problems]


@pytest.mark.parametrize("cell", ["gr|skolan", "gr; skolan", "GR, Skolan", "gr och skolan", "gr & skolan", "gr / skolan"])
def test_several_names_in_one_cell_are_told_as_such(write, cell):
    found = read(
        write(relationships=f'source\ttype\ttarget\n"{cell}"\towns\tplug-in\n', actors="id,name,kind\ngr,GR,region\nskolan,Skolan,school\n")
    )
    assert told(found) == [("relationships.csv:2 source", "several_names", None)]


def test_a_name_with_a_comma_in_it_is_one_name(write):
    found = read(
        write(
            actors='id,name,kind\ngr,"Barn, unga och skola",region\n',
            relationships='source,type,target\n"Barn, unga och skola",owns,plug-in\n',
        )
    )
    assert found.problems == ()


@pytest.mark.parametrize(("id_", "reference"), [("007", "7"), ("7", "007"), ("7", "7.0"), ("12.0", "12")])
def test_an_id_that_is_the_same_number_is_suggested(write, id_, reference):
    found = read(write(actors=f"id,name,kind\n{id_},GR,region\n", relationships=f"source,type,target\n{reference},owns,plug-in\n"))
    assert told(found) == [("relationships.csv:2 source", "unknown_id", id_)]


@pytest.mark.parametrize(("first", "second", "alike"), [("7", "007", True), ("1", "1.0", True), ("7", "70", False), ("a7", "a07", False)])
def test_two_ids_that_are_the_same_number_are_told(write, first, second, alike):
    rows = f"id,name,kind\n{first},GR,region\n{second},Skolan,school\n"
    found = read(write(actors=rows, relationships=f"source,type,target\n{first},owns,plug-in\n"))
    assert told(found) == ([("actors.csv:3 id", "id_spelt_twice", None)] if alike else [])


def without(write, table, **files):
    folder = write(**files)
    (folder / f"{table}.csv").unlink()
    return read(folder)


@pytest.mark.parametrize("count", [3, 200])
def test_a_table_that_is_absent_is_one_problem_however_many_rows_refer_to_it(write, count):
    rows = "".join(f"gr,owns,p{number}\n" for number in range(count))
    folder = write(relationships="source,type,target\n" + rows)
    (folder / "projects.csv").unlink()
    (folder / "networks.csv").unlink()
    keys = [(problem.file, problem.key, problem.values.get("n")) for problem in read(folder).problems]
    assert keys == [("workspace", "missing_table", count)]


def test_many_unknown_ids_are_of_the_table_that_is_absent_though_another_might_hold_them(write):
    rows = "".join(f"gr,participates_in,x{number}\n" for number in range(5))
    found = without(write, "projects", relationships="source,type,target\n" + rows)
    assert [(problem.file, problem.key) for problem in found.problems] == [("workspace", "missing_table")]


def test_one_slip_is_told_at_its_place_though_a_table_is_absent(write):
    found = without(write, "projects", relationships="source,type,target\ngr,participates_in,grja\n")
    assert told(found) == [("relationships.csv:2 target", "unknown_id", "gria")]


def test_a_column_whose_table_is_absent_is_one_problem(write):
    rows = "id,name,kind,municipality\n" + "".join(f"a{number},A{number},school,Kommun {number}\n" for number in range(4))
    found = without(write, "municipalities", actors=rows, relationships="source,type,target\na1,owns,plug-in\n")
    assert [(problem.file, problem.key, problem.values["n"]) for problem in found.problems] == [("workspace", "missing_table", 4)]
