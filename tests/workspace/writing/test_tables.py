"""Tables that are written are read again as the same graph, whatever stands in them."""

import csv
import tempfile
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actormap.model.records import Actor, Document, Evidence, Municipality, Network, Project, Relationship, Requirement, Snapshot, Theme
from actormap.workspace import read
from actormap.workspace.checks.registry import CHECKS
from actormap.workspace.reading import cells
from actormap.workspace.writing import tables
from actormap.workspace.writing.tables import write_tables

SPECIMENS = [
    "åäö",
    "🦉",
    '"citat"',
    "en\ntvå",
    "0180",
    "=1+1",
    "+46",
    "-",
    "@x",
    "'=x",
    "a;b,c\td",
    "sep=;",
    "2014-06",
    "1 497 352 kr",
    "x" * 9,
]


def canonical(text):
    """Text as tables hold it: composed, without space at its ends, its line breaks alike."""
    text = unicodedata.normalize("NFC", text.replace("\r", "\n"))
    return text.strip(cells._EDGES)


texts = st.one_of(
    st.sampled_from(SPECIMENS), st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")).map(canonical).filter(bool)
)
maybe = st.none() | texts
names = st.lists(texts.filter(lambda text: "|" not in text), unique=True, max_size=3).map(tuple)
days = st.dates().map(str)
dates = days | days.map(lambda day: day[:7]) | days.map(lambda day: day[:4])
amounts = st.none() | st.integers(0, 10**12) | st.floats(0, 1e12, allow_nan=False)
shares = st.none() | st.floats(0, 1)
own = st.dictionaries(st.sampled_from(["Egen kolumn", "=x", "Växel nr"]), texts, max_size=2).map(lambda pairs: tuple(sorted(pairs.items())))


@st.composite
def snapshots(draw):
    """Graphs of a few records with anything that may stand in them."""
    ids = iter(draw(st.lists(texts, min_size=7, max_size=7, unique=True)))
    document = Document(id=next(ids), title=draw(texts), publisher=draw(maybe), published=draw(st.none() | dates), note=draw(maybe))
    cited = st.none() | st.just(document.id)
    place = Municipality(
        id=next(ids),
        name=draw(texts),
        code=draw(st.none() | st.from_regex(r"\A[0-9]{4}\Z")),
        latitude=draw(st.none() | st.floats(-90, 90)),
        longitude=draw(st.none() | st.integers(-180, 180)),
        population=draw(amounts),
        aliases=draw(names),
        document=draw(cited),
    )
    actors = [
        Actor(
            id=next(ids),
            name=draw(texts),
            kind="school",
            municipality=draw(st.sampled_from([None, place.id])),
            region=draw(maybe),
            aliases=draw(names),
            note=draw(maybe),
            document=draw(cited),
            status=draw(st.sampled_from([None, "implied"])),
            attributes=draw(own),
        )
        for _ in range(2)
    ]
    network = Network(
        id=next(ids), name=draw(texts), kind="council", status="planned", purpose=draw(maybe), valid_from=draw(st.none() | dates)
    )
    project = Project(
        id=next(ids), name=draw(texts), kind="project", number=draw(maybe), programme="2007-2013", start=draw(st.none() | dates),
        total_budget_sek=draw(amounts), union_rate_percent=draw(st.none() | st.floats(0, 100)), attributes=draw(own),
    )  # fmt: skip
    theme = Theme(id=next(ids), name=draw(texts), kind="method", note=draw(maybe), attributes=draw(own))
    level, ratings = (st.none() | st.integers(least, most) for least, most in ((0, 5), (1, 4)))
    pieces = st.builds(
        Evidence, document=cited, locator=maybe, status=st.sampled_from(["stated", "denied"]), confidence=shares, informant=maybe,
        weight=amounts, level=level, influence=ratings, mission=ratings, value=maybe, unit=maybe, note=maybe, attributes=own,
    )  # fmt: skip
    evidence = st.lists(pieces, min_size=1, max_size=3, unique=True).map(tuple)
    ties = [
        Relationship(
            source=actor.id, type=type_, target=target.id, role=draw(maybe), valid_from=draw(st.none() | dates), evidence=draw(evidence)
        )
        for actor in (*actors, place)
        for type_, target in draw(st.lists(st.sampled_from([("owns", project), ("member_of", network), ("addresses", theme)]), max_size=2))
    ]
    lines = [
        Requirement(network=network.id, row=draw(texts), column=draw(texts), municipality=draw(st.sampled_from([None, "*", place.id])),
                    kind=draw(st.sampled_from([None, "school"])), theme=draw(st.sampled_from([None, theme.id])), role=draw(maybe),
                    minimum=draw(st.integers(1, 9)), weight=draw(st.integers(0, 9)), answer=draw(st.sampled_from([None, "yes", "no"])))
    ]  # fmt: skip
    nodes = [document, place, *actors, network, project, theme]
    return Snapshot.of(nodes, {tie.id: tie for tie in ties}.values(), lines)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(snapshot=snapshots(), delimiter=st.sampled_from([",", ";"]))
def test_a_graph_written_and_read_is_the_same_graph(snapshot, delimiter):
    with tempfile.TemporaryDirectory() as folder:
        # What is hardly meant may stand in a graph all the same; with the checks off nothing is taken from it.
        (Path(folder) / "actormap.toml").write_text("[checks]\n" + "".join(f'{name} = "off"\n' for name in CHECKS), encoding="utf-8")
        workspace = read(write_tables(snapshot, Path(folder), delimiter=delimiter))
        assert workspace.errors == ()
        assert workspace.snapshot == snapshot


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_an_amount_with_three_decimals_is_written_so_that_it_is_no_thousands_mark(delimiter, tmp_path):
    project = Project(id="p", name="P", kind="project", total_budget_sek=14970.125)
    found = read(write_tables(Snapshot.of([project, Municipality(id="m", name="M")], []), tmp_path, delimiter=delimiter))
    assert (found.problems, found.snapshot.projects) == ((), (project,))


def test_the_built_in_graph_survives_being_written(tmp_path):
    snapshot = read("gria").snapshot
    assert read(write_tables(snapshot, tmp_path)).snapshot == snapshot


def test_no_cell_is_a_formula_to_a_spreadsheet(tmp_path):
    note = '=HYPERLINK("https://example.org"; "x")'
    write_tables(Snapshot.of([Actor(id="-a", name="@b", kind="unit", note=note, attributes=(("=c", "+d"),))]), tmp_path)
    with (tmp_path / "actors.csv").open(encoding="utf-8-sig", newline="") as file:
        for line in csv.reader(file):
            assert not [cell for cell in line if cell[:1] in ("=", "+", "-", "@")]
    assert read(tmp_path).snapshot.actors[0].note == note


def test_a_megabyte_of_note_survives(tmp_path):
    snapshot = Snapshot.of([Actor(id="a", name="A", kind="unit", note="å🦉\n" * 200_000 + ".")])
    assert read(write_tables(snapshot, tmp_path)).snapshot == snapshot


def test_numbers_have_points_between_commas_and_commas_between_semicolons(tmp_path):
    snapshot = Snapshot.of([Municipality(id="ale", name="Ale", code="0180", latitude=57.5)])
    write_tables(snapshot, tmp_path / "commas")
    write_tables(snapshot, tmp_path / "semicolons", delimiter=";")
    assert (tmp_path / "commas" / "municipalities.csv").read_bytes().splitlines()[1] == b"ale,Ale,0180,,57.5,,,,,,"
    assert (tmp_path / "semicolons" / "municipalities.csv").read_bytes().splitlines()[1] == b"ale;Ale;0180;;57,5;;;;;;"


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_the_same_graph_gives_the_same_bytes(tmp_path, delimiter):
    snapshot = read("gria").snapshot
    first, second = (write_tables(snapshot, tmp_path / name, delimiter=delimiter) for name in ("a", "b"))
    assert {path.name: path.read_bytes() for path in first.iterdir()} == {path.name: path.read_bytes() for path in second.iterdir()}


def test_columns_of_a_survey_are_written_where_something_stands_in_them():
    tie = Relationship(source="a", type="connects", target="b", evidence=(Evidence(level=2),))
    ties = (tie, replace(tie, evidence=(Evidence(reliability=3),)))
    lines = (list(tables.records(Snapshot(relationships=(each,)), "relationships")) for each in ties)
    bare, filled = (tables.columns("relationships", told) for told in lines)
    assert set(filled) - set(bare) == {"reliability"}
    assert filled[filled.index("level") + 1] == "reliability"
