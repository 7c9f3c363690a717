"""Claims about the page on which a project is coded, in a real browser: what it saves is what the command takes in."""

from __future__ import annotations

import json

import pytest

from actormap import workspace
from actormap.i18n import Texts
from actormap.output.coding import page
from actormap.workspace.coding import filled_sheet, task
from tests.map import test_access
from tests.workspace.coding.conftest import TABLES

pytestmark = pytest.mark.browser
SAVED = """async () => {
  let blob;
  URL.createObjectURL = (made) => { blob = made; return 'blob:none'; };
  HTMLAnchorElement.prototype.click = () => {};
  ACT
  document.querySelector('form').requestSubmit();
  return blob ? await blob.text() : null;
}"""
CODED = """
const field = (name) => document.querySelector(`[data-question="${name}"]`);
field('q1').querySelector('[value="planerat"]').click();
field('q2').querySelector('[value="silent"]').click();
const said = field('q3').querySelector('.said');
said.focus();
said.value = '1 200';
said.dispatchEvent(new Event('input', { bubbles: true }));
document.querySelector('[data-line="2"]').click();
"""


@pytest.fixture
def place(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "page.txt").write_text("Närvaron ökade.\n1 200 deltog.\n", encoding="utf-8")
    return folder


def made(place, lang, coder=None):
    asked = task.of(workspace.read(place).snapshot, "p", coder=coder, file=place / "page.txt")
    return page.write(asked, Texts.load(lang))


def test_what_is_saved_is_what_is_read_in(visit, place):
    found = visit(made(place, "sv", "granskare"), (1280, 800))
    saved = found.ask(SAVED.replace("ACT", CODED))
    assert json.loads(saved)["coder"] == "granskare"
    (place / "p.json").write_text(saved, encoding="utf-8")
    answers = filled_sheet.read(place / "p.json", workspace.read(place), "sv")
    assert [(each.question, each.answer, each.document, each.locator) for each in answers] == [
        ("q1", "planerat", "d", None),
        ("q2", "silent", "d", None),
        ("q3", "1200", "d", "rad 2"),
    ]
    assert "3 svar är sparade som p-answers.json" in found.ask("document.getElementById('told').textContent")


def test_a_question_that_is_left_alone_is_not_saved(visit, place):
    found = visit(made(place, "en"), (1280, 800))
    assert found.ask(SAVED.replace("ACT", "")) is None
    assert found.ask("document.getElementById('told').textContent") == "No question is answered yet."


def test_what_the_role_has_coded_before_is_saved_again_as_it_was(visit, place):
    saved = json.loads(visit(made(place, "sv", "analyst"), (1280, 800)).ask(SAVED.replace("ACT", "")))
    assert [(each["question"], each["answer"], each["locator"]) for each in saved["answers"]] == [
        ("q1", "lite", "s. 4"),
        ("q4", "Det", "s. 5"),
    ]


@pytest.mark.parametrize(("lang", "size"), [("sv", (1280, 800)), ("en", (400, 800))])
def test_axe_finds_nothing_serious(visit, place, lang, size):
    assert test_access.findings(visit(made(place, lang, "analyst"), size)) == []
