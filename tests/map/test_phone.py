"""Claims about a phone: a finger reaches whom it points at, by dot and by name, and the table needs no second hand."""

from __future__ import annotations

import pytest

from tests.map import pages

pytestmark = pytest.mark.browser
PHONE = (390, 844)


def tap(found, x, y):
    box = found.page.locator("#map").bounding_box()
    found.page.touchscreen.tap(box["x"] + x, box["y"] + y)
    return found.ask("actormap.selected()")


def let_go(found):
    found.page.keyboard.press("Escape")
    assert found.ask("actormap.selected()") is None


@pytest.mark.parametrize("size", [PHONE, (1366, 768)])
def test_no_label_lies_on_anothers_dot(look, size):
    seen = look(pages.gria_page(engine="canvas"), size).probe("labels_and_dots")
    assert len(seen["labels"]) > 20
    for label in seen["labels"]:
        for dot in seen["dots"]:
            (x, y), near = dot["at"], dot["radius"]
            across = label["left"] < x + near and label["right"] > x - near
            assert dot["key"] == label["key"] or not (across and label["top"] < y + near and label["bottom"] > y - near), (label, dot)


def test_a_finger_on_a_name_opens_whose_it_is_and_one_on_a_dot_that_one(visit):
    found = visit(pages.gria_page(engine="canvas"), PHONE, touch=True)
    home = found.probe("labels_and_dots")
    for label in home["labels"][:6]:
        assert tap(found, (label["left"] + label["right"]) / 2, (label["top"] + label["bottom"]) / 2) == label["key"]
        let_go(found)
    smallest = min(home["dots"], key=lambda dot: dot["radius"])
    assert tap(found, *smallest["at"]) == smallest["key"]
    let_go(found)
    x, y = smallest["at"]
    assert tap(found, x - 12, y) == smallest["key"]


@pytest.mark.parametrize("table", ["nodes", "edges"])
def test_the_table_fits_a_phone_and_says_what_each_is(visit, table):
    found = visit(pages.gria_page(engine="canvas"), PHONE, link="#view=table")
    if table == "edges":
        found.page.click("#table-body .segmented button >> nth=1")
    wide = found.ask("[document.documentElement, document.querySelector('.scroll')].map((one) => one.scrollWidth - one.clientWidth)")
    assert wide == [0, 0]
    assert found.page.locator("thead th:visible").count() == 2
    first = found.page.locator("tbody tr").first.inner_text()
    assert {"nodes": "kommun", "edges": "är medlem i"}[table] in first
