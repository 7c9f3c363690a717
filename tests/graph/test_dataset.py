"""Claims about what a map or an export of a selection shows."""

from __future__ import annotations

from actormap.graph.dataset import Dataset
from actormap.model.records import Document, Evidence, Requirement, Snapshot, Theme
from tests.graphs import VOCABULARY, actor, network, tie

SAID, PLANNED = Evidence(document="d"), Evidence(document="e", status="planned")
GRAPH = Snapshot.of(
    [
        *(actor("a"), actor("b", "school"), actor("c"), actor("alone"), network("v"), network("w", document="f")),
        *(Document(id=name, title=name, collection="first" if name == "d" else None) for name in "defg"),
        Theme(id="t", name="T", kind="method"),
    ],
    [tie("a", "member_of", "v", SAID), tie("b", "member_of", "v", PLANNED), tie("c", "member_of", "w", Evidence(document="g"))],
    [Requirement(network="v", row="r", column="c", theme="t"), Requirement(network="w", row="r", column="c")],
)


def shown(**conditions):
    found = Dataset(GRAPH, VOCABULARY).narrowed(**conditions).shown()
    return (
        sorted(node.id for node in found.nodes()),
        sorted(tie.source for tie in found.relationships),
        [line.network for line in found.coverage],
    )


def test_without_a_selection_everything_is_shown():
    assert Dataset(GRAPH, VOCABULARY).shown() is GRAPH


def test_a_selection_of_documents_shows_what_they_say_of_every_status_and_what_that_needs():
    nodes, ties, lines = shown(documents=("d", "e"))
    assert ties == ["a", "b"]
    assert {"a", "b", "v", "d", "e", "t"} <= set(nodes)
    assert not {"c", "g"} & set(nodes)
    assert "v" in lines


def test_a_condition_shows_the_ends_of_what_meets_it_alone():
    nodes, ties, lines = shown(where=(("kind", "school"),))
    assert ties == ["b"]
    assert {"b", "v"} <= set(nodes)
    assert not {"a", "alone", "c", "w"} & set(nodes)
    assert lines == ["v"]


def test_statuses_that_are_asked_for_are_those_shown():
    assert shown(statuses=("planned",))[1] == ["b"]


def test_a_view_is_the_one_named_or_the_usual_one():
    dataset = Dataset(GRAPH, VOCABULARY, default_view="actors")
    assert (dataset.view().name, dataset.view("all").name) == ("actors", "all")
    assert dataset.narrowed(at="2014").selection.at == "2014"


def test_where_no_actor_takes_part_in_anything_the_usual_view_is_that_of_contacts_and_says_so():
    one_mode = Dataset(Snapshot.of([actor("a"), actor("b")], [tie("a", "connects", "b")]), VOCABULARY)
    assert (one_mode.view().name, one_mode.view().instead_of) == ("actors", "affiliation")
    assert (one_mode.view("affiliation").name, one_mode.view("actors").instead_of) == ("affiliation", None)


def test_where_there_are_no_contacts_either_it_is_everything_and_where_there_is_nothing_it_stays():
    federation = Dataset(Snapshot.of([actor("a"), actor("b")], [tie("a", "member_of", "b")]), VOCABULARY)
    assert federation.view().name == "all"
    assert Dataset(Snapshot.of([actor("a")], []), VOCABULARY).view().name == "affiliation"
