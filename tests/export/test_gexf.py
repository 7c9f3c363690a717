"""Claims about GEXF 1.3: what Gephi needs to keep every relationship, its type, weight, colour and time."""

from __future__ import annotations

import io
from collections import Counter
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

import actormap
from actormap.export import gexf, graph_files, graphs
from actormap.model.records import Evidence
from actormap.workspace import read
from tests.export import networkx_gexf
from tests.graphs import VOCABULARY, actor, project, snapshot, tie

SPACE = {"g": gexf.NAMESPACE, "viz": gexf.LOOKS}
WEIGHTS = {
    "relationships.csv": "source;type;target;role;valid_from;valid_to;weight;level;confidence\n"
    "hamn;participates_in;bro;värd;2014-06;2016-12-31;2,5;3;0,8\nvux;participates_in;bro;;2015;;1;2;\nhamn;coordinates;bro;;;;4;;\n",
    "actors.csv": "id;name;kind\nhamn;Hamnbyns fritidsgård;unit\nvux;Vuxenlärarna;civil_society\n",
    "projects.csv": "id;name;kind;start;end\nbro;Bron tillbaka;project;2014;2016\n",
}


def root_of(graph):
    return ET.fromstring(gexf.write(graph))  # noqa: S314  (its own bytes)


def edges_of(root):
    return [edge.attrib for edge in root.findall(".//g:edge", SPACE)]


@pytest.fixture
def weights(tmp_path):
    for name, text in WEIGHTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return graphs.whole(read(tmp_path).snapshot, VOCABULARY)


def test_edges_carry_weight_kind_label_and_dates_as_whole_days(weights):
    found = {(edge["source"], edge["kind"]): edge for edge in edges_of(root_of(weights))}
    hamn = found["hamn", "participates_in"]
    assert (hamn["weight"], hamn["label"], hamn["start"], hamn["end"]) == ("2.5", "deltar i", "2014-06-01", "2016-12-31")
    assert found["hamn", "coordinates"]["weight"] == "4.0"
    assert (found["vux", "participates_in"]["start"], "end" in found["vux", "participates_in"]) == ("2015-01-01", False)


def test_nodes_carry_label_colour_size_and_time(weights):
    (bro,) = [node for node in root_of(weights).findall(".//g:node", SPACE) if node.get("id") == "bro"]
    assert (bro.get("label"), bro.get("start"), bro.get("end")) == ("Bron tillbaka", "2014-01-01", "2016-12-31")
    assert bro.find("viz:color", SPACE).attrib == {"r": "135", "g": "30", "b": "0"}
    assert float(bro.find("viz:size", SPACE).get("value")) > 10


def test_every_relationship_of_the_built_in_data_is_an_edge_that_gephi_keeps_apart():
    found = edges_of(root_of(graphs.whole(actormap.open("gria").snapshot, VOCABULARY)))
    assert len({edge["id"] for edge in found}) == len(found) == 278
    assert max(Counter((edge["source"], edge["target"], edge["kind"]) for edge in found).values()) == 1


def test_parallel_relationships_of_one_type_are_of_kinds_that_differ():
    of = snapshot(
        [actor("a"), project("p")], tie("a", "owns", "p"), tie("a", "owns", "p", role="värd"), tie("a", "owns", "p", role="kassa")
    )
    assert sorted(edge["kind"] for edge in edges_of(root_of(graphs.whole(of, VOCABULARY)))) == ["owns", "owns · kassa", "owns · värd"]


def test_what_differs_in_time_alone_is_one_edge_that_comes_and_goes():
    early, late = Evidence(document="d", valid_to="2013"), Evidence(document="d", valid_to="2016-02")
    of = snapshot(
        [actor("a"), project("p")], tie("a", "owns", "p", early, valid_from="2012"), tie("a", "owns", "p", late, valid_from="2015")
    )
    root = root_of(graphs.whole(of, VOCABULARY))
    assert [spell.attrib for spell in root.findall(".//g:spell", SPACE)] == [
        {"start": "2012-01-01", "end": "2013-12-31"},
        {"start": "2015-01-01", "end": "2016-02-29"},
    ]
    assert len(edges_of(root)) == 1


def test_a_second_program_reads_the_same_graph(weights):
    again = networkx_gexf.read(gexf.write(weights))
    assert (again.number_of_nodes(), again.number_of_edges()) == (3, 3)
    assert sorted(about["weight"] for *_, about in again.edges(data=True)) == [1.0, 2.5, 4.0]
    assert again.nodes["bro"]["viz"]["color"] == {"r": 135, "g": 30, "b": 0, "a": 1.0}


def test_graphml_and_cytoscape_carry_weight_and_name(weights):
    graph = nx.read_graphml(io.BytesIO(graph_files.graphml(weights)), force_multigraph=True)
    assert sorted(about["weight"] for *_, about in graph.edges(data=True)) == [1.0, 2.5, 4.0]
    assert graph.nodes["bro"]["name"] == "Bron tillbaka"
    told = graph_files.cytoscape(weights).decode()
    assert '"name": "Bron tillbaka"' in told
    assert '"weight": 2.5' in told


def test_a_second_program_reads_pajek(weights):
    again = nx.parse_pajek(graph_files.pajek(weights).decode())
    assert set(again) == {"Hamnbyns fritidsgård", "Vuxenlärarna", "Bron tillbaka"}
    assert sorted(about["weight"] for *_, about in again.edges(data=True)) == [1.0, 2.5, 4.0]
    assert {about["l"] for *_, about in again.edges(data=True)} == {"participates_in", "coordinates"}


@pytest.mark.parametrize(("starts", "valid_from", "mode"), [("2014", None, "dynamic"), (None, "2014", "dynamic"), (None, None, "static")])
def test_one_date_of_a_node_or_of_a_tie_is_enough_for_a_graph_in_time(starts, valid_from, mode):
    of = snapshot([actor("a"), project("p", start=starts)], tie("a", "owns", "p"), tie("a", "funds", "p", valid_from=valid_from))
    assert root_of(graphs.whole(of, VOCABULARY)).find("g:graph", SPACE).get("mode") == mode
