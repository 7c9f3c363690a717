"""Everyone in the room: keyboard, screen readers, little motion, poor screens."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from tests.map import pages

pytestmark = pytest.mark.browser
AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = ["color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable"]  # all that another screen can change
EVERYTHING = {"runOnly": TAGS}
BY_LOOKS = {"runOnly": LOOKS}
BY_WORDS = {"runOnly": TAGS, "rules": {rule: {"enabled": False} for rule in LOOKS}}
# Each view, and what of it is not in another one too.
VIEWS = {"": "body", "#actor=gria": "#details", "#view=table": "#table", "#view=text": "#twin", "#overlay=gaps": "#details"}
VIEWS |= {"#step=2": "body", "#colour=certainty&actor=gria&to=invux": "main"}


@pytest.fixture
def engine():
    return "canvas"  # what is said and reached is the same whatever draws it


@cache
def axe():
    if not AXE.exists():
        if "chromium" in os.environ.get("ACTORMAP_REQUIRE", ""):
            pytest.fail("axe-core is missing: npm ci")
        pytest.skip("axe-core is missing: npm ci")
    return AXE.read_text(encoding="utf-8")


def findings(found, rules=EVERYTHING, part="html"):
    """Return what axe finds serious or critical in a part of the page."""
    if found.ask("typeof axe") == "undefined":
        found.ask(axe() + ";0")
    run = "([part, rules]) => axe.run(part, { ...rules, resultTypes: ['violations'], preload: false })"
    result = found.ask(run, [part, rules])
    return [
        (rule["id"], [node["html"][:120] for node in rule["nodes"]])
        for rule in result["violations"]
        if rule["impact"] in ("serious", "critical")
    ]


@pytest.mark.parametrize(
    ("screen", "lang", "rules"),
    [("light", "sv", EVERYTHING), ("light", "en", BY_WORDS), ("contrast", "sv", BY_LOOKS), ("projector", "sv", BY_LOOKS)],
    ids=["light-sv", "light-en", "contrast-sv", "projector-sv"],
)
def test_axe_finds_nothing_serious_in_any_view_theme_or_language(visit, engine, screen, lang, rules):
    found = visit(pages.gria_page(engine=engine), (1280, 800))
    for view, part in VIEWS.items():
        said = [view.removeprefix("#"), f"screen={screen}" if screen != "light" else "", f"lang={lang}" if lang != "sv" else ""]
        found.follow("#" + "&".join(filter(None, said)))
        assert findings(found, rules, part if rules == BY_LOOKS else "html") == [], view
        assert found.ask("document.documentElement.dataset.screen + document.documentElement.lang") == screen + lang


@pytest.mark.parametrize("engine", ["pyvis", "canvas"])
def test_axe_finds_nothing_serious_in_the_frame_that_pyvis_draws_nor_on_a_phone(visit, engine):
    found = visit(pages.gria_page(engine=engine), (390, 844), touch=True)
    assert findings(found) == []
    found.page.click("#filters-open")
    found.press("#filters summary")
    assert findings(found) == []


@pytest.mark.parametrize("engine", ["pyvis", "canvas"])
def test_the_keyboard_alone_goes_from_search_to_node_to_neighbour_to_table_to_story(visit, engine):
    found = visit(pages.small_page(engine))
    keyboard = found.page.keyboard

    def tab_to(selector):
        for _ in range(80):
            keyboard.press("Tab")
            focused, outline, element = found.probe("focused", selector)
            assert outline == "solid", element
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
    found.follow("")
    usual = found.ask("actormap.edges()")
    assert min(line["opacity"] for line in usual if line["shown"]) >= 0.45
    assert lines[0]["width"] > 1.5 * usual[lines[0]["id"]]["width"]


@pytest.mark.parametrize("engine", ["pyvis", "canvas"])
def test_no_part_of_the_page_is_wider_than_a_phone(visit, engine):
    found = visit(pages.gria_page(engine=engine), (390, 844), touch=True)
    assert found.ask("document.documentElement.scrollWidth") <= 390
    beyond = (
        "[...document.querySelectorAll('button, input, select')].filter(e => e.checkVisibility()).map(e => e.getBoundingClientRect().right)"
    )
    assert max(found.ask(beyond)) <= 390.5
