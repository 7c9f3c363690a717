"""Claims about results as tables in a notebook."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import html

import actormap
from actormap.analysis.composition.invitation.terms import InvitationTerms
from actormap.atlas.atlas import Atlas
from actormap.notebook.display import NotebookDisplay
from tests.graphs import VOCABULARY, actor, network, snapshot, taking_part, tie

HOSTILE = '<script>alert(1)</script>&"'


def shown(of, lang="sv", **options):
    """Return what a notebook shows of a ranking, as elements."""
    atlas = Atlas(of, VOCABULARY, lang=lang, display=NotebookDisplay())
    return html.fromstring(f"<div>{atlas.centrality(**options)._repr_html_()}</div>")


def texts(elements):
    return [each.text_content() for each in elements]


def test_a_table_has_a_caption_and_headings_that_say_what_they_are_of():
    table = shown(taking_part({"v": "abc"}))
    assert texts(table.iter("caption")) == ["Centralitet"]
    head, *rows = table.iter("tr")
    assert {each.get("scope") for each in head} == {"col"}
    assert len(rows) == 4
    for row in rows:
        assert [each.get("scope") for each in row] == ["row", *[None] * (len(head) - 1)]


def test_numbers_stand_to_the_right_below_their_heading_and_words_to_the_left():
    atlas = Atlas(taking_part({"v": "abc"}), VOCABULARY, lang="sv", display=NotebookDisplay())
    head, *rows = html.fromstring(f"<div>{atlas.describe()._repr_html_()}</div>").iter("tr")
    assert [each.get("style").partition(";")[0] for each in head][:2] == ["text-align: left", "text-align: right"]
    for row in rows:
        assert [each.get("style") for each in row] == [each.get("style") for each in head]


@pytest.mark.parametrize(("lang", "kind", "half"), [("sv", "region", "0,5"), ("en", "region", "0.5")])
def test_it_speaks_the_language_of_the_atlas(lang, kind, half):
    table = shown(taking_part({"v": "ab", "w": "b"}), lang)
    assert table.find("table").get("lang") == lang
    assert {kind, half} <= set(texts(table.iter("td")))


def test_what_is_written_in_the_data_stays_text():
    table = shown(snapshot([replace(actor("a"), name=HOSTILE), network("v")], tie("a", "member_of", "v")))
    assert HOSTILE in texts([*table.iter("td"), *table.iter("th")])
    assert not list(table.iter("script"))


@pytest.mark.parametrize(
    ("actors", "told"), [(49, []), (50, ["och en rad till: to_frame() ger alla."]), (51, ["och 2 rader till: to_frame() ger alla."])]
)
def test_the_first_fifty_rows_are_shown_and_how_many_more_there_are(actors, told):
    names = [f"a{number}" for number in range(actors)]
    table = shown(snapshot([*map(actor, names), network("v")], *(tie(name, "member_of", "v") for name in names)))
    assert len(list(table.iter("tr"))) == 1 + 50
    assert [each for each in texts(table.iter("li")) if "till:" in each] == told


def test_below_a_table_stands_a_list_only_of_what_there_is_to_say():
    names = [f"a{number}" for number in range(49)]
    of = [*map(actor, names), network("v"), network("w")], *(tie(name, "member_of", "v") for name in names)
    full = shown(snapshot(*of))
    assert (len(list(full.iter("tr"))), list(full.iter("ul"))) == (1 + 50, [])
    (note,) = texts(shown(snapshot(*of, tie("a0", "funds", "w"))).iter("li"))
    assert "Finansiärer" in note


def test_what_is_said_below_a_table_is_what_the_terminal_says_but_for_how_it_is_asked():
    funded = snapshot([actor("a"), network("v"), network("w")], tie("a", "member_of", "v"), tie("a", "funds", "w"))
    (note,) = [each for each in texts(shown(funded).iter("li")) if "Finansiärer" in each]
    assert note.endswith('also=("funds",) tar med dem.')


def test_a_result_that_nobody_is_there_to_read_shows_no_table():
    found = Atlas(taking_part({"v": "ab"}), VOCABULARY).centrality()
    assert (found._repr_html_(), found._repr_mimebundle_()) == (None, None)


def test_the_text_beside_a_table_is_a_line_whatever_the_rows():
    found = Atlas(taking_part({"v": "ab"}), VOCABULARY, display=NotebookDisplay()).centrality()
    assert found._repr_mimebundle_() == {"text/plain": "<Ranking: 3 rows>", "text/html": found._repr_html_()}


def test_an_invitation_says_why_in_a_line_for_each_who_is_invited():
    table = html.fromstring(actormap.open("gria").invite(InvitationTerms(seats=2), listed=1)._repr_html_())
    why = texts(table.iter("td"))[-1].splitlines()
    assert [line.partition(":")[0] for line in why] == texts(table.iter("td"))[0].split(", ")


def test_a_comparison_of_projects_says_figures_and_kinds_in_words():
    found = actormap.open("esf").projects().compare(["vi"], others="övriga")
    table = html.fromstring(found._repr_html_())
    heads, cells = texts(table.iter("th")), [texts(row) for row in table.iter("tr")]
    assert "Projekt med slutdatum" not in heads
    assert cells[1][:2] == ["Siffror", "Kr per planerad deltagare"]
    assert any("1 projekt" in each for row in cells for each in row)
    assert found.rows[0]["section"] == "figures"


def test_a_number_stands_to_the_right_and_a_word_to_the_left_as_its_heading_does():
    table = html.fromstring(f"<div>{actormap.open('gria').timeline()._repr_html_()}</div>")
    head, *rows = ([cell.get("style").partition(";")[0].removeprefix("text-align: ") for cell in row] for row in table.iter("tr"))
    assert {"left", "right"} == set(head)
    assert all(row == head for row in rows)
