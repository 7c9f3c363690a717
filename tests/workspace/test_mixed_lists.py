"""Claims about lists in which one thing is as it should be and another is not: the whole is told of, and not used."""

from __future__ import annotations

import json

import pytest

from actormap import workspace as workspaces
from actormap.atlas import trust
from actormap.errors import InputError
from actormap.map.layout import pins

TABLES = {
    "actors": "id,name,kind\na,A,region\n",
    "projects": "id,name,kind\np,P,project\n",
    "relationships": "source,type,target\na,owns,p\n",
}


def problems(folder, settings):
    for name, text in TABLES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "actormap.toml").write_text(settings, encoding="utf-8")
    return [(problem.column, problem.severity) for problem in workspaces.read(folder).problems if problem.file == "actormap.toml"]


@pytest.mark.parametrize(
    ("settings", "column"),
    [
        ('internal = ["note", 5]', "internal"),
        ('[invite]\nexclude = ["a", 5]', "invite.exclude"),
        ('[invite]\nregions = [5, "national"]', "invite.regions"),
    ],
)
def test_a_list_of_settings_is_one_of_words_alone(settings, column, tmp_path):
    assert (column, "error") in problems(tmp_path, settings)


@pytest.mark.parametrize("settings", ['internal = ["note"]', '[invite]\nexclude = ["a"]', "internal = []"])
def test_a_list_of_words_has_no_problem(settings, tmp_path):
    assert problems(tmp_path, settings) == []


@pytest.mark.parametrize("servers", ["neo4j://y", ["neo4j://y", 5]])
def test_of_trusted_servers_every_workspace_has_a_list_of_words(servers, tmp_path, monkeypatch):
    monkeypatch.setenv("ACTORMAP_CONFIG", str(tmp_path))
    trust.path().write_text(json.dumps({"/a": ["neo4j://x"], "/b": servers}), encoding="utf-8")
    with pytest.raises(InputError, match="is no list of trusted servers"):
        trust.servers(tmp_path)


@pytest.mark.parametrize(("point", "fits"), [([1, 2.5], True), ([1, "2"], False), ([True, 2], False), ([1], False), ([1, 2, 3], False)])
def test_a_place_is_two_numbers(point, fits):
    text = json.dumps({"actormap": "positions", "layout": "group", "positions": {"landscape": {"a": point}}})
    if fits:
        assert pins.read(text, "p.json").positions["landscape"] == {"a": (1, 2.5)}
    else:
        with pytest.raises(InputError, match="landscape, a"):
            pins.read(text, "p.json")


def test_a_place_without_end_is_none():
    text = '{"actormap": "positions", "layout": "group", "positions": {"landscape": {"a": [1, Infinity]}}}'
    with pytest.raises(InputError, match="landscape, a"):
        pins.read(text, "p.json")
