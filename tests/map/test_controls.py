"""What a reader does with the map: ways, colours, years, places by hand, links, and taking it back."""

from __future__ import annotations

import json

import pytest

from actormap.map.overlays.overlay import Overlay
from tests.map import pages
from tests.map.test_map import select

pytestmark = pytest.mark.browser
WORDS = {"sv": "Slutar", "en": "Ends"}
REASON = {"sv": "slutar 2016", "en": "ends in 2016"}


both = pytest.mark.parametrize("engine", ["pyvis", "canvas"])


@pytest.fixture
def engine():
    return "canvas"  # what is chosen, linked to and said is the same whatever draws it


@pytest.fixture
def small(visit, engine):
    return visit(pages.small_page(engine))


def clear(found):
    return {key for key, value in found.opacity().items() if value == 1}


# --- ways ------------------------------------------------------------------------------------------------------------------------------


def test_the_shortest_path_between_two_is_shown_with_why_each_line_is_there(small):
    select(small, "region")
    small.page.click("#path")
    small.page.keyboard.type("efter")
    small.page.keyboard.press("Enter")
    assert clear(small) == {"region", "pro", "late"}
    text = small.page.inner_text("#details")
    assert "Kortaste vägen från Region Norr till Efterföljaren" in text
    assert "2 steg" in text
    assert "Region Norr finansierar Projektet" in text
    assert small.ask("location.hash") == "#actor=region&to=late"
    small.page.keyboard.press("Escape")
    assert clear(small) == {"region", "pro"}


def test_without_a_path_that_is_said(small):
    select(small, "region")
    small.page.click("#path")
    small.page.keyboard.type("ensamma")
    small.page.keyboard.press("Enter")
    assert "Ingen väg leder dit" in small.page.inner_text("#details")


# --- colours and arrangement -----------------------------------------------------------------------------------------------------------


def test_colours_tell_what_is_asked_and_the_legend_says_it(small):
    for colour, title in (("municipality", "Kommun"), ("community", "Grupp"), ("certainty", "Hur säkert det är")):
        small.page.select_option("#filter-colour", colour)
        assert small.page.inner_text("#colours legend") == title
        assert small.page.locator("#colours .tick").count() > 1
    small.page.select_option("#filter-colour", "kind")
    assert small.page.locator("#colours").count() == 0


def test_an_entry_of_the_colours_filters(small):
    small.page.select_option("#filter-colour", "municipality")
    small.page.locator("#colours button", has_text="Öby").click()
    assert small.shown() == {"oby", "net", "pro", "late"}
    small.page.locator("#colours button", has_text="Öby").click()
    assert len(small.shown()) == 7


@both
def test_another_arrangement_moves_the_nodes_and_back(small):
    before = small.ask("actormap.positions()")
    small.page.select_option("#filter-layout", "affiliation")
    assert small.ask("actormap.positions()") != before
    small.page.select_option("#filter-layout", "group")
    assert small.ask("actormap.positions()") == before


# --- direction and certainty -----------------------------------------------------------------------------------------------------------


def test_every_line_shows_its_direction_and_how_firm_it_is(small):
    lines = [line for line in small.ask("actormap.edges()") if line["shown"]]
    assert all(line["head"] > 0 for line in lines)
    assert len({str(line["dashes"]) for line in lines}) == 3  # stated, implied, planned


@both
def test_a_line_answers_when_it_is_pressed(small):
    nodes = [node["key"] for node in small.ask("actormap.nodes()")]
    spots = [small.probe("on_screen", key) for key in ("region", "pro")]
    middle = {axis: (spots[0][axis] + spots[1][axis]) / 2 for axis in "xy"}
    assert "region" in nodes
    small.page.click("#map", position=middle)
    assert "Region Norr finansierar Projektet" in small.page.inner_text("#details")


# --- years -----------------------------------------------------------------------------------------------------------------------------


def test_the_years_play_from_the_first_to_the_last(visit, engine):
    found = visit(pages.small_page(engine), reduced=False, clock=True)
    found.page.clock.install(time="2026-01-31T08:00:00")
    found.page.clock.pause_at("2026-01-31T08:30:00")  # or it goes on by itself, however long the next line takes
    found.page.click("#play")
    assert found.page.inner_text("#filter-year-output") == "2014"
    found.page.clock.run_for(1200)
    assert found.page.inner_text("#filter-year-output") == "2015"
    found.page.clock.run_for(20_000)
    assert found.page.inner_text("#filter-year-output") == "2020"
    assert found.page.inner_text("#play") == "▶"


# --- places by hand --------------------------------------------------------------------------------------------------------------------


@both
def test_a_node_that_is_dragged_stays_and_its_place_is_saved(small):
    small.page.click("#arranging summary")
    small.page.click("#arrange")
    spot, box = small.probe("on_screen", "net"), small.page.locator("#map").bounding_box()
    small.page.mouse.move(box["x"] + spot["x"], box["y"] + spot["y"])
    small.page.mouse.down()
    small.page.mouse.move(box["x"] + spot["x"] + 40, box["y"] + spot["y"] + 30, steps=4)
    small.page.mouse.up()
    after = small.probe("on_screen", "net")
    assert (after["x"] - spot["x"], after["y"] - spot["y"]) == (pytest.approx(40, abs=2), pytest.approx(30, abs=2))
    with small.page.expect_download() as download:
        small.page.click("#arrange-save")
    saved = json.loads(download.value.path().read_text(encoding="utf-8"))
    assert (saved["actormap"], saved["layout"], list(saved["positions"])) == ("positions", "group", ["landscape"])
    assert list(saved["positions"]["landscape"]) == ["net"]
    small.page.click("#arrange-back")
    assert small.probe("on_screen", "net") == pytest.approx(spot, abs=1)


@both
def test_a_node_can_be_moved_without_dragging(small):
    select(small, "net")
    small.page.click("#arranging summary")
    small.page.click("#arrange")
    before = small.ask("actormap.positions()")
    small.page.click("#details .nudges button >> nth=3")
    small.page.focus("#map")
    small.page.keyboard.press("Shift+ArrowDown")
    after = small.ask("actormap.positions()")
    moved = {key for key in after if after[key] != before[key]}
    assert len(moved) == 1
    assert all(after[key][axis] > before[key][axis] for key in moved for axis in "xy")


# --- links and taking back -------------------------------------------------------------------------------------------------------------


def test_a_link_opens_the_same_view_again(visit, engine):
    found = visit(pages.small_page(engine))
    found.tick("families", "Tema")
    found.tick("statuses", "underförstådd")
    found.page.select_option("#filter-municipality", "1")
    found.page.select_option("#filter-colour", "certainty")
    found.page.select_option("#filter-measure", "1")
    found.page.locator("#filter-year").fill("2015")
    link, state = found.ask("location.hash"), found.ask("actormap.state()")
    again = visit(pages.small_page(engine), link=link)
    assert again.ask("actormap.state()") == state
    assert again.shown() == found.shown()


def test_what_was_done_to_the_view_is_undone_a_step_at_a_time(small):
    start = small.ask("actormap.state()")
    assert small.page.is_disabled("#undo")
    small.tick("families", "Projekt")
    second = small.ask("actormap.state()")
    select(small, "net")
    small.page.click("#undo")
    assert small.ask("actormap.state()") == second
    small.page.keyboard.press("Control+z")
    assert small.ask("actormap.state()") == start
    assert small.page.is_disabled("#undo")


# --- overlays --------------------------------------------------------------------------------------------------------------------------


@both
def test_an_overlay_marks_exactly_what_it_names_with_reasons_in_both_languages(visit, engine):
    tie = next(tie for tie in pages.small().relationships if tie.source == "oby" and tie.target == "late")
    overlay = Overlay("sunset", WORDS, {"sv": "Vad som slutar", "en": "What ends"}, {"pro": [REASON]}, {tie.id: [REASON]})
    found = visit(pages.page_of(pages.small(), engine=engine, overlays=[overlay]), link="#overlay=sunset")
    assert clear(found) == {"pro", "oby", "late"}
    assert found.page.locator("[data-marked]").evaluate_all("items => items.map(item => item.dataset.marked)") == ["pro"]
    assert found.page.locator("[data-marked-line]").all_inner_texts() == ["Öby deltar i Efterföljaren"]
    assert "Slutar 2016 (2)" in found.page.inner_text("#details")
    strong = [line["id"] for line in found.ask("actormap.edges()") if line["opacity"] > 0.9]
    assert len(strong) == 1
    found.page.click("#language")
    assert "Ends in 2016 (2)" in found.page.inner_text("#details")


def test_a_long_reason_for_one_stands_below_its_name(visit, engine):
    long = {"sv": "Täcker det som ingen annan i nätverket täcker, och når fem som ingen når.", "en": "Covers what nobody else covers."}
    overlay = Overlay("invitation", WORDS, WORDS, {"pro": [long]}, {})
    found = visit(pages.page_of(pages.small(), engine=engine, overlays=[overlay]), link="#overlay=invitation")
    assert found.page.inner_text("#details h3").strip() == "Projektet"
    assert found.page.inner_text("#details .reason") == long["sv"]


def test_an_overlay_of_what_is_not_shown_is_left_out():
    overlay = Overlay("gone", WORDS, WORDS, {"nobody": [REASON]})
    assert '"overlays":[]' in pages.page_of(pages.small(), overlays=[overlay])
