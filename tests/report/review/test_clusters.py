"""Claims about what a review says that every cluster lacks."""

from __future__ import annotations

import pytest

from actormap.analysis.result import Context
from actormap.analysis.review.clusters import Clusters
from actormap.i18n import Texts
from actormap.report.review.clusters import _lacks
from actormap.report.review.writer import Pen
from tests.graphs import VOCABULARY

FIRST, SECOND = list(VOCABULARY.checklist)[:2]
PEN = Pen(Texts.load("en"), VOCABULARY, {"a": "A", "b": "B"})


def lacks(*rows):
    return list(_lacks(Clusters(Context(None, {}, {}), tuple({"professions": lacking, "newcomers": new} for lacking, new in rows)), PEN))


@pytest.mark.parametrize(
    ("rows", "professions", "newcomers"),
    [
        ([([FIRST, SECOND], ["a", "b"])], [FIRST, SECOND], ["A", "B"]),
        ([([FIRST, SECOND], ["b", "a"]), ([SECOND], ["b"])], [SECOND], ["B"]),
        ([([FIRST], ["a"]), ([SECOND], ["b"])], [], []),
    ],
)
def test_only_what_all_of_them_lack_is_told(rows, professions, newcomers):
    told = []
    if professions:
        told.append(PEN("clusters.lacks_professions", names=[PEN.texts.pick(VOCABULARY.checklist[name]) for name in professions]))
    if newcomers:
        told.append(PEN("clusters.lacks_actors", names=newcomers))
    assert lacks(*rows) == told
