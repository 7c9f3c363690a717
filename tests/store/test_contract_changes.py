"""What every store tells of a load: what it adds, changes and removes, down to a single field."""

from __future__ import annotations

from dataclasses import fields, replace

from actormap.files import WRITTEN
from actormap.model.records import NODE_TABLES, Evidence, Municipality, Requirement, Snapshot
from actormap.store import TABLES
from actormap.store.fields import FieldType, forms
from tests.offenders import none_of
from tests.store.places import actor, load, network, read, small, tie, without


def test_a_first_load_adds_everything(place):
    difference = load(place, small())
    assert (difference.added, difference.changed, difference.removed, difference.unchanged) == (6, 0, 0, 0)
    assert difference.tables["actors"].added == ("anna", "bo")


def test_a_load_is_known_to_have_written(place):
    before = WRITTEN.count
    load(place, small())
    assert WRITTEN.count > before


def test_the_same_load_again_changes_nothing(place):
    load(place, small())
    difference = load(place, small())
    assert not difference
    assert difference.unchanged == 6


def test_every_table_is_told_of_even_when_nothing_is_in_it(place):
    assert tuple(load(place, Snapshot()).tables) == TABLES


def test_each_field_of_a_node_counts(place):
    """A record a field, and nothing but that field of it changes."""
    values = {FieldType.TEXT: "y", FieldType.NUMBER: 2.5, FieldType.NAMES: ("y",), FieldType.PAIRS: (("y", "z"),)}
    plain, other = [], []
    for table, kind in NODE_TABLES.items():
        for name, form in forms(kind).items():
            if name != "id":
                given = {field: "x" for field in ("name", "title", "kind") if field in forms(kind)}
                plain.append(kind(id=f"{table} {name}", **given))
                other.append(kind(id=f"{table} {name}", **{**given, name: values[form]}))
    assert len(plain) > 50
    load(place, Snapshot.of(plain))
    changed = load(place, Snapshot.of(other))
    none_of({node.id for node in plain} - {one for table in NODE_TABLES for one in changed.tables[table].changed})
    assert read(place) == Snapshot.of(other)


def test_each_field_of_a_statement_counts(place):
    """A relationship a field, and nothing but that field of its statement changes."""
    values = {FieldType.TEXT: "y", FieldType.NUMBER: 0.0, FieldType.WHOLE: 0, FieldType.PAIRS: (("y", ""),)}
    names = {tie(name, "n").id: name for name in forms(Evidence)}
    nodes = [network("n"), *map(actor, names.values())]
    load(place, Snapshot.of(nodes, [tie(name, "n", Evidence()) for name in names.values()]))
    other = Snapshot.of(nodes, [tie(name, "n", Evidence(**{name: values[form]})) for name, form in forms(Evidence).items()])
    changed = load(place, other).tables["relationships"].changed
    none_of(name for one, name in names.items() if one not in changed)
    assert read(place) == other


def test_each_field_of_a_requirement_counts(place):
    """A requirement a field, and nothing but that field of it changes; a field that is part of its id makes it another."""
    values = {FieldType.TEXT: "y", FieldType.NUMBER: 2.0, FieldType.WHOLE: 2, FieldType.PAIRS: (("y", "z"),)}
    plain = {field.name: Requirement(network="n", row=f"r {field.name}", column="c") for field in fields(Requirement)}
    other = {name: replace(one, **{name: values[forms(Requirement)[name]]}) for name, one in plain.items()}
    load(place, Snapshot.of([], [], plain.values()))
    coverage = load(place, Snapshot.of([], [], other.values()), allow_mass_removal=True).tables["coverage"]
    none_of(name for name, one in other.items() if one.id not in {*coverage.changed, *coverage.added})
    assert read(place) == Snapshot.of([], [], other.values())


def test_a_statement_more_changes_the_relationship_and_no_other(place):
    load(place, small())
    ties = [
        replace(one, evidence=(*one.evidence, Evidence(document="ny"))) if one.source == "anna" else one for one in small().relationships
    ]
    difference = load(place, Snapshot.of(small().nodes(), ties, small().coverage))
    assert difference.tables["relationships"].changed == (tie("anna", "ring").id,)
    assert (difference.added, difference.changed, difference.removed) == (0, 1, 0)


def test_a_statement_less_changes_the_relationship(place):
    load(place, small())
    ties = [replace(one, evidence=one.evidence[:1]) for one in small().relationships]
    assert load(place, Snapshot.of(small().nodes(), ties, small().coverage)).tables["relationships"].changed == (tie("bo", "ring").id,)


def test_a_corrected_locator_never_doubles_a_relationship(place):
    load(place, Snapshot.of([actor("a"), network("n")], [tie("a", "n", Evidence(locator="s. 1"))]))
    load(place, Snapshot.of([actor("a"), network("n")], [tie("a", "n", Evidence(locator="s. 2"))]))
    assert [one.evidence[0].locator for one in read(place).relationships] == ["s. 2"]


def test_a_node_that_goes_takes_its_relationships_along(place):
    load(place, small())
    difference = load(place, without(small(), "bo"))
    assert difference.tables["actors"].removed == ("bo",)
    assert difference.tables["relationships"].removed == (tie("bo", "ring").id,)


def test_an_actor_that_becomes_a_municipality_moves_and_keeps_its_relationships(place):
    load(place, small())
    moved = Snapshot.of([Municipality(id="bo", name="Bo"), actor("anna"), network("ring")], small().relationships, small().coverage)
    difference = load(place, moved)
    assert difference.tables["actors"].removed == ("bo",)
    assert difference.tables["municipalities"].added == ("bo",)
    assert difference.tables["relationships"].unchanged == 2
    assert read(place) == moved


def test_progress_never_goes_back_and_ends_at_the_whole(place):
    told = []
    load(place, small(), progress=lambda done, total: told.append((done, total)))
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert {total for _, total in told} == {6}
    assert told[-1] == (6, 6)
