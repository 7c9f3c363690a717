"""Claims about the files of other programs: what is written comes back."""

from __future__ import annotations

import io
import json

import networkx as nx
import openpyxl
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from actormap.analysis.centrality import measures
from actormap.analysis.certainty import ranking
from actormap.export import graph_files, graphs, line_files, org
from actormap.graph.views import build
from actormap.model.records import Evidence
from tests.export import networkx_gexf
from tests.graphs import VOCABULARY, actor, network, project, snapshot, taking_part, tie, view

OF = snapshot(
    [actor("a", aliases=("å", "ä"), note="rad\nrad"), actor("b"), network("v"), project("p", start="2014", total_budget_sek=1.5)],
    tie("a", "member_of", "v", Evidence(document="d", locator="3", confidence=0.5), role="ordförande"),
    tie("a", "participates_in", "v"),
    tie("b", "owns", "p"),
)
VIEW = view(taking_part({"v": "ab", "w": "b"}))
PLACES = {"a": (1.0, 2.0), "b": (3.5, -4.0), "v": (0.0, 0.0), "w": (1.0, 1.0)}


def same(one, other):
    return dict(one.nodes(data=True)) == dict(other.nodes(data=True)) and sorted(one.edges(keys=True, data=True), key=str) == sorted(
        other.edges(keys=True, data=True), key=str
    )


def back_from_graphml(graph):
    return nx.read_graphml(io.BytesIO(graph_files.graphml(graph)), force_multigraph=graph.is_multigraph())


def test_graphml_of_the_store_comes_back_with_parallel_relationships_and_every_attribute():
    graph = graphs.whole(OF, VOCABULARY)
    assert graph.number_of_edges() == 3
    assert same(back_from_graphml(graph), graph)


def test_graphml_of_a_view_comes_back_with_measures_and_positions():
    graph = graphs.of_view(VIEW, PLACES)
    again = back_from_graphml(graph)
    assert {n: (d["x"], d["y"], d["degree_raw"]) for n, d in again.nodes(data=True)}["b"] == (3.5, -4.0, 2)
    assert set(map(frozenset, again.edges)) == set(map(frozenset, graph.edges))
    assert {name for *_, about in graph.edges(data=True) for name in about} == {"relationships", "weight"}


@pytest.mark.parametrize(("name", "weighted"), [("affiliation", False), ("actors", False), ("actors", True), ("all", False)])
def test_scores_are_those_that_centrality_prints_under_names_that_say_which(name, weighted):
    of = build(OF, VOCABULARY, name, weighted=weighted)
    about = dict(graphs.of_view(of, {}).nodes(data=True))
    told = measures.of_view(of)
    for form in ("normalised", "raw"):
        printed = ranking.rank(of, told, normalised=form == "normalised")
        for row in printed.rows:
            for measure in told:
                one_form, never = measures.measure(measure).one_form, weighted and measures.measure(measure).of_ties
                key = measure if one_form else f"{measure}_{form}"
                assert about[row["id"]].get(key) == (None if never and form == "normalised" else row[measure]), (key, row["id"])
    assert not any(each in about[row["id"]] for each in ("degree", "betweenness", "closeness"))


def test_every_edge_of_a_view_has_its_strength_whether_or_not_measures_count_by_it():
    strong = tie("a", "participates_in", "p", Evidence(weight=2.0), Evidence(weight=3.0))
    weak = tie("a", "owns", "p", Evidence(weight=0.5))
    others = [tie(one, "participates_in", other) for one, other in ("bp", "cp", "aq", "bq")]
    of = snapshot([*map(actor, "abc"), project("p"), project("q")], weak, strong, *others)
    two_mode, plain, weighted = build(of, VOCABULARY), build(of, VOCABULARY, "actors"), build(of, VOCABULARY, "actors", weighted=True)
    assert dict(nx.get_edge_attributes(graphs.of_view(two_mode, {}), "weight"))["a", "p"] == 3.0
    assert {about["weight"] for *_, about in graphs.of_view(two_mode, {}).edges(data=True)} == {1.0, 3.0}
    assert nx.get_edge_attributes(graphs.of_view(plain, {}, weighted), "weight") == {("a", "b"): 1.5, ("a", "c"): 0.5, ("b", "c"): 0.5}


def test_gexf_comes_back_with_labels_and_positions():
    again = networkx_gexf.read(graph_files.gexf(graphs.of_view(VIEW, PLACES)))
    assert again.nodes["b"]["label"] == "B"
    assert again.nodes["b"]["viz"]["position"] == {"x": 3.5, "y": -4.0, "z": 0.0}
    assert nx.is_isomorphic(again, VIEW.graph)


def test_gexf_of_the_store_keeps_relationships_and_dates_as_plain_attributes():
    again = networkx_gexf.read(graph_files.gexf(graphs.whole(OF, VOCABULARY)))
    assert again.nodes["p"]["starts"] == "2014"
    assert again.nodes["p"]["start"] == "2014-01-01"
    assert sorted(d["relationship"] for *_, d in again.edges(data=True)) == ["member_of", "owns", "participates_in"]


def test_gexf_says_nothing_of_the_day_it_was_written():
    assert b"lastmodified" not in graph_files.gexf(graphs.whole(OF, VOCABULARY))


def test_cytoscape_json_comes_back():
    graph = graphs.whole(OF, VOCABULARY)
    again = nx.cytoscape_graph(json.loads(graph_files.cytoscape(graph)))
    assert sorted(again.edges(keys=True)) == sorted(graph.edges(keys=True))
    assert again.nodes["a"]["aliases"] == "å|ä"


def test_cytoscape_json_has_positions():
    (first, *_) = json.loads(graph_files.cytoscape(graphs.of_view(VIEW, PLACES)))["elements"]["nodes"]
    assert first["position"] == {"x": 1.0, "y": 2.0}


def test_the_affiliation_matrix_has_a_row_an_actor_and_a_column_a_venue():
    frame = pd.read_csv(io.BytesIO(graph_files.affiliation(VIEW)), index_col=0)
    assert frame.to_dict("index") == {"a": {"v": 1, "w": 0}, "b": {"v": 1, "w": 1}}


def test_the_adjacency_matrix_comes_back_as_the_graph():
    frame = pd.read_csv(io.BytesIO(graph_files.adjacency(VIEW)), index_col=0)
    assert set(map(frozenset, nx.from_pandas_adjacency(frame).edges)) == set(map(frozenset, VIEW.graph.edges))


@given(st.text())
def test_any_text_gives_a_file_that_opens(text):
    graph = graphs.whole(snapshot([actor("a", note=text or None)]), VOCABULARY)
    for write, read in ((graph_files.graphml, nx.read_graphml), (graph_files.gexf, lambda file: networkx_gexf.read(file.read()))):
        assert list(read(io.BytesIO(write(graph)))) == ["a"], write.__name__


def test_no_spreadsheet_takes_an_id_in_a_matrix_for_a_formula():
    hostile = view(snapshot([actor("@a"), actor("b"), network("=v")], tie("@a", "member_of", "=v"), tie("b", "member_of", "=v")))
    for write, headings in ((graph_files.affiliation, ["'=v"]), (graph_files.adjacency, ["'@a", "b", "'=v"])):
        frame = pd.read_csv(io.BytesIO(write(hostile)), index_col=0)
        assert sorted(frame.columns) == sorted(headings)
        assert "'@a" in frame.index


def test_a_matrix_has_an_empty_first_cell_and_opens_as_the_language_has_it():
    for write in (graph_files.affiliation, graph_files.adjacency):
        assert write(VIEW, "sv").startswith(b"\xef\xbb\xbf;")
        assert write(VIEW, "en").startswith(b",")


def test_only_who_has_both_x_and_y_has_a_position():
    graph = nx.Graph()
    graph.add_node("both", x=1.0, y=2.0)
    graph.add_node("x", x=1.0)
    graph.add_node("y", y=2.0)
    placed = {node: "position" in about.get("viz", {}) for node, about in networkx_gexf.read(graph_files.gexf(graph)).nodes(data=True)}
    told = json.loads(graph_files.cytoscape(graph))["elements"]["nodes"]
    assert placed == {element["data"]["id"]: "position" in element for element in told} == {"both": True, "x": False, "y": False}


def test_what_is_not_known_has_no_attribute_and_a_statement_no_empty_field():
    about = graphs.whole(OF, VOCABULARY)
    assert not {"note", "aliases", "municipality", "id", "attributes"} & set(about.nodes["b"])
    (owns,) = [data for *_, data in about.edges(data=True) if data["type" if "type" in data else "relationship"] == "owns"]
    assert json.loads(owns["evidence"]) == [{"status": "stated"}]
    assert not {"role", "confidence", "valid_from"} & set(owns)


def test_numbers_are_written_as_numbers_and_truth_as_truth():
    graph = nx.Graph()
    graph.add_node("a", whole=3, share=0.5, sure=True, unsure=False, words="x\x00y")
    again = nx.read_graphml(io.BytesIO(graph_files.graphml(graph))).nodes["a"]
    assert again == {"whole": 3.0, "share": 0.5, "sure": True, "unsure": False, "words": "xy"}
    assert isinstance(again["whole"], float)
    assert graph.nodes["a"]["words"] == "x\x00y"


def test_a_weighted_matrix_has_strengths_and_any_other_ones():
    of = taking_part({"v": "ab", "w": "ab", "x": "bc"})
    plain, weighted = (view(of, "actors", weighted=heavy) for heavy in (False, True))
    assert graph_files.adjacency(plain, "en").decode() == ",a,b,c\na,0,1,0\nb,1,0,1\nc,0,1,0\n"
    rows = pd.read_csv(io.BytesIO(graph_files.adjacency(weighted, "en")), index_col=0).to_dict("index")
    assert rows["a"] == {"a": 0, "b": 2, "c": 0}
    assert rows["c"]["b"] == 1


def test_a_measure_of_a_view_is_not_normalised_and_one_that_is_undefined_is_left_out():
    about = graphs.of_view(VIEW, {"a": (1.0, 2.0)}).nodes
    assert (about["a"]["degree_raw"], about["b"]["degree_raw"], about["a"]["x"], "x" in about["b"]) == (1, 2, 1.0, False)
    assert "constraint" in about["a"]
    assert "constraint" not in about["v"]


def test_vna_has_the_places_of_those_nodes_that_have_one():
    graph = graphs.of_view(VIEW, PLACES)
    lines = line_files.vna(graph).decode().split("\r\n")
    placed = lines[lines.index("*Node properties") + 1 : lines.index("*Tie data")]
    assert placed == ["ID x y", '"a" 1.00 2.00', '"b" 3.50 -4.00', '"v" 0.00 0.00', '"w" 1.00 1.00']
    del graph.nodes["a"]["y"]
    assert '"a" 1.00' not in line_files.vna(graph).decode()
    assert "*Node properties" not in line_files.vna(graphs.whole(OF, VOCABULARY)).decode()


def test_the_organisation_ontology_is_told_nothing_of_what_is_unknown():
    told = json.loads(org.write(graphs.whole(OF, VOCABULARY)))["@graph"]
    of = {each["id"]: {name for name in each if ":" in name} for each in told}
    always = {"skos:prefLabel", "dcterms:identifier", "org:classification"}
    assert of["actormap:a"] == always | {"skos:altLabel", "skos:note"}
    assert of["actormap:b"] == always | {"org:hasUnit"}
    assert of["actormap:p"] == always | {"dcterms:temporal"}
    (owns,) = (each for each in told if each.get("dcterms:type") == "owns")
    assert owns.keys() == {"id", "type", "actormap:from", "actormap:to", "dcterms:type", "dcterms:provenance"}


def test_dl_says_its_format_on_a_line_of_its_own_which_igraph_needs():
    assert line_files.ucinet(graphs.of_view(VIEW, PLACES)).decode().split("\r\n")[:3] == ["DL n=4", "format=edgelist1", "labels:"]


def test_ties_without_a_type_are_strengths_in_vna_which_gephi_takes_for_weights():
    lines = line_files.vna(graphs.of_view(VIEW, PLACES)).decode().split("\r\n")
    assert lines[lines.index("*Tie data") + 1] == "from to strength"


def test_a_sheet_for_kumu_keeps_its_headings_in_sight_and_no_column_is_wider_than_60_letters():
    told = graphs.whole(snapshot([actor("a", note="n" * 80, region="r" * 80)]), VOCABULARY)
    for sheet in openpyxl.load_workbook(io.BytesIO(graph_files.kumu(told))).worksheets:
        widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
        assert (sheet.freeze_panes, sheet.title == "Connections" or widths["region"]) == ("A2", sheet.title == "Connections" or 60)


def test_the_highest_rating_of_a_relationship_stands_beside_its_evidence():
    rated = tie("a", "connects", "b", Evidence(informant="x", influence=2, openness=4), Evidence(informant="y", influence=3))
    about = next(iter(graphs.whole(snapshot(map(actor, "ab"), rated), VOCABULARY).edges(data=True)))[2]
    assert (about["influence"], about["openness"]) == (3, 4)
    assert "trust" not in about


def test_a_project_of_a_view_is_a_project_to_those_who_follow_money():
    of = build(snapshot([actor("a"), project("p")], tie("a", "owns", "p")), VOCABULARY)
    told = [json.loads(line) for line in graph_files.followthemoney(graphs.of_view(of, {})).splitlines()]
    assert {each["id"]: each["schema"] for each in told if each["id"] in "ap"} == {"a": "PublicBody", "p": "Project"}
