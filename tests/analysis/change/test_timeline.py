"""Claims about a network through the years."""

from __future__ import annotations

from actormap.analysis.change import timeline
from actormap.graph.dataset import Dataset
from actormap.model.selection import Selection
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie, view

OLD = network("v", valid_from="2010", valid_to="2012")
NEW = network("w", valid_from="2012", valid_to="2013-05-01")
OF = snapshot(
    [actor("a"), actor("b"), actor("c"), OLD, NEW],
    *(tie(who, "member_of", venue) for who, venue in ("av", "bv", "bw", "cw")),
)

ALL = Selection()


def trace(of=OF, selection=ALL, **options):
    return timeline.trace(Dataset(of, VOCABULARY, selection), **options)


def column(found, name):
    return [row[name] for row in found.rows]


def test_there_is_a_row_for_each_year_that_a_date_speaks_of():
    assert column(trace(), "year") == [2010, 2011, 2012, 2013]


def test_each_year_has_its_counts():
    found = trace()
    assert column(found, "actors") == [2, 2, 3, 2]
    assert column(found, "ties") == [2, 2, 4, 2]
    assert column(found, "parts") == [1, 1, 1, 1]
    assert column(found, "mean_degree") == [1, 1, 4 / 3, 1]


def test_who_came_and_went_is_counted_from_the_year_before():
    found = trace()
    assert (column(found, "came"), column(found, "went")) == ([None, 0, 1, 0], [None, 0, 0, 1])
    assert (column(found, "ties_new"), column(found, "ties_gone")) == ([None, 0, 2, 0], [None, 0, 0, 2])


def test_who_is_first_is_told_for_each_measure_with_all_who_share_it():
    found = trace()
    assert column(found, "first_degree") == [["a", "b"], ["a", "b"], ["b"], ["b", "c"]]
    assert column(found, "first_betweenness")[2] == ["b"]


def test_whoever_is_among_the_top_in_some_year_is_followed_through_all():
    found = trace(by="degree", top=1)
    assert [(row["year"], row["id"], row["rank"]) for row in found.series.rows if row["id"] == "b"] == [
        (2010, "b", 1.5),
        (2011, "b", 1.5),
        (2012, "b", 1),
        (2013, "b", 1.5),
    ]
    assert {row["id"] for row in found.series.rows} == {"b"}
    assert found.to_dict()["series"][0]["measure"] == "degree"


def test_what_has_no_date_stands_in_every_year_and_is_counted():
    of = snapshot([actor("a"), actor("b"), OLD, network("x")], tie("a", "member_of", "v"), tie("b", "member_of", "x"))
    assert column(trace(of), "undated") == [1, 1, 1]
    assert column(trace(of), "actors") == [2, 2, 2]


def test_a_tie_that_one_date_bears_is_not_undated():
    """In the view of actors a and b are tied once, by v with its dates and by x without."""
    of = snapshot([actor("a"), actor("b"), OLD, network("x")], *(tie(who, "member_of", venue) for who in "ab" for venue in "vx"))
    assert column(trace(of, view="actors"), "undated") == [0, 0, 0]


def test_data_without_any_date_has_no_years():
    found = trace(snapshot([actor("a"), network("x")], tie("a", "member_of", "x")))
    assert (found.rows, found.series.rows, found.undefined) == ((), (), {"year": timeline.NO_DATES})


def test_a_sub_project_without_dates_has_those_of_its_project():
    of = snapshot([actor("a"), project("p", start="2014", end="2015"), project("q")], tie("q", "part_of", "p"), tie("a", "owns", "q"))
    assert column(trace(of), "year") == [2014, 2015]


def test_the_period_of_the_selection_and_the_years_asked_for_are_kept_to():
    assert column(trace(selection=Selection(since="2011", until="2012")), "year") == [2011, 2012]
    assert column(trace(years=[2013, 2005, 2010, 2005]), "year") == [2005, 2010, 2013]
    assert column(trace(years=[2005]), "largest") == [None]


def test_the_view_of_actors_has_its_years_too():
    assert column(trace(view="actors"), "ties") == [1, 1, 2, 1]


def test_a_date_of_what_makes_no_tie_gives_no_year():
    of = snapshot([actor("a"), OLD], tie("a", "member_of", "v"), tie("a", "disseminates_to", "v", valid_from="1990"))
    assert column(trace(of), "year") == [2010, 2011, 2012]


def test_a_year_without_anybody_is_told_why_it_has_no_share():
    assert trace(years=[2005, 2011]).undefined["largest"] == "no_nodes"
    assert "largest" not in trace().undefined


def test_the_followed_stand_by_measure_year_and_place():
    found = trace(by=("degree", "betweenness"), top=3)
    told = [(row["measure"], row["year"]) for row in found.series.rows]
    assert list(dict.fromkeys(told)) == [(name, year) for name in ("degree", "betweenness") for year in range(2010, 2014)]
    assert [row["id"] for row in found.series.rows if (row["measure"], row["year"]) == ("degree", 2012)] == ["b", "a", "c"]


def test_each_measure_has_its_own_first():
    """In a row of five who meet two by two, the three between meet as many, and the middle one is on most paths."""
    venues = dict(zip("vwxy", ("ab", "bc", "cd", "de"), strict=True))
    nodes = [*map(actor, "abcde"), *(network(name, valid_from="2010", valid_to="2010") for name in venues)]
    found = trace(snapshot(nodes, *(tie(who, "member_of", venue) for venue, names in venues.items() for who in names)))
    assert (column(found, "first_degree"), column(found, "first_betweenness")) == ([["b", "c", "d"]], [["c"]])


def test_the_ties_of_a_view_that_rest_on_no_date_are_counted():
    of = snapshot([actor("a"), actor("b"), OLD], tie("a", "member_of", "v"), tie("b", "member_of", "v", valid_from="2011"))
    always = snapshot([actor("a"), actor("b"), network("v")], *of.relationships)
    assert [timeline.undated(view(each)) for each in (always, of)] == [1, 0]
