"""What the map shows and how it answers, in a real browser."""

from __future__ import annotations

import base64
import re

import pytest

from tests.map import pages
from tests.map.reading import overlaps, select

pytestmark = pytest.mark.browser
SIZES = [(1920, 1080), (1280, 800), (390, 844)]


@pytest.fixture
def engine():
    return "canvas"  # what is found, selected and said is the same whatever draws it


both = pytest.mark.parametrize("engine", ["pyvis", "canvas"])


@pytest.fixture
def gria(visit, engine):
    return visit(pages.gria_page(engine=engine))


@pytest.fixture
def small(visit, engine):
    return visit(pages.small_page(engine))


# --- what is drawn ---------------------------------------------------------------------------------------------------------------------


@both
@pytest.mark.parametrize("size", SIZES)
def test_no_label_covers_another_label_or_a_title(look, size, engine):
    areas = look(pages.gria_page(engine=engine), size).ask("actormap.areas()")
    taken = [*areas["labels"], *(title["area"] for title in areas["titles"])]
    assert len(areas["labels"]) > 10
    assert overlaps(taken) == []


@pytest.mark.parametrize("name", ["gria", "generated"])
def test_no_label_crosses_the_border_of_its_group(look, name):
    found = look(pages.gria_page(engine="canvas") if name == "gria" else pages.generated_page("canvas"))
    labels = found.ask("actormap.areas().labels.map(label => ({ ...label, home: actormap.home(label.node) }))")
    assert labels
    for label in labels:
        assert label["left"] >= label["home"]["x"]
        assert label["right"] <= label["home"]["right"]
        assert label["top"] >= label["home"]["y"]
        assert label["bottom"] <= label["home"]["bottom"]


@both
def test_at_least_18_of_the_20_best_connected_are_labelled_in_the_overview(look, engine):
    found = look(pages.gria_page(engine=engine))
    degree = {node["key"]: 0 for node in found.ask("actormap.nodes()") if node["shown"]}
    for tie in pages.gria().relationships:
        if tie.source in degree and tie.target in degree:
            degree[tie.source] += 1
            degree[tie.target] += 1
    best = sorted(degree, key=lambda key: (-degree[key], key))[:20]
    nodes = found.ask("actormap.nodes()")
    labelled = {nodes[label["node"]]["key"] for label in found.ask("actormap.areas()")["labels"]}
    assert len(labelled & set(best)) >= 18


@both
@pytest.mark.parametrize("size", [(1920, 1080), (390, 844)])
def test_the_map_fills_three_quarters_of_its_area(look, size, engine):
    found = look(pages.gria_page(engine=engine), size)
    whole, camera = found.ask("actormap.whole()"), found.ask("actormap.camera()")
    drawn = (whole["right"] - whole["left"]) * (whole["bottom"] - whole["top"]) * camera["scale"] ** 2
    assert drawn >= 0.75 * camera["width"] * camera["height"]


@both
def test_no_title_is_cut_at_1920(look, engine):
    titles = look(pages.gria_page(engine=engine)).ask("actormap.areas()")["titles"]
    assert len(titles) > 3
    assert all(title["whole"] for title in titles)
    assert not any("…" in line or line.startswith("Kring") for title in titles for line in title["lines"])


def test_a_tall_window_has_the_standing_layout_and_a_selection_keeps_it(visit, look, engine):
    found = visit(pages.gria_page(engine=engine), (390, 844))
    assert found.ask("actormap.layout()") == "portrait"
    select(found, "gria")
    assert found.ask("actormap.layout()") == "portrait"
    assert look(pages.gria_page(engine=engine)).ask("actormap.layout()") == "landscape"


@both
def test_the_details_cover_no_part_of_the_map(gria):
    select(gria, "gria")
    for size in SIZES:
        gria.resize(*size)
        map_box, details = (gria.page.locator(name).bounding_box() for name in ("#map", "#details"))
        beside = map_box["x"] + map_box["width"] <= details["x"] + 0.5
        below = map_box["y"] + map_box["height"] <= details["y"] + 0.5
        assert beside or below


def test_nothing_moves_by_itself_and_what_rests_is_not_drawn_again(look):
    found = [look(pages.gria_page(engine=engine)) for engine in ("pyvis", "canvas")]
    before = [each.ask("actormap.positions()") for each in found]
    found[0].page.wait_for_timeout(1000)  # what was to move by itself would have begun when the page was ready
    assert [each.probe("frames", 1000) for each in found] == [0, 0]
    assert [each.ask("actormap.positions()") for each in found] == before


@both
def test_the_engine_has_every_node_where_the_layout_put_it(small):
    small.tick("families", "Tema")
    small.tick("families", "Roll")
    placed = small.probe("layout")
    drawn = small.ask("actormap.positions()")
    assert len(drawn) == len(placed) == 9
    # vis-network tells whole units.
    assert all(abs(drawn[str(n)][axis] - place[axis]) < 1 for n, place in enumerate(placed) for axis in "xy")


# --- search ----------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("typed", ["alvsta", "älvsta", "ÄLVSTA", "elfsta"])
def test_search_forgives_diacritics_case_and_older_names(small, typed):
    small.page.keyboard.press("/")
    assert small.ask("document.activeElement.id") == "search"
    small.page.keyboard.type(typed)
    assert small.ask("actormap.find(document.activeElement.value)") == ["alvsta"]
    before = small.ask("actormap.camera().scale")
    small.page.keyboard.press("Enter")
    assert small.ask("actormap.selected()") == "alvsta"
    assert small.ask("actormap.camera().scale") != before
    assert small.page.inner_text("#live").startswith("Älvsta, kommun, ")


def test_whose_name_it_is_comes_before_those_whose_names_begin_with_it(look):
    assert look(pages.generated_page("canvas")).ask("actormap.find('natverket for samverkan 1')")[0] == "n001"


def test_arrow_keys_walk_through_the_hits(small):
    small.page.keyboard.press("/")
    small.page.keyboard.type("e")
    hits = small.ask("actormap.find('e')")
    small.page.keyboard.press("ArrowDown")
    small.page.keyboard.press("ArrowDown")
    assert small.page.get_attribute("#search", "aria-activedescendant") == "hit-1"
    small.page.keyboard.press("Enter")
    assert small.ask("actormap.selected()") == hits[1]


def test_a_finger_on_a_hit_opens_it_and_presses_nothing_beneath(visit):
    found = visit(pages.gria_page(engine="canvas"), (390, 844), touch=True)
    found.page.tap("#search")
    found.page.keyboard.type("plug")
    wanted = found.ask("actormap.find('plug')")[0]
    found.page.tap("#hit-0")
    assert found.ask("[actormap.selected(), document.body.classList.contains('presenting')]") == [wanted, False]
    # The keyboard of a phone is gone, and the next search is not typed onto the end of this one.
    assert found.ask("document.activeElement.id") != "search"
    found.page.tap("#search")
    found.page.keyboard.type("invux")
    assert found.page.input_value("#search") == "invux"


def test_the_next_search_takes_the_place_of_what_was_chosen(small):
    for words in (("alvsta", "skolk"), ("skolk", "alvsta")):
        for typed in words:
            small.page.click("#search")
            small.page.keyboard.type(typed)
            assert small.page.input_value("#search") == typed
            small.page.keyboard.press("Enter")
            assert small.ask("actormap.selected()") == typed


def test_what_the_filters_hide_is_found_and_shown(small):
    assert "skolk" not in small.shown()
    small.page.fill("#search", "skolk")
    small.page.keyboard.press("Enter")
    assert small.ask("actormap.selected()") == "skolk"
    assert "skolk" in small.shown()


def test_a_search_without_hits_says_so(small):
    small.page.fill("#search", "finns inte")
    assert small.page.inner_text("#hits") == "Inga träffar"
    small.page.keyboard.press("Enter")
    assert small.ask("actormap.selected()") is None


# --- selection -------------------------------------------------------------------------------------------------------------------------


def test_selecting_shows_one_step_then_two_and_escape_restores(small):
    before = small.opacity()
    select(small, "region")
    opacity = small.opacity()
    assert {key for key, value in opacity.items() if value == 1} == {"region", "pro"}
    assert all(value <= 0.15 for key, value in opacity.items() if key not in ("region", "pro"))
    small.page.click("#details button:has-text('2 steg')")
    assert {key for key, value in small.opacity().items() if value == 1} == {"region", "pro", "alvsta", "oby", "late"}
    small.page.keyboard.press("Escape")
    assert small.ask("actormap.selected()") is None
    assert small.opacity() == before
    assert small.page.is_hidden("#details")


def test_a_link_selects_and_selecting_writes_the_link(visit, engine):
    found = visit(pages.page_of(pages.small(), engine=engine), link="#actor=oby")
    assert found.ask("actormap.selected()") == "oby"
    select(found, "net")
    assert found.ask("location.hash") == "#actor=net"
    found.page.keyboard.press("Escape")
    assert found.ask("location.hash") == ""


@both
def test_a_click_on_a_node_selects_it_and_a_click_beside_lets_go(small):
    small.page.click("#map", position=small.probe("on_screen", "net"))
    small.page.wait_for_selector("#details:not([hidden])")
    assert small.ask("actormap.selected()") == "net"
    small.page.click("#map", position={"x": 3, "y": 3})
    small.page.wait_for_selector("#details", state="hidden")


def test_the_keyboard_alone_goes_from_the_largest_to_a_neighbour(small):
    small.page.focus("#map")
    small.page.keyboard.press("Enter")
    first = small.ask("actormap.selected()")
    assert first == "alvsta"
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        small.page.keyboard.press(key)
    ends = {frozenset((tie.source, tie.target)) for tie in pages.small().relationships}
    small.page.keyboard.press("Escape")
    small.page.keyboard.press("Enter")
    moved = set()
    for key in ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"):
        select(small, first)
        small.page.focus("#map")
        small.page.keyboard.press(key)
        if (now := small.ask("actormap.selected()")) != first:
            moved.add(now)
    assert moved
    assert all(frozenset((first, key)) in ends for key in moved)


def test_focus_is_visible(small):
    for target in ("#search", "#gaps", "#map", "#view-table", "#filter-municipality"):
        small.page.focus(target)
        small.page.keyboard.press("Shift+Tab")
        small.page.keyboard.press("Tab")
        outline = small.ask("getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).outlineWidth")
        assert outline == "solid3px", target


# --- why is this line here -------------------------------------------------------------------------------------------------------------


def test_every_relationship_of_a_node_says_document_place_status_and_confidence(small):
    select(small, "alvsta")
    text = small.page.inner_text("#details")
    assert "är medlem i (2)" in text
    assert "samordnar (1)" in text
    assert "ordförande" in text
    assert "Slutrapporten, ställe 7" in text
    assert "uttalad · säkerhet 0,8" in text
    assert "underförstådd · säkerhet ej angiven" in text
    assert "enligt protokollet" in text


def test_a_relationship_is_told_from_the_side_that_is_asked(small):
    select(small, "net")
    assert "har som medlem (2)" in small.page.inner_text("#details")


def test_asking_why_shows_the_line_and_its_parallels(small):
    select(small, "alvsta")
    small.page.locator("#details li:has-text('ordförande') .why").click()
    text = small.page.inner_text("#details")
    assert "Varför finns linjen?" in text
    assert "Älvsta är medlem i Nätverket" in text
    assert "2 relationer till mellan samma två" in text
    strong = {item["id"] for item in small.ask("actormap.edges()") if item["opacity"] > 0.5}
    assert len(strong) == 1
    assert {key for key, value in small.opacity().items() if value == 1} == {"alvsta", "net"}


def test_what_the_filters_hide_of_a_node_can_still_be_read(small):
    select(small, "oby")
    assert "1 relation dold av filtren" in small.page.inner_text("#details")
    small.page.click("#details summary")
    small.page.locator("#details .hidden-ones .why").click()
    assert "Öby är medlem i Nätverket" in small.page.inner_text("#details")
    assert "förnekad" in small.page.inner_text("#details")


def test_implied_and_planned_lines_have_their_own_pattern(small):
    patterns = {
        small.page.locator("label.tick", has_text=name).locator("svg path").get_attribute("stroke-dasharray")
        for name in ("uttalad", "underförstådd", "planerad", "förnekad")
    }
    assert len(patterns) == 4
    assert "none" in patterns


def test_a_document_is_linked_to_only_by_a_web_address(small):
    select(small, "alvsta")
    assert small.ask("[...new Set([...document.querySelectorAll('#details a')].map(a => a.getAttribute('href')))]") == [
        "https://example.org/slutrapport"
    ]


# --- gaps ------------------------------------------------------------------------------------------------------------------------------


def test_the_gap_switch_marks_exactly_the_nodes_of_the_report_with_reasons(gria):
    expected = pages.reasons(pages.gria(), "gria")
    families = gria.ask("[...document.querySelectorAll('#filters-body input[data-set=families]')].map(i => i.checked)")
    gria.page.click("#gaps")
    assert {key for key, value in gria.opacity().items() if value == 1} == set(expected)
    listed = gria.ask("[...document.querySelectorAll('#details [data-marked]')].map(item => item.dataset.marked)")
    assert sorted(listed) == sorted(key for key, found in expected.items() for _ in found)
    text = gria.page.inner_text("#details").casefold()
    assert all(reason["sv"].casefold() in text for found in expected.values() for reason in found)
    assert not re.search(r"inaktiv|inactive", text)
    gria.page.click("#gaps")
    assert gria.ask("[...document.querySelectorAll('#filters-body input[data-set=families]')].map(i => i.checked)") == families


def test_a_node_says_its_own_gaps(gria):
    key, found = next(iter(pages.reasons(pages.gria(), "gria").items()))
    select(gria, key)
    assert found[0]["sv"].casefold() in gria.page.inner_text("#details").casefold()


# --- language, motion, picture ---------------------------------------------------------------------------------------------------------


def test_the_language_button_changes_every_text_the_language_and_the_title(visit, engine):
    found = visit(pages.small_page(engine))
    select(found, "alvsta")
    swedish = set(found.probe("visible_text"))
    found.page.click("#language")
    english = set(found.probe("visible_text"))
    assert found.ask("[document.documentElement.lang, document.title]") == ["en", "Provkarta – actor map"]
    snapshot = pages.small()
    names = {node.name for node in snapshot.nodes()} | {alias for node in snapshot.nodes() for alias in getattr(node, "aliases", ())}
    roles = {tie.role for tie in snapshot.relationships} | {e.note for tie in snapshot.relationships for e in tie.evidence} | {"Provkarta"}
    kept = {word for word in swedish & english if re.search(r"[^\W\d_]{3}", word)}
    # What both share are names, and words that the two languages spell alike.
    assert {word for word in kept if word not in names | roles and word.split(" (")[0] not in names} <= {
        "Status",
        "Region",
        "Filter",
        "Presentation",
    }
    found.page.click("#language")
    assert set(found.probe("visible_text")) == swedish


def test_an_english_page_starts_in_english(visit):
    found = visit(pages.page_of(pages.small(), lang="en"))
    assert found.page.inner_text("#view-table") == "Table"
    assert "Invented data · Made 2026-01-31" in found.page.inner_text("footer")


def test_reduced_motion_is_honoured(visit, engine):
    assert visit(pages.page_of(pages.undated(), engine=engine), reduced=True).probe("zoomed_in_a_frame") == pytest.approx(1.35)
    assert visit(pages.page_of(pages.undated(), engine=engine), reduced=False).probe("zoomed_in_a_frame") < 1.35


def test_the_picture_is_not_blank(gria):
    with gria.page.expect_download() as download:
        gria.page.evaluate("document.getElementById('picture').click()")
    assert download.value.suggested_filename == "aktorskarta.png"
    picture = base64.b64encode(download.value.path().read_bytes()).decode()
    found = gria.probe("shades", picture)
    assert found["width"] > 1000
    assert found["shades"] > 500


def test_reset_brings_back_the_start(small):
    before = (small.shown(), small.counts(), small.opacity())
    small.tick("families", "Projekt")
    small.tick("statuses", "uttalad")
    small.page.select_option("#filter-municipality", label="Öby (2)")
    small.page.select_option("#filter-measure", index=1)
    small.page.click("#reset")
    assert (small.shown(), small.counts(), small.opacity()) == before
    assert small.page.input_value("#filter-measure") == "0"


def test_touch_targets_are_at_least_40_pixels_on_a_phone(visit, engine):
    found = visit(pages.gria_page(engine=engine), (390, 844), touch=True)
    assert found.probe("small_targets") == []
    found.page.click("#filters-open")
    assert found.probe("small_targets") == []
    found.page.click("#filters-close")
    select(found, "gria")
    assert found.probe("small_targets") == []
    found.page.click("#view-table")
    assert found.probe("small_targets") == []


def test_text_has_a_contrast_of_at_least_4_5(visit, engine):
    found = visit(pages.gria_page(engine=engine))
    select(found, "gria")
    assert found.probe("poor_contrast") == []
    found.page.click("#gaps")
    assert found.probe("poor_contrast") == []
    found.page.click("#view-table")
    assert found.probe("poor_contrast") == []


def test_the_skip_link_goes_to_the_table(small):
    small.page.keyboard.press("Tab")
    assert small.ask("document.activeElement.id") == "skip"
    small.page.keyboard.press("Enter")
    assert small.page.is_visible("#table")
    assert small.ask("document.activeElement.id") == "table"
