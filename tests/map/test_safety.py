"""Nothing in the data runs, nothing is asked for from outside, and nothing is complained of during a whole tour."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from actormap.map.overlays.overlay import Overlay
from actormap.model.records import Actor, Document, Evidence, Municipality, Network, Project, Relationship, Snapshot, Theme
from actormap.model.story import Story, StoryStep
from tests.map import pages

pytestmark = pytest.mark.browser

INJECTIONS = tuple(json.loads((Path(__file__).parent / "injections.json").read_text(encoding="utf-8")))
BATCH = 64
BATCHES = [INJECTIONS[start : start + BATCH] for start in range(0, len(INJECTIONS), BATCH)]


def hostile(texts):
    """Return a snapshot with each of the texts in every field that takes free text, ids and all."""
    found = [hostile_nodes(text) for text in texts]
    return Snapshot.of([node for nodes, _ in found for node in nodes], [tie for _, ties in found for tie in ties])


def hostile_nodes(text):
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
    return nodes, ties


def tour(found):
    """Do everything a reader can do."""
    page = found.page
    page.locator("#filters-body input[type=checkbox]:not(:checked)").first.check()
    found.press("#filters-body input[type=checkbox]:not(:checked)")
    page.keyboard.press("/")
    page.keyboard.type("a")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.click("#details .row button >> nth=1")
    if page.locator("#details .why").count():
        page.locator("#details .why").first.click()
    page.keyboard.press("Escape")
    for overlay in range(page.locator("[data-overlay]").count()):
        for _ in range(2):
            found.press(f"[data-overlay='{overlay}']")
    found.probe("choose_last_and_first")
    page.click("#view-table")
    page.click("#table-body .segmented button >> nth=1")
    for column in range(page.locator("thead button").count()):
        found.press(f"thead th:nth-child({column + 1}) button")
    page.click("#view-text")
    page.click("#language")
    page.click("#view-map")
    page.click("#present")
    page.keyboard.press("PageDown")
    page.keyboard.press("Escape")
    page.click("#undo")
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


def test_a_whole_tour_asks_for_nothing_and_complains_of_nothing(visit, engine):
    found = visit(pages.gria_page(engine=engine))
    tour(found)
    assert len(found.requests) == 1


def test_the_page_needs_no_network(fresh, tmp_path):
    path = tmp_path / "offline.html"
    path.write_text(pages.page_of(pages.small()), encoding="utf-8")
    page = fresh(offline=True)
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached")


def test_the_page_shows_while_every_host_outside_hangs(fresh, tmp_path, engine):
    path = tmp_path / "hanging.html"
    path.write_text(pages.small_page(engine), encoding="utf-8")
    page = fresh()
    left_hanging = []
    page.route(re.compile("https?:"), lambda route: left_hanging.append(route.request.url))
    page.goto(path.as_uri(), wait_until="commit")
    page.wait_for_selector("html[data-ready]", state="attached")
    assert left_hanging == []


@pytest.mark.parametrize("host", ["", "localhost"], ids=["disk", "share"])  # a share on a server stands in the address as a host
def test_the_page_opens_from_an_awkward_path(fresh, tmp_path, host):
    folder = tmp_path / "Delad mapp å ä ö #1 100%"
    folder.mkdir()
    path = folder / "karta över oss.html"
    path.write_text(pages.small_page("canvas"), encoding="utf-8")
    page = fresh()
    page.goto(f"{path.as_uri().replace('file://', f'file://{host}')}#actor=oby")
    page.wait_for_selector("html[data-ready]", state="attached")
    assert page.evaluate("actormap.selected()") == "oby"


def test_the_corpus_is_large():
    assert len(set(INJECTIONS)) >= 100


@pytest.mark.parametrize("batch", range(len(BATCHES)))
def test_nothing_in_the_data_is_run(visit, batch):
    texts = BATCHES[batch]
    whole = " ".join(texts)
    words = {"sv": whole, "en": whole}
    each = [{"sv": text, "en": text} for text in texts]
    told = Story(steps=tuple(StoryStep(title=text, text=text, focus=(f"a{texts[0]}",)) for text in each), title=words)
    marked = {f"a{text}": [both] for text, both in zip(texts, each, strict=True)}
    html = pages.page_of(
        hostile(texts),
        title=whole,
        focal=f"n{texts[0]}",
        note=words,
        found=marked,
        overlays=[Overlay(f"o{text}", both, both, {f"t{text}": [both]}) for text, both in zip(texts[:4], each, strict=False)],
        story=told,
        scores=("degree",),
        engine=("pyvis", "canvas")[batch % 2],
    )
    found = visit(html)
    tour(found)
    assert found.ask("typeof window.hacked + typeof Object.prototype.hacked") == "undefinedundefined"
    assert (
        found.ask("document.querySelectorAll('iframe, object, embed, form, base, link[rel=stylesheet], [onload], [onerror]').length") == 0
    )
    assert found.ask("[...document.querySelectorAll('a')].filter(a => !/^https?:/.test(a.href)).length") == 0
    assert found.page.inner_text("h1").split() == whole.split()
    shown = {node["label"] for node in found.ask("actormap.nodes()")}
    assert {f"A {text}" for text in texts} <= shown


def test_a_handler_added_at_run_time_is_blocked(visit, engine):
    found = visit(pages.page_of(pages.undated(), engine=engine))
    found.probe("add_handler")
    assert found.ask("typeof window.hacked") == "undefined"
    assert len(found.complaints) == 2
    assert all("Content Security Policy" in text for text in found.complaints)
    found.complaints.clear()
