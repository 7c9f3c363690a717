"""Filters combine, and legend, footer and table agree."""

from __future__ import annotations

import pytest

from tests.map import pages
from tests.map.reading import agreed

pytestmark = pytest.mark.browser


@pytest.fixture
def engine():
    return "canvas"  # what passes a filter or is taken along is the same whatever draws it


@pytest.fixture
def small(visit, engine):
    return visit(pages.small_page(engine))


def test_at_the_start_all_but_themes_roles_and_denials_are_shown(small):
    assert small.shown() == {"alvsta", "oby", "region", "alone", "net", "pro", "late"}
    assert agreed(small) == (7, 8)


@pytest.mark.parametrize("engine", ["pyvis", "canvas"])
def test_ticking_everything_shows_every_node_and_relationship_of_the_input(visit, engine):
    for name in ("small", "gria"):
        snapshot = getattr(pages, name)()
        found = visit(pages.page_of(snapshot, engine=engine))
        found.press("#filters-body input[type=checkbox]:not(:checked)")
        nodes = [node for node in snapshot.nodes() if node.node != "document"]
        assert agreed(found) == (len(nodes), len(snapshot.relationships))


@pytest.mark.parametrize("engine", ["pyvis", "canvas"])
def test_filters_combine_and_everything_agrees(small):
    small.tick("families", "Tema")
    assert agreed(small) == (8, 9)
    small.page.select_option("#filter-municipality", label="Öby (4)")
    assert small.shown() == {"oby", "net", "pro", "late"}
    small.tick("statuses", "förnekad")
    assert agreed(small) == (4, 4)
    small.tick("types", "deltar i")
    assert agreed(small) == (4, 2)
    small.tick("families", "Nätverk")
    assert agreed(small) == (3, 1)
    small.page.select_option("#filter-municipality", index=0)
    small.page.select_option("#filter-theme", label="Skolk (5)")
    assert small.shown() == {"alvsta", "oby", "region", "pro", "skolk"}
    agreed(small)


def test_a_year_keeps_what_holds_then_and_what_has_no_date(small):
    slider = small.page.locator("#filter-year")
    slider.fill("2015")
    assert small.page.inner_text("#filter-year-output") == "2015"
    assert "pro" in small.shown()
    assert "late" not in small.shown()
    assert "net" in small.shown()
    agreed(small)
    slider.fill("2019")
    assert "late" in small.shown()
    assert "pro" not in small.shown()
    agreed(small)
    slider.fill("2013")
    assert small.page.inner_text("#filter-year-output") == "alla år"
    assert agreed(small) == (7, 8)


def test_without_any_date_there_is_no_year_to_choose(visit, engine):
    found = visit(pages.page_of(pages.undated(), engine=engine))
    assert found.page.locator("#filter-year").count() == 0
    assert agreed(found) == (3, 2)


def test_a_number_beside_an_unticked_entry_says_how_many_it_would_bring(small):
    label = small.page.locator("label.tick", has_text="Tema")
    assert label.locator("output").inner_text() == "1"
    before = small.counts()[0]
    label.click()
    assert small.counts()[0] == before + 1


def test_all_ticks_a_whole_list_and_then_none_of_it(small):
    button = small.page.locator("#filters-body fieldset:has(input[data-set=families]) button")
    button.click()
    assert small.counts()[0] == 9
    button.click()
    assert small.counts() == [0, 0]
    assert small.ask("actormap.areas().labels.length") == 0


def test_what_is_selected_is_let_go_when_a_filter_hides_it(visit, engine):
    found = visit(pages.page_of(pages.small(), engine=engine), link="#actor=pro")
    found.tick("families", "Projekt")
    assert found.ask("actormap.selected()") is None
    assert found.page.is_hidden("#details")


def test_the_measure_chosen_decides_the_size(small):
    size = "Object.fromEntries(actormap.nodes().map(node => [node.key, node.radius]))"
    before = small.ask(size)
    small.page.select_option("#filter-measure", label="Brobyggare (mellanliggande)")
    after = small.ask(size)
    assert before["late"] < before["alvsta"]
    assert after != before


def test_a_measure_beyond_the_first_two_is_told_when_it_is_chosen(visit, engine):
    found = visit(pages.page_of(pages.small(), engine=engine, scores=("degree", "betweenness", "closeness")), link="#actor=net")
    found.page.click("#view-table")
    assert "Närhet" not in found.page.inner_text("thead")
    found.page.select_option("#filter-measure", label="Närhet")
    assert "Närhet" in found.page.inner_text("thead")
    assert "Närhet" in found.page.inner_text("#details")


# --- the table -------------------------------------------------------------------------------------------------------------------------


def test_the_table_says_its_scopes_and_how_it_is_sorted(small):
    small.page.click("#view-table")
    assert small.ask("[...document.querySelectorAll('thead th')].every(cell => cell.scope === 'col')")
    assert small.ask("[...document.querySelectorAll('tbody tr')].every(row => row.querySelector('th[scope=row]'))")
    header = small.page.locator("thead th", has_text="Antal kopplingar")
    assert header.get_attribute("aria-sort") == "none"
    header.locator("button").click()
    assert header.get_attribute("aria-sort") == "descending"
    assert small.page.locator("tbody th").first.inner_text() == "Älvsta"
    header.locator("button").click()
    assert header.get_attribute("aria-sort") == "ascending"
    assert small.ask("document.activeElement.textContent").startswith("Antal kopplingar")


def test_names_are_sorted_as_swedes_do(small):
    small.page.click("#view-table")
    names = small.page.locator("tbody th").all_inner_texts()
    assert names[-2:] == ["Älvsta", "Öby"]


def test_a_row_opens_its_node_on_the_map(small):
    small.page.click("#view-table")
    small.page.locator("tbody th button", has_text="Öby").click()
    assert small.page.is_visible("#map")
    assert small.ask("actormap.selected()") == "oby"


def test_a_relationship_opens_its_line_on_the_map(small):
    small.page.click("#view-table")
    small.page.click("#table-body .segmented button >> nth=1")
    row = small.page.locator("tbody tr", has_text="kassör")
    assert row.locator("td").all_inner_texts()[-3:] == ["Slutrapporten, ställe 4", "uttalad", "–"]
    row.locator("td button", has_text="är medlem i").click()
    assert "Varför finns linjen?" in small.page.inner_text("#details")
