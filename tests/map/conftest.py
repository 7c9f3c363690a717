"""Pages opened in a real Chromium, which must not complain."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PROBES = Path(__file__).parent / "probes"


@dataclass
class Visit:
    """A page that has been opened, what it has asked for, and what it has complained of."""

    page: object
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, script, *arguments):
        """Return what a script says in the page."""
        return self.page.evaluate(script, *arguments)

    def probe(self, name, *arguments):
        """Return what one of the scripts in probes says in the page."""
        return self.ask((PROBES / f"{name}.js").read_text(encoding="utf-8").partition("\n")[2], *arguments)

    def resize(self, width, height):
        """Have a window of another size."""
        if self.page.viewport_size != {"width": width, "height": height}:
            self.page.set_viewport_size({"width": width, "height": height})

    def follow(self, link):
        """Go to a link within the page, as if it had been pressed there, and wait until it is shown."""
        self.probe("follow", link)

    def press(self, selector):
        """Press everything that a selector finds, one after the other, without a pointer: that is quicker by far."""
        self.ask("selector => { for (const one of document.querySelectorAll(selector)) one.click(); }", selector)

    def shown(self, what="nodes"):
        """Return the keys of the nodes, or the ids of the relationships, that are on the map."""
        return {item["key" if what == "nodes" else "id"] for item in self.ask(f"actormap.{what}()") if item["shown"]}

    def opacity(self):
        """Return how clearly each node is drawn."""
        return {item["key"]: item["opacity"] for item in self.ask("actormap.nodes()")}

    def tick(self, facet, name):
        """Press the tick of the legend with a name."""
        self.page.locator(f"#filters-body label:has(input[data-set={facet}])").filter(has_text=name).first.click()

    def counts(self):
        """Return what the footer says: nodes and relationships."""
        return [int(re.sub(r"\D", "", part)) for part in self.page.inner_text("#counts").split("·")]


@pytest.fixture(params=["pyvis", "canvas"])
def engine(request):
    """What draws: a claim that asks for it holds for both."""
    return request.param


PATIENCE = 180_000  # milliseconds: no claim is about time, and beside servers a page of thousands takes long


@pytest.fixture
def fresh(browser):
    """Open an empty page of a context of its own, as one that has never been to another page."""
    contexts = []

    def go(**options):
        context = browser.new_context(**options)
        contexts.append(context)
        context.set_default_timeout(PATIENCE)
        return context.new_page()

    yield go
    for context in contexts:
        context.close()


class Tabs:
    """Pages of one browser, kept from visit to visit: to start one takes four times as long as to load another file in it."""

    def __init__(self, browser):
        self.browser = browser
        self.free = {}

    def take(self, **options):
        """Return an empty page of a kind, and what it was asked for as."""
        key = tuple(options.items())
        if not self.free.get(key):
            context = self.browser.new_context(**options)
            context.set_default_timeout(PATIENCE)
            self.free.setdefault(key, []).append(context.new_page())
        return self.free[key].pop(), key

    def give_back(self, page, key):
        """Keep a page for the next visit, which takes its document away."""
        page.emulate_media(media="null", reduced_motion=dict(key)["reduced_motion"])
        self.free[key].append(page)


@pytest.fixture(scope="session")
def tabs(browser):
    return Tabs(browser)


class Visits:
    """Pages opened from files, which may ask for nothing outside, and log no error unless expected."""

    def __init__(self, tabs, folder):
        self.tabs = tabs
        self.folder = folder
        self.made = []
        self.taken = []

    def go(self, html, size=(1920, 1080), *, link="", reduced=True, touch=False, clock=False):
        """Open a page in a window of a size, at a link."""
        path = self.folder / f"page{len(self.made)}.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        page, key = self.tabs.take(reduced_motion="reduce" if reduced else "no-preference", has_touch=touch)
        found = Visit(page)
        self.made.append(found)
        heard = {
            "request": lambda request: found.requests.append(request.url),
            "console": lambda message: found.complaints.append(message.text) if message.type in ("error", "warning") else None,
            "pageerror": lambda error: found.complaints.append(str(error)),
            "dialog": lambda dialog: (found.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()),
        }
        for event, hear in heard.items():
            page.on(event, hear)
        self.taken.append((page, key, heard, clock))
        found.resize(*size)
        page.goto(path.as_uri() + link)
        # The policy blocks wait_for_function, which evaluates text in the page.
        page.wait_for_selector("html[data-ready]", state="attached")
        return found

    def check(self):
        """Nothing may have been asked for from outside, and nothing complained of, since the last time."""
        asked = [url for found in self.made for url in found.requests if not url.startswith(("file:", "data:", "blob:"))]
        complaints = [text for found in self.made for text in found.complaints]
        for found in self.made:
            found.requests.clear()
            found.complaints.clear()
        assert asked == []
        assert complaints == []

    def end(self):
        """Give the pages back."""
        for page, key, heard, clock in self.taken:
            for event, hear in heard.items():
                page.remove_listener(event, hear)
            if clock:  # time that a test has taken over stays its own
                page.context.close()
            else:
                self.tabs.give_back(page, key)


@pytest.fixture
def visit(tabs, tmp_path):
    """Open a page from a file. When the test is over, nothing may have been asked for from outside, and no error logged unless expected."""
    visits = Visits(tabs, tmp_path)
    yield visits.go
    visits.end()
    visits.check()


@pytest.fixture(scope="module")
def shared_visits(tabs, tmp_path_factory):
    """Pages that the tests of a module have in common: each test checks them, and leaves them as they were."""
    visits = Visits(tabs, tmp_path_factory.mktemp("shared"))
    yield visits
    visits.end()


SEEN = "[actormap.state(), actormap.camera()]"


@pytest.fixture(scope="module")
def looked_at():
    """The pages that the tests of a module only look at, and what was chosen and seen when they were opened."""
    return {}


@pytest.fixture
def look(shared_visits, looked_at):
    """Open a page that the tests of a module have in common, because they only look at it."""

    def go(html, size=(1920, 1080)):
        if (html, size) not in looked_at:
            found = shared_visits.go(html, size)
            looked_at[html, size] = found, found.ask(SEEN)
        return looked_at[html, size][0]

    yield go
    shared_visits.check()
    assert [found.ask(SEEN) for found, _ in looked_at.values()] == [seen for _, seen in looked_at.values()]
