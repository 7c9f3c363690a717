"""Seven actors round a project that ends, worked out on paper.

    P, with its sub-project S, ends in 2020. N (the network in focus) and M go on. Q ended in 2015.

        a b c d e f g
    P   x   x x x           before, with S lifted to P:   P a c d e f    N a b    M c g
    S             x         after:                                       N a b    M c g
    N   x x
    M       x       x
    Q     x         x       gone on both sides: b and g have not met since 2015

P addresses T, which nothing else does, and U, which N addresses too. P succeeds Q, which is gone, so that is not lost now.
"""

from __future__ import annotations

from actormap.model.records import Theme
from tests.graphs import actor, network, project, snapshot, tie

MEMBERS = {"n": "ab", "m": "cg", "q": "bg"}


def theme(name):
    return Theme(id=name, name=name.upper(), kind="problem_area")


def ties():
    taking = [tie(name, "participates_in", "p") for name in "acde"] + [tie("f", "participates_in", "s")]
    seats = [tie(name, "member_of", venue) for venue, names in MEMBERS.items() for name in names]
    others = [
        tie("s", "part_of", "p"),
        tie("p", "succeeds", "q"),
        tie("p", "addresses", "t"),
        tie("p", "addresses", "u"),
        tie("n", "addresses", "u"),
    ]
    return [*taking, *seats, *others]


SEVEN = snapshot(
    [
        *map(actor, "abcdefg"),
        network("n"),
        network("m"),
        project("p", start="2018", end="2020"),
        project("s"),
        project("q", end="2015"),
        theme("t"),
        theme("u"),
    ],
    *ties(),
)
