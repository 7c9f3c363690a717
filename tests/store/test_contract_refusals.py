"""What every store refuses, interrupts and shares with others, and that the graph is whole each time."""

from __future__ import annotations

import re
from contextlib import closing, suppress

import pytest

from actormap.errors import InputError, StoreBusy, StoreUnreachable, UsageError
from actormap.model.records import Actor, Evidence, Municipality, Project, Requirement, Snapshot, Theme
from tests.offenders import none_of
from tests.store.places import actor, load, network, origin, read, small, status, tie, without


class Interrupted(Exception):
    """What a test throws into a load."""


def interrupting(at, error=Interrupted):
    def tell(done, total):
        if done >= at * total:
            raise error

    return tell


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
    "bad alias beside good ones": (
        Snapshot.of([actor("a", aliases=("b",), attributes=(("k", "1"),)), actor("c", aliases=("b", "d|e")), actor("f", aliases=("g",))]),
        r'actor "c".*"aliases".*vertical bar',
    ),
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


def is_refused(place, snapshot, sentence, **options):
    try:
        load(place, snapshot, **options)
    except InputError as refused:
        return re.search(sentence, str(refused)) is not None
    return False


def test_what_cannot_be_kept_is_refused_by_name_and_nothing_is_written(place):
    load(place, small())
    kept = []
    for fault, (snapshot, sentence) in FAULTS.items():
        if not is_refused(place, snapshot, sentence, allow_mass_removal=True) or read(place) != small():
            kept.append(fault)
            load(place, small(), allow_mass_removal=True)
    none_of(kept)


def test_what_cannot_be_kept_is_refused_in_a_dry_run_too(place):
    none_of(fault for fault, (snapshot, sentence) in FAULTS.items() if not is_refused(place, snapshot, sentence, dry_run=True))


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
