"""Claims about what is said of data as people bring it, without an option: a list of two columns, Davis' women, a survey, GRIA."""

from __future__ import annotations

import csv
import json
import random
import re

import networkx as nx
import pytest

ASKED = ("centrality", "describe", "communities", "keyplayers")


def write(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def zachary():
    """A list of who is in contact with whom: no direction, no strength, no kinds."""
    return [("source", "target"), *((f"member {a + 1}", f"member {b + 1}") for a, b in nx.karate_club_graph().edges())]


def davis():
    graph = nx.davis_southern_women_graph()
    women, events = graph.graph["top"], graph.graph["bottom"]
    return [("", *events), *((who, *(int(graph.has_edge(who, event)) for event in events)) for who in women)]


def survey():
    """Thirty-three of forty name others, with a strength from 1 to 5, and often those who name them."""
    lot = random.Random(4)  # noqa: S311  (a survey that is made up is no secret)
    names = [f"Verksamhet {number:02}" for number in range(1, 41)]
    named = {(a, b): lot.randint(1, 5) for a in names[:33] for b in lot.sample(names, 4) if a != b}
    back = {(b, a): lot.randint(1, 5) for a, b in list(named) if b in names[:33] and lot.random() < 0.5}
    return [("from", "to", "weight"), *((a, b, strong) for (a, b), strong in sorted({**named, **back}.items()))]


BROUGHT = {"zachary": zachary, "davis": davis, "survey": survey}
GRIA = "gria"  # built in: nobody brings it


@pytest.fixture(scope="module", params=[*BROUGHT, GRIA])
def brought(request, tmp_path_factory):
    return request.param, tmp_path_factory.mktemp(request.param)


@pytest.fixture
def asked(brought, actormap_says):
    name, folder = brought
    place = GRIA if name == GRIA else folder / "workspace"
    if name in BROUGHT and not place.exists():
        file = write(folder / f"{name}.csv", BROUGHT[name]())
        assert actormap_says("import", file, "--into", place, "--yes").code == 0

    def ask(*command):
        answer = actormap_says(*command, "-w", place)
        assert answer.code == 0, answer.err
        return answer.out

    return name, ask


def told(ask, *command):
    return json.loads(ask(*command, "-f", "json"))


def test_who_is_first_is_said(asked):
    name, ask = asked
    rows = told(ask, "centrality")["rows"]
    first = {"zachary": "member 34", "davis": "Evelyn Jefferson", GRIA: "Göteborgsregionens kommunalförbund (GR)"}
    assert rows[0]["name"] == first.get(name, rows[0]["name"])
    actors = [row for row in rows if row["side"] == "actor"]
    assert len(actors) == {"zachary": 34, "davis": 18, "survey": 40, GRIA: 39}[name]
    assert sum(row["p_top"] for row in actors) == pytest.approx(3)
    assert (rows[0]["p_top"] > 0.9) == (name in ("zachary", GRIA))


def test_the_network_is_described_as_what_it_is(asked):
    name, ask = asked
    figures = {row["aspect"]: row for row in told(ask, "describe")["rows"]}
    assert all(row["at_least"] <= row["value"] <= row["at_most"] for row in figures.values() if row["value"] is not None)
    assert ("reciprocity" in figures) == (name == "survey")
    assert ("venues" in figures) == (name in ("davis", GRIA))
    assert figures.get("answered", {}).get("value") == (33 / 40 if name == "survey" else None)
    if name == "zachary":
        assert (figures["ties"]["value"], figures["ties"]["at_least"], figures["ties"]["at_most"]) == (78, 78, 86)
    # Only GRIA says what kind of actor each is.
    assert (figures["ei"]["value"] is not None) == (name == GRIA)


def test_communities_and_key_players_are_found(asked):
    name, ask = asked
    found = told(ask, "communities", "--random-networks", "3")["rows"]
    numbers = {row["community"] for row in found}
    assert len(numbers) == {"zachary": 4, "davis": 4, GRIA: 6}.get(name, len(numbers))
    assert len(numbers) > 2
    (best, *_) = told(ask, "keyplayers", "-k", "1")["rows"]
    assert best["names"] == {"zachary": ["member 1"], GRIA: ["Göteborgsregionens kommunalförbund (GR)"]}.get(name, best["names"])


def test_a_survey_tells_who_is_named_and_a_list_says_why_it_cannot(asked):
    name, ask = asked
    rows = told(ask, "centrality", "-m", "in_degree,out_degree,hub,authority", "--no-certainty")["rows"]
    if name == "survey":
        silent = {row["name"] for row in rows if row["out_degree"] == 0}
        assert silent == {f"Verksamhet {number}" for number in range(34, 41)}
    else:
        assert {row["in_degree"] for row in rows} == {None}
        assert re.search("direction|riktning", ask("centrality", "-m", "in_degree", "--no-certainty", "-f", "md"))


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_the_report_asks_of_nothing_that_the_data_cannot_have(asked, lang):
    name, ask = asked
    page = ask("report", "--lang", lang)
    assert "nan" not in re.findall(r"\w+", page)
    assert "\n0 " not in page
    # There are municipalities, a network in focus and themes in GRIA alone, and a heading for what is missing of each.
    assert bool(re.search(r"[Mm]unicipalit|[Kk]ommun", page)) == (name == GRIA)
    gaps = re.search(r"\n## (?:Luckor|Gaps)\n(.*?)\n## ", page, re.DOTALL)[1]
    assert gaps.count("\n### ") == (5 if name == GRIA else 1)


def test_the_map_has_sizes_and_groups(asked, tmp_path):
    name, ask = asked
    ask("map", "-o", tmp_path / "m.html")
    page = (tmp_path / "m.html").read_text(encoding="utf-8")
    data = json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)[1])
    nodes = data["network"]["nodes"]
    # Only GRIA has themes, posts and others that no view measures; of it the map shows units and parts of projects, too.
    measured = len(told(ask, "centrality", "--no-lift", "--no-certainty")["rows"])
    assert sum(bool(node["measures"][0]) for node in nodes) == measured
    assert (measured < len(nodes)) == (name == GRIA)
    assert sum(group["kind"] == "group" for group in data["groups"]) > 2
    assert len(data["measures"]) == (14 if name == "survey" else 10)
