"""Words of records that no vocabulary explains are found, and a vocabulary that is extended by them has them all."""

from __future__ import annotations

from actormap.model import unexplained
from actormap.model.records import Actor, Evidence, Network, Relationship, Snapshot
from actormap.model.vocabulary import Vocabulary

STRANGE = Snapshot.of(
    [Actor(id="a", name="A", kind="bibliotek"), Network(id="n", name="N", kind="network", status="asleep")],
    [Relationship(source="a", type="lanar_av", target="n", evidence=(Evidence(status="rumoured"),))],
)


def test_every_strange_word_is_named():
    assert unexplained.names(unexplained.words(STRANGE, Vocabulary.load())) == ("asleep", "bibliotek", "lanar_av", "rumoured")


def test_the_vocabulary_with_them_says_them_as_they_are_written():
    words = Vocabulary.load(unexplained.words(STRANGE, Vocabulary.load()))
    assert words.kind("actor", "bibliotek").words["sv"] == ("bibliotek", "bibliotek")
    assert words.type("lanar_av").words["en"] == ("lanar_av", "lanar_av")
    assert words.network_statuses["asleep"].words["sv"] == "asleep"
    assert unexplained.words(STRANGE, words) == {}


def test_a_strange_type_makes_no_ties_and_a_strange_status_is_the_weakest():
    words = Vocabulary.load(unexplained.words(STRANGE, Vocabulary.load()))
    assert words.type("lanar_av").views == ()
    assert list(words.statuses)[-1] == "rumoured"
    assert "rumoured" not in words.default_statuses()


def test_known_words_need_nothing():
    assert unexplained.words(Snapshot.of([Actor(id="a", name="A", kind="unit")]), Vocabulary.load()) == {}
