"""What every store promises, whatever it is made of: each claim is asked of every place in `tests.store.places`."""

from __future__ import annotations

import random
from contextlib import closing, suppress
from dataclasses import fields, replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actormap.errors import InputError, MassRemoval, StoreBusy, StoreUnreachable, UsageError
from actormap.model import NODE_TABLES, Actor, Document, Evidence, Municipality, Project, Requirement, Snapshot, Theme
from actormap.store import TABLES, Origin
from actormap.store.fields import Form, forms
from tests.store.places import PLACES, actor, load, network, origin, read, small, status, tie
from tests.store.records import records, snapshots

drawn = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(params=PLACES, scope="module")
def new_place(request, tmp_path_factory):
    """Return a maker of empty places, for claims that need one an example."""
    return lambda: PLACES[request.param](tmp_path_factory.mktemp("place"))


def without(snapshot, *ids):
    kept = [node for node in snapshot.nodes() if node.id not in ids]
    ties = [one for one in snapshot.relationships if one.source not in ids and one.target not in ids]
    return Snapshot.of(kept, ties, snapshot.coverage)


def of_kind(snapshot):
    return repr(snapshot)  # 1 and 1.0 are equal and yet not the same


class Interrupted(Exception):
    """What a test throws into a load."""


def interrupting(at, error=Interrupted):
    def tell(done, total):
        if done >= at * total:
            raise error

    return tell


# --- what comes back -----------------------------------------------------------------------------------------------------------------


@drawn
@given(snapshot=snapshots())
def test_what_is_loaded_is_what_is_read(new_place, snapshot):
    place = new_place()
    load(place, snapshot)
    assert read(place) == snapshot


@drawn
@given(snapshot=snapshots())
def test_whole_numbers_stay_whole_and_missing_values_missing(new_place, snapshot):
    place = new_place()
    load(place, snapshot)
    assert of_kind(read(place)) == of_kind(snapshot)


@drawn
@given(first=snapshots(), second=snapshots())
def test_a_load_makes_the_store_equal_to_the_records_whatever_it_held(new_place, first, second):
    place = new_place()
    load(place, first)
    load(place, second, allow_mass_removal=True)
    assert read(place) == second


@drawn
@given(first=snapshots(), second=snapshots())
def test_the_difference_is_what_comparing_the_records_by_hand_gives(new_place, first, second):
    place = new_place()
    load(place, first)
    difference = load(place, second, allow_mass_removal=True)
    for table in TABLES:
        old, new = ({record.id: record for record in getattr(snapshot, table)} for snapshot in (first, second))
        change = difference.tables[table]
        assert change.added == tuple(sorted(new.keys() - old.keys()))
        assert change.removed == tuple(sorted(old.keys() - new.keys()))
        assert change.changed == tuple(sorted(i for i in old.keys() & new.keys() if old[i] != new[i]))
        assert change.unchanged == len([i for i in old.keys() & new.keys() if old[i] == new[i]])


@drawn
@given(snapshot=snapshots(), seed=st.integers(0, 9))
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


# --- what a load tells ---------------------------------------------------------------------------------------------------------------


def test_a_first_load_adds_everything(place):
    difference = load(place, small())
    assert (difference.added, difference.changed, difference.removed, difference.unchanged) == (6, 0, 0, 0)
    assert difference.tables["actors"].added == ("anna", "bo")


def test_the_same_load_again_changes_nothing(place):
    load(place, small())
    difference = load(place, small())
    assert not difference
    assert difference.unchanged == 6


def test_every_table_is_told_of_even_when_nothing_is_in_it(place):
    assert tuple(load(place, Snapshot()).tables) == TABLES


@pytest.mark.parametrize(("table", "name"), [(table, name) for table, kind in NODE_TABLES.items() for name in forms(kind) if name != "id"])
def test_each_field_of_a_node_counts(place, table, name):
    kind = NODE_TABLES[table]
    plain = {field: "x" for field in ("id", "name", "title", "kind") if field in forms(kind)}
    other = {Form.TEXT: "y", Form.NUMBER: 2.5, Form.NAMES: ("y",), Form.PAIRS: (("y", "z"),)}[forms(kind)[name]]
    load(place, Snapshot.of([kind(**plain)]))
    changed = Snapshot.of([kind(**{**plain, name: other})])
    assert load(place, changed).tables[table].changed == ("x",)
    assert read(place) == changed


@pytest.mark.parametrize("field", fields(Evidence), ids=lambda field: field.name)
def test_each_field_of_a_statement_counts(place, field):
    other = {Form.TEXT: "y", Form.NUMBER: 0.0, Form.WHOLE: 0, Form.PAIRS: (("y", ""),)}[forms(Evidence)[field.name]]
    nodes = [actor("a"), network("n")]
    load(place, Snapshot.of(nodes, [tie("a", "n", Evidence())]))
    changed = Snapshot.of(nodes, [tie("a", "n", Evidence(**{field.name: other}))])
    assert load(place, changed).tables["relationships"].changed == (tie("a", "n").id,)
    assert read(place) == changed


@pytest.mark.parametrize("field", [field for field in fields(Requirement) if field.default is not None], ids=lambda field: field.name)
def test_each_field_of_a_requirement_counts(place, field):
    plain = Requirement(network="n", row="r", column="c")
    other = {Form.TEXT: "y", Form.NUMBER: 2.0, Form.WHOLE: 2, Form.PAIRS: (("y", "z"),)}[forms(Requirement)[field.name]]
    load(place, Snapshot.of([], [], [plain]))
    changed = Snapshot.of([], [], [replace(plain, **{field.name: other})])
    assert load(place, changed).tables["coverage"]
    assert read(place) == changed


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


@drawn
@given(first=snapshots(), second=snapshots())
def test_a_merge_gives_what_overlaying_the_records_gives(new_place, first, second):
    place = new_place()
    load(place, first)
    load(place, second, merge=True)
    ties = {one.id: one for one in (*first.relationships, *second.relationships)}
    lines = {one.id: one for one in (*first.coverage, *second.coverage)}
    assert read(place) == Snapshot.of({**first.by_id, **second.by_id}.values(), ties.values(), lines.values())


# --- dry run and mass removal --------------------------------------------------------------------------------------------------------


@drawn
@given(first=snapshots(), second=snapshots(), merge=st.booleans())
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


# --- what is refused, and that nothing is written then -------------------------------------------------------------------------------


def test_nothing_is_read_where_nothing_has_been_loaded(place):
    with closing(place.open()) as store:
        assert not store.exists()
        with pytest.raises(StoreUnreachable, match="Load a workspace"):
            store.read()
        with pytest.raises(StoreUnreachable, match="Load a workspace"):
            store.status()
        assert not store.exists()


def test_a_store_exists_from_its_first_load_on(place):
    load(place, Snapshot())
    with closing(place.open()) as store:
        assert store.exists()


FAULTS = {
    "name": (Snapshot.of([Actor(id="a", name="x\0y", kind="unit")]), r'actor "a".*"name".*NUL'),
    "id": (Snapshot.of([Actor(id="a\0", name="x", kind="unit")]), r'actor "a\\x00".*"id".*NUL'),
    "alias": (Snapshot.of([actor("a", aliases=("b", "\0"))]), r'"aliases".*NUL'),
    "attribute": (Snapshot.of([actor("a", attributes=(("k", "\0"),))]), r'"attributes".*NUL'),
    "note of a statement": (
        Snapshot.of([actor("a"), network("n")], [tie("a", "n", Evidence(note="\0"))]),
        r'relationship "a" "member_of" "n".*"note".*NUL',
    ),
    "answer": (Snapshot.of([], [], [Requirement(network="n", row="r", column="c", answer="\0")]), r'coverage of "n".*"answer".*NUL'),
    "half a pair": (Snapshot.of([actor("a", note="\ud800")]), r'"note".*surrogate'),
    "not a number": (Snapshot.of([Municipality(id="m", name="M", latitude=float("nan"))]), r'municipality "m".*"latitude".*finite'),
    "endless": (Snapshot.of([Project(id="p", name="P", kind="project", total_budget_sek=float("inf"))]), r'"total_budget_sek".*finite'),
    "too long a number": (Snapshot.of([actor("a"), network("n")], [tie("a", "n", Evidence(level=2**63))]), r'"level".*64 bits'),
    "bar in an alias": (Snapshot.of([actor("a", aliases=("b|c",))]), r'"aliases".*vertical bar'),
    "empty alias": (Snapshot.of([actor("a", aliases=("",))]), r'"aliases".*empty'),
    "attribute twice": (Snapshot.of([actor("a", attributes=(("k", "1"), ("k", "2")))]), r'"attributes".*twice'),
    "one id in two tables": (Snapshot.of([actor("a"), Theme(id="a", name="A", kind="method")]), r'two records with the id "a"'),
    "one relationship twice": (
        Snapshot.of([actor("a"), network("n")], [tie("a", "n"), tie("a", "n", Evidence(document="z"))]),
        r'two records.*relationship "a" "member_of" "n"',
    ),
    "one requirement twice": (
        Snapshot.of([], [], [Requirement(network="n", row="r", column="c", answer=answer) for answer in ("yes", "no")]),
        r'two records.*coverage of "n"',
    ),
    "an end that is nowhere": (Snapshot.of([actor("a")], [tie("a", "nowhere")]), r'"nowhere".*neither'),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_kept_is_refused_by_name_and_nothing_is_written(place, fault):
    snapshot, sentence = FAULTS[fault]
    load(place, small())
    with pytest.raises(InputError, match=sentence):
        load(place, snapshot, allow_mass_removal=True)
    assert read(place) == small()


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_kept_is_refused_in_a_dry_run_too(place, fault):
    snapshot, sentence = FAULTS[fault]
    with pytest.raises(InputError, match=sentence):
        load(place, snapshot, dry_run=True)


def test_a_name_of_a_file_that_is_no_text_is_refused(place):
    with pytest.raises(InputError, match="surrogate"):
        load(place, small(), origin=origin("gria", ("akt\udcf6rer.csv", "aa")))


@pytest.mark.parametrize("at", [0.1, 0.5, 1.0])
@pytest.mark.parametrize("error", [Interrupted, KeyboardInterrupt])
def test_a_load_that_is_interrupted_leaves_the_old_graph(place, at, error):
    load(place, small())
    with closing(place.open()) as store:
        with pytest.raises(error):
            store.load(without(small(), "bo"), origin(), progress=interrupting(at, error))
        assert store.read() == small()
    assert read(place) == small()
    assert len(status(place).loads) == 1


def test_a_first_load_that_is_interrupted_leaves_no_graph(place):
    with pytest.raises(Interrupted):
        load(place, small(), progress=interrupting(0.5))
    with closing(place.open()) as store:
        assert not store.exists()


def test_a_store_goes_on_after_a_load_that_failed(place):
    with closing(place.open()) as store:
        with suppress(Interrupted):
            store.load(small(), origin(), progress=interrupting(0.5))
        store.load(small(), origin())
        assert store.read() == small()


def test_a_second_writer_is_told_that_somebody_is_writing(place):
    load(place, small())
    refused = []

    def write_too(*_):
        with closing(place.open(busy_seconds=0.05)) as second, pytest.raises(StoreBusy) as busy:
            second.load(Snapshot(), origin("second"), allow_mass_removal=True)
        refused.append(str(busy.value))

    with closing(place.open()) as first:
        first.load(without(small(), "bo"), origin("first"), progress=write_too)
    assert refused
    assert all("somebody else" in sentence for sentence in refused)
    assert read(place) == without(small(), "bo")


def test_a_reader_sees_the_old_graph_while_another_loads(place):
    load(place, small())
    seen = []
    with closing(place.open()) as writer:
        writer.load(without(small(), "bo"), origin(), progress=lambda *_: seen.append(read(place)))
    assert seen
    assert all(snapshot == small() for snapshot in seen)


def test_a_store_that_is_closed_says_so(place):
    store = place.open()
    store.load(small(), origin())
    store.close()
    with pytest.raises(UsageError, match="closed"):
        store.read()


def test_closing_twice_is_closing_once(place):
    with place.open() as store:
        store.close()


@drawn
@given(document=records(Document, id="d"))
def test_documents_keep_their_addresses_and_titles(new_place, document):
    place = new_place()
    load(place, Snapshot.of([document]))
    assert read(place).documents == (document,)
