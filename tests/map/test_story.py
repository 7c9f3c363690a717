"""The map on the wall: one message a step, big type, the keys of a clicker."""

from __future__ import annotations

import pytest

from actormap.model.story import Shown, Story, StoryStep
from tests.map import pages

pytestmark = pytest.mark.browser


@pytest.fixture
def engine():
    return "canvas"  # what a step shows and says is the same whatever draws it


def words(text):
    return {"sv": text, "en": f"{text} (en)"}


STORY = Story(
    steps=(
        StoryStep(title=words("Helheten"), text=words("Alla")),
        StoryStep(title=words("Nätverket"), text=words("Mitten"), focus=("net",)),
        StoryStep(title=words("Vägen"), text=words("Från region till Öby"), focus=("region",), to="oby"),
        StoryStep(title=words("Läget 2015"), text=words("Då"), shown=Shown(year=2015)),
    )
)


def told(engine):
    return pages.page_of(pages.small(), engine=engine, story=STORY, focal="net")


@pytest.fixture
def found(visit, engine):
    return visit(told(engine))


def title(found):
    return found.page.inner_text("#story h2")


def test_a_clicker_goes_forward_and_back_and_escape_ends(found):
    before = (found.ask("actormap.state()"), found.shown())
    found.tick("families", "Tema")
    found.tick("families", "Tema")
    found.page.click("#present")
    assert title(found) == "Helheten"
    for key, expected in (("PageDown", "Nätverket"), ("ArrowRight", "Vägen"), ("PageUp", "Nätverket"), ("ArrowLeft", "Helheten")):
        found.page.keyboard.press(key)
        assert title(found) == expected
    found.page.keyboard.press("ArrowLeft")
    assert title(found) == "Helheten"
    found.page.keyboard.press("End")
    assert title(found) == "Läget 2015"
    assert "late" not in found.shown()
    found.page.keyboard.press("Escape")
    assert found.page.is_hidden("#story")
    assert (found.ask("actormap.state()"), found.shown()) == before
    assert found.ask("location.hash") == ""


def test_a_link_opens_the_same_step_again(found, visit, engine):
    found.page.click("#present")
    found.page.keyboard.press("PageDown")
    found.page.keyboard.press("PageDown")
    assert found.ask("location.hash") == "#step=3"
    again = visit(told(engine), link="#step=3")
    assert title(again) == "Vägen"
    assert again.opacity() == found.opacity()
    assert again.ask("actormap.camera()") == pytest.approx(found.ask("actormap.camera()"), rel=1e-6)
    assert {key for key, value in again.opacity().items() if value == 1} == {"region", "pro", "oby"}


@pytest.mark.parametrize("engine", ["pyvis", "canvas"])
def test_type_is_big_enough_for_the_back_row(found):
    found.page.click("#present")
    found.page.keyboard.press("PageDown")
    size = "selector => parseFloat(getComputedStyle(document.querySelector(selector)).fontSize)"
    assert found.ask(size, "#story h2") >= 40
    assert found.ask(size, "#story .body") >= 22
    assert found.ask(size, "#story .key") >= 22
    labels = found.ask("actormap.areas().labels")
    assert labels
    assert min(label["size"] for label in labels) >= 22


def test_a_step_colours_and_sizes_as_it_says_and_the_next_as_at_the_start(visit, engine):
    steps = (StoryStep(title=words("Säkert?"), text=words("Färgen säger det"), colour="certainty", size="betweenness"), STORY.steps[1])
    found = visit(pages.page_of(pages.small(), engine=engine, story=Story(steps=steps), focal="net"), link="#step=1")
    shown = found.ask("actormap.state()")
    assert (shown["colour"], shown["measure"]) == ("certainty", 1)
    found.page.keyboard.press("PageDown")
    shown = found.ask("actormap.state()")
    assert (shown["colour"], shown["measure"]) == ("kind", 0)


def test_a_step_is_said_in_the_language_chosen(visit, engine):
    found = visit(told(engine), link="#step=2&lang=en")
    assert title(found) == "Nätverket (en)"
    assert "Mitten (en)" in found.page.inner_text("#live")


def test_without_a_story_the_map_tells_a_short_one_of_its_own(visit, engine):
    found = visit(pages.gria_page(engine=engine))
    found.page.click("#present")
    assert title(found) == "GRIA"
    found.page.keyboard.press("End")
    assert title(found).startswith("Luckor: ")
    assert found.ask("actormap.state().overlay") == 0
