"""Claims about the Python door."""

from __future__ import annotations

import pytest

import actormap
from actormap.analysis.composition.invitation.terms import InvitationTerms
from actormap.analysis.projects.conditions import Conditions
from actormap.errors import UsageError
from actormap.model.records import Theme
from actormap.model.scenario import ScenarioChanges, plan
from actormap.model.selection import Selection
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie


@pytest.fixture(scope="module")
def gria():
    return actormap.open("gria")


def test_a_graph_is_a_networkx_graph_of_the_view(gria):
    graph = gria.narrowed(documents=("five",)).graph(view="affiliation")
    assert graph.nodes["gr"]["name"].startswith("Göteborgsregionens")
    assert graph.number_of_edges() == 44


def test_every_answer_becomes_a_frame(gria):
    answers = (
        *(gria.centrality("harmonic", top=2), gria.cutpoints(), gria.communities(), gria.gaps(), gria.keyplayers(2), gria.brokers()),
        *(gria.bridges(), gria.blocks(), gria.group(), gria.group(["gr", "Partille"])),
        gria.salience(),
        *(gria.homophily(), gria.core(), gria.overlap(), gria.question(resamples=5), gria.timeline(), gria.explain("gr", resamples=5)),
        gria.collaboration(),
        *(gria.narrowed(at="2012").compare(gria, resamples=5), gria.evidence(gria.overlap()), gria.evidence(gria.cutpoints()).grounds),
    )
    for result in answers:
        assert list(result.to_frame().columns) == list(result.columns())
        assert len(result.to_frame()) == len(result.rows)


def test_narrowing_leaves_the_first_as_it_was(gria):
    narrowed = gria.narrowed(at="2014")
    assert (gria.selection, narrowed.selection) == (Selection(), Selection(at="2014"))


def test_what_is_shown_holds_statements_of_every_status(gria):
    shown = gria.narrowed(documents=("five",)).shown()
    assert "planned" in {e.status for tie in shown.relationships for e in tie.evidence}
    assert {tie.source for tie in shown.relationships} <= {node.id for node in shown.nodes()}
    assert "finsam-goteborg" not in shown.by_id


def test_all_is_shown_when_nothing_is_narrowed(gria):
    assert gria.shown() is gria.snapshot


def test_without_a_focal_network_coverage_asks_for_one_and_gaps_leave_out_what_is_about_one(gria):
    nameless = actormap.Atlas(snapshot=gria.snapshot, vocabulary=gria.vocabulary)
    with pytest.raises(UsageError, match="Name one with network, or as focal_network"):
        nameless.coverage()
    found = nameless.gaps()
    assert {row["gap"] for row in found.rows} <= {"no_project", "outside_every_area", "no_relationship"}
    assert found.of("no_project") == gria.gaps().of("no_project") != ()
    assert found.undefined == {"gap": "no_focal_gaps"}
    assert nameless.gaps("kompetensradet").focal == "kompetensradet"


def test_what_rests_on_some_relationships_is_found_whatever_the_date(gria):
    tie = gria.view("affiliation").ties_of("gr")[0]
    rows = gria.narrowed(at="1900").evidence_of([tie.id]).rows
    assert {(row["source"], row["target"]) for row in rows} == {(tie.source, tie.target)}
    assert len(rows) == len(tie.evidence)


def two_networks():
    """Return an atlas with v in focus and w besides, units lifted to what they are part of."""
    nodes = [actor("a"), actor("b"), actor("u", "unit"), network("v"), network("w"), project("p", start="2014", end="2015")]
    ties = [
        tie("a", "member_of", "v"),
        tie("b", "member_of", "w"),
        tie("u", "part_of", "a"),
        tie("u", "member_of", "w"),
        tie("b", "owns", "p"),
    ]
    return actormap.Atlas(snapshot=snapshot(nodes, *ties), vocabulary=VOCABULARY, focal="v")


def test_a_question_is_about_the_network_that_is_named_and_else_about_the_one_in_focus():
    of = two_networks()
    tried = plan(of.snapshot, ScenarioChanges(remove=("p",)), "Tried")
    for named, meant in ((None, "v"), ("w", "w")):
        assert of.whatif(tried, named, resamples=2).context.parameters["network"] == meant
        assert of.sunset("p", network=named).context.parameters["network"] == meant
        assert of.sunset_calendar(network=named).context.parameters["network"] == meant
        assert of.gaps(named).focal == meant
        assert of.coverage(named).focal == meant


def test_what_a_result_rests_on_is_found_in_the_view_that_it_was_made_of():
    of = two_networks()
    lifted, plain = (of.evidence(of.centrality("degree", view="affiliation", lift=lift)) for lift in (True, False))
    assert {row["id"]: row["statements"] for row in lifted.rows}["a"] == 2
    assert {row["id"]: row["statements"] for row in plain.rows}["a"] == 1
    assert {row["id"]: row["statements"] for row in plain.rows}["u"] == 1
    whole = of.evidence(of.centrality("degree", view="all"))
    assert {row["id"]: row["statements"] for row in whole.rows}["u"] == 2


def test_a_wish_is_a_line_of_its_own_that_whoever_has_the_method_answers():
    nodes = [actor("a"), actor("b"), actor("c"), network("v"), project("p"), Theme(id="t", name="Coachning", kind="method")]
    ties = [tie("a", "member_of", "v"), tie("b", "owns", "p"), tie("c", "owns", "p"), tie("p", "reports", "t")]
    atlas = actormap.Atlas(snapshot=snapshot(nodes, *ties), vocabulary=VOCABULARY, focal="v").wishing(["coachning"], "Önskat")
    (row,) = atlas.coverage().rows
    assert (row["row"], row["column"], row["state"]) == ("Önskat", "Coachning", "unknown")
    assert {actor for row in atlas.invite(InvitationTerms(seats=1)).rows for actor in row["set"]} == {"b", "c"}


def test_projects_and_factors_have_the_names_of_themes_in_the_language_asked_and_either_name_chooses_one():
    english, swedish = (actormap.open("esf", lang=lang) for lang in ("en", "sv"))
    assert {row["name"] for row in english.factors("2026-11-29").list().rows} >= {"Flexibility", "Early measures"}
    assert "Flexibilitet" in {row["line_name"] for row in swedish.projects().map(lines="factors").rows}
    chosen = [english.projects(Conditions(themes=(name,))).list().rows for name in ("flexibility", "Flexibilitet", "flexibilitet")]
    assert chosen[0] == chosen[1] == chosen[2]
