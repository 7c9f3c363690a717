"""Editions leave out what is not for their readers' eyes, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.errors import InputError, UnknownName
from actormap.model import edition
from actormap.model.issue import issue
from actormap.model.ratings import RATINGS
from actormap.model.records import Actor, Document, Evidence, Municipality, Network, Relationship, Requirement, Snapshot

INSIDE = "HEMLIGT"


def tie(source, target, *evidence, **key):
    return Relationship(source=source, type="member_of", target=target, evidence=evidence or (Evidence(document="d"),), **key)


def house():
    """Return a graph with something internal in every place where there can be something."""
    nodes = [
        Municipality(id="m", name="Älvsta", note=f"{INSIDE} 1"),
        Actor(
            id="a",
            name="Verket",
            kind="region",
            note=f"{INSIDE} 2",
            attributes=(("budget", f"{INSIDE} 3"), ("a2: budget", f"{INSIDE} 16"), ("a2: note", f"{INSIDE} 17"), ("färg", "blå")),
        ),
        Actor(id="p", name=f"{INSIDE} 4", kind="role"),
        Actor(id="x", name=f"{INSIDE} 5", kind="unit", attributes=(("internal", "ja"),)),
        Actor(id="s", name="Skolan", kind="school", municipality="m", document="w"),
        Network(id="n", name="Nätet", kind="network", note=f"{INSIDE} 6"),
        Document(id="d", title="Rapporten", note=f"{INSIDE} 7"),
        Document(id="w", title="Mötet"),
        Document(id="h", title=f"{INSIDE} 8"),
    ]
    ties = [
        tie("a", "n", Evidence(document="d", note=f"{INSIDE} 9", informant=f"{INSIDE} 10", confidence=0.9), role=f"{INSIDE} 11"),
        tie("a", "n", Evidence(document="d", note=f"{INSIDE} 12", confidence=0.9), role=f"{INSIDE} 13"),
        tie("m", "n", Evidence(document="h", locator=f"{INSIDE} 14", confidence=0.2), Evidence(document="d", confidence=0.6)),
        tie("s", "n", Evidence(document="h", confidence=0.4)),
        tie("p", "n"),
        tie("x", "n"),
        tie("m", "a", Evidence(document="h", attributes=(("Internal", "Yes"),))),
    ]
    lines = [Requirement(network="n", row="Någon", column="Kommun", municipality="m", note=f"{INSIDE} 15", document="h")]
    return Snapshot.of(nodes, ties, lines)


def public(snapshot=None, internal=("confidence", "budget"), **options):
    return issue(snapshot or house(), edition.PUBLIC, internal=internal, **options)


def test_the_room_sees_everything():
    assert issue(house(), edition.ROOM, internal=("note",)) is not None
    assert issue(house(), edition.ROOM, internal=("note",)) == house()


def test_nothing_internal_is_in_the_public_edition():
    kept = public()
    assert INSIDE not in repr(kept)
    assert "0.9" not in repr(kept)


def test_a_requirement_keeps_no_note_nor_document_that_is_gone():
    (line,) = public().coverage
    assert (line.note, line.document, line.municipality) == (None, None, "m")


def test_what_is_not_internal_stays():
    kept = public()
    assert {node.id for node in kept.nodes()} == {"m", "a", "s", "n", "d", "w"}
    assert kept.by_id["a"].attributes == (("färg", "blå"),)
    assert {(t.source, t.target) for t in kept.relationships} == {("a", "n"), ("m", "n")}


def test_the_public_edition_carries_no_personal_data_in_any_text():
    data = "a.b@x.se, 031-390 06 12, 850709-1235"
    nodes = [
        Actor(id="a", name=f"A {data}", kind="unit", aliases=(data,), locator=data, region=data, attributes=(("kontakt", data),)),
        Network(id="n", name="N", kind="network", purpose=data, document="d"),
        Document(id="d", title=data, publisher=data, address="https://x.se/@d"),
    ]
    snapshot = Snapshot.of(
        nodes,
        [tie("a", "n", Evidence(document="d", locator=data, value=data, attributes=(("ring", data),)))],
        [Requirement(network="n", row=data, column="212000-1355", locator=data)],
    )
    kept = public(snapshot)
    assert (kept.by_id["a"].name, kept.by_id["a"].attributes) == ("A …, …, …", (("kontakt", "…, …, …"),))
    assert kept.by_id["d"].address == "https://x.se/@d"
    assert [(line.row, line.column) for line in kept.coverage] == [("…, …, …", "212000-1355")]
    assert all(each not in repr(kept) for each in data.split(", "))


def test_an_id_that_is_made_of_personal_data_is_another_in_the_public_edition_wherever_it_is_named():
    ids = ["a.b@x.se", "anna-031-390-06-12", "kontakt-a-b-c-se", "unnamed-1"]
    names = ["A", "Anna", "Kontakt å.b@c.se", "U"]
    nodes = [Actor(id=one, name=name, kind="unit", document="031-390 06 13") for one, name in zip(ids, names, strict=True)]
    nodes += [Network(id="n", name="N", kind="network"), Document(id="031-390 06 13", title="D")]
    kept = public(Snapshot.of(nodes, [tie(one, "n", Evidence(document="031-390 06 13")) for one in ids]))
    assert {node.name: node.id for node in kept.nodes()} == {
        "A": "unnamed-2", "Anna": "unnamed-3", "Kontakt …": "unnamed-4", "U": "unnamed-1", "N": "n", "D": "unnamed-5"
    }  # fmt: skip
    assert {found.source for found in kept.relationships} == {"unnamed-1", "unnamed-2", "unnamed-3", "unnamed-4"}
    assert {piece.document for found in kept.relationships for piece in found.evidence} == {"unnamed-5"}
    assert {node.document for node in kept.actors} == {"unnamed-5"}


def test_relationships_that_no_longer_differ_become_one():
    (one,) = [t for t in public().relationships if t.source == "a"]
    assert one.role is None
    assert one.evidence == (Evidence(document="d"),)


def test_a_statement_below_the_threshold_goes_and_one_without_confidence_stays():
    kept = public(Snapshot.of(house().nodes(), [tie("m", "n", Evidence()), tie("s", "n", Evidence(confidence=0.49))]))
    assert [t.source for t in kept.relationships] == ["m"]
    assert len(public(least=0.7).relationships) == 1
    assert len(public(least=0.0).relationships) == 3


def test_a_print_keeps_posts_and_roles_and_leaves_out_notes_and_what_is_internal():
    kept = issue(house(), edition.PRINT, internal=("confidence",))
    assert "p" in kept.by_id
    assert {t.role for t in kept.relationships if t.source == "a"} == {f"{INSIDE} 11", f"{INSIDE} 13"}
    assert "x" not in kept.by_id
    assert all(e.note is None and e.confidence is None and e.informant is None for t in kept.relationships for e in t.evidence)


def test_a_seat_in_a_municipality_that_is_gone_is_gone_too():
    nodes = [Municipality(id="m", name="M", attributes=(("internal", "x"),)), Actor(id="s", name="S", kind="school", municipality="m")]
    assert public(Snapshot.of(nodes)).by_id["s"].municipality is None


def test_a_column_that_rows_are_nothing_without_cannot_be_internal():
    with pytest.raises(InputError, match="kind, name"):
        public(internal=("name", "kind", "note"))


def test_an_unknown_edition_is_answered_with_those_there_are():
    with pytest.raises(UnknownName, match="public"):
        edition.find("publik")


@given(st.sampled_from(sorted(edition.EDITIONS)), st.sets(st.sampled_from(("note", "confidence", "locator", "document", "region"))))
def test_an_edition_of_an_edition_is_the_same(name, internal):
    once = issue(house(), edition.find(name), internal=internal)
    assert issue(once, edition.find(name), internal=internal) == once


@pytest.mark.parametrize(
    ("name", "value", "hidden"),
    [
        *(("internal", word, True) for word in ("ja", "J", " yes ", "x", "1", "TRUE", "sant")),
        ("INTERNAL", "ja", True),
        ("internal", "nej", False),
        ("internal", "", False),
        ("member", "ja", False),
        ("internal note", "ja", False),
    ],
)
def test_only_a_yes_in_the_column_of_that_name_marks_a_row(name, value, hidden):
    mark = ((name, value), ("other", "ja"))
    nodes = [
        Actor(id="a", name="A", kind="unit", attributes=mark),
        Actor(id="b", name="B", kind="unit"),
        Network(id="n", name="N", kind="network"),
    ]
    lines = [Requirement(network="n", row="r", column="c", attributes=mark)]
    kept = public(Snapshot.of(nodes, [tie("a", "n"), tie("b", "n", Evidence(attributes=mark))], lines))
    assert ("a" in kept.by_id) == (not hidden)
    assert {each.source for each in kept.relationships} == (set() if hidden else {"a", "b"})
    assert bool(kept.coverage) == (not hidden)


def test_a_statement_just_as_sure_as_is_asked_stays_and_a_print_keeps_the_unsure_ones():
    of = Snapshot.of(house().nodes(), [tie("m", "n", Evidence(confidence=0.5)), tie("s", "n", Evidence(confidence=0.1))])
    assert [each.source for each in public(of, least=0.5).relationships] == ["m"]
    assert {each.source for each in issue(of, edition.PRINT).relationships} == {"m", "s"}


def test_a_requirement_of_a_network_that_is_gone_is_gone_and_a_document_stays_for_whom_it_is_cited():
    nodes = [
        Network(id="n", name="N", kind="network", attributes=(("internal", "x"),)),
        Actor(id="a", name="A", kind="unit", document="d"),
        Document(id="d", title="D"),
        Document(id="e", title="E"),
    ]
    kept = public(Snapshot.of(nodes, [], [Requirement(network="n", row="r", column="c")]))
    assert kept.coverage == ()
    assert set(kept.by_id) == {"a", "d"}


def test_a_beginning_that_is_kept_inside_makes_relationships_one():
    ties = [tie("a", "n", valid_from="2014"), tie("a", "n", valid_from="2015")]
    assert len(public(Snapshot.of(house().nodes(), ties), internal=("valid_from",)).relationships) == 1
    assert len(public(Snapshot.of(house().nodes(), ties)).relationships) == 2


@pytest.mark.parametrize("of", [edition.PUBLIC, edition.PRINT])
def test_what_partners_say_of_each_other_stays_in_the_room(of):
    rated = Evidence(document="d", level=3, **dict.fromkeys(RATINGS, 4))
    graph = Snapshot.of([Network(id="n", name="N", kind="network"), Actor(id="a", name="A", kind="unit")], [tie("a", "n", rated)])
    assert issue(graph, edition.ROOM).relationships[0].evidence == (rated,)
    assert issue(graph, of).relationships[0].evidence == (Evidence(level=3),)
