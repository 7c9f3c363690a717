"""What a tie is called in FollowTheMoney: the schema of its type where its ends allow that, else one that they allow."""

from __future__ import annotations

import json

import networkx as nx
import pytest

from actormap.export import followthemoney

ORGANISATION, PROJECT, POST = "Organization", "Project", "Position"


def tied(wanted, source, target):
    """Return the schema of a tie and which of its properties hold the two ends."""
    graph = nx.MultiDiGraph()
    graph.add_node("a", node="actor", label="A", ftm=source)
    graph.add_node("b", node="project" if target == PROJECT else "actor", label="B", ftm=target)
    graph.add_edge("a", "b", key="t", ftm=wanted)
    *_, tie = map(json.loads, followthemoney.write(graph).splitlines())
    ends = {value: name for name, values in tie["properties"].items() for value in values if value in ("a", "b")}
    return tie["schema"], ends["a"], ends["b"]


@pytest.mark.parametrize(
    ("wanted", "source", "target", "schema", "first", "second"),
    [
        ("Membership", ORGANISATION, ORGANISATION, "Membership", "member", "organization"),
        ("ProjectParticipant", ORGANISATION, PROJECT, "ProjectParticipant", "participant", "project"),
        ("ProjectParticipant", ORGANISATION, ORGANISATION, "Membership", "member", "organization"),
        ("Directorship", ORGANISATION, PROJECT, "ProjectParticipant", "participant", "project"),
        ("Ownership", ORGANISATION, PROJECT, "ProjectParticipant", "participant", "project"),
        ("Ownership", ORGANISATION, ORGANISATION, "Membership", "member", "organization"),
        ("Representation", ORGANISATION, ORGANISATION, "Representation", "agent", "client"),
        ("Representation", ORGANISATION, PROJECT, "UnknownLink", "subject", "object"),
        ("Succession", ORGANISATION, ORGANISATION, "Succession", "successor", "predecessor"),
        ("Directorship", POST, ORGANISATION, "UnknownLink", "subject", "object"),
        ("", ORGANISATION, ORGANISATION, "UnknownLink", "subject", "object"),
    ],
)
def test_a_tie_has_the_schema_that_its_ends_allow(wanted, source, target, schema, first, second):
    assert tied(wanted, source, target) == (schema, first, second)
