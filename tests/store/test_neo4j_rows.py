"""Claims about the fingerprints by which a load sees what differs, and about what is made ahead."""

from __future__ import annotations

from dataclasses import fields, replace
from threading import Event

import pytest

from actormap.model.records import Actor, Evidence, Network, Relationship
from actormap.store.fields import FieldType, forms
from actormap.store.neo4j import rows
from actormap.store.neo4j.loading import Meter
from actormap.store.neo4j.prefetch import prefetched
from tests.offenders import none_of

OTHER = {FieldType.TEXT: "y", FieldType.NUMBER: 2.5, FieldType.WHOLE: 3, FieldType.NAMES: ("y",), FieldType.PAIRS: (("y", "z"),)}


def fingerprint(*evidence):
    return rows.tie_fingerprint(Relationship(source="a", type="owns", target="b", evidence=evidence))


def test_each_field_of_a_statement_makes_another_fingerprint():
    same = [
        field.name
        for field in fields(Evidence)
        if fingerprint(replace(Evidence(), **{field.name: OTHER[forms(Evidence)[field.name]]})) == fingerprint(Evidence())
    ]
    none_of(same)


def test_the_order_of_statements_makes_no_other_fingerprint_and_their_number_does():
    one, other = Evidence(document="a"), Evidence(document="b")
    assert fingerprint(one, other) == fingerprint(other, one)
    assert len({fingerprint(), fingerprint(one), fingerprint(one, one)}) == 3


def test_statements_of_one_document_are_ordered_by_what_else_they_say():
    first, second, third = (Evidence(document="a", note=note) for note in "xyz")
    assert fingerprint(third, first, second) == fingerprint(first, second, third) == fingerprint(second, third, first)
    assert fingerprint(Evidence(document="a", locator="2"), Evidence(document="b")) == fingerprint(
        Evidence(document="b"), Evidence(document="a", locator="2")
    )


def test_what_is_missing_is_not_what_is_empty():
    assert fingerprint(Evidence(note="")) != fingerprint(Evidence())


def test_a_node_that_changes_table_makes_another_fingerprint():
    actor, network = Actor(id="a", name="A", kind="k"), Network(id="a", name="A", kind="k")
    assert rows.node_fingerprint("actors")(actor) != rows.node_fingerprint("networks")(network)


def test_a_fingerprint_is_the_same_tomorrow_and_elsewhere():
    assert rows.node_fingerprint("actors")(Actor(id="å", name="Å", kind="unit", aliases=("b",))) == 6204123564858542299


def test_what_is_made_ahead_comes_in_its_order_and_an_error_in_its_turn():
    def made():
        yield from (1, None, 2)
        raise ValueError("here")

    values = prefetched(made())
    assert [next(values), next(values), next(values)] == [1, None, 2]
    with pytest.raises(ValueError, match="here"):
        next(values)


def test_whoever_leaves_early_waits_for_nothing_that_is_still_being_made():
    ready = Event()

    def made():
        yield 0
        ready.wait()

    values = prefetched(made())
    assert next(values) == 0
    values.close()
    ready.set()


def test_a_half_of_the_way_that_has_more_rows_than_were_foreseen_tells_no_more_than_that_half():
    told = []
    meter = Meter(lambda done, of: told.append((done, of)), 100)
    meter.begin(0, 10)
    meter.advance(20)
    assert told == [(0, 100), (50, 100)]
