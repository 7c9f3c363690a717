from __future__ import annotations

import pytest

from actormap import workspace
from actormap.errors import InputError, UsageError
from actormap.i18n import Texts
from actormap.workspace.editing import answers
from actormap.workspace.identity import ledger, waiting
from actormap.workspace.identity.judgements import Judgement
from actormap.workspace.writing import template

SAME = Judgement("gr", "gr2", "same", "nätverksansvarig", "2026-01-31", "Åäö, samma")


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def judged(place):
    return [(each.a, each.b, each.verdict, each.by, each.date, each.why) for each in workspace.read(place).judgements]


def test_judgements_are_kept_and_taken_back_to_the_same_bytes(folder):
    before, read = contents(folder), workspace.read(folder)
    assert ledger.write(folder, [SAME, Judgement("gr", "gr3", "later")]) == 2
    assert judged(folder) == [
        ("gr", "gr2", "same", "nätverksansvarig", "2026-01-31", "Åäö, samma"),
        ("gr", "gr3", "later", None, None, None),
    ]
    assert "gr2" not in workspace.read(folder).snapshot.by_id
    assert ledger.take_back(folder) == 2
    assert contents(folder) == before
    assert workspace.read(folder) == read


def test_in_a_workbook_as_well(workbook):
    before = workbook.read_bytes()
    assert ledger.write(workbook, [SAME]) == 1
    assert "gr2" not in workspace.read(workbook).snapshot.by_id
    ledger.take_back(workbook)
    assert workbook.read_bytes() == before


def test_a_new_judgement_takes_the_place_of_the_old_one_and_an_equal_one_is_not_written(folder):
    ledger.write(folder, [SAME])
    assert ledger.write(folder, [SAME]) == 0
    assert ledger.write(folder, [Judgement("gr2", "gr", "different")]) == 1
    assert judged(folder) == [("gr2", "gr", "different", None, None, None)]
    ledger.take_back(folder)
    assert [each[:3] for each in judged(folder)] == [("gr", "gr2", "same")]


def test_answers_and_judgements_are_taken_back_each_by_its_own_command(folder):
    (folder / "coverage.csv").write_text("network,row,column\ngria,Rad,Kolumn\n", encoding="utf-8")
    answers.record(folder, "Rad", "Kolumn", answers.RoomAnswer("yes", "2026-01-31"), network="gria")
    ledger.write(folder, [SAME])
    answers.take_back(folder)
    assert [each[:3] for each in judged(folder)] == [("gr", "gr2", "same")]
    ledger.take_back(folder)
    with pytest.raises(UsageError, match="no judgement to take back"):
        ledger.take_back(folder)


def test_what_has_been_changed_since_is_not_taken_back(folder):
    ledger.write(folder, [SAME])
    with (folder / "identity.csv").open("a", encoding="utf-8") as file:
        file.write("stad,goteborg,same\n")
    with pytest.raises(InputError, match="changed since 1 judgements were written"):
        ledger.take_back(folder)


def test_nobody_is_named_and_the_built_in_workspace_is_not_touched(folder):
    with pytest.raises(UsageError, match="names nobody"):
        ledger.write(folder, [Judgement("gr", "gr2", "same", "anna@example.com")])
    assert not (folder / "identity.csv").exists()
    with pytest.raises(UsageError, match="read-only"):
        ledger.write("gria", [SAME])


@pytest.mark.parametrize("as_workbook", [False, True])
def test_a_copy_of_a_workspace_asks_nothing_again(folder, tmp_path, as_workbook):
    ledger.write(folder, [SAME, Judgement("gr", "gr3", "different"), Judgement("goteborg", "stad", "later")])
    whole = workspace.read(folder)
    copied = workspace.read(template.copy(whole, tmp_path / "kopia", Texts.load("sv"), as_workbook=as_workbook))
    assert [(each.a, each.b, each.verdict) for each in copied.judgements] == [("gr", "gr3", "different"), ("goteborg", "stad", "later")]
    assert copied.snapshot == whole.snapshot
    assert waiting.pairs(copied) == waiting.pairs(whole)
