from __future__ import annotations

import pytest

from actormap.model.records import Actor, Evidence, Municipality, Relationship, Snapshot
from actormap.workspace.identity.candidates import candidates
from actormap.workspace.identity.groups import Groups
from actormap.workspace.identity.judgements import Judgement
from tests.workspace.identity import organisations


def actor(id_, name, **values):
    return Actor(id=id_, name=name, **{"kind": "other", **values})


def found(*nodes, judged=(), ties=()):
    return [(each.a, each.b, each.asked, each.reason) for each in candidates(Snapshot.of(nodes, ties), Groups.of(judged))]


def test_the_same_words_are_perhaps_one_and_a_longer_name_perhaps_a_part():
    nodes = actor("a", "Ale kommun"), actor("b", "Ales Kommun"), actor("c", "Socialtjänsten i Ale")
    assert found(*nodes) == [("a", "b", "same", "words"), ("c", "a", "part_of", "within"), ("c", "b", "part_of", "within")]


def test_a_hyphen_and_a_form_of_company_hide_no_name_together():
    assert found(actor("a", "Nordvux AB"), actor("b", "Nord-Vux")) == [("a", "b", "same", "words")]
    assert found(actor("a", "Nordvux AB"), actor("b", "Sydvux")) == []


def test_another_spelling_is_perhaps_one_but_not_where_the_words_that_differ_are_unlike():
    assert found(actor("a", "Skogsstyrelsen"), actor("b", "Skogstyrelsen")) == [("a", "b", "same", "spelling")]
    assert found(actor("a", "Bona folkhögskola"), actor("b", "Bosön folkhögskola")) == []


def test_records_in_two_municipalities_are_never_one():
    towns = Municipality(id="ale", name="Ale"), Municipality(id="hjo", name="Hjo")
    units = actor("a", "Arbetsmarknadsenheten", municipality="ale"), actor("b", "Arbetsmarknadsenheten", municipality="hjo")
    assert found(*towns, *units) == []


def test_an_organisation_number_goes_before_the_name():
    number, other = (("Orgnr", "202100-5489"),), (("Orgnr", "212000-1355"),)
    assert found(actor("a", "Skolverket", attributes=number), actor("b", "Boverket", attributes=number)) == [("a", "b", "same", "number")]
    assert found(actor("a", "Skolverket", attributes=number), actor("b", "Skolverket", attributes=other)) == []


def test_a_post_is_compared_with_posts_alone():
    assert found(actor("a", "Skolchef, Ale", kind="role"), actor("b", "Ale")) == []


def test_first_stands_a_municipality_then_who_has_more_statements_then_who_comes_first():
    tie = Relationship(source="b", type="member_of", target="c", evidence=(Evidence(),))
    assert found(actor("a", "Folkbildarna"), actor("b", "FOLKBILDARNA"), actor("c", "Kretsen"), ties=[tie])[0][:2] == ("b", "a")
    assert found(actor("a", "Ale kommun"), Municipality(id="x", name="Ale"))[0][:2] == ("x", "a")


def test_a_part_that_the_graph_knows_of_is_not_asked_about():
    tie = Relationship(source="b", type="part_of", target="a", evidence=(Evidence(),))
    assert found(actor("a", "Ale"), actor("b", "Skolan i Ale"), ties=[tie]) == []


def test_other_names_are_compared_as_names_are():
    assert found(actor("a", "Göteborgsregionen", aliases=("GR",)), actor("b", "GR")) == [("a", "b", "same", "words")]


def test_what_is_judged_is_not_asked_again_and_what_is_put_off_comes_last():
    nodes = actor("a", "Ale"), actor("b", "ALE"), actor("c", "ale kommun")
    assert found(*nodes, judged=[Judgement("a", "b", "same"), Judgement("b", "c", "different")]) == []
    assert [pair[:2] for pair in found(*nodes, judged=[Judgement("a", "b", "later")])] == [("a", "c"), ("b", "c"), ("a", "b")]


def test_municipalities_suggest_nothing_among_themselves():
    towns = organisations.MUNICIPALITIES
    assert len(towns) == 290
    assert found(*(Municipality(id=name, name=name) for name in towns)) == []
    assert found(*(actor(name, f"{name} kommun") for name in towns)) == []


@pytest.fixture(scope="module")
def tried():
    """Return the pairs that are true and those offered, for several hundred organisations and one other spelling of each.

    All spellings of all are tried by benchmarks/duplicates.py.
    """
    names = organisations.names()
    each = [list(organisations.variants(name).items()) for name in names]
    made = [(number, *kinds[number % len(kinds)]) for number, kinds in enumerate(each)]
    known = [actor(f"{number}", name) for number, name in enumerate(names)]
    others = [actor(f"{number}/{kind}", other) for number, kind, other in made]
    return names, made, candidates(Snapshot.of([*known, *others]))


def test_no_two_organisations_are_taken_for_one(tried):
    names, _, offered = tried
    assert len(names) >= 600
    wrong = {(each.a, each.b) for each in offered if each.asked == "same" and each.a.split("/")[0] != each.b.split("/")[0]}
    assert not wrong


def test_nearly_every_other_spelling_is_offered(tried):
    _, made, offered = tried
    pairs = {frozenset((each.a, each.b)) for each in offered}
    missed = [(kind, other) for number, kind, other in made if {f"{number}", f"{number}/{kind}"} not in pairs]
    assert len(missed) <= len(made) / 100, missed
