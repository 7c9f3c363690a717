"""Claims about whole reports: of little, of much, and in editions."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from openpyxl import load_workbook

import actormap
from actormap.atlas.atlas import Atlas
from actormap.errors import UnknownName
from actormap.i18n import LANGUAGES, Texts
from actormap.model.edition import PUBLIC
from actormap.model.issue import issue
from actormap.model.records import Evidence, Municipality
from actormap.output.cells import Writer
from actormap.output.document import writers
from actormap.output.document.blocks import AnswerSpace, Bullets, DataTable, Paragraph, SectionHeading
from actormap.output.document.inline import plain
from actormap.output.document.publication import Publication
from actormap.report import sections
from actormap.report.composition import compose
from actormap.report.editions import EDITIONS, INTERNAL
from actormap.report.footnotes import noted, pen_for
from actormap.report.review.document import items, section
from tests.graphs import VOCABULARY, actor, network, project, snapshot, taking_part, tie

DATE = "2026-01-31"
FEW = {
    "nothing": snapshot([]),
    "one actor": snapshot([actor("a")]),
    "no network in focus": snapshot([actor("a"), network("v"), network("w")], tie("a", "member_of", "v")),
    "nothing required": snapshot([actor("a"), actor("b"), network("v")], tie("a", "member_of", "v"), tie("b", "member_of", "v")),
    "a network without members": snapshot([actor("a"), network("v")]),
    "contacts alone": snapshot([actor("a"), actor("b")], tie("a", "connects", "b")),
    "a project without dates": snapshot([actor("a"), network("v"), project("p")], tie("a", "owns", "p"), tie("a", "member_of", "v")),
}
OF_ALL = [name for name, edition in EDITIONS.items() if not edition.about_one]


@pytest.mark.parametrize("lang", ["sv", "en"])
@pytest.mark.parametrize("edition", OF_ALL)
@pytest.mark.parametrize("of", FEW)
def test_of_little_there_is_a_report_too_and_nothing_in_it_is_left_to_fill(of, edition, lang):
    atlas = Atlas(snapshot=FEW[of], vocabulary=VOCABULARY, lang=lang, title="Title")
    composed = compose(atlas, DATE, edition=EDITIONS[edition])
    told = list(composed.words())
    assert [each for each in told if "{" in each or "report." in each or each == "None" or "\ue000" in each] == []
    assert not any(each.endswith((": .", ":  ", "..")) for each in told)
    for form in ("md", "html"):
        assert writers.write(composed, form)


def test_of_nothing_it_says_what_to_do():
    told = " ".join(compose(Atlas(snapshot=FEW["nothing"], vocabulary=VOCABULARY, lang="en", title="T"), DATE).words())
    assert "Add who takes part in what" in told
    assert "0 actors" not in told


def test_one_municipality_of_a_workspace_is_told_of_without_a_network():
    atlas = Atlas(snapshot=snapshot([Municipality(id="a", name="A")]), vocabulary=VOCABULARY, lang="en", title="T")
    told = list(compose(atlas, DATE, edition=EDITIONS["municipality"], subject="a").words())
    assert told[0] == "A in T"
    assert "What A is part of" not in told


def test_what_a_municipality_rests_on_stands_below_what_is_said_of_it_and_what_to_check_below_what_is_asked():
    composed = compose(actormap.open("gria"), DATE, edition=EDITIONS["municipality"], subject="partille")
    assert [each.level for each in composed.headings()][:5] == [1, 2, 2, 1, 2]


def test_nobody_but_a_municipality_has_the_edition_to_one():
    atlas = Atlas(snapshot=FEW["one actor"], vocabulary=VOCABULARY, lang="en", title="T")
    for named in ("a", None):
        with pytest.raises(UnknownName, match="municipality"):
            compose(atlas, DATE, edition=EDITIONS["municipality"], subject=named)


@pytest.mark.parametrize("name", OF_ALL)
def test_what_an_edition_may_not_show_changes_what_it_says_and_adds_nothing(name):
    """B's membership is too unsure to be published: what would be said of the rest without it would be false."""
    unsure = Evidence(confidence=0.1)
    nodes = [actor("a"), actor("b"), actor("c"), network("v"), network("w")]
    ties = [tie("a", "member_of", "v"), tie("b", "member_of", "v", unsure), tie("a", "member_of", "w"), tie("c", "member_of", "w")]
    whole = Atlas(snapshot=snapshot(nodes, *ties), vocabulary=VOCABULARY, lang="en", focal="v", title="T")
    edition = EDITIONS[name]
    shown = replace(whole, snapshot=issue(whole.snapshot, edition.shown))
    told = list(compose(shown, DATE, edition=edition, whole=whole).words())
    if edition.shown is PUBLIC:
        assert not any("V has one member" in each or "V has one single member" in each for each in told)
        assert not any("B" in each.split() for each in told)
    else:
        assert "V has 2 members." in told


def test_what_leaves_the_house_has_no_room_for_the_groups_own_words():
    atlas = actormap.open("gria")
    asks = {name: any(isinstance(block, AnswerSpace) for block in compose(atlas, DATE, edition=EDITIONS[name]).blocks) for name in OF_ALL}
    assert asks == {name: name == "internal" for name in OF_ALL}


def test_every_part_of_the_internal_edition_has_a_heading_of_the_highest_level_and_no_other():
    composed = compose(actormap.open("gria"), DATE)
    assert sum(each.level == 1 for each in composed.headings()) == len(set(INTERNAL.parts) - {"changes"})


def test_the_same_data_has_the_same_hash_and_other_data_another():
    def told(of):
        composed = compose(Atlas(snapshot=of, vocabulary=VOCABULARY, lang="en", title="T"), DATE)
        return list(composed.words())[-1 - len(composed.notes)]

    one = FEW["one actor"]
    assert told(one) == told(snapshot([actor("a")]))
    assert told(one) != told(snapshot([actor("b")]))


def test_a_list_too_long_for_paper_is_cut_and_says_how_much_is_left():
    pen = pen_for(Writer(Texts.load("en"), VOCABULARY), snapshot([]))
    heading, listed, rest = sections.blocks(section("Title", items(*map(str, range(sections.LINES + 2)))), pen)
    assert isinstance(heading, SectionHeading)
    assert isinstance(listed, Bullets)
    assert len(listed.lines) == sections.LINES
    assert isinstance(rest, Paragraph)
    assert plain(rest.line) == "2 more rows are not shown here."
    assert plain(noted(pen.listed([str(n) for n in range(17)]))).endswith("11 and 5 more")
    assert plain(noted(pen.listed([str(n) for n in range(14)]))).endswith("12 and 13")


def test_a_table_too_long_for_paper_has_all_its_rows_in_the_workbook_and_says_so():
    pen = pen_for(Writer(Texts.load("en"), VOCABULARY), snapshot([]))
    rows = [(sections.words(str(n)), sections.number(n, str(n))) for n in range(sections.ROWS + 5)]
    table, told = sections.table("Caption", ("Name", "How many"), rows, pen, note="Counted.")
    assert isinstance(table, DataTable)
    assert (len(table.rows), len(table.further), table.note) == (sections.ROWS, 5, "Counted.")
    assert isinstance(told, Paragraph)
    assert plain(told.line) == "5 more rows stand only in the report as a workbook (xlsx)."
    _, told_of_one = sections.table("Caption", ("Name", "How many"), rows[: sections.ROWS + 1], pen)
    assert plain(told_of_one.line) == "One more row stands only in the report as a workbook (xlsx)."
    composed = Publication("T", "en", DATE, (table, told))
    book = load_workbook(io.BytesIO(writers.write(composed, "xlsx")))
    assert [row[0] for row in book.worksheets[1].iter_rows(min_row=2, values_only=True)] == [str(n) for n in range(sections.ROWS + 5)]
    assert [cell.value for cell in book.worksheets[0][5]][1:] == ["Table 1. Caption", "Counted."]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("of", "contacts"), [("contacts alone", True), ("two", False)])
def test_where_ties_are_contacts_nothing_is_said_of_taking_part(lang, of, contacts):
    taken = {"contacts alone": FEW["contacts alone"], "two": taking_part({"v": "ab"})}[of]
    told = "\n".join(compose(Atlas(snapshot=taken, vocabulary=VOCABULARY, lang=lang, title="T"), DATE).words())
    entries = Texts.load(lang).entries
    for key in ("report.figure.ties.meaning", "report.method.ties", "report.meaning.tie"):
        assert (entries[f"report.contacts.{key}"] in told, entries[key] in told) == (contacts, not contacts)
