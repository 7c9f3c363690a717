"""Claims about documents as HTML: one file, for every reader and every width."""

from __future__ import annotations

import pytest
from lxml import html

from actormap.output.document import writers
from actormap.output.document.style import DocumentStyle
from tests.map import test_access as access
from tests.map.conftest import Visit
from tests.output.document import publications
from tests.output.document.publications import HOSTILE


def page(publication, style=None):
    return html.fromstring(writers.write(publication, "html", style))


@pytest.fixture(scope="module")
def every():
    return page(publications.every_block())


def test_the_language_and_the_title_are_said(every):
    assert every.get("lang") == "sv"
    assert every.findtext(".//title") == every.findtext(".//h1") == "Vilka möts kring unga utanför skolan?"


def test_every_text_is_in_the_page_in_order():
    every = page(publications.every_block())
    for mark in every.xpath("//sup"):
        mark.drop_tree()
    said = " ".join(every.text_content().split())
    place = 0
    for words in publications.every_block().words():
        if words not in [each.get("alt") for each in every.iter("img")]:
            place = said.find(" ".join(words.split()), place)
            assert place >= 0, words


def test_notes_and_the_places_that_refer_to_them_lead_to_each_other(every):
    ids = [each.get("id") for each in every.xpath("//*[@id]")]
    assert len(ids) == len(set(ids))
    leading = [each.get("href")[1:] for each in every.xpath("//a[starts-with(@href, '#')]")]
    assert {name for name in ids if name.startswith(("note-", "ref-"))} == {name for name in leading if name.startswith(("note-", "ref-"))}
    assert set(leading) <= set(ids)
    assert every.xpath("//li[@id='note-1']/a/@href") == ["#ref-1-1", "#ref-1-2"]


def test_a_table_names_its_columns_its_rows_and_itself(every):
    table = every.find(".//table")
    assert table.findtext("caption") == "Tabell 1. Kommuner och hur många nätverk de deltar i"
    assert [each.text for each in table.xpath("thead//th[@scope='col']")] == ["Kommun", "Nätverk", "Roll", "Andel"]
    assert [each.text for each in table.xpath("tbody//th[@scope='row']")] == ["Partille", "Mölndal", "Härryda"]
    assert not table.xpath(".//*[@colspan or @rowspan]")


def test_no_sign_of_a_text_means_anything():
    found = page(publications.hostile())
    assert found.findtext(".//h1") == HOSTILE
    assert not found.xpath("//b | //script | //tag")
    assert found.xpath("//main//p/a/@href") == ['https://example.org/?q="<x>&y=[1](2)#\\']


def test_colours_and_the_style_sheet_of_a_workspace_come_after_the_house_s():
    css = page(publications.every_block(), DocumentStyle(accent="#7a1f3d", stylesheet="h1 > em { color: red; }")).findtext(".//style")
    assert css.index("--accent: #0b4f8a") < css.index("--accent: #7a1f3d") < css.index("h1 > em { color: red; }")


@pytest.mark.browser
@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (320, "light"), (1280, "dark"), (320, "dark")])
def test_axe_finds_nothing_nothing_is_asked_for_and_no_page_is_wider_than_the_screen(browser, tmp_path, width, scheme):
    for name, made in (("every", publications.every_block()), ("hostile", publications.hostile())):
        file = tmp_path / f"{name}.html"
        file.write_bytes(writers.write(made, "html"))
        found = Visit(browser.new_page(viewport={"width": width, "height": 900}, color_scheme=scheme))
        found.page.on("request", lambda request, found=found: found.requests.append(request.url))
        found.page.on("console", lambda told, found=found: found.complaints.append(told.text))
        found.page.goto(file.as_uri())
        assert [url for url in found.requests if not url.startswith("data:")] == [file.as_uri()]
        assert access.findings(found) == []
        assert found.ask("document.documentElement.scrollWidth") == width
        assert found.complaints == []
        found.page.close()
