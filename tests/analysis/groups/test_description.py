"""Claims about a network told in figures."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest

from actormap.analysis.groups import description
from actormap.model.ratings import TRUST, VALUE
from actormap.model.records import Evidence
from tests.graphs import actor, network, one_mode, snapshot, taking_part, tie, two_mode, view

CIRCLES = taking_part({"v": "abc", "w": "bcd", "x": "ade"})


def told(of, **options):
    return {row["aspect"]: row for row in description.describe(of, **options).rows}


def test_every_figure_is_told_with_its_source_and_an_interval_that_holds_it():
    rows = [row for row in told(view(CIRCLES)).values() if row["value"] is not None]
    assert len(rows) > 10
    for row in rows:
        assert row["at_least"] <= row["value"] <= row["at_most"]
        assert row["reference"] == description.FIGURES[row["aspect"]][0]


def test_a_two_mode_view_has_figures_of_two_modes_and_a_projection_those_of_one():
    assert {"venues", "clustering_two_mode", "centralisation_two_mode"} <= set(told(view(CIRCLES)))
    assert {"transitivity", "clustering", "centralisation"} <= set(told(view(CIRCLES, "actors")))


def test_if_statements_are_missing_there_are_more_ties_than_are_seen():
    ties = told(view(CIRCLES))["ties"]
    assert (ties["at_least"], ties["value"], ties["at_most"]) == (9, 9, 10)


def test_the_same_seed_tells_the_same():
    of = two_mode(nx.davis_southern_women_graph(), nx.davis_southern_women_graph().graph["top"])
    assert description.describe(of, resamples=10) == description.describe(of, resamples=10)


def test_without_resamples_there_is_no_interval():
    assert "at_least" not in told(view(CIRCLES), resamples=0)["density"]


def test_time_ends_the_resamples_but_the_first():
    ticks = iter(range(100))
    found = description.describe(view(CIRCLES), resamples=5, budget=1, clock=lambda: next(ticks))
    assert found.context.parameters["done"] == 2


def test_half_of_the_ties_hidden_are_not_told_to_be_a_tenth():
    """The interval is for as many hidden as are left out: of a random network with a tenth hidden it holds the true density."""
    whole = nx.gnm_random_graph(40, 200, seed=2)
    seen = nx.Graph(whole)
    seen.remove_edges_from(list(whole.edges())[::10])
    found = told(one_mode(seen), resamples=60)["ties"]
    assert found["value"] == 180
    assert found["at_most"] == pytest.approx(200, abs=3)


def test_direct_ties_that_are_left_out_are_left_out_and_no_more():
    """Of a list of contacts a tenth is left out each time: the ties may be a ninth more, and none fewer."""
    karate = one_mode(nx.karate_club_graph()).snapshot
    contacts = snapshot(karate.actors, *(tie(each.source, "connects", each.target) for each in karate.relationships))
    found = told(view(contacts, "actors"), resamples=20)
    assert (found["ties"]["at_least"], found["ties"]["value"], found["ties"]["at_most"]) == (78, 78, 86)
    assert found["density"]["at_least"] > 0.13


def test_reciprocity_has_an_interval_where_ties_have_a_direction_and_is_not_told_where_they_have_none():
    pairs = ["ab", "ba", "bc", "cb", "cd", "da", "ac", "db"]
    of = snapshot(map(actor, "abcd"), *(tie(a, "connects", b) for a, b in pairs))
    found = told(view(of, "actors"))["reciprocity"]
    assert found["value"] == 0.5
    assert found["at_least"] <= 0.5 < found["at_most"]
    assert "reciprocity" not in told(view(CIRCLES, "actors"))


def test_where_all_are_of_one_group_no_tie_could_lead_to_another():
    assert told(view(CIRCLES, "actors"))["ei"]["value"] is None


def test_value_and_trust_are_told_as_a_share_of_the_highest_with_what_they_are_without_a_tenth():
    def rated(a, b, level):
        return tie(a, "connects", b, Evidence(**dict.fromkeys((*VALUE, *TRUST), level)))

    of = view(snapshot(map(actor, "abcd"), rated("a", "b", 4), rated("b", "a", 2), rated("c", "a", 2), rated("d", "a", 2)), "actors")
    trust = told(of)["rated_trust"]
    # Without one of the four the mean is 2 once and 8/3 three times.
    assert trust["value"] == pytest.approx(10 / 4 / 4)
    assert trust["at_most"] == pytest.approx(2 * trust["value"] - np.percentile([2 / 4, *[8 / 3 / 4] * 3], 5))
    assert trust["at_least"] == pytest.approx(2 * trust["value"] - 8 / 3 / 4)
    assert told(of, resamples=0)["rated_value"] == {"aspect": "rated_value", "value": 10 / 4 / 4, "reference": "Varda et al. 2008"}


def test_where_nobody_rates_anybody_nothing_is_told_of_trust():
    assert not {"rated_value", "rated_trust"} & set(told(view(CIRCLES)))
    some = tie("a", "member_of", "v", Evidence(**dict.fromkeys(TRUST, 1)))
    figures = told(view(snapshot([actor("a"), network("v")], some)), resamples=0)
    assert ("rated_value" in figures, figures["rated_trust"]["value"]) == (False, 0.25)
