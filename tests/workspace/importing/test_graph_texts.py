"""Claims about the files of other programs, as those write them and as people mend them by hand."""

from __future__ import annotations

import json

import pytest

from actormap.errors import InputError

GEXF = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph defaultedgetype="undirected">
<attributes class="node"><attribute id="0" title="kind" type="string"/></attributes>
<nodes><node id="0" label="Ale &amp; &quot;co&quot;">
<attvalues><attvalue for="0" value="skola"/></attvalues></node><node id="1" label="GR"/></nodes>
<edges><edge id="0" source="0" target="1" weight="2.5" start="2014-01-01"/><edge id="1" source="0" target="0"/></edges></graph></gexf>"""
GRAPHML = """<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" yfiles.type="nodegraphics"/><key id="d1" for="edge" attr.name="weight" attr.type="double"><default>3</default></key>
<graph edgedefault="directed"><node id="n0"><data key="d0"><y:ShapeNode><y:NodeLabel>Ale</y:NodeLabel></y:ShapeNode></data></node>
<node id="n1:"><graph edgedefault="directed">
<node id="n1::n0"><data key="d0"><y:ShapeNode><y:NodeLabel>GR</y:NodeLabel></y:ShapeNode></data></node>
</graph></node>
<edge source="n0" target="n1::n0"/></graph></graphml>"""
KUMU = {
    "elements": [
        {"id": "a", "label": "Ale", "type": "kommun", "tags": ["kärna"]},
        {"_id": "b", "attributes": {"label": "GR", "element type": "x"}},
    ],
    "connections": [{"id": "c", "from": "a", "to": "b", "type": "coordinates", "direction": "mutual"}, {"from": "a", "to": "b|Ny"}],
}
FTM = "\n".join(
    json.dumps(each)
    for each in (
        {"id": "a", "schema": "PublicBody", "properties": {"name": ["Ale", "Ale kommun"], "country": ["se"]}},
        {"id": "n", "schema": "Organization", "properties": {"name": ["GRIA"]}},
        {
            "id": "m",
            "schema": "Membership",
            "properties": {"member": ["a"], "organization": ["n"], "role": ["ordf"], "startDate": ["2014"]},
        },
    )
)


def test_gexf_of_an_older_version(bring):
    made = bring(g__gexf=GEXF)
    assert (made.ties, made.values("weight")) == ([('Ale & "co"', "GR")], [2.5])
    assert made.kinds()['Ale & "co"'] == "school"
    assert [one.valid_from for one in made.snapshot.relationships] == ["2014-01-01"]
    assert made.not_taken == [("to_itself", None)]


def test_graphml_of_yed_with_groups_and_a_default(bring):
    made = bring(g__graphml=GRAPHML)
    assert (made.ties, made.values("weight")) == ([("Ale", "GR")], [3])


@pytest.mark.parametrize("text", ['<!DOCTYPE x [<!ENTITY a "b">]><graphml>&a;</graphml>', "<graphml><node></graphml>", "<html></html>"])
def test_xml_that_is_hostile_broken_or_no_graph_is_refused_in_one_sentence(text, bring):
    with pytest.raises(InputError, match=r"g\.graphml"):
        bring(g__graphml=text)


def test_kumu_in_both_shapes_of_its_json(bring):
    made = bring(k__json=json.dumps(KUMU))
    assert made.ties == [("Ale", "GR"), ("Ale", "GR"), ("Ale", "Ny"), ("GR", "Ale")]
    assert [(each.name, each.id) for each in made.snapshot.municipalities] == [("Ale", "a")]
    assert ("tags", "kärna") in made.snapshot.by_id["a"].attributes


def test_kumu_as_tables_with_several_names_in_to(bring):
    made = bring(
        e__csv="Label,Type,Description\nAle,kommun,x\nGR,Regionförbund,\n",
        c__csv="From,To,Type,Direction,Tags\nAle,GR|Vux,är medlem i,directed,a|b\nGR,Vux,,mutual,\n",
    )
    assert made.ties == [("Ale", "GR"), ("Ale", "Vux"), ("GR", "Vux"), ("Vux", "GR")]
    assert made.kinds()["GR"] == "regionforbund"


@pytest.mark.parametrize(
    "text",
    [
        "DL n=3 format=edgelist1\nlabels embedded:\ndata:\nAle GR 1\nVux GR 2\n",
        "dl n = 3, format = edgelist1\nlabels:\nAle,GR,Vux\ndata:\n1 2\n3 2 2\n",
        "DL N=3\nFORMAT = FULLMATRIX\nLABELS:\nAle\nGR\nVux\nDATA:\n0 1 0\n0 0 0\n0 2 0\n",
        "dl n=3 format=fullmatrix\nlabels embedded\ndata:\n Ale GR Vux\nAle 0 1 0\nGR 0 0 0\nVux 0 2 0\n",
    ],
    ids=["embedded", "numbers", "matrix", "embedded matrix"],
)
def test_ucinet_in_one_mode(text, bring):
    made = bring(g__dl=text)
    assert (made.ties, made.values("weight")) == ([("Ale", "GR"), ("Vux", "GR")], [2, None])


@pytest.mark.parametrize(
    "text",
    [
        'dl nr=2 nc=2 format=fullmatrix\nrow labels:\n"Ale kommun",Vux\ncol labels:\nGRIA,KAA\ndata:\n1 0\n0 1\n',
        'dl nr=2 nc=2 format=edgelist2\nrow labels embedded:\ncol labels embedded:\ndata:\n"Ale kommun" GRIA\nVux KAA\n',
    ],
)
def test_ucinet_in_two_modes(text, bring):
    made = bring(g__dl=text)
    assert (made.ties, made.types) == ([("Ale kommun", "GRIA"), ("Vux", "KAA")], ["participates_in"])


def test_ucinet_with_several_relations(bring):
    made = bring(g__dl="dl n=2 nm=2\nlabels:\nA,B\nmatrix labels:\nråd,tips\ndata:\n0 1\n0 0\n0 0\n1 0\n")
    assert [(one.type, one.source) for one in sorted(made.snapshot.relationships, key=lambda one: one.type)] == [
        ("rad", "a"),
        ("tips", "b"),
    ]


@pytest.mark.parametrize(
    ("text", "ties"),
    [
        ("dl n=3 format=fullmatrix diagonal=absent\nlabels:\nA,B,C\ndata:\n1 0\n1 2\n0 0\n", ["AB", "BA", "BC"]),
        ("dl n=3 diagonal=absent\nlabels embedded\ndata:\n A B C\nA 1 0\nB 1 2\nC 0 0\n", ["AB", "BA", "BC"]),
        ("dl n=4 format=lowerhalf diagonal=absent\nlabels: A B C D\ndata:\n1\n0 1\n1 1 0\n", ["BA", "CB", "DA", "DB"]),
        ("dl n=3 format=lowerhalf\nlabels: A B C\ndata:\n0\n1 0\n1 1 0\n", ["BA", "CA", "CB"]),
        ("dl n=3 format=upperhalf diagonal=absent\nlabels: A B C\ndata:\n1 0\n1\n", ["AB", "BC"]),
        ("dl n=3\nlabels: A,B,C\ndata:\n- 1 na\n0 - .\n1 0 -\n", ["AB", "CA"]),
        ("dl n=4 format=nodelist1\nlabels:\nA B C D\ndata:\n1 2 3\n2 3\n4\n", ["AB", "AC", "BC"]),
    ],
)
def test_the_cells_of_ucinet_are_those_that_its_head_says(text, ties, bring):
    made = bring(g__dl=text)
    assert (made.ties, made.not_taken) == ([tuple(pair) for pair in ties], [])


def test_relations_of_ucinet_in_lists_stand_apart(bring):
    made = bring(g__dl="dl n=3 nm=2 format=edgelist1\nlabels embedded\nmatrix labels: råd tips\ndata:\nA B\n!\nB C 2\n")
    assert sorted((one.type, one.source) for one in made.snapshot.relationships) == [("rad", "a"), ("tips", "b")]


def test_cells_of_ucinet_that_do_not_say_are_counted_as_none(bring):
    made = bring(g__dl="dl n=2\nlabels: A,B\ndata:\n- 1\nna -\n")
    assert [each.values["n"] for each in made.imported.remarks if each.key == "unknown_cells"] == [3]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("dl n=3\nlabels: A,B\ndata:\n0 1 0\n1 0 1\n0 0 0\n", "says that there are 3 and names 2"),
        ("dl n=3\nlabels: A,B,C\ndata:\n0 1 0\n1 0\n", "holds 5 numbers, and a matrix of 3 by 3 has 9"),
        ("dl n=3 format=rankedlist1\nlabels: A,B,C\ndata:\n1 2 3\n", "rankedlist1, which is not read"),
    ],
)
def test_ucinet_whose_cells_would_be_anothers_is_refused(text, said, bring):
    with pytest.raises(InputError, match=said):
        bring(g__dl=text)


def test_the_columns_of_a_two_mode_matrix_of_pajek_are_the_vertices_of_the_second_mode(bring):
    made = bring(g__net='*Vertices 5 3\n1 "A"\n2 "B"\n3 "C"\n4 "X"\n5 "Y"\n*Matrix\n1 0\n0 1\n1 1\n')
    assert made.ties == [("A", "X"), ("B", "Y"), ("C", "X"), ("C", "Y")]
    assert (made.types, made.not_taken) == (["participates_in"], [])


def test_years_of_pajek_are_read_and_other_times_are_told(bring):
    text = '*Vertices 3\n1 "Ö ""q"""\n2 "B"\n3 "C"\n*Edges\n1 2 1 [2014-2016]\n2 3 1 [2015-*]\n1 3 1 [2-3]\n'
    made = bring(g__net=text)
    said = sorted((tie.valid_from or "", tie.evidence[0].valid_to) for tie in made.snapshot.relationships)
    assert (said, made.not_taken) == ([("", None), ("2014", "2016"), ("2015", None)], [("no_year", 8)])
    assert 'Ö "q"' in made.names


def test_defaults_of_gexf_hold_where_a_node_says_nothing_and_its_periods_are_one(bring):
    made = bring(
        g__gexf='<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph><attributes class="node"><attribute id="0" title="kind" '
        'type="string"><default>nätverk</default></attribute></attributes><nodes><node id="a" label="A"><spells><spell start="2014-01-01" '
        'end="2015-01-01"/><spell start="2017-01-01" end="2018-01-01"/></spells></node><node id="b" label="B"><attvalues><attvalue for="0" '
        'value="kommun"/></attvalues><nodes><node id="c" label="C"/></nodes></node></nodes></graph></gexf>'
    )
    assert [node.id for node in made.snapshot.networks] == ["a", "c"]
    assert [node.id for node in made.snapshot.municipalities] == ["b"]
    assert (made.snapshot.by_id["a"].valid_from, made.snapshot.by_id["a"].valid_to) == ("2014-01-01", "2018-01-01")
    assert [each.values["n"] for each in made.imported.remarks if each.key == "nested"] == [1]


def test_the_numbers_of_communities_are_no_kinds_and_the_values_of_links_are_weights(bring):
    made = bring(g__json='{"nodes":[{"id":"a","group":1},{"id":"b","group":2}],"links":[{"source":"a","target":"b","value":3}]}')
    assert {node.kind for node in made.snapshot.actors} == {"other"}
    assert made.snapshot.relationships[0].evidence[0].weight == 3


def test_vna_with_attributes_and_looks(bring):
    made = bring(
        g__vna='*Node data\n"ID","kind"\n"Ale","kommun"\n"GR","skola"\n*Node properties\nID x y color shape size\n"Ale" 1 2 255 1 10\n'
        '*Tie data\nfrom to strength\n"Ale" "GR" 2\nGR Ale 1\n'
    )
    assert (made.ties, made.values("weight")) == ([("Ale", "GR"), ("GR", "Ale")], [2, None])
    assert made.snapshot.municipalities[0].name == "Ale"


def test_pajek_with_comments_lists_and_two_modes(bring):
    made = bring(g__net='% en kommentar\n*Vertices 3 2\n1 "Ale kommun" 0.1 0.2\n2 Vux\n3 "GRIA"\n*Edges\n1 3 1\n*Edgeslist\n2 3\n')
    assert (made.ties, made.kinds("networks")) == ([("Ale kommun", "GRIA"), ("Vux", "GRIA")], {"GRIA": "network"})


def test_pajek_names_what_leads_to_no_vertex(bring):
    made = bring(g__net='*Vertices 2\n1 "a"\n2 "b"\n*Arcs\n1 2\n1 7\n2 1 -3\n')
    assert made.not_taken == [("no_vertex", 6), ("negative", 7)]


@pytest.mark.parametrize(
    "given",
    [
        {"nodes": [{"key": "a", "attributes": {"label": "Ale"}}, {"key": "b"}], "edges": [{"source": "a", "target": "b"}]},
        {"directed": True, "nodes": [{"id": "a", "name": "Ale"}, {"id": "b"}], "links": [{"source": "a", "target": "b", "value": 2}]},
        {"nodes": [{"name": "Ale"}, {"name": "b"}], "links": [{"source": 0, "target": 1}]},
        {
            "elements": {
                "nodes": [{"data": {"id": "a", "name": "Ale"}}, {"data": {"id": "b"}}],
                "edges": [{"data": {"source": "a", "target": "b"}}],
            }
        },
        {"elements": [{"data": {"id": "a", "label": "Ale"}}, {"data": {"id": "b"}}, {"data": {"id": "e", "source": "a", "target": "b"}}]},
        [{"source": "Ale", "target": "b"}],
    ],
    ids=["graphology", "node-link", "d3", "cytoscape", "cytoscape list", "edges"],
)
def test_json_of_many_libraries(given, bring):
    assert bring(g__json=json.dumps(given)).ties == [("Ale", "b")]


def test_followthemoney_lines_with_one_that_is_none(bring):
    made = bring(g__jsonl=FTM + "\nnot json\n")
    ((tie),) = made.snapshot.relationships
    assert (tie.type, tie.role, tie.valid_from, made.ties) == ("member_of", "ordf", "2014", [("Ale", "GRIA")])
    assert made.not_taken == [("no_entity", 4)]
    assert made.snapshot.by_id["a"].aliases == ("Ale kommun",)


def test_json_that_is_no_graph_is_refused_in_one_sentence(bring):
    with pytest.raises(InputError, match="no form that is known"):
        bring(g__json='{"a": 1}')


def test_characters_that_are_not_seen_are_in_no_heading_and_no_value(bring):
    made = bring(g__vna='*Node data\nID e\x00get\n"Ale" "j\x00a"\n*Tie data\nfrom to\nAle GR\n')
    assert made.snapshot.by_id["Ale"].attributes == (("eget", "ja"),)


def test_a_bound_of_gexf_that_is_endless_is_none(bring):
    made = bring(
        g__gexf='<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2"><graph><nodes><node id="a" label="A" start="2014-01-01" '
        'end="Infinity"/><node id="b" label="B"/></nodes><edges><edge source="a" target="b" start="-Infinity" end="2015-02-03"/></edges>'
        "</graph></gexf>"
    )
    (only,) = made.snapshot.relationships
    assert (only.valid_from, only.valid_to) == (None, "2015-02-03")


def test_a_tie_of_vna_that_has_a_strength_and_no_type_is_taken(bring):
    made = bring(g__vna="*Tie data\nfrom to works_with strength\nA B 1 3\nA C 0 2\nB C 0 0\nC A 0 1\n")
    ties = {(tie.source, tie.target): tie for tie in made.snapshot.relationships}
    assert [(len(ties), len({tie.type for tie in ties.values()}))] == [(3, 2)]
    assert sorted(made.values("weight"), key=str) == [2, None, None]
