"""A store is whole without its workspace: whoever has only the store reads the same words, rules and focus."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from actormap import open as open_atlas
from actormap import workspace as workspaces
from actormap.atlas import sync
from actormap.atlas.query import query
from actormap.errors import InputError
from tests.atlas.own_words import WORDS

SETTINGS = f"""
title = "Bibliotek"
language = "en"
focal_network = "ring"
view = "actors"
internal = ["note"]
{WORDS}views = ["all"]
[invite]
exclude = ["b"]
"""
TABLES = {
    "actors.csv": "id,name,kind\na,A,bibliotek\nb,B,bibliotek\n",
    "networks.csv": "id,name,kind\nring,Ringen,network\n",
    "relationships.csv": "source,type,target\na,lanar_av,b\na,member_of,ring\n",
}
SAID = ("title", "lang", "focal", "default_view", "internal", "invite_rules", "vocabulary", "settings", "snapshot")


def made(folder, settings=SETTINGS, **tables):
    folder.mkdir()
    for name, text in {**TABLES, **tables, "actormap.toml": settings}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def mine(tmp_path):
    return made(tmp_path / "mine")


@pytest.fixture
def store(tmp_path):
    return f"sqlite:///{tmp_path / 'kept.sqlite'}"


def said(atlas):
    return {name: getattr(atlas, name) for name in SAID}


def test_a_store_alone_says_what_its_workspace_said(mine, store):
    sync.load(workspaces.read(mine), store=store)
    assert said(open_atlas(None, store=store)) == said(open_atlas(mine))


def test_a_backup_of_a_workspace_restored_says_it_too_and_is_the_same_bytes_again(mine, store, tmp_path):
    first = sync.save_backup(open_atlas(mine), tmp_path / "a.gz")
    sync.load_backup(first, store)
    assert said(open_atlas(None, store=store)) == said(open_atlas(mine))
    assert sync.save_backup(open_atlas(None, store=store), tmp_path / "b.gz").read_bytes() == first.read_bytes()


def test_a_changed_setting_reaches_the_store_though_no_table_has_changed(mine):
    open_atlas(mine)
    (mine / "actormap.toml").write_text(SETTINGS.replace("Bibliotek", "Läsning"), encoding="utf-8")
    open_atlas(mine)
    assert open_atlas(None, store=f"sqlite:///{mine / '.actormap' / 'graph.sqlite'}").title == "Läsning"


def test_what_is_merged_brings_its_words_and_leaves_the_title(mine, store, tmp_path):
    sync.load(workspaces.read(mine), store=store)
    kind = '[kinds.actor.arkiv]\nsv = ["arkiv", "arkiv"]\nen = ["archive", "archives"]\n'
    other = made(
        tmp_path / "other",
        'title = "Arkiv"\n' + kind,
        **{"actors.csv": "id,name,kind\nc,C,arkiv\n", "relationships.csv": "source,type,target\nc,member_of,ring\n"},
    )
    sync.load(workspaces.read(other), store=store, merge=True)
    both = open_atlas(None, store=store)
    assert both.title == "Bibliotek"
    assert {kind for kind in ("arkiv", "bibliotek") if kind in both.vocabulary.kinds["actor"]} == {"arkiv", "bibliotek"}


def test_words_that_no_settings_explain_are_shown_as_they_stand_and_said(mine, store):
    sync.load(workspaces.read(mine), store=store)
    forgotten(store, "")
    atlas = open_atlas(None, store=store)
    assert [(each.key, each.values) for each in atlas.remarks] == [("unexplained", {"words": "bibliotek, lanar_av"})]
    assert atlas.vocabulary.kind("actor", "bibliotek").words["en"] == ("bibliotek", "bibliotek")
    assert len(atlas.centrality().rows) == 2


@pytest.mark.parametrize(
    ("edited", "what"),
    [
        ("nonsense", "settings that are no JSON object"),
        ('{"language": 7, "view": "x"}', "settings that cannot be used: language, view"),
        ('{"kinds": {"actor": {"x": {"style": "none"}}}}', "words that cannot be used. The vocabulary"),
        ('{"invite": {"exclude": "b"}}', r"settings that cannot be used: invite\.exclude"),
    ],
)
def test_settings_that_somebody_has_edited_are_one_sentence(mine, store, edited, what):
    sync.load(workspaces.read(mine), store=store)
    forgotten(store, edited)
    with pytest.raises(InputError, match=rf"kept\.sqlite holds {what}.*load the workspace again"):
        open_atlas(None, store=store)


def test_a_question_about_a_network_is_about_the_one_in_focus_unless_another_is_named(mine, store):
    sync.load(workspaces.read(mine), store=store)
    for asked in ({"place": mine}, {"place": None, "store": store}):
        assert [row["id"] for row in query(asked.pop("place"), "members_of", {}, **asked).result.rows] == ["a"]
    with pytest.raises(InputError, match=r'network "other" is unknown'):
        query(mine, "members_of", {"network": "other"})


def forgotten(store, settings):
    with closing(sqlite3.connect(store.removeprefix("sqlite:///"))) as db, db:
        db.execute("UPDATE loads SET settings = ?", (settings,))
