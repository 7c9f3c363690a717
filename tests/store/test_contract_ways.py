"""The ways every store can be loaded: merging, trying, removing in mass, and what it remembers of each."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import strategies as st

from actormap.errors import MassRemoval
from actormap.model.records import Evidence, Municipality, Snapshot
from actormap.store import TABLES, Origin
from tests.store.places import actor, load, network, origin, read, small, status, tie, without
from tests.store.records import drawn, snapshots

# --- merge ---------------------------------------------------------------------------------------------------------------------------


def test_a_merge_removes_nothing(place):
    load(place, small())
    difference = load(place, Snapshot.of([actor("cecilia")]), merge=True)
    assert difference.removed == 0
    assert {one.id for one in read(place).actors} == {"anna", "bo", "cecilia"}
    assert len(read(place).relationships) == 2


def test_a_merge_counts_what_it_leaves_alone(place):
    load(place, small())
    assert load(place, Snapshot.of([actor("cecilia")]), merge=True).unchanged == 6


def test_a_merge_updates_what_it_knows(place):
    load(place, small())
    difference = load(place, Snapshot.of([replace(actor("anna"), region="Väst")]), merge=True)
    assert difference.tables["actors"].changed == ("anna",)
    assert read(place).by_id["anna"].region == "Väst"


def test_a_merged_relationship_gets_its_new_evidence_only(place):
    load(place, small())
    load(place, Snapshot.of([actor("bo"), network("ring")], [tie("bo", "ring", Evidence(document="ny"))]), merge=True)
    assert {one.source: [e.document for e in one.evidence] for one in read(place).relationships} == {"anna": ["report"], "bo": ["ny"]}


def test_a_merge_may_tie_to_what_only_the_store_has(place):
    load(place, small())
    load(place, Snapshot.of([actor("cecilia")], [tie("cecilia", "ring")]), merge=True)
    assert len(read(place).relationships) == 3


def test_a_merge_moves_a_node_that_has_become_another_record(place):
    load(place, small())
    difference = load(place, Snapshot.of([Municipality(id="bo", name="Bo")]), merge=True)
    assert difference.tables["actors"].removed == ("bo",)
    assert read(place).by_id["bo"] == Municipality(id="bo", name="Bo")
    assert len(read(place).relationships) == 2


@drawn(first=snapshots(), second=snapshots())
def test_a_merge_gives_what_overlaying_the_records_gives(new_place, first, second):
    place = new_place()
    load(place, first)
    load(place, second, merge=True)
    ties = {one.id: one for one in (*first.relationships, *second.relationships)}
    lines = {one.id: one for one in (*first.coverage, *second.coverage)}
    coded = {one.id: one for one in (*first.coding(), *second.coding())}
    assert read(place) == Snapshot.of({**first.by_id, **second.by_id}.values(), ties.values(), lines.values(), coded.values())


# --- dry run and mass removal --------------------------------------------------------------------------------------------------------


@drawn(first=snapshots(), second=snapshots(), merge=st.booleans())
def test_a_dry_run_tells_what_the_load_then_does(new_place, first, second, merge):
    place = new_place()
    load(place, first)
    promised = load(place, second, dry_run=True, merge=merge)
    assert read(place) == first
    assert load(place, second, merge=merge, allow_mass_removal=True) == promised


def test_a_dry_run_on_nothing_makes_nothing(place):
    assert load(place, small(), dry_run=True).added == 6
    with closing(place.open()) as store:
        assert not store.exists()


def test_a_dry_run_is_not_remembered(place):
    load(place, small())
    load(place, Snapshot(), dry_run=True)
    assert len(status(place).loads) == 1


def test_a_load_that_would_remove_more_than_half_is_refused(place):
    load(place, small())
    with pytest.raises(MassRemoval) as refused:
        load(place, Snapshot.of([actor("anna"), network("ring")]))  # one of three nodes and both relationships: three of five
    assert (refused.value.removed, refused.value.total) == (3, 5)
    assert read(place) == small()
    assert len(status(place).loads) == 1


def test_half_is_not_more_than_half(place):
    load(place, Snapshot.of([actor("a"), actor("b")]))
    assert load(place, Snapshot.of([actor("a")])).removed == 1


def test_a_mass_removal_is_done_when_it_is_meant(place):
    load(place, small())
    assert load(place, Snapshot(), allow_mass_removal=True).removed == 6
    assert read(place) == Snapshot()


def test_nodes_that_all_change_table_are_no_mass_removal(place):
    load(place, Snapshot.of([actor("a"), actor("b")]))
    moved = Snapshot.of([Municipality(id="a", name="A"), Municipality(id="b", name="B")])
    load(place, moved)
    assert read(place) == moved


# --- what is remembered --------------------------------------------------------------------------------------------------------------


def test_a_load_is_remembered_with_its_files_and_numbers(place):
    load(place, small(), origin=origin("gria", ("b.csv", "22"), ("a.csv", "11")))
    (record,) = status(place).loads
    assert record.origin == Origin("gria", "2025-01-01T00:00:00+00:00", (("b.csv", "22"), ("a.csv", "11")))
    assert (record.added, record.changed, record.removed, record.unchanged) == (6, 0, 0, 0)


def test_what_a_workspace_says_of_itself_is_remembered_and_is_something_to_remember(place):
    for settings in ('{"title":"Å"}', '{"title":"Ö"}', '{"title":"Ö"}'):
        load(place, small(), origin=replace(origin(), settings=settings))
    assert [record.origin.settings for record in status(place).loads] == ['{"title":"Ö"}', '{"title":"Å"}']


def test_loads_come_newest_first(place):
    load(place, small(), origin=origin("first"))
    load(place, without(small(), "bo"), origin=origin("second"))
    assert [record.origin.workspace for record in status(place).loads] == ["second", "first"]


def test_a_load_of_the_same_files_that_changes_nothing_is_not_remembered_again(place):
    load(place, small())
    load(place, small(), origin=origin(when="2025-06-01T00:00:00+00:00"))
    assert [record.origin.when for record in status(place).loads] == ["2025-01-01T00:00:00+00:00"]


def test_a_load_of_other_files_is_remembered_though_it_changes_nothing(place):
    load(place, small())
    load(place, small(), origin=origin("gria", ("actors.csv", "cc")))
    assert [record.added for record in status(place).loads] == [0, 6]


def test_the_status_counts_every_table(place):
    load(place, small())
    assert status(place).counts == {**dict.fromkeys(TABLES, 0), "actors": 2, "networks": 1, "relationships": 2, "coverage": 1}
