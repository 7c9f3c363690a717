"""GRIA gives the same answers from SQLite and from a real Neo4j: every analysis, every named question, both document sets."""

from __future__ import annotations

import pytest

from actormap.analysis.queries import catalogue
from tests.store.neo4j_places import server

ANALYSES = (
    ("centrality", "--measure", "degree,betweenness,closeness,harmonic,eigenvector,pagerank,katz,k_core,constraint,effective_size"),
    ("centrality", "--view", "actors", "--weighted", "--no-certainty"),
    ("centrality", "--view", "all", "--no-certainty"),
    ("centrality", "--no-lift", "--with", "funds", "--no-certainty", "--evidence"),
    ("cutpoints",),
    ("brokers",),
    ("gaps",),
    ("explain", "gr", "--resamples", "50"),
    ("keyplayers", "--k", "2"),
    ("communities",),
    ("core",),
    ("homophily",),
    ("overlap",),
    ("timeline",),
    ("question", "--budget", "120"),
    ("group",),
    ("bridges",),
    ("bridges", "--blocks"),
    ("salience",),
    ("collaboration",),
    ("compare", "--at", "2020", "--before", "2013", "--resamples", "20"),
    ("coverage", "--evidence"),
    ("invite", "--seats", "2", "--no-certainty", "--evidence"),
    ("whatif", "--add-member", "arbetsformedlingen", "--resamples", "20"),
    ("sunset", "plug-in-gr-fi", "--at", "2014-12-31"),
    ("sunset", "--calendar"),
    ("vacant",),
    ("others",),
    ("clusters",),
    ("review", "--no-certainty", "--date", "2026-01-31"),
)
DOCUMENTS = {"five documents": ("--documents", "five"), "with public sources": ()}


@pytest.fixture(scope="module")
def stores(tmp_path_factory):
    """Return the addresses of a file and a server that both hold GRIA."""
    from actormap import workspace
    from actormap.atlas import sync

    neo4j = server()
    neo4j.empty()
    file = f"sqlite:///{tmp_path_factory.mktemp('equal') / 'gria.sqlite'}"
    for uri in (file, neo4j.uri):
        sync.load(workspace.read("gria"), store=uri)
    return file, neo4j.uri


@pytest.mark.parametrize("documents", DOCUMENTS.values(), ids=DOCUMENTS)
@pytest.mark.parametrize("command", ANALYSES, ids=" ".join)
def test_every_analysis(command, documents, stores, ask):
    from_file, from_server = (ask(*command, *documents, "-w", "gria", "--store", uri) for uri in stores)
    assert from_server == from_file


QUESTIONS = [(name, ()) for name in catalogue()]
QUESTIONS += [
    (question.name, ("--param", "documents=five"))
    for question in catalogue().values()
    if "documents" in {each.name for each in question.parameters}
]


@pytest.mark.parametrize(("name", "documents"), QUESTIONS)
def test_every_named_question(name, documents, stores, ask):
    from_file, from_server = (ask("query", name, *documents, "--store", uri) for uri in stores)
    assert from_server == from_file


def test_a_copy_there_and_back_is_the_same_graph(stores, ask, actormap_says, tmp_path):
    back = f"sqlite:///{tmp_path / 'back.sqlite'}"
    ask("copy", stores[1], back)
    for name, uri in (("one.gz", stores[0]), ("two.gz", back)):
        assert actormap_says("backup", tmp_path / name, "--store", uri).code == 0
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()


def test_status_names_the_server_and_never_the_password(stores, actormap_says):
    told = actormap_says("status", "--store", stores[1])
    assert "Neo4j" in told.err
    assert server().password not in told.out + told.err
