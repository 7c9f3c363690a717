"""Claims about the key actors of the report."""

from __future__ import annotations

import re

import pytest

import actormap
from actormap.atlas.atlas import Atlas
from actormap.model.records import Document, Evidence
from actormap.output.document.blocks import DataTable, Figure, Paragraph
from actormap.output.document.inline import plain
from actormap.report import inquiry as inquiries
from actormap.report.inquiry import Inquiry
from actormap.report.parts import key_actors
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie


def asked(nodes, *ties, focal="v"):
    return Inquiry(Atlas(snapshot=snapshot(nodes, *ties), vocabulary=VOCABULARY, lang="en", focal=focal), "2026-01-31", focal)


@pytest.fixture
def inquiry():
    implied = Evidence(document="d", status="implied")
    nodes = [actor("a"), actor("b"), actor("c"), network("v"), project("p"), Document(id="d", title="D")]
    ties = [tie(who, "member_of", "v", Evidence(document="d")) for who in "ab"]
    return asked(nodes, *ties, tie("b", "owns", "p"), tie("c", "owns", "p", implied))


def test_key_actors_are_told_with_what_they_rest_on_and_their_place_without_the_implied(inquiry):
    first, *_ = found = key_actors.key_actors(inquiry)
    assert (first.name, first.place, first.venues, first.statements, first.implied, first.stated_place) == ("B", "1", 2, 2, 0, "1")
    (third,) = [each for each in found if each.name == "C"]
    assert (third.implied, third.stated_place) == (1, None)


def test_equal_numbers_share_a_place(inquiry):
    assert {each.name: each.place for each in key_actors.key_actors(inquiry)} == {"B": "1", "A": "2–3", "C": "2–3"}


def test_the_table_has_each_key_actor_with_the_numbers_told_of_it(inquiry):
    (told,) = [block for block in key_actors.write(inquiry) if isinstance(block, DataTable)]
    assert [plain(cell.line) for cell in told.rows[0]] == ["B", "2 of 2", "1", "1–2", "1", "2", "0", "1"]


def test_only_who_cuts_others_off_is_said_to_hold_the_network_together(inquiry):
    (told,) = key_actors._splits(inquiry)
    assert told.startswith("Without B the network falls")
    assert told.endswith("These then lose touch with the rest: C and P.")


def of_their_own(*venues):
    """Return an inquiry into actors of whom each takes part in so many networks of its own."""
    names = [f"a{number:02}" for number in range(len(venues))]
    own = [network(f"{name}v{each}") for name, many in zip(names, venues, strict=True) for each in range(many)]
    ties = [tie(name, "member_of", f"{name}v{each}") for name, many in zip(names, venues, strict=True) for each in range(many)]
    return asked([*map(actor, names), network("v"), *own], *ties)


def ranked(*venues):
    """Return the places of key actors where each takes part in so many networks of its own."""
    return [each.place for each in key_actors.key_actors(of_their_own(*venues))]


def test_key_are_those_whose_place_is_among_ten_however_many_share_the_last(monkeypatch):
    monkeypatch.setattr(inquiries, "RESAMPLES", 2)
    assert ranked(*range(11, 0, -1)) == [str(place) for place in range(1, 11)]
    assert ranked(*[2] * 9, *[1] * 3) == ["1–9"] * 9 + ["10–12"] * 3
    assert ranked(*[2] * 10, *[1] * 3) == ["1–10"] * 10


def test_there_is_nothing_to_say_where_nobody_takes_part_in_anything():
    assert list(key_actors.write(asked([actor("a"), network("v")]))) == []


def test_the_place_without_the_implied_is_the_one_that_explain_tells():
    atlas = actormap.open("gria")
    key = {each.name: each.stated_place for each in key_actors.key_actors(Inquiry(atlas, "2026-01-31", "gria"))}
    assert key["Ale"] == atlas.explain("ale", resamples=0).ranks["degree"]["stated_place"]


@pytest.mark.parametrize(("venues", "shown", "left"), [([2] * 10 + [1] * 15, 10, 0), ([2] * 9 + [1] * 7, 16, 0), ([1] * 25, 20, 5)])
def test_the_picture_shows_whom_the_table_shows_and_says_how_many_they_are(monkeypatch, venues, shown, left):
    monkeypatch.setattr(inquiries, "RESAMPLES", 2)
    blocks = list(key_actors.write(of_their_own(*venues)))
    (table,) = (block for block in blocks if isinstance(block, DataTable))
    (picture,) = (block for block in blocks if isinstance(block, Figure))
    names = [plain(row[0].line) for row in table.rows]
    assert len(names) == shown
    assert list(dict.fromkeys(re.findall(r"A\d\d", picture.svg))) == names
    assert f"each of the first {shown}:" in picture.alternative
    said = [plain(block.line) for block in blocks if isinstance(block, Paragraph)]
    assert (f"{left} more rows stand only in the report as a workbook (xlsx)." in said) == bool(left)


def test_the_picture_of_one_alone_is_told_in_the_singular(monkeypatch):
    monkeypatch.setattr(inquiries, "RESAMPLES", 2)
    (picture,) = (block for block in key_actors.write(of_their_own(2)) if isinstance(block, Figure))
    assert picture.alternative.startswith("Chart with one line alone:")
