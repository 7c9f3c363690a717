"""Claims about the closed lists."""

from __future__ import annotations

import re

import pytest

from actormap.errors import InvalidVocabulary, UnknownName
from actormap.model.vocabulary import Vocabulary
from tests.graphs import VOCABULARY


def test_the_views_are_made_of_taking_part():
    assert VOCABULARY.types_of_view("affiliation") == {
        "owns", "carries_out", "coordinates", "participates_in", "member_of", "represented_in",
    }  # fmt: skip


def test_a_type_can_be_asked_into_a_view():
    assert "funds" in VOCABULARY.types_of_view("affiliation", also=("funds",))
    with pytest.raises(UnknownName, match='Did you mean "funds"'):
        VOCABULARY.types_of_view("affiliation", also=("fund",))


def test_roles_groups_and_sets_are_not_analysed():
    out = {(node, name) for node, kinds in VOCABULARY.kinds.items() for name, kind in kinds.items() if not kind.analysed}
    assert out == {
        ("actor", "role"), ("actor", "group"), ("network", "collective"), ("project", "collective"), ("document", "document"),
    }  # fmt: skip


def test_a_statement_weighs_more_than_an_implication():
    assert VOCABULARY.best(["planned", "implied", "stated_collectively"]) == "stated_collectively"
    assert VOCABULARY.default_statuses() == ("stated", "stated_collectively", "implied")


def test_every_look_has_a_colour_and_a_shape_of_its_own():
    looks = VOCABULARY.styles.values()
    assert len({look.colour for look in looks}) == len({look.shape for look in looks}) == len(looks) == 8


def test_every_analysed_kind_and_every_type_has_its_terms():
    assert all(kind.org and kind.ftm for node in ("actor", "network", "project") for kind in VOCABULARY.kinds[node].values())
    assert all(kind.org and kind.ftm for kind in VOCABULARY.types.values())


def test_a_workspace_adds_a_kind_and_a_type():
    extended = Vocabulary.load(
        {
            "kinds": {"actor": {"library": {"sv": ["bibliotek", "bibliotek"], "en": ["library", "libraries"]}}},
            "types": {"visits": {"sv": ["besöker", "besöks av"], "en": ["visits", "is visited by"], "from": ["actor"], "to": ["actor"]}},
        }
    )
    assert extended.kind("actor", "library").analysed
    assert extended.type("visits").targets == ("actor",)
    assert extended.kind("actor", "region") == VOCABULARY.kind("actor", "region")


def test_every_fault_of_an_extension_is_told_with_its_place():
    bad = {"kinds": {"actor": {"library": {"sv": "bibliotek"}}}, "types": {"visits": {"colour": "red"}}}
    with pytest.raises(InvalidVocabulary) as raised:
        Vocabulary.load(bad)
    for place in ("kinds.actor.library.sv", "kinds.actor.library.en", "types.visits.colour", "types.visits.from"):
        assert place in str(raised.value)


def test_an_extension_that_contradicts_the_lists_is_refused():
    words = {"sv": ["a", "b"], "en": ["a", "b"]}
    with pytest.raises(InvalidVocabulary, match=re.escape("types.visits: there is no record building")):
        Vocabulary.load({"types": {"visits": {**words, "from": ["building"], "to": ["actor"]}}})
    with pytest.raises(InvalidVocabulary, match="no style neon"):
        Vocabulary.load({"kinds": {"actor": {"library": {**words, "style": "neon"}}}})


def test_the_checklist_is_a_workspace_s_own_and_its_kinds_must_be_there():
    asked = {"sv": "biblioteken", "en": "the libraries", "words": ["bibliotek"]}
    assert (list(Vocabulary.load().checklist), len(VOCABULARY.checklist)) == ([], 7)
    assert list(Vocabulary.load({"checklist": {"libraries": asked}}).checklist) == ["libraries"]
    with pytest.raises(InvalidVocabulary, match=re.escape("checklist.libraries: there is no kind of actor library")):
        Vocabulary.load({"checklist": {"libraries": {**asked, "kinds": ["library"]}}})


def test_every_profession_of_the_checklist_can_be_found_and_said():
    assert all(all(check.words.values()) and (check.sought or check.kinds) for check in VOCABULARY.checklist.values())
