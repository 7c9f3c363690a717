"""Claims about what is coded of projects, in every store: it is kept, compared, moved and given back as it was."""

from __future__ import annotations

from dataclasses import replace

from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.records import Document, Project, Snapshot, Theme
from actormap.store.backup import backup, restore
from tests.store.places import load, read, status

QUESTION = SetQuestion(
    id="f1",
    group="form",
    sv="Ökade närvaron?",
    en="Did attendance rise?",
    scale="ordinal",
    values=("nej", "lite", "mycket"),
    partly=("lite",),
)
ANSWER = CodedAnswer(project="p", question="f1", answer="lite", document="d", locator="s. 4", coder="analyst")
FIGURE = Indicator(project="p", indicator="närvaro", theme="t", value=-2.5, target=10.0, unit="procent", document="d")
NODES = (
    Project(id="p", name="P", kind="workshop"),
    Theme(id="t", name="T", kind="method", aliases=("tema",)),
    Document(id="d", title="D", read="whole"),
)


def coded(*rows, nodes=NODES):
    return Snapshot.of(nodes, coding=rows or (QUESTION, ANSWER, FIGURE))


def test_it_comes_back_as_it_was(place):
    assert (load(place, coded()).added, read(place)) == (6, coded())
    counts = status(place).counts
    assert (counts["questions"], counts["answers"], counts["indicators"]) == (1, 1, 1)
    assert not load(place, coded())


def test_a_row_that_says_something_else_has_changed_and_one_that_is_gone_is_removed(place):
    load(place, coded())
    found = load(place, coded(replace(QUESTION, sv="Steg närvaron?"), replace(ANSWER, status="implied"))).tables
    assert found["questions"].changed == ("f1",)
    assert found["answers"].changed == (ANSWER.id,)
    assert found["indicators"].removed == (FIGURE.id,)
    assert read(place) == coded(replace(QUESTION, sv="Steg närvaron?"), replace(ANSWER, status="implied"))


def test_what_it_is_about_may_come_and_go_without_it(place):
    for nodes in ((), NODES, NODES[:1], NODES[1:], NODES):
        load(place, coded(nodes=nodes), allow_mass_removal=True)
        assert read(place) == coded(nodes=nodes)


def test_a_merge_removes_none_of_it(place):
    load(place, coded())
    load(place, coded(replace(ANSWER, answer="mycket")), merge=True)
    assert {row.answer for row in read(place).answers} == {"lite", "mycket"}
    assert read(place).indicators == (FIGURE,)


def test_a_backup_keeps_it_and_one_without_it_is_as_the_first_version_wrote_it(tmp_path):
    backup(coded(), tmp_path / "coded.gz")
    assert restore(tmp_path / "coded.gz").snapshot == coded()
    backup(Snapshot.of(NODES[:1]), tmp_path / "plain.gz")
    assert restore(tmp_path / "plain.gz").snapshot == Snapshot.of(NODES[:1])
