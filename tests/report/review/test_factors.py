"""Claims about what a review says of methods and success factors."""

from __future__ import annotations

from actormap.analysis.factors import carriers
from actormap.i18n import Texts
from actormap.model.records import Theme
from actormap.report.review import document, factors
from actormap.report.review.writer import Pen
from tests.graphs import VOCABULARY, actor, project, snapshot, tie, view

NODES = [
    *(actor("a"), actor("b"), project("p", start="2020", end="2021"), project("q", end="2012"), project("r", start="2015")),
    *(Theme(id=name, name=name.title(), kind="method") for name in ("one", "two", "three")),
]
TIES = [
    *(tie("a", "owns", "p"), tie("b", "owns", "q"), tie("b", "owns", "r")),
    *(tie("p", "uses_method", "one"), tie("q", "uses_method", "two"), tie("r", "uses_method", "three")),
]


def pen(of):
    return Pen(Texts.load("en"), VOCABULARY, {node.id: node.name for node in of.snapshot.nodes()})


def test_what_is_carried_ends_may_be_and_is_gone_are_told_apart():
    of = view(snapshot(NODES, *TIES))
    found = carriers.find(of, "2020-06")
    text = document.write(factors.write(found, pen(of)), "md")
    assert "- One: A. It ends with P, 2021." in text
    assert "- Whether anybody carries this today the sources do not say: Three." in text
    assert "- Carried today by nobody that the sources show: Two." in text
    assert factors.questions(found, pen(of)) == ["Who takes over when the project ends that alone carries this: One?"]


def test_without_methods_and_factors_there_is_nothing_to_say_or_ask():
    of = view(snapshot(NODES[:5], *TIES[:3]))
    found = carriers.find(of, "2020-06")
    assert factors.write(found, pen(of)).blocks == ()
    assert factors.questions(found, pen(of)) == []
