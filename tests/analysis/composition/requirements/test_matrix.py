"""Claims about matrices: what stands beside, what above, and what is only a list."""

from __future__ import annotations

from actormap.analysis.composition.requirements.matrix import blocks


def row(row, column, municipality=None, state="unknown"):
    return {"row": row, "column": column, "municipality": municipality, "state": state}


def laid(*rows):
    """Return each block as its title, headings above, and by heading beside the states there."""
    return [
        (block.title, block.columns, {name: [[each["state"] for each in place] for place in places] for name, places in block.lines})
        for block in blocks(rows)
    ]


def test_a_row_for_each_municipality_becomes_a_matrix_of_municipalities():
    found = laid(row("Towns", "x", "B", "alone"), row("Towns", "x", "A", "missing"), row("Towns", "y", "A", "covered"))
    assert found == [("Towns", ("x", "y"), {"A": [["missing"], ["covered"]], "B": [["alone"], []]})]


def test_rows_that_share_a_column_stand_in_one_matrix():
    found = laid(row("A", "x"), row("B", "x"), row("B", "y"), row("C", "y"))
    assert [(title, columns, list(lines)) for title, columns, lines in found] == [(None, ("x", "y"), ["A", "B", "C"])]


def test_a_row_that_shares_no_column_is_a_list():
    (block,) = blocks([row("Region", "y"), row("Region", "x")])
    assert block.is_list
    assert (block.title, [name for name, _ in block.lines]) == ("Region", ["x", "y"])


def test_a_municipality_among_others_is_named_in_its_heading():
    assert laid(row("R", "x", "A"), row("R", "x"))[0][2].keys() == {"x", "x (A)"}


def test_two_lines_of_one_cell_stand_in_one_place():
    assert laid(row("R", "x", "A", "alone"), row("R", "x", "A", "missing")) == [("R", ("x",), {"A": [["alone", "missing"]]})]


def test_the_widest_matrix_comes_first_and_headings_are_in_swedish_order():
    found = laid(row("Lista", "z"), *(row("Kommuner", column, place) for column in "xy" for place in ("Örby", "Åby", "Alby")))
    assert [title for title, _, _ in found] == ["Kommuner", "Lista"]
    assert list(found[0][2]) == ["Alby", "Åby", "Örby"]


def test_every_row_stands_in_one_place():
    rows = [row("A", "x"), row("B", "x", "T"), row("C", "x", "T"), row("C", "x"), row("D", "w")]
    placed = [id(each) for block in blocks(rows) for _, places in block.lines for place in places for each in place]
    assert sorted(placed) == sorted(map(id, rows))


def test_nothing_required_is_no_matrix():
    assert blocks([]) == ()
