"""What comes of files as people and programs leave them is what was read and found true: what import says, and the tables that it writes.

Each input holds what its form must decide on: cells that are empty, stray, unclear or negative, names that are spelt in two ways, ties
both ways, to oneself or to nobody, several values, dates that are endless. `imports` holds, by input, what lies there and what comes of it.
"""

from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path

import pytest

from tests.golden.runs import said
from tests.golden.test_files import compared, timeless

GOLDEN = Path(__file__).parent / "imports"
GEXF = '<gexf xmlns="http://gexf.net/1.3" version="1.3"><graph defaultedgetype="{way}">{inner}</graph></gexf>'
GRAPHML = '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">{inner}</graphml>'
FILES = {
    "edges": {
        "lista.csv": "Från;Relation;Till;Vikt;Roll;Från datum;Till datum;Anmärkning\n"
        "Ale;är medlem i;GRIA;2,5;ordförande;2014;2016-06;\nAle kommun;är medlem i;GRIA;0;;;;noll\nGR;har som medlem;Vux;-1;;;;\n"
        ";deltar i;GRIA;1;;;;\nVux;deltar i;;1;;;;\nVux;deltar i;Vux;1;;;;\nHåbo;samverkar med;Habo;många;;2019;2017;\n"
        "Lilla Edet;Lånar ut till;Lilla-Edet;1;;;;\nBio|Kino;deltar i;Bron, projekt;1.500;;2014-13;;x\n",
        "noder.csv": "Namn;Typ;Kommun;Alias;Budget\nGRIA;nätverk;;;\nBron, projekt;projekt;;;1 200\nAle;kommun;;;\n"
        "Vux;skola;Ale;Vuxenskolan|VS;\nGR;regionförbnd;Okänd;;\nEnsam;nätvrk;;;\n;skola;;;\n",
    },
    "bare": {"par.txt": "Ale\tGR\t2\nKungälv\tGR\t3,5\n\nVux\tAle\t\nVux\n"},
    "neighbours": {"grannar.csv": "Ale;GR;Vux;Orust\nGR;Vux\nVux;Ale;Orust\n"},
    "gephi": {
        "nodes.csv": "Id,Label,Typ\n1,GRIA,nätverk\n2,Ale,skola\n3,Ale,skola\n",
        "edges.csv": 'Source,Target,Type,Weight,timeset\n2,1,Directed,2,"<[2014.0,2015.0];[2017.0,Infinity]>"\n3,1,Undirected,1,\n9,1,,,\n',
    },
    "square": {"matris.csv": ";Ale;GR;Vux;Ny\nAle;x;2;0;\nGR;2;;1;1,5\nVux;0;3;–;nej\n;1;;;\nNy;;;;;7\n"},
    "symmetric": {"matris.csv": ";a;b;c\na;0;1;0\nb;1;0;1\nc;0;1;0\n"},
    "two_modes": {"matris.csv": ";GRIA;KAA;SSA\nAle;1;0;1;8;;9\nGR;ordförande;1;\n;1;;1\nOrust;0;-2;\n"},
    "survey_names": {
        "svar.csv": "Tidstämpel;Er organisation;Samverkar med 1;Samverkar med 2;Hur ofta;E-post\n"
        "2024-01-02;Ale;GR;Vux;varje vecka;\n2024-01-03;GR;Ale;;varje månad;x\n2024-01-04;;Ale;;;\n2024-01-05;Vux;Vux;inga;;\n"
    },
    "survey_marks": {
        "svar.csv": "Er organisation;GR;Vux;Ale;Kommentar\nAle;varje vecka;aldrig;;Vi ses, men sällan\n"
        "Kungälv;;varje månad;x;\nGR;x;;2;\n"
    },
    "survey_grid": {
        "svar.csv": 'Timestamp,Organisation,How often do you meet? [GR],How often do you meet? [Vux]\n'
        '2024-01-01,Ale,5,0\n2024-01-02,GR,3,"1,5"\n'
    },
    "survey_list": {
        "svar.csv": 'Tidstämpel\tDin organisation\tVilka samverkar ni med?\n2024-01-02\tAle\t"GR, Vux och Ny"\n'
        '2024-01-03\tVux\tGR; Ale\n'
    },
    "register": {"projekt.csv": "Namn;Typ;Från;Till;Ägare;Kommun\nBron;projekt;2014;2016;GR;Ale\nStegen;projekt;2015-02;;;Vara\n"},
    "two_tables": {"blad.csv": "Från;Till\nAle;GR\n\n\n\nNamn;Typ\nAle;kommun\nGR;nätverk\n"},
    "kumu": {
        "element.csv": "Label,Type,Description,Tags\nAle,kommun,en kommun,a|b\nGR,Regionförbund,,\n",
        "connections.csv": "From,To,Type,Direction,Tags\nAle,GR|Vux,är medlem i,directed,a|b\nGR,Vux,,mutual,\nGR,,x,,\n",
    },
    "kumu_json": {
        "karta.json": json.dumps(
            {
                "elements": [
                    {"id": "a", "label": "Ale", "type": "kommun", "tags": ["kärna", "ny"], "description": "d"},
                    {"_id": "b", "attributes": {"label": "GR", "element type": "x"}},
                    {"id": "c"},
                ],
                "connections": [
                    {"id": "c", "from": "a", "to": "b", "type": "coordinates", "direction": "mutual", "strength": 2},
                    {"from": "a", "to": "b|Ny"},
                    {"from": "a"},
                ],
            }
        )
    },
    "gexf": {
        "g.gexf": GEXF.format(
            way="undirected",
            inner='<attributes class="node"><attribute id="0" title="kind" type="string"><default>nätverk</default></attribute>'
            '<attribute id="1" title="listat" type="liststring"/></attributes><nodes><node id="a" label="A &amp; Å" start="2014-01-01" '
            'end="Infinity"><attvalues><attvalue for="1" value="[x, y]"/></attvalues></node><node id="b" '
            'label="B"><attvalues><attvalue for="0" '
            'value="kommun"/></attvalues><nodes><node id="c" label="C"><spells><spell start="2014-01-01" end="2015-01-01"/><spell '
            'start="2017-01-01" end="2018-01-01"/></spells></node></nodes></node></nodes><edges><edge id="1" source="a" '
            'target="b" weight="2.5" '
            'start="-Infinity" end="2015-02-03T10:00:00"/><edge id="2" source="a" target="b" type="directed" label="deltar i"><spells>'
            '<spell start="2014" end="2015"/><spell start="2016"/></spells></edge><edge id="3" source="a" target="a"/>'
            '<edge id="4" source="a" target="q" weight="tung"/></edges>',
        )
    },
    "graphml": {
        "g.graphml": GRAPHML.format(
            inner='<key id="d0" for="node" attr.name="label" attr.type="string"/><key id="d1" for="edge" '
            'attr.name="weight" attr.type="double">'
            '<default>3</default></key><key id="d2" for="all" attr.name="kind" attr.type="string"/><graph edgedefault="undirected">'
            '<node id="n0"><data key="d0">Ale</data><data key="d2">kommun</data></node><node id="n1"><data key="d0">GR</data></node>'
            '<node id="n2"/><edge source="n0" target="n1"/><edge source="n1" target="n2" directed="true"><data key="d1">0.5</data></edge>'
            '<edge source="n0" target="n9"><data key="d1">x</data></edge></graph>'
        )
    },
    "pajek": {
        "g.net": '% en kommentar\n*Vertices 4\n1 "Ö ""q""" 0.1 0.2\n2 "B" ellipse\n3 C\n4 "D"\n*Arcs :1 "råd"\n1 2 2\n2 2 1\n3 1 -1\n'
        "*Arcs :2\n2 3 1 [2014-2016]\n*Edges\n1 3 1 [2015-*]\n1 4 1 [2-3]\n*Arcslist\n4 1 2\n"
    },
    "pajek_matrix": {"g.net": '*Vertices 5 3\n1 "A"\n2 "B"\n3 "C"\n4 "X"\n5 "Y"\n*Matrix\n1 0\n0 2\n1 1\n'},
    "ucinet_matrix": {
        "g.dl": 'dl n=3 nm=2 format=fullmatrix\nlabels:\nA,B,"C d"\nmatrix labels:\nråd,tips\ndata:\n'
        "0 1 0\n- 0 na\n0 0 2\n0 0 0\n1 0 0\n0 0 0\n"
    },
    "ucinet_half": {"g.dl": "dl n=4 format=lowerhalf diagonal=absent\nlabels: A B C D\ndata:\n1\n0 1\n1 1 0\n"},
    "ucinet_list": {
        "g.dl": 'dl nr=2 nc=2 format=edgelist2\nrow labels embedded:\ncol labels embedded:\ndata:\n'
        '"Ale kommun" GRIA 2\nVux KAA\n'
    },
    "ucinet_nodes": {"g.dl": "dl n=4 format=nodelist1\nlabels:\nA B C D\ndata:\n1 2 3\n2 3\n4\n"},
    "vna": {
        "g.vna": '*Node data\nID name kind "antal år"\n"a" "Ale" kommun 3\nb "GR" nätverk\nc\n*Node properties\nID x y\na 1 2\n*Tie data\n'
        'FROM TO ägs "deltar i"\na b 2 0\nb c 0 1\nc c 1 1\na 9 1\n*Mer\nx\n'
    },
    "vna_strengths": {"g.vna": '*Node data\nID\na\n"b\nc"\n*Tie data\nfrom to strength role\na b 2 ordf\nb a 1 x\na\n'},
    "graphology": {
        "g.json": json.dumps(
            {
                "options": {"type": "mixed"},
                "attributes": {"name": "Karta"},
                "nodes": [{"key": "a", "attributes": {"label": "Ale", "kind": "kommun", "x": 1}}, {"key": "b"}],
                "edges": [
                    {"source": "a", "target": "b", "undirected": True, "attributes": {"weight": 2}},
                    {"source": "b", "target": "a", "attributes": {"label": "deltar i", "weight": "x"}},
                    {"source": "a", "target": "z"},
                ],
            }
        )
    },
    "cytoscape": {
        "g.cyjs": json.dumps(
            {
                "data": {"name": "Karta"},
                "elements": {
                    "nodes": [{"data": {"id": "1", "name": "Ale", "kind": "kommun"}}, {"data": {"id": "2", "name": "GR"}}],
                    "edges": [
                        {"data": {"source": "1", "target": "2", "interaction": "är medlem i", "weight": 1.5}},
                        {"data": {"source": "1", "target": "1"}},
                        {"data": {"source": "1"}},
                    ],
                },
            }
        )
    },
    "followthemoney": {
        "g.ftm.json": "".join(
            json.dumps(each) + "\n"
            for each in (
                {"id": "a", "schema": "PublicBody", "properties": {"name": ["Ale", "Ale kommun"], "summary": ["s"]}},
                {"id": "n", "schema": "Organization", "properties": {"name": ["GRIA"], "classification": ["nätverk"]}},
                {"id": "p", "schema": "Project", "properties": {"name": ["Bron"], "startDate": ["2014"], "endDate": ["2016-02"]}},
                {"id": "x", "schema": "Person", "properties": {"name": ["Ödla"]}},
                {"id": "d", "schema": "Document", "properties": {"title": ["Rapport"], "date": ["2015"]}},
                {
                    "id": "m",
                    "schema": "Membership",
                    "properties": {"member": ["a"], "organization": ["n"], "role": ["ordf"], "startDate": ["2014"], "proof": ["d"]},
                },
                {"id": "q", "schema": "ProjectParticipant", "properties": {"participant": ["n"], "project": ["p"]}},
                {"id": "u", "schema": "UnknownLink", "properties": {"subject": ["a"], "object": ["p"], "role": ["stöd"]}},
                {"id": "v", "schema": "Membership", "properties": {"member": ["a"]}},
            )
        )
    },
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_what_comes_of_a_file_is_what_was_read_and_found_true(name, tmp_path):
    for file, text in FILES[name].items():
        (tmp_path / file).write_text(text, encoding="utf-8")
    with chdir(tmp_path):  # so that no name of a folder is told
        told = [said(["import", *FILES[name], "--into", "ny", "--yes"], "sv")]
        told += [f"[{path.name}]\n{path.read_text('utf-8-sig')}" for path in sorted(Path("ny").iterdir()) if path.is_file()]
    compared(GOLDEN / f"{name}.txt", timeless("\n".join(told).replace("\r\n", "\n")))


def test_no_golden_file_is_left_over():
    assert {path.stem for path in GOLDEN.iterdir()} == set(FILES)
