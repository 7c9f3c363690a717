"""What is taken out of the page: pictures, tables, paper, a link."""

from __future__ import annotations

import base64
import csv
import io

import pytest

from tests.map import pages

pytestmark = pytest.mark.browser


@pytest.fixture
def engine():
    return "canvas"  # what passes a filter or is taken along is the same whatever draws it


@pytest.fixture
def small(visit, engine):
    found = visit(pages.small_page(engine))
    found.page.click("#saving summary")
    return found


def saved(found, button):
    with found.page.expect_download() as download:
        found.page.click(button)
    return download.value


@pytest.mark.parametrize("engine", ["pyvis", "canvas"])
def test_pictures_are_as_sharp_as_asked(small):
    sizes = {}
    for form in ("picture", "picture-double", "picture-4k"):
        picture = base64.b64encode(saved(small, f"#{form}").path().read_bytes()).decode()
        found = small.probe("shades", picture)
        assert found["shades"] > 200
        sizes[form] = found["width"]
    assert sizes["picture-double"] == 2 * sizes["picture"]
    assert sizes["picture-4k"] == 3840


def read(download):
    text = download.path().read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_tables_hold_what_passes_the_filters(small):
    small.page.select_option("#filter-municipality", label="Öby (4)")
    nodes, edges = read(saved(small, "#csv-nodes")), read(saved(small, "#csv-edges"))
    assert {row["Namn"] for row in nodes} == {"Öby", "Nätverket", "Projektet", "Efterföljaren"}
    stated = [tie for tie in pages.small().relationships if {tie.source, tie.target} <= {"oby", "net", "pro", "late"}]
    stated = [tie for tie in stated if tie.evidence[0].status != "denied"]
    assert len(edges) == sum(len(tie.evidence) for tie in stated)
    assert {row["Dokument"] for row in edges} == {"Slutrapporten", "Ansökan"}


def test_a_name_that_looks_like_a_formula_stays_text(visit, engine):
    from actormap.model.records import Actor, Snapshot

    found = visit(pages.page_of(Snapshot.of([Actor(id="a", name='=1+1;"x"', kind="region")], []), engine=engine))
    found.page.click("#saving summary")
    assert [row["Namn"] for row in read(saved(found, "#csv-nodes"))] == ['\'=1+1;"x"']


def test_the_link_of_a_view_is_copied_or_shown(small):
    small.tick("families", "Tema")
    small.page.click("#copy-link")
    small.page.wait_for_selector("#link-copied:not(:empty)")
    shown = small.page.locator("#link-copied input")
    link = shown.input_value() if shown.count() else small.ask("location.href")
    assert link == small.ask("location.href")
    assert "kinds=" in link


@pytest.mark.parametrize("paper", ["A4", "A3"])
def test_paper_has_the_map_its_legend_and_the_date_on_one_sheet(small, paper):
    pdf = small.page.pdf(format=paper, landscape=True, print_background=True)
    assert pdf.count(b"/Type /Page\n") == 1
    small.page.emulate_media(media="print")
    small.ask("dispatchEvent(new Event('beforeprint'))")
    text = small.page.inner_text("#paper")
    assert "Provkarta" in text
    assert "Kommun" in text
    assert "är medlem i" in text
    assert "Framställd 2026-01-31" in text
    assert small.ask("document.querySelector('#paper img').naturalWidth") == 2800
    assert not small.page.is_visible("#filters")


def test_every_step_of_the_story_has_a_sheet(small):
    small.ask("window.print = () => { window.sheets = document.querySelectorAll('#paper .sheet').length; }")
    small.page.click("#print-steps")
    small.page.keyboard.press("End")
    last = small.page.inner_text("#story .number")
    assert small.ask("window.sheets") == int(last.split("/")[1])
