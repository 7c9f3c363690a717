"""Claims about the present state in words: eight are named, more are counted."""

from __future__ import annotations

import pytest

from actormap.analysis.review import present_state as analysis
from actormap.i18n import Texts
from actormap.report.review import present_state
from actormap.report.review.writer import Pen
from tests.graphs import VOCABULARY, actor, network, snapshot, tie, view


def told(members, outside):
    """Return the sentences about v, whose member a alone meets those outside, in w."""
    nodes = [network("v"), network("w"), *map(actor, {*members, *outside, "a"})]
    ties = [*(tie(name, "member_of", "v") for name in members), *(tie(name, "member_of", "w") for name in ("a", *outside))]
    found = analysis.find(view(snapshot(nodes, *ties)), "v")
    pen = Pen(Texts.load("en"), VOCABULARY, {node.id: node.name for node in nodes})
    return list(present_state._lines(found, pen))


@pytest.mark.parametrize(("number", "said"), [(8, "C0, C1, C2, C3, C4, C5, C6 and C7"), (9, "9")])
def test_up_to_eight_who_would_lose_contact_are_named_more_are_counted(number, said):
    (sentence,) = [
        line for line in told(["a", *(f"m{each}" for each in range(10))], [f"c{each}" for each in range(number)]) if "Without A" in line
    ]
    assert said in sentence
    assert ("C0" in sentence) == (number == 8)


def test_the_most_active_members_are_named_and_those_who_do_nothing_besides():
    assert told("abd", "c")[:3] == [
        "V has 3 members.",
        "In most other networks and projects: A (1).",
        "In no other network or project, as far as the sources show: B and D.",
    ]


def test_where_nobody_is_missed_it_is_said():
    assert "No single actor alone holds the net together." in told("ab", "")
