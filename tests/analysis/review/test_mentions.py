"""Claims about finding words in the data."""

from __future__ import annotations

from actormap.analysis.review import mentions
from actormap.model.records import Evidence
from actormap.model.selection import Selection
from tests.graphs import actor, network, project, snapshot, tie, view


def named(words, nodes, *ties, unless=(), **options):
    return mentions.of_words(view(snapshot(nodes, *ties), **options), words, unless)


def test_a_word_is_found_in_names_aliases_and_notes_whatever_its_case():
    nodes = [actor("police"), actor("b", aliases=("the Police",)), project("c", note="with the police"), network("d")]
    assert named(["POLICE"], nodes) == ("b", "c", "police")


def test_a_word_is_found_at_the_start_of_a_word_only():
    nodes = [actor("a", aliases=("Polismyndigheten",)), actor("b", aliases=("Metropolis",))]
    assert named(["polis"], nodes) == ("a",)


def test_the_role_and_the_note_of_a_statement_count_for_its_source():
    nodes = [actor("a"), actor("b"), network("v")]
    ties = [tie("a", "member_of", "v", role="school nurse"), tie("b", "member_of", "v", Evidence(note="a school nurse comes"))]
    assert named(["school nurse"], nodes, *ties) == ("a", "b")


def test_words_in_nodes_of_some_kinds_do_not_count():
    nodes = [actor("a", "national_authority", note="for civil society"), actor("b", "group", note="civil society")]
    assert named(["civil society"], nodes, unless=("national_authority",)) == ("b",)


def test_what_the_chosen_statements_do_not_keep_is_not_found():
    ties = [tie("a", "member_of", "v", Evidence(status="denied", note="no police"))]
    assert named(["police"], [actor("a"), network("v")], *ties) == ()
    kept = Selection(statuses=("denied",))
    assert named(["police"], [actor("a"), network("v")], *ties, selection=kept) == ("a",)


def test_signs_in_a_word_stand_for_themselves():
    assert named(["a.c"], [actor("x", aliases=("abc",)), actor("y", aliases=("a.c",))]) == ("y",)


def test_without_words_nothing_is_found():
    assert named([], [actor("a")]) == ()


def test_actors_are_found_by_their_kind():
    of = view(snapshot([actor("a", "school"), actor("b"), network("v")]))
    assert mentions.of_kinds(of, ("school",)) == ("a",)
