"""Nothing in the data runs, nothing is asked for from outside, and nothing is complained of during a whole tour."""

from __future__ import annotations

import pytest

from actormap.model import Actor, Document, Evidence, Municipality, Network, Project, Relationship, Snapshot, Theme
from tests.render.map import pages

pytestmark = pytest.mark.browser

INJECTIONS = (
    "<script>window.hacked=1</script>",
    "</script><script>window.hacked=1</script>",
    "\"><img src=x onerror='window.hacked=1'>",
    "'+(window.hacked=1)+'",
    "`${window.hacked=1}`",
    "{{ (window.hacked=1) }}",
    "<!--<script>",
    "<a href='javascript:window.hacked=1' onmouseover='window.hacked=1'>href</a>",
    "<svg onload=window.hacked=1>",
    "\u2028window.hacked=1\u2029//",
    "__proto__",
)


def hostile(text):
    """Return a snapshot with the text in every field that takes free text, ids and all."""
    more = {"aliases": (text,), "note": text, "locator": text, "attributes": ((text, text),)}
    nodes = [
        Actor(id=f"a{text}", name=f"A {text}", kind="region", region=text, document=f"d{text}", **more),
        Network(id=f"n{text}", name=text, kind="network", purpose=text, status=text, **more),
        Project(
            id=f"p{text}",
            name=f"P {text}",
            kind="project",
            number=text,
            programme=text,
            programme_area=text,
            objective=text,
            intervention=text,
            **more,
        ),
        Municipality(id=f"m{text}", name=f"M {text}", code=text, county=text, **more),
        Theme(id=f"t{text}", name=f"T {text}", kind="method", note=text),
        Document(id=f"d{text}", title=text, publisher=text, published=text, address=f"javascript:{text}", collection=text, note=text),
    ]
    evidence = Evidence(document=f"d{text}", locator=text, informant=text, value=text, unit=text, note=text, attributes=((text, text),))
    ties = [
        Relationship(source=f"a{text}", type="member_of", target=f"n{text}", role=text, evidence=(evidence,)),
        Relationship(source=f"m{text}", type="participates_in", target=f"p{text}", evidence=(evidence,)),
        Relationship(source=f"p{text}", type="addresses", target=f"t{text}", evidence=(evidence,)),
        Relationship(source=f"a{text}", type="owns", target=f"p{text}", evidence=(evidence,)),
    ]
    return Snapshot.of(nodes, ties)


def tour(found):
    """Do everything a reader can do."""
    page = found.page
    for box in page.locator("#filters-body input[type=checkbox]").all():
        box.check()
    page.keyboard.press("/")
    page.keyboard.type("a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.click("#details .row button >> nth=1")
    if page.locator("#details .why").count():
        page.locator("#details .why").first.click()
    page.keyboard.press("Escape")
    page.click("#gaps")
    page.click("#gaps")
    for select in page.locator("#filters-body select").all():
        select.select_option(index=select.locator("option").count() - 1)
        select.select_option(index=0)
    page.click("#view-table")
    page.click("#table-body .segmented button >> nth=1")
    for button in page.locator("thead button").all():
        button.click()
    page.click("#language")
    page.click("#view-map")
    page.click("#zoom-in")
    page.click("#zoom-out")
    page.click("#zoom-whole")
    page.mouse.move(900, 500)
    page.mouse.down()
    page.mouse.move(950, 540)
    page.mouse.up()
    page.mouse.wheel(0, -300)
    page.focus("#map")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.click("#reset")
    page.set_viewport_size({"width": 390, "height": 844})
    page.click("#filters-open")
    page.click("#filters-close")
    page.set_viewport_size({"width": 1920, "height": 1080})


def test_a_whole_tour_asks_for_nothing_and_complains_of_nothing(visit):
    found = visit(pages.gria_page())
    tour(found)
    assert len(found.requests) == 1


def test_the_page_needs_no_network(browser, tmp_path):
    path = tmp_path / "offline.html"
    path.write_text(pages.page_of(pages.small()), encoding="utf-8")
    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")
    context.close()


@pytest.mark.parametrize("text", INJECTIONS)
def test_nothing_in_the_data_is_run(visit, text):
    snapshot = hostile(text)
    both = {"sv": text, "en": text}
    html = pages.page_of(snapshot, title=text, focal=f"n{text}", note=both, found={f"a{text}": [both], f"t{text}": [both]})
    found = visit(html)
    tour(found)
    assert found.ask("typeof window.hacked") == "undefined"
    assert found.ask("document.querySelectorAll('img, iframe, object, [onload], [onerror], [onmouseover]').length") == 0
    assert found.ask("[...document.querySelectorAll('a')].filter(a => !/^https?:/.test(a.href)).length") == 0
    assert found.page.inner_text("h1").split() == text.split()


def test_a_handler_added_at_run_time_is_blocked(visit):
    found = visit(pages.page_of(pages.undated()))
    found.probe("add_handler")
    assert found.ask("typeof window.hacked") == "undefined"
    assert len(found.complaints) == 2
    assert all("Content Security Policy" in text for text in found.complaints)
    found.complaints.clear()
