"""Claims about which candidates await a decision."""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap import workspace
from actormap.errors import InvalidWorkspace
from actormap.workspace.decisions import ledger, queue
from tests.workspace.pages import samples

FOUR = ["Europeiska socialfonden", "Folkhögskolan i Vara", "Lerum", "Region Insjön"]


def waiting(place, page, **more):
    return queue.waiting(workspace.read(place), [page], **more)


def names(found):
    return sorted(each.one.source.name for each in found.waiting)


def test_what_the_text_may_say_awaits_a_decision_and_what_the_header_says_is_in_the_tables_already(place, page):
    found = waiting(place, page)
    assert (names(found), found.remarks, found.refused, found.decided) == (FOUR, (), (), 1)
    assert {each.document for each in found.waiting} == {"esf-2019-00777"}


@pytest.mark.parametrize("verdict", ["accepted", "rejected"])
def test_what_has_been_decided_does_not_come_again_wherever_it_stands_by_now(place, page, verdict):
    ledger.write(place, [waiting(place, page).waiting[0].decided(verdict)])
    page.write_text(page.read_text(encoding="utf-8").replace("Projektet drivs", "Nytt.\nProjektet drivs"), encoding="utf-8")
    found = waiting(place, page)
    assert len(found.waiting) == 3
    assert found.remarks == ((page.as_posix(), "changed"),)


def test_what_has_been_put_off_comes_last(place, page):
    first = waiting(place, page).waiting[0]
    ledger.write(place, [first.decided("later")])
    last = waiting(place, page).waiting[-1]
    assert (last.one.source, last.postponed) == (first.one.source, True)


def test_only_what_is_sure_enough_comes(place, page):
    assert names(waiting(place, page, least=0.6)) == ["Europeiska socialfonden", "Lerum"]


def test_a_page_of_a_project_that_is_not_there_is_to_be_read_first(place, tmp_path):
    other = tmp_path / "other.txt"
    other.write_text(samples.page("plusA", samples.facts("plusA", name="Annat", number="24-001-S01")), encoding="utf-8")
    found = waiting(place, other)
    assert (found.waiting, found.remarks) == ((), ((other.as_posix(), "unread"),))


def test_another_text_is_about_the_project_of_its_title_and_becomes_a_document_when_something_is_accepted(place, tmp_path):
    news = tmp_path / "news.txt"
    news.write_text("Nytt om Bron till arbete\n\nKungälvs kommun deltar i projektet.\n", encoding="utf-8")
    (one,) = waiting(place, news).waiting
    assert (one.one.source.name, one.one.target.id, one.document) == ("Kungälv", "bron-till-arbete", "Bron till arbete")
    ledger.write(place, [one.decided("accepted")])
    read = workspace.read(place)
    assert not read.errors
    assert waiting(place, news).waiting == ()


def test_a_name_that_is_nearly_known_has_a_suggestion(place, page):
    page.write_text(page.read_text(encoding="utf-8").replace("Lerums kommun", "Möldals stad"), encoding="utf-8")
    near = {each.one.source.name: each.source_near and each.source_near.name for each in waiting(place, page).waiting}
    assert near["Möldals stad"] == "Mölndal"
    assert near["Folkhögskolan i Vara"] is None
    ledger.write(place, [each.decided("accepted") for each in waiting(place, page).waiting])
    assert workspace.read(place).snapshot.by_id["moldals-stad"].kind == "other"


def test_a_decision_of_no_verdict_is_an_error_of_the_table_and_none_is_asked_about(place, page):
    ledger.write(place, [replace(waiting(place, page).waiting[0].decided("rejected"), why="fel")])
    table = place / "candidates.csv"
    table.write_text(table.read_text(encoding="utf-8-sig").replace("rejected", "kanske"), encoding="utf-8")
    with pytest.raises(InvalidWorkspace):
        ledger.write(place, [])
