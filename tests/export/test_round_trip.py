"""Claims about every form of graph file: what is written is read back as the same graph, as far as the form can hold it."""

from __future__ import annotations

import pytest

from actormap.export import graph_files, graphs
from actormap.i18n import LANGUAGES, Texts
from actormap.model.records import Document, Evidence, Municipality, Theme
from actormap.workspace import read as read_workspace
from actormap.workspace.importing.read import read
from actormap.workspace.importing.write import write
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie

TEXTS = Texts.load("sv")
HARD = 'Råd för "å, ä & ö"\nandra raden <b>'
OF = snapshot(
    [
        actor("a", kind="unit", aliases=("å", "ä"), note="rad\nrad", municipality="ale", attributes=(("eget", "ja"),)),
        actor("alone", kind="business"),
        actor("b", kind="school"),
        Municipality(id="ale", name="Ale", code="0140", latitude=57.9, longitude=12.1, population=32446),
        network("n", purpose="=1+1"),
        project("p", start="2014", end="2016-06", total_budget_sek=1.5e6),
        Theme(id="t", name="Närvaro", kind="method"),
        Document(id="d", title="Rapport", published="2015-03"),
    ],
    tie(
        "a",
        "member_of",
        "n",
        Evidence(document="d", locator="s. 3", confidence=0.5, weight=2.5, level=3, influence=4, openness=1),
        role="ordförande",
    ),
    tie("a", "member_of", "n", Evidence(document="d", locator="s. 4")),
    tie("a", "participates_in", "n", Evidence(document="d", note="en\nrad", weight=1, valid_to="2016"), valid_from="2014-06"),
    tie("a", "participates_in", "p", Evidence(document="d", valid_to="2014"), valid_from="2012"),
    tie("a", "participates_in", "p", Evidence(document="d", valid_to="2016"), valid_from="2015"),
    tie("b", "owns", "p", Evidence(document="d", locator="s. 1"), Evidence(document="d", locator="s. 9", status="implied")),
    tie("p", "addresses", "t", Evidence(document="d")),
    tie("ale", "funds", "p", Evidence(document="d")),
)
NAMED = snapshot(
    [*(node for node in OF.nodes() if node.id != "n"), network("n", purpose="=1+1").__class__(id="n", name=HARD, kind="network")],
    *OF.relationships,
)
FILES = {
    "graphml": "g.graphml",
    "gexf": "g.gexf",
    "cytoscape": "g.json",
    "graphology": "g.json",
    "kumu": "g.xlsx",
    "kumu-json": "g.json",
    "pajek": "g.net",
    "ucinet": "g.dl",
    "vna": "g.vna",
    "followthemoney": "g.jsonl",
}
WHOLE = ("graphml", "gexf", "cytoscape", "graphology", "kumu", "kumu-json")


@pytest.fixture
def back(tmp_path):
    def round_trip(form, of=NAMED):
        place = tmp_path / FILES[form]
        place.write_bytes(graph_files.FORMATS[form].write(graphs.whole(of, VOCABULARY)))
        imported = read([place], TEXTS)
        write(imported, tmp_path / "made", TEXTS)
        workspace = read_workspace(tmp_path / "made")
        assert (workspace.errors, imported.left_out) == ((), ())
        return workspace.snapshot

    return round_trip


def ties(of, *fields):
    names = {node.id: " ".join(node.name.split()) for node in of.nodes()}
    return sorted(
        (names[one.source], one.type, names[one.target], *(str(getattr(one, field)) for field in fields)) for one in of.relationships
    )


@pytest.mark.parametrize("form", WHOLE)
def test_a_file_that_holds_everything_comes_back_as_the_same_records(form, back):
    assert back(form) == NAMED


def test_every_form_is_tried_or_is_no_file_to_import():
    of_graphs = {name for name, form in graph_files.FORMATS.items() if isinstance(form, graph_files.GraphFile)}
    assert of_graphs - {"org"} == set(FILES)


def test_pajek_keeps_names_types_weights_and_those_that_are_alone(back):
    again = back("pajek")
    assert set(ties(again)) == set(ties(NAMED))
    assert {node.name for node in again.nodes() if node.name != "g.net"} == {node.name for node in NAMED.nodes()}
    assert sorted(piece.weight for one in again.relationships for piece in one.evidence if piece.weight) == [2.5]


def _plain(name):
    return name.replace('"', "'").replace(",", ";")


def test_ucinet_keeps_names_and_pairs_and_those_that_are_alone(back):
    again = back("ucinet")
    assert {(source, target) for source, _, target in ties(again)} == {
        (_plain(source), _plain(target)) for source, _, target in ties(NAMED)
    }
    assert "ALONE" in {node.name for node in again.actors}


def test_vna_keeps_ids_names_kinds_and_a_strength_for_each_type(back):
    again = back("vna")
    assert {(one.source, one.type, one.target) for one in again.relationships} == {
        (one.source, one.type, one.target) for one in OF.relationships
    }
    assert {node.id: node.kind for node in again.nodes() if node.id in OF.by_id} == {node.id: node.kind for node in OF.nodes()}


def test_followthemoney_keeps_roles_dates_and_proof_but_no_themes(back):
    again = back("followthemoney")
    kept = snapshot(NAMED.nodes(), *(one for one in NAMED.relationships if one.target != "t"))
    assert ties(again, "role", "valid_from", "valid_to") == ties(kept, "role", "valid_from", "valid_to")
    assert {piece.document for one in again.relationships for piece in one.evidence} == {"g"}


def test_the_built_in_data_comes_back_whole_from_gexf(back):
    gria = read_workspace("gria").snapshot
    again = back("gexf", of=gria)
    assert (len(again.relationships), again.relationships == gria.relationships) == (278, True)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_a_form_cannot_hold_is_said_in_one_line(lang):
    said = Texts.load(lang).under("export.lacks")
    assert set(said) == set(graph_files.FORMATS) - {"gexf", "cytoscape", "graphology"}
    assert all("\n" not in text for text in said.values())
