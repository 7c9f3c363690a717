"""Prints how large the map's page is, how soon it is ready, how fast it filters and pans: ours on both engines, beside others.

    python -m benchmarks.map --sizes 300,2000,10000 [--rivals FOLDER]

FOLDER is where `npm install sigma@3 graphology force-graph` was run; without it only plain pyvis stands beside ours. Headless Chromium
without a GPU: ratios hold, absolute times move with the machine.
"""

from __future__ import annotations

import argparse
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

import jinja2
from markupsafe import Markup
from tests.map import pages

from actormap.graph.views import build
from actormap.map import draw as drawing
from actormap.map.data import content
from actormap.model.vocabulary import Vocabulary

HERE = Path(__file__).parent / "rivals"
VIEWPORT = {"width": 1920, "height": 1080}
VOCABULARY = Vocabulary.load()
HEADINGS = ("nodes", "what", "MB", "ready ms", "filter ms", "pan frame ms (median, 95 %)")
ROW = "{:>7}  {:<14}{:>7}{:>10}{:>11}  {}"


def ours(number: int, engine: str) -> str:
    """Return our page of a generated map."""
    snapshot = pages.generated(number)
    view = build(snapshot, VOCABULARY, "affiliation", lift=False)
    degree = {node: float(value) for node, value in view.graph.degree}
    groups = {node.id: index % max(1, number // 40) for index, node in enumerate(snapshot.nodes())} if number <= 2000 else {}
    words = {"sv": "Påhittade uppgifter", "en": "Invented data"}
    return drawing.draw(
        snapshot,
        vocabulary=VOCABULARY,
        title="Provkarta",
        lang="sv",
        date="2026-01-31",
        groups=groups,
        measures={"degree": degree},
        source_note=words,
        engine=engine,
    )


def rival(name: str, number: int, libraries: list[str]) -> str:
    """Return a plain page with the same nodes at the same places, drawn by somebody else."""
    snapshot = pages.generated(number)
    places = drawing.positions(snapshot, vocabulary=VOCABULARY, groups={})
    nodes = [
        {"id": node.id, "x": places[node.id][0], "y": places[node.id][1], "label": node.name, "color": "#1e3c5a"}
        for node in snapshot.nodes()
        if node.id in places
    ]
    edges = [{"from": tie.source, "to": tie.target} for tie in snapshot.relationships]
    page = jinja2.Environment(loader=jinja2.FileSystemLoader(HERE), autoescape=True).get_template("plain.html")
    script = (HERE / f"{name}.js").read_text(encoding="utf-8")
    data = content.block({"nodes": nodes, "edges": edges})
    return page.render(name=name, data=Markup(data), libraries=[Markup(text) for text in libraries], script=Markup(script))  # noqa: S704  (our own invented data)


def contestants(folder: Path | None) -> Iterator[tuple[str, Any]]:
    """Yield each contestant's name and what makes its page for a number of nodes."""
    yield "ours, pyvis", lambda number: ours(number, "pyvis")
    yield "ours, canvas", lambda number: ours(number, "canvas")
    from actormap.map.html.pyvis_network import library

    yield "plain pyvis", lambda number: rival("pyvis", number, [library()])
    if folder:
        found = folder / "node_modules"
        scripts = {
            "sigma": ("graphology/dist/graphology.umd.min.js", "sigma/dist/sigma.min.js"),
            "force-graph": ("force-graph/dist/force-graph.min.js",),
        }
        for name, files in scripts.items():
            texts = [(found / file).read_text(encoding="utf-8") for file in files]
            yield name, lambda number, name=name, texts=texts: rival(name, number, texts)


def measured(browser: Any, path: Path) -> tuple[float, list[float], list[float]]:
    """Return when a page was ready, its filter times and its frame times while panning, in milliseconds."""
    context = browser.new_context(viewport=VIEWPORT, reduced_motion="reduce")
    page = context.new_page()
    page.add_init_script((HERE / "ready.js").read_text(encoding="utf-8"))
    page.goto(path.as_uri())
    page.wait_for_selector("html[data-ready]", state="attached", timeout=120_000)
    page.wait_for_timeout(500)
    ready = page.evaluate("readyAt")
    filters = page.evaluate(script("filter")) if page.locator("input[data-set=families]").count() else []
    page.wait_for_timeout(500)
    frames = panned(page)
    context.close()
    return ready, filters, frames


def panned(page: Any) -> list[float]:
    """Drag the map by its ground, a step a frame, and return the frame times meanwhile."""
    before = page.screenshot()
    frames: list[float] = page.evaluate(script("pan"), {"x": 1000, "y": 300, "steps": 60})
    if page.screenshot() == before:
        raise RuntimeError("the map did not move when it was dragged")
    return frames


def script(name: str) -> str:
    """Return a script that is run in the page, without the line that says what it is for."""
    return (HERE / f"{name}.js").read_text(encoding="utf-8").partition("\n")[2]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", default="300,2000,10000")
    parser.add_argument("--rivals", type=Path)
    parser.add_argument("--only", default="", help="only contestants with this in their names")
    given = parser.parse_args()
    from playwright.sync_api import sync_playwright

    executable = os.environ.get("ACTORMAP_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    print(ROW.format(*HEADINGS))
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path=executable, args=["--disable-gpu", "--no-sandbox"])
        for number in map(int, given.sizes.split(",")):
            for name, make in contestants(given.rivals):
                if given.only not in name:
                    continue
                path = Path(folder) / f"{number}.html"
                path.write_text(make(number), encoding="utf-8")
                ready, filters, frames = measured(browser, path)
                ordered = sorted(frames)
                pan = f"{median(frames):.0f}, {ordered[int(0.95 * (len(ordered) - 1))]:.0f}"
                size = f"{path.stat().st_size / 1e6:.2f}"
                print(ROW.format(number, name, size, f"{ready:.0f}", f"{max(filters):.0f}" if filters else "", pan), flush=True)
        browser.close()


if __name__ == "__main__":
    main()
