"""What tests read from a page, and select in it."""

from __future__ import annotations

from itertools import combinations


def overlaps(areas):
    """Return the pairs of areas of which one covers part of the other."""
    return [(a, b) for a, b in combinations(areas, 2) if covers(a, b)]


def covers(a, b):
    return a["left"] < b["right"] and b["left"] < a["right"] and a["top"] < b["bottom"] and b["top"] < a["bottom"]


def settled(found):
    """Return the areas of labels and titles when they stand still: among many they come after the dots."""
    before = None
    for _ in range(400):  # far longer than it takes on a busy machine
        areas = found.ask("actormap.areas()")
        if areas["labels"] and areas == before:
            return areas
        before = areas
        found.page.wait_for_timeout(250)
    raise AssertionError("labels and titles never stand still")


def select(found, key):
    """Select a node as a link to it does."""
    found.ask("key => { location.hash = '#actor=' + encodeURIComponent(key); }", key)
    found.page.wait_for_selector("#details h2")


def ticked(found, facet):
    """Return the sum of the numbers beside what is ticked."""
    return found.ask(
        """facet => [...document.querySelectorAll(`#filters-body label:has(input[data-set=${facet}]:checked) output`)]
        .reduce((sum, output) => sum + Number(output.textContent), 0)""",
        facet,
    )


def rows(found, table):
    return found.probe("rows", table)


def agreed(found):
    """Return how many nodes and relationships there are, which everything must say alike."""
    nodes, edges = found.counts()
    assert (len(found.shown()), len(found.shown("edges"))) == (nodes, edges)
    assert ticked(found, "families") == nodes
    assert ticked(found, "types") == edges
    assert ticked(found, "statuses") == edges
    assert (rows(found, "nodes"), rows(found, "edges")) == (nodes, edges)
    return nodes, edges
