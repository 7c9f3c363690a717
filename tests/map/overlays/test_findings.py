"""Claims about what is laid over the map: what the results name, in both languages."""

from __future__ import annotations

from dataclasses import replace

import actormap
from actormap.atlas.atlas import Atlas
from actormap.map.overlays import findings
from actormap.map.overlays.overlay import as_data
from actormap.model.records import Snapshot, Theme
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie

GRIA = actormap.open("gria")


def keys(overlays):
    return [overlay.key for overlay in overlays]


def test_all_that_the_results_say_of_the_network_in_focus_is_laid_over_its_map():
    assert keys(findings.overlays(GRIA)) == ["gaps", "coverage", "invitation", "posts"]
    assert keys(findings.overlays(GRIA, ending="plug-in-2")) == ["gaps", "coverage", "invitation", "posts", "sunset"]


def test_a_public_map_has_the_gaps_only():
    assert keys(findings.overlays(GRIA, public=True)) == ["gaps"]


def test_without_a_required_coverage_nobody_is_proposed():
    bare = replace(GRIA, snapshot=Snapshot.of(GRIA.snapshot.nodes(), GRIA.snapshot.relationships))
    assert keys(findings.overlays(bare)) == ["gaps", "posts"]


def test_without_a_network_in_focus_nothing_is_laid_over():
    assert findings.overlays(replace(GRIA, focal=None)) == ()


def test_the_proposal_marks_the_first_of_the_best_choices_with_its_reasons_and_who_else_might_come():
    rows = GRIA.invite().rows
    marked = findings.invitation(GRIA).nodes
    assert set(marked) == {actor for row in rows for actor in row["set"]}
    first = {actor for actor, told in marked.items() if told[0]["en"].startswith("Proposed: ")}
    assert first == set(rows[0]["set"])
    assert all(told[0]["sv"].startswith("Föreslås: ") for actor, told in marked.items() if actor in first)


def test_the_posts_mark_just_the_relationships_that_rest_on_one():
    overlay = findings.posts(GRIA)
    assert overlay.nodes == {}
    assert set(overlay.ties) == {relationship for row in GRIA.posts().rows for relationship in row["relationships"]}


def test_a_sunset_marks_the_project_all_that_is_lost_and_whom_that_leaves_with_less():
    found, overlay = GRIA.sunset("plug-in-2"), findings.sunset(GRIA, "plug-in-2")
    assert set(overlay.ties) == {relationship for row in found.of("lost") for relationship in row["relationships"]}
    named = {each for kind in ("lost_contact", "isolated", "theme") for row in found.of(kind) for each in row["ids"]}
    assert set(overlay.nodes) == {"plug-in-2", *named}
    assert overlay.name == {"sv": "När Plug In 2.0 upphör", "en": "When Plug In 2.0 ends"}
    meets = {other for row in found.of("lost_contact") if "partille" in row["ids"] for other in row["ids"]} - {"partille"}
    assert {"sv": f"Möter inte längre {len(meets)} andra", "en": f"No longer meets {len(meets)} others"} in overlay.nodes["partille"]


def test_the_coverage_marks_the_municipalities_and_the_network_and_nobody_else():
    marked = findings.coverage(GRIA).nodes
    assert set(marked) == {"gria", *(place.id for place in GRIA.snapshot.municipalities)}
    assert {"sv": "Okänt: Socialtjänst", "en": "Unknown: Socialtjänst"} in marked["ale"]
    assert {"sv": "Saknas i nätverket: Hälso- och sjukvård", "en": "Missing in the network: Hälso- och sjukvård"} in marked["gria"]


def test_who_carries_a_method_at_the_day_of_the_map_is_marked_with_it_and_what_ends_with_one_project():
    nodes = [actor("a"), actor("b"), network("v"), project("p", start="2020", end="2021"), project("q", end="2012")]
    nodes += [Theme(id=name, name=name.title(), kind="method") for name in ("coachning", "plan")]
    ties = [tie("a", "owns", "p"), tie("b", "owns", "q"), tie("p", "uses_method", "coachning"), tie("q", "uses_method", "plan")]
    atlas = Atlas(snapshot=snapshot(nodes, *ties), vocabulary=VOCABULARY, focal="v")
    told = {node: [words["en"] for words in listed] for node, listed in findings.factors(atlas, "2020-06").nodes.items()}
    assert told == {"a": ["Carries today: Coachning"], "coachning": ["Ends with P, 2021"]}
    assert "factors" in keys(findings.overlays(atlas, date="2020-06"))
    assert "factors" not in keys(findings.overlays(atlas, date="2020-06", public=True))
    assert findings.factors(atlas, "2030") is None


def told(overlay, shown=None):
    title, more = overlay.told(list({**overlay.nodes, **overlay.ties}) if shown is None else shown)
    return title["sv"], more.get("sv", "")


def test_a_step_says_what_is_marked_and_how_many_and_of_gaps_which_are_most():
    assert told(findings.gaps(GRIA)) == (
        "48 luckor: 31 aktörer saknar plats i nätverket",
        "Dessutom: 14 teman arbetar ingen i nätverket med och 3 kommuner deltar inte i något projekt.",
    )
    assert told(findings.coverage(GRIA)) == ("9 av 68 behov saknas", "")
    assert told(findings.invitation(GRIA))[0] == f"{len(findings.invitation(GRIA).nodes)} aktörer att välja bland när 3 bjuds in"
    assert told(findings.invitation(GRIA), ["gr", "arbetsformedlingen"])[0] == "En aktör att bjuda in"
    assert told(findings.posts(GRIA))[0] == f"{len(findings.posts(GRIA).ties)} relationer hänger på en enda post"
    lost = len(findings.sunset(GRIA, "plug-in-2").ties)
    assert told(findings.sunset(GRIA, "plug-in-2"))[0] == f"{lost} relationer upphör med Plug In 2.0"


def test_a_step_counts_only_what_the_map_shows_and_who_has_two_gaps_once():
    nodes = [actor("a"), actor("b"), network("v"), project("p")]
    atlas = Atlas(snapshot=snapshot(nodes, tie("b", "member_of", "v")), vocabulary=VOCABULARY, focal="v")
    rows = [row["id"] for row in atlas.gaps().rows]
    assert sorted(rows) == ["a", "a", "p"]
    assert told(findings.gaps(atlas), ["a"])[0] == "2 luckor hos 1 som är märkta: en aktör saknar plats i nätverket"


def test_the_page_is_given_the_title_of_a_step_and_the_sentence_that_follows_if_there_is_one():
    ids = {node.id: number for number, node in enumerate(GRIA.snapshot.nodes())}
    rows = as_data([findings.gaps(GRIA), findings.coverage(GRIA)], ids, {})
    assert [(row["key"], "title" in row, "more" in row) for row in rows] == [("gaps", True, True), ("coverage", True, False)]
