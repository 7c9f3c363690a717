"""Claims about decisions in the files: what is accepted becomes rows, nothing else does, and all of it can be taken back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap import workspace
from actormap.errors import UnknownName, UsageError
from actormap.i18n import Texts
from actormap.workspace.decisions import ledger, queue
from actormap.workspace.decisions.journal import DecisionJournal
from actormap.workspace.decisions.walk import DecisionWalk
from actormap.workspace.writing import template
from tests.workspace.decisions.conftest import contents


@pytest.fixture
def four(place, page):
    return {each.one.source.name: each for each in queue.waiting(workspace.read(place), [page]).waiting}


def ties(place):
    read = workspace.read(place)
    assert not read.errors
    return {
        (tie.source, tie.type, tie.target): [
            (piece.document, piece.locator, piece.status, piece.informant, piece.note) for piece in tie.evidence
        ]
        for tie in read.snapshot.relationships
    }


def test_an_accepted_candidate_is_a_row_with_document_line_role_and_date_and_the_others_are_none(place, four):
    before = ties(place)
    decided = [
        four["Lerum"].decided("accepted").completed(by="samordnare", date="2026-01-31"),
        four["Region Insjön"].decided("rejected"),
        four["Folkhögskolan i Vara"].decided("later"),
    ]
    assert ledger.write(place, decided) == 3
    new = {key: said for key, said in ties(place).items() if key not in before}
    assert new == {
        ("lerum", "participates_in", "bron-till-arbete"): [("esf-2019-00777", "38", "stated", "samordnare", "godtagen 2026-01-31")]
    }
    assert workspace.read(place).snapshot.by_id["lerum"].code == "1441"


def test_a_name_that_is_new_is_a_record_of_its_kind_only_when_accepted(place, four):
    ledger.write(place, [four["Folkhögskolan i Vara"].decided("accepted")])
    made = workspace.read(place).snapshot.by_id["folkhogskolan-i-vara"]
    assert (made.name, made.kind, made.document, made.locator) == ("Folkhögskolan i Vara", "school", "esf-2019-00777", "38")
    assert "region-insjon" not in workspace.read(place).snapshot.by_id


def test_a_changed_candidate_is_a_row_as_it_was_changed_and_does_not_come_again(place, page, four):
    changed = replace(four["Lerum"].decided("accepted"), source_as="Kungälvs kommun", type_as="finansierar", target_as="bron-till-arbete")
    ledger.write(place, [changed])
    assert ("kungalv", "funds", "bron-till-arbete") in ties(place)
    assert "Lerum" not in [each.one.source.name for each in queue.waiting(workspace.read(place), [page]).waiting]


def test_decisions_are_taken_back_to_the_same_bytes(place, four):
    before = contents(place)
    ledger.write(place, [each.decided("accepted") for each in four.values()])
    assert ledger.take_back(place) == 4
    assert contents(place) == before
    with pytest.raises(UsageError, match="no decision to take back"):
        ledger.take_back(place)


def test_an_equal_decision_is_not_written_and_another_takes_its_place(place, four):
    one = four["Lerum"]
    assert ledger.write(place, [one.decided("rejected")]) == 1
    assert ledger.write(place, [one.decided("rejected")]) == 0
    assert ledger.write(place, [one.decided("accepted")]) == 1
    assert [each.verdict for each in workspace.read(place).decisions] == ["accepted"]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"by": "anna@example.com"}, UsageError),
        ({"source_as": "070-174 06 05"}, UsageError),
        ({"type_as": "tycker om"}, UnknownName),
        ({"target_as": "lerum-som-inte-finns", "target_kind": "kung"}, UnknownName),
        ({"type_as": "located_in"}, UsageError),
    ],
)
def test_what_cannot_be_written_leaves_all_as_it_was(place, four, change, error):
    before = contents(place)
    with pytest.raises(error):
        ledger.write(place, [four["Region Insjön"].decided("accepted"), replace(four["Lerum"].decided("accepted"), **change)])
    assert contents(place) == before


def test_the_built_in_workspace_is_not_touched(four):
    with pytest.raises(UsageError, match="read-only"):
        ledger.write("gria", [four["Lerum"].decided("accepted")])


@pytest.mark.parametrize("as_workbook", [False, True])
def test_a_copy_of_a_workspace_asks_nothing_again(place, four, tmp_path, as_workbook):
    ledger.write(place, [four["Lerum"].decided("rejected"), four["Region Insjön"].decided("accepted")])
    whole = workspace.read(place)
    copied = workspace.read(template.copy(whole, tmp_path / "kopia", Texts.load("sv"), as_workbook=as_workbook))
    assert [replace(each, row=None) for each in copied.decisions] == [replace(each, row=None) for each in whole.decisions]


def test_a_walk_keeps_each_decision_at_once_and_a_step_back_too(place, four):
    walk = DecisionWalk(tuple(four.values()), DecisionJournal(place))
    first, second = (walk.next().decided("accepted"), walk.waiting[1].decided("rejected"))
    walk.decide(first)
    walk.decide(second)
    assert list(DecisionJournal(place).decisions()) == [first, second]
    assert walk.undo() == second
    assert list(DecisionJournal(place).decisions()) == [first]
    assert walk.next() == walk.waiting[1]
    with (place / ".actormap" / "candidates.jsonl").open("a", encoding="utf-8") as file:
        file.write('{"source": "cut o')
    assert list(DecisionJournal(place).decisions()) == [first]
