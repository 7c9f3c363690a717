"""What the tables of a workspace would have refused is not restored either, in one sentence, and nothing is written."""

from __future__ import annotations

import gzip
import json
from dataclasses import replace

import pytest

from actormap import open as open_atlas
from actormap import workspace as workspaces
from actormap.atlas import sync
from actormap.atlas.settings import AtlasSettings
from actormap.atlas.validity import faults
from actormap.errors import BackupDamaged
from actormap.model import graph_settings
from actormap.model.coding import CodedAnswer, SetQuestion
from actormap.model.records import Actor, Document, Evidence, Municipality, Network, Project, Relationship, Requirement, Snapshot
from actormap.model.vocabulary import Vocabulary
from actormap.store import Origin, open_store
from actormap.store.backup import backup, restore
from tests.atlas.own_words import WORDS

OWN = f"""
{WORDS}[programmes]
laslyft = {{start = "2014", end = "2020"}}
"""
TABLES = {
    "actormap.toml": OWN,
    "actors.csv": "id,name,kind,aliases,budget\na,A,bibliotek,Aa|Ab,7\nb,B,unit,,\n",
    "municipalities.csv": "id,name,code,latitude,longitude,population\nm,M,0180,59.3,18.1,900\n",
    "networks.csv": "id,name,kind,status,valid_from,valid_to\nring,Ringen,network,planned,2014,2014-06\n",
    "projects.csv": "id,name,kind,programme,start,union_rate_percent\np,P,project,laslyft,2014-02-03,47.5\n",
    "documents.csv": "id,title,published\nd,D,2014-06\n",
    "relationships.csv": "source,type,target,valid_from,level,confidence,document,weight\n"
    "a,lanar_av,b,2014,5,0.25,d,2\na,member_of,ring,,,,,\n",
    "coverage.csv": "network,row,column,municipality,kind,minimum,answer,document\nring,R,K,*,bibliotek,2,yes,d\nring,R,L,m,,1,,\n",
}
GRAPH = Snapshot.of(
    [
        Actor(id="a", name="A", kind="unit"),
        Network(id="n", name="N", kind="network", valid_from="2014"),
        Project(id="p", name="P", kind="project", start="2014"),
        Municipality(id="m", name="M"),
        Document(id="d", title="D"),
    ],
    [Relationship(source="a", type="member_of", target="n", valid_from="2014", evidence=(Evidence(document="d"),))],
    [Requirement(network="n", row="R", column="K")],
)
TIE = GRAPH.relationships[0]


@pytest.fixture
def mine(tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    for name, text in TABLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def store(tmp_path):
    return f"sqlite:///{tmp_path / 'kept.sqlite'}"


def with_actor(**fields):
    return replace(GRAPH, actors=(replace(GRAPH.actors[0], **fields),))


def with_network(**fields):
    return replace(GRAPH, networks=(replace(GRAPH.networks[0], **fields),))


def with_project(**fields):
    return replace(GRAPH, projects=(replace(GRAPH.projects[0], **fields),))


def with_municipality(**fields):
    return replace(GRAPH, municipalities=(replace(GRAPH.municipalities[0], **fields),))


def with_tie(**fields):
    return replace(GRAPH, relationships=(replace(TIE, **fields),))


def with_statement(**fields):
    return with_tie(evidence=(replace(TIE.evidence[0], **fields),))


def with_line(**fields):
    return replace(GRAPH, coverage=(replace(GRAPH.coverage[0], **fields),))


def test_a_graph_of_the_tables_has_no_fault():
    assert list(faults(GRAPH, Vocabulary.load())) == []
    assert list(faults(GRAPH, None)) == []


TIE_SAID = 'The relationship "a" "member_of" "n"'
FAULTS = [
    (with_actor(name=""), 'The actor "a": the field "name" is empty. The column name must be filled in on every row.'),
    (with_actor(municipality="x"), 'The actor "a": the field "municipality" is "x". The municipality is not in the table municipalities.'),
    (with_actor(municipality="a"), 'The actor "a": the field "municipality" is "a". The municipality is not in the table municipalities.'),
    (with_actor(document="x"), 'The actor "a": the field "document" is "x". The document is not in the table documents.'),
    (with_network(valid_from="2014-13"), 'The network "n": the field "valid_from" is "2014-13". There is no such date in the calendar.'),
    (with_network(valid_from="2014/06"), 'The network "n": the field "valid_from" is "2014/06", which is kept as "2014-06".'),
    (with_network(valid_to="2013"), 'The network "n": the field "valid_to" is "2013". The end comes before the start, which is 2014.'),
    (with_project(end="2013"), 'The project "p": the field "end" is "2013". The end comes before the start, which is 2014.'),
    (with_project(total_budget_sek=-1.0), 'The project "p": the field "total_budget_sek" is "-1.0". The number cannot be negative.'),
    (
        with_project(union_rate_percent=101.0),
        'The project "p": the field "union_rate_percent" is "101.0". The number should lie between 0 and 100.',
    ),
    (with_municipality(code="18"), 'The municipality "m": the field "code" is "18". A municipality code has four digits, such as 1480.'),
    (with_municipality(latitude=91.0), 'The municipality "m": the field "latitude" is "91.0". The number should lie between -90 and 90.'),
    (with_tie(evidence=()), f'{TIE_SAID}: the field "evidence" is empty, and a relationship rests on one statement at least.'),
    (
        with_tie(target="x"),
        'The relationship "a" "member_of" "x": the field "target" is "x". There is no record with this id or name.',
    ),
    (
        with_tie(target="a", type="cooperates_with"),
        'The relationship "a" "cooperates_with" "a": the field "target" is "a". A relationship cannot lead from a record to itself.',
    ),
    (with_tie(valid_from="soon"), f'{TIE_SAID}: the field "valid_from" is "soon". Write a date as 2014, 2014-06 or 2014-06-01.'),
    (with_statement(valid_to="2013"), f'{TIE_SAID}: the field "valid_to" is "2013". The end comes before the start, which is 2014.'),
    (with_statement(level=99), f'{TIE_SAID}: the field "level" is "99". The number should lie between 0 and 5.'),
    (with_statement(confidence=7.0), f'{TIE_SAID}: the field "confidence" is "7.0". The number should lie between 0 and 1.'),
    (with_statement(weight=-2.0), f'{TIE_SAID}: the field "weight" is "-2.0". The number cannot be negative.'),
    (with_statement(document="n"), f'{TIE_SAID}: the field "document" is "n". The document is not in the table documents.'),
    (with_statement(status=""), f'{TIE_SAID}: the field "status" is empty. The value cannot be understood.'),
    (with_line(network="a"), 'The coverage of "a", "R", "K": the field "network" is "a". The network is not in the table networks.'),
    (with_line(theme="x"), 'The coverage of "n", "R", "K": the field "theme" is "x". The theme is not in the table themes.'),
    (
        with_line(municipality="a"),
        'The coverage of "n", "R", "K": the field "municipality" is "a". The municipality is not in the table municipalities.',
    ),
    (with_line(minimum=0), 'The coverage of "n", "R", "K": the field "minimum" is "0". The number should be at least 1.'),
    (with_line(weight=-1.0), 'The coverage of "n", "R", "K": the field "weight" is "-1.0". The number cannot be negative.'),
    (
        with_line(answer="maybe"),
        'The coverage of "n", "R", "K": the field "answer" is "maybe". The answer should be yes or no, or empty if nobody knows.',
    ),
]  # fmt: skip


@pytest.mark.parametrize(("snapshot", "said"), FAULTS, ids=[said[:70] for _, said in FAULTS])
def test_what_no_table_holds_is_said_with_its_record_and_field_whatever_words_are_known(snapshot, said):
    assert list(faults(snapshot, None)) == [said]


@pytest.mark.parametrize(
    ("snapshot", "said"),
    [
        (with_actor(kind="blubb"), 'The actor "a": the field "kind" is "blubb". The kind is not in the list. Allowed words: '),
        (with_actor(status="blubb"), 'The actor "a": the field "status" is "blubb". The status is not in the list. Allowed words: '),
        (with_network(status="blubb"), 'The network "n": the field "status" is "blubb". The status is not in the list. Allowed words: '),
        (
            with_tie(type="blubb"),
            'The relationship "a" "blubb" "n": the field "type" is "blubb". The relationship type is not in the list. Allowed words: ',
        ),
        (with_statement(status="blubb"), f'{TIE_SAID}: the field "status" is "blubb". The status is not in the list. Allowed words: '),
        (
            with_line(kind="blubb"),
            'The coverage of "n", "R", "K": the field "kind" is "blubb". The kind is not in the list. Allowed words: ',
        ),
    ],
)  # fmt: skip
def test_words_that_the_vocabulary_lacks_are_a_fault_and_none_where_no_words_have_been_kept(snapshot, said):
    (told,) = faults(snapshot, Vocabulary.load())
    assert told.startswith(said)
    assert list(faults(snapshot, None)) == []


def test_a_relationship_stands_between_what_its_type_allows_as_far_as_words_have_been_kept():
    swapped = with_tie(source="n", target="p")
    said = 'The relationship "n" "member_of" "p": the field'
    assert list(faults(swapped, Vocabulary.load())) == [
        f'{said} "source" is "n". The relationship member_of cannot start at a record of the kind network. Allowed: actor, municipality.',
        f'{said} "target" is "p". The relationship member_of cannot lead to a record of the kind project. Allowed: network, actor.',
    ]
    assert list(faults(swapped, None)) == []


def test_what_a_workspace_with_words_of_its_own_backs_up_is_restored(mine, store, tmp_path):
    assert [problem for problem in workspaces.read(mine).problems if problem.severity == "error"] == []
    sync.load_backup(sync.save_backup(open_atlas(mine), tmp_path / "a.gz"), store)
    assert open_atlas(None, store=store).snapshot == workspaces.read(mine).snapshot


def test_the_built_in_workspace_is_restored(store, tmp_path):
    sync.load_backup(sync.save_backup(open_atlas("gria"), tmp_path / "a.gz"), store)
    assert open_atlas(None, store=store).snapshot == workspaces.read("gria").snapshot


def test_a_backup_that_has_kept_no_words_may_use_any(mine, store, tmp_path):
    backup(workspaces.read(mine).snapshot, tmp_path / "old.gz")
    sync.load_backup(tmp_path / "old.gz", store)
    atlas = open_atlas(None, store=store)
    assert [(each.key, each.values) for each in atlas.remarks] == [("unexplained", {"words": "bibliotek, lanar_av"})]


def test_a_store_whose_settings_do_not_explain_its_words_is_backed_up_so_that_it_can_be_restored(mine, store, tmp_path):
    with open_store(f"sqlite:///{tmp_path / 'old.sqlite'}") as opened:
        opened.load(workspaces.read(mine).snapshot, Origin("old", "", (), graph_settings.text({"title": "Old"})))
    old = open_atlas(None, store=f"sqlite:///{tmp_path / 'old.sqlite'}")
    sync.load_backup(sync.save_backup(old, tmp_path / "a.gz"), store)
    assert (open_atlas(None, store=store).snapshot, open_atlas(None, store=store).title) == (old.snapshot, "Old")


def edited(file, old, new):
    lines = [json.loads(line) for line in gzip.decompress(file.read_bytes()).splitlines()]
    text = "".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n" for line in lines)
    assert text.count(old) == 1
    file.write_bytes(gzip.compress(text.replace(old, new).encode()))
    return file


def test_a_backup_edited_by_hand_is_refused_in_one_sentence_before_anything_is_written(mine, store, tmp_path):
    file = edited(sync.save_backup(open_atlas(mine), tmp_path / "a.gz"), '"level":5', '"level":99')
    with pytest.raises(BackupDamaged) as raised:
        sync.load_backup(file, store)
    assert str(raised.value) == (
        f'{file}: The relationship "a" "lanar_av" "b": the field "level" is "99". The number should lie between 0 and 5. '
        "Restore another backup."
    )
    assert not (tmp_path / "kept.sqlite").exists()


def test_a_thousand_faults_alike_are_one_sentence_with_their_number(store, tmp_path):
    ties = [replace(GRAPH.relationships[0], role=f"r{number}", evidence=(Evidence(level=99),)) for number in range(1000)]
    backup(Snapshot.of(GRAPH.nodes(), ties), tmp_path / "a.gz", graph_settings.text({"title": "T"}))
    with pytest.raises(BackupDamaged) as raised:
        sync.load_backup(tmp_path / "a.gz", store)
    assert raised.value.message.endswith("The number should lie between 0 and 5. It is the first of 1000 faults.")


def test_settings_edited_by_hand_are_refused_before_anything_is_written(store, tmp_path):
    backup(GRAPH, tmp_path / "a.gz", graph_settings.text({"title": "T", "view": "sideways"}))
    with pytest.raises(BackupDamaged) as raised:
        sync.load_backup(tmp_path / "a.gz", store)
    assert str(raised.value) == f"{tmp_path / 'a.gz'} holds settings that cannot be used: view. Restore another backup."
    assert not (tmp_path / "kept.sqlite").exists()


def test_the_words_that_a_backup_carries_are_those_it_is_judged_by(mine, tmp_path):
    kept = restore(sync.save_backup(open_atlas(mine), tmp_path / "a.gz"))
    assert list(faults(kept.snapshot, AtlasSettings.of_text(kept.settings, "a.gz").vocabulary)) == []
    assert len(list(faults(kept.snapshot, Vocabulary.load()))) == 3


def test_what_is_coded_is_asked_what_its_tables_would_ask():
    question = SetQuestion(id="f1", group="g", sv="Vad?", en="What?", scale="quality", theme="nowhere")
    answer = CodedAnswer(project="nowhere", question="f2", answer="ja", voice="rumour")
    said = list(faults(Snapshot.of([], coding=[question, answer]), Vocabulary.load()))
    assert len(said) == 5
    for field in ('"scale" is "quality"', '"theme" is "nowhere"', '"voice" is "rumour"', '"project" is "nowhere"', '"question" is "f2"'):
        assert any(field in each for each in said), field
