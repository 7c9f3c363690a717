"""Whole valid graphs for hypothesis: every kind of record, any text a store must keep, relationships between what is there."""

from __future__ import annotations

import functools

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actormap.model.coding import CodedAnswer, Indicator, SetQuestion
from actormap.model.records import NODE_TABLES, Evidence, Relationship, Requirement, Snapshot
from actormap.store.fields import FieldType, forms, required

FILES, SERVERS = 40, 12  # a server takes a hundred times as long, and is written to through the same code each time

IDS = [f"{letter}{number}" for letter in "aåßÿ🜁" for number in range(4)]
# Everything but NUL and halves of surrogate pairs, with what tends to go wrong drawn more often.
characters = st.characters(exclude_categories=["Cs"], exclude_characters="\0") | st.sampled_from(
    "åäöÅÄÖ🏳️‍🌈\n\r\t\"'\\;,|%_\x1f\x85\u2028\ufeff\uffff"
)
texts = st.text(characters, min_size=1, max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False) | st.sampled_from([0.0, 1.0, -1.5, 1e300, 5e-324, 1497352.0])
aliases = st.lists(texts.map(lambda text: text.replace("|", "/")), max_size=3, unique=True).map(tuple)
attributes = st.dictionaries(texts, st.text(characters, max_size=8), max_size=3).map(lambda pairs: tuple(sorted(pairs.items())))

VALUES = {
    FieldType.TEXT: texts,
    FieldType.NUMBER: numbers,
    FieldType.WHOLE: st.integers(0, 5) | st.sampled_from([-(2**63), 2**63 - 1]),
    FieldType.NAMES: aliases,
    FieldType.PAIRS: attributes,
}


def drawn(**strategies):
    """Ask a claim of many graphs: a new place is made for each, a file more often than a server."""

    def asked_of_many(claim):
        def test(new_place):
            @functools.wraps(claim, updated=())
            def once(**found):
                claim(new_place, **found)

            del once.__wrapped__  # hypothesis fills in what it finds in the signature
            most = settings(
                max_examples=SERVERS if new_place.server else FILES, deadline=None, suppress_health_check=[HealthCheck.too_slow]
            )
            most(given(**strategies)(once))()

        test.__name__, test.__doc__ = claim.__name__, claim.__doc__
        return test

    return asked_of_many


def records(kind, **fixed):
    """Return a strategy of records of a type, some fields fixed; any field that may be missing sometimes is."""
    found = {}
    for name, form in forms(kind).items():
        if name not in fixed:
            values = VALUES[form]
            may_lack = (
                name not in required(kind)
                and name not in ("status", "minimum", "weight", "kind")
                and form not in (FieldType.NAMES, FieldType.PAIRS)
            )
            found[name] = st.none() | values if may_lack else values
    return st.builds(kind, **found, **{name: st.just(value) for name, value in fixed.items()})


@st.composite
def snapshots(draw, largest=8):
    """Return a strategy of whole graphs."""
    ids = draw(st.lists(st.sampled_from(IDS), max_size=largest, unique=True))
    nodes = [draw(records(draw(st.sampled_from(list(NODE_TABLES.values()))), id=identity)) for identity in ids]
    ties = []
    if ids:
        ends = st.sampled_from(ids)
        between = st.builds(
            Relationship,
            source=ends,
            type=st.sampled_from(["member_of", "owns", "funds"]),
            target=ends,
            role=st.none() | texts,
            valid_from=st.none() | st.just("2014-06"),
            evidence=st.lists(records(Evidence), max_size=3).map(tuple),
        )
        ties = draw(st.lists(between, max_size=largest, unique_by=lambda tie: tie.id))
    coverage = draw(st.lists(records(Requirement), max_size=3, unique_by=lambda line: line.id))
    return Snapshot.of(nodes, ties, coverage, draw(coding(ids)))


@st.composite
def coding(draw, ids):
    """Return a strategy of what is coded, of what is there and of what is not."""
    known = st.sampled_from([*ids, "nowhere"])
    some = [
        draw(st.lists(kind, max_size=2, unique_by=lambda row: row.id))
        for kind in (
            records(SetQuestion, id="q"),
            st.builds(CodedAnswer, project=known, question=st.sampled_from(["q", "r"]), answer=texts, document=st.none() | known),
            records(CodedAnswer),
            st.builds(Indicator, project=known, indicator=texts, theme=st.none() | known, value=st.none() | numbers),
            records(Indicator),
        )
    ]
    return list({row.id: row for rows in some for row in rows}.values())
