"""Claims about the matrix of required coverage: the picture and the page say the same as the result, in signs, words and both languages."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest

from actormap.i18n import LANGUAGES, Texts
from actormap.output import matrix
from actormap.output.cells import Writer
from actormap.output.charts import coverage
from actormap.output.render import render
from actormap.output.terminal import Terminal
from tests.analysis.composition.networks import found, line, theme, town
from tests.graphs import VOCABULARY, actor, tie

SVG = "{http://www.w3.org/2000/svg}"
NODES = [town("x"), town("y"), theme("t"), actor("a", "school"), actor("b", "school"), actor("c", "business")]
TIES = [*(tie(name, "member_of", "v", role="head") for name in "abx"), tie("c", "member_of", "v")]
LINES = [
    line("KAA", "Towns", municipality="*", role="head"),
    line("Guidance & <b>", "Towns", municipality="*", role="guide"),
    line("School", "Region", kind="school"),
    line("Health", "Region", kind="health_care"),
    line("Voice", "Region", theme="t"),
    line("Police", "Region", kind="health_care", answer="yes", document="meeting", locator="chair"),
]
FOUND = found(NODES, *TIES, lines=LINES)
EMPTY = found([], lines=[])


def svg(of=FOUND, lang="en"):
    return ET.fromstring(coverage.draw(of, "V", Texts.load(lang)))  # noqa: S314  (our own picture)


def page(of=FOUND, lang="en"):
    return matrix.write(of, "V", Writer(Texts.load(lang), VOCABULARY))


def marks(root):
    """Return what every sign of the picture says and how it is drawn: its shapes, without colours and places."""
    told = {}
    for group in root.iter(f"{SVG}g"):
        shapes = tuple(
            (element.tag.removeprefix(SVG), element.get("stroke-dasharray"), element.get("stroke-width"), (element.text or "").strip())
            for element in group
            if element.tag not in (f"{SVG}title", f"{SVG}circle")
        )
        told[group.find(f"{SVG}title").text] = shapes
    return told


def test_the_four_states_are_all_there():
    assert {row["state"] for row in FOUND.rows} == {"covered", "alone", "missing", "unknown"}


def test_every_cell_has_one_sign_and_its_sentence():
    writer = Writer(Texts.load("en"), VOCABULARY)
    assert sorted(marks(svg())) == sorted(writer.sentence(FOUND, row) for row in FOUND.rows)


def test_states_differ_in_shape_and_not_only_in_colour():
    writer = Writer(Texts.load("en"), VOCABULARY)
    drawn = marks(svg())
    shapes = {}
    for row in FOUND.rows:
        shapes.setdefault(row["state"], set()).add(drawn[writer.sentence(FOUND, row)])
    assert all(len(each) == 1 for each in shapes.values())
    assert len(set.union(*shapes.values())) == 4


def test_the_network_s_own_answers_have_a_dot():
    with_dot = [group.find(f"{SVG}title").text for group in svg().iter(f"{SVG}g") if group.find(f"{SVG}circle") is not None]
    assert with_dot == ["Police: the network itself has answered that it is covered."]


def test_the_dot_is_explained_if_one_cell_has_it():
    note = Texts.load("en")("coverage.dot_note")
    unanswered = found(NODES, *TIES, lines=LINES[:-1])
    assert note in "".join(svg().itertext())
    assert note not in "".join(svg(unanswered).itertext())


@pytest.mark.parametrize(("number", "columns"), [(6, 2), (7, 1)])
def test_two_matrices_stand_side_by_side_if_each_has_six_headings_at_most(number, columns):
    wide = [line(f"F{each}", "Wide", municipality="*") for each in range(number)]
    drawn = svg(found([town("x")], lines=[*wide, line("School", "Region", kind="school")]))
    places = {text.text: float(text.get("x")) for text in drawn.iter(f"{SVG}text")}
    assert len({places["Wide"], places["Region"]}) == columns


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("of", [FOUND, EMPTY])
def test_the_picture_names_itself_and_stays_within_its_frame(of, lang):
    root = svg(of, lang)
    assert [element.tag for element in root if element.text][:2] == [f"{SVG}title", f"{SVG}desc"]
    width, height = float(root.get("width")), float(root.get("height"))
    for element in root.iter(f"{SVG}text"):
        assert 0 <= float(element.get("x")) <= width
        assert 0 <= float(element.get("y")) <= max(height, 200)


def test_many_columns_have_headings_that_lean_and_the_whole_width():
    wide = found([town("x")], tie("x", "member_of", "v"), lines=[line(f"Function {n}", "Towns", municipality="*") for n in range(20)])
    assert sum("rotate" in (element.get("transform") or "") for element in svg(wide).iter(f"{SVG}text")) == 20


def test_a_third_matrix_goes_below_the_shorter_of_the_two():
    lines = [line(f"F{n}", "Long", kind="school") for n in range(4)] + [
        line("G", "Middle", kind="school"),
        line("H", "Short", kind="school"),
    ]
    root = svg(found([actor("a", "school")], lines=lines))
    places = {text.text: (float(text.get("x")), float(text.get("y"))) for text in root.iter(f"{SVG}text")}
    (long_x, long_y), (middle_x, middle_y), (short_x, short_y) = (places[title] for title in ("Long", "Middle", "Short"))
    assert long_x < middle_x == short_x
    assert long_y == middle_y < short_y


class Tables(HTMLParser):
    """Collects the headings and the words of the cells of every table."""

    def __init__(self):
        super().__init__()
        self.cells, self.heads, self._open = [], [], None

    def handle_starttag(self, tag, attributes):
        if tag in ("td", "th"):
            self._open = tag
            (self.cells if tag == "td" else self.heads).append("")
            assert tag == "td" or dict(attributes)["scope"] in ("row", "col")

    def handle_endtag(self, tag):
        self._open = None if tag == self._open else self._open

    def handle_data(self, text):
        if self._open:
            where = self.cells if self._open == "td" else self.heads
            where[-1] = f"{where[-1]} {text.strip()}".strip()


def test_the_page_is_tables_with_headings_that_say_each_state_in_words():
    read = Tables()
    read.feed(page())
    assert {"X", "Y", "KAA", "Guidance & <b>", "School", "Health", "Voice", "Police"} <= set(read.heads)
    words = Texts.load("en").under("words.state")
    for row in FOUND.rows:
        assert any(words[row["state"]] in cell and row["column"] in cell for cell in read.cells), row


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_needs_nothing_else_and_says_its_language(lang):
    text = page(lang=lang)
    assert f'<html lang="{lang}">' in text
    assert not re.search(r"<script|<link|src=|url\(|@import", text)
    assert "<b>" not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_network_of_which_nothing_is_required_is_told_so(lang):
    why = Texts.load(lang)("undefined.no_requirements")
    assert why in page(EMPTY, lang)
    assert why in "".join(svg(EMPTY, lang).itertext())
    assert why in " ".join(render(EMPTY, "table", Writer(Texts.load(lang), VOCABULARY), terminal=Terminal(100)).split())


def test_the_table_ends_with_the_sum_and_shows_no_more_columns_than_can_be_read():
    told = render(FOUND, "table", Writer(Texts.load("en"), VOCABULARY), terminal=Terminal(100))
    assert "8 cells: 2 covered, 1 resting on one alone, 1 missing, 4 unknown. Weight covered: 3 of 8." in told
    assert "Locator" not in told


def test_the_same_coverage_gives_the_same_bytes():
    assert page() == page()
    assert ET.tostring(svg()) == ET.tostring(svg())


@pytest.mark.parametrize(
    ("required", "said"),
    [
        (line("School", kind="school"), "School: 2 in the network cover it (A, B)."),
        (line("Business", kind="business"), "Business: only C covers it."),
        (line("School", kind="school", minimum=2), "School: rests on 2, none of whom can be spared (A, B)."),
        (line("School", kind="school", minimum=3), "School: 2 cover it but 3 are needed (A, B)."),
        (line("Business", kind="business", minimum=2), "Business: only C covers it but 2 are needed."),
        (line("Health", kind="health_care"), "Health: nobody in the network covers it."),
        (line("Role", kind="business", role="x"), "Role: the sources do not say whether C covers it."),
        (line("Theme", kind="school", theme="t"), "Theme: the sources do not say whether A or B covers it."),
        (line("Theme", theme="t"), "Theme: the sources do not say whether anybody covers it. It concerns 4 members."),
        (line("School", kind="school", answer="no"), "School: the network itself has answered that it is missing."),
    ],
)
def test_every_state_has_a_plain_sentence(required, said):
    result = found(NODES, *TIES, lines=[required])
    assert Writer(Texts.load("en"), VOCABULARY).sentence(result, result.rows[0]) == said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_on_a_page_it_says_the_same_in_one_column_with_letters_of_at_least_seven_points(lang):
    wide, page_wide = svg(lang=lang), ET.fromstring(coverage.draw(FOUND, "V", Texts.load(lang), width=coverage.PAPER))  # noqa: S314
    assert marks(page_wide) == marks(wide)
    assert float(page_wide.get("width")) == coverage.PAPER
    smallest = min(float(text.get("font-size", 0)) or float(page_wide.get("font-size")) for text in page_wide.iter(f"{SVG}text"))
    assert smallest * 160 / 25.4 * 72 / coverage.PAPER >= 7
    assert all(float(text.get("x")) < coverage.PAPER for text in page_wide.iter(f"{SVG}text"))
