"""A real Chromium, for every test that looks at a page."""

from __future__ import annotations

import os
import shutil

import pytest

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "msedge")
HOW_TO_GET_ONE = (
    "no Chromium found: install chromium, google-chrome or msedge (Debian: apt-get install chromium), or name one in ACTORMAP_CHROMIUM"
)
# The second line keeps the browser itself from calling out; without 3D interfaces everything must work all the same.
ARGUMENTS = ["--disable-gpu", "--disable-3d-apis", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
ARGUMENTS += ["--no-first-run"]


@pytest.fixture(scope="session")
def browser():
    """Return the one Chromium of a process, which cannot drive a second."""
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
