"""What every store promises, whatever it is made of: what is loaded comes back.

This claim and those of the other test_contract files are asked of every place in `tests.store.places`.
"""

from __future__ import annotations

import random
from dataclasses import replace

from hypothesis import strategies as st

from actormap.model.records import Document, Evidence, Snapshot
from actormap.store import TABLES
from tests.store.places import actor, load, network, read, tie
from tests.store.records import drawn, records, snapshots


def of_kind(snapshot):
    return repr(snapshot)  # 1 and 1.0 are equal and yet not the same


@drawn(snapshot=snapshots())
def test_what_is_loaded_is_what_is_read_whole_numbers_whole_and_missing_values_missing(new_place, snapshot):
    place = new_place()
    load(place, snapshot)
    found = read(place)
    assert found == snapshot
    assert of_kind(found) == of_kind(snapshot)


@drawn(first=snapshots(), second=snapshots())
def test_a_load_makes_the_store_equal_to_the_records_and_tells_what_comparing_them_by_hand_gives(new_place, first, second):
    place = new_place()
    load(place, first)
    difference = load(place, second, allow_mass_removal=True)
    assert read(place) == second
    for table in TABLES:
        old, new = ({record.id: record for record in getattr(snapshot, table)} for snapshot in (first, second))
        change = difference.tables[table]
        assert change.added == tuple(sorted(new.keys() - old.keys()))
        assert change.removed == tuple(sorted(old.keys() - new.keys()))
        assert change.changed == tuple(sorted(i for i in old.keys() & new.keys() if old[i] != new[i]))
        assert change.unchanged == len([i for i in old.keys() & new.keys() if old[i] == new[i]])


@drawn(snapshot=snapshots(), seed=st.integers(0, 9))
def test_the_order_of_the_records_makes_no_difference(new_place, snapshot, seed):
    shuffle = random.Random(seed).shuffle  # noqa: S311  # an order is no secret
    mixed = {}
    for table in TABLES:
        rows = list(getattr(snapshot, table))
        shuffle(rows)
        mixed[table] = tuple(rows)
    mixed["relationships"] = tuple(replace(one, evidence=one.evidence[::-1]) for one in mixed["relationships"])
    place = new_place()
    load(place, Snapshot(**mixed))
    assert read(place) == snapshot
    assert not load(place, snapshot)


def test_swedish_letters_and_emoji_come_back(place):
    snapshot = Snapshot.of([actor("å", note="Räksmörgås på Öckerö 🦐🇸🇪 é vs é")])
    load(place, snapshot)
    assert read(place) == snapshot


def test_a_note_of_a_megabyte_comes_back(place):
    snapshot = Snapshot.of([actor("a", note="å" * 1_000_000), network("n")], [tie("a", "n", Evidence(note="ö\n" * 500_000))])
    load(place, snapshot)
    assert read(place) == snapshot


def test_a_relationship_without_evidence_comes_back(place):
    snapshot = Snapshot.of([actor("a"), network("n")], [replace(tie("a", "n"), evidence=())])
    load(place, snapshot)
    assert read(place) == snapshot


def test_a_relationship_from_a_node_to_itself_comes_back(place):
    snapshot = Snapshot.of([actor("a")], [tie("a", "a")])
    load(place, snapshot)
    assert read(place) == snapshot


def test_two_statements_alike_are_two(place):
    snapshot = Snapshot.of([actor("a"), network("n")], [tie("a", "n", Evidence(document="d"), Evidence(document="d"))])
    load(place, snapshot)
    assert len(read(place).relationships[0].evidence) == 2


def test_an_empty_text_is_not_a_missing_one(place):
    snapshot = Snapshot.of([actor("a", note="", attributes=(("tom", ""),)), actor("b")])
    load(place, snapshot)
    assert [one.note for one in read(place).actors] == ["", None]


def test_zero_is_not_missing(place):
    snapshot = Snapshot.of([actor("a"), network("n")], [tie("a", "n", Evidence(level=0, weight=0.0, confidence=0.0))])
    load(place, snapshot)
    assert of_kind(read(place)) == of_kind(snapshot)


def test_relationships_that_differ_in_role_or_beginning_are_several(place):
    ties = [tie("a", "n"), tie("a", "n", role="ordförande"), tie("a", "n", valid_from="2014")]
    snapshot = Snapshot.of([actor("a"), network("n")], ties)
    load(place, snapshot)
    assert len(read(place).relationships) == 3


def test_an_empty_graph_is_a_graph(place):
    load(place, Snapshot())
    assert read(place) == Snapshot()


@drawn(document=records(Document, id="d"))
def test_documents_keep_their_addresses_and_titles(new_place, document):
    place = new_place()
    load(place, Snapshot.of([document]))
    assert read(place).documents == (document,)
