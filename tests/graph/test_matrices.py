"""Claims about a view as a matrix: who is tied to whom, how strongly, and who meets whom."""

from __future__ import annotations

from actormap.graph import matrices
from actormap.graph.attributes import WEIGHT
from tests.graphs import snapshot, taking_part, view

MEET = taking_part({"v": "ab", "w": "ab", "x": "bc"})


def table(matrix, of):
    """Return the entries that are not nought, by the ids of both ends."""
    ids, found = list(of.graph), matrix.tocoo()
    return {ids[row] + ids[column]: float(value) for row, column, value in zip(*found.coords, found.data, strict=True)}


def both(**values):
    return {pair: value for one, value in values.items() for pair in (one, one[::-1])}


def test_a_tie_stands_on_both_sides_of_the_diagonal():
    of = view(MEET)
    assert table(matrices.adjacency(of), of) == both(av=1, bv=1, aw=1, bw=1, bx=1, cx=1)


def test_a_weighted_view_has_strengths_and_others_ones():
    plain, weighted = view(MEET, "actors"), view(MEET, "actors", weighted=True)
    assert table(matrices.strengths(plain), plain) == both(ab=1, bc=1)
    strengths = {a + b: about[WEIGHT] for a, b, about in weighted.graph.edges(data=True)}
    assert table(matrices.strengths(weighted), weighted) == both(**strengths)
    assert strengths["ab"] == 2 * strengths["bc"]
    assert table(matrices.adjacency(weighted), weighted) == both(ab=1, bc=1)


def test_contacts_are_those_who_share_a_venue_whose_own_row_is_empty():
    two, one = view(MEET), view(MEET, "actors")
    assert table(matrices.contacts(two), two) == both(ab=1, bc=1)
    assert table(matrices.contacts(one), one) == both(ab=1, bc=1)


def test_of_an_empty_view_the_matrix_is_empty():
    of = view(snapshot([]))
    assert matrices.adjacency(of).shape == (0, 0)
