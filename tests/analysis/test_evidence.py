"""Claims about what results rest on."""

from __future__ import annotations

from actormap.analysis import evidence
from actormap.model import Evidence
from tests.graphs import actor, network, snapshot, tie, view

SAID, IMPLIED = Evidence(document="d"), Evidence(document="e", status="implied")
OF = view(snapshot([actor("a"), actor("b"), network("v")], tie("a", "member_of", "v", SAID, IMPLIED), tie("b", "member_of", "v", IMPLIED)))


def test_statements_are_counted_with_those_only_implied():
    assert evidence.support(OF)["a"] == evidence.Support(2, 1, ("d", "e"))
    assert evidence.support(OF)["b"] == evidence.Support(1, 1, ("e",))
    assert evidence.support(OF)["v"].statements == 3


def test_overall_every_statement_counts_once():
    assert evidence.overall(OF) == evidence.Support(3, 2, ("d", "e"))
