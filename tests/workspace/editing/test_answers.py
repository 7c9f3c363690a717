"""Claims about a network's own answers: exactly that cell turns, the files keep everything else, and undo gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actormap import workspace
from actormap.analysis.composition.requirements import coverage
from actormap.errors import InputError, InvalidWorkspace, UnknownName, UsageError
from actormap.graph.views import build
from actormap.i18n import Texts
from actormap.model.records import Network, Requirement, Snapshot
from actormap.workspace.editing import answers as room_answers
from actormap.workspace.editing.answers import RoomAnswer
from actormap.workspace.editing.csv_file import DelimitedTable
from actormap.workspace.writing import template
from tests.privacy import leaks

DAY = "2026-01-31"
TABLES = {
    "actors": "id,name,kind,municipality\nskola,Skolan,school,ale\n",
    "municipalities": "id,name,aliases\nale,Ale,Ale kommun\nbo,Bo,\n",
    "networks": "id,name,kind\nring,Ringen,network\n",
    "themes": "id,name,kind\ntema,Temat,problem_area\n",
    "documents": "id,title,published\nmote,Vårmötet,2026-01-31\n",
    "relationships": "source,type,target,role\nskola,member_of,ring,\nale,member_of,ring,\n",
    "coverage": (
        "network,row,column,municipality,kind,theme,role,minimum,weight,answer,document,locator,note\n"
        "ring,Kommuner,Vägledning,*,,,vägledare,,2,,,,\n"
        "ring,Regionen,Skola,,school,,,,,,,,\n"
        'ring,Regionen,"Temat, allt",,,tema,,,,,,,"a ""note"""\n'
    ),
}


def write(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8", newline="")
    (folder / "actormap.toml").write_text('focal_network = "ring"\n', encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path):
    return write(tmp_path / "w")


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def states(folder):
    read = workspace.require_valid(workspace.read(folder))
    rows = coverage.find(build(read.snapshot, read.vocabulary), "ring").rows
    return {(row["row"], row["column"], row["municipality"]): row["state"] for row in rows}


def test_a_no_turns_exactly_that_cell_to_missing(folder):
    before = states(folder)
    room_answers.record(folder, "Kommuner", "Vägledning", RoomAnswer("no", DAY, "samordnare"), municipality="Ale kommun")
    cell = ("Kommuner", "Vägledning", "Ale")
    assert before[cell] == "unknown"
    assert states(folder) == before | {cell: "missing"}


def test_a_yes_turns_exactly_that_cell_to_covered(folder):
    before = states(folder)
    room_answers.record(folder, "regionen", "temat, allt", RoomAnswer("yes", DAY))
    assert states(folder) == before | {("Regionen", "Temat, allt", None): "covered"}


def test_an_answer_is_a_line_of_its_own_with_its_document_and_who_said_so(folder):
    room_answers.record(folder, "Kommuner", "Vägledning", RoomAnswer("no", DAY, "samordnare"), municipality="bo", lang="sv")
    was, now = TABLES["coverage"], (folder / "coverage.csv").read_text(encoding="utf-8")
    assert now == was + "ring,Kommuner,Vägledning,bo,,,vägledare,,2,no,svar-fran-ringen-2026-01-31,samordnare,\n"
    assert (folder / "documents.csv").read_text(encoding="utf-8") == (
        TABLES["documents"].replace("published\n", "published,publisher\n").replace("2026-01-31\n", "2026-01-31,\n")
        + "svar-fran-ringen-2026-01-31,Svar från Ringen 2026-01-31,2026-01-31,Ringen\n"
    )


def test_answers_of_one_day_share_their_document(folder):
    for town in ("ale", "bo"):
        room_answers.record(folder, "Kommuner", "Vägledning", RoomAnswer("no", DAY), municipality=town)
    assert (folder / "documents.csv").read_text(encoding="utf-8").count("Svar från Ringen") == 1


def test_a_document_that_is_there_is_used_by_its_id_or_title(folder):
    documents = (folder / "documents.csv").read_bytes()
    for name in ("mote", "vårmötet"):
        room_answers.record(folder, "Regionen", "Skola", RoomAnswer("no", DAY, document=name))
        assert (folder / "documents.csv").read_bytes() == documents
    assert "no,mote," in (folder / "coverage.csv").read_text(encoding="utf-8")


def test_a_document_of_another_date_is_refused(folder):
    with pytest.raises(UsageError, match="is from 2026-01-31, not 2026-02-01"):
        room_answers.record(folder, "Regionen", "Skola", RoomAnswer("no", "2026-02-01", document="mote"))


def test_a_second_answer_takes_the_place_of_the_first(folder):
    room_answers.record(folder, "Regionen", "Skola", RoomAnswer("yes", DAY, "samordnare"))
    room_answers.record(folder, "Regionen", "Skola", RoomAnswer("no", DAY))
    rows = (folder / "coverage.csv").read_text(encoding="utf-8").splitlines()
    assert [row for row in rows if ",yes," in row or ",no," in row] == ["ring,Regionen,Skola,,school,,,,,no,svar-fran-ringen-2026-01-31,,"]


def test_unknown_takes_an_answer_away_and_that_too_is_taken_back(folder):
    room_answers.record(folder, "Regionen", "Skola", RoomAnswer("no", DAY))
    answered = contents(folder)
    room_answers.record(folder, "Regionen", "Skola", RoomAnswer("unknown", DAY))
    assert (folder / "coverage.csv").read_text(encoding="utf-8") == TABLES["coverage"]
    room_answers.take_back(folder)
    assert contents(folder) == answered


def test_unknown_where_nothing_is_answered_is_refused(folder):
    with pytest.raises(UsageError, match="no answer there"):
        room_answers.record(folder, "Regionen", "Skola", RoomAnswer("unknown", DAY))


def test_an_answer_written_by_hand_with_names_is_found(folder):
    with (folder / "coverage.csv").open("a", encoding="utf-8", newline="") as file:
        file.write("Ringen,Kommuner,Vägledning,Ale kommun,,,vägledare,,,Ja,,,\n")
    room_answers.record(folder, "Kommuner", "Vägledning", RoomAnswer("no", DAY), municipality="ale")
    assert states(folder)["Kommuner", "Vägledning", "Ale"] == "missing"
    room_answers.record(folder, "Kommuner", "Vägledning", RoomAnswer("unknown", DAY), municipality="ale")
    assert (folder / "coverage.csv").read_text(encoding="utf-8") == TABLES["coverage"]


def test_undo_without_an_answer_says_so(folder):
    with pytest.raises(UsageError, match="no answer to take back"):
        room_answers.take_back(folder)


@pytest.mark.parametrize(
    ("row", "column", "municipality", "message"),
    [
        ("Komuner", "Vägledning", "ale", 'row "Komuner" is unknown. Did you mean "Kommuner"?'),
        ("Kommuner", "Vägledare", "ale", 'column "Vägledare" is unknown. Did you mean "Vägledning"?'),
        ("Kommuner", "Vägledning", "Alo", 'municipality "Alo" is unknown. Did you mean "Ale"'),
        ("Kommuner", "Vägledning", None, "is a cell of each of Ale, Bo. Say which with municipality."),
        ("Regionen", "Skola", "ale", 'municipality "ale" is unknown.'),
    ],
)
def test_a_cell_that_is_not_clear_is_asked_for(folder, row, column, municipality, message):
    before = contents(folder)
    with pytest.raises((UnknownName, UsageError)) as raised:
        room_answers.record(folder, row, column, RoomAnswer("no", DAY), municipality=municipality)
    assert message in str(raised.value)
    assert contents(folder) == before


@pytest.mark.parametrize(
    "who", ["anna@exempel.se", "anna at 070-123 45 67", "ring 031123456", "Anna 19800101-1234", "0046 31 12 34 56", "a@b"]
)
@pytest.mark.parametrize("field", ["by", "document"])
def test_what_looks_like_a_person_s_address_or_number_is_refused(folder, who, field):
    before = contents(folder)
    with pytest.raises(UsageError, match="names nobody"):
        room_answers.record(folder, "Regionen", "Skola", RoomAnswer("no", DAY, **{field: who}))
    assert contents(folder) == before


@pytest.mark.parametrize("title", ["Workshop 2026-01-31", "Möte 3", "Nätverksträff 2026-01-31, dag 2"])
def test_a_title_with_a_date_is_no_telephone_number(folder, title):
    room_answers.record(folder, "Regionen", "Skola", RoomAnswer("no", DAY, "rektor", title))
    assert not workspace.read(folder).problems
    assert not leaks((folder / "coverage.csv").read_text(encoding="utf-8"))


def test_a_workspace_with_errors_is_left_alone(folder):
    with (folder / "actors.csv").open("a", encoding="utf-8") as file:
        file.write("x,X,nothing,\n")
    before = contents(folder)
    with pytest.raises(InvalidWorkspace):
        room_answers.record(folder, "Regionen", "Skola", RoomAnswer("no", DAY))
    assert contents(folder) == before


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_an_excel_workspace_is_answered_and_taken_back_too(tmp_path, lang):
    book = template.copy(workspace.read(write(tmp_path / "w")), tmp_path / "bok.xlsx", Texts.load(lang), as_workbook=True)
    before, cells = book.read_bytes(), states(book)
    room_answers.record(book, "Kommuner", "Vägledning", RoomAnswer("no", DAY, "samordnare"), municipality="ale")
    assert states(book) == cells | {("Kommuner", "Vägledning", "Ale"): "missing"}
    assert not workspace.read(book).problems
    room_answers.record(book, "Kommuner", "Vägledning", RoomAnswer("unknown", DAY), municipality="ale")
    assert states(book) == cells
    room_answers.take_back(book)
    room_answers.take_back(book)
    assert book.read_bytes() == before


def test_a_workbook_whose_formulas_would_lose_their_values_is_left_alone(tmp_path):
    # Excel keeps what a formula gave beside it; a program that saves the workbook cannot.
    book = template.copy(workspace.read(write(tmp_path / "w")), tmp_path / "bok.xlsx", Texts.load("sv"), as_workbook=True)
    with_formula = _with_formula(book.read_bytes())
    book.write_bytes(with_formula)
    assert not workspace.read(book).errors
    with pytest.raises(InputError, match="would be wrong, so nothing has been written"):
        room_answers.record(book, "Regionen", "Skola", RoomAnswer("no", DAY))
    assert book.read_bytes() == with_formula


def _with_formula(data):
    """Return a workbook whose first cell below a heading of actors is a formula with a value."""
    source, target = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    names = ET.fromstring(source.read("xl/workbook.xml"))  # noqa: S314  (our own workbook)
    sheets = [element.get("name") for element in names.iter() if element.tag.endswith("}sheet")]
    part = f"xl/worksheets/sheet{sheets.index('actors') + 1}.xml"
    with zipfile.ZipFile(target, "w") as changed:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                content, n = re.subn(
                    rb'<c r="B2"([^>]*?) t="[a-zA-Z]+">.*?</c>', rb'<c r="B2"\1 t="str"><f>"Sko"&amp;"lan"</f><v>Skolan</v></c>', content
                )
                assert n == 1
            changed.writestr(name, content)
    return target.getvalue()


CELLS = [
    ("Kommuner", "Vägledning", "ale"),
    ("Kommuner", "Vägledning", "bo"),
    ("Regionen", "Skola", None),
    ("Regionen", "Temat, allt", None),
]
ANSWERS = st.lists(st.tuples(st.sampled_from(CELLS), st.sampled_from(["yes", "no", "unknown"])), max_size=4)


@given(answers=ANSWERS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_answers_turn_the_cells_they_are_about_and_are_all_taken_back(tmp_path_factory, answers):
    folder = write(tmp_path_factory.mktemp("w"))
    start, stages, expected = states(folder), [contents(folder)], dict(states(folder))
    for (row, column, town), said in answers:
        label = (row, column, {"ale": "Ale", "bo": "Bo", None: None}[town])
        try:
            room_answers.record(folder, row, column, RoomAnswer(said, DAY), municipality=town)
        except UsageError:  # unknown where nothing was answered
            assert said == "unknown"
            continue
        if contents(folder) != stages[-1]:  # the same answer again is no change
            stages.append(contents(folder))
        expected[label] = {"yes": "covered", "no": "missing", "unknown": start[label]}[said]
        assert states(folder) == expected
    for stage in reversed(stages[:-1]):
        room_answers.take_back(folder)
        assert contents(folder) == stage


def test_of_two_answers_with_the_same_labels_the_one_to_the_same_need_is_meant():
    table = DelimitedTable.parse(
        "coverage",
        b"network,row,column,kind,theme,role,answer\nring,R,C,school,,,yes\nring,R,C,business,,,no\nring,R,C,school,,head,no\nring,R,C,school,,,\n",
    )
    ring = Snapshot.of([Network(id="ring", name="Ring", kind="network")])
    line = Requirement(network="ring", row="R", column="C")
    assert room_answers._rows(table, ring, replace(line, kind="school")) == [1]
    assert room_answers._rows(table, ring, replace(line, kind="business")) == [2]
    assert room_answers._rows(table, ring, replace(line, kind="school", role="head")) == [3]
    # Written by hand with other words for the same: any of them may be meant.
    assert room_answers._rows(table, ring, replace(line, kind="region")) == [1, 2, 3]
    assert room_answers._rows(table, ring, replace(line, column="D")) == []
    room_answers._remove(table, ring, [replace(line, kind="school"), replace(line, kind="business")])
    assert table.to_bytes().decode().splitlines()[1:] == ["ring,R,C,school,,head,no", "ring,R,C,school,,,"]
