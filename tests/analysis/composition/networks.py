"""A network v with a few seats, and lines of what is required of it, small enough to check on paper."""

from __future__ import annotations

from actormap.analysis.composition.members import Seat
from actormap.analysis.composition.requirements import coverage
from actormap.model.records import Municipality, Requirement, Snapshot, Theme
from tests.graphs import network, view


def town(name):
    return Municipality(id=name, name=name.upper())


def theme(name):
    return Theme(id=name, name=name.upper(), kind="problem_area")


def line(column="c", row="r", **more):
    return Requirement(network="v", row=row, column=column, **more)


def graph(nodes, *ties, lines=()):
    return Snapshot.of([network("v"), *nodes], ties, lines)


def found(nodes, *ties, lines, **options):
    """Return the coverage of v."""
    return coverage.find(view(graph(nodes, *ties, lines=lines), **options), "v")


def states(nodes, *ties, lines, **options):
    """Return the state of every cell of v, in order."""
    return [row["state"] for row in found(nodes, *ties, lines=lines, **options).rows]


def invited(name):
    return Seat(name)
