"""Claims about nodes and relationships as the page carries them: what is told of each, and what is left out."""

from __future__ import annotations

import pytest

from actormap.map.data import edges, legend, nodes
from actormap.model.records import Document, Evidence, Municipality, Network, Project, Snapshot, Theme
from tests.graphs import VOCABULARY, actor, network, tie

FAMILIES = legend.of(
    [
        actor("a"),
        network("v"),
        Project(id="p", name="P", kind="project"),
        Municipality(id="m", name="M"),
        Theme(id="t", name="T", kind="method"),
    ],
    VOCABULARY,
    {},
)


def node(*given, ties=(), measures=None):
    of = Snapshot.of(given, ties)
    return {row["key"]: row for row in nodes.as_data(of, VOCABULARY, FAMILIES, measures or {})}


def edge(*ties, given=()):
    of = Snapshot.of([actor("a"), actor("b"), network("v"), *given], ties)
    shown = edges.shown(of, [each.id for each in of.nodes()])
    return edges.as_data(shown, of, VOCABULARY, {"a": 0, "b": 1, "v": 2})


@pytest.mark.parametrize(
    ("start", "end", "period", "years"),
    [
        ("2014-06", "2015", "2014-06–2015", [2014, 2015]),
        ("2014", None, "2014–", [2014, None]),
        (None, "2015-06-01", "–2015-06-01", [None, 2015]),
        (None, None, None, None),
    ],
)
def test_a_period_is_told_as_precisely_as_it_is_known_and_filtered_by_year(start, end, period, years):
    (row,) = edge(tie("a", "member_of", "v", Evidence(valid_to=end), **({"valid_from": start} if start else {})))
    assert (row.get("period"), row.get("years")) == (period, years)
    told = node(
        Project(id="p", name="P", kind="project", start=start, end=end),
        Network(id="v", name="V", kind="network", valid_from=start, valid_to=end),
    )
    assert [row.get("facts", {}).get("period") for row in told.values()] == [period, period]
    assert [row.get("years") for row in told.values()] == [years, years]


def test_a_statement_is_told_without_what_it_does_not_say_and_a_value_with_its_unit():
    pieces = (
        Evidence(document="d", value="5", unit="kr"),
        Evidence(document="d", value="ja"),
        Evidence(document="e", level=0, confidence=0.0),
    )
    (row,) = edge(tie("a", "member_of", "v", *pieces), given=[Document(id="d", title="D"), Document(id="e", title="E")])
    status = list(VOCABULARY.statuses).index("stated")
    assert sorted(row["evidence"], key=str) == sorted(
        [
            {"document": 0, "status": status, "value": "5 kr"},
            {"document": 0, "status": status, "value": "ja"},
            {"document": 1, "status": status, "level": 0, "confidence": 0.0},
        ],
        key=str,
    )


def test_a_mutual_tie_is_one_line_with_two_heads_and_others_keep_away_from_it():
    assert [row.get("bend") for row in edge(tie("a", "connects", "b"), tie("b", "connects", "a"))] == [None, None]
    three = edge(tie("a", "connects", "b"), tie("b", "connects", "a"), tie("b", "funds", "a"))
    # Seen from the other end the same side has the other sign.
    assert [row.get("bend") for row in three] == [-0.08, 0.08, -0.08]


def test_lines_between_the_same_two_fan_out_whichever_way_they_point():
    rows = edge(tie("a", "coordinates", "b"), tie("a", "owns", "b"), tie("b", "funds", "a"), tie("a", "member_of", "v"))
    assert [row.get("bend") for row in rows] == [-0.16, None, None, -0.16]
    assert [(row["from"], row["to"]) for row in rows] == [(0, 1), (0, 1), (0, 2), (1, 0)]
    assert [row.get("bend") for row in edge(tie("a", "coordinates", "b"), tie("a", "owns", "b"))] == [-0.08, 0.08]


def test_a_line_needs_both_its_ends_on_the_map():
    of = Snapshot.of([actor("a"), actor("b"), network("v")], [tie("a", "member_of", "v"), tie("b", "member_of", "v")])
    assert [each.source for each in edges.shown(of, ["a", "v"])] == ["a"]


def test_measures_have_four_figures_and_one_that_is_not_defined_is_none():
    told = node(actor("a"), measures={"one": {"a": 0.123456}, "two": {"a": 1234567.0}, "three": {}, "four": {"a": 2.0}})["a"]["measures"]
    assert told == [0.1235, 1235000, None, 2]
    assert [type(value) for value in told] == [float, int, type(None), int]


def test_places_are_where_one_is_has_a_seat_or_a_relationship():
    towns = [Municipality(id="m", name="M"), Municipality(id="n", name="N")]
    told = node(
        *towns,
        actor("a", municipality="n"),
        actor("b"),
        network("v"),
        ties=[tie("m", "member_of", "v"), tie("b", "owns", "v"), tie("a", "located_in", "m"), tie("m", "owns", "n")],
    )
    assert {key: row.get("places") for key, row in told.items()} == {"a": [0, 1], "b": None, "m": [0], "n": [1], "v": [0]}


def test_a_theme_is_that_of_who_takes_part_in_what_works_with_it():
    given = [Theme(id="t", name="T", kind="method"), Theme(id="u", name="U", kind="method"), actor("a"), actor("b"), network("v")]
    told = node(*given, ties=[tie("v", "addresses", "t"), tie("a", "member_of", "v"), tie("b", "addresses", "u")])
    assert {key: row.get("themes") for key, row in told.items()} == {"a": [0], "b": [1], "t": [0], "u": [1], "v": [0]}


def test_only_a_network_has_a_status_to_tell():
    told = node(
        Network(id="v", name="V", kind="network", status="planned"), Network(id="w", name="W", kind="network"), actor("a", status="implied")
    )
    assert set(told["v"]["facts"]["status"]) == {"sv", "en"}
    assert [told[key].get("facts") for key in "wa"] == [None, None]
