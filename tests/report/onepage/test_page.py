"""Claims about the report."""

from __future__ import annotations

import pytest

import actormap
from actormap.analysis.composition import gaps
from actormap.i18n import Texts
from actormap.model.records import Document, Evidence
from actormap.output.cells import Writer
from actormap.report import onepage
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie, view

HOSTILE = "<script>alert(1)</script>|*x*"


@pytest.fixture
def page():
    implied = Evidence(document="d", status="implied")
    nodes = [actor("a"), actor("b"), actor("c"), network("v"), project("p"), Document(id="d", title=HOSTILE, address="javascript:alert(1)")]
    of = snapshot(
        nodes, *(tie(who, "member_of", "v", Evidence(document="d")) for who in "ab"), tie("b", "owns", "p"), tie("c", "owns", "p", implied)
    )
    return onepage.compose(view(of), gaps.find(view(of), "v"), title=HOSTILE, date="2026-01-31")


def test_key_actors_are_told_with_what_they_rest_on_and_their_place_without_the_implied(page):
    first, *_ = page.key_actors
    assert (first.name, first.place, first.venues, first.statements, first.implied, first.stated_place) == ("B", "1", 2, 2, 0, "1")
    (third,) = [actor for actor in page.key_actors if actor.name == "C"]
    assert (third.implied, third.stated_place) == (1, None)


def test_equal_numbers_share_a_place(page):
    assert {actor.name: actor.place for actor in page.key_actors} == {"B": "1", "A": "2–3", "C": "2–3"}


def test_only_who_cuts_others_off_is_said_to_hold_the_network_together(page):
    assert [(split["name"], split["cut_off_names"]) for split in page.splits] == [("B", ["C", "P"])]


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("form", onepage.page.FORMS)
def test_it_is_written_in_both_forms_and_languages_with_nothing_left_to_fill(page, form, lang):
    written = onepage.write(page, form, Writer(Texts.load(lang), VOCABULARY))
    assert "{" not in written.split("</style>")[-1]
    assert "report." not in written
    assert "2026-01-31" in written


def test_names_are_text_whatever_they_hold(page):
    html = onepage.write(page, "html", Writer(Texts.load("sv"), VOCABULARY))
    assert "<script>alert" not in html
    assert 'href="javascript' not in html
    assert "\\|\\*x\\*" in onepage.write(page, "md", Writer(Texts.load("sv"), VOCABULARY))


def ranked(*venues):
    """Return the key actors where each takes part in so many networks of its own."""
    names = [f"a{number:02}" for number in range(len(venues))]
    nodes = [
        *map(actor, names),
        network("v"),
        *(network(f"{name}v{each}") for name, many in zip(names, venues, strict=True) for each in range(many)),
    ]
    ties = [tie(name, "member_of", f"{name}v{each}") for name, many in zip(names, venues, strict=True) for each in range(many)]
    of = view(snapshot(nodes, *ties))
    return [each.place for each in onepage.compose(of, gaps.find(of, "v"), title="T", date="2026-01-31").key_actors]


def test_key_are_those_whose_place_is_among_ten_however_many_share_the_last(monkeypatch):
    monkeypatch.setattr(onepage.page, "RESAMPLES", 2)
    assert ranked(*range(11, 0, -1)) == [str(place) for place in range(1, 11)]
    assert ranked(*[2] * 9, *[1] * 3) == ["1–9"] * 9 + ["10–12"] * 3
    assert ranked(*[2] * 10, *[1] * 3) == ["1–10"] * 10


def test_the_place_without_the_implied_is_the_one_that_explain_tells():
    atlas = actormap.open("gria")
    key = {
        each.name: each.stated_place
        for each in onepage.compose(atlas.view("affiliation"), atlas.gaps(), title="T", date="2026-01-31").key_actors
    }
    told = atlas.explain("ale", resamples=0).ranks["degree"]["stated_place"]
    assert key["Ale"] == told
