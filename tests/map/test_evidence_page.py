"""Claims about the page of the evidence map in a real browser: keyboard, what a cell opens, and narrowing that counts as Python does."""

from __future__ import annotations

import re

import pytest

from actormap.atlas.atlas import Atlas
from actormap.i18n import Texts
from actormap.model.records import Theme
from actormap.output.cells import Writer
from actormap.output.projects import map_page, page
from tests.analysis.projects import five
from tests.graphs import VOCABULARY
from tests.map import test_access

pytestmark = pytest.mark.browser
TWIN = "[...document.querySelectorAll('#twin tbody tr')].map(row => [...row.children].map(cell => cell.textContent))"
SHOWN = "[...document.querySelectorAll('#map button')].map(button => [button.parentElement.className, button.textContent])"
SENTENCES = "[...document.querySelectorAll('#sentences li')].map(item => item.textContent)"


def made(conditions=None, lang="sv", snapshot=None):
    atlas = Atlas(snapshot or five.snapshot(), VOCABULARY, lang=lang)
    compiled = atlas.projects(conditions)
    found = compiled.map(context="youth=yes", since="2026-02-01")
    return map_page.write(found, compiled.compilation, Writer(Texts.load(lang), VOCABULARY), "2026-11-29")


def narrowed(**conditions):
    from actormap.analysis.projects.conditions import Conditions

    return made(Conditions(**conditions))


def static(html, what):
    """Return what the page says before any script has run."""
    part = html[html.index(f'id="{what}"') :]
    inside = part[: part.index("</tbody>" if what == "twin" else "</ul>")]
    if what == "sentences":
        return re.findall(r"<li>(.*?)</li>", inside)
    rows = re.findall(r"<tr>(.*?)</tr>", inside.partition("<tbody>")[2], re.DOTALL)
    return [re.findall(r"<td>(.*?)</td>", row) for row in rows]


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_script_counts_every_cell_and_sentence_as_python_has_written_them(visit, lang):
    html = made(lang=lang)
    found = visit(html, (1280, 800))
    assert found.ask("document.documentElement.dataset.ready") == "yes"
    assert found.ask(TWIN) == static(html, "twin")
    assert found.ask(SENTENCES) == static(html, "sentences")


@pytest.mark.parametrize(
    ("name", "value", "conditions"),
    [
        ("region", "Väst", {"regions": ("Väst",)}),
        ("programme", "2014-2020", {"programmes": ("2014-2020",)}),
        ("area", "2", {"areas": ("2",)}),
        ("target_group", "Unga", {"target_groups": ("young",)}),
    ],
)
def test_narrowed_in_the_page_every_number_is_that_of_a_map_narrowed_before(visit, name, value, conditions):
    found = visit(made(), (1280, 800))
    found.page.select_option(f"select[name={name}]", value)
    html = narrowed(**conditions)
    assert sorted(found.ask(TWIN)) == sorted(static(html, "twin"))
    assert sorted(found.ask(SENTENCES)) == sorted(static(html, "sentences"))


def test_the_keyboard_reaches_every_cell_opens_it_and_comes_back(visit):
    found = visit(made(), (1280, 800))
    keyboard, focused = found.page.keyboard, "[...document.querySelectorAll('#map button')].indexOf(document.activeElement)"
    found.page.focus("#map button[tabindex='0']")
    reached = [found.ask(focused)]
    for key in ("ArrowRight", "ArrowRight", "ArrowDown", "ArrowLeft"):
        keyboard.press(key)
        reached.append(found.ask(focused))
    assert reached == [0, 1, 1, 3, 2]
    keyboard.press("Enter")
    assert found.ask("document.activeElement.id") == "panel-heading"
    assert found.ask("document.querySelectorAll('#panel li').length") == 3
    keyboard.press("Escape")
    assert found.ask(focused) == 2
    keyboard.press("Home")
    keyboard.press("ArrowUp")
    assert found.ask(focused) == 0


def test_a_cell_opens_its_evidence_with_place_voice_and_firmness(visit):
    found = visit(made(), (1280, 800))
    found.page.click("[data-line=follow][data-column=q-goal]")
    told = found.page.inner_text("#panel")
    assert "Norra delen: ▲ uppnått (helt)" in told
    assert "Rapport north · 1 · 2026-02-01 · projektet självt · uttalad" in told
    assert "utvärderare" in told


def test_the_rules_by_which_certainty_is_reckoned_stand_on_the_page():
    html = made(lang="en")
    for reason in ("Methodological limitations, after GRADE-CERQual", "Ten: no concerns; five: minor; three: moderate; fewer: serious."):
        assert reason in html


@pytest.mark.parametrize("screen", ["light", "dark"])
@pytest.mark.parametrize("lang", ["sv", "en"])
def test_axe_finds_nothing_at_all_in_either_look_or_language(visit, screen, lang):
    found = visit(made(lang=lang), (1280, 800))
    found.page.emulate_media(color_scheme=screen)
    found.page.click("[data-line=follow][data-column=q-goal]")
    found.press("details > summary")
    found.ask(test_access.axe() + ";0")
    run = "axe.run('html', { resultTypes: ['violations'], preload: false })"
    violations = found.ask(f"{run}.then(found => found.violations.map(one => one.id))")
    assert violations == []


def test_axe_finds_nothing_on_the_pages_of_a_comparison_and_of_a_matrix(fresh, tmp_path):
    compiled, writer = Atlas(five.snapshot(), VOCABULARY, lang="sv").projects(), Writer(Texts.load("sv"), VOCABULARY)
    opened = fresh(color_scheme="dark")
    for html in (page.comparison(compiled.compare(["plan", "solo"]), writer), page.matrix(compiled.matrix(), writer)):
        file = tmp_path / "page.html"
        file.write_text(html, encoding="utf-8")
        opened.goto(file.as_uri())
        opened.evaluate(test_access.axe() + ";0")
        run = "axe.run('html', { resultTypes: ['violations'], preload: false })"
        assert opened.evaluate(f"{run}.then(found => found.violations.map(one => one.id))") == []


def test_names_that_look_like_markup_are_text(visit):
    bad = "</script><img src=x onerror=alert(1)>"
    given = five.snapshot()
    themes = tuple(Theme(id=each.id, name=bad if each.id == "follow" else each.name, kind=each.kind) for each in given.themes)
    found = visit(made(snapshot=type(given)(**{**given.__dict__, "themes": themes})), (1280, 800))
    assert found.ask("document.querySelectorAll('img').length") == 0
    assert bad in found.page.inner_text("#map")


def test_on_a_phone_the_page_scrolls_in_the_table_and_not_as_a_whole(visit):
    found = visit(made(), (390, 844), touch=True)
    assert found.ask("document.documentElement.scrollWidth") <= 390


def test_what_scrolls_away_under_the_name_of_a_row_is_hidden_by_it(visit):
    found = visit(made(), (390, 844), touch=True)
    found.ask("document.querySelector('#map tbody').closest('.wide').scrollLeft = 160")
    on_top = """[...document.querySelectorAll('#map tbody th')].map(name => {
        name.scrollIntoView({block: 'center'});
        const box = name.getBoundingClientRect();
        return document.elementFromPoint(box.right - 6, (box.top + box.bottom) / 2).tagName; })"""
    assert set(found.ask(on_top)) == {"TH"}
