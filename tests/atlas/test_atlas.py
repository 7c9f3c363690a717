"""Claims about the Python door."""

from __future__ import annotations

import pytest

import actormap
from actormap.errors import UsageError
from actormap.model.selection import Selection


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


def test_without_a_focal_network_gaps_ask_for_one(gria):
    nameless = actormap.Atlas(snapshot=gria.snapshot, vocabulary=gria.vocabulary)
    with pytest.raises(UsageError, match="Name one with network, or as focal_network"):
        nameless.gaps()
    assert nameless.gaps("kompetensradet").focal == "kompetensradet"


def test_what_rests_on_some_relationships_is_found_whatever_the_date(gria):
    tie = gria.view("affiliation").ties_of("gr")[0]
    rows = gria.narrowed(at="1900").evidence_of([tie.id]).rows
    assert {(row["source"], row["target"]) for row in rows} == {(tie.source, tie.target)}
    assert len(rows) == len(tie.evidence)
