"""What the page is given: every node and relationship of the snapshot, once."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.map.data import columnar, content, edges, nodes
from actormap.model.records import Evidence, Relationship, Snapshot
from tests.map import pages


def data_of(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL).group(1))


def rows(network, kind):
    """Return the nodes or edges of a page's network, however they are written."""
    return unpacked(network["packed"][kind]) if "packed" in network else network[kind]


def unpacked(packed):
    length = packed["length"]
    found = [{} for _ in range(length)]
    for name, column in packed["columns"].items():
        if "rows" in column:
            items = iter(unpacked(column["rows"]))
            counts = [column["counts"]] * length if isinstance(column["counts"], int) else column["counts"]
            values = [[next(items) for _ in range(count)] for count in counts]
        elif "every" in column:
            values = [column["every"]] * length
        elif "steps" in column:
            values = accumulate(column["steps"])
        elif "words" in column:
            values = [None if number < 0 else column["words"][number] for number in column["of"]]
        else:
            values = column["values"]
        for index, value in zip(column.get("at", range(length)), values, strict=True):
            if value is not None:
                found[index][name] = value
    return found


def numbers(snapshot):
    return {node.id: index for index, node in enumerate(nodes.shown(snapshot))}


VALUES = st.one_of(st.integers(-5, 5), st.sampled_from(["x", "y", 0.5]), st.lists(st.integers(0, 3), max_size=2))


@given(st.lists(st.dictionaries(st.sampled_from("abc"), VALUES), max_size=30))
def test_rows_written_by_column_and_read_again_are_the_same_rows(rows):
    assert unpacked(columnar.pack(rows)) == rows


def test_a_column_is_told_as_rows_of_its_own_only_if_all_of_it_is_lists_of_them():
    assert columnar.pack([{"a": [{"b": 1}]}, {"a": "x"}])["columns"]["a"] == {"values": [[{"b": 1}], "x"]}


@cache
def drawn(name):
    """Return a snapshot and the data of its page."""
    snapshot = getattr(pages, name)()
    return snapshot, data_of(pages.page_of(snapshot))


EACH = pytest.mark.parametrize("name", ["small", "gria", "generated"])


@EACH
def test_every_node_but_documents_is_in_the_page_once(name):
    snapshot, data = drawn(name)
    carried = [node["key"] for node in rows(data["network"], "nodes")]
    assert sorted(carried) == sorted(node.id for node in snapshot.nodes() if node.node != "document")


@EACH
def test_every_relationship_is_in_the_page_once_with_all_its_evidence(name):
    snapshot, data = drawn(name)
    keys = [node["key"] for node in rows(data["network"], "nodes")]
    types = list(pages.VOCABULARY.types)
    carried = [
        (keys[e["from"]], types[e["type"]], keys[e["to"]], e.get("role"), len(e["evidence"])) for e in rows(data["network"], "edges")
    ]
    assert sorted(map(str, carried)) == sorted(str((t.source, t.type, t.target, t.role, len(t.evidence))) for t in snapshot.relationships)


def test_parallel_relationships_bend_apart_whichever_way_they_point():
    snapshot = Snapshot.of(
        pages.small().nodes(),
        [pages.tie("alvsta", "owns", "region"), pages.tie("region", "member_of", "alvsta"), pages.tie("region", "funds", "alvsta")],
    )
    rows = edges.as_data(edges.shown(snapshot, snapshot.by_id), snapshot, pages.VOCABULARY, numbers(snapshot))
    # Seen from one end, so that a line of the other direction bends the other way.
    seen = [row.get("bend", 0) * (1 if row["from"] == numbers(snapshot)["alvsta"] else -1) for row in rows]
    assert len(set(seen)) == 3


def test_a_single_relationship_is_straight():
    snapshot = pages.undated()
    assert all("bend" not in row for row in edges.as_data(snapshot.relationships, snapshot, pages.VOCABULARY, numbers(snapshot)))


def test_a_relationship_has_the_years_of_its_project():
    snapshot = pages.small()
    rows = {
        tuple(list(numbers(snapshot))[row[end]] for end in ("from", "to")): row
        for row in edges.as_data(snapshot.relationships, snapshot, pages.VOCABULARY, numbers(snapshot))
    }
    assert rows["alvsta", "pro"]["years"] == [2014, 2016]
    assert "years" not in rows["alvsta", "net"]


def test_the_status_of_a_relationship_is_its_best_evidence():
    snapshot = pages.small()
    rows = {
        tuple(list(numbers(snapshot))[row[end]] for end in ("from", "to")): row
        for row in edges.as_data(snapshot.relationships, snapshot, pages.VOCABULARY, numbers(snapshot))
    }
    assert list(pages.VOCABULARY.statuses)[rows["oby", "pro"]["status"]] == "stated"
    assert len(rows["oby", "pro"]["evidence"]) == 2


def test_a_node_is_of_the_municipalities_and_themes_it_has_to_do_with():
    snapshot = pages.small()
    found = {row["key"]: row for row in nodes.as_data(snapshot, pages.VOCABULARY, families_of(snapshot), {})}
    assert found["net"]["places"] == [0, 1]
    assert "places" not in found["region"]
    assert found["oby"]["themes"] == [0]  # through the project it takes part in


def families_of(snapshot):
    from actormap.map.data import legend

    return legend.of(nodes.shown(snapshot), pages.VOCABULARY, {"sv": "Övrigt", "en": "Other"})


def test_roles_and_themes_are_entries_of_their_own_that_wait_to_be_ticked():
    found = {family.key: family for family in families_of(pages.small())}
    assert (found["theme"].shown, found["unanalysed"].shown, found["municipality"].shown) == (False, False, True)
    assert found["unanalysed"].hollow


def test_a_measure_that_the_catalogue_does_not_know_keeps_its_name():
    data = data_of(pages.page_of(pages.undated(), scores=("degree", "harmonic_closeness")[:1]))
    assert data["measures"] == [{"sv": "Antal kopplingar", "en": "Number of links"}]
    assert content.measure_names(["brygghet"], ()) == [{}]


def test_coordinates_have_one_decimal():
    layouts = data_of(pages.page_of(pages.small()))["layouts"]
    numbers = [value for layout in layouts.values() for axis in ("x", "y") for value in layout[axis]]
    assert numbers
    assert all(round(value, 1) == value for value in numbers)


def test_a_relationship_to_itself_is_carried():
    snapshot = pages.undated()
    own = Relationship(source="a", type="succeeds", target="a", evidence=(Evidence(),))
    page = pages.page_of(replace(snapshot, relationships=(*snapshot.relationships, own)))
    assert len(data_of(page)["network"]["edges"]) == 3


def test_json_cannot_end_its_script_element():
    block = content.block({"a": "</script><!--\u2028\u2029å"})
    assert "<" not in block
    assert "\u2028" not in block
    assert "\u2029" not in block
    assert json.loads(block) == {"a": "</script><!--\u2028\u2029å"}
