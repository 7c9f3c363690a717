"""A real Chromium, and pages opened in it that must not complain."""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

PROBES = Path(__file__).parent / "probes"
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "msedge")
HOW_TO_GET_ONE = (
    "no Chromium found: install chromium, google-chrome or msedge (Debian: apt-get install chromium), or name one in ACTORMAP_CHROMIUM"
)
# The second line keeps the browser itself from calling out; without 3D interfaces everything must work all the same.
ARGUMENTS = ["--disable-gpu", "--disable-3d-apis", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
ARGUMENTS += ["--no-first-run"]


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
        return probe(self.page, name, *arguments)

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


def probe(page, name, *arguments):
    """Return what one of the scripts in probes says in a page."""
    return page.evaluate((PROBES / f"{name}.js").read_text(encoding="utf-8").partition("\n")[2], *arguments)


@pytest.fixture(scope="session")
def browser():
    found = os.environ.get("ACTORMAP_CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        if "chromium" in os.environ.get("ACTORMAP_REQUIRE", ""):
            pytest.fail(HOW_TO_GET_ONE)
        pytest.skip(HOW_TO_GET_ONE)
    playwright = pytest.importorskip("playwright.sync_api", reason="Playwright drives the browser: pip install playwright")
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=found, args=[*ARGUMENTS, *(["--no-sandbox"] if root else [])])
        yield running
        running.close()


@pytest.fixture(params=["pyvis", "canvas"])
def engine(request):
    """What draws: a claim that asks for it holds for both."""
    return request.param


@pytest.fixture
def visit(browser, tmp_path):
    """Open a page from a file. When the test is over, nothing may have been asked for from outside, and no error logged unless expected."""
    visits = []
    contexts = []

    def go(html, size=(1920, 1080), *, link="", reduced=True, touch=False):
        path = tmp_path / f"page{len(visits)}.html"
        path.write_text(html, encoding="utf-8", newline="\n")
        motion = "reduce" if reduced else "no-preference"
        context = browser.new_context(viewport={"width": size[0], "height": size[1]}, reduced_motion=motion, has_touch=touch)
        contexts.append(context)
        page = context.new_page()
        found = Visit(page)
        visits.append(found)
        page.on("request", lambda request: found.requests.append(request.url))
        page.on("console", lambda message: found.complaints.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: found.complaints.append(str(error)))
        page.on("dialog", lambda dialog: (found.complaints.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.goto(path.as_uri() + link)
        # The policy blocks wait_for_function, which evaluates text in the page.
        page.wait_for_selector("html[data-ready]", state="attached")
        return found

    yield go
    asked = [url for found in visits for url in found.requests if not url.startswith(("file:", "data:", "blob:"))]
    complaints = [text for found in visits for text in found.complaints]
    for context in contexts:
        context.close()
    assert asked == []
    assert complaints == []
