"""Claims that names stand as in a Swedish list, wherever they are listed: å, ä, ö last, capitals beside small letters.

As text a computer would put them in another order: `Alby`, `Zinkboda`, `bäck`, `Äng`, `Åby`, `Öby`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest

from actormap.analysis.change import sunset, vacancy
from actormap.analysis.composition import gaps
from actormap.analysis.composition.requirements.matrix import blocks
from actormap.analysis.review import five_fields, present_state
from actormap.graph.dataset import Dataset
from actormap.i18n import Texts
from actormap.output.cells import Writer
from actormap.output.pages import sunset as sunset_page
from actormap.report.review.writer import Pen
from tests.graphs import VOCABULARY, actor, network, project, snapshot, tie, view

NAMES = ["Alby", "bäck", "Zinkboda", "Åby", "Äng", "Öby"]
# Their ids, and the order in which they are given, are others again.
GIVEN = dict(zip("fdbace", NAMES, strict=True))


def called(*ids, kind="region"):
    return [replace(actor(each, kind), name=GIVEN[each]) for each in ids]


def everybody(kind="region"):
    return called(*sorted(GIVEN), kind=kind)


def all_members(*more, nodes=()):
    return snapshot([*everybody(), network("v"), *nodes], *(tie(each, "member_of", "v") for each in GIVEN), *more)


def of_fields():
    return next(row["values"]["names"] for row in five_fields.describe(view(all_members()), "v").rows if row["finding"] == "members")


def of_heirs():
    heirs = [replace(network(each), name=name) for each, name in GIVEN.items()]
    of = view(
        snapshot([network("v"), *(replace(each, status="planned") for each in heirs)], *(tie(each.id, "succeeds", "v") for each in heirs))
    )
    return next(row["values"]["names"] for row in five_fields.describe(of, "v").rows if row["finding"] == "outcome")


def of_posts():
    posts = [*everybody("role"), actor("x", "role")]
    of = snapshot([*posts, network("v")], *(tie(each.id, "contact_for", "v") for each in posts))
    return next(row["others"] for row in vacancy.vacant(Dataset(of, VOCABULARY), "x", focal="v").rows)


def of_undated_projects():
    projects = [replace(project(each), name=name) for each, name in GIVEN.items()]
    of = snapshot([actor("x"), *projects], *(tie("x", "owns", each) for each in GIVEN))
    return list(sunset.calendar(Dataset(of, VOCABULARY)).undated)


def of_those_parted():
    ends = project("p", start="2014", end="2015")
    of = snapshot([actor("x"), *everybody(), ends], *(tie(each, "participates_in", "p") for each in ["x", *GIVEN]))
    return sunset_page.page(sunset.find(Dataset(of, VOCABULARY), "p"), Writer(Texts.load("en"), VOCABULARY), False)


def of_gaps():
    return [row["name"] for row in gaps.find(view(snapshot([*everybody(), network("v")])), "v").of("not_in_network")]


def of_cells(*labels):
    return [{"row": row, "column": column, "municipality": None, "state": "unknown"} for row, column in labels]


@pytest.mark.parametrize(
    "listed",
    [
        of_fields,
        of_heirs,
        of_posts,
        of_undated_projects,
        of_gaps,
        lambda: [row["name"] for row in present_state.find(view(all_members()), "v").rows],
        lambda: (
            blocks(of_cells(*(("Row", name) for name in GIVEN.values())))[0].lines
            and [name for name, _ in blocks(of_cells(*(("Row", name) for name in GIVEN.values())))[0].lines]
        ),
        lambda: list(blocks(of_cells(*((row, name) for name in GIVEN.values() for row in ("A", "B"))))[0].columns),
        lambda: [name for name, _ in blocks(of_cells(*((name, "Column") for name in GIVEN.values())))[0].lines],
        lambda: [block.title for block in blocks(of_cells(*((name, f"Own {name}") for name in GIVEN.values())))],
        lambda: Pen(Texts.load("en"), VOCABULARY, GIVEN).named(GIVEN).replace(" and ", ", ").split(", "),
    ],
    ids=["fields", "heirs", "posts", "projects", "gaps", "members", "cells", "columns", "rows", "titles", "pen"],
)
def test_names_stand_in_swedish_order(listed):
    assert list(listed()) == NAMES


def test_those_who_no_longer_meet_are_told_in_swedish_order():
    told = of_those_parted()
    assert "Alby no longer meets bäck, X, Zinkboda, Åby, Äng and Öby." in told
    assert "bäck no longer meets X, Zinkboda, Åby, Äng and Öby." in told
    assert "Alby, bäck, X, Zinkboda, Äng and Öby are each parted from all others." in told
