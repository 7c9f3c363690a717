from __future__ import annotations

from actormap import workspace
from actormap.workspace.identity import ledger, waiting
from actormap.workspace.identity.judgements import Judgement
from actormap.workspace.identity.waiting import Waiting


def test_pairs_that_wait_are_counted_by_what_is_asked(folder):
    assert waiting.count(workspace.read(folder)) == Waiting(same=4, parts=2, postponed=0)


def test_the_file_of_next_month_asks_about_what_is_new_alone(folder):
    ledger.write(folder, [Judgement("gr", "gr2", "same"), Judgement("gr2", "gr3", "different"), Judgement("goteborg", "stad", "same")])
    (folder / "actors.csv").write_text((folder / "actors.csv").read_text(encoding="utf-8") + "ny,Ny i Göteborg,school,\n", encoding="utf-8")
    left = waiting.pairs(workspace.read(folder))
    assert [(each.a, each.b) for each in left] == [("ny", "goteborg"), ("skola", "goteborg")]


def test_what_is_put_off_is_counted_apart(folder):
    ledger.write(folder, [Judgement("goteborg", "stad", "later")])
    assert waiting.count(workspace.read(folder)) == Waiting(same=3, parts=2, postponed=1)


def test_too_many_records_are_not_looked_through_unasked(folder, monkeypatch):
    monkeypatch.setattr(waiting, "MOST", 3)
    assert waiting.count(workspace.read(folder)) is None
