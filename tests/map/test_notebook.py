"""Claims about the map as a notebook shows it: a page within a page, of its text alone."""

from __future__ import annotations

import re

import pytest

import actormap
from tests.map.pages import DATE

pytestmark = pytest.mark.browser
OF_THE_NOTEBOOK = "() => { try { return parent.document.title } catch (error) { return error.name } }"


def test_the_map_works_in_a_frame_and_cannot_reach_the_notebook_around_it(fresh, tmp_path):
    shown = actormap.open("gria").map(date=DATE)._repr_html_()
    (tmp_path / "notebook.html").write_text(f"<!doctype html><meta charset=utf-8><title>Notebook</title>{shown}", encoding="utf-8")
    complaints = []
    page = fresh()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.goto((tmp_path / "notebook.html").as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("html[data-ready]").wait_for(state="attached")
    frame.locator("#search").fill("alingsas")
    page.keyboard.press("Enter")
    frame.get_by_role("heading", name=re.compile("Alingsås")).wait_for()
    assert not frame.locator("#copy-link").evaluate("button => Boolean(button.offsetParent) || !button.hidden")
    assert page.frames[1].evaluate(OF_THE_NOTEBOOK) == "SecurityError"
    assert complaints == []
