"""Claims about what the report says there is to decide."""

from __future__ import annotations

from actormap.atlas.atlas import Atlas
from actormap.i18n import LANGUAGES
from actormap.model.records import Requirement, Snapshot
from actormap.output.document.blocks import KeyFigures
from actormap.report.inquiry import Inquiry
from actormap.report.parts import decisions
from tests.graphs import VOCABULARY, actor, network, tie

MISSING, UNKNOWN = {"kind": "health_care"}, {"kind": "school", "role": "nurse"}


def inquiry(*wanted, members="s", lang="en"):
    """Return an inquiry into a network of schools that needs what is said."""
    nodes = [*(actor(name, "school") for name in members), network("v")]
    lines = [Requirement(network="v", row="r", column=f"C{number}", **each) for number, each in enumerate(wanted)]
    of = Snapshot.of(nodes, [tie(name, "member_of", "v") for name in members], lines)
    return Inquiry(Atlas(snapshot=of, vocabulary=VOCABULARY, lang=lang, focal="v", title="T"), "2026-01-31", "v")


def why_unknown(*wanted, **options):
    return [each.why.partition(".")[0] for each in decisions.decisions(inquiry(*wanted, **options)) if each.key == "unknown"]


def figures(asked):
    (found,) = (block for block in decisions.write(asked) if isinstance(block, KeyFigures))
    return [f"{each.value} {each.label}" for each in found.figures]


def test_who_finds_out_what_is_unknown_is_asked_only_where_something_is():
    assert why_unknown(MISSING, MISSING) == []
    assert why_unknown(MISSING, UNKNOWN) == ["Of the 2 needs that the data lists, one is missing and one is unknown"]
    assert why_unknown(UNKNOWN) == ["Of the only need that the data lists, 0 are missing and one is unknown"]
    swedish = why_unknown(MISSING, MISSING, UNKNOWN, UNKNOWN, lang="sv")
    assert swedish == ["Av de 4 behov som underlaget listar saknas 2, och 2 är okända"]


def test_a_figure_that_is_one_has_its_word_in_the_singular():
    assert [figures(inquiry(MISSING, UNKNOWN, lang=lang)) for lang in LANGUAGES] == [
        ["1 medlem", "1 behov saknas", "1 behov är okänt"],
        ["1 member", "1 need is not met", "1 need is unknown"],
    ]
    assert figures(inquiry(*[MISSING, UNKNOWN] * 2, members="st")) == ["2 members", "2 needs are not met", "2 needs are unknown"]
