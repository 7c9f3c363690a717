"""Everyone in the room: keyboard, screen readers, little motion, poor screens."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from tests.map import pages

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@cache
def axe():
    if not AXE.exists():
        if "chromium" in os.environ.get("ACTORMAP_REQUIRE", ""):
            pytest.fail("axe-core is missing: npm ci")
        pytest.skip("axe-core is missing: npm ci")
    return AXE.read_text(encoding="utf-8")


def findings(found):
    """Return what axe finds serious or critical."""
    found.ask(axe() + ";0")
    result = found.ask("rules => axe.run(document, rules)", RULES)
    return [
        (rule["id"], [node["html"][:120] for node in rule["nodes"]])
        for rule in result["violations"]
        if rule["impact"] in ("serious", "critical")
    ]


VIEWS = ("", "#actor=gria", "#view=table", "#view=text", "#overlay=gaps", "#step=2", "#colour=certainty&actor=gria&to=invux")


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("screen", ["light", "contrast", "projector"])
def test_axe_finds_nothing_serious_in_any_view_theme_or_language(visit, screen, lang):
    found = visit(pages.gria_page(engine="canvas"), (1280, 800))
    for view in VIEWS:
        words = "&".join(part for part in (view.removeprefix("#"), f"screen={screen}", f"lang={lang}") if part)
        found.ask("hash => { location.hash = hash; }", words)
        found.page.wait_for_timeout(60)
        assert findings(found) == [], view
    assert found.ask("document.documentElement.dataset.screen") == screen


def test_axe_finds_nothing_serious_in_the_frame_that_pyvis_draws_nor_on_a_phone(visit, engine):
    found = visit(pages.gria_page(engine=engine), (390, 844), touch=True)
    assert findings(found) == []
    found.page.click("#filters-open")
    for summary in found.page.locator("#filters summary").all():
        summary.click()
    assert findings(found) == []


def test_the_keyboard_alone_goes_from_search_to_node_to_neighbour_to_table_to_story(visit, engine):
    found = visit(pages.small_page(engine))
    keyboard = found.page.keyboard

    def tab_to(selector):
        for _ in range(80):
            keyboard.press("Tab")
            focused = found.ask("selector => document.activeElement.matches(selector)", selector)
            outline = found.ask("getComputedStyle(document.activeElement).outlineStyle")
            assert outline == "solid", found.ask("document.activeElement.outerHTML.slice(0, 90)")
            if focused:
                return
        raise AssertionError(selector)

    keyboard.press("/")
    keyboard.type("region")
    keyboard.press("Enter")
    assert found.ask("actormap.selected()") == "region"
    tab_to("#map")
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        if found.ask("actormap.selected()") == "region":
            keyboard.press(key)
    assert found.ask("actormap.selected()") == "pro"
    keyboard.press("Escape")
    for _ in range(3):
        keyboard.press("Shift+Tab")
    found.page.focus("#skip")
    tab_to("#view-table")
    keyboard.press("Enter")
    assert found.page.is_visible("table[data-table=nodes]")
    tab_to("tbody .link")
    keyboard.press("Enter")
    assert found.ask("document.activeElement.id") == "map"
    found.page.focus("#skip")
    tab_to("#present")
    keyboard.press("Enter")
    assert found.page.is_visible("#story")
    keyboard.press("PageDown")
    keyboard.press("Escape")
    assert found.ask("document.activeElement.id") == "present"


def test_the_prose_tells_every_actor_and_relationship_that_is_shown(visit, engine):
    found = visit(pages.small_page(engine), link="#view=text")
    told = found.ask("[...document.querySelectorAll('[data-told]')].map(item => item.dataset.told)")
    assert set(told) == found.shown()
    text = found.page.inner_text("#twin").replace("\n", " ")
    assert "Kartan visar 7 aktörer och 8 relationer" in text
    assert "Älvsta (kommun) " in text
    assert "är medlem i Nätverket (kassör) och Nätverket (ordförande)" in text
    assert "Region Norr (region) finansierar Projektet." in text
    assert "Ensamma föreningen (civilsamhälle) har ingen relation som visas." in text
    found.page.select_option("#filter-municipality", label="Öby (4)")
    assert found.ask("[...document.querySelectorAll('[data-told]')].length") == 4
    assert "Den visar bara det som rör Öby." in found.page.inner_text("#twin")


def test_lines_and_labels_are_stronger_on_a_pale_projector(visit, engine):
    found = visit(pages.gria_page(engine=engine), link="#screen=projector")
    lines = [line for line in found.ask("actormap.edges()") if line["shown"]]
    assert min(line["opacity"] for line in lines) >= 0.8
    usual = visit(pages.gria_page(engine=engine))
    assert min(line["opacity"] for line in usual.ask("actormap.edges()") if line["shown"]) >= 0.45
    assert lines[0]["width"] > 1.5 * usual.ask("actormap.edges()")[lines[0]["id"]]["width"]


def test_no_part_of_the_page_is_wider_than_a_phone(visit, engine):
    found = visit(pages.gria_page(engine=engine), (390, 844), touch=True)
    assert found.ask("document.documentElement.scrollWidth") <= 390
    beyond = (
        "[...document.querySelectorAll('button, input, select')].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().right)"
    )
    assert max(found.ask(beyond)) <= 390.5
