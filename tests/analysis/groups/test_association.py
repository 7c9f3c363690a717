"""Claims about whether relations go together, against published values, every permutation, and least squares the long way."""

from __future__ import annotations

from itertools import permutations

import networkx as nx
import numpy as np
import pytest

from actormap.analysis.groups import association
from actormap.errors import UnknownName, UsageError
from tests.graphs import actor, network, snapshot, taking_part, tie, view

MARRIAGE = nx.florentine_families_graph()
BUSINESS = nx.Graph([
    *(("Barbadori", other) for other in ("Castellani", "Ginori", "Medici", "Peruzzi")),
    *(("Bischeri", other) for other in ("Guadagni", "Lamberteschi", "Peruzzi")),
    *(("Lamberteschi", other) for other in ("Castellani", "Guadagni", "Peruzzi")),
    *(("Medici", other) for other in ("Ginori", "Pazzi", "Salviati", "Tornabuoni")),
    ("Castellani", "Peruzzi"),
])  # fmt: skip
FAMILIES = sorted({*MARRIAGE, *BUSINESS, "Pucci"})


def of_families(graph):
    whole = nx.Graph()
    whole.add_nodes_from(FAMILIES)
    whole.add_edges_from(graph.edges())
    return nx.to_numpy_array(whole, nodelist=FAMILIES, weight=None)


def test_marriage_and_business_of_padgetts_families_go_together_as_ucinet_says():
    """Padgett & Ansell 1993, in the handbook of UCINET: Pearson .372, seldom chance (p below .01)."""
    (row,), correlation, explained = association.regress(of_families(MARRIAGE), {"business": of_families(BUSINESS)})
    assert correlation == pytest.approx(0.372, abs=5e-4)
    assert row["standardised"] == pytest.approx(correlation)
    assert explained == pytest.approx(correlation**2)
    assert row["p"] < 0.01


def random_matrices(n, count, seed):
    chance = np.random.default_rng(seed)
    for _ in range(count):
        above = np.triu(chance.random((n, n)), 1)
        yield above + above.T


def least_squares(y, *values):
    """Return the coefficient of the first of some values and its t value, by the normal equations."""
    design = np.column_stack([*values, np.ones_like(y)])
    inverse = np.linalg.inv(design.T @ design)
    found = inverse @ design.T @ y
    rest = y - design @ found
    return found[0], found[0] / np.sqrt(rest @ rest / (len(y) - design.shape[1]) * inverse[0, 0])


def test_coefficients_and_t_values_are_those_of_least_squares():
    one, other, third = random_matrices(7, 3, 1)
    above = np.triu_indices(7, 1)
    rows, correlation, _ = association.regress(one, {"other": other, "third": third}, permutations=3)
    assert correlation is None
    for row, (first, second) in zip(rows, ((other, third), (third, other)), strict=True):
        assert (row["coefficient"], row["t"]) == pytest.approx(least_squares(one[above], first[above], second[above]))


def test_p_comes_near_what_every_permutation_gives():
    """Each of the 120 orders of five actors, double semi-partialling written out."""
    one, other, third = random_matrices(5, 3, 4)
    above = np.triu_indices(5, 1)
    y, z = one[above], np.column_stack([third[above], np.ones(10)])
    left = other[above] - z @ np.linalg.lstsq(z, other[above], rcond=None)[0]
    rest = np.zeros((5, 5))
    rest[above] = left
    rest += rest.T
    t = least_squares(y, other[above], third[above])[1]
    every = [least_squares(y, rest[np.ix_(order, order)][above], third[above])[1] for order in permutations(range(5))]
    expected = np.mean([abs(each) >= abs(t) - 1e-9 for each in every])
    rows, _, _ = association.regress(one, {"other": other, "third": third}, permutations=4000)
    assert rows[0]["p"] == pytest.approx(expected, abs=0.03)


def test_of_unrelated_relations_few_are_called_related():
    found = [association.regress(one, {"other": other}, permutations=99)[0][0]["p"] for one, other in zip(
        random_matrices(8, 40, 5), random_matrices(8, 40, 6), strict=True)]  # fmt: skip
    assert sum(p < 0.05 for p in found) <= 6
    assert min(found) >= 0.01  # the one observed counts among the hundred


CIRCLES = taking_part({"v": "abc", "w": "abd", "x": "ef", "y": "cde"})


def test_actors_are_as_close_as_the_venues_they_share():
    of = view(CIRCLES)
    found = association._relation(of, "member_of")
    assert (found["a", "b"], found["e", "f"], ("a", "f") in found) == (2, 1, False)


def test_being_of_one_group_is_a_term_and_who_is_of_none_known_is_left_out():
    nodes = [
        *(actor(who, municipality=None, region="west" if who in "abc" else "east") for who in "abcdef"),
        actor("g"),
        network("v"),
        network("w"),
    ]
    ties = [tie(who, "member_of", "v") for who in "abcg"] + [tie(who, "member_of", "w") for who in "defg"]
    found = association.find(view(snapshot(nodes, *ties)), "member_of", same=["region"], permutations=99)
    (row,) = found.rows
    assert (row["term"], row["coefficient"], found.nodes, found.unknown) == ("same region", pytest.approx(1), 6, 1)
    assert found.correlation == pytest.approx(1)


def test_a_term_that_another_tells_already_has_no_coefficient():
    one, other = random_matrices(6, 2, 7)
    rows, _, _ = association.regress(one, {"other": other, "twice": 2 * other}, permutations=9)
    assert [row["p"] for row in rows] == [None, None]


def test_the_same_seed_gives_the_same_and_another_not():
    of = view(CIRCLES)
    ask = lambda seed: association.find(of, "member_of", ["contacts"], permutations=49, seed=seed)  # noqa: E731
    assert ask(7) == ask(7)


def test_what_cannot_be_compared_is_said():
    with pytest.raises(UsageError, match="nothing to compare"):
        association.find(view(CIRCLES), "member_of")
    with pytest.raises(UnknownName, match="relation"):
        association.find(view(CIRCLES), "friends_with", ["contacts"])
    with pytest.raises(UsageError, match="there are 2"):
        association.find(view(taking_part({"v": "ab"})), "member_of", ["contacts"])


def test_a_row_rests_on_the_relationships_of_both_relations():
    of = view(CIRCLES)
    found = association.find(of, "member_of", ["contacts"], permutations=9)
    assert len(list(found.rests_on(found.rows[0], of))) == 11
